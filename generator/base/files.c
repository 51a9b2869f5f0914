/* files.c - the kind is looked at, and the right to read; what fails later fails in reading. */
#include "base/files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static bool refuse(const char *path, const char *what, GError **error)
{
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s", path, what);
    return false;
}

static bool is_readable(const char *path, GError **error)
{
    int code;

    if (g_access(path, R_OK) == 0)
        return true;
    code = errno;
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s: it can't be read: %s", path,
                g_strerror(code));
    return false;
}

bool gaz_file_expect(const char *path, GError **error)
{
    GStatBuf status;

    if (g_stat(path, &status) != 0)
        return errno == EACCES ? is_readable(path, error) : refuse(path, "there is no such file", error);
    if (S_ISDIR(status.st_mode))
        return refuse(path, "it is a folder, not a file", error);
    return is_readable(path, error);
}

bool gaz_folder_expect(const char *path, GError **error)
{
    GStatBuf status;

    if (g_stat(path, &status) != 0)
        return errno == EACCES ? is_readable(path, error) : refuse(path, "there is no such folder", error);
    return S_ISDIR(status.st_mode) ? is_readable(path, error)
                                   : refuse(path, "it is a file, not a folder", error);
}
