/* writing.h - an edition written out as files below a folder. */
#ifndef GAZETTE_PROGRAM_WRITING_H
#define GAZETTE_PROGRAM_WRITING_H
#include "program/edition.h"

/* What was written, for the summary. */
typedef struct {
    unsigned notices, pages;
} GazWritten;

/* Writes the whole publication: site/, the website with the notices' PDFs; interviews/, the interview
 * notices, which never stand on it; README.txt. False with `error` set where the machine fails. */
bool gaz_write_whole(const GazEdition *edition, const GazOptions *options, const char *folder,
                     GazProgress *progress, GazWritten *written, GError **error);

/* Writes only the PDFs of the kind that the options ask for, at the same places without site/. */
bool gaz_write_part(const GazEdition *edition, const GazOptions *options, const char *folder,
                    GazProgress *progress, GazWritten *written, GError **error);

#endif
