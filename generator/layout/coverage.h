/* coverage.h - what is known about characters and faces; kept in the fonts. */
#ifndef GAZETTE_LAYOUT_COVERAGE_H
#define GAZETTE_LAYOUT_COVERAGE_H
#include "layout/faces.h"

typedef struct GazCoverage GazCoverage;

GazCoverage *gaz_coverage_new(void); /* yours: gaz_coverage_free() */
void gaz_coverage_free(GazCoverage *coverage);
GazCoverage *gaz_fonts_coverage(GazFonts *fonts); /* lent */

#endif
