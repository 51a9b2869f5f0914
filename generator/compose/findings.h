/* findings.h - findings told in sentences: duty, what was found, interviews, state. Facts, not guilt.
 * A notice tells only what was known on its own date. */
#ifndef GAZETTE_COMPOSE_FINDINGS_H
#define GAZETTE_COMPOSE_FINDINGS_H
#include "compose/composing.h"

/* Of one finding:
 *   line, enterprise          names with links; "line" is enterprise and kiln together
 *   kiln, place (city and county), credit-code, capacity
 *   finding-year, duty, source ("经核查", "根据举报核查")
 *   events (each "event", a sentence without its full stop), story (all of them)
 *   interviews (each "interview"), interviews.words (all of them), days-short, fine, fine-ground, statement
 *   course (each "step"), course.words: events and interviews together, in the order of their time
 *   exposed-on, exposed-by    of the exposure notice: its date; its number, or its date where it has none
 *   lifted-on, lifted-by      of the bar from capacity trading that it brought: the day and the document
 *   outcome                   how many days short, and when exposed, in one sentence without its full stop
 *   flags: refused, corrected, open (how the last interview known ended)
 *   note-id, note-mark        where it is a note to a table */
extern const GazSlot gaz_finding_slots[];

/* Sets them in `member`. What happened after `known` is left out. */
void gaz_finding_give(GazComposing *work, GazFrame *member, const GazFindingState *state, GazDate known);

/* 甲局、乙局 in the middle of an English sentence: "the A and the B" for "A; B". */
GazText gaz_bodies_in_text(GazComposing *work, GazText bodies);

#endif
