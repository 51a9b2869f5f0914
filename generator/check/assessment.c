/* assessment.c - each line's account of the year, and what others ask of one line's plan. */
#include "check/assessment.h"

#include "check/account.h"
#include "check/balance.h"
#include "check/credit.h"
#include "check/findings.h"
#include "check/part.h"
#include "check/rule.h"
#include "check/windows.h"
#include <string.h>

typedef struct {
    GazAssessment shared; /* first: its address is this one's */
    GazIndex *index;
    GazSpan year;
    bool reckoned;        /* whether its days have been reckoned up: GazAccount.reckoned */
    GHashTable *accounts; /* line to GazAccount *, of the lines asked for so far */
    GPtrArray *all;       /* of GazAccount *, in the order of data->lines; empty until all are asked for */
    GHashTable *findings; /* finding to GazFindingState * */
} Assessment;

const GazIndex *gaz_assessment_index(const GazAssessment *assessment)
{
    return ((const Assessment *)assessment)->index;
}

GazSpan gaz_plan_span(const GazData *data, const GazPlan *plan)
{
    const GazSeason *season = gaz_publication_season(data->publication, plan->season);

    if (plan->end.day == GAZ_NO_DATE) {
        int64_t start = gaz_moment_begin(plan->start);

        return (GazSpan){start, start + gaz_minutes_of_days(plan->days == GAZ_NO_DECIMAL ? 0 : plan->days)};
    }
    return gaz_span_between(gaz_season_counting(data, season), plan->start, plan->end);
}

GazDecimal gaz_span_days(const GazData *data, const GazSeason *season, GazSpan span)
{
    const GazCounting *counting = gaz_season_counting(data, season);

    return gaz_days_of_minutes(gaz_span_minutes(gaz_span_counted(counting, span)), counting->rounding);
}

GazDecimal gaz_plan_days(const GazData *data, const GazPlan *plan)
{
    if (plan->quota_days != GAZ_NO_DECIMAL)
        return plan->quota_days;
    return gaz_span_days(data, gaz_publication_season(data->publication, plan->season),
                         gaz_plan_span(data, plan));
}

GazDecimal gaz_windows_days(const GazData *data, const GArray *windows)
{
    return gaz_windows_asked(data, windows, (GazSpan){INT64_MIN, INT64_MAX});
}

GazSpan gaz_accounting_year(const GazData *data, int year)
{
    return (GazSpan){gaz_date_begin(gaz_rules_year_begin(data->rules, year)),
                     gaz_date_begin(gaz_rules_year_begin(data->rules, year + 1))};
}

/* Days [d] that the windows ask of the line inside `parts`, when it takes part. */
static GazDecimal asked_in(const GazData *data, const GazAccount *account, const GArray *parts)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < parts->len; i++)
        days += gaz_windows_asked(data, account->windows, g_array_index(parts, GazSpan, i));
    return days;
}

static GazDecimal annual_least(const GazData *data)
{
    const GazRuleNumber *rule = &data->rules->annual_days;

    return rule->clause == NULL || rule->value == GAZ_NO_DECIMAL ? 0 : rule->value;
}

/* The account of the same line in the year before; NULL: there was none. */
static const GazAccount *account_before(const Assessment *assessment, const GazLine *line)
{
    const GazAssessment *previous = assessment->shared.previous;
    const GazLine *before =
        previous == NULL ? NULL : gaz_data_lookup(previous->data, "lines", line->record.id);

    return before == NULL ? NULL : gaz_assessment_account(previous, before);
}

static void settle_ledger(GazAccount *account, const Assessment *assessment)
{
    gaz_balance_open(account, assessment->index, account_before(assessment, account->line));
    account->days_owed = account->balance.brought_owed + account->balance.owed;
    account->days_earned = account->balance.brought_earned + account->balance.earned;
}

GazDecimal gaz_swapped_days(const GPtrArray *swaps, int year, GazDate as_of)
{
    GazDecimal days = 0;

    for (unsigned i = 0; swaps != NULL && i < swaps->len; i++) {
        const GazSwap *swap = swaps->pdata[i];

        if (swap->record.year == year && (swap->filed_on == GAZ_NO_DATE || swap->filed_on <= as_of))
            days += swap->days;
    }
    return days;
}

