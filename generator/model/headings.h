/* headings.h - what offices call tables, columns and units (data/headings/headings.xml), beside the names and
 * headings that the tables have themselves; inside model/ only. Spaces, line breaks, letter case and
 * full-width forms make no difference. */
#ifndef GAZETTE_MODEL_HEADINGS_H
#define GAZETTE_MODEL_HEADINGS_H
#include "model/reading.h"

/* What a heading was understood as. */
typedef enum {
    GAZ_HEADING_UNKNOWN,
    GAZ_HEADING_NAME,    /* the column's own name */
    GAZ_HEADING_OWN,     /* its heading for readers, Chinese or English */
    GAZ_HEADING_OFFICE,  /* one of headings.xml, or with another unit */
    GAZ_HEADING_IGNORED, /* of a column that says nothing: 序号 */
    GAZ_HEADING_UNIT     /* of a column in a unit that it can't be turned from */
} GazHeadingKind;

typedef struct {
    GazHeadingKind kind;
    unsigned column; /* index in the table; for NAME, OWN, OFFICE and UNIT */
    int shift;       /* of the decimal point, to the right, that turns its numbers into the column's unit */
} GazHeading;

/* Reads headings.xml at the first call. NULL with `error` set, or with a fault told, where it can't be. Lent.
 */
const GazHeadings *gaz_reading_headings(GazReading *reading, GError **error);
void gaz_headings_free(GazHeadings *headings);

/* What `text` heads in `table`. */
GazHeading gaz_heading_find(const GazHeadings *headings, const GazTable *table, const char *text);

/* The known heading that is nearest to `text`; NULL: none is near. `*column`: whose. Yours: g_free(). */
char *gaz_heading_nearest(const GazHeadings *headings, const GazTable *table, const char *text,
                          unsigned *column);

/* Whether `unit`, as it stands in a cell, is one that the column's numbers can be turned from; `*shift`: the
 * places that their point moves to the right. */
bool gaz_headings_unit(const GazHeadings *headings, const GazTable *table, const GazColumn *column,
                       const char *unit, int *shift);

/* What a word for yes, no or nothing says: "yes", "no", "nothing"; NULL: it is none. */
const char *gaz_headings_word(const GazHeadings *headings, const char *word);

/* The column that the second number of a cell fills: of 窑规格 Φ4.8×74m the kiln's length; -1: none. */
int gaz_headings_then(const GazHeadings *headings, const GazTable *table, unsigned column);

/* The form in which headings, and names, are compared. Yours: g_free(). Whether two are the same in it. */
char *gaz_heading_key(const char *text);
bool gaz_heading_same(const char *one, const char *other);

/* The table that a sheet called so holds; NULL: none. */
const GazTable *gaz_headings_sheet(const GazHeadings *headings, const char *name);

/* Whether a sheet's name, but for its number, says nothing of what it holds: 附件1, Sheet1. */
bool gaz_headings_is_nameless(const GazHeadings *headings, const char *name);

/* Whether a sheet of this name is no table; whether a row whose first text this is sums others up (it begins
 * or ends with 合计), or is a remark (it begins with 注：). */
bool gaz_headings_is_instructions(const GazHeadings *headings, const char *name);
bool gaz_headings_is_total(const GazHeadings *headings, const char *text);
bool gaz_headings_is_remark(const GazHeadings *headings, const char *text);

#endif
