/* opendata.c - the published tables as files of each format, and the page that describes them. */
#include "site/catalog.h"
#include "site/csv.h"
#include "site/json.h"
#include "site/known.h"
#include "site/output.h"
#include "site/pages.h"
#include "site/table_xml.h"
#include "site/xlsx.h"
#include <glib/gstdio.h>

#define PAGE "data/index.html"
#define WHOLE "data/all.zip"
#define CATALOG "data/catalog.jsonld"

static const char *const kinds[] = {
    [GAZ_COLUMN_ID] = "id",           [GAZ_COLUMN_STRING] = "string", [GAZ_COLUMN_ZH] = "zh",
    [GAZ_COLUMN_EN] = "en",           [GAZ_COLUMN_DATE] = "date",     [GAZ_COLUMN_MOMENT] = "moment",
    [GAZ_COLUMN_DECIMAL] = "decimal", [GAZ_COLUMN_COUNT] = "count",   [GAZ_COLUMN_FLAG] = "flag",
    [GAZ_COLUMN_CODE] = "code",       [GAZ_COLUMN_CODES] = "codes",   [GAZ_COLUMN_REFERENCE] = "reference",
    [GAZ_COLUMN_CITY] = "city"};

static size_t size_of(const GazSiteRun *run, const char *path)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    GStatBuf status;

    return g_stat(full, &status) == 0 ? (size_t)status.st_size : 0;
}

static void add_column(GazFact *table, const GazColumn *column)
{
    GazFact *node = gaz_fact(table, "column");

    gaz_fact_set(node, "name", column->name);
    gaz_fact_set(node, "kind", kinds[column->kind]);
    gaz_fact_set_flag(node, "required", column->required);
    gaz_fact_set(node, "target", column->target);
    gaz_fact_both(node, "heading", &column->heading);
    for (unsigned i = 0; column->codes != NULL && column->codes[i].code != NULL; i++)
        gaz_fact_code(node, "code", column->codes, (int)i);
}

static void add_files(GazPage *page, GazFact *table, const GazTableFiles *files)
{
    for (unsigned i = 0; i < GAZ_FORMATS; i++) {
        g_autofree char *path = gaz_table_path(files->table, i);
        GazFact *node = gaz_fact(table, "file");

        gaz_fact_set(node, "format", gaz_format_names[i]);
        gaz_fact_set_count(node, "bytes", files->bytes[i]);
        gaz_page_set_file(page, node, "href", path);
    }
}

static void add_table(GazPage *page, const GazTableFiles *files)
{
    GazFact *node = gaz_fact(page->root, "table");

    gaz_fact_set(node, "name", files->table->name);
    gaz_fact_set_count(node, "rows", files->rows);
    gaz_fact_both(node, "title", &files->table->title);
    add_files(page, node, files);
    for (unsigned i = 0; i < files->table->column_count; i++)
        add_column(node, &files->table->columns[i]);
}

/* The file that holds them all. */
static void add_whole(GazPage *page)
{
    GazFact *node = gaz_fact(page->root, "whole");

    gaz_page_set_file(page, node, "href", WHOLE);
    gaz_fact_set_count(node, "bytes", size_of(page->run, WHOLE));
}

static void facts(GazPage *page, const void *subject)
{
    const GArray *tables = subject;
    for (unsigned i = 0; i < tables->len; i++)
        add_table(page, &g_array_index(tables, GazTableFiles, i));
    add_whole(page);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        g_autoptr(GString) catalog = gaz_catalog_write(page->run, language, tables);

        gaz_fact_text_in(page->root, language, "ld", catalog->str);
    }
}

/* Writes a text, which it takes. */
static bool write_text(const GazSiteRun *run, const char *path, const GazKey *key, GString *text,
                       GError **error)
{
    bool written = gaz_site_run_write_from(run, path, key, text, error);

    g_string_free(text, TRUE);
    return written;
}

/* What all files of a table say. */
typedef struct {
    const GazTable *table;
    const GPtrArray *rows;
    const GString *json; /* the same as JSON */
    GazKey key;          /* of that */
} Content;

static bool write_format(const GazSiteRun *run, const Content *content, GazFormat format, const char *path,
                         GError **error)
{
    const GazTable *table = content->table;
    GazDate as_of = run->assessment->as_of;
    g_autofree char *full = g_build_filename(run->folder, path, NULL);

    switch (format) {
    case GAZ_FORMAT_CSV:
        return write_text(run, path, &content->key, gaz_csv_write(table, content->rows), error);
    case GAZ_FORMAT_XLSX:
        if (!gaz_xlsx_write(table, content->rows, as_of, full, error))
            return false;
        gaz_site_run_note(run, path, &content->key);
        return true;
    case GAZ_FORMAT_JSON:
        return gaz_site_run_write_from(run, path, &content->key, content->json, error);
    default:
        return write_text(run, path, &content->key, gaz_table_xml_write(table, content->rows, as_of), error);
    }
}

/* Each file is one for both languages: headings and codes are the same. All say what the JSON says: where
 * that is as it was, so are they. */
