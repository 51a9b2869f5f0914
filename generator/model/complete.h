/* complete.h - cells that say less than their column asks for, where the row says the rest: a day without its
 * year, a line without its enterprise; inside model/ only. */
#ifndef GAZETTE_MODEL_COMPLETE_H
#define GAZETTE_MODEL_COMPLETE_H
#include "model/head.h"

/* Whether `text` heads a column that names the enterprise of the line, in a table that has no column for it.
 */
bool gaz_heading_is_owner(const GazHeadings *headings, const GazTable *table, const char *text);

/* Whether `text` heads a column of the list of lines that names the city. */
bool gaz_heading_is_city(const GazHeadings *headings, const GazTable *table, const char *text);

/* Whether the row of lines that `line` was read from names the city of its enterprise, or none; a fault at
 * its cell else. True where the enterprise isn't known. */
bool gaz_city_agrees(GazReading *reading, const GazHead *head, const GazRow *row, const GazRecord *line);

/* The text of the cell of `row` that is column `index` of `table` with what the row says beside it; NULL: it
 * needs nothing, or the row says nothing. Yours: g_free().
 *
 * A line's name is completed by the enterprise's, where the sheet has a column of enterprises (head->owner);
 * a line given by its id is left alone where it is that enterprise's, else completed to a name that none has.
 */
char *gaz_cell_complete(GazReading *reading, const GazTable *table, const GazHead *head, const GazRow *row,
                        unsigned index);

#endif
