/* writing.h - an edition written out as files below a folder. */
#ifndef GAZETTE_PROGRAM_WRITING_H
#define GAZETTE_PROGRAM_WRITING_H
#include "base/kept.h"
#include "document/known.h"
#include "program/edition.h"
#include "program/jobs.h"
#include "publish/record.h"
#include "site/tools.h"

enum { GAZ_WRITING_RECORDS = 2 };

typedef struct {
    const GazEdition *edition;
    const GazOptions *options;
    const char *folder;       /* is there, with nothing in it but what `kept` knows */
    const char *before;       /* the publication before, if there is one there */
    GHashTable *sums;         /* names of its files to their sums, as it says; NULL: it doesn't */
    GazKept *kept;            /* files of last time that serve again */
    GazSiteTools *tools;      /* lent; NULL: the website makes its own */
    GazKnownDocuments *known; /* owned; of the edition */
    GazProgress *progress;
    GazJobsRun *tables;                            /* of the website, being written; NULL: not begun */
    GazJobsRun *weavers;                           /* those at work on them; NULL: not begun */
    unsigned notices, pages;                       /* after: what was written, for the summary */
    GazRecordKeeper *records[GAZ_WRITING_RECORDS]; /* of the website, of the interviews; NULL: none */
} GazWriting;

/* Ends what is being written, and frees what it owns: the records and what it knows of documents. */
void gaz_writing_clear(GazWriting *writing);

/* Begins with what needs no document, the website's tables, in a process of its own: the edition is read,
 * and may be completed meanwhile. It hides most of the 40 ms that a table of 600 lines takes in all its
 * formats, a fifth of a build after a change. Where it isn't done when PDFs are, it is one more at work than
 * asked for a while. Whatever else becomes of the edition, gaz_writing_clear().
 * False with `error` set where the machine fails. */
bool gaz_writing_begin(GazWriting *writing, GError **error);

/* Writes the whole publication, or, where that was begun, the rest of it: site/, the website with the
 * notices' PDFs; interviews/, the interview notices, which never stand on it; the record of both; README.txt.
 * False with `error` set where the machine fails, without where a notice already announced would be another:
 * the edition's report says which. */
bool gaz_write_whole(GazWriting *writing, GError **error);

/* Writes only the PDFs of the kind that the options ask for, at the same places without site/. They have no
 * record: nothing is announced by them. */
bool gaz_write_part(GazWriting *writing, GError **error);

#endif
