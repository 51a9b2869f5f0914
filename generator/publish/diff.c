/* diff.c - the newest manifests of both, notice by notice, and all other files by their sums. */
#include "publish/diff.h"

#include "publish/announced.h"
#include "publish/faults.h"
#include "publish/sums.h"
#include <string.h>

enum { ROOTS = 3 };
static const char *const roots[ROOTS] = {"", "site", "interviews"};

struct GazPublicationDiff {
    GPtrArray *chains;  /* of GazChain *: what `notices` lends */
    GPtrArray *notices; /* of GazNoticeChange * */
    GPtrArray *files;   /* of GazFileDifference * */
    GazSums *old_sums, *new_sums;
};

const char *gaz_notice_change_code(GazNoticeChangeKind kind)
{
    static const char *const codes[] = {[GAZ_NOTICE_ONLY_NEW] = "announced",
                                        [GAZ_NOTICE_ONLY_OLD] = "gone",
                                        [GAZ_NOTICE_STANDING] = "standing",
                                        [GAZ_NOTICE_TEXT] = "text",
                                        [GAZ_NOTICE_SETTING] = "setting"};

    return codes[kind];
}

static void free_chain(void *chain)
{
    gaz_chain_free(chain);
}

static void free_change(void *data)
{
    GazNoticeChange *change = data;

    gaz_comparison_free(change->comparison);
    g_free(change);
}

void gaz_diff_free(GazPublicationDiff *diff)
{
    if (diff == NULL)
        return;
    g_ptr_array_unref(diff->notices);
    g_ptr_array_unref(diff->files);
    g_ptr_array_unref(diff->chains);
    gaz_sums_free(diff->old_sums);
    gaz_sums_free(diff->new_sums);
    g_free(diff);
}

const GPtrArray *gaz_diff_notices(const GazPublicationDiff *diff)
{
    return diff->notices;
}

const GPtrArray *gaz_diff_files(const GazPublicationDiff *diff)
{
    return diff->files;
}

/* The record of a publication or of a website, under one of its roots. */
typedef struct {
    char *root; /* NULL: there is none */
    const GazManifest *newest;
} Side;

/* Opens the record of `folder` in `root`; `side->root` stays NULL where there is none. False after a fault,
 * or with `error` set. */
static bool open_side(GazPublicationDiff *diff, const char *folder, const char *root, Side *side,
                      GazReport *report, GError **error)
{
    g_autofree char *path = g_build_filename(folder, root, NULL);
    g_autofree char *shown = g_build_filename(folder, root, "", NULL);
    GazChain *chain;

    *side = (Side){0};
    if (!gaz_chain_exists(path))
        return true;
    chain = gaz_chain_read(path, shown, report, error);
    if (chain == NULL)
        return false;
    g_ptr_array_add(diff->chains, chain);
    side->root = g_steal_pointer(&path);
    side->newest = gaz_chain_newest(chain);
    return true;
}

static GazNoticeChange *add_change(GazPublicationDiff *diff, GazNoticeChangeKind kind,
                                   const GazAnnounced *old, const GazAnnounced *new)
{
    GazNoticeChange *change = g_new0(GazNoticeChange, 1);

    change->kind = kind;
    change->old = old;
    change->new = new;
    g_ptr_array_add(diff->notices, change);
    return change;
}

/* One version that both list. False with `error` set. */
static bool compare_notice(GazPublicationDiff *diff, const Side *before, const Side *now,
                           const GazAnnounced *old, const GazAnnounced *new, GError **error)
{
    g_autoptr(GazComparison) comparison = NULL;

    if (strcmp(old->status, new->status) != 0)
        add_change(diff, GAZ_NOTICE_STANDING, old, new);
    if (strcmp(old->tree_sha256, new->tree_sha256) != 0) {
        comparison = gaz_announced_compare(before->root, old, now->root, new, error);
        if (comparison == NULL)
            return false;
        if (gaz_comparison_differences(comparison)->len > 0) {
            add_change(diff, GAZ_NOTICE_TEXT, old, new)->comparison = g_steal_pointer(&comparison);
            return true;
        }
    } else if (strcmp(old->announced_sha256, new->announced_sha256) == 0) {
        return true;
    }
    add_change(diff, GAZ_NOTICE_SETTING, old, new);
    return true;
}

