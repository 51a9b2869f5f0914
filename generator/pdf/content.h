/* content.h - the content stream of a page (ISO 32000-1, 7.8.2), from its marks. Private to pdf/. */
#ifndef GAZETTE_PDF_CONTENT_H
#define GAZETTE_PDF_CONTENT_H
#include "pdf/images.h"
#include "pdf/tags.h"
#include "pdf/typefaces.h"

typedef struct GazContent GazContent;

/* Borrows all. Yours: gaz_content_free(). */
GazContent *gaz_content_new(GazTags *tags, GazTypefaces *typefaces, GazImages *images);
void gaz_content_free(GazContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazContent, gaz_content_free)

/* A page of `height` [pt] begins; it ends, with what it holds: lent until the next begins. */
void gaz_content_begin(GazContent *content, double height);
const GString *gaz_content_end(GazContent *content);

/* To be called before an element is opened or closed. */
void gaz_content_break(GazContent *content);

/* Glyphs, a fill, a frame, a line or an image. */
void gaz_content_draw(GazContent *content, const GazMark *mark);

#endif
