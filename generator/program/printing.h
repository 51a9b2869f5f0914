/* printing.h - the PDFs of an edition, in as many processes as asked; those of last time where their
 * documents are the same. */
#ifndef GAZETTE_PROGRAM_PRINTING_H
#define GAZETTE_PROGRAM_PRINTING_H
#include "base/kept.h"
#include "base/turns.h"
#include "document/known.h"
#include "pdf/pdf.h"
#include "program/issues.h"

/* A PDF: what is known of it before, and after. */
typedef struct {
    const GazDocument *document;
    const GazIssue *issue; /* NULL: it is no notice, and isn't told of */
    bool announced;        /* as it was announced, without saying that it is in force no longer: made for its
                            * sum alone, not told of either */
    char *address;         /* "notices/2021/plan-2021.pdf", below `folder` */
    const char *folder;    /* lent */
    size_t weight;         /* rows and blocks; found when they are written */
    GazKey key;            /* of all that it is set from; found then too */
    GazPdfFacts facts;     /* after */
} GazPrint;

GArray *gaz_prints_new(void); /* of GazPrint, owning their addresses; yours: g_array_unref() */

/* Whether it is a notice, and stays. */
bool gaz_print_is_told(const GazPrint *print);

/* That of `issue`, NULL being the one that is no notice; lent, NULL: there is none. */
const GazPrint *gaz_prints_lookup(const GArray *prints, const GazIssue *issue, bool announced);

typedef struct {
    GazFonts *fonts;
    GazLanguageSet languages;
    unsigned jobs;
    GazKept *kept;
    GazKnownDocuments *known; /* gets every document's */
    void (*done)(const GazPrint *print, unsigned notices,
                 void *user); /* told as each of the notices is done */
    void *user;
} GazPrinting;

/* Writes them, the longest first, and puts them into that order. Processes are started only where one has to
 * be made. False with `error` set where one failed. */
bool gaz_prints_write(GArray *prints, const GazPrinting *printing, GError **error);

#endif
