/* cells.h - filling the cells of a table's row. Texts are interned in the document's arena. */
#ifndef GAZETTE_COMPOSE_CELLS_H
#define GAZETTE_COMPOSE_CELLS_H
#include "compose/composing.h"

/* Counts from 0: the columns of `grid` in their order. Each sets the cell `column` of `row`. */
void gaz_cell_text(GazComposing *work, GazRow *row, unsigned column, GazText text);
void gaz_cell_string(GazComposing *work, GazRow *row, unsigned column, const char *text);  /* NULL: empty */
void gaz_cell_number(GazComposing *work, GazRow *row, unsigned column, GazDecimal number); /* none: empty */
void gaz_cell_count(GazComposing *work, GazRow *row, unsigned column, size_t count);
void gaz_cell_date(GazComposing *work, GazRow *row, unsigned column, GazDate date); /* none: empty */

/* The names, each a link to its page of the website. */
void gaz_cell_enterprise(GazComposing *work, GazRow *row, unsigned column, const GazEnterprise *enterprise);
void gaz_cell_line(GazComposing *work, GazRow *row, unsigned column, const GazLine *line);

/* "site:enterprises/ID", "site:lines/ID"; in the arena. */
const char *gaz_link_enterprise(GazComposing *work, const GazEnterprise *enterprise);
const char *gaz_link_line(GazComposing *work, const GazLine *line);

/* 青山水泥有限公司1号窑, Kiln No. 1 of Qingshan Cement Co., Ltd. */
GazText gaz_line_name(GazComposing *work, const GazLine *line);
/* The same where it was another enterprise's. */
GazText gaz_line_name_of(GazComposing *work, const GazLine *line, const GazEnterprise *enterprise);

/* Adds the row that heads a city's rows. */
void gaz_row_city(GazComposing *work, GazGrid *grid, const GazCity *city);

#endif
