/* pdf_text.h - what the marked content of a page says, by PDF's own rules: its operators, and the map to
 * Unicode of each font. Each page is read once. */
#ifndef GAZETTE_TESTS_PDF_TEXT_H
#define GAZETTE_TESTS_PDF_TEXT_H
#include <glib.h>
#include <qpdf/qpdf-c.h>

typedef struct PdfText PdfText;

PdfText *pdf_text_new(qpdf_data pdf); /* borrows; yours: pdf_text_free() */
void pdf_text_free(PdfText *text);

/* What the piece of marked content `number` of the page says, blanks and all; NULL: there is no such piece.
 * Lent. */
const char *pdf_text_piece(PdfText *text, qpdf_oh page, unsigned number);

#endif
