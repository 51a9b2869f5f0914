/* compare_blocks.h - the parts and blocks of a document as they are compared. Inside document/ only. */
#ifndef GAZETTE_DOCUMENT_COMPARE_BLOCKS_H
#define GAZETTE_DOCUMENT_COMPARE_BLOCKS_H
#include "document/comparing.h"

/* An annex. */
typedef struct {
    GazAligned aligned; /* first, so that it can be aligned */
    const xmlNode *element;
    GazText name;
} GazPart;

/* Compares the blocks below two elements, however deep they are nested. */
void gaz_compare_blocks(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                        const xmlNode *is);

#endif
