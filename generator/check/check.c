/* check.c - every rule once, in the order of R1 to R13. */
#include "check/check.h"

#include "check/rule.h"

/* Tables, and the notices, by the bits of GazData.lacking. */
enum {
    ADJUSTMENTS = 1u << GAZ_TABLE_ADJUSTMENTS,
    CHANGES = 1u << GAZ_TABLE_CHANGES,
    CHANNELS = 1u << GAZ_TABLE_CHANNELS,
    CORRECTIONS = 1u << GAZ_TABLE_CORRECTIONS,
    ENTERPRISES = 1u << GAZ_TABLE_ENTERPRISES,
    EVENTS = 1u << GAZ_TABLE_EVENTS,
    FINDINGS = 1u << GAZ_TABLE_FINDINGS,
    INTERVIEWS = 1u << GAZ_TABLE_INTERVIEWS,
    LEDGER = 1u << GAZ_TABLE_LEDGER,
    LINES = 1u << GAZ_TABLE_LINES,
    NOTICES = 1u << GAZ_TABLES,
    OBJECTIONS = 1u << GAZ_TABLE_OBJECTIONS,
    PLAN = 1u << GAZ_TABLE_PLAN,
    RESTRICTIONS = 1u << GAZ_TABLE_RESTRICTIONS,
    STOPPAGES = 1u << GAZ_TABLE_STOPPAGES,
    SWAPS = 1u << GAZ_TABLE_SWAPS,
    TASKS = 1u << GAZ_TABLE_TASKS,
};

/* A rule with the tables whose rows it puts together: where one of them lacks a row for a fault of its own,
 * the rule waits, so that one mistake isn't told as ten. */
static const struct {
    void (*check)(const GazCheck *check);
    unsigned needs;
} rules[] = {
    {gaz_check_declared_days, 0},
    {gaz_check_quotas, 0},
    {gaz_check_coverage, CHANGES | PLAN | TASKS},
    {gaz_check_annual_plan, CHANGES | PLAN | ADJUSTMENTS | LEDGER | SWAPS},
    {gaz_check_shortfalls, CHANGES | PLAN | ADJUSTMENTS | LEDGER | STOPPAGES | SWAPS | FINDINGS},
    {gaz_check_debts, CHANGES | PLAN | ADJUSTMENTS | LEDGER | STOPPAGES | FINDINGS},
    {gaz_check_make_up, PLAN | TASKS},
    {gaz_check_make_up_place, PLAN},
    {gaz_check_swaps, 0},
    {gaz_check_carbide_slag, PLAN | SWAPS},
    {gaz_check_adjustments, NOTICES | PLAN},
    {gaz_check_stoppages, 0},
    {gaz_check_first_stops, PLAN | STOPPAGES},
    {gaz_check_deadlines, PLAN},
    {gaz_check_drafts, NOTICES},
    {gaz_check_comment_periods, 0},
    {gaz_check_task_dates, 0},
    {gaz_check_task_lines, LINES | TASKS},
    {gaz_check_task_years, CHANGES | LINES | PLAN | TASKS},
    {gaz_check_votes, CHANGES | ENTERPRISES | LINES},
    {gaz_check_days_short, CHANGES | PLAN | ADJUSTMENTS | LEDGER | STOPPAGES | SWAPS},
    {gaz_check_events, EVENTS},
    {gaz_check_running, STOPPAGES},
    {gaz_check_running_outside, CHANGES | PLAN | ADJUSTMENTS},
    {gaz_check_finding_years, EVENTS},
    {gaz_check_interviews, EVENTS | INTERVIEWS},
    {gaz_check_interview_notices, CHANGES | ENTERPRISES | LINES | EVENTS | INTERVIEWS | NOTICES},
    {gaz_check_exposures, FINDINGS | EVENTS | INTERVIEWS | NOTICES},
    {gaz_check_annotations, FINDINGS | EVENTS | INTERVIEWS | NOTICES},
    {gaz_check_channels, CHANNELS},
    {gaz_check_line_list, NOTICES},
    {gaz_check_grounds, 0},
    {gaz_check_summaries, NOTICES},
    {gaz_check_summaries_verified, NOTICES | STOPPAGES},
    {gaz_check_years_once, NOTICES},
    {gaz_check_numbers, 0},
    {gaz_check_printing, 0},
    {gaz_check_copies, 0},
    {gaz_check_line_names, CHANGES},
    {gaz_check_enterprise_names, CHANGES},
    {gaz_check_amendments, CORRECTIONS | NOTICES},
    {gaz_check_objections, EVENTS},
    {gaz_check_restrictions, FINDINGS | EVENTS | NOTICES},
    {gaz_check_trades, CHANGES | OBJECTIONS | RESTRICTIONS | NOTICES},
    {gaz_check_lists, FINDINGS | EVENTS | INTERVIEWS | OBJECTIONS | NOTICES},
};

bool gaz_check(const GazAssessment *assessment, GazReport *report)
{
    GazCheck check = {.assessment = assessment,
                      .accounts = gaz_assessment_accounts(assessment),
                      .index = gaz_assessment_index(assessment),
                      .data = assessment->data,
                      .rules = assessment->data->rules,
                      .report = report};
    unsigned before = gaz_report_count(report);

    gaz_seasons_find(&check);
    for (unsigned i = 0; i < G_N_ELEMENTS(rules); i++)
        if ((rules[i].needs & assessment->data->lacking) == 0)
            rules[i].check(&check);
    gaz_seasons_clear(&check);
    return gaz_report_count(report) == before;
}
