/* links.h - where runs lead. Private to layout/. */
#ifndef GAZETTE_LAYOUT_LINKS_H
#define GAZETTE_LAYOUT_LINKS_H
#include "layout/flow.h"

/* An address or "#name"; NULL: the run leads nowhere in this PDF (no link, a page of the website, a
 * node that isn't set). Lent, the flow's. */
const char *gaz_link_target(GazFlow *flow, const GazRun *run);

/* What a link says where it isn't seen: its words, and those that it leads to, as the mark of a note says
 * little. Lent, the flow's. */
const char *gaz_link_alternative(GazFlow *flow, const GazRun *run);

/* Notes every node below `root` that this flow's languages show: they may be linked to. */
void gaz_link_find_targets(GazFlow *flow, const GazNode *root);

/* Gives what is linked to and has no place yet one on the page at hand: no link leads into nothing. */
void gaz_link_reach_all(GazFlow *flow);

#endif
