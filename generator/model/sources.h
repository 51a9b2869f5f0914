/* sources.h - which file, or which sheet of which workbook, each table of a folder stands in; inside model/
 * only. TABLE.csv is its table. A workbook TABLE.xlsx is its table by the sheet that is called so, or by the
 * first that is shown; any other workbook holds the tables that its sheets are named after. */
#ifndef GAZETTE_MODEL_SOURCES_H
#define GAZETTE_MODEL_SOURCES_H
#include "model/reading.h"
#include "read/workbook.h"

/* Opens the workbooks of reading->folder. Faults (a workbook that can't be read, a sheet or table unknown or
 * twice) go into the report. NULL with `error` set. Yours: gaz_sources_free(). */
GazSources *gaz_sources_open(GazReading *reading, GError **error);
void gaz_sources_free(GazSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSources, gaz_sources_free)

typedef enum {
    GAZ_SOURCE_ROWS,   /* `*rows` is open: yours, gaz_rows_free(), before the sources are freed */
    GAZ_SOURCE_NONE,   /* the folder doesn't have the table */
    GAZ_SOURCE_BROKEN, /* it is there, or may be, but can't be read: told */
    GAZ_SOURCE_FAILED  /* `error` is set */
} GazSourceState;

GazSourceState gaz_source_open(GazSources *sources, const GazTable *table, GazRows **rows, GError **error);

#endif
