/* pages.h - the pages and the tree they hang in (ISO 32000-1, 7.7.3). Private to pdf/. */
#ifndef GAZETTE_PDF_PAGES_H
#define GAZETTE_PDF_PAGES_H
#include "layout/page.h"
#include "pdf/objects.h"

typedef struct GazPages GazPages;

/* `resources`: the object of what all pages draw with. Borrows `objects`. Yours: gaz_pages_free(). */
GazPages *gaz_pages_new(GazObjects *objects, unsigned resources);
void gaz_pages_free(GazPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazPages, gaz_pages_free)

/* A page begins: the number of its object; it ends: its content, and what else its dictionary says. */
unsigned gaz_pages_begin(GazPages *pages);
void gaz_pages_end(GazPages *pages, const GazPage *page, const GString *content, const GString *keys);

unsigned gaz_pages_count(const GazPages *pages);

/* Writes the tree: what the catalog says of it, and of the pages' labels, is put at the end of `keys`. */
void gaz_pages_finish(GazPages *pages, GString *keys);

#endif
