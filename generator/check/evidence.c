/* evidence.c - findings against the stoppages, and the events of one finding among themselves. */
#include "check/rule.h"

static bool is_of_year(const GazCheck *check, const GazFinding *finding)
{
    return finding->year == (GazDecimal)check->data->publication->year * GAZ_DECIMAL_ONE;
}

/* The first finding of the account's year that states days short, and the sum of what all state [d]; those
 * annulled stay as they were announced, and state nothing. */
static const GazFinding *stated_short(const GazCheck *check, const GazAccount *account, GazDecimal *sum)
{
    const GazFinding *first = NULL;

    *sum = 0;
    for (unsigned i = 0; i < account->findings->len; i++) {
        const GazFindingState *state = account->findings->pdata[i];
        const GazFinding *finding = state->finding;

        if (finding->days_short == GAZ_NO_DECIMAL || !is_of_year(check, finding) ||
            state->stage == GAZ_STAGE_ANNULLED)
            continue;
        *sum += finding->days_short;
        first = first == NULL ? finding : first;
    }
    return first;
}

static void tell_days_short(const GazCheck *check, const GazAccount *account, const GazFinding *finding,
                            GazDecimal stated)
{
    g_autofree char *computed = gaz_days_text(gaz_account_short(check->assessment, account));
    g_autofree char *required = gaz_days_text(account->days_required);
    g_autofree char *verified = gaz_days_text(account->days_verified);
    g_autofree char *windows = gaz_windows_text(account->windows), *stops = gaz_stops_text(account->stops);
    g_autofree char *as_of = gaz_date_text(check->assessment->as_of);

    gaz_fault(
        check, GAZ_CHECK_DAYS_SHORT_WRONG, check->rules->annual_days.clause, GAZ_AT(finding, days_short),
        "days_short", gaz_days_text(stated),
        "%s as of %s: %s required of line %s in the accounting year (windows: %s), %s verified (stops: %s)",
        computed, as_of, required, account->line->record.id, windows, verified, stops);
}

/* What the findings of one line and year state together; nothing can be said of other years, whose plans and
 * stoppages the folder doesn't hold, nor without any stoppages. */
void gaz_check_days_short(const GazCheck *check)
{
    for (unsigned i = 0; check->data->stoppages->len > 0 && i < check->accounts->len; i++) {
        const GazAccount *account = check->accounts->pdata[i];
        GazDecimal stated;
        const GazFinding *first = stated_short(check, account, &stated);

        if (first != NULL && stated != gaz_account_short(check->assessment, account))
            tell_days_short(check, account, first, stated);
    }
}

static bool is_running(const GazEvent *event)
{
    return event->kind == GAZ_EVENT_FOUND_RUNNING || event->kind == GAZ_EVENT_SECOND_BREACH;
}

static bool is_breach(const GazEvent *event)
{
    return is_running(event) || event->kind == GAZ_EVENT_SHORTFALL;
}

static void tell_event(const GazCheck *check, GazCheckFault fault, const GazEvent *event,
                       const char *expected)
{
    char text[17];

    gaz_fault(check, fault, NULL, GAZ_AT(event, at), "at",
              g_strdup_printf("%s, %s", gaz_event_kind[event->kind].code, gaz_moment_write(event->at, text)),
              "%s", expected);
}

/* As written: dates that run backwards are a slip, and nothing is ordered, stopped or repeated before the
 * line was found running or short, which is told of the first such event. */
static void check_order(const GazCheck *check, const GPtrArray *events)
{
    bool found = false;

    for (unsigned i = 0; i < events->len; i++) {
        const GazEvent *event = events->pdata[i], *before = i == 0 ? event : events->pdata[i - 1];

        if (gaz_moment_begin(event->at) < gaz_moment_begin(before->at))
            tell_event(check, GAZ_CHECK_EVENT_ORDER, event, "events of a finding in the order of their time");
        found = found || (is_breach(event) && event->kind != GAZ_EVENT_SECOND_BREACH);
        if (found || event->kind == GAZ_EVENT_CHECKED)
            continue;
        tell_event(check, GAZ_CHECK_EVENT_ORDER, event, "an event found-running or shortfall before it");
        found = true;
    }
}

static void check_result(const GazCheck *check, const GazFinding *finding, const GPtrArray *events)
{
    const GazEvent *breach = NULL;

    for (unsigned i = 0; breach == NULL && i < events->len; i++)
        breach = is_breach(events->pdata[i]) ? events->pdata[i] : NULL;
    if (finding->result == GAZ_RESULT_CLEAN && breach != NULL)
        tell_event(check, GAZ_CHECK_EVENT_RESULT, breach, "no breach, for the finding's result is clean");
    if (finding->result == GAZ_RESULT_BREACH && breach == NULL)
        gaz_fault(check, GAZ_CHECK_EVENT_RESULT, NULL, GAZ_AT(finding, result), "result",
                  g_strdup(gaz_result[finding->result].code),
                  "an event found-running or shortfall for finding %s", finding->record.id);
}

