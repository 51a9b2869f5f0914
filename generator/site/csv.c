/* csv.c - rows and quotes. */
#include "site/csv.h"
#include "site/cell.h"
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

void gaz_csv_add(GString *csv, const char *text, bool guarded)
{
    bool formula = guarded && text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;

    if (strpbrk(text, ",\"\r\n") == NULL) {
        g_string_append(csv, formula ? "'" : "");
        g_string_append(csv, text);
        return;
    }
    g_string_append(csv, formula ? "\"'" : "\"");
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"')
            g_string_append_c(csv, '"');
        g_string_append_c(csv, *c);
    }
    g_string_append_c(csv, '"');
}

static void add_row(GString *csv, const GazTable *table, const void *record)
{
    for (unsigned i = 0; i < table->column_count; i++) {
        const GazColumn *column = &table->columns[i];
        g_autofree char *text = gaz_open_data_text(column, record);

        if (i > 0)
            g_string_append_c(csv, ',');
        gaz_csv_add(csv, text, gaz_cell_is_free(column));
    }
    g_string_append(csv, "\r\n");
}

GString *gaz_csv_write(const GazTable *table, const GPtrArray *rows)
{
    GString *csv = g_string_new(BYTE_ORDER_MARK);

    for (unsigned i = 0; i < table->column_count; i++)
        g_string_append_printf(csv, "%s%s", i > 0 ? "," : "", table->columns[i].name);
    g_string_append(csv, "\r\n");
    for (unsigned i = 0; i < rows->len; i++)
        add_row(csv, table, rows->pdata[i]);
    return csv;
}
