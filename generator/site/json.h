/* json.h - a table as JSON, and texts as JSON strings that may stand in a script element. */
#ifndef GAZETTE_SITE_JSON_H
#define GAZETTE_SITE_JSON_H
#include "model/data.h"

/* Adds `text` in quotes; NULL: null. < > & and the line separators that end a script are written as \u. */
void gaz_json_add_string(GString *json, const char *text);

/* The whole table: its titles, columns with headings and codes, and a row a line as an object whose members
 * are named as in the data folder: numbers as numbers, yes and no as true and false, sets of codes as arrays,
 * null for none. Yours: g_string_free(). */
GString *gaz_json_write(const GazTable *table, const GPtrArray *rows, GazDate as_of);

#endif
