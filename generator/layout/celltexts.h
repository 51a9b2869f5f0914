/* celltexts.h - the texts of a table's cells: what recurs in a column is set once, while it recurs. Private
 * to layout/. */
#ifndef GAZETTE_LAYOUT_CELLTEXTS_H
#define GAZETTE_LAYOUT_CELLTEXTS_H
#include "layout/columns.h"

/* A cell's text in one language, set: all cells of a column that say the same share it. */
typedef struct GazCellText GazCellText;

void gaz_cell_text_unref(GazCellText *text);
GazCellText *gaz_cell_text_ref(GazCellText *text);
const GArray *gaz_cell_text_lines(const GazCellText *text); /* of GazLine; lent */

/* What is asked for. */
typedef struct {
    const char *words;    /* lent by the document */
    GazLanguage language; /* that it is set as */
    GazLanguage spoken;   /* that the words are in, where they stand among another's */
    bool head;            /* as headings, names of groups and sums are set */
    double width;         /* [pt] of the column, padding included */
    const char *notes;    /* ids, blanks between; NULL: none */
} GazCellWords;

typedef struct GazCellTexts GazCellTexts;

/* Those of a table in `flow`, which is lent, with so many columns. Yours: gaz_cell_texts_free(). */
GazCellTexts *gaz_cell_texts_new(const GazFlow *flow, unsigned columns);
void gaz_cell_texts_free(GazCellTexts *texts);

/* Sets the words, or gives what was set for an equal cell of the column. Yours: gaz_cell_text_unref(). */
GazCellText *gaz_cell_texts_get(GazCellTexts *texts, unsigned column, const GazCellWords *words);

#endif
