/* csv.h - a table as CSV (RFC 4180: CRLF, quotes doubled) in UTF-8 with a byte order mark, for spreadsheets.
 */
#ifndef GAZETTE_SITE_CSV_H
#define GAZETTE_SITE_CSV_H
#include "model/data.h"

/* Adds one cell's text, quoted where it must be. A text that a spreadsheet would run as a formula (it begins
 * with = + - @, a tab or a carriage return) gets an apostrophe before it where `guarded`. */
void gaz_csv_add(GString *csv, const char *text, bool guarded);

/* These rows of the table, its headings as in the data folder. Yours: g_string_free(). */
GString *gaz_csv_write(const GazTable *table, const GPtrArray *rows);

#endif