/* Records show how many days are lacking, or they show nothing. */
static void check_shortfall(const GazCheck *check, const GazFinding *finding, const GPtrArray *events)
{
    for (unsigned i = 0; i < events->len; i++) {
        const GazEvent *event = events->pdata[i];

        if (event->kind == GAZ_EVENT_SHORTFALL &&
            (finding->days_short == GAZ_NO_DECIMAL || finding->days_short == 0))
            tell_event(check, GAZ_CHECK_EVENT_RESULT, event, "days_short in the finding");
    }
}

void gaz_check_events(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->findings->len; i++) {
        const GazFinding *finding = check->data->findings->pdata[i];
        const GPtrArray *events = gaz_index_of(check->index->events, finding);

        if (!gaz_is_of_year(check, &finding->record))
            continue;
        if (events == NULL) {
            gaz_fault(check, GAZ_CHECK_EVENT_MISSING, NULL, GAZ_AT(finding, record.id), "id",
                      g_strdup(finding->record.id),
                      "a row of events.csv: when, by whom and how it was found");
            continue;
        }
        check_order(check, events);
        check_result(check, finding, events);
        check_shortfall(check, finding, events);
    }
}

/* A bare day contradicts only a stop that lasts all of it. */
static const GazStop *stop_during(const GazAccount *account, GazMoment at)
{
    int64_t begin = gaz_moment_begin(at), end = at.timed ? begin + 1 : gaz_moment_end(at, true);

    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (stop->span.start > begin)
            return NULL;
        if (stop->span.end >= end)
            return stop;
    }
    return NULL;
}

/* What an objection upheld annulled contradicts nothing: the stop may be why. */
static bool is_annulled(const GazCheck *check, const GazFinding *finding)
{
    return gaz_assessment_finding(check->assessment, finding)->stage == GAZ_STAGE_ANNULLED;
}

void gaz_check_running(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->events->len; i++) {
        const GazEvent *event = check->data->events->pdata[i];
        const GazStop *stop = NULL;
        g_autofree char *expected = NULL, *span = NULL;

        if (is_running(event) && gaz_is_of_year(check, &event->record) && !is_annulled(check, event->finding))
            stop = stop_during(gaz_assessment_account(check->assessment, event->finding->line), event->at);
        if (stop == NULL)
            continue;
        span = gaz_span_text(stop->span);
        expected = g_strdup_printf("a time outside stoppage %s (%s)", stop->stoppage->record.id, span);
        tell_event(check, GAZ_CHECK_RUNNING_WHILE_STOPPED, event, expected);
    }
}

/* Whether a window of a published plan asks `line` to stop, or to limit its load, at any time of [begin,
 * end).
 * `*planned`: whether any plan reaches it at all. */
static bool is_to_stop(const GazCheck *check, const GazEvent *event, bool *planned)
{
    int64_t begin = gaz_moment_begin(event->at);
    int64_t end = event->at.timed ? begin + 1 : gaz_moment_end(event->at, true);

    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeason *season = g_array_index(check->seasons, GazSeasonPlan, i).season;
        g_autoptr(GArray) windows = gaz_assessment_windows(check->assessment, event->finding->line, season,
                                                           GAZ_PLAN_FINAL, event->at.day);

        *planned |= windows->len > 0;
        for (unsigned k = 0; k < windows->len; k++) {
            GazSpan span = g_array_index(windows, GazWindow, k).span;

            if (span.start < end && span.end > begin)
                return true;
        }
    }
    return false;
}

/* A kiln may run outside its windows; what was missed inside them, the records tell later. */
void gaz_check_running_outside(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->events->len; i++) {
        const GazEvent *event = check->data->events->pdata[i];
        bool planned = false;

        if (is_running(event) && gaz_is_of_year(check, &event->record) &&
            !is_to_stop(check, event, &planned) && planned)
            tell_event(check, GAZ_CHECK_RUNNING_OUTSIDE, event,
                       "a time inside a window of the line's plan, or an event shortfall");
    }
}

/* A heating season's duty of one year reaches into the next. */
void gaz_check_finding_years(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->events->len; i++) {
        const GazEvent *event = check->data->events->pdata[i];
        int year = (int)(event->finding->year / GAZ_DECIMAL_ONE);
        GazSpan from = gaz_accounting_year(check->data, year),
                to = gaz_accounting_year(check->data, year + 1);
        g_autofree char *expected = NULL, *span = gaz_span_text((GazSpan){from.start, to.end});

        if (!gaz_is_of_year(check, &event->record) ||
            (gaz_moment_begin(event->at) >= from.start && gaz_moment_begin(event->at) < to.end))
            continue;
        expected = g_strdup_printf("a time in %s, for finding %s is of the year %d", span,
                                   event->finding->record.id, year);
        tell_event(check, GAZ_CHECK_FINDING_YEAR, event, expected);
    }
}
