/* verify.c - the records first: what they say of a file goes before what SHA256SUMS says of it, as that could
 * be written anew by whoever changed the file. */
#include "publish/verify.h"

#include "base/tree.h"
#include "publish/chain.h"
#include "publish/faults.h"
#include "publish/file.h"
#include "publish/sums.h"
#include <string.h>

typedef struct {
    const char *folder;
    GazVerified *verified;
    GazReport *report;
    GHashTable *told; /* set of names that a record was the first to tell of */
    unsigned records;
} Work;

void gaz_verified_clear(GazVerified *verified)
{
    g_free(verified->newest);
    g_free(verified->newest_sum);
    g_clear_pointer(&verified->signatures, g_ptr_array_unref);
    *verified = (GazVerified){0};
}

static void complain(Work *work, const char *name, GazPublishFault fault, const char *found,
                     const char *expected)
{
    GazPlace at = {.file = name};

    if (expected == NULL)
        gaz_report_add(work->report, &at, &gaz_publish_faults[fault], NULL, found, NULL);
    else
        gaz_report_add(work->report, &at, &gaz_publish_faults[fault], NULL, found, "%s", expected);
}

/* The newest manifest of the first record is the one that everyone can compare. */
static void note_newest(Work *work, const GazChain *chain, const char *shown)
{
    GazVerified *verified = work->verified;
    g_autofree char *name = g_strdup_printf("%04u.json", chain->manifests->len);

    verified->newest = g_strconcat(shown, GAZ_RECORD_MANIFESTS "/", name, NULL);
    verified->newest_sum = g_strdup(chain->sums->pdata[chain->sums->len - 1]);
    for (unsigned i = 0; i < chain->signatures->len; i++)
        if (g_str_has_prefix(chain->signatures->pdata[i], name))
            g_ptr_array_add(verified->signatures,
                            g_strconcat(shown, GAZ_RECORD_MANIFESTS "/", chain->signatures->pdata[i], NULL));
}

/* The record in `folder`/`root`, where there is one. */
static bool check_record(Work *work, const char *root, GError **error)
{
    g_autofree char *path = g_build_filename(work->folder, root, NULL);
    g_autofree char *shown = root[0] == '\0' ? g_strdup("") : g_strconcat(root, "/", NULL);
    g_autoptr(GazChain) chain = NULL;
    GError *problem = NULL; /* tells a failure from a fault */

    if (!gaz_chain_exists(path))
        return true;
    work->records++;
    chain = gaz_chain_read(path, shown, work->report, &problem);
    if (problem != NULL)
        g_propagate_error(error, problem);
    if (chain == NULL)
        return problem == NULL;
    work->verified->manifests += chain->manifests->len;
    work->verified->notices += gaz_chain_newest(chain)->notices->len;
    if (work->verified->newest == NULL)
        note_newest(work, chain, shown);
    return gaz_chain_check_files(chain, path, shown, work->told, work->report, error);
}

static bool check_sum(Work *work, const char *name, const char *expected, GError **error)
{
    g_autofree char *path = g_build_filename(work->folder, name, NULL);
    g_autofree char *sum = NULL;

    if (g_hash_table_contains(work->told, name))
        return true;
    sum = gaz_file_sum(path, error);
    if (sum == NULL)
        return false;
    if (strcmp(sum, expected) == 0)
        work->verified->files++;
    else
        complain(work, name, GAZ_PUBLISH_FILE_CHANGED, sum, expected);
    return true;
}

/* What there is, against what is listed. Links are no files of ours. */
static bool check_files(Work *work, const GazTree *tree, GHashTable *sums, GError **error)
{
    for (unsigned i = 0; i < tree->files->len; i++) {
        const char *name = tree->files->pdata[i];
        g_autofree char *path = g_build_filename(work->folder, name, NULL);
        const char *expected = g_hash_table_lookup(sums, name);

        if (strcmp(name, GAZ_SUMS_NAME) == 0 || (expected == NULL && gaz_is_signature(name)))
            continue;
        if (expected == NULL)
            complain(work, name, GAZ_PUBLISH_FILE_EXTRA, NULL, NULL);
        else if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            complain(work, name, GAZ_PUBLISH_FILE_CHANGED, "a symbolic link", "a file");
        else if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) /* from a pipe nothing would ever come */
            complain(work, name, GAZ_PUBLISH_FILE_CHANGED, "a pipe or a device", "a file");
        else if (!check_sum(work, name, expected, error))
            return false;
    }
    return true;
}

static void check_missing(Work *work, const GazTree *tree, GHashTable *sums)
{
    g_autoptr(GHashTable) there = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    void *name;

    for (unsigned i = 0; i < tree->files->len; i++)
        g_hash_table_add(there, tree->files->pdata[i]);
    g_hash_table_iter_init(&iter, sums);
    while (g_hash_table_iter_next(&iter, &name, NULL)) /* the report sorts them by name */
        if (!g_hash_table_contains(there, name) && !g_hash_table_contains(work->told, name))
            complain(work, name, GAZ_PUBLISH_FILE_MISSING, NULL, NULL);
}

/* Every line is a sum, two blanks and a name. */
static void check_lines(Work *work, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (unsigned i = 0; lines[i] != NULL; i++) {
        g_autofree char *sum = g_strndup(lines[i], 64);
        GazPlace at = {.file = GAZ_SUMS_NAME, .line = i + 1};

        if (lines[i][0] == '\0' && lines[i + 1] == NULL)
            continue;
        if (!gaz_is_sum(sum) || strncmp(lines[i] + 64, "  ", 2) != 0 || lines[i][66] == '\0')
            gaz_report_add(work->report, &at, &gaz_publish_faults[GAZ_PUBLISH_SUMS_LINE], NULL, lines[i],
                           "64 hexadecimal digits, two blanks and a name");
    }
}

static bool check_sums(Work *work, GError **error)
{
    g_autofree char *path = g_build_filename(work->folder, GAZ_SUMS_NAME, NULL);
    g_autoptr(GazTree) tree = NULL;
    g_autoptr(GazSums) sums = NULL;
    g_autofree char *text = NULL;

    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        complain(work, GAZ_SUMS_NAME, GAZ_PUBLISH_SUMS_MISSING, NULL, NULL);
        return true;
    }
    if (!g_file_get_contents(path, &text, NULL, error) ||
        (tree = gaz_tree_read(work->folder, error)) == NULL ||
        (sums = gaz_sums_read(work->folder, error)) == NULL)
        return false;
    check_lines(work, text);
    if (!check_files(work, tree, gaz_sums_by_name(sums), error))
        return false;
    check_missing(work, tree, gaz_sums_by_name(sums));
    return true;
}

bool gaz_verify(const char *folder, GazVerified *verified, GazReport *report, GError **error)
{
    static const char *const roots[] = {"", "site", "interviews"};
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Work work = {folder, verified, report, told, 0};

    *verified = (GazVerified){.signatures = g_ptr_array_new_with_free_func(g_free)};
    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        if (!check_record(&work, roots[i], error))
            return false;
    if (work.records == 0)
        complain(&work, GAZ_RECORD_FOLDER, GAZ_PUBLISH_RECORD_MISSING, NULL, NULL);
    return check_sums(&work, error);
}
