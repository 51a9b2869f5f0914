/* sums.h - SHA256SUMS: the names and sums of every file of a publication, as sha256sum reads and writes
 * it. */
#ifndef GAZETTE_PUBLISH_SUMS_H
#define GAZETTE_PUBLISH_SUMS_H
#include "base/tree.h"

#define GAZ_SUMS_NAME "SHA256SUMS"

/* What a SHA256SUMS says. */
typedef struct {
    GHashTable *by_name; /* const char * name to const char * sum */
    char *text;          /* which lends them */
} GazSums;

/* Writes SHA256SUMS over all below `folder`, the sorted `tree` of which is given. The folder `inner` below
 * it, which others may copy by itself (NULL: none), gets one of its own. Sums of what is `known` (NULL:
 * nothing), as gaz_kept_files() gives it, are taken as they are; that a file of it is missing is trouble.
 * Gives what was written; NULL with `error` set. Yours: gaz_sums_free(). */
GazSums *gaz_sums_write(const char *folder, const GazTree *tree, const char *inner, GHashTable *known,
                        GError **error);

/* What `folder`/SHA256SUMS says; NULL with `error` set where there is none that can be read. Yours:
 * gaz_sums_free(). */
GazSums *gaz_sums_read(const char *folder, GError **error);

void gaz_sums_free(GazSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSums, gaz_sums_free)

#endif
