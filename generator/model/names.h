/* names.h - enterprises and lines by the names that people write in place of ids; inside model/ only. A line
 * is called by its enterprise's name and its own, 甲水泥有限公司1#线, or by the enterprise's alone where it
 * has no other. In the names of lines 1#, 1号, 1#线 and 1号窑 are the same. */
#ifndef GAZETTE_MODEL_NAMES_H
#define GAZETTE_MODEL_NAMES_H
#include "model/reading.h"

typedef enum {
    GAZ_NAME_UNKNOWN,
    GAZ_NAME_FOUND,
    GAZ_NAME_SHARED,  /* several of the table have it */
    GAZ_NAME_LEFT_OUT /* that of a row that was left out for a fault of its own */
} GazNameKind;

/* What `text` is the name of in the table called `table`. `*id`: of the record, lent, where FOUND. */
GazNameKind gaz_name_find(GazReading *reading, const char *table, const char *text, const char **id);

/* The name of that table that is nearest to `text`, with its id behind it; NULL: none is near, or the table
 * has no names. Yours: g_free(). */
char *gaz_name_nearest(GazReading *reading, const char *table, const char *text);

/* Keeps that a row of the table called `table`, which has this name, was left out for a fault. */
void gaz_name_leave_out(GazReading *reading, const char *table, const char *name);

void gaz_names_clear(GazReading *reading);

#endif
