/* svg.h - the few shapes the figures are made of. All lengths are in hundredths of a unit. */
#ifndef GAZETTE_SITE_SVG_H
#define GAZETTE_SITE_SVG_H
#include <libxml/tree.h>
#include <stdint.h>

typedef struct {
    int64_t x, y, width, height;
} GazRect;

/* Element svg with its view box; `class` tells the style sheet what it is. */
xmlNodePtr gaz_svg_new(xmlNodePtr parent, const char *class, int64_t width, int64_t height);
void gaz_svg_rect(xmlNodePtr svg, const char *class, GazRect rect);
void gaz_svg_line(xmlNodePtr svg, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2);
void gaz_svg_cross(xmlNodePtr svg, const char *class, int64_t x, int64_t y, int64_t half);
void gaz_svg_path(xmlNodePtr svg, const char *class, const char *data);           /* `data` in whole units */
xmlNodePtr gaz_svg_text(xmlNodePtr svg, const char *class, int64_t x, int64_t y); /* empty */

#endif
