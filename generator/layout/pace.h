/* pace.h - how many lines a page of the Chinese text has: 22 (GB/T 9704 5.2.3), or one or two more or fewer
 * where names and date, or the imprint, find no room below the text (7.3.5.5), and rows of tables with them.
 * Private to layout/. */
#ifndef GAZETTE_LAYOUT_PACE_H
#define GAZETTE_LAYOUT_PACE_H
#include "layout/flow.h"

/* Lets `set` set the text on new pages. Where its signature had to go over to a page nearly without text, or
 * `imprint`, which follows at once (NULL: none does), would stand alone after a blank page, it is set again
 * with another number of lines a page, the same on each, until neither happens; if one always does, as is
 * least bad, with 22 if that is no worse. Texts of more pages than are kept back are set once. */
void gaz_pace_set(GazFlow *flow, void (*set)(GazFlow *flow), const GazNode *imprint);

/* The same for the annexes, before `imprint` (NULL: none); they are set once where their tables have many
 * rows, so that pages of a long list go to the sink while others are set. */
void gaz_pace_set_annexes(GazFlow *flow, void (*set)(GazFlow *flow), const GazNode *imprint);

/* To be told when the signature has its place: sees whether it is in want of text above it. */
void gaz_pace_signed(GazFlow *flow);

/* Ends the page at hand by keeping it back; false where pages go to the sink at once. */
bool gaz_pace_keep(GazFlow *flow);

#endif
