/* file.c - reading and writing one file, with every answer of the system looked at. */
#include "publish/file.h"

#include "base/sum.h"
#include "publish/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static bool write_all(int file, const char *text)
{
    size_t left = strlen(text);

    while (left > 0) {
        ssize_t done = write(file, text, left);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        text += done;
        left -= (size_t)done;
    }
    return true;
}

bool gaz_file_write_new(const char *folder, const char *name, const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool done;

    if (file < 0)
        return gaz_tree_fail(error, path, "create");
    done = (write_all(file, text) || gaz_tree_fail(error, path, "write")) &&
           (fsync(file) == 0 || gaz_tree_fail(error, path, "flush to disk"));
    if (close(file) != 0 && done)
        done = gaz_tree_fail(error, path, "close");
    return done;
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
    (void)sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE); /* a mere hint: fsync() says how it went */
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
