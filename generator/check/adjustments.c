/* adjustments.c - a line runs inside its window and stops as long outside it, by approval beforehand. */
#include "check/rule.h"

/* Minutes of `span` that full stops among `windows` take up. The days of a quota are the line's own choice:
 * there is nothing to adjust. */
static int64_t covered(const GArray *windows, GazSpan span)
{
    int64_t minutes = 0, until = INT64_MIN;

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        GazSpan part = gaz_span_clip(window->span, span);

        if (gaz_plan_asks(window->plan) != GAZ_ASKS_STOP)
            continue;
        part.start = MAX(part.start, until);
        minutes += gaz_span_minutes(part);
        until = MAX(until, window->span.end);
    }
    return minutes;
}

static void check_length(const GazCheck *check, const GazAdjustment *adjustment, GazSpan open, GazSpan stop)
{
    g_autofree char *open_text = gaz_span_text(open), *stop_text = gaz_span_text(stop);
    g_autofree char *days = gaz_days_text(gaz_days_of_minutes(gaz_span_minutes(open), GAZ_ROUND_NONE));
    g_autofree char *other = gaz_days_text(gaz_days_of_minutes(gaz_span_minutes(stop), GAZ_ROUND_NONE));

    if (gaz_span_minutes(open) != gaz_span_minutes(stop))
        gaz_fault(check, GAZ_CHECK_ADJUSTMENT_UNEQUAL, NULL, GAZ_AT(adjustment, stop_end), "stop_end",
                  g_strdup_printf("%s, %s", other, stop_text), "%s, as the opening %s", days, open_text);
}

static void check_place(const GazCheck *check, const GazAdjustment *adjustment, GazSpan open, GazSpan stop,
                        const GArray *windows)
{
    g_autofree char *text = gaz_windows_text(windows);

    if (covered(windows, open) < gaz_span_minutes(open))
        gaz_fault(check, GAZ_CHECK_ADJUSTMENT_OUTSIDE, NULL, GAZ_AT(adjustment, open_start), "open_start",
                  gaz_span_text(open), "a time inside the windows of line %s: %s",
                  adjustment->line->record.id, text);
    if (covered(windows, stop) > 0)
        gaz_fault(check, GAZ_CHECK_ADJUSTMENT_STOP_INSIDE, NULL, GAZ_AT(adjustment, stop_start), "stop_start",
                  gaz_span_text(stop), "a time outside the windows of line %s: %s",
                  adjustment->line->record.id, text);
}

/* Days stopped for one opening can't stand for another as well: each pair is told of once, at its second. */
static void check_shared(const GazCheck *check, const GazAdjustment *adjustment, GazSpan stop,
                         const GArray *windows)
{
    const GPtrArray *others = gaz_index_of(check->index->adjustments, adjustment->line);

    for (unsigned i = 0; others != NULL && others->pdata[i] != adjustment; i++) {
        const GazAdjustment *other = others->pdata[i];
        GazSpan taken = gaz_adjustment_stop(check->data, windows, other);
        g_autofree char *text = gaz_span_text(taken);

        if (gaz_span_is_empty(gaz_span_clip(taken, stop)))
            continue;
        gaz_fault(check, GAZ_CHECK_ADJUSTMENT_STOP_INSIDE, NULL, GAZ_AT(adjustment, stop_start), "stop_start",
                  gaz_span_text(stop), "a time outside the stop of adjustment %s: %s", other->record.id,
                  text);
        return;
    }
}

/* A stop may be earned before the opening is approved (补开超停时间); the opening may not. */
static void check_approval(const GazCheck *check, const GazAdjustment *adjustment, GazSpan open)
{
    g_autofree char *begin = gaz_span_text(open);

    if (gaz_date_begin(adjustment->approved_on) >= open.start)
        gaz_fault(check, GAZ_CHECK_ADJUSTMENT_LATE, NULL, GAZ_AT(adjustment, approved_on), "approved_on",
                  gaz_date_text(adjustment->approved_on), "a day before the opening %s", begin);
}

/* A reader follows the number to the plan that the approval changes. */
static void check_changed(const GazCheck *check, const GazAdjustment *adjustment)
{
    const GazNotice *plan = adjustment->supersedes == NULL
                                ? NULL
                                : gaz_publication_plan(check->data->publication, adjustment->supersedes);
    g_autofree char *approved = gaz_date_text(adjustment->approved_on);

    if (adjustment->supersedes != NULL && (plan == NULL || plan->date > adjustment->approved_on))
        gaz_fault(check, GAZ_CHECK_ADJUSTMENT_PLAN, NULL, GAZ_AT(adjustment, supersedes), "supersedes",
                  g_strdup(adjustment->supersedes), "the number of a notice plan published by %s, or nothing",
                  approved);
}

void gaz_check_adjustments(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->adjustments->len; i++) {
        const GazAdjustment *adjustment = check->data->adjustments->pdata[i];
        g_autoptr(GArray) windows = gaz_published_rows(check, adjustment->line, NULL, -1, false);
        GazSpan open = gaz_adjustment_open(check->data, windows, adjustment);
        GazSpan stop = gaz_adjustment_stop(check->data, windows, adjustment);

        if (!gaz_is_of_year(check, &adjustment->record))
            continue;
        check_length(check, adjustment, open, stop);
        check_place(check, adjustment, open, stop, windows);
        check_shared(check, adjustment, stop, windows);
        check_approval(check, adjustment, open);
        check_changed(check, adjustment);
    }
}
