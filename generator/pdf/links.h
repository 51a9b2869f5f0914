/* links.h - links as annotations (ISO 32000-1, 12.5.6.5), one for each line that a link runs over. Private to
 * pdf/. */
#ifndef GAZETTE_PDF_LINKS_H
#define GAZETTE_PDF_LINKS_H
#include "layout/page.h"
#include "pdf/objects.h"

/* [pt] from the page's bottom left corner. */
typedef struct {
    double left, bottom, right, top;
} GazExtent;

/* What a mark covers on a page of `height` [pt]; `first`: whether `extent` is still to begin. */
GazExtent gaz_links_extent(const GazMark *mark, double height);
void gaz_links_extend(GazExtent *extent, const GazExtent *more, bool first);

typedef struct GazLinks GazLinks;

/* Borrows `objects`. Yours: gaz_links_free(). */
GazLinks *gaz_links_new(GazObjects *objects);
void gaz_links_free(GazLinks *links);

/* A link begins, whose target and alternative are lent until it is written; something is drawn in it. */
void gaz_links_begin(GazLinks *links, const GazElement *element);
void gaz_links_draw(GazLinks *links, const GazMark *mark, unsigned page, double height);

/* The link is over: how many annotations it has. Each is written with its key in the parent tree, and what
 * its structure element says of it is put at the end of `kids`. */
unsigned gaz_links_places(const GazLinks *links);
void gaz_links_write(GazLinks *links, unsigned at, unsigned key, GString *kids);

/* The annotations of the page, put at the end of the page's dictionary. */
void gaz_links_end_page(GazLinks *links, GString *keys);

#endif
