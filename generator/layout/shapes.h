/* shapes.h - the cache of shaped texts: a text that recurs is shaped once however often. */
#ifndef GAZETTE_LAYOUT_SHAPES_H
#define GAZETTE_LAYOUT_SHAPES_H
#include "layout/faces.h"

typedef struct GazShapes GazShapes;

GazShapes *gaz_shapes_new(PangoContext *context); /* borrows; yours: gaz_shapes_free() */
void gaz_shapes_free(GazShapes *shapes);
GazShapes *gaz_fonts_shapes(GazFonts *fonts); /* lent */

#endif
