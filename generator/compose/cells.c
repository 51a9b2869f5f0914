/* cells.c - filling the cells of a table's row. */
#include "compose/cells.h"

void gaz_cell_text(GazComposing *work, GazRow *row, unsigned column, GazText text)
{
    row->cells[column].text = gaz_text(gaz_arena_intern(work->arena, text.in[GAZ_ZH]),
                                       gaz_arena_intern(work->arena, text.in[GAZ_EN]));
}

void gaz_cell_string(GazComposing *work, GazRow *row, unsigned column, const char *text)
{
    gaz_cell_text(work, row, column, gaz_text(text, text));
}

void gaz_cell_number(GazComposing *work, GazRow *row, unsigned column, GazDecimal number)
{
    char text[32];

    if (number != GAZ_NO_DECIMAL)
        gaz_cell_string(work, row, column, gaz_decimal_write(number, true, text));
}

void gaz_cell_count(GazComposing *work, GazRow *row, unsigned column, size_t count)
{
    gaz_cell_number(work, row, column, (GazDecimal)count * GAZ_DECIMAL_ONE);
}

void gaz_cell_date(GazComposing *work, GazRow *row, unsigned column, GazDate date)
{
    char text[11];

    if (date != GAZ_NO_DATE)
        gaz_cell_string(work, row, column, gaz_date_write(date, text));
}

static const char *link_to(GazComposing *work, const char *folder, const char *id)
{
    return gaz_arena_strconcat(work->arena, "site:", folder, "/", id, NULL);
}

const char *gaz_link_enterprise(GazComposing *work, const GazEnterprise *enterprise)
{
    return link_to(work, "enterprises", enterprise->record.id);
}

const char *gaz_link_line(GazComposing *work, const GazLine *line)
{
    return link_to(work, "lines", line->record.id);
}

/* The name is lent, not looked up among the document's texts: of a row's it is the longest. A text that
 * serves both languages is one. */
void gaz_cell_enterprise(GazComposing *work, GazRow *row, unsigned column, const GazEnterprise *enterprise)
{
    GazText name = enterprise->name;

    if (g_strcmp0(name.in[GAZ_ZH], name.in[GAZ_EN]) == 0)
        name.in[GAZ_EN] = name.in[GAZ_ZH];
    row->cells[column].text = name;
    row->cells[column].link = gaz_link_enterprise(work, enterprise);
}

void gaz_cell_line(GazComposing *work, GazRow *row, unsigned column, const GazLine *line)
{
    gaz_cell_text(work, row, column, line->name);
    row->cells[column].link = gaz_link_line(work, line);
}

GazText gaz_line_name_of(GazComposing *work, const GazLine *line, const GazEnterprise *enterprise)
{
    GazText names[2] = {enterprise->name, line->name};

    return gaz_glossary_format(work->glossary, work->arena, "line.of-enterprise", names, 2);
}

GazText gaz_line_name(GazComposing *work, const GazLine *line)
{
    return gaz_line_name_of(work, line, line->enterprise);
}

void gaz_row_city(GazComposing *work, GazGrid *grid, const GazCity *city)
{
    gaz_cell_text(work, gaz_grid_add_row(work->arena, grid, GAZ_ROW_GROUP), 0, city->name);
}
