/* deadlines.c - R6: when a plan must be out, and that its draft was out before. Of several notices that
 * publish a season's plan the earliest counts; the others change it. */
#include "check/rule.h"

/* The year a heating season is of: that in which the region's window begins, also for a plan that takes it up
 * after the year end. */
static int year_of(const GazCheck *check, const GazSeasonPlan *season)
{
    const GazRegionWindow *window = gaz_rules_window(check->rules, check->data->publication->region);
    int year, month, day;
    GazSpan last;

    gaz_date_split(gaz_date_of(season->span.start), &year, &month, &day);
    last = gaz_region_span(window, year - 1);
    return season->span.start < last.end ? year - 1 : year;
}

/* The last day for the plan, GAZ_NO_DATE: the rules name none; `*clause` the one that does, or would. */
static GazDate deadline_of(const GazCheck *check, const GazSeasonPlan *season, const char **clause)
{
    const GazRuleDay *heating = &check->rules->heating_plan_by;
    const GazRuleNumber *notice = &check->rules->notice_days;

    *clause = season->season->heating ? heating->clause : notice->clause;
    if (*clause == NULL)
        return GAZ_NO_DATE;
    return season->season->heating
               ? gaz_month_day_in(heating->day, year_of(check, season))
               : gaz_date_of(season->span.start) - (GazDate)(notice->value / GAZ_DECIMAL_ONE);
}

/* A plan that comes after its first window began is late as well: that is one mistake. */
static void check_deadline(const GazCheck *check, const GazSeasonPlan *season)
{
    const char *clause;
    GazDate by = deadline_of(check, season, &clause), begin = gaz_date_of(season->span.start);
    g_autofree char *by_text = gaz_date_text(by), *start = gaz_date_text(begin);
    g_autofree char *or_by =
        by == GAZ_NO_DATE || by >= begin ? g_strdup("") : g_strdup_printf("%s or earlier: ", by_text);

    if (gaz_date_begin(season->plan->date) >= season->span.start)
        gaz_fault(check, GAZ_CHECK_PLAN_AFTER_START, clause, &season->plan->at, "date",
                  gaz_date_text(season->plan->date), "%sa day before %s, when its first window (%s) begins",
                  or_by, start, season->first->plan->record.id);
    else if (by != GAZ_NO_DATE && season->plan->date > by)
        gaz_fault(check, GAZ_CHECK_PLAN_LATE, clause, &season->plan->at, "date",
                  gaz_date_text(season->plan->date), "%s or earlier: the season %s begins on %s", by_text,
                  season->season->id, start);
}

void gaz_check_deadlines(const GazCheck *check)
{
    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->plan != NULL && gaz_season_is_of_year(check, season))
            check_deadline(check, season);
    }
}

/* A region with a deadline for plans has the draft put out first: 履行公示公布程序. */
static const char *draft_clause(const GazCheck *check)
{
    return check->rules->heating_plan_by.clause != NULL ? check->rules->heating_plan_by.clause
                                                        : check->rules->notice_days.clause;
}

static void check_draft(const GazCheck *check, const GazSeasonPlan *season)
{
    const GazNotice *plan = season->plan, *draft = season->draft;
    g_autofree char *date = gaz_date_text(plan->date), *open = NULL;

    if (draft == NULL || draft->date >= plan->date) {
        if (draft != NULL || draft_clause(check) != NULL)
            gaz_fault(check, GAZ_CHECK_DRAFT_MISSING, draft_clause(check), &plan->at, "date",
                      gaz_date_text(plan->date), "a notice plan-draft for the season %s before %s",
                      season->season->id, date);
        return;
    }
    if (draft->comment_to == GAZ_NO_DATE || plan->date > draft->comment_to)
        return;
    open = gaz_date_text(draft->comment_to);
    gaz_fault(check, GAZ_CHECK_DRAFT_OPEN, draft_clause(check), &plan->at, "date", gaz_date_text(plan->date),
              "a day after %s, when comments on %s close", open, draft->id);
}

/* A plan follows its draft, or the plan that it changes. */
static void check_follows(const GazCheck *check, const GazNotice *notice)
{
    const GazNotice *before =
        notice->follows == NULL ? NULL : gaz_publication_notice(check->data->publication, notice->follows);
    bool fits;

    if (before == NULL)
        return;
    fits = before != notice && before->date <= notice->date && before->season == notice->season;
    if (notice->kind == GAZ_NOTICE_PLAN)
        fits = fits && (before->kind == GAZ_NOTICE_PLAN_DRAFT || before->kind == GAZ_NOTICE_PLAN);
    if (!fits)
        gaz_fault(check, GAZ_CHECK_FOLLOWS_WRONG, NULL, &notice->at, "follows", g_strdup(notice->follows),
                  "an earlier notice of the same season%s",
                  notice->kind == GAZ_NOTICE_PLAN ? ", its draft or the plan it changes" : "");
}

void gaz_check_drafts(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->plan != NULL && gaz_notice_is_of_year(check, season->plan))
            check_draft(check, season);
    }
    for (unsigned i = 0; i < notices->len; i++)
        if (gaz_notice_is_of_year(check, notices->pdata[i]))
            check_follows(check, notices->pdata[i]);
}

static void tell_comments(const GazCheck *check, const GazNotice *notice, const char *clause,
                          const char *expected)
{
    g_autofree char *from = gaz_date_text(notice->comment_from), *to = gaz_date_text(notice->comment_to);

    gaz_fault(check, GAZ_CHECK_COMMENT_PERIOD, clause, &notice->at, "comment",
              g_strdup_printf("%s to %s", from, to), "%s", expected);
}

/* Opens with the notice or after, closes after it opens (both days count), lasts as long as a rule asks. */
static void check_comments(const GazCheck *check, const GazNotice *notice)
{
    const GazRuleNumber *least = &check->rules->comment_days;
    GazDecimal days = (notice->comment_to - notice->comment_from + 1) * GAZ_DECIMAL_ONE;
    g_autofree char *date = gaz_date_text(notice->date), *expected = NULL;

    if (notice->comment_from < notice->date || notice->comment_to < notice->comment_from) {
        expected = g_strdup_printf("a period from %s, the notice's date, or later", date);
        tell_comments(check, notice, NULL, expected);
    } else if (least->clause != NULL && days < least->value) {
        g_autofree char *length = gaz_days_text(least->value);

        expected = g_strdup_printf("at least %s, the first and the last counted", length);
        tell_comments(check, notice, least->clause, expected);
    }
}

void gaz_check_comment_periods(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (gaz_notice_is_of_year(check, notice) && notice->comment_from != GAZ_NO_DATE &&
            notice->comment_to != GAZ_NO_DATE)
            check_comments(check, notice);
    }
}
