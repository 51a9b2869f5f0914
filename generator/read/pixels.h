/* pixels.h - what an image shows, pixel by pixel. */
#ifndef GAZETTE_READ_PIXELS_H
#define GAZETTE_READ_PIXELS_H
#include <glib.h>

enum { GAZ_PIXEL = 4 }; /* [bytes] red, green, blue, and how much of what is below the pixel covers */

typedef struct {
    int width, height;
    guint8 *bytes; /* row by row from the top, without gaps */
} GazPixels;

GazPixels *gaz_pixels_new(int width, int height); /* yours: gaz_pixels_free() */
void gaz_pixels_free(GazPixels *pixels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazPixels, gaz_pixels_free)

/* The pixel in row `y`. Lent. */
guint8 *gaz_pixel(const GazPixels *pixels, int x, int y);

#endif
