/* complete.c - lines by two cells: 企业名称 and 生产线. */
#include "model/complete.h"

#include "model/headings.h"
#include "model/names.h"
#include "model/values.h"
#include "model/yearless.h"
#include <string.h>

/* Offices name a line by two cells, its enterprise's and its own, where the table asks for one line and no
 * enterprise. */
static bool takes_owner(const GazTable *table)
{
    unsigned lines = 0, enterprises = 0;

    for (unsigned i = 0; i < table->column_count; i++) {
        const char *target = table->columns[i].kind == GAZ_COLUMN_REFERENCE ? table->columns[i].target : "";

        lines += strcmp(target, "lines") == 0;
        enterprises += strcmp(target, "enterprises") == 0;
    }
    return lines == 1 && enterprises == 0;
}

/* The column of `table` that `text` heads; NULL: none. */
static const GazColumn *headed_column(const GazHeadings *headings, const GazTable *table, const char *text)
{
    GazHeading heading = gaz_heading_find(headings, table, text);
    bool known = heading.kind == GAZ_HEADING_NAME || heading.kind == GAZ_HEADING_OWN ||
                 heading.kind == GAZ_HEADING_OFFICE;

    return known ? &table->columns[heading.column] : NULL;
}

bool gaz_heading_is_owner(const GazHeadings *headings, const GazTable *table, const char *text)
{
    const GazColumn *column = headed_column(headings, &gaz_tables[GAZ_TABLE_LINES], text);

    return takes_owner(table) && column != NULL && strcmp(column->name, "enterprise") == 0;
}

/* The column of enterprises that holds the city. */
static const GazColumn *city_column(void)
{
    const GazTable *enterprises = &gaz_tables[GAZ_TABLE_ENTERPRISES];
    unsigned index = 0;

    while (enterprises->columns[index].kind != GAZ_COLUMN_CITY)
        index++;
    return &enterprises->columns[index];
}

bool gaz_heading_is_city(const GazHeadings *headings, const GazTable *table, const char *text)
{
    return table == &gaz_tables[GAZ_TABLE_LINES] &&
           headed_column(headings, &gaz_tables[GAZ_TABLE_ENTERPRISES], text) == city_column();
}

bool gaz_city_agrees(GazReading *reading, const GazHead *head, const GazRow *row, const GazRecord *line)
{
    const GazCell *cell =
        head->city < 0 || (unsigned)head->city >= row->count ? NULL : &row->cells[head->city];
    const GazEnterprise *enterprise = ((const GazLine *)(const void *)line)->enterprise;
    const GazCity *city;
    g_autofree char *code = NULL;
    int shift = 0;

    if (cell == NULL || *cell->text == '\0' || cell->spread == GAZ_SPREAD_ACROSS)
        return true;
    gaz_value_take(reading, &gaz_tables[GAZ_TABLE_ENTERPRISES], city_column(), cell->text, &shift, &code);
    city = gaz_reading_city(reading, code == NULL ? cell->text : code, &cell->place, "city");
    if (city == NULL || enterprise == NULL || enterprise->city == NULL || city == enterprise->city)
        return city != NULL;
    gaz_report_add(reading->report, &cell->place, GAZ_MODEL_FAULT(CITY_OTHER), "city", cell->text,
                   "%s (%s), that of the enterprise %s", enterprise->city->name.in[GAZ_ZH],
                   enterprise->city->code, enterprise->record.id);
    return false;
}

/* The enterprise as the cell names it, by its name also where it gives the id. Lent. */
static const char *owner_of(GazReading *reading, const GazHead *head, const GazRow *row)
{
    const char *text =
        head->owner < 0 || (unsigned)head->owner >= row->count ? "" : row->cells[head->owner].text;
    const GazEnterprise *enterprise = gaz_data_lookup(reading->data, "enterprises", text);

    return enterprise == NULL || enterprise->name.in[GAZ_ZH] == NULL ? text : enterprise->name.in[GAZ_ZH];
}

static bool is_line_of(const GazLine *line, const char *owner)
{
    const char *name = line->enterprise == NULL ? NULL : line->enterprise->name.in[GAZ_ZH];

    return name != NULL && gaz_heading_same(name, owner);
}

/* A line's cell may give the enterprise's name as well. */
static char *complete_line(GazReading *reading, const char *text, const char *owner)
{
    const GazLine *line = gaz_data_lookup(reading->data, "lines", text);
    const char *id = NULL;

    if (*text == '\0' || *owner == '\0' || (line != NULL && is_line_of(line, owner)))
        return NULL;
    if (line == NULL && gaz_name_find(reading, "lines", text, &id) == GAZ_NAME_FOUND)
        line = gaz_data_lookup(reading->data, "lines", id);
    return line != NULL && is_line_of(line, owner) ? NULL : g_strconcat(owner, text, NULL);
}

char *gaz_cell_complete(GazReading *reading, const GazTable *table, const GazHead *head, const GazRow *row,
                        unsigned index)
{
    const GazColumn *column = &table->columns[index];
    const GazCell *cell = gaz_head_cell(head, row, index);

    if (cell == NULL)
        return NULL;
    if (column->kind == GAZ_COLUMN_REFERENCE && head->owner >= 0 && strcmp(column->target, "lines") == 0)
        return complete_line(reading, cell->text, owner_of(reading, head, row));
    return gaz_yearless_complete(reading, table, head, row, index);
}
