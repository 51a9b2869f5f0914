/* compare.h - what differs between two document trees, in the terms of a reader: which paragraph, heading,
 * row or cell, what it was and what it is. Trees are taken as XML (xml.h), from memory or read back, so that
 * what was published years ago can be compared with what would be published today.
 *
 * Compared is what is read: texts, numbers of headings, tables, figures, the facts of the head (number, date,
 * title ...). How it is set isn't: styles, links, weights of columns, where a text is cut into runs. Two
 * trees without a difference say the same. */
#ifndef GAZETTE_DOCUMENT_COMPARE_H
#define GAZETTE_DOCUMENT_COMPARE_H
#include "base/text.h"
#include <glib.h>
#include <libxml/tree.h>

typedef enum {
    GAZ_DIFFERS_ADDED,   /* only `is` */
    GAZ_DIFFERS_REMOVED, /* only `was` */
    GAZ_DIFFERS_CHANGED,
    GAZ_DIFFERS_MOVED,      /* the same text at another place; `is` */
    GAZ_DIFFERS_RENUMBERED, /* of a table: its running numbers follow from rows added, removed or moved */
    GAZ_DIFFERENCE_KINDS
} GazDifferenceKind;

/* "added": for structured output. Static. */
const char *gaz_difference_kind_code(GazDifferenceKind kind);

/* One difference. Of texts in both languages (cells, captions) both are there, equal pointers where one
 * serves both; of a text in one language only that one. Strings are lent by the comparison. */
typedef struct {
    GazDifferenceKind kind;
    const char *what;     /* "paragraph", "heading", "row", "cell", "date" ...: see gaz_difference_whats */
    GazLanguage language; /* of the text it is in; of a table or figure GAZ_LANGUAGES: both */
    GazText annex;        /* label and title of its annex; members NULL: in the text itself */
    const char *under;    /* the heading it stands under; NULL: none, or a table */
    unsigned nth;         /* of its kind under that heading, from 1; 0: the only kind there is */
    GazText table;        /* caption of its table or figure; members NULL: none */
    GazText row;          /* what its row is about; of a fact its label; members NULL: none */
    GazText column;       /* heading of its column; members NULL: none */
    const char *table_code, *row_id, *column_code; /* the same for programs; NULL: none */
    GazText was, is;
} GazDifference;

/* Every word that `what` may be; ends with NULL. */
extern const char *const gaz_difference_whats[];

typedef struct GazComparison GazComparison;

/* Compares two elements `document`. Borrows them, and needs them no longer. The work grows as the trees do
 * (n log n): blocks are matched by their text, rows by their keys. Yours: gaz_comparison_free(). */
GazComparison *gaz_compare(const xmlNode *was, const xmlNode *is);
void gaz_comparison_free(GazComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazComparison, gaz_comparison_free)

/* Of const GazDifference *, in the order of the new tree; empty: they say the same. Lent. */
const GPtrArray *gaz_comparison_differences(const GazComparison *comparison);

/* How many matches of blocks and rows were looked at; for tests of growth. */
unsigned gaz_comparison_steps(const GazComparison *comparison);

#endif
