/* faults.h - what can be wrong with a file before anybody asks what it says. */
#ifndef GAZETTE_READ_FAULTS_H
#define GAZETTE_READ_FAULTS_H
#include "base/report.h"

typedef enum {
    GAZ_READ_FILE_MISSING,
    GAZ_READ_FILE_TOO_LARGE,
    GAZ_READ_FILE_EMPTY,
    GAZ_READ_NUL_BYTE,
    GAZ_READ_NOT_UTF8,
    GAZ_READ_ENCODING_UNKNOWN,
    GAZ_READ_FORBIDDEN_CHARACTER,
    GAZ_READ_QUOTE_TORN,
    GAZ_READ_ROW_RAGGED,
    GAZ_READ_FIELD_TOO_LONG,
    GAZ_READ_TOO_MANY_COLUMNS,
    GAZ_READ_XML_MALFORMED,
    GAZ_READ_XML_DOCTYPE,
    GAZ_READ_XML_INVALID,
    GAZ_READ_WORKBOOK_PROTECTED,
    GAZ_READ_WORKBOOK_OLD,
    GAZ_READ_WORKBOOK_BROKEN,
    GAZ_READ_WORKBOOK_TOO_LARGE,
    GAZ_READ_CELL_ERROR,
    GAZ_READ_FORMULA_EMPTY,
    GAZ_READ_CELL_DATE,
    GAZ_READ_CELL_DIGITS,
    GAZ_READ_FAULTS
} GazReadFault;

/* One row a kind; the manual's list of messages is made from it. */
extern const GazFaultKind gaz_read_faults[GAZ_READ_FAULTS];

/* What was read otherwise than it may look. */
typedef enum {
    GAZ_READ_NOTE_ENCODING,
    GAZ_READ_NOTE_SEPARATOR,
    GAZ_READ_NOTE_HIDDEN_ROWS,
    GAZ_READ_NOTE_HIDDEN_COLUMNS,
    GAZ_READ_NOTE_MERGED,
    GAZ_READ_NOTES
} GazReadNote;

extern const GazFaultKind gaz_read_notes[GAZ_READ_NOTES];

#endif
