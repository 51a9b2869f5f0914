/* svg.h - the few shapes the figures are made of, as text that stands in a page as it is: no stylesheet looks
 * into a figure, and as elements they took a tenth of the time of a page. All lengths are in hundredths of a
 * unit. Shapes of one class are one path: a year has a handful of elements, however many stops it shows. */
#ifndef GAZETTE_SITE_SVG_H
#define GAZETTE_SITE_SVG_H
#include <stdint.h>

typedef struct {
    int64_t x, y, width, height;
} GazRect;

typedef struct GazDrawing GazDrawing;

/* An element svg of this size; `class` tells the style sheet what it is. To be ended with
 * gaz_svg_end(). */
GazDrawing *gaz_svg_begin(const char *class, int64_t width, int64_t height);

/* Another one with the same on it, to be drawn on and ended by itself. */
GazDrawing *gaz_svg_dup(const GazDrawing *drawing);

/* Throws one away that isn't to be ended. */
void gaz_svg_free(GazDrawing *drawing);

/* Shapes; a class used before others lies below them. `class` is lent until the end. */
void gaz_svg_rect(GazDrawing *drawing, const char *class, GazRect rect);
void gaz_svg_line(GazDrawing *drawing, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2);
void gaz_svg_cross(GazDrawing *drawing, const char *class, int64_t x, int64_t y, int64_t half);

/* Words, above all shapes; `class` is lent until the end. */
void gaz_svg_text(GazDrawing *drawing, const char *class, int64_t x, int64_t y, const char *words);
void gaz_svg_number(GazDrawing *drawing, const char *class, int64_t x, int64_t y, int number);

/* The element with what was drawn; frees the drawing. Yours: g_free(). `label` is the id of the
 * element that says what the figure shows; NULL: that is said elsewhere, and the figure is hidden from those
 * who can't see it. */
char *gaz_svg_end(GazDrawing *drawing, const char *label);

#endif
