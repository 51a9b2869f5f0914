/* images.h - pictures on pages (ISO 32000-1, 8.9), each in the file once however often it is drawn. They are
 * multiplied with what is below, as ink is: black letters stay black under a red seal. Private to pdf/. */
#ifndef GAZETTE_PDF_IMAGES_H
#define GAZETTE_PDF_IMAGES_H
#include "layout/page.h"
#include "pdf/objects.h"

typedef struct GazImages GazImages;

/* Borrows `objects`. Yours: gaz_images_free(). */
GazImages *gaz_images_new(GazObjects *objects);
void gaz_images_free(GazImages *images);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazImages, gaz_images_free)

/* Puts what draws the IMAGE `mark` at the end of `content`; `bottom`: [pt] above the page's foot. */
void gaz_images_draw(GazImages *images, const GazMark *mark, double bottom, GString *content);

/* False with `error` set where one couldn't be decoded. */
bool gaz_images_good(const GazImages *images, GError **error);

/* What the resources of pages say of them, put at the end of `keys`. */
void gaz_images_finish(const GazImages *images, GString *keys);

#endif
