/* image.c - PNG by libpng, SVG by drawing.h, both from bytes in memory. */
#include "read/image.h"

#include "read/drawing.h"
#include <libxml/xmlreader.h>
#include <png.h>
#include <string.h>

/* Yours: gaz_pixels_free(). NULL: it can't be decoded. `*clear`: whether it may have pixels that show what is
 * below them. */
static GazPixels *decode_png(const GazImage *image, bool *clear)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    g_autoptr(GazPixels) pixels = NULL;

    if (!png_image_begin_read_from_memory(&png, image->bytes, image->length))
        return NULL;
    *clear = (png.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    png.format = PNG_FORMAT_RGBA;
    pixels = gaz_pixels_new((int)png.width, (int)png.height);
    return png_image_finish_read(&png, NULL, pixels->bytes, 0, NULL) ? g_steal_pointer(&pixels) : NULL;
}

static unsigned big_endian(const unsigned char *at)
{
    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

/* By its header, before room is made for its pixels. */
static bool is_png(const unsigned char *bytes, size_t length)
{
    static const unsigned char start[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    const size_t header = sizeof start - 1;

    return length > header + 8 && memcmp(bytes, start, header) == 0 &&
           big_endian(bytes + header) <= GAZ_LARGEST_IMAGE &&
           big_endian(bytes + header + 4) <= GAZ_LARGEST_IMAGE;
}

/* The box around the pixels that aren't wholly transparent; false: all are opaque. */
static bool find_ink(const GazPixels *pixels, GazImage *image)
{
    int left = pixels->width, right = -1, top = pixels->height, bottom = -1;
    bool clear = false;

    for (int y = 0; y < pixels->height; y++)
        for (int x = 0; x < pixels->width; x++) {
            if (gaz_pixel(pixels, x, y)[3] == 0) {
                clear = true;
                continue;
            }
            left = MIN(left, x);
            right = MAX(right, x);
            top = MIN(top, y);
            bottom = y;
        }
    image->left = left;
    image->top = top;
    image->width = right + 1 - left;
    image->height = bottom + 1 - top;
    return clear;
}

static GazImageState look_at_png(GazImage *image)
{
    bool clear = false;
    g_autoptr(GazPixels) pixels = decode_png(image, &clear);

    if (pixels == NULL)
        return GAZ_IMAGE_UNKNOWN;
    if (!clear || !find_ink(pixels, image))
        return GAZ_IMAGE_OPAQUE;
    return image->height > 0 ? GAZ_IMAGE_GOOD : GAZ_IMAGE_UNKNOWN;
}

/* Lettering would be set in whatever face the machine has. */
static bool has_lettering(const GazImage *image)
{
    xmlTextReaderPtr reader = xmlReaderForMemory((const char *)image->bytes, (int)image->length, NULL, NULL,
                                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    bool found = false;

    while (reader != NULL && !found && xmlTextReaderRead(reader) == 1)
        found = xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT &&
                xmlStrEqual(xmlTextReaderConstLocalName(reader), BAD_CAST "text");
    xmlFreeTextReader(reader);
    return found;
}

/* By what is painted: librsvg's own measures are in other units than the page, and leave out masks and clips.
 */
static bool measure_drawing(GazImage *image)
{
    g_autoptr(GazPixels) frame = NULL;

    image->left = image->top = 0;
    image->width = image->height = GAZ_IMAGE_FRAME;
    frame = gaz_drawing_paint(image, 1);
    find_ink(frame, image);
    return image->width > 0 && image->height > 0;
}

static GazPixels *cut_out(const GazPixels *whole, const GazImage *image)
{
    GazPixels *part = gaz_pixels_new((int)image->width, (int)image->height);

    for (int y = 0; y < part->height; y++)
        memcpy(gaz_pixel(part, 0, y), gaz_pixel(whole, (int)image->left, (int)image->top + y),
               (size_t)part->width * GAZ_PIXEL);
    return part;
}

static GazPixels *png_pixels(const GazImage *image)
{
    bool clear;
    g_autoptr(GazPixels) whole = decode_png(image, &clear);

    return whole == NULL ? NULL : cut_out(whole, image);
}

GazPixels *gaz_image_pixels(const GazImage *image, unsigned longer)
{
    return image->drawing ? gaz_drawing_paint(image, longer / MAX(image->width, image->height))
                          : png_pixels(image);
}

/* Whether a drawing shows what is below it somewhere: a ground of its own colour would hide it. */
static bool is_clear(const GazImage *image)
{
    g_autoptr(GazPixels) pixels = gaz_image_pixels(image, 100);
    GazImage seen;

    return find_ink(pixels, &seen);
}

static GazImageState look_at_drawing(GazImage *image)
{
    bool good = !has_lettering(image) && measure_drawing(image);

    return !good ? GAZ_IMAGE_UNKNOWN : is_clear(image) ? GAZ_IMAGE_GOOD : GAZ_IMAGE_OPAQUE;
}

GazImageState gaz_image_look(GazImage *image, const unsigned char *bytes, size_t length)
{
    *image = (GazImage){.bytes = bytes, .length = length};
    if (length > GAZ_LARGEST_IMAGE_FILE)
        return GAZ_IMAGE_UNKNOWN;
    if (is_png(bytes, length))
        return look_at_png(image);
    image->drawing = true;
    return look_at_drawing(image);
}
