/* place.h - where a value was written, kept from reading to the page.
 * Every record, text and tree node carries one, so that a message made three stages later
 * still leads to the cell. Lines and columns count from 1, columns in characters, not bytes.
 * In a workbook the line is the row and the column the column: D14 is line 14, column 4. */
#ifndef GAZETTE_BASE_PLACE_H
#define GAZETTE_BASE_PLACE_H
#include <glib.h>

typedef struct {
    const char *file;  /* as the reader of a message names it, e.g. "lines.csv"; lent; NULL: nowhere */
    const char *sheet; /* of a workbook; lent; NULL: the file is text, or the workbook as a whole */
    unsigned line;     /* 1 and up; 0: the file as a whole */
    unsigned column;   /* [characters] 1 and up; 0: the line as a whole */
} GazPlace;

/* As a person finds it: "lines.csv:14:7", "lines.xlsx:清单!D14", "lines.xlsx:清单!14:14" for a row; nothing
 * for nowhere. */
void gaz_place_append(GString *text, const GazPlace *place);

/* Where in its file: "line 14", "清单!D14"; for a message that says where the other one stands. Yours:
 * g_free(). */
char *gaz_place_within(const GazPlace *place);

/* The name of a column of a sheet, from 1: "A", "Z", "AA". */
void gaz_place_append_column(GString *text, unsigned column);

#endif
