/* gaps.c - windows less stops. */
#include "site/gaps.h"

static void add_gap(GArray *gaps, int64_t start, int64_t end)
{
    GazSpan gap = {start, end};

    if (end > start)
        g_array_append_val(gaps, gap);
}

/* What of [start, end) no stop covers; stops come in order of their start. */
static void subtract_stops(GArray *gaps, const GArray *stops, int64_t start, int64_t end)
{
    for (unsigned i = 0; i < stops->len && start < end; i++) {
        const GazStop *stop = &g_array_index(stops, GazStop, i);

        if (!stop->counts || stop->span.end <= start)
            continue;
        add_gap(gaps, start, MIN(stop->span.start, end));
        start = stop->span.end;
    }
    add_gap(gaps, start, end);
}

GArray *gaz_gaps(const GazAccount *account, GazSpan shown, GazDate as_of)
{
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(GazSpan));
    int64_t done = shown.start;
    int64_t known = MIN(shown.end, gaz_moment_end((GazMoment){.day = as_of}, true));

    for (unsigned i = 0; i < account->windows->len; i++) {
        const GazWindow *window = &g_array_index(account->windows, GazWindow, i);
        int64_t start = MAX(window->span.start, done), end = MIN(window->span.end, known);

        if (window->plan->quota_days != GAZ_NO_DECIMAL || window->plan->load_percent != GAZ_NO_DECIMAL)
            continue;
        subtract_stops(gaps, account->stops, start, end);
        done = MAX(done, end);
    }
    return gaps;
}
