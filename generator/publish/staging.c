/* staging.c - a publication from its empty staging folder to its place. */
#include "base/tree.h"
#include "publish/lock.h"
#include "publish/output.h"
#include "publish/publish.h"
#include "publish/sums.h"
#include "publish/swap.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct GazStaging {
    char *output, *parent;                   /* without symbolic links */
    char *staged, *aside, *lock_path, *list; /* beside the output */
    char *last;                              /* beside it too; NULL: the publication before is to go */
    char *part;                              /* NULL: a whole publication */
    int lock;                                /* -1: not held */
    bool of_last;                            /* whether what is staged stood there */
    int root;                                /* the staged folder, open since it was made; -1: it isn't */
    GPtrArray *changes;                      /* of GazChange *; NULL: not yet asked for */
    GazSums *before;                         /* of the output as it was found; NULL: it has none */
    GazSums *sums;                           /* of what is staged; NULL: not yet made */
};

GHashTable *gaz_staging_before(const GazStaging *staging)
{
    return staging->before == NULL ? NULL : gaz_sums_by_name(staging->before);
}

static void free_change(void *data)
{
    GazChange *change = data;

    g_free((char *)change->name);
    g_free(change);
}

/* The path of our helper `what` beside the output. */
static char *beside(const GazStaging *staging, const char *what)
{
    g_autofree char *name = g_path_get_basename(staging->output);

    return g_strdup_printf("%s/.%s.gazette-%s", staging->parent, name, what);
}

/* Names begin with a dot, and the file told of may be any below: says what stands in the way, and who can
 * take it away. */
static bool blame_left(const GazStaging *staging, GError **error)
{
    g_prefix_error(
        error,
        "%s is left beside the output from an earlier run, and is not this user's to remove; let its "
        "owner remove it: ",
        staging->staged);
    return false;
}

/* Whoever holds the lock is alone: what stands at our names is left from a run that was killed, or couldn't
 * be removed. */
static bool tidy_up(const GazStaging *staging, GError **error)
{
    return gaz_swap_recover(staging->output, staging->aside, error) &&
           (gaz_tree_remove(staging->staged, error) || blame_left(staging, error));
}

static bool make_folder(GazStaging *staging, bool of_last, GError **error)
{
    staging->of_last = of_last && rename(staging->last, staging->staged) == 0;
    if (!staging->of_last && mkdir(staging->staged, 0777) != 0)
        return gaz_tree_fail(error, staging->staged, "create the folder");
    staging->root = gaz_tree_open(staging->staged, error);
    return staging->root >= 0;
}

static GazStaging *begin(const char *output, const char *part, bool after_last, GError **error)
{
    g_autoptr(GazStaging) staging = g_new0(GazStaging, 1);

    staging->lock = staging->root = -1;
    staging->part = g_strdup(part);
    staging->output = gaz_output_resolve(output, error);
    if (staging->output == NULL)
        return NULL;
    staging->parent = g_path_get_dirname(staging->output);
    staging->staged = beside(staging, "staging");
    staging->aside = beside(staging, "aside");
    staging->lock_path = beside(staging, "lock");
    staging->list = beside(staging, "kept");
    staging->last = after_last ? beside(staging, "last") : NULL;
    staging->lock = gaz_lock_take(staging->lock_path, error);
    if (staging->lock < 0 || !tidy_up(staging, error))
        return NULL;
    staging->before = gaz_sums_read(staging->output, NULL);
    if (staging->before == NULL)
        staging->before = gaz_sums_read_inner(staging->output, GAZ_STAGING_SITE, NULL);
    if (!gaz_output_is_ours(staging->output, part, gaz_staging_before(staging), error) ||
        !make_folder(staging, after_last, error))
        return NULL;
    return g_steal_pointer(&staging);
}

GazStaging *gaz_staging_new(const char *output, const char *part, GError **error)
{
    return begin(output, part, false, error);
}

GazStaging *gaz_staging_new_after_last(const char *output, const char *part, GError **error)
{
    return begin(output, part, true, error);
}

bool gaz_staging_start_over(GazStaging *staging, GError **error)
{
    close(staging->root); /* only read from */
    staging->root = -1;
    if (staging->last == NULL || rename(staging->staged, staging->last) != 0)
        gaz_tree_remove(staging->staged, NULL);
    return make_folder(staging, false, error);
}

const char *gaz_staging_folder(const GazStaging *staging)
{
    return staging->staged;
}

const char *gaz_staging_output(const GazStaging *staging)
{
    return staging->output;
}

const char *gaz_staging_list(const GazStaging *staging)
{
    return staging->list;
}

static void add_change(GazStaging *staging, const char *name, GazFileFate fate)
{
    GazChange *change = g_new0(GazChange, 1);

    change->name = g_strdup(name);
    change->fate = fate;
    g_ptr_array_add(staging->changes, change);
}

static int compare_changes(const void *a, const void *b)
{
    return strcmp((*(GazChange *const *)a)->name, (*(GazChange *const *)b)->name);
}

