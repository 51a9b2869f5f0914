/* file.c - reading and writing one file, with every answer of the system looked at. */
#include "publish/file.h"

#include "base/new_file.h"
#include "base/sum.h"
#include "base/tree.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

bool gaz_file_write_staged(const char *folder, const char *name, const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    return gaz_new_file_write(path, text, strlen(text), 0666, error);
}

/* Opens a file that is one, not a link to another. */
static int open_file(const char *path)
{
    return open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

char *gaz_file_sum(const char *path, GError **error)
{
    int file = open_file(path);
    GazSum sum;
    bool done;

    if (file < 0) {
        gaz_tree_fail(error, path, "open");
        return NULL;
    }
    done = gaz_sum_of_file(&sum, file) || gaz_tree_fail(error, path, "read");
    close(file); /* only read from */
    return done ? g_strdup(sum.text) : NULL;
}

char *gaz_text_sum(const char *text)
{
    return g_strdup(gaz_sum_of(text, strlen(text)).text);
}

bool gaz_is_sum(const char *text)
{
    return strspn(text, "0123456789abcdef") == GAZ_SUM_LENGTH && text[GAZ_SUM_LENGTH] == '\0';
}
