/* chain.c - reading a record and looking whether it is whole. */
#include "publish/chain.h"

#include "base/tree.h"
#include "publish/faults.h"
#include "publish/file.h"
#include <string.h>

/* One reading. */
typedef struct {
    const char *root, *shown;
    GazChain *chain;
    GazReport *report;
    GArray *sequences; /* of unsigned: the manifests there are */
    bool good;
} Reading;

static void free_manifest(void *manifest)
{
    gaz_manifest_free(manifest);
}

GazChain *gaz_chain_new(void)
{
    GazChain *chain = g_new0(GazChain, 1);

    chain->manifests = g_ptr_array_new_with_free_func(free_manifest);
    chain->texts = g_ptr_array_new_with_free_func(g_free);
    chain->sums = g_ptr_array_new_with_free_func(g_free);
    chain->signatures = g_ptr_array_new_with_free_func(g_free);
    return chain;
}

void gaz_chain_free(GazChain *chain)
{
    if (chain == NULL)
        return;
    g_ptr_array_unref(chain->manifests);
    g_ptr_array_unref(chain->texts);
    g_ptr_array_unref(chain->sums);
    g_ptr_array_unref(chain->signatures);
    g_free(chain);
}

bool gaz_chain_exists(const char *root)
{
    g_autofree char *folder = g_build_filename(root, GAZ_RECORD_MANIFESTS, NULL);

    return g_file_test(folder, G_FILE_TEST_IS_DIR);
}

const GazManifest *gaz_chain_newest(const GazChain *chain)
{
    return chain->manifests->pdata[chain->manifests->len - 1];
}

/* "0002.json.asc": four digits at least. */
static bool is_signature_name(const char *name)
{
    size_t digits = strspn(name, "0123456789");

    return digits >= strlen("0001") &&
           (strcmp(name + digits, ".json.asc") == 0 || strcmp(name + digits, ".json.sig") == 0);
}

bool gaz_is_signature(const char *name)
{
    const char *base = strrchr(name, '/');
    g_autofree char *folder = base == NULL ? NULL : g_strndup(name, (size_t)(base - name));

    return base != NULL && is_signature_name(base + 1) &&
           (strcmp(folder, GAZ_RECORD_MANIFESTS) == 0 || g_str_has_suffix(folder, "/" GAZ_RECORD_MANIFESTS));
}

/* "site/record/manifests/0002.json", as messages name it. Yours: g_free(). */
static char *shown_name(const Reading *reading, const char *name)
{
    return g_strdup_printf("%s" GAZ_RECORD_MANIFESTS "/%s", reading->shown, name);
}

static void complain(Reading *reading, unsigned sequence, GazPublishFault fault, const char *field,
                     const char *found, const char *expected)
{
    g_autofree char *name = g_strdup_printf("%04u.json", sequence);
    g_autofree char *shown = shown_name(reading, name);
    GazPlace at = {.file = shown};

    reading->good = false;
    if (expected == NULL)
        gaz_report_add(reading->report, &at, &gaz_publish_faults[fault], field, found, NULL);
    else
        gaz_report_add(reading->report, &at, &gaz_publish_faults[fault], field, found, "%s", expected);
}

/* The number of "0002.json"; 0: another name. */
static unsigned sequence_of(const char *name)
{
    g_autofree char *again = NULL;
    unsigned sequence = (unsigned)g_ascii_strtoull(name, NULL, 10);

    again = g_strdup_printf("%04u.json", sequence);
    return strcmp(again, name) == 0 ? sequence : 0;
}

static int compare_sequences(const void *a, const void *b)
{
    unsigned one = *(const unsigned *)a, other = *(const unsigned *)b;

    return one < other ? -1 : one > other;
}

static bool list_manifests(Reading *reading, GError **error)
{
    g_autofree char *folder = g_build_filename(reading->root, GAZ_RECORD_MANIFESTS, NULL);
    g_autoptr(GazTree) tree = gaz_tree_read(folder, error);

    if (tree == NULL)
        return false;
    for (unsigned i = 0; i < tree->files->len; i++) {
        const char *name = tree->files->pdata[i];
        unsigned sequence = sequence_of(name);

        if (sequence > 0)
            g_array_append_val(reading->sequences, sequence);
        else if (is_signature_name(name))
            g_ptr_array_add(reading->chain->signatures, g_strdup(name));
    }
    g_array_sort(reading->sequences, compare_sequences);
    return true;
}

/* Every number from 1 to the last; a gap is told once for each that is missing, up to so many. */
enum { MOST_GAPS = 1000 };

static void check_sequences(Reading *reading)
{
    unsigned expected = 1;

    if (reading->sequences->len == 0)
        complain(reading, 1, GAZ_PUBLISH_MANIFEST_GAP, NULL, NULL, NULL);
    for (unsigned i = 0; i < reading->sequences->len; i++) {
        unsigned found = g_array_index(reading->sequences, unsigned, i);

        for (unsigned told = 0; expected < found && told < MOST_GAPS; expected++, told++)
            complain(reading, expected, GAZ_PUBLISH_MANIFEST_GAP, NULL, NULL, NULL);
        expected = found + 1;
    }
}

