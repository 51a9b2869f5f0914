/* fontfiles.h - the typefaces put into the file, each no larger than the text needs. Private to pdf/. */
#ifndef GAZETTE_PDF_FONTFILES_H
#define GAZETTE_PDF_FONTFILES_H
#include "pdf/objects.h"
#include "pdf/typefaces.h"

/* Writes every typeface in use and puts their names, "/F0 12 0 R" and so on, at the end of `names`. False
 * with `error` set where one may not be embedded or can't be taken apart. */
bool gaz_fontfiles_write(const GazTypefaces *typefaces, GazObjects *objects, GString *names, GError **error);

#endif
