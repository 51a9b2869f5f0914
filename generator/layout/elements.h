/* elements.h - a page's marks with their elements made fit for PDF. Private to layout/. */
#ifndef GAZETTE_LAYOUT_ELEMENTS_H
#define GAZETTE_LAYOUT_ELEMENTS_H
#include "layout/page.h"

GArray *gaz_marks_new(void); /* of GazMark, owning their glyphs. Yours: g_array_unref() */

/* Cairo loses text that stands in an element beside other elements, and text can't go on in one element from
 * page to page: such text gets a Span of its own. Replaces `marks`. */
void gaz_elements_settle(GArray **marks);

#endif
