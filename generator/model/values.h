/* values.h - values as people type them; inside model/ only. */
#ifndef GAZETTE_MODEL_VALUES_H
#define GAZETTE_MODEL_VALUES_H
#include "model/reading.h"

/* `number` (digits, at most one point among them) with its point moved by so many places to the right: 4800
 * by -3 is 4.8. A copy of anything else. Yours: g_free(). */
char *gaz_number_shift(const char *number, int shift);

#endif
