/* picture.h - what a figure draws, as Figure elements: one a language and page, each with its alternative in
 * that language, so that both voices say it. Private to layout/. */
#ifndef GAZETTE_LAYOUT_PICTURE_H
#define GAZETTE_LAYOUT_PICTURE_H
#include "layout/flow.h"

typedef struct {
    GazFlow *flow;
    const GazText *alternative;
    bool shared; /* serves all languages of the PDF, not only that of the part it is in */
    guint first; /* number of its first mark on the page at hand */
    bool again;  /* whether it began on a page before */
} GazPicture;

/* All that is drawn from here to the end belongs to the picture; no element is opened in between. Borrows
 * both. */
GazPicture gaz_picture_begin(GazFlow *flow, const GazText *alternative, bool shared);
void gaz_picture_end(GazPicture *picture);

/* Room for `height` [pt] on this page or the next, where the picture goes on. */
void gaz_picture_need(GazPicture *picture, double height);

#endif
