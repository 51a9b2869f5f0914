/* import.h - lists as they come in, from whatever files and in whatever form, added to the tables of a data
 * folder. Rows that speak of the same enterprise (by its credit code, else its name) or the same line (by
 * enterprise and name) are one: what one of them lacks the other gives, and where they differ is a fault that
 * names both places. Nothing is written where there is a fault. */
#ifndef GAZETTE_MODEL_IMPORT_H
#define GAZETTE_MODEL_IMPORT_H
#include "base/report.h"

typedef struct GazImport GazImport;

/* Reads the data folder `folder` to be added to, or, where that is the sub-folder of a later year, the data
 * folder it lies in: what any year has is known, and rows are added to that year's tables. A data folder of
 * several years is itself refused (`error`): which of them would have to be said. NULL with a fault in
 * `report` where its publication or its tables can't be read, or with `error` set. Both, and `rules_folder`,
 * must outlive it. Yours: gaz_import_free(). */
GazImport *gaz_import_new(const char *folder, const char *rules_folder, GazReport *report, GError **error);
void gaz_import_free(GazImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazImport, gaz_import_free)

/* Takes the tables of these files (.csv, .xlsx) in, those that others refer to first. A sheet, or a CSV file,
 * is the table it is named after, or else the one whose headings it has. False only with `error` set. */
bool gaz_import_files(GazImport *import, char **paths, GError **error);

/* The data folder that is added to, also where it is one of its years. Lent. */
const char *gaz_import_root(const GazImport *import);

/* How each sheet and each of its columns was understood, and what came of its rows, for a person to read.
 * Yours: g_free(). */
char *gaz_import_describe(const GazImport *import);

/* Whether the files say anything that the folder doesn't. */
bool gaz_import_is_new(const GazImport *import);

/* Writes the tables that rows were added to as CSV files of the folder, each at once; none where any of them
 * would lose something. False with `error` set. */
bool gaz_import_write(const GazImport *import, GError **error);

#endif
