/* boxes.h - a paragraph's text cut into what a line can't cut: characters, words, blanks. */
#ifndef GAZETTE_LAYOUT_BOXES_H
#define GAZETTE_LAYOUT_BOXES_H
#include "layout/paragraph.h"

/* Classes of clreq. */
typedef enum {
    GAZ_CLASS_HAN,
    GAZ_CLASS_OPEN,  /* “ ‘ （ 《 〈 〔 【: blank on the left */
    GAZ_CLASS_CLOSE, /* ” ’ ） 》 〉 〕 】: blank on the right */
    GAZ_CLASS_PAUSE, /* ， 、 ； ： */
    GAZ_CLASS_STOP,  /* 。 ！ ？ */
    GAZ_CLASS_MID,   /* · ～ */
    GAZ_CLASS_DASH,  /* —— …… */
    GAZ_CLASS_LATIN,
    GAZ_CLASS_SLASH,
    GAZ_CLASS_SPACE
} GazClass;

typedef struct {
    const GazShaped *shaped;
    const GazPiece *piece;
    const GazRun *run;
    int start, end;         /* [bytes] in the shaped text */
    int glyph, glyph_count; /* in the piece */
    gunichar first, last;   /* characters */
    GazClass class;
    double width;   /* [pt] after neighbours were trimmed */
    double offset;  /* [pt] ink moves left by this: the left blank given up */
    double gap;     /* [pt] before it where it doesn't begin a line: between Han and Latin */
    double shrink;  /* [pt] it could still give up */
    bool may_break; /* whether a line may end after it */
} GazBox;

/* Cuts `runs` into boxes with their breaks. Yours: g_array_unref(), of GazBox. */
GArray *gaz_boxes_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting);

#endif
