/* manifest.h - SHA256SUMS: the names and sums of every file of a publication, as sha256sum reads and writes
 * it. */
#ifndef GAZETTE_PUBLISH_MANIFEST_H
#define GAZETTE_PUBLISH_MANIFEST_H
#include <glib.h>
#include <stdbool.h>

#define GAZ_MANIFEST_NAME "SHA256SUMS"

/* Flushes every file below `folder` to disk, writes SHA256SUMS over them, and flushes it and the folders. */
bool gaz_manifest_write(const char *folder, GError **error);

/* Names to sums as `folder`/SHA256SUMS gives them; NULL with `error` set where there is none that can be
 * read. Yours: g_hash_table_unref(). */
GHashTable *gaz_manifest_read(const char *folder, GError **error);

/* Writes `text` to the new file `folder`/`name` and flushes it. */
bool gaz_manifest_write_file(const char *folder, const char *name, const char *text, GError **error);

#endif
