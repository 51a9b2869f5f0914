/* record.h - what was announced once doesn't change unseen. The record of a publication carries on that of
 * the publication before it, and refuses to where a notice already announced would be another. */
#ifndef GAZETTE_PUBLISH_RECORD_H
#define GAZETTE_PUBLISH_RECORD_H
#include "document/compare.h"
#include "publish/chain.h"

/* One version of one notice that is to be published: what the manifest will say, and its text as XML.
 * `announced.tree` is filled in here, `.tree_sha256` where there is a `tree`, `.sha256` and
 * `.announced_sha256` where they are NULL from the file itself. */
typedef struct {
    GazAnnounced announced;
    const char *tree; /* the XML; lent; NULL: it stands in its place already, at gaz_record_tree_name() */
} GazRecorded;

/* Where the text of a version stands below its folder: "record/trees/plan-2021.v1.xml". Yours: g_free(). */
char *gaz_record_tree_name(const char *id, unsigned version);

/* Why a notice announced already stands in the way. */
typedef enum {
    GAZ_REFUSED_TEXT,   /* it would say something else: see `comparison` */
    GAZ_REFUSED_LAYOUT, /* it would say the same, but be set otherwise */
    GAZ_REFUSED_MISSING /* it would no longer be published */
} GazRefusalKind;

typedef struct {
    GazRefusalKind kind;
    const GazAnnounced *announced; /* as the newest manifest lists it; lent by the record */
    GazComparison *comparison;     /* of a text; else NULL */
} GazRefusal;

typedef struct GazRecordKeeper GazRecordKeeper;

/* What a publication says of itself in its manifest. */
typedef struct {
    const char *publication; /* its id */
    GazText title;
    const char *as_of;
    bool reset_layout; /* whether notices announced may be set anew, their text being equal */
} GazRecordFacts;

/* Where it stands, and the one before it. */
typedef struct {
    const char *root;   /* the new folder whose record it is */
    const char *before; /* the same of the publication before it; NULL: there is none */
    const char *shown;  /* how messages begin the names in `before`: "site/" */
    GHashTable *sums;   /* of the publication before it, by names as shown; NULL: none */
} GazRecordPlaces;

/* Keeps the record of `recorded` (of GazRecorded *; lent while it lives), all that is published by now, and
 * carries on the one before it. Writes nothing yet. NULL after a fault of the old record in `report`, as what
 * was tampered with is never carried on, or with `error` set. Yours: gaz_record_free(). */
GazRecordKeeper *gaz_record_new(const GazRecordPlaces *places, const GazRecordFacts *facts,
                                const GPtrArray *recorded, GazReport *report, GError **error);
void gaz_record_free(GazRecordKeeper *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazRecordKeeper, gaz_record_free)

/* What stands in the way of carrying on; of const GazRefusal *; empty: nothing. Lent. */
const GPtrArray *gaz_record_refusals(const GazRecordKeeper *record);

/* Writes the record: the manifests there were, their signatures, the trees, and a new manifest where there is
 * anything new to say; the same bytes as before where there isn't. Only without a refusal. */
bool gaz_record_write(const GazRecordKeeper *record, GError **error);

/* The manifests as they stand in the record, the new one last; of const GazManifest *, with their sums and
 * signatures as in GazChain. Lent. */
const GazChain *gaz_record_chain(const GazRecordKeeper *record);

/* Whether a new manifest is written, and whether it is the first of its chain. */
bool gaz_record_is_new(const GazRecordKeeper *record);

#endif
