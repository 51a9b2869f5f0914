/* image.h - a PNG or SVG file is looked at: what it is, and how much of it is to be seen. */
#ifndef GAZETTE_READ_IMAGE_H
#define GAZETTE_READ_IMAGE_H
#include "base/image.h"
#include "read/pixels.h"

/* A PNG has no more pixels a side: a seal of 50 mm at 2400 dots an inch has fewer. */
enum { GAZ_LARGEST_IMAGE = 5000 };
#define GAZ_LARGEST_IMAGE_FILE ((size_t)16 << 20) /* [bytes] */

typedef enum {
    GAZ_IMAGE_GOOD,
    GAZ_IMAGE_UNKNOWN, /* neither PNG nor SVG, damaged, too large, empty, or an SVG with lettering as text */
    GAZ_IMAGE_OPAQUE   /* without a transparent pixel: its ground would hide what is below */
} GazImageState;

/* Looks at the bytes of a file, which are lent and stay needed as long as the image. */
GazImageState gaz_image_look(GazImage *image, const unsigned char *bytes, size_t length);

/* What the image shows, without the blank around it: the pixels of a PNG as they are, a drawing with `longer`
 * of them on its longer side. NULL where it can't be decoded. Yours: gaz_pixels_free(). */
GazPixels *gaz_image_pixels(const GazImage *image, unsigned longer);

#endif
