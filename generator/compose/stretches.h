/* stretches.h - the windows of one line as a reader sees them: how long, from when to when, and why. */
#ifndef GAZETTE_COMPOSE_STRETCHES_H
#define GAZETTE_COMPOSE_STRETCHES_H
#include "compose/composing.h"

/* Whether a line has a place in a plan. */
bool gaz_line_is_planned(const GazLine *line);

/* A time of stopping as a reader sees it: windows of one line that follow on each other without a gap, put in
 * rows of the plan for different reasons, are one. Quotas and load limits stay as they are. */
typedef struct {
    GazWindow window; /* the whole time; its plan is that of the first */
    GazText reason;   /* of all of them; members NULL: none */
} GazStretch;

/* The stretches of `line` in `season`, in order of start. A plan tells what was decided by the notice's own
 * date: adjustments approved later are not in it. Yours: g_array_unref(), of GazStretch. */
GArray *gaz_stretches_of(GazComposing *work, const GazLine *line, const GazSeason *season,
                         GazPlanVersion version);

/* Days [d] that one window asks: of a quota the quota, of a load limit none. */
GazDecimal gaz_window_days(const GazData *data, const GazWindow *window);

/* Days [d] that the stretches of one line ask together. */
GazDecimal gaz_stretches_days(const GazData *data, const GArray *stretches);

/* What a reader must know besides the dates: make-up, quota, load limit; members NULL: nothing. The note adds
 * the reason. */
GazText gaz_window_terms(GazComposing *work, const GazWindow *window);
GazText gaz_stretch_note(GazComposing *work, const GazStretch *stretch);

/* From when to when, in words. */
GazText gaz_window_span(GazComposing *work, const GazWindow *window);

#endif
