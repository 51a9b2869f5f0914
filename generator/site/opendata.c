/* opendata.c - the published tables as files, and the page that describes them. */
#include "site/csv.h"
#include "site/pages.h"

static const char *const kinds[] = {
    [GAZ_COLUMN_ID] = "id",           [GAZ_COLUMN_STRING] = "string", [GAZ_COLUMN_ZH] = "zh",
    [GAZ_COLUMN_EN] = "en",           [GAZ_COLUMN_DATE] = "date",     [GAZ_COLUMN_MOMENT] = "moment",
    [GAZ_COLUMN_DECIMAL] = "decimal", [GAZ_COLUMN_COUNT] = "count",   [GAZ_COLUMN_FLAG] = "flag",
    [GAZ_COLUMN_CODE] = "code",       [GAZ_COLUMN_CODES] = "codes",   [GAZ_COLUMN_REFERENCE] = "reference",
    [GAZ_COLUMN_CITY] = "city"};

static void add_column(xmlNodePtr table, const GazColumn *column)
{
    xmlNodePtr node = gaz_fact(table, "column");

    gaz_fact_set(node, "name", column->name);
    gaz_fact_set(node, "kind", kinds[column->kind]);
    gaz_fact_set_flag(node, "required", column->required);
    gaz_fact_set(node, "target", column->target);
    gaz_fact_both(node, "heading", &column->heading);
    for (unsigned i = 0; column->codes != NULL && column->codes[i].code != NULL; i++)
        gaz_fact_code(node, "code", column->codes, (int)i);
}

static void add_table(GazPage *page, const GazTable *table, size_t bytes)
{
    xmlNodePtr node = gaz_fact(page->root, "table");
    g_autofree char *file = g_strconcat("data/", table->name, ".csv", NULL);

    gaz_fact_set(node, "name", table->name);
    gaz_fact_set_count(node, "rows", gaz_table_rows(page->run->data, table)->len);
    gaz_fact_set_count(node, "csv-bytes", bytes);
    gaz_page_set_file(page, node, "csv", file);
    gaz_fact_both(node, "title", &table->title);
    for (unsigned i = 0; i < table->column_count; i++)
        add_column(node, &table->columns[i]);
}

static void facts(GazPage *page, const void *subject)
{
    const size_t *bytes = subject;

    for (unsigned i = 0; i < gaz_table_count; i++)
        if (gaz_tables[i].published)
            add_table(page, &gaz_tables[i], bytes[i]);
}

/* Each file is one for both languages: headings and codes are the same. */
bool gaz_site_write_tables(GazSiteRun *run, GError **error)
{
    g_autofree size_t *bytes = g_new0(size_t, gaz_table_count);
    bool written = true;

    for (unsigned i = 0; i < gaz_table_count && written; i++) {
        g_autofree char *path = g_strconcat("data/", gaz_tables[i].name, ".csv", NULL);
        GString *csv;

        if (!gaz_tables[i].published)
            continue;
        csv = gaz_csv_write(run->data, &gaz_tables[i]);
        bytes[i] = csv->len;
        written = gaz_site_run_write(run, path, csv, error);
        g_string_free(csv, TRUE);
    }
    return written &&
           gaz_page_write(run, "data", "data/index.html", run->assessment->as_of, facts, bytes, error);
}
