/* yearless.h - days that people write without their year, 11月15日8时, completed where the folder says which
 * it is; inside model/ only. */
#ifndef GAZETTE_MODEL_YEARLESS_H
#define GAZETTE_MODEL_YEARLESS_H
#include "model/head.h"

/* The text of the cell of `row` that is column `index` of `table`, with its year before it:
 * 2021年11月15日8时. NULL: it isn't a day without its year; or nothing says the year, or two are possible.
 * What says it:
 *
 * - the other day of the row: a start lies less than a year before its end, an end less than a year after its
 * start;
 * - the season of the row, whose Chinese name gives the two years it lies in (2021—2022年采暖季), where the
 * day lies in the region's window (R1); or the one year that a season other than the heating season lies in
 * (2021年夏季).
 *
 * The year of the folder says it not: it holds the end of one heating season and the beginning of the next.
 * Yours: g_free(). */
char *gaz_yearless_complete(GazReading *reading, const GazTable *table, const GazHead *head,
                            const GazRow *row, unsigned index);

#endif
