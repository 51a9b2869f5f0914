/* basis.h - what every file of a publication is made from besides the data: the program and its libraries,
 * the stylesheets, the fonts. */
#ifndef GAZETTE_PROGRAM_BASIS_H
#define GAZETTE_PROGRAM_BASIS_H
#include "layout/layout.h"

/* A text that is another one whenever any of those files is: each with size, number on its disk, and time of
 * its last change in whatever way. Yours: g_free(). */
char *gaz_basis_describe(const char *share, const GazFonts *fonts);

#endif
