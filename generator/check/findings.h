/* findings.h - how far each finding has gone on the ladder (R9). Inside check/ only. */
#ifndef GAZETTE_CHECK_FINDINGS_H
#define GAZETTE_CHECK_FINDINGS_H
#include "check/index.h"

/* The states of all findings, in the order of data->findings. Yours: g_ptr_array_unref(). */
GPtrArray *gaz_finding_states(const GazIndex *index, GazDate as_of);

/* The same by finding. Yours: g_hash_table_unref(); the states are lent. */
GHashTable *gaz_finding_states_by_finding(const GPtrArray *states);

/* Those of one line, by first event, those without an event last. Yours: g_ptr_array_unref(). */
GPtrArray *gaz_finding_states_of(const GazIndex *index, GHashTable *by_finding, const GazLine *line);

/* Whether an interview was refused before `date` and matters weren't put right since, by that day: whoever
 * did so, and wasn't found running again, doesn't refuse any more (SD 四). `interviews` and `events` of one
 * finding, in any order; NULL: none. */
bool gaz_is_refused_before(const GPtrArray *interviews, const GPtrArray *events, GazDate date);

/* The notice whose exposure bars the finding's line from capacity trading on that day (R9); NULL: none, for
 * it was withdrawn, the finding annulled or the bar lifted by then. Lent. */
const GazNotice *gaz_finding_barred_by(const GazFindingState *state, GazDate on);

#endif
