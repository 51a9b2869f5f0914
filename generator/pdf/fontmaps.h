/* fontmaps.h - what the codes of a typeface stand for (ISO 32000-1, 9.7.5 and 9.10.3). Private to pdf/. */
#ifndef GAZETTE_PDF_FONTMAPS_H
#define GAZETTE_PDF_FONTMAPS_H
#include "pdf/objects.h"
#include "pdf/typefaces.h"

/* Writes the map from codes to the font program's own numbers, `cids` by code; its object. */
unsigned gaz_fontmaps_write_codes(const GazTypeface *typeface, const guint16 *cids, GazObjects *objects);

/* Writes the map from codes to the texts that they say; its object. */
unsigned gaz_fontmaps_write_texts(const GazTypeface *typeface, GazObjects *objects);

#endif
