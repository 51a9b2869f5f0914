/* head.h - which rows of a file are its heading, and which of its columns is which of the table's; inside
 * model/ only. Offices put titles above a heading, set it in two rows (窑规格 over 直径 and 长度), and call
 * columns as they like. */
#ifndef GAZETTE_MODEL_HEAD_H
#define GAZETTE_MODEL_HEAD_H
#include "model/headings.h"

typedef struct {
    GazRow row;      /* the heading as one: of each cell the lowest text */
    int *cells;      /* for each column of the table, the index of its cell in a row; -1: not in the file */
    int *shifts;     /* for each column: places that the decimal point of its numbers moves to the right */
    unsigned *parts; /* for each column: 1 or 2 where a cell holds two numbers (Φ4.8×74m), the one that is
                        its; else 0 */
    int owner;     /* index of the cell of a row that names the enterprise of its line, in a table that has no
                      column for it; -1: none */
    int city;      /* of lines: index of the cell of a row that names the city of its enterprise; -1: none */
    bool complete; /* whether all required columns are there */
    bool remarks;  /* whether a remark was left alone below it: texts that stand alone below belong to it */
    GArray *ahead; /* of GazRow: read with it, the heading's last is the one before `next` */
    guint next;    /* the first of them that was not given yet */
} GazHead;

/* Reads the heading of `rows`; `strict`: a required column that is missing is a fault. False with a fault
 * where there is no heading, or with `error` set. gaz_head_clear() in any case. */
bool gaz_head_read(GazHead *head, GazReading *reading, const GazTable *table, GazRows *rows, bool strict,
                   GError **error);
void gaz_head_clear(GazHead *head);

/* The cell of a row that is column `index` of the table. NULL: the file has no such column, the row is too
 * short, or the cell is merged with one of another column, of which it is said. Lent. */
const GazCell *gaz_head_cell(const GazHead *head, const GazRow *row, unsigned index);

/* The rows below the heading, one after the other; NULL: no more. Lent until the next call. */
const GazRow *gaz_head_next(GazHead *head, GazRows *rows);

#endif
