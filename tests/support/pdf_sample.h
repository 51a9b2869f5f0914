/* pdf_sample.h - notices of a shipped data folder, composed and set as PDFs. Its users see nothing of the
 * model, whose lines aren't those of the layout. */
#ifndef GAZETTE_TESTS_PDF_SAMPLE_H
#define GAZETTE_TESTS_PDF_SAMPLE_H
#include "pdf/pdf.h"

/* A data folder and all that its notices are made with, as it stood on 30 April 2022. */
typedef struct PdfSample PdfSample;

PdfSample *pdf_sample_open(const char *folder); /* yours: pdf_sample_close() */
void pdf_sample_close(PdfSample *sample);
const char *
pdf_sample_folder(const PdfSample *sample); /* its own, for files; removed with it where empty. Lent */

/* The id of the notice at `at`, from 0; NULL: there are no more. Lent. */
const char *pdf_sample_notice(const PdfSample *sample, unsigned at);

/* Yours: gaz_document_free(). */
GazDocument *pdf_sample_compose(PdfSample *sample, const char *notice);

/* Sets `document`, or the test ends; gives where. Yours: pdf_sample_remove(). */
char *pdf_sample_set(PdfSample *sample, const GazDocument *document, GazLanguageSet languages);
void pdf_sample_remove(char *path);

/* What `program` says of the PDF at `path`, or the test ends. `last`: an argument after it; NULL: none.
 * Yours: g_free(). */
char *pdf_output_of(const char *program, const char *option, const char *path, const char *last);

#endif