static bool compare_sides(GazPublicationDiff *diff, const Side *before, const Side *now, GError **error)
{
    for (unsigned i = 0; before->root != NULL && i < before->newest->notices->len; i++) {
        const GazAnnounced *old = before->newest->notices->pdata[i];

        if (now->root == NULL || gaz_manifest_lookup(now->newest, old->id, old->version) == NULL)
            add_change(diff, GAZ_NOTICE_ONLY_OLD, old, NULL);
    }
    for (unsigned i = 0; now->root != NULL && i < now->newest->notices->len; i++) {
        const GazAnnounced *new = now->newest->notices->pdata[i],
                           *old = before->root == NULL
                                      ? NULL
                                      : gaz_manifest_lookup(before->newest, new->id, new->version);

        if (old == NULL)
            add_change(diff, GAZ_NOTICE_ONLY_NEW, NULL, new);
        else if (!compare_notice(diff, before, now, old, new, error))
            return false;
    }
    return true;
}

/* Both sides of one root. */
static bool compare_root(GazPublicationDiff *diff, const char *old, const char *new, const char *root,
                         GazReport *report, GError **error)
{
    Side before = {0}, now = {0};
    bool good = open_side(diff, old, root, &before, report, error);

    good = (*error != NULL ? false : open_side(diff, new, root, &now, report, error)) && good;
    good = good && compare_sides(diff, &before, &now, error);
    g_free(before.root);
    g_free(now.root);
    return good;
}

/* A page, a table, a sum: whatever no record lists. */
static bool is_other(const char *name)
{
    return strstr(name, GAZ_RECORD_FOLDER "/") == NULL && !g_str_has_suffix(name, GAZ_SUMS_NAME) &&
           !(g_str_has_suffix(name, ".pdf") &&
             (strstr(name, "notices/") != NULL || strstr(name, "interviews/") != NULL));
}

static void add_file(GazPublicationDiff *diff, const char *name, int fate)
{
    GazFileDifference *difference;

    if (!is_other(name))
        return;
    difference = g_new0(GazFileDifference, 1);
    difference->name = name;
    difference->fate = (unsigned)fate;
    g_ptr_array_add(diff->files, difference);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp((*(GazFileDifference *const *)a)->name, (*(GazFileDifference *const *)b)->name);
}

static bool compare_files(GazPublicationDiff *diff, const char *old, const char *new, GError **error)
{
    GHashTableIter iter;
    GHashTable *old_names, *new_names;
    void *name, *sum;

    if ((diff->old_sums = gaz_sums_read(old, error)) == NULL ||
        (diff->new_sums = gaz_sums_read(new, error)) == NULL)
        return false;
    old_names = gaz_sums_by_name(diff->old_sums);
    new_names = gaz_sums_by_name(diff->new_sums);
    g_hash_table_iter_init(&iter, new_names);
    while (g_hash_table_iter_next(&iter, &name, &sum)) {
        const char *before = g_hash_table_lookup(old_names, name);

        if (g_strcmp0(before, sum) != 0)
            add_file(diff, name, before == NULL ? GAZ_DIFF_NEW : GAZ_DIFF_CHANGED);
    }
    g_hash_table_iter_init(&iter, old_names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!g_hash_table_contains(new_names, name))
            add_file(diff, name, GAZ_DIFF_GONE);
    g_ptr_array_sort(diff->files, compare_names);
    return true;
}

/* Whether `folder` has a record under one of the roots; else that is a fault. */
static bool has_record(const char *folder, GazReport *report)
{
    GazPlace at = {.file = folder};

    for (unsigned i = 0; i < ROOTS; i++) {
        g_autofree char *path = g_build_filename(folder, roots[i], NULL);

        if (gaz_chain_exists(path))
            return true;
    }
    gaz_report_add(report, &at, &gaz_publish_faults[GAZ_PUBLISH_RECORD_MISSING], NULL, NULL, NULL);
    return false;
}

GazPublicationDiff *gaz_diff_new(const char *old, const char *new, GazReport *report, GError **error)
{
    g_autoptr(GazPublicationDiff) diff = g_new0(GazPublicationDiff, 1);
    bool good = has_record(old, report);
    GError *problem = NULL;

    good = has_record(new, report) && good;
    diff->chains = g_ptr_array_new_with_free_func(free_chain);
    diff->notices = g_ptr_array_new_with_free_func(free_change);
    diff->files = g_ptr_array_new_with_free_func(g_free);
    for (unsigned i = 0; i < ROOTS && problem == NULL; i++)
        good = compare_root(diff, old, new, roots[i], report, &problem) && good;
    if (good)
        good = compare_files(diff, old, new, &problem);
    if (problem != NULL)
        g_propagate_error(error, problem);
    return good ? g_steal_pointer(&diff) : NULL;
}
