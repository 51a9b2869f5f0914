/* publish.h - everything is staged beside the output and swapped in at once, so that whatever fails, what is
 * published is whole.
 *
 * Beside an output `NAME` there are, while a run lasts: `.NAME.gazette-lock`, held so that two runs can't
 * meet;
 * `.NAME.gazette-staging`, the new publication, and after the swap the old one until it is removed; on file
 * systems that can't exchange two names, for an instant `.NAME.gazette-aside`, the old one on its way. What a
 * killed run leaves of these, the next one tidies up. `.NAME.gazette-kept` stays: it says what the files of
 * the publication were made from, so that the next run makes only those anew that change. So does
 * `.NAME.gazette-last`, where it is asked for: the publication before, which shares with the new one all
 * files that are the same, and which the next run turns into the one after, name by name where they differ.
 */
#ifndef GAZETTE_PUBLISH_PUBLISH_H
#define GAZETTE_PUBLISH_PUBLISH_H
#include "base/kept.h"

typedef struct GazStaging GazStaging;

/* The errors that are not the machine's (those are G_FILE_ERROR). */
#define GAZ_PUBLISH_ERROR gaz_publish_error_quark()
GQuark gaz_publish_error_quark(void);
typedef enum {
    GAZ_PUBLISH_FOREIGN, /* the output holds what isn't ours to replace */
    GAZ_PUBLISH_LOCKED,  /* another run publishes to the same output */
    GAZ_PUBLISH_TAMPERED /* what was published isn't what its record says */
} GazPublishError;

/* Makes an empty staging folder beside `output` (same file system), whose parents are made too. Refuses where
 * `output` exists and is neither empty nor a publication of ours. `part` names what a
 * partial publication holds ("exposure"), which may not replace a whole one; NULL: it is whole. Yours:
 * gaz_staging_free(). */
GazStaging *gaz_staging_new(const char *output, const char *part, GError **error);

/* The same, but what is published there now will stay beside as the last one, and what stays there from the
 * last time is in the staging folder: gaz_kept_clear() sorts it out. Where whole publications follow one
 * another this spares the names of thousands of files: a third of a build after a change. */
GazStaging *gaz_staging_new_after_last(const char *output, const char *part, GError **error);

/* Puts what stands in the staging folder back to where the last publication stays, until there is a new one:
 * nothing of it serves, and to remove it first would slow down the making of as many files. The folder is
 * another, empty one. */
bool gaz_staging_start_over(GazStaging *staging, GError **error);

/* The staging folder, and the list beside it of what the files of the output are made from. Lent. */
const char *gaz_staging_folder(const GazStaging *staging);
const char *gaz_staging_list(const GazStaging *staging);

/* Where it will stand, without symbolic links: the publication before it, if there is one. Lent. */
const char *gaz_staging_output(const GazStaging *staging);

/* The folder of a whole publication that others copy by itself, with a SHA256SUMS of its own. */
#define GAZ_STAGING_SITE "site"

/* Writes SHA256SUMS over all staged files, flushes everything to disk, swaps it with the output and removes
 * what was there before, or lets it stay as the last one. `known`: of which files the sums are known and
 * needn't be made; NULL: of none. Refuses where the output holds a file that isn't ours. After false, with
 * `error` set, the output is as it was. */
bool gaz_staging_publish(GazStaging *staging, GazKept *known, GError **error);

/* How a file fared against the publication before. */
typedef enum { GAZ_FILE_NEW, GAZ_FILE_CHANGED, GAZ_FILE_GONE } GazFileFate;

typedef struct {
    const char *name; /* "site/notices/2021/plan-2021.pdf" */
    GazFileFate fate;
} GazChange;

/* What differs from the publication before, by name; after gaz_staging_publish(), so that what was announced
 * once can't change unseen. Lent; of const GazChange *; empty on a first publication. */
const GPtrArray *gaz_staging_changes(GazStaging *staging);

/* Names of the files of the publication before to their sums, as its SHA256SUMS says; NULL: it has none.
 * Lent.
 */
GHashTable *gaz_staging_before(const GazStaging *staging);

/* Throws away what was staged and not published; where it was begun upon the last publication, it stays in
 * the place of that. NULL is allowed. */
void gaz_staging_free(GazStaging *staging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazStaging, gaz_staging_free)

#endif
