/* table.h - a table of a document: columns with bilingual headings, rows in groups with subtotals and a
 * total. */
#ifndef GAZETTE_DOCUMENT_TABLE_H
#define GAZETTE_DOCUMENT_TABLE_H
#include "base/arena.h"
#include "base/text.h"
#include <glib.h>
#include <stdbool.h>

typedef enum {
    GAZ_ALIGN_START,  /* names, words */
    GAZ_ALIGN_CENTRE, /* codes, marks, dates */
    GAZ_ALIGN_DECIMAL /* numbers: on the decimal point, set right */
} GazAlign;

typedef struct {
    GazText heading; /* unit included */
    GazAlign align;
    bool row_header;  /* its cells head their rows (TH scope row) */
    unsigned weight;  /* rank on a narrow screen: 1 is kept in the first screen */
    const char *code; /* "capacity": for class names and data attributes on the website */
} GazTableColumn;

/* A text in one or both languages: where both members are the same pointer or one is NULL, it is set once. */
typedef struct {
    GazText text;      /* in[GAZ_EN] NULL: the Chinese serves both (a number, a code); both NULL: empty */
    const char *link;  /* as in GazRun */
    const char *notes; /* ids of notes whose marks follow the text, blanks between; NULL: none */
} GazCell;

typedef enum {
    GAZ_ROW_DATA,
    GAZ_ROW_GROUP,    /* heads the rows after it: a city; cell 0 spans all columns */
    GAZ_ROW_SUBTOTAL, /* of its group; belongs to the rows before it */
    GAZ_ROW_TOTAL
} GazRowKind;

typedef struct {
    GazRowKind kind;
    const char *id;   /* of the record it shows, for anchors; NULL: none */
    const char *tags; /* codes for the website's filter: "city=370100 status=operating mark=short"; NULL */
    GazCell *cells;   /* column_count of them */
} GazRow;

typedef struct {
    GazText caption;
    GazTableColumn *columns;
    unsigned column_count;
    GArray *rows;     /* of GazRow */
    bool wide;        /* better on a landscape page */
    const char *code; /* "lines": which table it is */
} GazGrid;

/* `columns` is copied. Lent, the arena's, but for `rows`, which the document frees. */
GazGrid *gaz_grid_new(GazArena *arena, const char *code, GazText caption, const GazTableColumn *columns,
                      unsigned column_count);
void gaz_grid_clear(GazGrid *grid);

/* Adds a row with empty cells, to be filled in; valid until the next addition. */
GazRow *gaz_grid_add_row(GazArena *arena, GazGrid *grid, GazRowKind kind);

#endif