static void settle_required(GazAccount *account, const Assessment *assessment)
{
    const GazData *data = assessment->shared.data;
    g_autoptr(GArray) parts = gaz_line_parts(account->line, account->year);

    if (parts->len == 0)
        return;
    account->days_planned = asked_in(data, account, parts);
    account->days_required = MAX(0, account->days_planned - account->days_earned);
    account->whole_year = gaz_parts_are_all(parts, account->year);
    if (account->whole_year)
        account->days_required = MAX(account->days_required, annual_least(data));
    account->days_required += gaz_swapped_days(gaz_index_of(assessment->index->partners, account->line),
                                               data->publication->year, assessment->shared.as_of);
}

static int compare_stops(const void *one, const void *two)
{
    const GazSpan *a = &((const GazStop *)one)->span, *b = &((const GazStop *)two)->span;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end < b->end) - (a->end > b->end);
}

static GazStop stop_of(const GazData *data, const GArray *windows, const GazStoppage *stoppage)
{
    GazSpan rough = {gaz_moment_begin(stoppage->start), gaz_moment_end(stoppage->end, true)};
    const GazCounting *counting = gaz_season_counting(data, gaz_season_of(data, windows, rough));

    return (GazStop){gaz_span_between(counting, stoppage->start, stoppage->end), stoppage,
                     (counting->counts & 1u << stoppage->why) != 0};
}

/* What was over before a later year began belongs to the account of the year before. */
static void drop_past(GArray *spans, const GazAssessment *assessment, GazSpan year)
{
    unsigned size = g_array_get_element_size(spans), kept = 0;

    for (unsigned i = 0; assessment->previous != NULL && i < spans->len; i++) {
        /* A window and a stop both begin with their span. */
        const GazSpan *span = (const GazSpan *)(const void *)(spans->data + (size_t)i * size);

        if (span->end > year.start)
            memmove(spans->data + (size_t)kept++ * size, span, size);
    }
    if (assessment->previous != NULL)
        g_array_set_size(spans, kept);
}

static void settle_stops(GazAccount *account, const Assessment *assessment)
{
    const GPtrArray *stoppages = gaz_index_of(assessment->index->stoppages, account->line);

    for (unsigned i = 0; stoppages != NULL && i < stoppages->len; i++) {
        const GazStoppage *stoppage = stoppages->pdata[i];
        GazStop stop = stop_of(assessment->shared.data, account->windows, stoppage);

        if (stoppage->verified_on == GAZ_NO_DATE || stoppage->verified_on <= assessment->shared.as_of)
            g_array_append_val(account->stops, stop);
    }
    g_array_sort(account->stops, compare_stops);
    drop_past(account->stops, &assessment->shared, account->year);
}

GazDecimal gaz_stops_verified(const GazData *data, const GazAccount *account, GazSpan within)
{
    g_autoptr(GazTally) tally = gaz_tally_new();

    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);
        const GazCounting *counting =
            gaz_season_counting(data, gaz_season_of(data, account->windows, stop->span));

        if (stop->counts)
            gaz_tally_add(tally, counting, gaz_span_clip(gaz_span_counted(counting, stop->span), within));
    }
    return gaz_tally_days(tally);
}

/* Days earned are used where less is required than was planned; `known`: the part of the year that is. */
static void settle_balance(GazAccount *account, const Assessment *assessment, GazSpan known)
{
    GazDate last = gaz_date_of(MAX(known.end - 1, account->year.start));
    GazDecimal required = MAX(0, account->days_planned - account->days_earned);

    if (account->whole_year)
        required = MAX(required, annual_least(assessment->shared.data));
    gaz_balance_close(account, MAX(0, account->days_planned - required),
                      gaz_stops_made_up(assessment->shared.data, account, known),
                      MIN(last, assessment->shared.as_of));
}

bool gaz_year_is_over(const GazAssessment *assessment, GazSpan year)
{
    return gaz_date_end(assessment->as_of) >= year.end;
}

/* Whether `notice` says how the lines kept the `year`: its summary (N 七), or the next year's list (N 四). */
static bool reckons_up(const GazNotice *notice, int year)
{
    return (notice->kind == GAZ_NOTICE_SUMMARY && notice->year == year) ||
           (notice->kind == GAZ_NOTICE_LINE_LIST && notice->year == year + 1);
}

/* The last stops of a year are verified in the weeks after it: until then a line that lacks them isn't known
 * to be short. The notice that reckons it up may stand in the folder of the next year. */
static bool is_reckoned(const GazAssessment *assessment, GazSpan span)
{
    const GazData *data = assessment->data, *all = data->of == NULL ? data : data->of;
    const GPtrArray *notices = all->publication->notices;
    int year = data->publication->year;
    bool reckoned = gaz_year_is_over(assessment, gaz_accounting_year(data, year + 1));

    if (!gaz_year_is_over(assessment, span))
        return false;
    for (unsigned i = 0; i < notices->len && !reckoned; i++) {
        const GazNotice *notice = notices->pdata[i];

        reckoned = notice->date <= assessment->as_of && reckons_up(notice, year);
    }
    return reckoned;
}

