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

/* In a sheet, empty cells behind the last text are not written at all. */
static bool fits_sheet(const GazRow *heading, const GazRow *row, GazReport *report)
{
    for (unsigned i = 0; i < row->count; i++) {
        if (*row->cells[i].text == '\0' || row->cells[i].spread != GAZ_SPREAD_NONE ||
            (i < heading->count && *heading->cells[i].text != '\0'))
            continue;
        gaz_report_add(report, &row->cells[i].place, &gaz_read_faults[GAZ_READ_ROW_RAGGED], NULL,
                       row->cells[i].text, "a heading above each cell");
        return false;
    }
    return true;
}

bool gaz_rows_fit(const GazRows *rows, const GazRow *heading, const GazRow *row, GazReport *report)
{
    if (!rows->even)
        return fits_sheet(heading, row, report);
    return row->width == heading->width || refuse_width(heading, row, report);
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
