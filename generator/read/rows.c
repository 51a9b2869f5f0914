/* rows.c - what the rows of a text and those of a workbook have in common. */
#include "read/rows.h"

#include <string.h>

const GazRow *gaz_rows_next(GazRows *rows)
{
    return rows->next(rows);
}

void gaz_rows_free(GazRows *rows)
{
    if (rows != NULL)
        rows->free(rows);
}

static bool refuse_width(const GazRow *heading, const GazRow *row, GazReport *report)
{
    g_autofree char *found = g_strdup_printf("%u", row->width);

    gaz_report_add(report, &row->place, &gaz_read_faults[GAZ_READ_ROW_RAGGED], NULL, found, "%u cells",
                   heading->width);
    return false;
}

/* A column without a heading may be there, as spreadsheet programs leave them, where nothing stands in it.
 * One with texts is one mistake, however many rows it has. */
static bool has_headings(GazRows *rows, const GazRow *heading, const GazRow *row, GazReport *report)
{
    for (unsigned i = 0; i < row->count; i++) {
        if (*row->cells[i].text == '\0' || row->cells[i].spread != GAZ_SPREAD_NONE || rows->bare == i + 1 ||
            (i < heading->count && *heading->cells[i].text != '\0'))
            continue;
        gaz_report_add(report, &row->cells[i].place, &gaz_read_faults[GAZ_READ_ROW_RAGGED], NULL,
                       row->cells[i].text, "a heading above each cell");
        rows->bare = i + 1;
        return false;
    }
    return true;
}

bool gaz_rows_fit(GazRows *rows, const GazRow *heading, const GazRow *row, GazReport *report)
{
    if (rows->even && row->width != heading->width)
        return refuse_width(heading, row, report);
    return has_headings(rows, heading, row, report);
}

GazRow gaz_row_keep(GazArena *arena, const GazRow *row)
{
    GazCell *cells = gaz_arena_new0(arena, GazCell, row->count);
    GazRow kept = *row;

    for (unsigned i = 0; i < row->count; i++) {
        cells[i] = row->cells[i];
        cells[i].text = gaz_arena_strdup(arena, row->cells[i].text);
    }
    kept.cells = cells;
    return kept;
}
