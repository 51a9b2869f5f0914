/* build_data.h - data folders for tests of the rules: a kept folder, with a few cells changed. */
#ifndef GAZETTE_TESTS_BUILD_DATA_H
#define GAZETTE_TESTS_BUILD_DATA_H
#include "check/check.h"

/* One change of a file: `from`, which stands there exactly once, becomes `to`. from NULL: `to` is added as a
 * row at the end, or as the whole of a new file. to NULL: the file is left out. file NULL: no change (the end
 * of a list). */
typedef struct {
    const char *file, *from, *to;
} DataEdit;

/* The folder, changed, read under data/rules; a change that doesn't fit ends the test. Faults of reading are
 * in `report`. Yours: gaz_data_free(). */
GazData *data_build(const char *folder, const DataEdit *edits, unsigned count, GazReport *report);

/* The ids of all faults that reading and gaz_check() find as of `as_of`, each once, in order of the alphabet,
 * blanks between them; "" for none. `text`: all faults in full. Yours, both: g_free(). */
char *data_fault_ids(const char *folder, const DataEdit *edits, unsigned count, const char *as_of,
                     char **text);

/* A date, or the test ends. */
GazDate data_date(const char *text);

#endif
