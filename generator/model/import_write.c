/* import_write.c - tables as CSV: the comments they had, the columns any row has, each row on a line. */
#include "model/import_rows.h"
#include "read/input.h"

#include <csv.h>
#include <gio/gio.h>
#include <string.h>

static void append_cell(GString *csv, const char *text, bool first)
{
    size_t length = text == NULL ? 0 : strlen(text);
    g_autofree char *quoted = NULL;

    if (!first)
        g_string_append_c(csv, ',');
    if (length == 0)
        return;
    if (strpbrk(text, ",\"\r\n") == NULL && *text != '#') {
        g_string_append(csv, text);
        return;
    }
    quoted = g_malloc(2 * length + 2);
    g_string_append_len(csv, quoted, (gssize)csv_write(quoted, 2 * length + 2, text, length));
}

/* Without the mark Excel takes a new file for one in the encoding of its country, and shows 济 as 娴. */
static GString *to_csv(const GazImportTable *table)
{
    GString *csv = g_string_new(table->intro == NULL ? GAZ_BYTE_ORDER_MARK : table->intro);
    bool first = true;

    for (unsigned i = 0; i < table->table->column_count; i++)
        if (table->columns[i]) {
            append_cell(csv, table->table->columns[i].name, first);
            first = false;
        }
    g_string_append_c(csv, '\n');
    for (unsigned r = 0; r < table->rows->len; r++) {
        const GazImportRow *row = table->rows->pdata[r];

        first = true;
        for (unsigned i = 0; i < table->table->column_count; i++)
            if (table->columns[i]) {
                append_cell(csv, row->cells[i], first);
                first = false;
            }
        g_string_append_c(csv, '\n');
    }
    return csv;
}

/* Yours: g_free(). */
static char *path_of(const GazImport *import, const GazImportTable *table)
{
    g_autofree char *name = g_strconcat(table->table->name, ".csv", NULL);

    return g_build_filename(import->folder, name, NULL);
}

/* Whether the table can be written anew without a loss. */
static bool may_write(const GazImport *import, const GazImportTable *table, GError **error)
{
    g_autofree char *path = path_of(import, table);

    if (table->book != NULL)
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "%s stands in %s: tables are added to CSV files only", table->table->name, table->book);
    else if (table->unsafe)
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "%s has rows or columns that can't be read: mend what gazette check tells of it first",
                    path);
    return table->book == NULL && !table->unsafe;
}

static bool write_table(const GazImport *import, const GazImportTable *table, GError **error)
{
    g_autofree char *path = path_of(import, table);
    GString *csv = to_csv(table);
    bool written = g_file_set_contents(path, csv->str, (gssize)csv->len, error);

    g_string_free(csv, TRUE);
    return written;
}

/* Nothing is written where any of them can't be: lines without their enterprises would be no use. */
bool gaz_import_write(const GazImport *import, GError **error)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (import->tables[i].changed && !may_write(import, &import->tables[i], error))
            return false;
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (import->tables[i].changed && !write_table(import, &import->tables[i], error))
            return false;
    return true;
}
