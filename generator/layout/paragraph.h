/* paragraph.h - a text becomes lines: W3C clreq and GB/T 15834 for Chinese, words and spaces for English.
 * Pango shapes; where lines end and what their marks give up is decided here. */
#ifndef GAZETTE_LAYOUT_PARAGRAPH_H
#define GAZETTE_LAYOUT_PARAGRAPH_H
#include "layout/glyphs.h"

typedef enum {
    GAZ_FILL_JUSTIFIED, /* every line but the last fills the measure */
    GAZ_FILL_RAGGED, /* fewest lines at their natural width, between words where there is a choice: cells */
    GAZ_FILL_CLOSE   /* the same, but gaps and marks give way where a line is a little too long: names */
} GazFill;

/* How a paragraph is set. Lengths in pt. */
typedef struct {
    GazLanguage language;
    double size;    /* of the letters */
    double cell;    /* advance of a full-width character; 0: as the face has it */
    double measure; /* width of a line */
    double indent;  /* of the first line */
    double hang;    /* of every other line */
    GazFill fill;
    double spread; /* [em] most that characters may be parted by to fill a line, beyond which it stays short;
                      0: half */
    GazFace faces[3]; /* Han text, Latin text, strong */
} GazSetting;

/* A style bit of runs made in layout/ beside those of the document: a level's number, whose brackets are not
 * squeezed. */
enum { GAZ_RUN_FIXED = 1 << 8 };

/* Part of a line in one font. */
typedef struct {
    GazGlyphs *glyphs; /* owned */
    const char *text;  /* that they show a part of: the run's */
    const GazRun *run; /* it came from; lent */
    double x, width;   /* [pt] from the measure's left edge */
} GazSegment;

typedef struct {
    GArray *segments; /* of GazSegment, left to right */
    double x, width;  /* [pt] of the line; the blanks of trimmed marks at its ends aren't counted */
} GazLine;

typedef struct {
    GArray *lines; /* of GazLine */
    double widest; /* [pt] */
} GazParagraph;

/* Sets the chain of runs. Yours: gaz_paragraph_free(). */
GazParagraph *gaz_paragraph_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting);
void gaz_paragraph_free(GazParagraph *paragraph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazParagraph, gaz_paragraph_free)

/* Width [pt] of the text on one line, with the gaps between Han and Latin that a line would have. */
double gaz_text_width(GazFonts *fonts, const char *text, const GazSetting *setting);

#endif
