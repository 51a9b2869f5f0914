/* row_buffer.h - the row that is being read: its cells, and the memory their texts stand in until the next.
 */
#ifndef GAZETTE_READ_ROW_BUFFER_H
#define GAZETTE_READ_ROW_BUFFER_H
#include "read/rows.h"

/* The texts of a row are never longer together [bytes]: a few long strings that all cells share would take up
 * any memory. */
#define GAZ_LONGEST_ROW ((size_t)16 << 20)

typedef struct {
    GString *text;   /* the texts of all its cells, a NUL behind each */
    GArray *cells;   /* of GazCell; `text` isn't set yet */
    GArray *offsets; /* of gsize: where in `text` each cell's begins */
    GazRow row;
    bool any; /* a cell has text */
} GazRowBuffer;

void gaz_row_buffer_init(GazRowBuffer *buffer);
void gaz_row_buffer_clear(GazRowBuffer *buffer);

/* Begins a new row: the last one's texts are gone. */
void gaz_row_buffer_begin(GazRowBuffer *buffer);

/* Adds a cell: line ends become LF, tabs blanks, and white space at either end, ideographic spaces too, goes.
 * Beyond GAZ_MOST_COLUMNS cells are counted but not kept. Returns its text, lent until the next call; NULL
 * where it isn't kept. */
const char *gaz_row_buffer_add(GazRowBuffer *buffer, const char *text, size_t length, const GazPlace *place);

/* A fault of the cell added last is told: the row counts as one with text. */
void gaz_row_buffer_mark(GazRowBuffer *buffer);

/* Keeps the text of a merged range's first cell, once for all cells of the row that it is given to. */
gsize gaz_row_buffer_keep(GazRowBuffer *buffer, const char *text);

/* Gives the cell at `index` the text that was `kept`. */
void gaz_row_buffer_spread(GazRowBuffer *buffer, unsigned index, gsize kept, GazSpread spread);

/* Whether the row is longer than GAZ_LONGEST_ROW. */
bool gaz_row_buffer_is_full(const GazRowBuffer *buffer);

/* The text of the cell at `index` so far; lent until the next call. */
const char *gaz_row_buffer_text(const GazRowBuffer *buffer, unsigned index);

/* The row with all its cells; lent until the next one begins. */
const GazRow *gaz_row_buffer_finish(GazRowBuffer *buffer);

#endif
