/* lock.c - flock() on a file that goes when its holder does. */
#include "publish/lock.h"

#include "base/tree.h"
#include "publish/publish.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_TRIES = 100, PAUSE = 10000 /* [µs] */ };

/* A holder removes its file before it lets go: what was opened just before that is a file nobody else sees.
 */
static bool still_stands(const char *path, int lock)
{
    struct stat held, named;

    return fstat(lock, &held) == 0 && stat(path, &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

/* Tries for a moment: the processes that a killed run had at work hold its lock until they have ended. */
static bool try_lock(int lock)
{
    for (unsigned tries = 0; flock(lock, LOCK_EX | LOCK_NB) != 0; tries++) {
        if (errno != EWOULDBLOCK || tries == MOST_TRIES)
            return false;
        usleep(PAUSE);
    }
    return true;
}

/* Who may not write there isn't helped by the name of a file that nobody has heard of. */
static void tell_no_lock(const char *path, GError **error)
{
    int cause = errno;
    g_autofree char *folder = g_path_get_dirname(path);
    bool closed = cause == EACCES || cause == EPERM || cause == EROFS;

    errno = cause;
    gaz_tree_fail(error, closed ? folder : path, closed ? "write to the folder of the output" : "create");
}

int gaz_lock_take(const char *path, GError **error)
{
    for (;;) {
        int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

        if (lock < 0) {
            tell_no_lock(path, error);
            return -1;
        }
        if (!try_lock(lock)) {
            if (errno == EWOULDBLOCK)
                g_set_error(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_LOCKED,
                            "%s: another run is publishing there; wait until it is done", path);
            else
                gaz_tree_fail(error, path, "lock");
            close(lock);
            return -1;
        }
        if (still_stands(path, lock))
            return lock;
        close(lock);
    }
}

void gaz_lock_release(const char *path, int lock)
{
    unlink(path);
    close(lock);
}
