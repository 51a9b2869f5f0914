/* catalog.c - the catalog, its datasets, their files. */
#include "site/catalog.h"
#include "site/json.h"
#include <string.h>

const char *const gaz_format_names[GAZ_FORMATS] = {"csv", "xlsx", "json", "xml"};

static const char *const media_types[GAZ_FORMATS] = {
    "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json",
    "application/xml"};

char *gaz_table_path(const GazTable *table, GazFormat format)
{
    return g_strconcat("data/", table->name, ".", gaz_format_names[format], NULL);
}

static void add_member(GString *json, const char *name, const char *value)
{
    g_string_append_printf(json, "\"%s\": ", name);
    gaz_json_add_string(json, value);
}

/* From the page data/index.html where the site's own address isn't known. */
static void add_address(GString *json, const GazSiteRun *run, const char *name, const char *path)
{
    const char *base = run->data->publication->base_url;
    g_autofree char *url = base == NULL
                               ? g_strdup(path + strlen("data/"))
                               : g_strconcat(base, g_str_has_suffix(base, "/") ? "" : "/", path, NULL);

    add_member(json, name, url);
}

static void add_distribution(GString *json, const GazSiteRun *run, const GazTableFiles *files)
{
    g_string_append(json, ", \"distribution\": [");
    for (unsigned i = 0; i < GAZ_FORMATS; i++) {
        g_autofree char *path = gaz_table_path(files->table, i);

        g_string_append(json, i > 0 ? ", {" : "{");
        g_string_append(json, "\"@type\": [\"DataDownload\", \"dcat:Distribution\"], ");
        add_member(json, "encodingFormat", media_types[i]);
        g_string_append(json, ", ");
        add_address(json, run, "contentUrl", path);
        g_string_append_printf(json, ", \"contentSize\": \"%zu B\"}", files->bytes[i]);
    }
    g_string_append_c(json, ']');
}

/* The years of the folder, up to the one that is shown: its tables hold the rows of all of them. */
static void add_years(GString *json, const GazData *data)
{
    const GazData *all = data->of == NULL ? data : data->of;
    int first = ((const GazPublication *)all->years->pdata[0])->year, last = data->publication->year;

    g_string_append_printf(json, ", \"temporalCoverage\": \"%d", first);
    if (last > first)
        g_string_append_printf(json, "/%d", last);
    g_string_append_c(json, '"');
}

static void add_dataset(GString *json, const GazSiteRun *run, GazLanguage language,
                        const GazTableFiles *files)
{
    char date[11];

    g_string_append(json, "{\"@type\": [\"Dataset\", \"dcat:Dataset\"], ");
    add_member(json, "identifier", files->table->name);
    g_string_append(json, ", ");
    add_member(json, "name", files->table->title.in[language]);
    g_string_append(json, ", ");
    add_member(json, "description", files->table->title.in[language]);
    add_years(json, run->data);
    g_string_append_printf(json, ", \"dateModified\": \"%s\"", gaz_date_write(run->assessment->as_of, date));
    g_string_append(json, ", \"isAccessibleForFree\": true, \"inLanguage\": [\"zh-Hans\", \"en\"]");
    g_string_append(json, ", \"spatialCoverage\": ");
    gaz_json_add_string(json, run->data->rules->region->name.in[language]);
    add_distribution(json, run, files);
    g_string_append_c(json, '}');
}

GString *gaz_catalog_write(const GazSiteRun *run, GazLanguage language, const GArray *tables)
{
    GString *json = g_string_new("{\"@context\": [\"https://schema.org/\", {\"dcat\": "
                                 "\"http://www.w3.org/ns/dcat#\"}], ");

    g_string_append(json, "\"@type\": [\"DataCatalog\", \"dcat:Catalog\"], ");
    add_member(json, "name", run->data->publication->title.in[language]);
    g_string_append(json, ", \"dataset\": [");
    for (unsigned i = 0; i < tables->len; i++) {
        g_string_append(json, i > 0 ? ",\n" : "\n");
        add_dataset(json, run, language, &g_array_index(tables, GazTableFiles, i));
    }
    g_string_append(json, "]}");
    return json;
}
