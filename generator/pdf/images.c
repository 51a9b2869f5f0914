/* images.c - pixels taken apart into colours and a mask of how much each covers. */
#include "pdf/images.h"

#include "pdf/syntax.h"
#include "read/image.h"
#include <string.h>

static const double dots = 600; /* an inch that a drawing is rendered at, as offices print */

typedef struct {
    const GazImage *image;
    unsigned longer; /* pixels on its longer side, if it is a drawing */
    unsigned object;
} Shown;

struct GazImages {
    GazObjects *objects;
    GArray *shown; /* of Shown; "X3" is number 3 */
    bool torn;     /* whether one couldn't be decoded */
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

static unsigned write_pixels(GazImages *images, const GazPixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    g_autofree guint8 *colours = g_malloc_n(count, 3), *mask = g_malloc(count);
    g_autofree char *size = g_strdup_printf(
        "/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d", pixels->width, pixels->height);
    g_autofree char *mask_keys = g_strconcat(size, "/ColorSpace/DeviceGray", NULL), *keys = NULL;

    for (size_t i = 0; i < count; i++) {
        memcpy(colours + 3 * i, pixels->bytes + GAZ_PIXEL * i, 3);
        mask[i] = pixels->bytes[GAZ_PIXEL * i + 3];
    }
    keys = g_strdup_printf("%s/ColorSpace/DeviceRGB/SMask %u 0 R", size,
                           gaz_objects_add_stream(images->objects, mask_keys, mask, count, true));
    return gaz_objects_add_stream(images->objects, keys, colours, 3 * count, true);
}

static unsigned write_image(GazImages *images, const GazImage *image, unsigned longer)
{
    g_autoptr(GazPixels) pixels = gaz_image_pixels(image, longer);

    images->torn = images->torn || pixels == NULL;
    return pixels == NULL ? 0 : write_pixels(images, pixels);
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
    if (!images->torn)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "an image can't be decoded");
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
