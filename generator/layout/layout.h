/* layout.h - a document tree becomes pages. */
#ifndef GAZETTE_LAYOUT_LAYOUT_H
#define GAZETTE_LAYOUT_LAYOUT_H
#include "base/report.h"
#include "document/document.h"

typedef enum { GAZ_LANGUAGES_ZH = 1, GAZ_LANGUAGES_EN = 2, GAZ_LANGUAGES_BOTH = 3 } GazLanguageSet;

/* The named faces, the font map that sees only them, and every text shaped so far; made once a run. */
typedef struct GazFonts GazFonts;

/* Opens the faces that fonts.conf in `fonts_folder` names. NULL with `error` set where one is
 * missing. Yours: gaz_fonts_free(). */
GazFonts *gaz_fonts_open(const char *fonts_folder, GError **error);
void gaz_fonts_free(GazFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazFonts, gaz_fonts_free)

/* What documents are set with. */
typedef struct {
    GazFonts *fonts; /* lent */
    GazLanguageSet languages;
    bool beside; /* pages are written by a thread of their own, while the next are set; the same pages */
} GazPress;

/* Paths of the font files that may be used, sorted. Yours: g_ptr_array_unref(). */
GPtrArray *gaz_fonts_files(const GazFonts *fonts);

/* Adds a fault for each distinct character of `text`, the value of `field` at `at`, that no named face has. A
 * cell of a document's table doesn't know which cell of the data it came from: so the data is asked first. */
bool gaz_fonts_check_text(GazFonts *fonts, const char *text, const GazPlace *at, const char *field,
                          GazReport *report);

/* Adds a fault, with its place, for each character of `document` that no named face has and that no fault was
 * added for yet. */
bool gaz_fonts_check(GazFonts *fonts, const GazDocument *document, GazReport *report);

/* The characters met so far in gaz_fonts_check() that a Chinese face lacks and its substitute in fonts.conf
 * sets, each once, in the order met; empty: none. For the build to list. Yours: g_free(). */
char *gaz_fonts_substitutes(GazFonts *fonts);

#endif
