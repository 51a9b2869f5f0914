/* rows.h - a table's file, CSV or the sheet of a workbook, as rows of cells, each with its place, one after
 * the other; knows nothing of what they say. White space around a cell is no part of it. Rows without any
 * text are skipped. Which row is the heading, the reader of the rows finds out. */
#ifndef GAZETTE_READ_ROWS_H
#define GAZETTE_READ_ROWS_H
#include "base/arena.h"
#include "read/input.h"

/* A cell's text is never longer [bytes], a table never has more columns. */
#define GAZ_LONGEST_FIELD ((size_t)1 << 20)
#define GAZ_MOST_COLUMNS 1000u

/* Where a cell of a merged range has its text from: the range's first cell. */
typedef enum {
    GAZ_SPREAD_NONE,   /* its own, or not merged */
    GAZ_SPREAD_DOWN,   /* a cell above it, in the same column */
    GAZ_SPREAD_ACROSS, /* a cell of another column */
} GazSpread;

typedef struct {
    const char *text; /* UTF-8; never NULL; line ends inside are LF, tabs are spaces */
    GazPlace place;   /* in a text: of its first character or quote */
    GazSpread spread;
    bool told; /* a fault of it is: there is nothing to be read in it */
} GazCell;

typedef struct {
    GazPlace place;       /* of its first cell */
    const GazCell *cells; /* `count` of them, at most GAZ_MOST_COLUMNS */
    unsigned count;
    unsigned width; /* cells there are, those not kept among them */
    bool marked;    /* with a forbidden character, an error in a cell ...: its fault is told */
} GazRow;

typedef struct GazRows GazRows;
struct GazRows {
    const GazRow *(*next)(GazRows *rows);
    void (*free)(GazRows *rows);
    GazPlace place; /* of the file, or of its sheet */
    bool even;      /* every row has to have as many cells as the heading: CSV */
    unsigned bare;  /* the column, from 1, last told of for its lack of a heading; 0: none */
    bool whole;     /* after the last row: false where the rest could not be read: its fault is told */
};

/* The next row with any text; NULL: no more. Lent until the next call. */
const GazRow *gaz_rows_next(GazRows *rows);
void gaz_rows_free(GazRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazRows, gaz_rows_free)

/* Whether `row` has a cell for each of the heading's and no text beside them; else a fault, of a column
 * without a heading only once. Its cells may be anything's then. */
bool gaz_rows_fit(GazRows *rows, const GazRow *heading, const GazRow *row, GazReport *report);

/* A copy that lives as long as the arena. */
GazRow gaz_row_keep(GazArena *arena, const GazRow *row);

/* The rows of a CSV file (RFC 4180) in any encoding that gaz_input_decode() knows, with commas, semicolons or
 * tabs between the cells. Lines that begin with # before the first row are comments. Faults go into `report`;
 * a torn quote ends the reading. NULL where nothing could be read. `input` and `report` must outlive it.
 * Yours: gaz_rows_free(). */
GazRows *gaz_csv_open(GazInput *input, GazReport *report);

#endif
