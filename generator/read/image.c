/* image.c - PNG by Cairo, SVG by librsvg, both from bytes in memory: neither can reach for another file. */
#include "read/image.h"

#include <librsvg/rsvg.h>
#include <libxml/xmlreader.h>
#include <math.h>
#include <string.h>

typedef struct {
    const unsigned char *at;
    size_t left;
} Bytes;

static cairo_status_t give_bytes(void *closure, unsigned char *data, unsigned int length)
{
    Bytes *bytes = closure;

    if (length > bytes->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, bytes->at, length);
    bytes->at += length;
    bytes->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *decode_png(const GazImage *image)
{
    Bytes bytes = {image->bytes, image->length};

    return cairo_image_surface_create_from_png_stream(give_bytes, &bytes);
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
static bool find_ink(cairo_surface_t *pixels, GazImage *image)
{
    int width = cairo_image_surface_get_width(pixels), height = cairo_image_surface_get_height(pixels);
    int left = width, right = -1, top = height, bottom = -1;
    bool clear = false;

    for (int y = 0; y < height; y++) {
        const unsigned char *row =
            cairo_image_surface_get_data(pixels) + (size_t)y * (size_t)cairo_image_surface_get_stride(pixels);

        for (int x = 0; x < width; x++) {
            if (((const guint32 *)(const void *)row)[x] >> 24 == 0) {
                clear = true;
                continue;
            }
            left = MIN(left, x);
            right = MAX(right, x);
            top = MIN(top, y);
            bottom = y;
        }
    }
    image->left = left;
    image->top = top;
    image->width = right + 1 - left;
    image->height = bottom + 1 - top;
    return clear;
}

static GazImageState look_at_png(GazImage *image)
{
    cairo_surface_t *pixels = decode_png(image);
    GazImageState state = GAZ_IMAGE_UNKNOWN;

    if (cairo_surface_status(pixels) == CAIRO_STATUS_SUCCESS) {
        bool clear = cairo_image_surface_get_format(pixels) == CAIRO_FORMAT_ARGB32 && find_ink(pixels, image);

        state = !clear ? GAZ_IMAGE_OPAQUE : image->height > 0 ? GAZ_IMAGE_GOOD : GAZ_IMAGE_UNKNOWN;
    }
    cairo_surface_destroy(pixels);
    return state;
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

/* The drawing's own page, at its own size: set into any other, librsvg distorts it or cuts pieces off. What
 * has neither size nor viewBox has a page as large as what is drawn on it. */
static RsvgRectangle find_page(RsvgHandle *handle)
{
    const RsvgRectangle any = {0, 0, GAZ_IMAGE_FRAME, GAZ_IMAGE_FRAME};
    RsvgRectangle page = {0}, box, ink;
    gboolean has_box = FALSE;

    if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &page.width, &page.height))
        return page;
    rsvg_handle_get_intrinsic_dimensions(handle, NULL, NULL, NULL, NULL, &has_box, &box);
    if (has_box) {
        page.width = box.width;
        page.height = box.height;
    } else if (rsvg_handle_get_geometry_for_layer(handle, NULL, &any, &ink, NULL, NULL)) {
        page.width = ink.x + ink.width;
        page.height = ink.y + ink.height;
    }
    return page;
}

static void paint_png(cairo_t *cairo, const GazImage *image)
{
    cairo_surface_t *pixels = decode_png(image);

    cairo_set_source_surface(cairo, pixels, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST); /* pixel for pixel */
    cairo_paint(cairo);
    cairo_surface_destroy(pixels);
}

/* Its page fills the frame by its longer side. */
static void paint_drawing(cairo_t *cairo, const GazImage *image)
{
    RsvgHandle *handle = rsvg_handle_new_from_data(image->bytes, image->length, NULL);
    RsvgRectangle page = handle == NULL ? (RsvgRectangle){0} : find_page(handle);
    double scale = GAZ_IMAGE_FRAME / MAX(page.width, page.height);

    if (page.width > 0 && page.height > 0 && isnormal(scale)) {
        cairo_scale(cairo, scale, scale);
        rsvg_handle_render_document(handle, cairo, &page, NULL);
    }
    g_clear_object(&handle);
}

/* By what is painted: librsvg's own measures are in other units than the page, and leave out masks and clips.
 */
static bool measure_drawing(GazImage *image)
{
    cairo_surface_t *frame =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)GAZ_IMAGE_FRAME, (int)GAZ_IMAGE_FRAME);
    cairo_t *cairo = cairo_create(frame);

    paint_drawing(cairo, image);
    cairo_destroy(cairo);
    find_ink(frame, image);
    cairo_surface_destroy(frame);
    return image->width > 0 && image->height > 0;
}

cairo_surface_t *gaz_image_pixels(const GazImage *image, unsigned longer)
{
    double scale = image->drawing ? longer / MAX(image->width, image->height) : 1;
    cairo_surface_t *pixels = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)ceil(image->width * scale),
                                                         (int)ceil(image->height * scale));
    cairo_t *cairo = cairo_create(pixels);

    cairo_scale(cairo, scale, scale);
    cairo_translate(cairo, -image->left, -image->top);
    (image->drawing ? paint_drawing : paint_png)(cairo, image);
    cairo_destroy(cairo);
    return pixels;
}

/* Whether a drawing shows what is below it somewhere: a ground of its own colour would hide it. */
static bool is_clear(const GazImage *image)
{
    cairo_surface_t *pixels = gaz_image_pixels(image, 100);
    GazImage seen;
    bool clear = find_ink(pixels, &seen);

    cairo_surface_destroy(pixels);
    return clear;
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
