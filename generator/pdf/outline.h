/* outline.h - the outline, and the places that links and addresses ending in #name lead to. Private to pdf/.
 */
#ifndef GAZETTE_PDF_OUTLINE_H
#define GAZETTE_PDF_OUTLINE_H
#include "pdf/objects.h"

typedef struct GazOutline GazOutline;

/* Borrows `objects`. Yours: gaz_outline_free(). */
GazOutline *gaz_outline_new(GazObjects *objects);
void gaz_outline_free(GazOutline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazOutline, gaz_outline_free)

/* A place `y` [pt] above the foot of the page whose object has this number: an entry of the outline at a
 * level, 0 the highest; or the target called `name`. Copies the text. */
void gaz_outline_add(GazOutline *outline, const char *title, unsigned level, unsigned page, double y);
void gaz_outline_add_target(GazOutline *outline, const char *name, unsigned page, double y);

/* Whether the entry added last has no structure element yet; gives it one. A title's language is that of its
 * element: language codes inside of titles (7.9.2.2) are printed as rubbish by most readers. */
bool gaz_outline_wants_element(const GazOutline *outline);
void gaz_outline_set_element(GazOutline *outline, unsigned element);

/* Writes them: what the catalog says of them is put at the end of `keys`. */
void gaz_outline_finish(GazOutline *outline, GString *keys);

#endif
