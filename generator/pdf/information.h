/* information.h - what a file says of itself: the document information, and the same as XMP (ISO 16684-1)
 * with what the file claims to be. Private to pdf/. */
#ifndef GAZETTE_PDF_INFORMATION_H
#define GAZETTE_PDF_INFORMATION_H
#include "document/document.h"
#include "pdf/pdf.h"

#define GAZ_PROGRAM "gazette " GAZETTE_VERSION

/* What the document information says; texts are the document's. */
typedef struct {
    const GazDocument *document;
    GazLanguageSet languages;
    const char *title, *author, *subject; /* in the file's main language; NULL: none */
} GazInformation;

GazInformation gaz_information_of(const GazDocument *document, GazLanguageSet languages);

/* The information dictionary (ISO 32000-1, 14.3.3), and the XMP packet that agrees with it. Yours:
 * g_string_free(), g_free(). */
GString *gaz_information_dictionary(const GazInformation *information);
char *gaz_information_xmp(const GazInformation *information);

/* "2021-09-28T00:00:00+08:00", or as a PDF date: the regime's time is Beijing's. Yours: g_free(). */
char *gaz_information_date(GazDate date, bool pdf);

#endif
