/* drawing.c - librsvg and Cairo, with fifteen libraries more that they need, are loaded where there is a
 * drawing: to link them would cost every run a fourth of its start, a thirtieth of a build after a change. */
#include "read/drawing.h"

#include <gmodule.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stddef.h>

#define LIBRARY "librsvg-2.so.2" /* which brings Cairo */

#define FUNCTIONS(of)                                                                                        \
    of(rsvg_handle_new_from_data) of(rsvg_handle_get_intrinsic_size_in_pixels)                               \
        of(rsvg_handle_get_intrinsic_dimensions) of(rsvg_handle_get_geometry_for_layer)                      \
            of(rsvg_handle_render_document) of(cairo_image_surface_create) of(cairo_image_surface_get_data)  \
                of(cairo_image_surface_get_stride) of(cairo_surface_flush) of(cairo_surface_destroy)         \
                    of(cairo_create) of(cairo_destroy) of(cairo_scale) of(cairo_translate)

#define MEMBER(name) __typeof__(name) *name;
#define PLACE(name) {#name, offsetof(Library, name)},

typedef struct {
    FUNCTIONS(MEMBER)
} Library;

static const struct {
    const char *name;
    size_t offset;
} places[] = {FUNCTIONS(PLACE)};

/* It stays: its GLib types can't be taken back. */
static Library load_library(void)
{
    GModule *module = g_module_open(LIBRARY, G_MODULE_BIND_LAZY);
    Library library;

    if (module == NULL)
        g_error("a drawing needs librsvg: %s", g_module_error());
    g_module_make_resident(module);
    for (unsigned i = 0; i < G_N_ELEMENTS(places); i++)
        if (!g_module_symbol(module, places[i].name,
                             (gpointer *)(void *)((char *)&library + places[i].offset)))
            g_error("a drawing needs librsvg: %s", g_module_error());
    return library;
}

/* The drawing's own page, at its own size: set into any other, librsvg distorts it or cuts pieces off. What
 * has neither size nor viewBox has a page as large as what is drawn on it. */
static RsvgRectangle find_page(const Library *library, RsvgHandle *handle)
{
    const RsvgRectangle any = {0, 0, GAZ_IMAGE_FRAME, GAZ_IMAGE_FRAME};
    RsvgRectangle page = {0}, box, ink;
    gboolean has_box = FALSE;

    if (library->rsvg_handle_get_intrinsic_size_in_pixels(handle, &page.width, &page.height))
        return page;
    library->rsvg_handle_get_intrinsic_dimensions(handle, NULL, NULL, NULL, NULL, &has_box, &box);
    if (has_box) {
        page.width = box.width;
        page.height = box.height;
    } else if (library->rsvg_handle_get_geometry_for_layer(handle, NULL, &any, &ink, NULL, NULL)) {
        page.width = ink.x + ink.width;
        page.height = ink.y + ink.height;
    }
    return page;
}

/* Its page fills the frame by its longer side. */
static void render(const Library *library, const GazImage *image, cairo_t *cairo)
{
    RsvgHandle *handle = library->rsvg_handle_new_from_data(image->bytes, image->length, NULL);
    RsvgRectangle page = handle == NULL ? (RsvgRectangle){0} : find_page(library, handle);
    double scale = GAZ_IMAGE_FRAME / MAX(page.width, page.height);

    if (page.width > 0 && page.height > 0 && isnormal(scale)) {
        library->cairo_scale(cairo, scale, scale);
        library->rsvg_handle_render_document(handle, cairo, &page, NULL);
    }
    g_clear_object(&handle);
}

/* Cairo's colours are multiplied with how much they cover. */
static void take_pixel(guint8 *pixel, guint32 argb)
{
    guint32 alpha = argb >> 24;

    for (unsigned i = 0; i < 3; i++)
        pixel[i] =
            alpha == 0 ? 0 : (guint8)MIN(255, ((argb >> (16 - 8 * i) & 0xFF) * 255 + alpha / 2) / alpha);
    pixel[3] = (guint8)alpha;
}

static GazPixels *take_pixels(const Library *library, cairo_surface_t *surface, int width, int height)
{
    GazPixels *pixels = gaz_pixels_new(width, height);
    const unsigned char *data;
    int stride = library->cairo_image_surface_get_stride(surface);

    library->cairo_surface_flush(surface);
    data = library->cairo_image_surface_get_data(surface);
    if (data == NULL)
        g_error("Cairo has no memory");
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            take_pixel(gaz_pixel(pixels, x, y),
                       ((const guint32 *)(const void *)(data + (ptrdiff_t)y * stride))[x]);
    return pixels;
}

GazPixels *gaz_drawing_paint(const GazImage *image, double scale)
{
    Library library = load_library();
    int width = (int)ceil(image->width * scale), height = (int)ceil(image->height * scale);
    cairo_surface_t *surface = library.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *cairo = library.cairo_create(surface);
    GazPixels *pixels;

    library.cairo_scale(cairo, scale, scale);
    library.cairo_translate(cairo, -image->left, -image->top);
    render(&library, image, cairo);
    library.cairo_destroy(cairo);
    pixels = take_pixels(&library, surface, width, height);
    library.cairo_surface_destroy(surface);
    return pixels;
}
