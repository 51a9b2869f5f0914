/* list_changes.h - the part of a line list that says what changed since the last. Inside compose/ only. */
#ifndef GAZETTE_COMPOSE_LIST_CHANGES_H
#define GAZETTE_COMPOSE_LIST_CHANGES_H
#include "compose/composing.h"

/* Sets last-year, changes-words and changes-table of the work's facts, and asks for the annex, where a list
 * was announced before. */
void gaz_list_changes_give(GazComposing *work);

#endif
