/* pixels.c - one block of memory. */
#include "read/pixels.h"

GazPixels *gaz_pixels_new(int width, int height)
{
    GazPixels *pixels = g_new(GazPixels, 1);

    pixels->width = width;
    pixels->height = height;
    pixels->bytes = g_malloc_n((size_t)width * GAZ_PIXEL, (size_t)height);
    return pixels;
}

void gaz_pixels_free(GazPixels *pixels)
{
    if (pixels == NULL)
        return;
    g_free(pixels->bytes);
    g_free(pixels);
}

guint8 *gaz_pixel(const GazPixels *pixels, int x, int y)
{
    return pixels->bytes + ((size_t)y * (size_t)pixels->width + (size_t)x) * GAZ_PIXEL;
}
