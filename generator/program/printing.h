/* printing.h - the PDFs of an edition, in as many processes as asked; those of last time where their
 * documents are the same. */
#ifndef GAZETTE_PROGRAM_PRINTING_H
#define GAZETTE_PROGRAM_PRINTING_H
#include "base/kept.h"
#include "model/publication.h"
#include "pdf/pdf.h"

/* A PDF: what is known of it before, and after. */
typedef struct {
    const GazDocument *document;
    const GazNotice *notice; /* NULL: it is no notice, and isn't told of */
    char *address;           /* "notices/2021/plan-2021.pdf", below `folder` */
    const char *folder;      /* lent */
    GazPdfFacts facts;       /* after */
} GazPrint;

GArray *gaz_prints_new(void); /* of GazPrint, owning their addresses; yours: g_array_unref() */

/* Adds one; takes `address` over. */
void gaz_prints_add(GArray *prints, const GazDocument *document, const GazNotice *notice, char *address,
                    const char *folder);

/* That of `notice`, NULL being the one that is no notice; lent, NULL: there is none. */
const GazPrint *gaz_prints_lookup(const GArray *prints, const GazNotice *notice);

typedef struct {
    GazFonts *fonts;
    GazLanguageSet languages;
    unsigned jobs;
    GazKept *kept;
    void (*done)(const GazPrint *print, unsigned notices,
                 void *user); /* told as each of the notices is done */
    void *user;
} GazPrinting;

/* Writes them, the longest first, and puts them into that order. False with `error` set where one failed. */
bool gaz_prints_write(GArray *prints, const GazPrinting *printing, GError **error);

#endif
