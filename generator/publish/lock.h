/* lock.h - one run at a time publishes to an output. */
#ifndef GAZETTE_PUBLISH_LOCK_H
#define GAZETTE_PUBLISH_LOCK_H
#include <glib.h>

/* Takes the lock file `path`. -1 with `error` set where another run holds it (GAZ_PUBLISH_LOCKED) or the
 * machine fails. The system lets go of it when the process dies, however it dies. */
int gaz_lock_take(const char *path, GError **error);

/* Removes the lock file and lets go of it. */
void gaz_lock_release(const char *path, int lock);

#endif
