/* due.h - the notes that the rows of a table ask for, on the page of their marks. Private to layout/. */
#ifndef GAZETTE_LAYOUT_DUE_H
#define GAZETTE_LAYOUT_DUE_H
#include "layout/columns.h"

typedef struct {
    GazFlow *flow;
    const GazNode *table; /* NOTES follow it */
    GazCellLook look;
    GPtrArray *due;   /* of const GazNode *: NOTEs of the rows on this page */
    GPtrArray *later; /* the same: those that this page has no room for */
    double height;    /* [pt] of those due */
} GazDue;

void gaz_due_begin(GazDue *due, GazFlow *flow, const GazNode *table, GazCellLook look);
void gaz_due_end(GazDue *due);

/* The NOTEs that a row asks for and that are neither set nor due: added to `found`. */
void gaz_due_find(const GazDue *due, const GazRow *row, GPtrArray *found);

/* [pt] that `notes` would take below those due; that those due take. */
double gaz_due_height_with(const GazDue *due, const GPtrArray *notes);
double gaz_due_height(const GazDue *due);

/* A row's notes stand on its page where they fit into `room` [pt], in their order; the others on the next. */
void gaz_due_add(GazDue *due, const GPtrArray *notes, double room);

/* Sets those due below the last row of the page, or of the table. */
void gaz_due_place(GazDue *due);

/* On a new page: what the one before had no room for becomes due, as far as this page has; a note too long
 * for any page, and those behind it, stand after the table. */
void gaz_due_turn(GazDue *due);

#endif
