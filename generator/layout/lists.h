/* lists.h - lists of items, and the list of annexes (GB/T 9704 7.3.4). Private to layout/. */
#ifndef GAZETTE_LAYOUT_LISTS_H
#define GAZETTE_LAYOUT_LISTS_H
#include "layout/flow.h"

void gaz_list_layout(GazFlow *flow, const GazNode *list);
void gaz_annex_list_layout(GazFlow *flow, const GazNode *list);

#endif
