/* check.c - every rule once, in the order of R1 to R13. */
#include "check/check.h"

#include "check/rule.h"

static void (*const rules[])(const GazCheck *check) = {
    gaz_check_declared_days,
    gaz_check_quotas,
    gaz_check_coverage,
    gaz_check_annual_plan,
    gaz_check_shortfalls,
    gaz_check_debts,
    gaz_check_make_up,
    gaz_check_make_up_place,
    gaz_check_swaps,
    gaz_check_carbide_slag,
    gaz_check_adjustments,
    gaz_check_stoppages,
    gaz_check_first_stops,
    gaz_check_deadlines,
    gaz_check_drafts,
    gaz_check_comment_periods,
    gaz_check_task_dates,
    gaz_check_task_lines,
    gaz_check_votes,
    gaz_check_days_short,
    gaz_check_events,
    gaz_check_running,
    gaz_check_finding_years,
    gaz_check_interviews,
    gaz_check_interview_notices,
    gaz_check_exposures,
    gaz_check_annotations,
    gaz_check_channels,
    gaz_check_line_list,
    gaz_check_summaries,
    gaz_check_numbers,
    gaz_check_printing,
    gaz_check_copies,
    gaz_check_line_names,
};

bool gaz_check(const GazAssessment *assessment, GazReport *report)
{
    GazCheck check = {.assessment = assessment,
                      .index = gaz_assessment_index(assessment),
                      .data = assessment->data,
                      .rules = assessment->data->rules,
                      .report = report};
    unsigned before = gaz_report_count(report);

    gaz_seasons_find(&check);
    for (unsigned i = 0; i < G_N_ELEMENTS(rules); i++)
        rules[i](&check);
    gaz_seasons_clear(&check);
    return gaz_report_count(report) == before;
}
