/* lettering.h - glyphs in a content stream: text objects (ISO 32000-1, 9.4). Private to pdf/. */
#ifndef GAZETTE_PDF_LETTERING_H
#define GAZETTE_PDF_LETTERING_H
#include "layout/page.h"
#include "pdf/typefaces.h"

typedef struct GazLettering GazLettering;

/* Writes at the end of `to`, which is lent. Yours: gaz_lettering_free(). */
GazLettering *gaz_lettering_new(GazTypefaces *typefaces, GString *to);
void gaz_lettering_free(GazLettering *lettering);

/* A page begins: no font is set. */
void gaz_lettering_begin_page(GazLettering *lettering);

/* Shows the glyphs of `mark`, in a text object begun for them where none is open; `y`: their baseline [pt]
 * from the page's foot. Ends the open one. */
void gaz_lettering_show(GazLettering *lettering, const GazMark *mark, double y);
void gaz_lettering_end(GazLettering *lettering);

#endif
