/* leaves.h - name and number trees (ISO 32000-1, 7.9.6 and 7.9.7): two levels, the leaves written as they
 * fill. Private to pdf/. */
#ifndef GAZETTE_PDF_LEAVES_H
#define GAZETTE_PDF_LEAVES_H
#include "pdf/objects.h"

typedef struct GazLeaves GazLeaves;

/* `kind`: "Names" or "Nums". Borrows `objects`. Yours: gaz_leaves_free(). */
GazLeaves *gaz_leaves_new(GazObjects *objects, const char *kind);
void gaz_leaves_free(GazLeaves *leaves);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazLeaves, gaz_leaves_free)

/* Adds one; keys come in their order. Both as they are to stand in the file. */
void gaz_leaves_add(GazLeaves *leaves, const GString *key, const GString *value);

/* The object of the whole tree, 0 where nothing was added. */
unsigned gaz_leaves_finish(GazLeaves *leaves);

#endif
