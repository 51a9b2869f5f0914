/* swaps.h - how a carbide-slag line takes part in a heating season: another stops in its place (R4). */
#ifndef GAZETTE_COMPOSE_SWAPS_H
#define GAZETTE_COMPOSE_SWAPS_H
#include "compose/composing.h"

/* Which lines stop in place of `line` in the notice's season, and for how many days, by the swaps of its year
 * filed by the notice's day; members NULL: it has none. */
GazText gaz_swap_note(GazComposing *work, const GazLine *line);

#endif
