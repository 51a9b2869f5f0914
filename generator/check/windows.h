/* windows.h - the windows of the plan as they reach one line. Inside check/ only.
 * A line that isn't operating takes no part: no window reaches it. */
#ifndef GAZETTE_CHECK_WINDOWS_H
#define GAZETTE_CHECK_WINDOWS_H
#include "check/index.h"

/* What a row of the plan asks. */
typedef enum {
    GAZ_ASKS_STOP,  /* the whole window stops */
    GAZ_ASKS_QUOTA, /* some days of the range stop */
    GAZ_ASKS_LOAD   /* the kiln goes on at reduced load: no day of off-peak production */
} GazAsks;

GazAsks gaz_plan_asks(const GazPlan *plan);

/* Which windows are wanted. */
typedef struct {
    const GazSeason *season; /* NULL: of all seasons */
    GazPlanVersion version;  /* DRAFT: draft and both; else final and both */
    bool excused_too;        /* rows that exclude the line or its enterprise by name count as reaching it */
    int purpose;             /* GazPlanPurpose; -1: either */
} GazWanted;

/* The windows of `line` as the rows say, in order of start, overlaps kept, without adjustments. Yours:
 * g_array_unref(), of GazWindow. */
GArray *gaz_line_rows(const GazIndex *index, const GazLine *line, const GazWanted *wanted);

/* The same with the adjustments approved by `as_of` applied and the overlaps of full stops cut away. */
GArray *gaz_line_windows(const GazIndex *index, const GazLine *line, const GazWanted *wanted, GazDate as_of);

/* Cuts full stops and load limits to the time in which the line takes part: while it is suspended, or before
 * it was commissioned, nothing is asked of it. The range of a quota stays whole, for its days are the line's
 * own choice. Takes `windows` (by start); yours: g_array_unref(). */
GArray *gaz_windows_cut_to_part(GArray *windows, const GazLine *line);

/* Days [d] that `windows` (by start) ask inside `within`: full stops, each minute once, and of each quota the
 * least that must lie inside. A load limit asks none. */
GazDecimal gaz_windows_asked(const GazData *data, const GArray *windows, GazSpan within);

/* The quotas among `windows`, in order of their range's end. Yours: g_array_unref(), of GazWindow. */
GArray *gaz_windows_quotas(const GArray *windows);

/* Those of one GazPlanPurpose. Yours: g_array_unref(), of GazWindow. */
GArray *gaz_windows_of_purpose(const GArray *windows, int purpose);

/* Which season's rule counts a stretch of time: that of the first of `windows` (by start) it overlaps, else
 * of the nearest; the publication's first season where there are none. NULL: no season at all. */
const GazSeason *gaz_season_of(const GazData *data, const GArray *windows, GazSpan span);

/* Both stretches of an adjustment; a bare end date as the season it changes counts. */
GazSpan gaz_adjustment_open(const GazData *data, const GArray *windows, const GazAdjustment *adjustment);
GazSpan gaz_adjustment_stop(const GazData *data, const GArray *windows, const GazAdjustment *adjustment);

#endif
