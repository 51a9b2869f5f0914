/* diff.h - what differs between two publications, by their records and the sums of their files. */
#ifndef GAZETTE_PUBLISH_DIFF_H
#define GAZETTE_PUBLISH_DIFF_H
#include "document/compare.h"
#include "publish/chain.h"

typedef enum {
    GAZ_NOTICE_ONLY_NEW, /* announced since */
    GAZ_NOTICE_ONLY_OLD, /* no longer listed */
    GAZ_NOTICE_STANDING, /* corrected or withdrawn since */
    GAZ_NOTICE_TEXT,     /* says something else: see `comparison` */
    GAZ_NOTICE_SETTING,  /* says the same, set otherwise */
    GAZ_NOTICE_CHANGES
} GazNoticeChangeKind;

/* "announced": for structured output. Static. */
const char *gaz_notice_change_code(GazNoticeChangeKind kind);

typedef struct {
    GazNoticeChangeKind kind;
    const GazAnnounced *old, *new; /* lent by the difference; NULL: not listed there */
    GazComparison *comparison;     /* of a text; else NULL */
} GazNoticeChange;

typedef struct {
    const char *name; /* "site/lines/L-001-1.html"; lent */
    enum { GAZ_DIFF_NEW, GAZ_DIFF_CHANGED, GAZ_DIFF_GONE } fate;
} GazFileDifference;

typedef struct GazPublicationDiff GazPublicationDiff;

/* Compares two publications, or two copies of a website. A fault of a record goes into `report`, so does that
 * there is none. NULL then, or with `error` set where the machine fails. Yours: gaz_diff_free(). */
GazPublicationDiff *gaz_diff_new(const char *old, const char *new, GazReport *report, GError **error);
void gaz_diff_free(GazPublicationDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazPublicationDiff, gaz_diff_free)

/* Of const GazNoticeChange *, by date; and of const GazFileDifference *, by name, the notices' own files and
 * the record left out. Lent. */
const GPtrArray *gaz_diff_notices(const GazPublicationDiff *diff);
const GPtrArray *gaz_diff_files(const GazPublicationDiff *diff);

#endif
