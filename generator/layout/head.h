/* head.h - 版头: what stands above the title, by the form of the document (GB/T 9704 7.2, 10.1). Private to
 * layout/. */
#ifndef GAZETTE_LAYOUT_HEAD_H
#define GAZETTE_LAYOUT_HEAD_H
#include "layout/flow.h"

/* Sets the head of `body` on the page just begun and leaves the cursor where the title begins. Gives the
 * first node that is left to be set. */
const GazNode *gaz_head_layout(GazFlow *flow, const GazNode *body);

/* The second double rule of a letter, 20 mm from the foot of its first page (10.1). */
void gaz_head_letter_foot(GazFlow *flow);

#endif
