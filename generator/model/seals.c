/* seals.c - the images of seals, which stay outside the program: none is shipped. */
#include "base/files.h"
#include "model/reading.h"

#include "read/image.h"
#include <stdlib.h>
#include <string.h>

/* In the order of GazImageState. */
static const struct {
    GazModelFault fault;
    const char *expected;
} troubles[] = {
    [GAZ_IMAGE_UNKNOWN] = {GAZ_MODEL_IMAGE_UNKNOWN,
                           "a PNG of at most 5000 pixels a side, or an SVG with its lettering as outlines"},
    [GAZ_IMAGE_OPAQUE] =
        {GAZ_MODEL_IMAGE_OPAQUE,
         "an image that shows what is below it: its ground transparent, a PNG with an alpha channel"},
};

/* The bytes of the file, in the data's arena; NULL with a fault. */
static const unsigned char *load(GazReading *reading, const GazAttribute *file, size_t *length)
{
    const char *path = gaz_reading_path(reading, file->value);
    g_autofree char *content = NULL;
    g_autoptr(GError) error = NULL;
    unsigned char *kept;

    if (!gaz_file_expect(path, &error) || !g_file_get_contents(path, &content, length, &error)) {
        gaz_report_add(reading->report, &file->place, GAZ_MODEL_FAULT(IMAGE_MISSING), file->name, file->value,
                       "a file of the data folder (%s)", error->message);
        return NULL;
    }
    kept = gaz_arena_alloc(reading->data->arena, *length + 1);
    memcpy(kept, content, *length);
    return kept;
}

static const GazImage *read_image(GazReading *reading, const GazAttribute *file)
{
    GazImage *image = gaz_arena_new0(reading->data->arena, GazImage, 1);
    size_t length = 0;
    const unsigned char *bytes = load(reading, file, &length);
    GazImageState state = bytes == NULL ? GAZ_IMAGE_GOOD : gaz_image_look(image, bytes, length);

    if (bytes == NULL)
        return NULL;
    if (state == GAZ_IMAGE_GOOD)
        return image;
    gaz_report_add(reading->report, &file->place, &gaz_model_faults[troubles[state].fault], file->name,
                   file->value, "%s", troubles[state].expected);
    return NULL;
}

const GazSeal *gaz_reading_seal(GazReading *reading, const GazElement *element, const char *name,
                                const char *measure)
{
    GazSeal *seal = element == NULL ? NULL : gaz_arena_new0(reading->data->arena, GazSeal, 1);
    const GazAttribute *file = element == NULL ? NULL : gaz_element_attribute(element, name);

    if (element == NULL)
        return NULL;
    seal->at = element->place;
    seal->diameter = g_ascii_strtod(gaz_element_value(element, measure), NULL); /* digits, says the schema */
    seal->file = file == NULL ? NULL : file->value;
    seal->image = file == NULL ? NULL : read_image(reading, file);
    return seal;
}
