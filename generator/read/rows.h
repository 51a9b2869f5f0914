/* rows.h - a CSV file (RFC 4180, UTF-8) as rows of cells, each with its place; knows nothing of what they
 * say. Lines that begin with # before the header are comments. White space around a cell is no part of it.
 * Rows without any text are skipped. */
#ifndef GAZETTE_READ_ROWS_H
#define GAZETTE_READ_ROWS_H
#include "base/arena.h"
#include "read/input.h"

/* A cell's text is never longer [bytes], a header never has more columns. */
#define GAZ_LONGEST_FIELD ((size_t)1 << 20)
#define GAZ_MOST_COLUMNS 1000u

typedef struct {
    const char *text; /* UTF-8; never NULL; line ends inside are LF, tabs are spaces */
    GazPlace place;   /* of its first character or quote */
} GazCell;

typedef struct {
    GazPlace place;       /* of its first cell */
    const GazCell *cells; /* `count` of them, at most as many as the header has */
    unsigned count;
    bool ragged; /* not as many cells as the header: its fault is told; the cells may be anything's */
    bool marked; /* with a forbidden character: its fault is told */
} GazRow;

typedef struct {
    GazRow header; /* its count: the number of columns */
    const GazRow *rows;
    unsigned count; /* the header not among them */
    bool whole;     /* false where the rest of the file could not be read: its fault is told */
} GazRows;

/* The rows of `input`. Faults go into `report`; a bad row is one fault, and the rest is still read, but a
 * torn quote ends the reading. NULL where not even a header could be read. Lent while the arena lives. */
const GazRows *gaz_rows_parse(GazArena *arena, GazInput *input, GazReport *report);

#endif
