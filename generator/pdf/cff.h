/* cff.h - the one thing that a PDF must know of a CFF font (Adobe Technical Note 5176): how it calls its
 * glyphs. Private to pdf/. */
#ifndef GAZETTE_PDF_CFF_H
#define GAZETTE_PDF_CFF_H
#include <glib.h>
#include <stdbool.h>

/* Writes the CID of each of the `count` glyphs of the font program to `cids`: by its charset where it is
 * keyed by CID, else the glyph's number (ISO 32000-1, 9.7.4.2). False where it can't be read. */
bool gaz_cff_read_cids(const guint8 *font, size_t length, unsigned count, guint16 *cids);

#endif
