/* pdf.h - pages become a PDF file. */
#ifndef GAZETTE_PDF_PDF_H
#define GAZETTE_PDF_PDF_H
#include "base/sum.h"
#include "layout/layout.h"

/* What became of it. */
typedef struct {
    unsigned pages, objects;
    size_t bytes;
    GazSum sum;
} GazPdfFacts;

/* Lays out `document` and writes it to `path` (which must not exist), page by page. The same document gives
 * the same bytes. Returns false with `error` set where the disk or a font failed; the file is then removed.
 * `facts` may be NULL. */
bool gaz_pdf_write(const GazDocument *document, const GazPress *press, const char *path, GazPdfFacts *facts,
                   GError **error);

#endif
