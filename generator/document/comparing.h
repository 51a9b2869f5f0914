/* comparing.h - one comparison while it is made. Inside document/ only. */
#ifndef GAZETTE_DOCUMENT_COMPARING_H
#define GAZETTE_DOCUMENT_COMPARING_H
#include "base/arena.h"
#include "document/align.h"
#include "document/compare.h"
#include <stdbool.h>

struct GazComparison {
    GazArena *arena;
    GPtrArray *differences; /* of GazDifference *, the arena's */
    unsigned steps;
};

/* Adds a difference with the place of `where`, which is copied. Lent, to be filled in. */
GazDifference *gaz_comparison_add(GazComparison *comparison, const GazDifference *where,
                                  GazDifferenceKind kind, const char *what);

/* Adds one where the texts differ; a missing text is "". */
void gaz_compare_texts(GazComparison *comparison, const GazDifference *where, const char *what, GazText was,
                       GazText is);

/* Both are elements `table`, or `figure`; `where` names what they stand in. */
void gaz_compare_tables(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                        const xmlNode *is);
void gaz_compare_figures(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                         const xmlNode *is);

/* Aligns two sequences for this comparison, its steps counted. Clear with gaz_alignment_clear(). */
GazAlignment gaz_comparison_align(GazComparison *comparison, const GPtrArray *was, const GPtrArray *is,
                                  bool pair);

/* Reading trees. Texts are the arena's. */
const xmlNode *gaz_compared_first(const xmlNode *parent, const char *name); /* NULL name: any; NULL: none */
const xmlNode *gaz_compared_after(const xmlNode *element, const char *name);
bool gaz_compared_is(const xmlNode *element, const char *name);
const char *gaz_compared_attribute(GazComparison *comparison, const xmlNode *element, const char *name);
const char *gaz_compared_text(GazComparison *comparison, const xmlNode *element);  /* NULL element: NULL */
GazText gaz_compared_bilingual(GazComparison *comparison, const xmlNode *element); /* of zh and en in it */
bool gaz_compared_equal(GazText one, GazText other);

#endif
