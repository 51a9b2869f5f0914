/* import_rows.h - what the parts of an import share; inside model/ only. */
#ifndef GAZETTE_MODEL_IMPORT_ROWS_H
#define GAZETTE_MODEL_IMPORT_ROWS_H
#include "model/head.h"
#include "model/import.h"
#include "model/reading.h"

/* Where a row comes from. */
typedef enum {
    GAZ_IMPORT_NEW,  /* a file that is taken in */
    GAZ_IMPORT_OLD,  /* the folder's own table, which is written anew with what is added */
    GAZ_IMPORT_OTHER /* the table of another year of the data folder: known, and never edited */
} GazImportFrom;

typedef struct {
    const char **cells; /* for each column of the table; NULL: empty */
    GazPlace *places;
    GazImportFrom from;
} GazImportRow;

/* A table with the rows it had and those that were added. */
typedef struct {
    const GazTable *table;
    GPtrArray *rows;   /* of GazImportRow *, but for those of other years; the arena's */
    GHashTable *keys;  /* what a row speaks of to GazImportRow * */
    bool *columns;     /* for each: whether any row has it, or the file's heading */
    const char *intro; /* the comments at the beginning of its CSV file; NULL: none */
    const char *book;  /* the workbook of the folder that it stands in; NULL: a CSV file, or none */
    bool unsafe; /* the folder's own file can't be read as a whole: written anew, it would lose something */
    unsigned added, merged;
    bool changed;       /* there is something to be written */
    const char *prefix; /* of ids of the first row's manner: "E-"; NULL: no id yet */
    unsigned digits;    /* of its number: 3 in E-001 */
    guint64 highest;    /* number behind that prefix */
} GazImportTable;

struct GazImport {
    GazReading reading;
    GazImportTable *tables; /* one for each of gaz_tables */
    const char *folder;     /* whose tables are written: the data folder, or that of a year in it */
    GString *told;          /* how sheets and columns were understood */
    GPtrArray *workbooks;   /* of GazWorkbook *: of the files taken in */
    GPtrArray *inputs;      /* of GazInput * */
};

/* Reads all rows of `rows` below its heading into `table`. False only with `error` set. */
bool gaz_import_rows(GazImport *import, GazImportTable *table, GazRows *rows, GazImportFrom from,
                     GError **error);

/* Adds a row, or merges a new one into the one that speaks of the same. */
void gaz_import_merge(GazImport *import, GazImportTable *table, GazImportRow *row);

#endif
