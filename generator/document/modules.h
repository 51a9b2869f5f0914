/* modules.h - a text as a QR code (ISO/IEC 18004): the dark and light squares, without how they are drawn. */
#ifndef GAZETTE_DOCUMENT_MODULES_H
#define GAZETTE_DOCUMENT_MODULES_H
#include <stdbool.h>

/* Light modules that readers need around a code, on each side. */
enum { GAZ_MODULES_QUIET = 4 };

typedef struct GazModules GazModules;

/* The code of `text`, with a seventh part of it restorable where it is soiled. NULL where the text is too
 * long for a code. Yours: gaz_modules_free(). */
GazModules *gaz_modules_new(const char *text);
void gaz_modules_free(GazModules *modules);

/* Modules of a side, without the quiet zone. */
unsigned gaz_modules_side(const GazModules *modules);

/* How many dark modules stand side by side from column x of row y on; 0: it is light. */
unsigned gaz_modules_run(const GazModules *modules, unsigned x, unsigned y);

#endif
