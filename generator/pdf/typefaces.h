/* typefaces.h - the typefaces in use: each glyph of each gets a code where it is first drawn. A code stands
 * for a glyph and the text it shows, so that what is copied, searched or read out is what was written.
 * Private to pdf/. */
#ifndef GAZETTE_PDF_TYPEFACES_H
#define GAZETTE_PDF_TYPEFACES_H
#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>

enum { GAZ_CODE_TEXT = 13 }; /* bytes of text a code can stand for, the NUL included */

typedef struct {
    unsigned glyph; /* of the font file */
    double width;   /* [1/1000 of the size] */
    char text[GAZ_CODE_TEXT];
} GazCode;

typedef struct {
    hb_face_t *face;
    unsigned number;     /* "F3" is the one numbered 3 */
    bool varied;         /* drawn in another shape than the one its file begins with */
    GArray *codes;       /* of GazCode; the first is no glyph's */
    guint16 *first;      /* by glyph: the code it got first; 0: none */
    GHashTable *further; /* "glyph text" to code, where a glyph shows another text than at first */
    unsigned glyphs;     /* in the font file */
    hb_font_t *measure;  /* a thousand units to the em */
} GazTypeface;

/* A typeface in a size. */
typedef struct {
    GazTypeface *typeface;
    double size; /* [pt] */
} GazSized;

typedef struct GazTypefaces GazTypefaces;

GazTypefaces *gaz_typefaces_new(void); /* yours: gaz_typefaces_free() */
void gaz_typefaces_free(GazTypefaces *typefaces);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazTypefaces, gaz_typefaces_free)

/* What `font` is. Lent; `font` is kept. */
const GazSized *gaz_typefaces_find(GazTypefaces *typefaces, PangoFont *font);

unsigned gaz_typefaces_count(const GazTypefaces *typefaces);
const GazTypeface *gaz_typefaces_get(const GazTypefaces *typefaces, unsigned number); /* lent */

/* The code of `glyph` where it shows these `length` bytes, fewer than GAZ_CODE_TEXT; 0 where there is no such
 * glyph or all codes are taken. */
unsigned gaz_typeface_code(GazTypeface *typeface, unsigned glyph, const char *text, size_t length);

static inline double gaz_typeface_width(const GazTypeface *typeface, unsigned code)
{
    return g_array_index(typeface->codes, GazCode, code).width;
}

#endif
