/* report_file.h - the report of a run as a page or a workbook, for the person who corrects the data. */
#ifndef GAZETTE_PROGRAM_REPORT_FILE_H
#define GAZETTE_PROGRAM_REPORT_FILE_H
#include "base/moment.h"
#include "base/report.h"

/* Whether a report can be written to a file of this name (.html or .xlsx); else sets `error`. */
bool gaz_report_file_is_known(const char *path, GError **error);

/* Writes all faults and notes of `report` about the data folder `folder` to `path`, with the texts and
 * stylesheet of templates/report below `share`. The same report gives the same bytes. */
bool gaz_report_file_write(GazReport *report, const char *folder, GazDate as_of, const char *share,
                           const char *path, GError **error);

#endif
