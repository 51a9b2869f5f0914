/* headline.h - an English title broken by sense. Private to layout/. Lengths in pt. */
#ifndef GAZETTE_LAYOUT_HEADLINE_H
#define GAZETTE_LAYOUT_HEADLINE_H
#include "layout/paragraph.h"

/* Breaks `title` into lines about as long as one another that end where the sense allows: before a
 * preposition rather than after it, not after "the 2022", not within "Co., Ltd.". Gives where in it each line
 * begins [bytes]: an array of guint, yours: g_array_unref(); NULL where it has to be filled word by word, as
 * it is too long or a word is wider than a line. */
GArray *gaz_headline_break(GazFonts *fonts, const char *title, const GazSetting *setting);

#endif
