/* excuse.h - which lines take part in the heating season in a way of their own (R4). Inside check/ only. */
#ifndef GAZETTE_CHECK_EXCUSE_H
#define GAZETTE_CHECK_EXCUSE_H
#include "check/rule.h"

typedef enum {
    GAZ_EXCUSE_NONE,
    GAZ_EXCUSE_CARBIDE_SLAG, /* swaps days with another line */
    GAZ_EXCUSE_MAKE_UP,      /* a task that the rules let make its days up */
    GAZ_EXCUSE_LOAD          /* co-processes waste all year, at reduced load (N 二) */
} GazExcuse;

GazExcuse gaz_line_excuse(const GazCheck *check, const GazLine *line);

/* Whether the line is operating and was commissioned before `span` is over. */
bool gaz_line_runs_in(const GazLine *line, GazSpan span);

/* Days [d] that the line would be asked to stop in the season if no row named it as excluded, or the region's
 * window where that is more; and what its own rows ask. */
GazDecimal gaz_days_due(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line);
GazDecimal gaz_days_own(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line);

#endif
