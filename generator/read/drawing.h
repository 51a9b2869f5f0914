/* drawing.h - an SVG file as pixels, by librsvg: from bytes in memory, so that it can't reach for another
 * file. */
#ifndef GAZETTE_READ_DRAWING_H
#define GAZETTE_READ_DRAWING_H
#include "base/image.h"
#include "read/pixels.h"

/* What stands in the box of the drawing `image`, its page GAZ_IMAGE_FRAME times `scale` pixels on the longer
 * side. Without a pixel of ink where it is no SVG. Yours: gaz_pixels_free(). */
GazPixels *gaz_drawing_paint(const GazImage *image, double scale);

#endif