/* Compares the sums of the two; without an earlier one there is nothing to say. */
static void note_changes(GazStaging *staging)
{
    GHashTable *before = gaz_staging_before(staging), *now;
    GHashTableIter iter;
    void *name, *sum;

    if (before == NULL || staging->sums == NULL)
        return;
    now = gaz_sums_by_name(staging->sums);
    g_hash_table_iter_init(&iter, now);
    while (g_hash_table_iter_next(&iter, &name, &sum)) {
        const char *old = g_hash_table_lookup(before, name);

        if (g_strcmp0(old, sum) != 0)
            add_change(staging, name, old == NULL ? GAZ_FILE_NEW : GAZ_FILE_CHANGED);
    }
    g_hash_table_iter_init(&iter, before);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!g_hash_table_contains(now, name))
            add_change(staging, name, GAZ_FILE_GONE);
    g_ptr_array_sort(staging->changes, compare_changes);
}

const GPtrArray *gaz_staging_changes(GazStaging *staging)
{
    if (staging->changes == NULL) {
        staging->changes = g_ptr_array_new_with_free_func(free_change);
        note_changes(staging);
    }
    return staging->changes;
}

/* Swaps, and makes sure that the disk knows; takes the swap back where it can't be made sure. */
static bool swap_in(const GazStaging *staging, GError **error)
{
    if (!gaz_swap(staging->staged, staging->output, staging->aside, error))
        return false;
    if (gaz_tree_sync_folder(staging->parent, error))
        return true;
    if (!gaz_swap_undo(staging->staged, staging->output, staging->aside, NULL))
        g_prefix_error(error, "%s is the new publication, but: ", staging->output);
    return false;
}

/* The website is copied by itself: to a web server, by whoever keeps a mirror. */
static const char *inner_of(const GazStaging *staging)
{
    g_autofree char *site = g_build_filename(staging->staged, GAZ_STAGING_SITE, NULL);

    return staging->part == NULL && g_file_test(site, G_FILE_TEST_IS_DIR) ? GAZ_STAGING_SITE : NULL;
}

/* What a thread does while the sums are listed. */
typedef struct {
    const GazStaging *staging;
    GError *error;
} Meanwhile;

/* Waits for the disk, and looks whether nothing foreign came to the output. */
static void *flush_and_look(void *user)
{
    Meanwhile *meanwhile = user;
    const GazStaging *staging = meanwhile->staging;

    if (gaz_tree_sync(staging->root, staging->staged, &meanwhile->error))
        (void)gaz_output_has_only_ours(staging->output, staging->part, gaz_staging_before(staging),
                                       &meanwhile->error);
    return NULL;
}

static bool list_sums(GazStaging *staging, GazKept *known, GError **error)
{
    g_autoptr(GazTree) tree = gaz_tree_read(staging->staged, error);

    if (tree != NULL)
        staging->sums = gaz_sums_write(staging->staged, tree, inner_of(staging), known, error);
    return staging->sums != NULL;
}

/* All that is staged goes to the disk, with its sums. Both at once save a fifteenth of a build after a
 * change. */
static bool finish(GazStaging *staging, GazKept *known, GError **error)
{
    Meanwhile meanwhile = {staging, NULL};
    GThread *thread = g_thread_try_new("flush", flush_and_look, &meanwhile, NULL);
    bool listed = list_sums(staging, known, error);

    if (thread != NULL)
        g_thread_join(thread);
    else
        flush_and_look(&meanwhile);
    if (meanwhile.error == NULL)
        return listed && gaz_tree_sync(staging->root, staging->staged, error);
    if (listed)
        g_propagate_error(error, meanwhile.error);
    else
        g_error_free(meanwhile.error); /* the other one is told */
    return false;
}

bool gaz_staging_publish(GazStaging *staging, GazKept *known, GError **error)
{
    if (!gaz_output_mark(staging->staged, staging->part, error) || !finish(staging, known, error) ||
        !swap_in(staging, error))
        return false;
    staging->of_last = false;
    /* The new publication is in its place; an old one that can't be removed now is the next run's to remove.
     */
    if (staging->last != NULL)
        gaz_tree_remove(staging->last, NULL);
    if (staging->last == NULL || rename(staging->staged, staging->last) != 0)
        gaz_tree_remove(staging->staged, NULL);
    gaz_tree_remove(staging->aside, NULL);
    return true;
}

/* What was begun upon the last publication still is one that the next run can begin with: of its files it
 * takes those alone that the list knows. */
static void throw_away(const GazStaging *staging)
{
    if (!staging->of_last || rename(staging->staged, staging->last) != 0)
        gaz_tree_remove(staging->staged, NULL);
}

void gaz_staging_free(GazStaging *staging)
{
    if (staging == NULL)
        return;
    if (staging->root >= 0)
        close(staging->root); /* only read from */
    if (staging->lock >= 0) {
        throw_away(staging);
        gaz_lock_release(staging->lock_path, staging->lock);
    }
    g_clear_pointer(&staging->changes, g_ptr_array_unref);
    gaz_sums_free(staging->before);
    gaz_sums_free(staging->sums);
    g_free(staging->output);
    g_free(staging->parent);
    g_free(staging->staged);
    g_free(staging->aside);
    g_free(staging->lock_path);
    g_free(staging->list);
    g_free(staging->last);
    g_free(staging->part);
    g_free(staging);
}
