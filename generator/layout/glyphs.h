/* glyphs.h - glyphs of one font side by side, as they stand on a line: one block of memory, shared by all
 * marks that show them. Private to layout/ and pdf/. */
#ifndef GAZETTE_LAYOUT_GLYPHS_H
#define GAZETTE_LAYOUT_GLYPHS_H
#include "layout/faces.h"

/* Lengths in 1/PANGO_SCALE pt. */
typedef struct {
    PangoGlyph code; /* may be PANGO_GLYPH_EMPTY, or have PANGO_GLYPH_UNKNOWN_FLAG: none */
    int cluster;     /* [bytes] where its cluster begins in what all of them show */
    int width, x_offset, y_offset;
} GazGlyph;

typedef struct {
    PangoFont *font;   /* owned */
    int start, length; /* [bytes] of the text that they show */
    int top, height;   /* of a line of the font; the top from the baseline, downwards */
    bool backwards;    /* whether that text runs from right to left */
    int count;
    GazGlyph glyphs[];
} GazGlyphs;

/* A copy of `count` glyphs of `piece` from the one at `first`, which show `length` bytes of its text from
 * `start`. Yours: gaz_glyphs_unref(), of which the last may come from any thread. */
GazGlyphs *gaz_glyphs_new(const GazPiece *piece, int first, int count, int start, int length);
GazGlyphs *gaz_glyphs_ref(GazGlyphs *glyphs);
void gaz_glyphs_unref(GazGlyphs *glyphs);

#endif
