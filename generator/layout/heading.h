/* heading.h - titles and headings (GB/T 9704 7.3.1, 7.3.3). Private to layout/. */
#ifndef GAZETTE_LAYOUT_HEADING_H
#define GAZETTE_LAYOUT_HEADING_H
#include "layout/flow.h"

/* The title of the document; the cursor is left at the lower edge of its last line. */
void gaz_heading_title(GazFlow *flow, const GazNode *node);

/* The title of an annex, without its label. */
void gaz_heading_annex(GazFlow *flow, const GazNode *heading);

/* A heading of level 1 to 4, never left alone at the foot of a page. */
void gaz_heading_layout(GazFlow *flow, const GazNode *node);

#endif
