/* record.c - the new record is made from the old one and what is to be published; nothing is written before
 * all of it is known to be right. */
#include "publish/record.h"

#include "base/tree.h"
#include "publish/announced.h"
#include "publish/faults.h"
#include "publish/file.h"
#include <string.h>

struct GazRecordKeeper {
    char *root, *before, *shown; /* `before` NULL: none */
    GazReport *report;           /* lent */
    const GPtrArray *recorded;   /* of GazRecorded * */
    GazChain *chain;             /* the old one with the new manifest; NULL until that is made */
    GPtrArray *refusals;         /* of GazRefusal * */
    bool is_new;
};

static void free_refusal(void *data)
{
    GazRefusal *refusal = data;

    gaz_comparison_free(refusal->comparison);
    g_free(refusal);
}

void gaz_record_free(GazRecordKeeper *record)
{
    if (record == NULL)
        return;
    gaz_chain_free(record->chain);
    g_ptr_array_unref(record->refusals);
    g_free(record->root);
    g_free(record->before);
    g_free(record->shown);
    g_free(record);
}

char *gaz_record_tree_name(const char *id, unsigned version)
{
    return g_strdup_printf(GAZ_RECORD_TREES "/%s.v%u.xml", id, version);
}

/* Adds what is to be published. False with `error` set where a PDF can't be read. */
static bool list_one(const GazRecordKeeper *record, GazManifest *manifest, const GazRecorded *recorded,
                     GError **error)
{
    GazAnnounced announced = recorded->announced;
    g_autofree char *path = g_build_filename(record->root, announced.address, NULL);
    g_autofree char *sum = announced.sha256 == NULL ? gaz_file_sum(path, error) : NULL;
    g_autofree char *tree_sum = recorded->tree == NULL ? NULL : gaz_text_sum(recorded->tree);
    g_autofree char *tree = gaz_record_tree_name(announced.id, announced.version);

    if (sum != NULL)
        announced.sha256 = sum;
    if (announced.sha256 == NULL)
        return false;
    if (announced.announced_sha256 == NULL)
        announced.announced_sha256 = announced.sha256;
    if (tree_sum != NULL)
        announced.tree_sha256 = tree_sum;
    announced.tree = tree;
    gaz_manifest_add(manifest, &announced);
    return true;
}

/* A manifest of everything to be published. NULL with `error` set where a PDF can't be read. */
static GazManifest *list_all(const GazRecordKeeper *record, const GazRecordFacts *facts, GError **error)
{
    g_autoptr(GazManifest) manifest = gaz_manifest_new();

    manifest->publication = gaz_arena_strdup(manifest->arena, facts->publication);
    manifest->as_of = gaz_arena_strdup(manifest->arena, facts->as_of);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        manifest->title.in[language] = gaz_arena_strdup(manifest->arena, facts->title.in[language]);
    for (unsigned i = 0; i < record->recorded->len; i++)
        if (!list_one(record, manifest, record->recorded->pdata[i], error))
            return NULL;
    gaz_manifest_sort(manifest);
    return g_steal_pointer(&manifest);
}

static const GazRecorded *find_recorded(const GazRecordKeeper *record, const GazAnnounced *announced)
{
    for (unsigned i = 0; i < record->recorded->len; i++) {
        const GazRecorded *each = record->recorded->pdata[i];

        if (each->announced.version == announced->version && strcmp(each->announced.id, announced->id) == 0)
            return each;
    }
    return NULL;
}

static GazRefusal *refuse(GazRecordKeeper *record, GazRefusalKind kind, const GazAnnounced *announced)
{
    GazRefusal *refusal = g_new0(GazRefusal, 1);

    refusal->kind = kind;
    refusal->announced = announced;
    g_ptr_array_add(record->refusals, refusal);
    return refusal;
}

