/* new_file.c - open, write, close: no room is asked for beforehand, as that costs as much as the writing of a
 * page, and nothing is renamed, as whoever writes here publishes the whole folder by a rename. */
#include "base/new_file.h"

#include "base/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_all(int file, const char *bytes, size_t left)
{
    while (left > 0) {
        ssize_t done = write(file, bytes, left);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes += done;
        left -= (size_t)done;
    }
    return true;
}

/* `done`: whether all before went well; the first trouble is told. */
static bool close_written(int file, const char *path, bool done, GError **error)
{
    return (close(file) == 0 || !done) ? done : gaz_tree_fail(error, path, "close");
}

bool gaz_new_file_write(const char *path, const void *bytes, size_t length, unsigned mode, GError **error)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    bool done;

    if (file < 0)
        return gaz_tree_fail(error, path, "create");
    done = write_all(file, bytes, length) || gaz_tree_fail(error, path, "write");
    return close_written(file, path, done, error);
}

/* Opened; -1: it isn't a file, or not under this name alone. */
static int open_own(const char *path)
{
    int file = open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat facts;

    if (file < 0)
        return -1;
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_nlink == 1)
        return file;
    close(file); /* nothing was written to it */
    return -1;
}

/* Cut to its length at the end: of a file that is emptied first ext4 thinks that it must not be lost, and has
 * it written to the disk when it is closed. */
bool gaz_new_file_write_over(const char *path, const void *bytes, size_t length, unsigned mode,
                             GError **error)
{
    int file = open_own(path);
    bool done;

    if (file < 0) {
        if (unlink(path) != 0 && errno != ENOENT)
            return gaz_tree_fail(error, path, "remove");
        return gaz_new_file_write(path, bytes, length, mode, error);
    }
    done = (write_all(file, bytes, length) && ftruncate(file, (off_t)length) == 0) ||
           gaz_tree_fail(error, path, "write");
    return close_written(file, path, done, error);
}