/* Adds manifest `sequence` to the chain, where it can be read. */
static bool read_manifest(Reading *reading, unsigned sequence, GError **error)
{
    g_autofree char *name = g_strdup_printf("%04u.json", sequence);
    g_autofree char *path = g_build_filename(reading->root, GAZ_RECORD_MANIFESTS, name, NULL);
    g_autofree char *shown = shown_name(reading, name);
    char *text = NULL;
    gsize length;
    GazManifest *manifest;

    if (!g_file_get_contents(path, &text, &length, error))
        return false;
    manifest = gaz_manifest_read(text, shown, reading->report);
    if (strlen(text) != length) /* what stands behind a NUL would not be looked at */
        complain(reading, sequence, GAZ_PUBLISH_MANIFEST_FAULTY, "JSON", NULL, "no NUL byte");
    g_ptr_array_add(reading->chain->texts, text);
    g_ptr_array_add(reading->chain->sums, gaz_text_sum(text));
    if (manifest == NULL) {
        reading->good = false;
        return true;
    }
    g_ptr_array_add(reading->chain->manifests, manifest);
    if (manifest->sequence != sequence) {
        g_autofree char *expected = g_strdup_printf("%u, as its name says", sequence);
        g_autofree char *found = g_strdup_printf("%u", manifest->sequence);

        complain(reading, sequence, GAZ_PUBLISH_MANIFEST_FAULTY, "sequence", found, expected);
    }
    return true;
}

/* What the manifest before it said of a notice still holds. */
static void check_carried(Reading *reading, const GazManifest *manifest, const GazAnnounced *before)
{
    const GazAnnounced *now = gaz_manifest_lookup(manifest, before->id, before->version);
    g_autofree char *field = g_strdup_printf("%s, version %u", before->id, before->version);

    if (now == NULL)
        complain(reading, manifest->sequence, GAZ_PUBLISH_NOTICE_DROPPED, field, NULL, NULL);
    else if (!manifest->layout_reset && strcmp(now->tree_sha256, before->tree_sha256) != 0)
        complain(reading, manifest->sequence, GAZ_PUBLISH_NOTICE_ALTERED, field, now->tree_sha256,
                 before->tree_sha256);
    else if (!manifest->layout_reset && strcmp(now->announced_sha256, before->announced_sha256) != 0)
        complain(reading, manifest->sequence, GAZ_PUBLISH_NOTICE_ALTERED, field, now->announced_sha256,
                 before->announced_sha256);
}

static void check_links(Reading *reading)
{
    const GazChain *chain = reading->chain;

    for (unsigned i = 1; i < chain->manifests->len; i++) {
        const GazManifest *before = chain->manifests->pdata[i - 1], *manifest = chain->manifests->pdata[i];

        if (strcmp(manifest->previous, chain->sums->pdata[i - 1]) != 0)
            complain(reading, manifest->sequence, GAZ_PUBLISH_CHAIN_BROKEN, "previous.sha256",
                     manifest->previous, chain->sums->pdata[i - 1]);
        for (unsigned j = 0; j < before->notices->len; j++)
            check_carried(reading, manifest, before->notices->pdata[j]);
    }
}

GazChain *gaz_chain_read(const char *root, const char *shown, GazReport *report, GError **error)
{
    g_autoptr(GazChain) chain = gaz_chain_new();
    g_autoptr(GArray) sequences = g_array_new(FALSE, FALSE, sizeof(unsigned));
    Reading reading = {root, shown, chain, report, sequences, true};

    if (!list_manifests(&reading, error))
        return NULL;
    check_sequences(&reading);
    for (unsigned i = 0; i < sequences->len; i++)
        if (!read_manifest(&reading, g_array_index(sequences, unsigned, i), error))
            return NULL;
    if (reading.good)
        check_links(&reading);
    return reading.good ? g_steal_pointer(&chain) : NULL;
}

static bool check_file(const char *root, const char *shown, const char *name, const char *expected,
                       const char *field, GHashTable *told, GazReport *report, GError **error)
{
    g_autofree char *path = g_build_filename(root, name, NULL);
    g_autofree char *file = g_strconcat(shown, name, NULL);
    g_autofree char *sum = NULL;
    GazPlace at = {.file = file};
    bool link = g_file_test(path, G_FILE_TEST_IS_SYMLINK), there = g_file_test(path, G_FILE_TEST_IS_REGULAR);

    if (link)
        sum = g_strdup("a symbolic link");
    else if (there && (sum = gaz_file_sum(path, error)) == NULL)
        return false;
    if (g_strcmp0(sum, expected) == 0)
        return true;
    gaz_report_add(report, &at,
                   &gaz_publish_faults[there ? GAZ_PUBLISH_NOTICE_FILE : GAZ_PUBLISH_FILE_MISSING], field,
                   sum, "%s", expected);
    if (told != NULL)
        g_hash_table_add(told, g_steal_pointer(&file));
    return true;
}

bool gaz_chain_check_files(const GazChain *chain, const char *root, const char *shown, GHashTable *told,
                           GazReport *report, GError **error)
{
    const GazManifest *newest = gaz_chain_newest(chain);

    for (unsigned i = 0; i < newest->notices->len; i++) {
        const GazAnnounced *notice = newest->notices->pdata[i];
        g_autofree char *field = g_strdup_printf("%s, version %u", notice->id, notice->version);

        if (!check_file(root, shown, notice->address, notice->sha256, field, told, report, error) ||
            !check_file(root, shown, notice->tree, notice->tree_sha256, field, told, report, error))
            return false;
    }
    return true;
}
