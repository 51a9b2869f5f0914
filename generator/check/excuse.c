/* excuse.c - special tasks and carbide slag. */
#include "check/excuse.h"

#include "check/part.h"

static const unsigned waste_tasks =
    1u << GAZ_TASK_MUNICIPAL_WASTE | 1u << GAZ_TASK_HAZARDOUS_WASTE | 1u << GAZ_TASK_SLUDGE;

static bool is_year_round(const GazCheck *check, const GazLine *line)
{
    const GPtrArray *tasks = gaz_index_of(check->index->tasks, line);

    for (unsigned i = 0; tasks != NULL && i < tasks->len; i++) {
        const GazTask *task = tasks->pdata[i];

        if (task->year_round && (waste_tasks & 1u << task->task) != 0)
            return true;
    }
    return false;
}

GazExcuse gaz_line_excuse(const GazCheck *check, const GazLine *line)
{
    if (line->carbide_slag)
        return GAZ_EXCUSE_CARBIDE_SLAG;
    if ((line->special_tasks & check->rules->make_up_tasks) != 0)
        return GAZ_EXCUSE_MAKE_UP;
    return is_year_round(check, line) ? GAZ_EXCUSE_LOAD : GAZ_EXCUSE_NONE;
}

bool gaz_line_runs_in(const GazLine *line, GazSpan span)
{
    g_autoptr(GArray) parts = gaz_line_parts(line, span);

    return parts->len > 0;
}

static GazDecimal days_asked(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line,
                             bool excused_too)
{
    g_autoptr(GArray) windows = gaz_published_rows(check, line, season->season, GAZ_PLAN_WINDOW, excused_too);

    return gaz_windows_days(check->data, windows);
}

GazDecimal gaz_days_due(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    return MAX(days_asked(check, season, line, true), gaz_region_days(season));
}

GazDecimal gaz_days_own(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    return days_asked(check, season, line, false);
}
