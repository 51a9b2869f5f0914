/* cell.h - the value of a column of a record as text, driven by the table's description. */
#ifndef GAZETTE_SITE_CELL_H
#define GAZETTE_SITE_CELL_H
#include "model/data.h"

/* As written in the CSV that is read: codes, ISO dates, plain numbers; "" for none. Yours: g_free(). */
char *gaz_open_data_text(const GazColumn *column, const void *record);

/* Whether a spreadsheet could take the text of such a cell for a formula: numbers and dates are ours and
 * can't be. */
bool gaz_cell_is_free(const GazColumn *column);

#endif
