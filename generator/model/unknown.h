/* unknown.h - names that name nothing. A slip is often made once and copied down a column: each is told at
 * its first place in a file, with how many more there are. Inside model/ only. */
#ifndef GAZETTE_MODEL_UNKNOWN_H
#define GAZETTE_MODEL_UNKNOWN_H
#include "model/reading.h"

GHashTable *gaz_unknown_new(void); /* of a reading; yours: g_hash_table_unref() */

/* Whether `text`, which isn't the name of any `of` ("lines"), was met in this file before; then it is counted
 * and no more need be done. */
bool gaz_unknown_again(GazReading *reading, const GazPlace *place, const char *of, const char *text);

/* Notes the fault for gaz_unknown_tell(), or counts it where the text was met before. Copies what it is
 * given, but for `kind`; `expected` is a printf format. */
void gaz_unknown_add(GazReading *reading, const GazPlace *place, const GazFaultKind *kind, const char *of,
                     const char *field, const char *text, const char *expected, ...) G_GNUC_PRINTF(7, 8);

/* Once all is read: adds the faults to the report, and forgets them. */
void gaz_unknown_tell(GazReading *reading);

#endif
