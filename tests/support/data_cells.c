/* data_cells.c - driven by the list of tables, as the open data is. */
#include "data_cells.h"

#include "site/cell.h"

char *data_cells(const GazData *data)
{
    GString *cells = g_string_new(NULL);

    for (unsigned i = 0; i < gaz_table_count; i++) {
        const GPtrArray *rows = *(GPtrArray *const *)((const char *)data + gaz_tables[i].list);

        for (unsigned r = 0; r < rows->len; r++)
            for (unsigned c = 0; c < gaz_tables[i].column_count; c++) {
                g_autofree char *text = gaz_open_data_text(&gaz_tables[i].columns[c], rows->pdata[r]);

                g_string_append_printf(cells, "%s.%s: %s\n", gaz_tables[i].name,
                                       gaz_tables[i].columns[c].name, text);
            }
    }
    return g_string_free(cells, FALSE);
}
