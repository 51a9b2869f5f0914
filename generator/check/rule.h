/* rule.h - what every rule is given, and how it reports. Inside check/ only.
 * check.h has the table of rules. */
#ifndef GAZETTE_CHECK_RULE_H
#define GAZETTE_CHECK_RULE_H
#include "check/account.h"
#include "check/faults.h"
#include "check/findings.h"
#include "check/windows.h"

/* A season as the published plan has it. */
typedef struct {
    const GazSeason *season;
    GazSpan span;           /* from the first begin to the last end of its off-peak windows; empty: none */
    const GazRow *first;    /* the row that begins first; NULL: none */
    const GazNotice *plan;  /* the earliest notice that publishes it; NULL: none */
    const GazNotice *draft; /* the earliest that puts it out for comment; NULL: none */
    GArray *region;         /* of GazSpan: the region's window (R1) as far as it falls to this season; may be
                             * empty: not a heating season, or set locally */
} GazSeasonPlan;

typedef struct {
    const GazAssessment *assessment;
    const GPtrArray *accounts; /* of all its lines */
    const GazIndex *index;
    const GazData *data;
    const GazRules *rules;
    GazReport *report;
    GArray *seasons; /* of GazSeasonPlan, in the publication's order */
} GazCheck;

/* Takes `found` (NULL: nothing to show), and cites `clause` (NULL: the kind's own). */
void gaz_fault(const GazCheck *check, GazCheckFault fault, const char *clause, const GazPlace *place,
               const char *field, char *found, const char *expected, ...) G_GNUC_PRINTF(7, 8);

/* Each year's rows and notices are judged once, with what is known of the years before: whether a record, a
 * notice, a season's plan is of the year that is checked. */
bool gaz_is_of_year(const GazCheck *check, const GazRecord *record);
bool gaz_notice_is_of_year(const GazCheck *check, const GazNotice *notice);
bool gaz_season_is_of_year(const GazCheck *check, const GazSeasonPlan *season);

/* Fills check->seasons; its owner calls gaz_seasons_clear(). */
void gaz_seasons_find(GazCheck *check);
void gaz_seasons_clear(GazCheck *check);

/* "2021-11-15T00:00 to 2022-03-15T24:00". Yours: g_free(). */
char *gaz_span_text(GazSpan span);

/* "44.5 days". Yours: g_free(). */
char *gaz_days_text(GazDecimal days);

/* "line L-001" or "line L-001 and 72 more lines". Yours: g_free(). */
char *gaz_lines_text(const GazLine *first, unsigned count);

/* Lines that fall short alike are told of one by one up to this number, else in one fault: a row of the plan
 * that is missing is one mistake, not ninety. */
enum { GAZ_FEW_LINES = 3 };

/* "2021-10-15". Yours: g_free(). */
char *gaz_date_text(GazDate date);

/* The calendar date of a point in time [min]. */
GazDate gaz_date_of(int64_t minutes);

/* Windows or stops as a list of spans, at most a handful and "and 3 more". Yours: g_free(). */
char *gaz_windows_text(const GArray *windows);
char *gaz_stops_text(const GArray *stops);

/* Rows of `line` in `season` (NULL: all) of the published plan as written, of one GazPlanPurpose.
 * `excused_too` as in GazWanted. Yours: g_array_unref(), of GazWindow. */
GArray *gaz_published_rows(const GazCheck *check, const GazLine *line, const GazSeason *season, int purpose,
                           bool excused_too);

/* Days [d] of the region's window that falls to a season. */
GazDecimal gaz_region_days(const GazSeasonPlan *season);

/* One function a rule; each goes on after a fault. */
void gaz_check_declared_days(const GazCheck *check);
void gaz_check_quotas(const GazCheck *check);
void gaz_check_coverage(const GazCheck *check);
void gaz_check_make_up(const GazCheck *check);
void gaz_check_make_up_place(const GazCheck *check);
void gaz_check_swaps(const GazCheck *check);
void gaz_check_carbide_slag(const GazCheck *check);
void gaz_check_annual_plan(const GazCheck *check);
void gaz_check_shortfalls(const GazCheck *check);
void gaz_check_debts(const GazCheck *check);
void gaz_check_adjustments(const GazCheck *check);
void gaz_check_first_stops(const GazCheck *check);
void gaz_check_stoppages(const GazCheck *check);
void gaz_check_days_short(const GazCheck *check);
void gaz_check_events(const GazCheck *check);
void gaz_check_running(const GazCheck *check);
void gaz_check_running_outside(const GazCheck *check);
void gaz_check_finding_years(const GazCheck *check);
void gaz_check_interviews(const GazCheck *check);
void gaz_check_interview_notices(const GazCheck *check);
void gaz_check_exposures(const GazCheck *check);
void gaz_check_annotations(const GazCheck *check);
void gaz_check_task_dates(const GazCheck *check);
void gaz_check_task_lines(const GazCheck *check);
void gaz_check_task_years(const GazCheck *check);
void gaz_check_votes(const GazCheck *check);
void gaz_check_deadlines(const GazCheck *check);
void gaz_check_drafts(const GazCheck *check);
void gaz_check_comment_periods(const GazCheck *check);
void gaz_check_numbers(const GazCheck *check);
void gaz_check_printing(const GazCheck *check);
void gaz_check_copies(const GazCheck *check);
void gaz_check_channels(const GazCheck *check);
void gaz_check_line_list(const GazCheck *check);
void gaz_check_grounds(const GazCheck *check);
void gaz_check_summaries(const GazCheck *check);
void gaz_check_years_once(const GazCheck *check); /* one list and one summary a year */
void gaz_check_summaries_verified(const GazCheck *check);
void gaz_check_line_names(const GazCheck *check);
void gaz_check_enterprise_names(const GazCheck *check);
void gaz_check_amendments(const GazCheck *check);
void gaz_check_objections(const GazCheck *check);
void gaz_check_restrictions(const GazCheck *check);
void gaz_check_trades(const GazCheck *check);
void gaz_check_lists(const GazCheck *check);

#endif
