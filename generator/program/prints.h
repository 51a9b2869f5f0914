/* prints.h - which PDFs an edition makes, and where they stand. */
#ifndef GAZETTE_PROGRAM_PRINTS_H
#define GAZETTE_PROGRAM_PRINTS_H
#include "program/edition.h"
#include "program/printing.h"

#define GAZ_PRINTS_INTERVIEWS "interviews"

/* Every version of every notice asked for: those of the website below `site`, the others below `apart`, in
 * the order of the edition; of a version in force no longer two, if the whole is made. Lends both folders.
 * Yours: g_array_unref(). */
GArray *gaz_prints_find(const GazEdition *edition, const GazOptions *options, const char *site,
                        const char *apart);

/* Adds the poster at `address`, which is copied. */
void gaz_prints_add_poster(GArray *prints, const GazEdition *edition, const char *address,
                           const char *folder);

#endif
