/* files.c - the kind is looked at, and the right to read; what fails later fails in reading. */
#include "base/files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static bool refuse(const char *path, GFileError code, const char *what, GError **error)
{
    g_set_error(error, G_FILE_ERROR, (int)code, "%s: %s", path, what);
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
        return errno == EACCES ? is_readable(path, error)
                               : refuse(path, G_FILE_ERROR_NOENT, "there is no such file", error);
    if (S_ISDIR(status.st_mode))
        return refuse(path, G_FILE_ERROR_ISDIR, "it is a folder, not a file", error);
    return is_readable(path, error);
}

static bool is_folder(const char *path, GError **error)
{
    GStatBuf status;

    if (g_stat(path, &status) != 0)
        return errno == EACCES ? is_readable(path, error)
                               : refuse(path, G_FILE_ERROR_NOENT, "there is no such folder", error);
    return S_ISDIR(status.st_mode) ? is_readable(path, error)
                                   : refuse(path, G_FILE_ERROR_NOTDIR, "it is a file, not a folder", error);
}

/* Says of `failure` that something was named wrongly, where it isn't that it may not be read; takes it. */
static bool blame_words(GError *failure, GError **error)
{
    if (g_error_matches(failure, G_FILE_ERROR, G_FILE_ERROR_ACCES)) {
        g_propagate_error(error, failure);
        return false;
    }
    g_set_error_literal(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, failure->message);
    g_error_free(failure);
    return false;
}

bool gaz_file_named(const char *path, GError **error)
{
    GError *failure = NULL;

    return gaz_file_expect(path, &failure) || blame_words(failure, error);
}

bool gaz_folder_named(const char *path, GError **error)
{
    GError *failure = NULL;

    return is_folder(path, &failure) || blame_words(failure, error);
}

bool gaz_file_ends(const char *name, const char *ending)
{
    size_t length = strlen(name), end = strlen(ending);

    return length >= end && g_ascii_strcasecmp(name + length - end, ending) == 0;
}
