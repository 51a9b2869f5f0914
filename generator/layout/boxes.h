/* boxes.h - a paragraph's text cut into what a line can't cut: a Han character, a Latin word, a mark, a
 * blank; with what each may give up and where lines may part. W3C clreq and GB/T 15834 part 5, as this file's
 * tests show them. Private to layout/. Lengths in pt. */
#ifndef GAZETTE_LAYOUT_BOXES_H
#define GAZETTE_LAYOUT_BOXES_H
#include "layout/paragraph.h"

typedef enum {
    GAZ_CLASS_HAN,
    GAZ_CLASS_OPEN,  /* “ ‘ （ 《 〈 〔 【: blank on the left */
    GAZ_CLASS_CLOSE, /* ” ’ ） 》 〉 〕 】: blank on the right */
    GAZ_CLASS_PAUSE, /* ， 、 ； ： */
    GAZ_CLASS_STOP,  /* 。 ！ ？ */
    GAZ_CLASS_MID,   /* · ～ －: connect, take no part in filling */
    GAZ_CLASS_DASH,  /* —— …… */
    GAZ_CLASS_LATIN, /* letters and digits */
    GAZ_CLASS_SLASH,
    GAZ_CLASS_SPACE
} GazClass;

typedef struct {
    const GazShaped *shaped; /* lent by the fonts */
    const GazPiece *piece;   /* of it */
    const GazRun *run;       /* lent */
    int start, end;          /* [bytes] in the shaped text */
    int glyph, glyph_count;  /* in the piece */
    gunichar first, last;    /* characters */
    GazClass class;
    double width;  /* after its neighbours were trimmed */
    double offset; /* ink moves left by this: the left blank given up */
    double give;   /* blank it can still give up: on its left where OPEN, else on its right */
    double gap;    /* after it, unless it ends the line: a quarter em between Han and Latin */
    double part;   /* cost of ending a line after it; INFINITY: may not */
    bool fixed;    /* part of a level's number, or a blank between names: gives and takes nothing */
} GazBox;

/* Cuts `runs` into boxes. Yours: g_array_unref(), of GazBox, before the next ones are cut. */
GArray *gaz_boxes_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting);

#endif