/* What differs between the text announced and the one to be published, `new`. NULL with `error` set. */
static GazComparison *compare_texts(const GazRecordKeeper *record, const GazAnnounced *old,
                                    const GazAnnounced *new, GError **error)
{
    const char *tree = find_recorded(record, old)->tree;
    g_autofree char *was = NULL;

    if (tree == NULL)
        return gaz_announced_compare(record->before, old, record->root, new, error);
    was = gaz_announced_read(record->before, old, error);
    return was == NULL ? NULL : gaz_texts_compare(was, tree, error);
}

/* Whether a notice already announced stays as it was; else one refusal. False with `error` set. */
static bool compare_notice(GazRecordKeeper *record, const GazManifest *now, const GazAnnounced *old,
                           bool reset_layout, GError **error)
{
    const GazAnnounced *new = gaz_manifest_lookup(now, old->id, old->version);
    bool same_text, same_file;
    g_autoptr(GazComparison) comparison = NULL;

    if (new == NULL) {
        refuse(record, GAZ_REFUSED_MISSING, old);
        return true;
    }
    same_text = strcmp(new->tree_sha256, old->tree_sha256) == 0;
    same_file = strcmp(new->announced_sha256, old->announced_sha256) == 0 &&
                (strcmp(new->status, old->status) != 0 || strcmp(new->sha256, old->sha256) == 0);
    if (same_text && (same_file || reset_layout))
        return true;
    if (!same_text && (comparison = compare_texts(record, old, new, error)) == NULL)
        return false;
    if (comparison != NULL && gaz_comparison_differences(comparison)->len > 0)
        refuse(record, GAZ_REFUSED_TEXT, old)->comparison = g_steal_pointer(&comparison);
    else if (!reset_layout)
        refuse(record, GAZ_REFUSED_LAYOUT, old);
    return true;
}

static bool is_set_anew(const GazManifest *before, const GazManifest *now)
{
    for (unsigned i = 0; i < before->notices->len; i++) {
        const GazAnnounced *old = before->notices->pdata[i];
        const GazAnnounced *new = gaz_manifest_lookup(now, old->id, old->version);

        if (new != NULL && (strcmp(new->announced_sha256, old->announced_sha256) != 0 ||
                            strcmp(new->tree_sha256, old->tree_sha256) != 0))
            return true;
    }
    return false;
}

/* Adds the manifest to the chain, naming the one before it. */
static void append(GazRecordKeeper *record, GazManifest *manifest)
{
    GazChain *chain = record->chain;
    char *text;

    if (chain->manifests->len > 0) {
        const GazManifest *before = gaz_chain_newest(chain);

        manifest->sequence = before->sequence + 1;
        manifest->previous = gaz_arena_strdup(manifest->arena, chain->sums->pdata[chain->sums->len - 1]);
        manifest->layout_reset = is_set_anew(before, manifest);
    }
    text = gaz_manifest_write(manifest);
    g_ptr_array_add(chain->manifests, manifest);
    g_ptr_array_add(chain->texts, text);
    g_ptr_array_add(chain->sums, gaz_text_sum(text));
    record->is_new = true;
}

/* Compares what is to be published with what was, and makes the new chain where nothing stands in the way. */
static bool carry_on(GazRecordKeeper *record, const GazRecordFacts *facts, GError **error)
{
    g_autoptr(GazManifest) now = list_all(record, facts, error);
    const GazManifest *before = record->chain->manifests->len == 0 ? NULL : gaz_chain_newest(record->chain);

    if (now == NULL)
        return false;
    for (unsigned i = 0; before != NULL && i < before->notices->len; i++)
        if (!compare_notice(record, now, before->notices->pdata[i], facts->reset_layout, error))
            return false;
    if (record->refusals->len == 0 && (before == NULL || !gaz_manifest_equal(before, now)))
        append(record, g_steal_pointer(&now));
    return true;
}

