/* number_format.h - what a cell's number shows to its reader: a workbook keeps days, times and percentages as
 * plain numbers, and only the number format says which it is. */
#ifndef GAZETTE_READ_NUMBER_FORMAT_H
#define GAZETTE_READ_NUMBER_FORMAT_H
#include <glib.h>
#include <stdbool.h>

typedef enum {
    GAZ_FORMAT_NUMBER,
    GAZ_FORMAT_PERCENT,
    GAZ_FORMAT_DATE,
    GAZ_FORMAT_TIME,
    GAZ_FORMAT_MOMENT, /* a day with its time */
    GAZ_FORMAT_TEXT
} GazNumberFormat;

/* What the format code says (`yyyy"年"m"月"d"日"`, `0.0%`), that of positive numbers. */
GazNumberFormat gaz_number_format(const char *code);

/* What the built-in format of this id says; in Chinese versions 27 to 58 are dates and times as well. */
GazNumberFormat gaz_number_format_builtin(guint64 id);

/* Appends the number as its reader sees it: `4.8`, `50%`, `2021-11-15`, `08:00`, `2021-11-15 08:00`. Binary
 * noise beyond the 15 digits that a spreadsheet program shows is gone. `since_1904`: the workbook counts days
 * from 1904, not from 1900. False: a day that is none, as 29 February 1900, which Excel alone has. */
bool gaz_number_append(GString *text, double number, GazNumberFormat format, bool since_1904);

#endif
