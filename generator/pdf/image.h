/* image.h - pictures on a page. Private to pdf/. */
#ifndef GAZETTE_PDF_IMAGE_H
#define GAZETTE_PDF_IMAGE_H
#include "layout/page.h"
#include <cairo.h>

/* Draws the IMAGE `mark`; a failure shows in the status of `cairo`. */
void gaz_image_draw(cairo_t *cairo, const GazMark *mark);

#endif
