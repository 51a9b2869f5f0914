/* verify.h - whether a publication, or somebody's copy of its website, is what was published. Offline: by
 * SHA256SUMS and by the record of what was announced. */
#ifndef GAZETTE_PUBLISH_VERIFY_H
#define GAZETTE_PUBLISH_VERIFY_H
#include "base/report.h"
#include <stdbool.h>

/* What was found to be right, for the summary. */
typedef struct {
    unsigned files;        /* listed by SHA256SUMS, there and unchanged */
    unsigned manifests;    /* of the newest record looked at, of all there are */
    unsigned notices;      /* versions of notices that those list */
    char *newest;          /* "site/record/manifests/0003.json"; NULL: none. Yours */
    char *newest_sum;      /* its SHA-256: to be compared with one got another way. Yours */
    GPtrArray *signatures; /* of char *: of the newest manifest, for others to check. Yours */
} GazVerified;

void gaz_verified_clear(GazVerified *verified);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazVerified, gaz_verified_clear)

/* Looks at `folder`: a publication, or its site/ alone. Each file missing, extra or changed
 * and each fault of a record goes into `report`. Follows no link, changes nothing. False with `error` set
 * where the machine fails. */
bool gaz_verify(const char *folder, GazVerified *verified, GazReport *report, GError **error);

#endif
