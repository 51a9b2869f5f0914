/* values.h - values as people type them: 2021年11月15日8时, 45天, Φ4.8×74m, 是, 在产, 济南市; inside model/
 * only. What can be read in one way only is taken for what the column holds, and told in a note; what can be
 * read in several is a fault. */
#ifndef GAZETTE_MODEL_VALUES_H
#define GAZETTE_MODEL_VALUES_H
#include "model/reading.h"

typedef enum {
    GAZ_VALUE_PLAIN,    /* nothing to be done, or nothing that is known: the column says what is wrong */
    GAZ_VALUE_NAMED,    /* the name of what `*taken` is the code of: 在产, 济南市, 是 */
    GAZ_VALUE_TAKEN,    /* it says the same as `*taken` */
    GAZ_VALUE_NOTHING,  /* it says that there is nothing to say: 无, / */
    GAZ_VALUE_AMBIGUOUS /* it can be read in more than one way; `*taken`: what would say it */
} GazValueKind;

/* What the text of a cell of `column` says. `*shift` is set to what a unit within the cell asks for in place
 * of the heading's. `*taken`: yours, g_free(); NULL where PLAIN or NOTHING. */
GazValueKind gaz_value_take(GazReading *reading, const GazTable *table, const GazColumn *column,
                            const char *text, int *shift, char **taken);

/* Of "Φ4.8×74m" the first part (1), "Φ4.8", or the second (2), "74m"; "" where there is none. Yours:
 * g_free().
 */
char *gaz_value_part(const char *text, unsigned part);

/* `number` (digits, at most one point among them) with its point moved by so many places to the right: 4800
 * by -3 is 4.8. A copy of anything else. Yours: g_free(). */
char *gaz_number_shift(const char *number, int shift);

#endif
