/* basis.h - what every file of a publication is made from besides the data: the program and its libraries,
 * the stylesheets, the fonts. */
#ifndef GAZETTE_PROGRAM_BASIS_H
#define GAZETTE_PROGRAM_BASIS_H
#include "layout/layout.h"

/* The program and its libraries in such a text. To be asked for before any data is read: what is loaded for a
 * drawing in it (read/drawing.c) would be told in one run and not in the next. Yours: g_free(). */
char *gaz_basis_program(void);

/* A text that is another one whenever any of those files is: each with size, number on its disk, and time of
 * its last change in whatever way. `program`: as gaz_basis_program() gave it. Yours: g_free(). */
char *gaz_basis_describe(const char *program, const char *share, const GazFonts *fonts);

#endif
