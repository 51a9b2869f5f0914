/* workbook.h - a workbook (.xlsx: ECMA-376, ISO/IEC 29500) and its sheets as rows of cells; knows nothing of
 * what they say. A cell's text is what its reader sees: the shared or inline string without the marks of its
 * parts, the result of its formula, a number without binary noise, a day as 2021-11-15, a time as 08:00, 50%,
 * TRUE. A formula without a result and an error (#N/A) are faults at their cell. Hidden rows and columns are
 * read like the others, with a note; rows stand in memory one at a time, shared strings all. */
#ifndef GAZETTE_READ_WORKBOOK_H
#define GAZETTE_READ_WORKBOOK_H
#include "read/rows.h"

typedef struct {
    const char *name; /* on its tab; lent while the workbook lives */
    GazPlace place;
    bool hidden; /* its tab isn't shown */
} GazSheet;

typedef struct GazWorkbook GazWorkbook;

/* Opens the workbook at `path`, to be called `file` in messages, which are lent and, like `report`, must
 * outlive it. NULL with a fault where it is none that can be read (locked, old, broken, a bomb), or with
 * `error` set where the file can't be read. Yours: gaz_workbook_free(), after the rows of its sheets. */
GazWorkbook *gaz_workbook_open(const char *path, const char *file, GazReport *report, GError **error);
void gaz_workbook_free(GazWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazWorkbook, gaz_workbook_free)

/* Its sheets of cells in the order of their tabs. Lent while the workbook lives. */
unsigned gaz_workbook_count(const GazWorkbook *workbook);
const GazSheet *gaz_workbook_sheet(const GazWorkbook *workbook, unsigned index);

/* The rows of a sheet; any number may be open at once. NULL with a fault where the sheet is broken. Yours:
 * gaz_rows_free(). */
GazRows *gaz_workbook_rows(GazWorkbook *workbook, unsigned index);

#endif
