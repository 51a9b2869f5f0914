/* poster.h - a sheet to hang up: everything on one page of A4, both languages side by side. Private to
 * layout/. */
#ifndef GAZETTE_LAYOUT_POSTER_H
#define GAZETTE_LAYOUT_POSTER_H
#include "layout/flow.h"

/* Sets the flow's document, one of GAZ_FORM_POSTER, on a page of its own. What doesn't fit in full size is
 * set smaller as a whole. */
void gaz_poster_layout(GazFlow *flow);

#endif
