/* announced.c - the record of what was announced: its manifests, each naming the sum of the one before it, so
 * that nobody can change one without changing all that follow. */
#include "site/pages.h"
#include <string.h>

#define MANIFESTS "record/manifests"

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)b, *(const char *const *)a);
}

/* Newest first; none where there is no record. Yours: g_ptr_array_unref(), of char *. */
static GPtrArray *list_manifests(const GazSiteRun *run)
{
    g_autofree char *folder = g_build_filename(run->folder, MANIFESTS, NULL);
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    GPtrArray *manifests = g_ptr_array_new_with_free_func(g_free);

    for (const char *name; names != NULL && (name = g_dir_read_name(names)) != NULL;)
        if (g_str_has_suffix(name, ".json"))
            g_ptr_array_add(manifests, g_strdup(name));
    g_ptr_array_sort(manifests, compare_names);
    return manifests;
}

static void add_manifest(const GazPage *page, const char *name)
{
    g_autofree char *path = g_strconcat(MANIFESTS "/", name, NULL);
    g_autofree char *full = g_build_filename(page->run->folder, path, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    GazFact *node;

    if (!g_file_get_contents(full, &bytes, &length, NULL))
        return;
    node = gaz_fact(page->root, "manifest");
    gaz_fact_set(node, "name", name);
    gaz_fact_set_count(node, "bytes", length);
    gaz_fact_set(node, "sha256", gaz_sum_of(bytes, length).text);
    gaz_page_set_file(page, node, "href", path);
}

static void facts(GazPage *page, const void *subject)
{
    g_autoptr(GPtrArray) manifests = list_manifests(page->run);

    (void)subject;
    for (unsigned i = 0; i < manifests->len; i++)
        add_manifest(page, manifests->pdata[i]);
}

bool gaz_site_write_announced(GazSiteRun *run, GError **error)
{
    return gaz_page_write(run, "announced", "announced.html", run->assessment->as_of, facts, NULL, error);
}
