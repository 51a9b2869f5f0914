/* starter_book.h - all tables of a data folder as one workbook to fill in: a sheet a table, headings in both
 * languages with notes, lists to choose from, and a sheet that says how. What it holds reads back the same.
 */
#ifndef GAZETTE_PROGRAM_STARTER_BOOK_H
#define GAZETTE_PROGRAM_STARTER_BOOK_H
#include "model/data.h"

/* Writes `data` to the workbook `path`, worded by templates/workbook/strings.xml below `share`. */
bool gaz_starter_book_write(const GazData *data, const char *share, const char *path, GError **error);

#endif