static bool write_table(GazSiteRun *run, const GazTable *table, GError **error)
{
    g_autoptr(GPtrArray) rows = gaz_known_rows(run->assessment, table);
    g_autoptr(GString) json = gaz_json_write(table, rows, run->assessment->as_of);
    Content content = {table, rows, json, gaz_key_of(json->str, json->len)};

    for (GazFormat format = 0; format < GAZ_FORMATS; format++) {
        g_autofree char *path = gaz_table_path(table, format);

        if ((format == GAZ_FORMAT_XLSX ? gaz_site_run_take : gaz_site_run_take_text)(run, path, &content.key))
            continue;
        if (!write_format(run, &content, format, path, error))
            return false;
    }
    return true;
}

bool gaz_site_write_tables(const GazSite *site, const char *folder, GazTurns *turns, GError **error)
{
    g_autoptr(GazPacker) packer = gaz_packer_new();
    GazSiteRun run = {.site = site, /* of what pages need, a table needs nothing */
                      .assessment = site->assessment,
                      .data = site->assessment->data,
                      .folder = folder,
                      .turns = turns,
                      .packer = packer};
    bool written = true;

    for (unsigned i = 0; i < gaz_table_count && written; i++)
        written =
            !gaz_tables[i].published || !gaz_site_run_turn(&run) || write_table(&run, &gaz_tables[i], error);
    return written;
}

/* What is known of a table's files, which stand there. */
static GazTableFiles files_of(const GazSiteRun *run, const GazTable *table)
{
    g_autoptr(GPtrArray) rows = gaz_known_rows(run->assessment, table);
    GazTableFiles files = {.table = table, .rows = rows->len};

    for (GazFormat format = 0; format < GAZ_FORMATS; format++) {
        g_autofree char *path = gaz_table_path(table, format);

        files.bytes[format] = size_of(run, path);
    }
    return files;
}

static GString *catalog_of(const GazSiteRun *run, const GArray *tables)
{
    return g_string_append_c(gaz_catalog_write(run, GAZ_ZH, tables), '\n');
}

/* What the table's files were made from; empty: nobody keeps account of it. */
static const char *key_of(const GazSiteRun *run, const GazTable *table)
{
    g_autofree char *path = gaz_table_path(table, GAZ_FORMAT_JSON);
    const char *key = gaz_site_run_key(run, path);

    return key == NULL ? "" : key;
}

/* Of all that the zip holds and is dated; what says how to read the tables is of the basis. */
static GazKey key_of_whole(const GazSiteRun *run, const GString *catalog, const GArray *tables)
{
    g_autoptr(GString) bytes = g_string_new_len(catalog->str, (gssize)catalog->len);
    char as_of[11];

    g_string_append(bytes, gaz_date_write(run->assessment->as_of, as_of));
    for (unsigned i = 0; i < tables->len; i++) {
        const GazTable *table = g_array_index(tables, GazTableFiles, i).table;

        g_string_append_printf(bytes, " %s %s", table->name, key_of(run, table));
    }
    return gaz_key_of(bytes->str, bytes->len);
}

/* Packs what says how to read them with all of them: a download carries its words with it. */
static bool pack_whole(const GazSiteRun *run, const GArray *tables, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *whole = g_build_filename(run->folder, WHOLE, NULL);

    g_ptr_array_add(names, g_strdup("data/README.txt"));
    g_ptr_array_add(names, g_strdup(CATALOG));
    for (unsigned i = 0; i < tables->len; i++)
        for (GazFormat format = 0; format < GAZ_FORMATS; format++)
            g_ptr_array_add(names, gaz_table_path(g_array_index(tables, GazTableFiles, i).table, format));
    return gaz_packer_zip(run->packer, run->folder, names, run->assessment->as_of, whole, error);
}

static bool write_whole(GazSiteRun *run, const GArray *tables, GError **error)
{
    g_autoptr(GString) catalog = catalog_of(run, tables);
    GazKey key = key_of_whole(run, catalog, tables);

    if (!gaz_site_run_put(run, CATALOG, catalog, error) ||
        !gaz_site_run_copy(run, "data.README.txt", "data/README.txt", error))
        return false;
    if (gaz_site_run_take(run, WHOLE, &key))
        return true;
    if (!pack_whole(run, tables, error))
        return false;
    gaz_site_run_note(run, WHOLE, &key);
    return true;
}

static bool write_all(GazSiteRun *run, GError **error)
{
    g_autoptr(GArray) tables = g_array_new(FALSE, TRUE, sizeof(GazTableFiles));

    for (unsigned i = 0; i < gaz_table_count; i++) {
        GazTableFiles files;

        if (!gaz_tables[i].published)
            continue;
        files = files_of(run, &gaz_tables[i]);
        g_array_append_val(tables, files);
    }
    return write_whole(run, tables, error) && gaz_page_write_out(run, "data", PAGE, facts, tables, error);
}

/* The page gives the size of the zip: whoever makes that writes it. It is nobody's turn: whoever is to do it,
 * does. */
bool gaz_site_write_data(GazSiteRun *run, GError **error)
{
    gaz_page_list(run, "data", PAGE, run->assessment->as_of);
    return !run->with_tables || write_all(run, error);
}
