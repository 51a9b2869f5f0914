/* flush.h - the files of a publication are flushed to disk. */
#ifndef GAZETTE_PUBLISH_FLUSH_H
#define GAZETTE_PUBLISH_FLUSH_H
#include <glib.h>
#include <stdbool.h>

/* Flushes the files below `folder` that gaz_kept_files() gives as `known` (NULL: none are), but for those
 * that are on the disk already; many of them with the whole file system. `root` is the folder, open since
 * before anything was written there. False with `error` set where any couldn't be. */
bool gaz_flush_known(const char *folder, int root, GHashTable *known, GError **error);

/* The same of those of `names` (of char *) that nobody knew. */
bool gaz_flush_unknown(const char *folder, int root, GHashTable *known, const GPtrArray *names,
                       GError **error);

#endif
