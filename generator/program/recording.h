/* recording.h - an edition and the record of what was announced before it. */
#ifndef GAZETTE_PROGRAM_RECORDING_H
#define GAZETTE_PROGRAM_RECORDING_H
#include "base/kept.h"
#include "document/known.h"
#include "program/edition.h"
#include "publish/record.h"

/* A version of a notice whose PDF is written. */
typedef struct {
    const GazIssue *issue;
    const char *address;   /* below `folder`; lent */
    const char *announced; /* the same of the file as it was announced, which is taken away again; NULL: it is
                              the same file. Lent */
} GazWrittenVersion;

/* Whether the publication `before` has a record of `root`. */
bool gaz_recording_exists(const char *before, const char *root);

/* Where a record stands, and what it goes by; all lent. */
typedef struct {
    const char *folder, *root; /* `folder`/`root` is the new one's: "site" */
    const char *before;        /* the publication whose record is carried on */
    GHashTable *sums;          /* names of its files to their sums, as it says; NULL: it doesn't */
    bool reset_layout;
    GazKept *kept; /* texts of last time that serve again */
    GazKnownDocuments *known;
} GazRecordingPlace;

/* Writes the record of `versions` (of GazWrittenVersion *, all at `place`) there, carrying on the one before
 * it. A notice already announced that would be another, and a fault of the old record, goes into the
 * edition's report. Returns the record; NULL then, or with `error` set. Yours: gaz_record_free(). */
GazRecordKeeper *gaz_recording_write(const GazEdition *edition, const GazRecordingPlace *place,
                                     const GPtrArray *versions, GError **error);

#endif
