/* image.c - a picture is multiplied with what is below, as ink is: black letters stay black under a red seal.
 */
#include "pdf/image.h"

#include "read/image.h"

static const double dots = 600; /* an inch that a drawing is rendered at, as offices print */

void gaz_image_draw(cairo_t *cairo, const GazMark *mark)
{
    double longer = MAX(mark->width, mark->height) / 72 * dots;
    cairo_surface_t *pixels = gaz_image_pixels(mark->image, (unsigned)longer);

    cairo_save(cairo);
    cairo_translate(cairo, mark->x, mark->y);
    cairo_scale(cairo, mark->width / cairo_image_surface_get_width(pixels),
                mark->height / cairo_image_surface_get_height(pixels));
    cairo_set_operator(cairo, CAIRO_OPERATOR_MULTIPLY);
    cairo_set_source_surface(cairo, pixels, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo),
                             CAIRO_FILTER_NEAREST); /* PDF/A 6.2.8: no interpolation */
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(pixels);
}
