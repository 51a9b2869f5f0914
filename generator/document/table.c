/* table.c - building the grid of a table. */
#include "document/table.h"

#include <string.h>

GazGrid *gaz_grid_new(GazArena *arena, const char *code, GazText caption, const GazTableColumn *columns,
                      unsigned column_count)
{
    GazGrid *grid = gaz_arena_new0(arena, GazGrid, 1);

    grid->code = code;
    grid->caption = caption;
    grid->column_count = column_count;
    grid->columns = gaz_arena_new0(arena, GazTableColumn, column_count);
    memcpy(grid->columns, columns, sizeof *columns * column_count);
    grid->rows = g_array_new(FALSE, TRUE, sizeof(GazRow));
    return grid;
}

void gaz_grid_clear(GazGrid *grid)
{
    g_clear_pointer(&grid->rows, g_array_unref);
}

GazRow *gaz_grid_add_row(GazArena *arena, GazGrid *grid, GazRowKind kind)
{
    GazRow row = {.kind = kind, .cells = gaz_arena_new0(arena, GazCell, grid->column_count)};

    g_array_append_val(grid->rows, row);
    return &g_array_index(grid->rows, GazRow, grid->rows->len - 1);
}
