/* rows.h - one row of a table set and placed. Private to layout/. Lengths in pt. */
#ifndef GAZETTE_LAYOUT_ROWS_H
#define GAZETTE_LAYOUT_ROWS_H
#include "layout/celltexts.h"

/* The columns of a table, as its rows need them. */
typedef struct {
    GazFlow *flow;
    const GazGrid *grid;
    GazCellLook look;
    double *widths;      /* of the columns, padding included */
    double *left;        /* of their left edges from the table's */
    double *fractions;   /* widest part behind a decimal point, so that points stand below one another */
    GazCellTexts *texts; /* those that recur */
} GazColumns;

/* Finds the places from `flow`, `grid` and `look`; gaz_columns_end() gives them back. */
void gaz_columns_begin(GazColumns *columns);
void gaz_columns_end(GazColumns *columns);

/* What a cell shows in one language: lines `first` up to `end` of the text. */
typedef struct {
    GazCellText *text; /* a reference; NULL: nothing */
    unsigned first, end;
} GazSetText;

typedef struct {
    GazSetText texts[GAZ_LANGUAGES];
    double fraction; /* its part behind a decimal point */
} GazSetCell;

typedef struct {
    GazSetCell *cells;
    unsigned count;
    double height;
} GazSetRow;

/* A row, or the headings, not yet placed. Yours: gaz_row_clear(). */
GazSetRow gaz_row_set(const GazColumns *columns, const GazRow *row);
GazSetRow gaz_row_set_head(const GazColumns *columns);
void gaz_row_clear(GazSetRow *row);

/* Places it below what is on the page. `head`: the headings; `span`: the name of a group, across all columns;
 * `artifact`: headings said again on a further page. */
void gaz_row_place(const GazColumns *columns, GazSetRow *row, bool head, bool span, bool artifact);

/* Leaves in `row` what stands in `room`, with `row_pad` above and below it, and gives the rest as a row of
 * its own: for a row that no page holds. Yours: gaz_row_clear(). */
GazSetRow gaz_row_cut(GazSetRow *row, double room, double row_pad);

#endif
