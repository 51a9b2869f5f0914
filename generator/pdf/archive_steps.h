/* archive_steps.h - the steps of the pass. Each leaves no handle of an object behind; a failure of qpdf's
 * shows in qpdf_has_error(). Private to the archive_*.c files. */
#ifndef GAZETTE_PDF_ARCHIVE_STEPS_H
#define GAZETTE_PDF_ARCHIVE_STEPS_H
#include "pdf/archive.h"
#include <qpdf/qpdf-c.h>

/* An indirect object by its number; all objects that Cairo writes have generation 0. */
static inline qpdf_oh gaz_object(qpdf_data pdf, int number)
{
    return qpdf_get_object_by_id(pdf, number, 0);
}

GQuark gaz_archive_error(void);

/* Catalog, metadata, output intent, document information. */
void gaz_archive_catalog(const GazArchive *archive, qpdf_data pdf);

/* The structure tree: furniture and what is empty taken out, the rest described. `removed`: how many pieces
 * of marked content were furniture. False, with `error` set, where the tree isn't the one that was drawn. */
bool gaz_archive_tree(const GazArchive *archive, qpdf_data pdf, unsigned *removed, GError **error);

/* Pages: furniture becomes artifacts, annotations and fonts get what they lack. False, with `error` set,
 * where not just `removed` pieces of furniture were found. */
bool gaz_archive_pages(qpdf_data pdf, unsigned removed, GError **error);

/* The content stream of a page with its furniture as artifacts; NULL where it has none. `found` grows by
 * their number. Yours: g_byte_array_unref(). */
GByteArray *gaz_archive_content(const unsigned char *content, size_t length, unsigned *found);

/* The XMP packet that says what the document information says. `info`: that of the file. Yours: g_free(). */
char *gaz_archive_xmp(const GazArchive *archive, qpdf_data pdf);

/* "2021-09-28T00:00:00+08:00", or as a PDF date: the regime's time is Beijing's. Yours: g_free(). */
char *gaz_archive_date(GazDate date, bool pdf);

#endif
