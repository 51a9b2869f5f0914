/* windows.h - the windows of a plan as tables and figures show them. */
#ifndef GAZETTE_COMPOSE_WINDOWS_H
#define GAZETTE_COMPOSE_WINDOWS_H
#include "compose/cities.h"
#include "compose/stretches.h"

/* What the rows of the table are: "quotas" where some ask for so many days within a period, "limits" where
 * some limit the load, "periods" where either: then not every row is a stop from end to end. */
#define GAZ_WINDOWS_SLOTS GAZ_FLAG("quotas"), GAZ_FLAG("limits"), GAZ_FLAG("periods")

/* A note to a table: "note-id", "note-mark", "remark". */
extern const GazSlot gaz_remark_slots[];

/* The stretches of every line of `cities` in `season`, in their order. Yours: g_ptr_array_unref(), of GArray
 * * of GazStretch. */
GPtrArray *gaz_stretches_of_all(GazComposing *work, const GPtrArray *cities, const GazSeason *season,
                                GazPlanVersion version);

/* All of those `stretches`, by city, as the table `code`: enterprise, line, from, to, days; where a line
 * stops more than once, the days of all its stretches on its first row; notes where there are any. Notes that
 * many rows share stand once, in the list "remarks" of the work's facts (gaz_remark_slots), and their marks
 * at the lines. */
GazGrid *gaz_windows_grid(GazComposing *work, const char *code, const GPtrArray *cities,
                          const GPtrArray *stretches);

/* The calendar: a row a line where these are few, else a row for all lines of a city that have the same
 * windows. NULL: no window at all. */
GazFigure *gaz_windows_figure(GazComposing *work, const GPtrArray *cities, const GazSeason *season,
                              GazPlanVersion version);

/* The same of all windows of the accounting year, which is the axis. */
GazFigure *gaz_year_figure(GazComposing *work, const GPtrArray *cities);

#endif
