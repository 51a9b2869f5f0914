/* images.c - pixels taken apart into colours and a mask of how much each covers. */
#include "pdf/images.h"

#include "pdf/syntax.h"
#include "read/image.h"

static const double dots = 600; /* an inch that a drawing is rendered at, as offices print */

typedef struct {
    const GazImage *image;
    unsigned longer; /* pixels on its longer side, if it is a drawing */
    unsigned object;
} Shown;

struct GazImages {
    GazObjects *objects;
    GArray *shown;         /* of Shown; "X3" is number 3 */
    cairo_status_t status; /* of the first that couldn't be decoded */
};

GazImages *gaz_images_new(GazObjects *objects)
{
    GazImages *images = g_new0(GazImages, 1);

    images->objects = objects;
    images->shown = g_array_new(FALSE, FALSE, sizeof(Shown));
    return images;
}

void gaz_images_free(GazImages *images)
{
    if (images == NULL)
        return;
    g_array_unref(images->shown);
    g_free(images);
}

/* Cairo's pixels are multiplied with what they cover. */
static void take_apart(cairo_surface_t *pixels, GByteArray *colours, GByteArray *mask)
{
    int width = cairo_image_surface_get_width(pixels), height = cairo_image_surface_get_height(pixels);

    for (int y = 0; y < height; y++) {
        const guint8 *row = cairo_image_surface_get_data(pixels) + y * cairo_image_surface_get_stride(pixels);

        for (int x = 0; x < width; x++) {
            guint32 pixel = ((const guint32 *)(const void *)row)[x], alpha = pixel >> 24;
            guint8 colour[3] = {0}, cover = (guint8)alpha;

            for (unsigned i = 0; i < 3 && alpha > 0; i++)
                colour[i] = (guint8)MIN(255, ((pixel >> (16 - 8 * i) & 0xFF) * 255 + alpha / 2) / alpha);
            g_byte_array_append(colours, colour, sizeof colour);
            g_byte_array_append(mask, &cover, 1);
        }
    }
}

static unsigned write_pixels(GazImages *images, cairo_surface_t *pixels)
{
    g_autoptr(GByteArray) colours = g_byte_array_new(), mask = g_byte_array_new();
    g_autofree char *size =
        g_strdup_printf("/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d",
                        cairo_image_surface_get_width(pixels), cairo_image_surface_get_height(pixels));
    g_autofree char *mask_keys = g_strconcat(size, "/ColorSpace/DeviceGray", NULL), *keys = NULL;

    take_apart(pixels, colours, mask);
    keys = g_strdup_printf("%s/ColorSpace/DeviceRGB/SMask %u 0 R", size,
                           gaz_objects_add_stream(images->objects, mask_keys, mask->data, mask->len, true));
    return gaz_objects_add_stream(images->objects, keys, colours->data, colours->len, true);
}

static unsigned write_image(GazImages *images, const GazImage *image, unsigned longer)
{
    cairo_surface_t *pixels = gaz_image_pixels(image, longer);
    cairo_status_t status = cairo_surface_status(pixels);
    unsigned object = status == CAIRO_STATUS_SUCCESS ? write_pixels(images, pixels) : 0;

    if (images->status == CAIRO_STATUS_SUCCESS)
        images->status = status;
    cairo_surface_destroy(pixels);
    return object;
}

static unsigned find(GazImages *images, const GazMark *mark)
{
    Shown shown = {mark->image, (unsigned)(MAX(mark->width, mark->height) / 72 * dots), 0};

    for (unsigned i = 0; i < images->shown->len; i++) {
        const Shown *before = &g_array_index(images->shown, Shown, i);

        if (before->image == shown.image && (before->longer == shown.longer || !shown.image->drawing))
            return i;
    }
    shown.object = write_image(images, mark->image, shown.longer);
    g_array_append_val(images->shown, shown);
    return images->shown->len - 1;
}

void gaz_images_draw(GazImages *images, const GazMark *mark, double bottom, GString *content)
{
    const double place[] = {mark->width, 0, 0, mark->height, mark->x, bottom};
    unsigned number = find(images, mark);

    g_string_append(content, "q/Multiply gs ");
    gaz_put_numbers(content, place, G_N_ELEMENTS(place));
    g_string_append_printf(content, "cm/X%u Do Q\n", number);
}

bool gaz_images_good(const GazImages *images, GError **error)
{
    if (images->status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "decoding an image: %s",
                cairo_status_to_string(images->status));
    return false;
}

void gaz_images_finish(const GazImages *images, GString *keys)
{
    if (images->shown->len == 0)
        return;
    g_string_append(keys, "/ExtGState<</Multiply<</BM/Multiply>>>>/XObject<<");
    for (unsigned i = 0; i < images->shown->len; i++) {
        g_string_append_printf(keys, "/X%u ", i);
        gaz_put_reference(keys, g_array_index(images->shown, Shown, i).object);
    }
    g_string_append(keys, ">>");
}
