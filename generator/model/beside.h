/* beside.h - what stands among and below the rows of a table and is none of them: sums, remarks, the names of
 * parts, a second table; inside model/ only. */
#ifndef GAZETTE_MODEL_BESIDE_H
#define GAZETTE_MODEL_BESIDE_H
#include "model/head.h"

typedef enum {
    GAZ_BESIDE_ROW,   /* a row of the table */
    GAZ_BESIDE_LEFT,  /* sums (合计), remarks (注：) and what belongs to them, the heading once more: left
                         alone, noted */
    GAZ_BESIDE_FAULT, /* a text that nobody can say where it belongs: one fault, not one for each cell that is
                         empty */
    GAZ_BESIDE_ANOTHER /* the heading of another table: a fault; what is below it can't be read */
} GazBeside;

/* What the next row below `head` is. Remarks go on: `head` keeps that there was one. */
GazBeside gaz_beside_judge(GazReading *reading, const GazTable *table, GazHead *head, const GazRow *row);

#endif
