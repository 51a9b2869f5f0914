/* guess.h - which table a sheet holds whose name doesn't say, by its headings; inside model/ only. */
#ifndef GAZETTE_MODEL_GUESS_H
#define GAZETTE_MODEL_GUESS_H
#include "model/headings.h"

/* The table whose required columns, but for the id, are all among the texts of the first rows: where it is so
 * of several, the one that knows the most of them. NULL: of none, or of two alike; then `*near` names those
 * that lack the fewest, each with what it lacks, or is NULL where none is near. `*near`: yours, g_free(). */
const GazTable *gaz_table_by_headings(const GazHeadings *headings, GazRows *rows, char **near);

#endif
