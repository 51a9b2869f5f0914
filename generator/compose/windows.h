/* windows.h - the windows of a plan as tables and figures show them. */
#ifndef GAZETTE_COMPOSE_WINDOWS_H
#define GAZETTE_COMPOSE_WINDOWS_H
#include "compose/cities.h"
#include "compose/composing.h"

/* A time of stopping as a reader sees it: windows of one line that follow on each other without a gap, put in
 * rows of the plan for different reasons, are one. Quotas and load limits stay as they are. */
typedef struct {
    GazWindow window; /* the whole time; its plan is that of the first */
    GazText reason;   /* of all of them; members NULL: none */
} GazStretch;

/* The stretches of `line` in `season`, in order of start. Yours: g_array_unref(), of GazStretch. */
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

/* Every stretch of every line in `season`, by city, as the table `code`: enterprise, line, from, to, days;
 * where a line stops more than once, the days of all its stretches on its first row; notes where there are
 * any. */
GazGrid *gaz_windows_grid(GazComposing *work, const char *code, const GPtrArray *cities,
                          const GazSeason *season, GazPlanVersion version);

/* The calendar: a row a line where these are few, else a row for all lines of a city that have the same
 * windows. NULL: no window at all. */
GazFigure *gaz_windows_figure(GazComposing *work, const GPtrArray *cities, const GazSeason *season,
                              GazPlanVersion version);

/* The same of all windows of the accounting year, which is the axis. */
GazFigure *gaz_year_figure(GazComposing *work, const GPtrArray *cities);

/* Whether a line has a place in a plan. */
bool gaz_line_is_planned(const GazLine *line);

#endif
