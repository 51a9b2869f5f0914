/* faults.c - the ids are stable: scripts depend on them. */
#include "read/faults.h"

const GazFaultKind gaz_read_faults[GAZ_READ_FAULTS] = {
    [GAZ_READ_FILE_MISSING] = {"file-missing", NULL, "the file is missing"},
    [GAZ_READ_FILE_TOO_LARGE] = {"file-too-large", NULL, "the file is too large"},
    [GAZ_READ_FILE_EMPTY] = {"file-empty", NULL, "the file is empty"},
    [GAZ_READ_NUL_BYTE] = {"nul-byte", NULL, "a NUL byte, which no text holds"},
    [GAZ_READ_NOT_UTF8] = {"not-utf8", NULL, "not UTF-8"},
    [GAZ_READ_ENCODING_UNKNOWN] = {"encoding-unknown", NULL, "bytes that fit no encoding"},
    [GAZ_READ_FORBIDDEN_CHARACTER] =
        {"forbidden-character", NULL,
         "an invisible control or direction mark, which could hide what is said"},
    [GAZ_READ_QUOTE_TORN] = {"quote-torn", NULL, "a quoted cell is torn"},
    [GAZ_READ_ROW_RAGGED] = {"row-ragged", NULL, "not as many cells as the header has columns"},
    [GAZ_READ_FIELD_TOO_LONG] = {"field-too-long", NULL, "a cell is too long"},
    [GAZ_READ_TOO_MANY_COLUMNS] = {"too-many-columns", NULL, "the header has too many columns"},
    [GAZ_READ_XML_MALFORMED] = {"xml-malformed", NULL, "not well-formed XML"},
    [GAZ_READ_XML_DOCTYPE] = {"xml-doctype", NULL, "a document type declaration, which is refused"},
    [GAZ_READ_XML_INVALID] = {"xml-invalid", NULL, "does not fit the schema"},
    [GAZ_READ_WORKBOOK_PROTECTED] = {"workbook-protected", NULL, "the workbook is locked with a password"},
    [GAZ_READ_WORKBOOK_OLD] = {"workbook-old", NULL, "a workbook of an old or another format"},
    [GAZ_READ_WORKBOOK_BROKEN] = {"workbook-broken", NULL, "the workbook is broken"},
    [GAZ_READ_WORKBOOK_TOO_LARGE] = {"workbook-too-large", NULL,
                                     "the workbook unpacks to more than a table can be"},
    [GAZ_READ_CELL_ERROR] = {"cell-error", NULL, "the cell shows an error, not a value"},
    [GAZ_READ_FORMULA_EMPTY] = {"formula-empty", NULL, "a formula whose result isn't in the file"},
    [GAZ_READ_CELL_DATE] = {"cell-date", NULL, "a day that no calendar has"},
    [GAZ_READ_CELL_DIGITS] = {"cell-digits", NULL, "a number so long that its last digits are lost"},
};

const GazFaultKind gaz_read_notes[GAZ_READ_NOTES] = {
    [GAZ_READ_NOTE_ENCODING] = {"encoding-taken", NULL, "the file is not in UTF-8"},
    [GAZ_READ_NOTE_SEPARATOR] = {"separator-taken", NULL, "the cells are not separated by commas"},
    [GAZ_READ_NOTE_HIDDEN_ROWS] = {"rows-hidden", NULL, "hidden rows, which are read like the others"},
    [GAZ_READ_NOTE_HIDDEN_COLUMNS] = {"columns-hidden", NULL,
                                      "hidden columns, which are read like the others"},
    [GAZ_READ_NOTE_MERGED] = {"cells-merged", NULL,
                              "merged cells, which say the same of every row they span"},
};
