/* reach.h - the most that a text can take, found without shaping it. */
#ifndef GAZETTE_LAYOUT_REACH_H
#define GAZETTE_LAYOUT_REACH_H
#include "layout/paragraph.h"
#include <stdbool.h>

/* How wide characters are in one setting. */
typedef struct {
    double ascii[128]; /* [pt]; 0: not asked yet */
} GazAdvances;

/* No less than what the text takes. */
typedef struct {
    double whole, word; /* [pt]: on one line, its longest word; INFINITY where only shaping tells */
    bool han;           /* whether it has a Han character */
} GazReach;

/* Of `text` in the face `setting` has for its language; `advances`: of the same setting, zero at first. */
GazReach gaz_reach_of(GazFonts *fonts, const char *text, const GazSetting *setting, GazAdvances *advances);

#endif
