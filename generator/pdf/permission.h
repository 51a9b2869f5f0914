/* permission.h - whether a font can and may go into a file. Private to pdf/. */
#ifndef GAZETTE_PDF_PERMISSION_H
#define GAZETTE_PDF_PERMISSION_H
#include "pdf/typefaces.h"

/* Whether its maker lets it be embedded and cut down to what is drawn (OpenType, OS/2 fsType;
 * PDF/A-2 6.2.11.4.1), and whether it has outlines in the shape that is drawn. False with `error` set, which
 * names the font. */
bool gaz_permission_ask(const GazTypeface *typeface, GError **error);

#endif
