/* faces.h - the named faces and the shaped texts of a run. Private to layout/ and pdf/. */
#ifndef GAZETTE_LAYOUT_FACES_H
#define GAZETTE_LAYOUT_FACES_H
#include "layout/layout.h"
#include <pango/pangoft2.h>

/* The styles of GB/T 9704 and those of the English part. */
typedef enum {
    GAZ_FACE_FANGSONG,     /* 仿宋: body */
    GAZ_FACE_KAI,          /* 楷体: second level */
    GAZ_FACE_HEI,          /* 黑体: first level, table heads */
    GAZ_FACE_XIAOBIAOSONG, /* 小标宋: issuers' mark, title */
    GAZ_FACE_SONG,         /* 宋体: page numbers, tables */
    GAZ_FACE_LATIN,        /* English text */
    GAZ_FACE_LATIN_BOLD,
    GAZ_FACE_LATIN_ITALIC,
    GAZ_FACES
} GazFace;

/* A piece of a shaped text: one font, one direction. */
typedef struct {
    PangoGlyphItem item; /* offsets are into `text` of the shaped text */
    double width;        /* [pt] */
    int top, height;     /* [1/PANGO_SCALE pt] of a line of its font; the top from the baseline, downwards */
} GazPiece;

/* A text shaped in one face and size. Lent by the fonts until gaz_fonts_drop_shapes(). */
typedef struct {
    const char *text;
    double width;           /* [pt] */
    double ascent, descent; /* [pt] */
    unsigned count;
    GazPiece *pieces;
} GazShaped;

/* Shapes `text`, or gives what was shaped before: the key is the text itself, the face, the size and the
 * language. */
const GazShaped *gaz_fonts_shape(GazFonts *fonts, const char *text, GazFace face, double size,
                                 GazLanguage language);

/* Forgets texts that did not recur, once there are many; where a paragraph begins, and nothing shaped is lent
 * any more. */
void gaz_fonts_drop_shapes(GazFonts *fonts);

/* The folder they were opened from, which has the colour profile too. Lent. */
const char *gaz_fonts_folder(const GazFonts *fonts);

/* How many texts were shaped, a text that was forgotten anew, for tests that count work. */
unsigned gaz_fonts_shaped(GazFonts *fonts);

/* The face at `size` [pt]. Yours: pango_font_description_free(). */
PangoFontDescription *gaz_face_describe(GazFace face, double size);

/* Whether one of the families that fonts.conf names for `face` has the character; `substituted`: another than
 * the first. */
bool gaz_fonts_has(const GazFonts *fonts, GazFace face, gunichar character, bool *substituted);

#endif
