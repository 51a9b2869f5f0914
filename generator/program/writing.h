/* writing.h - an edition written out as files below a folder. */
#ifndef GAZETTE_PROGRAM_WRITING_H
#define GAZETTE_PROGRAM_WRITING_H
#include "base/kept.h"
#include "program/edition.h"

typedef struct {
    const GazEdition *edition;
    const GazOptions *options;
    const char *folder; /* is there, and empty */
    GazKept *kept;      /* files of last time that serve again */
    GazProgress *progress;
    unsigned notices, pages; /* after: what was written, for the summary */
} GazWriting;

/* Writes the whole publication: site/, the website with the notices' PDFs; interviews/, the interview
 * notices, which never stand on it; README.txt. False with `error` set where the machine fails. */
bool gaz_write_whole(GazWriting *writing, GError **error);

/* Writes only the PDFs of the kind that the options ask for, at the same places without site/. */
bool gaz_write_part(GazWriting *writing, GError **error);

#endif
