/* taken.h - the values of a table that were read otherwise than they were written, told once a column; inside
 * model/ only. */
#ifndef GAZETTE_MODEL_TAKEN_H
#define GAZETTE_MODEL_TAKEN_H
#include "model/values.h"

/* Keeps that the cell at `place`, with the text `found`, was read as `taken` (NULL: as nothing). */
void gaz_taken_add(GazReading *reading, const GazColumn *column, const GazPlace *place, const char *found,
                   const char *taken);

/* At the end of a table: a note for each column, with the first value and how many others there were. */
void gaz_taken_tell(GazReading *reading);

#endif
