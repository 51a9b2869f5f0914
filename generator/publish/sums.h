/* sums.h - SHA256SUMS: the names and sums of every file of a publication, as sha256sum reads and writes
 * it. */
#ifndef GAZETTE_PUBLISH_SUMS_H
#define GAZETTE_PUBLISH_SUMS_H
#include "base/kept.h"
#include "base/tree.h"

#define GAZ_SUMS_NAME "SHA256SUMS"

typedef struct {
    const char *name, *sum;
} GazSumsLine;

/* What a SHA256SUMS says. */
typedef struct {
    GArray *lines;       /* of GazSumsLine, in its order */
    char *text;          /* which lends their texts */
    GHashTable *by_name; /* gaz_sums_by_name(); NULL: nobody asked yet */
} GazSums;

/* Names (const char *) to sums (const char *), of the lines; lent. Put together when it is first asked for.
 */
GHashTable *gaz_sums_by_name(GazSums *sums);

/* Writes SHA256SUMS over all below `folder`, the sorted `tree` of which is given. The folder `inner` below
 * it, which others may copy by itself (NULL: none), gets one of its own. Sums that are `known` (NULL: none)
 * are taken as they are; that a file of which something is noted there is missing is trouble. Gives what was
 * written; NULL with `error` set. Yours: gaz_sums_free(). */
GazSums *gaz_sums_write(const char *folder, const GazTree *tree, const char *inner, GazKept *known,
                        GError **error);

/* What `folder`/SHA256SUMS says; NULL with `error` set where there is none that can be read. Yours:
 * gaz_sums_free(). */
GazSums *gaz_sums_read(const char *folder, GError **error);

/* What `folder`/`inner`/SHA256SUMS says, as one of the whole `folder` would: of a publication of which only
 * that is there. The same. */
GazSums *gaz_sums_read_inner(const char *folder, const char *inner, GError **error);

void gaz_sums_free(GazSums *sums);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSums, gaz_sums_free)

#endif