/* The newest manifest has none after it that names its sum; that the publication lists it does. */
static bool check_sums(const GazRecordKeeper *record, GHashTable *sums)
{
    bool good = true;

    for (unsigned i = 0; sums != NULL && i < record->chain->sums->len; i++) {
        g_autofree char *name = g_strdup_printf("%s" GAZ_RECORD_MANIFESTS "/%04u.json", record->shown, i + 1);
        const char *expected = g_hash_table_lookup(sums, name);
        GazPlace at = {.file = name};

        if (g_strcmp0(expected, record->chain->sums->pdata[i]) == 0)
            continue;
        good = false;
        gaz_report_add(record->report, &at, &gaz_publish_faults[GAZ_PUBLISH_FILE_CHANGED], NULL,
                       record->chain->sums->pdata[i], "%s", expected == NULL ? "none" : expected);
    }
    return good;
}

static bool read_old(GazRecordKeeper *record, GHashTable *sums, GError **error)
{
    if (record->before == NULL || !gaz_chain_exists(record->before)) {
        record->chain = gaz_chain_new();
        return true;
    }
    record->chain = gaz_chain_read(record->before, record->shown, record->report, error);
    return record->chain != NULL && check_sums(record, sums);
}

GazRecordKeeper *gaz_record_new(const GazRecordPlaces *places, const GazRecordFacts *facts,
                                const GPtrArray *recorded, GazReport *report, GError **error)
{
    g_autoptr(GazRecordKeeper) record = g_new0(GazRecordKeeper, 1);

    record->root = g_strdup(places->root);
    record->before = g_strdup(places->before);
    record->shown = g_strdup(places->shown);
    record->report = report;
    record->recorded = recorded;
    record->refusals = g_ptr_array_new_with_free_func(free_refusal);
    if (!read_old(record, places->sums, error) || !carry_on(record, facts, error))
        return NULL;
    return g_steal_pointer(&record);
}

const GPtrArray *gaz_record_refusals(const GazRecordKeeper *record)
{
    return record->refusals;
}

const GazChain *gaz_record_chain(const GazRecordKeeper *record)
{
    return record->chain;
}

bool gaz_record_is_new(const GazRecordKeeper *record)
{
    return record->is_new;
}

static bool make_folder(const char *root, const char *name, char **folder, GError **error)
{
    *folder = g_build_filename(root, name, NULL);
    return g_mkdir_with_parents(*folder, 0777) == 0 || gaz_tree_fail(error, *folder, "create the folder");
}

/* The chain, old and new, as its bytes were. */
static bool write_manifests(const GazRecordKeeper *record, const char *folder, GError **error)
{
    for (unsigned i = 0; i < record->chain->texts->len; i++) {
        g_autofree char *name = g_strdup_printf("%04u.json", i + 1);

        if (!gaz_file_write_staged(folder, name, record->chain->texts->pdata[i], error))
            return false;
    }
    return true;
}

/* A signature may be of any bytes. */
static bool copy_signatures(const GazRecordKeeper *record, const char *folder, GError **error)
{
    for (unsigned i = 0; i < record->chain->signatures->len; i++) {
        const char *name = record->chain->signatures->pdata[i];
        g_autofree char *from = g_build_filename(record->before, GAZ_RECORD_MANIFESTS, name, NULL);
        g_autofree char *to = g_build_filename(folder, name, NULL);
        g_autofree char *bytes = NULL;
        gsize length;

        if (!g_file_get_contents(from, &bytes, &length, error) ||
            !g_file_set_contents(to, bytes, (gssize)length, error))
            return false;
    }
    return true;
}

static bool write_trees(const GazRecordKeeper *record, GError **error)
{
    for (unsigned i = 0; i < record->recorded->len; i++) {
        const GazRecorded *each = record->recorded->pdata[i];
        g_autofree char *name = gaz_record_tree_name(each->announced.id, each->announced.version);

        if (each->tree != NULL && !gaz_file_write_staged(record->root, name, each->tree, error))
            return false;
    }
    return true;
}

bool gaz_record_write(const GazRecordKeeper *record, GError **error)
{
    g_autofree char *manifests = NULL;
    g_autofree char *trees = NULL;

    return make_folder(record->root, GAZ_RECORD_MANIFESTS, &manifests, error) &&
           make_folder(record->root, GAZ_RECORD_TREES, &trees, error) &&
           write_manifests(record, manifests, error) && copy_signatures(record, manifests, error) &&
           write_trees(record, error);
}
