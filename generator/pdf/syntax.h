/* syntax.h - the small words of PDF (ISO 32000-1, 7.3) put at the end of a text. Private to pdf/. */
#ifndef GAZETTE_PDF_SYNTAX_H
#define GAZETTE_PDF_SYNTAX_H
#include <glib.h>

void gaz_put_unsigned(GString *to, guint64 number);

/* With two decimals at most: 0.01 pt is finer than any printer. */
void gaz_put_number(GString *to, double number);

/* Numbers, each with a blank after it. */
void gaz_put_numbers(GString *to, const double *numbers, unsigned count);

/* An indirect object: "12 0 R". */
void gaz_put_reference(GString *to, unsigned object);

/* `length` bytes as a string in brackets, whatever they are. */
void gaz_put_bytes(GString *to, const void *bytes, size_t length);

/* What the UTF-8 `text` says as a text string (7.9.2.2), in brackets: of one too long for PDF/A (6.1.13:
 * 32,767 bytes) its beginning. */
void gaz_put_text(GString *to, const char *text);

/* "/Name", its irregular characters escaped. */
void gaz_put_name(GString *to, const char *name);

#endif
