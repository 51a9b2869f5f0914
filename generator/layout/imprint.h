/* imprint.h - 版记, at the foot of the last page (GB/T 9704 7.4). Private to layout/. */
#ifndef GAZETTE_LAYOUT_IMPRINT_H
#define GAZETTE_LAYOUT_IMPRINT_H
#include "layout/flow.h"

/* Sets it at the foot of the last page, which is made one with an even number; a letter's has no rules and
 * may stand on any page (10.1). `imprint` may be NULL: nothing. */
void gaz_imprint_layout(GazFlow *flow, const GazNode *imprint);

/* That of a notice carried as an attachment: at the foot of its own last page, whatever its number. */
void gaz_imprint_carried(GazFlow *flow, const GazNode *imprint);

/* Whether it finds no room on the page at hand, where it belongs, so that a page of its own follows, and
 * before that a blank one, unless it is a letter's. `imprint` may be NULL. */
bool gaz_imprint_strays(GazFlow *flow, const GazNode *imprint);

/* [pt] that the imprint of an attachment takes below the last line of what it belongs to. */
double gaz_imprint_tail(GazFlow *flow, const GazNode *imprint);

#endif
