/* keep.h - what isn't parted between pages. Private to layout/. Lengths in pt. */
#ifndef GAZETTE_LAYOUT_KEEP_H
#define GAZETTE_LAYOUT_KEEP_H
#include "layout/flow.h"

/* Room for line `i` of `count`, and for those that stay with it; what ends the text (flow->ending) goes with
 * its last two lines. */
void gaz_keep_line(GazFlow *flow, unsigned i, unsigned count, const GazSetting *setting, double pitch);

/* Height of what can't be parted at the beginning of a node: a heading with the first lines below it. */
double gaz_keep_least(const GazFlow *flow, const GazNode *node);

/* What goes with the last lines of `node`: signature, date and a list of annexes (GB/T 9704 7.3.5.5), with
 * the flow's tail, or the beginning of what its colon announces; 0: nothing. `inherited`: what goes with its
 * parent's last lines. */
double gaz_keep_ending(const GazFlow *flow, const GazNode *node, double inherited);

#endif