static GazDecimal verified_in(const GazData *data, const GazAccount *account, const GArray *parts)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < parts->len; i++)
        days += gaz_stops_verified(data, account, g_array_index(parts, GazSpan, i));
    return days;
}

/* Days [d] of the credit's make-up stops that are left for this year, once they have paid debts of the years
 * before that the plan has no make-up windows for: a day doesn't count twice. */
static GazDecimal made_up_now(const GazData *data, const GazAccount *account, GazDecimal made_up)
{
    GazDecimal paid = gaz_balance_paid_earlier(account, data->publication->year), asked = 0;
    g_autoptr(GArray) windows = gaz_windows_of_purpose(account->windows, GAZ_PLAN_MAKE_UP);

    if (paid > 0)
        asked = gaz_windows_asked(data, windows, account->year);
    return MAX(0, made_up - MAX(0, paid - asked));
}

/* A line that no plan reaches keeps all its stops: there is nothing to tell them apart by. */
static void settle_verified(GazAccount *account, const Assessment *assessment, GazSpan known)
{
    const GazAssessment *shared = &assessment->shared;
    int year = shared->data->publication->year;
    g_autoptr(GArray) parts = gaz_line_parts(account->line, known);
    GazDecimal ceded =
        gaz_swapped_days(gaz_index_of(assessment->index->swaps, account->line), year, shared->as_of);
    GazDecimal taken =
        gaz_swapped_days(gaz_index_of(assessment->index->partners, account->line), year, shared->as_of);
    GazDecimal own = account->days_required - taken; /* without the stops for others */
    GazDecimal elsewhere;                            /* as far as it counts */
    GazCredit credit;

    if (parts->len == 0) { /* takes no part: its kiln stands still whatever the plan asks */
        gaz_stops_drop_elsewhere(shared->data, account);
        return;
    }
    if (account->windows->len == 0) {
        account->days_in_windows = account->days_verified = verified_in(shared->data, account, parts) + ceded;
        return;
    }
    credit = gaz_account_credit(shared->data, account, parts);
    account->days_in_windows =
        credit.windows + credit.quotas + ceded + made_up_now(shared->data, account, credit.made_up);
    elsewhere = CLAMP(own - MAX(account->days_in_windows, account->days_planned - account->days_earned), 0,
                      credit.elsewhere);
    account->days_verified = account->days_in_windows + MIN(credit.swapped, taken) + elsewhere;
    if (elsewhere == 0)
        gaz_stops_drop_elsewhere(shared->data, account);
}

static void settle(GazAccount *account, const Assessment *assessment)
{
    const GazAssessment *shared = &assessment->shared;
    GazSpan known = gaz_span_clip(account->year, (GazSpan){INT64_MIN, gaz_date_end(shared->as_of)});

    settle_ledger(account, assessment);
    settle_required(account, assessment);
    settle_stops(account, assessment);
    settle_balance(account, assessment, known);
    settle_verified(account, assessment, known);
    account->reckoned = assessment->reckoned && shared->data->stoppages->len > 0;
    if (account->reckoned)
        account->days_short = MAX(0, account->days_required - account->days_verified);
}

GazDecimal gaz_account_short(const GazAssessment *assessment, const GazAccount *account)
{
    const GazData *data = assessment->data;
    GazSpan known = gaz_span_clip(account->year, (GazSpan){INT64_MIN, gaz_date_end(assessment->as_of)});
    g_autoptr(GArray) parts = NULL;

    if (data->stoppages->len == 0)
        return 0;
    if (gaz_year_is_over(assessment, account->year))
        return MAX(0, account->days_required - account->days_verified);
    parts = gaz_line_parts(account->line, known);
    return MAX(0, asked_in(data, account, parts) - account->days_earned - account->days_in_windows);
}

static void free_account(void *data)
{
    GazAccount *account = data;

    g_array_unref(account->windows);
    g_array_unref(account->stops);
    g_array_unref(account->debts);
    g_array_unref(account->credits);
    g_ptr_array_unref(account->findings);
    g_free(account);
}

/* Has one array where `array` is the same as `other`. */
static void share_array(GArray **array, GArray *other)
{
    size_t bytes = (size_t)other->len * g_array_get_element_size(other);

    if ((*array)->len != other->len || (bytes > 0 && memcmp((*array)->data, other->data, bytes) != 0))
        return;
    g_array_unref(*array);
    *array = g_array_ref(other);
}

