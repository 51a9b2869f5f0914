/* recording.h - an edition and the record of what was announced before it. */
#ifndef GAZETTE_PROGRAM_RECORDING_H
#define GAZETTE_PROGRAM_RECORDING_H
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

/* Writes the record of `versions` (of GazWrittenVersion *, all in `folder`/`root`: "site") into it, carrying
 * on the one in the publication `before`. A notice already announced that would be another, and a fault of
 * the old record, goes into the edition's report. Returns the record; NULL then, or with `error` set. Yours:
 * gaz_record_free(). */
GazRecordKeeper *gaz_recording_write(const GazEdition *edition, bool reset_layout, const char *folder,
                                     const char *root, const char *before, const GPtrArray *versions,
                                     GError **error);

#endif
