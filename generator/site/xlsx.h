/* xlsx.h - a table as a workbook for Excel, WPS and LibreOffice: the head in both languages and with the
 * columns' own names, frozen and with filters; numbers and dates typed; a second sheet with the codes. A text
 * is written as text, whatever it begins with: nothing in it is ever a formula. */
#ifndef GAZETTE_SITE_XLSX_H
#define GAZETTE_SITE_XLSX_H
#include "model/data.h"

/* Writes the file `path`. The same data give the same bytes: the workbook's date is `as_of`. */
bool gaz_xlsx_write(const GazTable *table, const GPtrArray *rows, GazDate as_of, const char *path,
                    GError **error);

#endif