/* Most lines have the windows of the line before, and neither debts nor findings: of very many lines arrays
 * of their own would be a tenth of all that is kept. */
static void share_arrays(GazAccount *account, const GazAccount *before)
{
    share_array(&account->windows, before->windows);
    share_array(&account->debts, before->debts);
    share_array(&account->credits, before->credits);
    if (account->findings->len == 0 && before->findings->len == 0) {
        g_ptr_array_unref(account->findings);
        account->findings = g_ptr_array_ref(before->findings);
    }
}

static GazAccount *account_new(const Assessment *assessment, const GazLine *line)
{
    const GazWanted published = {.version = GAZ_PLAN_FINAL, .purpose = -1};
    GazAccount *account = g_new0(GazAccount, 1);

    account->line = line;
    account->year = assessment->year;
    account->windows = gaz_windows_cut_to_part(
        gaz_line_windows(assessment->index, line, &published, assessment->shared.as_of), line);
    drop_past(account->windows, &assessment->shared, account->year);
    account->stops = g_array_new(FALSE, FALSE, sizeof(GazStop));
    account->findings = gaz_finding_states_of(assessment->index, assessment->findings, line);
    settle(account, assessment);
    return account;
}

GazAssessment *gaz_assessment_new(const GazData *data, GazDate as_of)
{
    return gaz_assessment_new_after(data, as_of, NULL);
}

GazAssessment *gaz_assessment_new_after(const GazData *data, GazDate as_of, const GazAssessment *previous)
{
    Assessment *assessment = g_new0(Assessment, 1);

    assessment->shared = (GazAssessment){.data = data, .as_of = as_of, .previous = previous};
    assessment->index = gaz_index_new(data);
    assessment->year = gaz_accounting_year(data, data->publication->year);
    assessment->reckoned = is_reckoned(&assessment->shared, assessment->year);
    assessment->shared.findings = gaz_finding_states(assessment->index, as_of);
    assessment->findings = gaz_finding_states_by_finding(assessment->shared.findings);
    assessment->accounts = g_hash_table_new_full(NULL, NULL, NULL, free_account);
    assessment->all = g_ptr_array_new();
    return &assessment->shared;
}

void gaz_assessment_free(GazAssessment *shared)
{
    Assessment *assessment = (Assessment *)shared;

    if (shared == NULL)
        return;
    g_ptr_array_unref(assessment->all);
    g_hash_table_unref(assessment->accounts);
    g_hash_table_unref(assessment->findings);
    g_ptr_array_unref(shared->findings);
    gaz_index_free(assessment->index);
    g_free(assessment);
}

/* `before`: an account whose arrays it may share where it is made only now; NULL: none. */
static GazAccount *account_of(const Assessment *assessment, const GazLine *line, const GazAccount *before)
{
    GazAccount *account = g_hash_table_lookup(assessment->accounts, line);

    if (account != NULL)
        return account;
    account = account_new(assessment, line);
    if (before != NULL)
        share_arrays(account, before);
    g_hash_table_insert(assessment->accounts, (gpointer)line, account);
    return account;
}

const GazAccount *gaz_assessment_account(const GazAssessment *assessment, const GazLine *line)
{
    return account_of((const Assessment *)assessment, line, NULL);
}

const GPtrArray *gaz_assessment_accounts(const GazAssessment *shared)
{
    const Assessment *assessment = (const Assessment *)shared;
    const GPtrArray *lines = shared->data->lines;
    GazAccount *account = NULL;

    if (shared->previous != NULL)
        (void)gaz_assessment_accounts(shared->previous); /* asked for line by line they would share nothing */
    for (unsigned i = assessment->all->len; i < lines->len; i++) {
        account = account_of(assessment, lines->pdata[i], account);
        g_ptr_array_add(assessment->all, account);
    }
    return assessment->all;
}

const GazFindingState *gaz_assessment_finding(const GazAssessment *assessment, const GazFinding *finding)
{
    return g_hash_table_lookup(((const Assessment *)assessment)->findings, finding);
}

GArray *gaz_assessment_windows(const GazAssessment *assessment, const GazLine *line, const GazSeason *season,
                               GazPlanVersion version, GazDate day)
{
    const GazWanted wanted = {.season = season,
                              .version = version == GAZ_PLAN_DRAFT ? GAZ_PLAN_DRAFT : GAZ_PLAN_FINAL,
                              .purpose = -1};

    return gaz_line_windows(gaz_assessment_index(assessment), line, &wanted, day);
}
