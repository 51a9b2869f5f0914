/* stoppages.c - verified stoppages: none from the future, none twice, none recorded late without its day, the
 * first of a quota in time. Stoppages that overlap for different reasons are no fault: their time counts
 * once. */
#include "check/rule.h"

#include "check/account.h"
#include "model/view.h"

static guint hash_stop(gconstpointer key)
{
    const GazStop *stop = key;

    return g_direct_hash(stop->stoppage->line) ^ g_int64_hash(&stop->span.start) ^
           g_int64_hash(&stop->span.end) * 31u;
}

static gboolean is_twice(gconstpointer one, gconstpointer two)
{
    const GazStop *a = one, *b = two;

    return a->stoppage->line == b->stoppage->line && a->span.start == b->span.start &&
           a->span.end == b->span.end && a->stoppage->why == b->stoppage->why;
}

/* What a later year's folder records is seen in the year in which it lies: that is the one to tell of it. */
static bool begins_in_year(const GazCheck *check, const GazAccount *account, const GazStop *stop)
{
    return (stop->span.start >= account->year.start || check->assessment->previous == NULL) &&
           (stop->span.start < account->year.end || gaz_data_is_last_year(check->data));
}

static void check_twice(const GazCheck *check, const GazStop *stop, GHashTable *seen)
{
    const GazStop *known = g_hash_table_lookup(seen, stop);

    if (known == NULL)
        g_hash_table_add(seen, (gpointer)stop);
    else
        gaz_fault(check, GAZ_CHECK_STOPPAGE_DUPLICATE, NULL, GAZ_AT(stop->stoppage, start), "start",
                  gaz_span_text(stop->span), "a stoppage other than %s", known->stoppage->record.id);
}

static void check_stop(const GazCheck *check, const GazAccount *account, const GazStop *stop,
                       GHashTable *seen)
{
    const GazStoppage *stoppage = stop->stoppage;

    if (stop->span.end > gaz_date_end(check->assessment->as_of) && gaz_is_of_year(check, &stoppage->record)) {
        g_autofree char *as_of = gaz_date_text(check->assessment->as_of);

        gaz_fault(check, GAZ_CHECK_STOPPAGE_UNENDED, NULL, GAZ_AT(stoppage, end), "end",
                  gaz_span_text(stop->span), "an end by %s, the as-of date", as_of);
    }
    if (begins_in_year(check, account, stop))
        check_twice(check, stop, seen);
}

/* A stoppage that was over before its folder's year began counts in an earlier year, of which notices may
 * have been announced: they stay as they were only where it is known since when it is known. */
static void check_late(const GazCheck *check, const GazStoppage *stoppage)
{
    int64_t begin = gaz_accounting_year(check->data, check->data->publication->year).start;
    g_autofree char *first = gaz_date_text(gaz_date_of(begin));

    if (stoppage->verified_on != GAZ_NO_DATE || !gaz_is_of_year(check, &stoppage->record) ||
        gaz_moment_end(stoppage->end, true) > begin)
        return;
    gaz_fault(check, GAZ_CHECK_STOPPAGE_UNDATED, NULL, GAZ_AT(stoppage, end), "verified_on",
              g_strdup("no day"),
              "the day it was verified, so that it counts from then on in the year in which "
              "it lies, before %s",
              first);
}

void gaz_check_stoppages(const GazCheck *check)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(hash_stop, is_twice); /* of const GazStop * */

    for (unsigned i = 0; check->assessment->previous != NULL && i < check->data->stoppages->len; i++)
        check_late(check, check->data->stoppages->pdata[i]);
    for (unsigned i = 0; i < check->accounts->len; i++) {
        const GazAccount *account = check->accounts->pdata[i];

        for (unsigned s = 0; s < account->stops->len; s++)
            check_stop(check, account, &g_array_index(account->stops, GazStop, s), seen);
    }
}

/* Begin of the first counting stop inside `range` [min]; INT64_MAX: none. A stop that began before the range
 * goes on in it from the range's begin. */
static int64_t first_stop_in(const GazAccount *account, GazSpan range)
{
    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (stop->counts && !gaz_span_is_empty(gaz_span_clip(stop->span, range)))
            return MAX(stop->span.start, range.start);
    }
    return INT64_MAX;
}

static void check_first_stop(const GazCheck *check, const GazAccount *account, const GazWindow *window)
{
    int64_t first = first_stop_in(account, window->span);
    int64_t latest = gaz_moment_begin(window->plan->first_stop_by);
    GazSpan due = {window->span.start, latest};
    g_autofree char *due_text = NULL, *date = NULL;

    if (first <= latest || gaz_date_end(check->assessment->as_of) <= latest)
        return;
    due_text = gaz_span_text(due);
    date = first == INT64_MAX ? g_strdup("no stop") : gaz_date_text(gaz_date_of(first));
    gaz_fault(check, GAZ_CHECK_FIRST_STOP_LATE, NULL, GAZ_AT(account->line, record.id), "id",
              g_strdup_printf("line %s: %s", account->line->record.id, date),
              "a first stop that begins in %s", due_text);
}

void gaz_check_first_stops(const GazCheck *check)
{
    for (unsigned i = 0; check->data->stoppages->len > 0 && i < check->accounts->len; i++) {
        const GazAccount *account = check->accounts->pdata[i];

        for (unsigned w = 0; w < account->windows->len; w++) {
            const GazWindow *window = &g_array_index(account->windows, GazWindow, w);

            if (window->plan->first_stop_by.day != GAZ_NO_DATE &&
                gaz_is_of_year(check, &window->plan->record))
                check_first_stop(check, account, window);
        }
    }
}
