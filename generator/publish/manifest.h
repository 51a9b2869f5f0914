/* manifest.h - what was announced, as one publication lists it: a JSON file that names the SHA-256 of the one
 * before it. docs/record.md describes the format for others. */
#ifndef GAZETTE_PUBLISH_MANIFEST_H
#define GAZETTE_PUBLISH_MANIFEST_H
#include "base/arena.h"
#include "base/report.h"
#include "base/text.h"
#include <stdbool.h>

enum { GAZ_MANIFEST_FORMAT = 1 };

/* One version of one notice. Texts are lent; NULL where a notice has none. */
typedef struct {
    const char *id;
    unsigned version;   /* 1: as first announced */
    const char *kind;   /* "plan" */
    const char *status; /* "in-force", "corrected", "withdrawn" */
    const char *by;     /* id of the notice that corrected or withdrew it; NULL: in force */
    const char *number; /* document number; NULL: none */
    const char *date;   /* "2021-10-12" */
    GazText title;      /* a member may be NULL */
    const char
        *address; /* of its PDF, from the folder that the record stands in: "notices/2021/plan-2021.pdf" */
    const char *sha256;           /* of that file */
    const char *announced_sha256; /* of the file as it was announced, before it got the line that says it was
                                     corrected or withdrawn; the same as `sha256` while it is in force */
    const char *tree;             /* address of its text as XML */
    const char *tree_sha256;
} GazAnnounced;

typedef struct {
    GazArena *arena;
    unsigned sequence;       /* 1: the first of its chain */
    const char *publication; /* its id */
    GazText title;
    const char *as_of;    /* the day its publication was made from */
    const char *previous; /* SHA-256 of the manifest before it; NULL: none */
    bool layout_reset;    /* whether files announced before were set anew, their text being equal */
    GPtrArray *notices;   /* of GazAnnounced *, by date, id and version */
    GHashTable *index;    /* "1 plan-2021": its version and id, to the notice */
} GazManifest;

GazManifest *gaz_manifest_new(void); /* yours: gaz_manifest_free() */
void gaz_manifest_free(GazManifest *manifest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazManifest, gaz_manifest_free)

/* Adds a copy of `announced`. */
void gaz_manifest_add(GazManifest *manifest, const GazAnnounced *announced);

/* Sorts them; to be called before they are written or compared. */
void gaz_manifest_sort(GazManifest *manifest);

/* The version of the notice; NULL: not listed. Lent. */
const GazAnnounced *gaz_manifest_lookup(const GazManifest *manifest, const char *id, unsigned version);

/* Whether both say the same of every notice. */
bool gaz_manifest_equal(const GazManifest *one, const GazManifest *other);

/* "0003.json". In `arena`. */
const char *gaz_manifest_name(GazArena *arena, unsigned sequence);

/* Its bytes, in UTF-8 with a line break at the end. Yours: g_free(). */
char *gaz_manifest_write(const GazManifest *manifest);

/* Reads `text` strictly. NULL after a fault in `report`, which names it `file`. Yours: gaz_manifest_free().
 */
GazManifest *gaz_manifest_read(const char *text, const char *file, GazReport *report);

#endif
