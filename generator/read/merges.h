/* merges.h - the merged ranges of a sheet. The file lists them behind the rows, so they are looked up first.
 */
#ifndef GAZETTE_READ_MERGES_H
#define GAZETTE_READ_MERGES_H
#include "read/package.h"
#include "read/row_buffer.h"

typedef struct GazMerges GazMerges;

/* Reads those of a sheet's part. NULL with a fault where it is broken. Yours: gaz_merges_free(). */
GazMerges *gaz_merges_read(GazPackage *package, const char *part);
void gaz_merges_free(GazMerges *merges);

/* Gives each cell of the row numbered `row`, which is being read, the text of its range where it lies in one
 * and has none of its own; adds cells where a range goes beyond the row. Rows must come in ascending order.
 * `sheet`: for the places of cells added. False: the ranges overlap as none can. */
bool gaz_merges_fill(GazMerges *merges, GazRowBuffer *buffer, const GazPlace *sheet, unsigned row);

/* The place of the first range that went down over rows with texts, its first cell; false: there was none. */
bool gaz_merges_went_down(const GazMerges *merges, const GazPlace *sheet, GazPlace *place);

/* Reads "D14"; false where it is none. Returns what follows in `*end`. */
bool gaz_cell_reference(const char *text, unsigned *column, unsigned *row, const char **end);

#endif
