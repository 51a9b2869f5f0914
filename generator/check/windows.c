/* windows.c - layered rows of the plan, adjustments, and which season speaks for a stretch of time. */
#include "check/windows.h"

#include "check/part.h"

GazAsks gaz_plan_asks(const GazPlan *plan)
{
    if (plan->load_percent != GAZ_NO_DECIMAL)
        return GAZ_ASKS_LOAD;
    return plan->quota_days != GAZ_NO_DECIMAL ? GAZ_ASKS_QUOTA : GAZ_ASKS_STOP;
}

static bool is_wanted(const GazRow *row, const GazLine *line, const GazWanted *wanted)
{
    GazReach reach = gaz_row_reach(row, line);
    int other = wanted->version == GAZ_PLAN_DRAFT ? GAZ_PLAN_FINAL : GAZ_PLAN_DRAFT;

    if (wanted->season != NULL && row->season != wanted->season)
        return false;
    if (row->plan->version == other || (wanted->purpose >= 0 && row->plan->purpose != wanted->purpose))
        return false;
    return reach == GAZ_REACH_IN || (wanted->excused_too && reach == GAZ_REACH_OUT_BY_NAME);
}

GArray *gaz_line_rows(const GazIndex *index, const GazLine *line, const GazWanted *wanted)
{
    GArray *windows = g_array_new(FALSE, FALSE, sizeof(GazWindow));
    g_autoptr(GPtrArray) rows = NULL;

    if (line->state_count == 0 && line->status != GAZ_LINE_OPERATING)
        return windows;
    rows = gaz_index_rows(index, line);
    for (unsigned i = 0; i < rows->len; i++) {
        const GazRow *row = rows->pdata[i];
        GazWindow window = {row->span, row->plan, row->season};

        if (is_wanted(row, line, wanted) && gaz_line_operates_in(line, row->span))
            g_array_append_val(windows, window);
    }
    return windows;
}

static int compare_windows(const void *one, const void *two)
{
    const GazSpan *a = &((const GazWindow *)one)->span, *b = &((const GazWindow *)two)->span;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end < b->end) - (a->end > b->end);
}

static int64_t gap_between(GazSpan one, GazSpan two)
{
    return MAX(0, MAX(one.start, two.start) - MIN(one.end, two.end));
}

/* The window that `span` overlaps first, else the nearest; NULL where there are none. */
static const GazWindow *window_of(const GArray *windows, GazSpan span)
{
    const GazWindow *nearest = NULL;
    int64_t least = INT64_MAX;

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        int64_t gap = gap_between(window->span, span);

        if (!gaz_span_is_empty(gaz_span_clip(window->span, span)))
            return window;
        if (gap < least)
            nearest = window;
        least = MIN(least, gap);
        if (window->span.start >= span.end)
            break;
    }
    return nearest;
}

const GazSeason *gaz_season_of(const GazData *data, const GArray *windows, GazSpan span)
{
    const GazWindow *window = window_of(windows, span);

    if (window != NULL)
        return window->season;
    return data->publication->seasons->len > 0 ? data->publication->seasons->pdata[0] : NULL;
}

/* The season is looked for with the end taken as written; only then is it known how the end counts. */
static GazSpan span_under(const GazData *data, const GArray *windows, GazMoment start, GazMoment end)
{
    GazSpan rough = {gaz_moment_begin(start), gaz_moment_end(end, true)};

    return gaz_span_between(gaz_season_counting(data, gaz_season_of(data, windows, rough)), start, end);
}

GazSpan gaz_adjustment_open(const GazData *data, const GArray *windows, const GazAdjustment *adjustment)
{
    return span_under(data, windows, adjustment->open_start, adjustment->open_end);
}

/* The stop lies outside the windows: it is counted as the opening it stands for. */
GazSpan gaz_adjustment_stop(const GazData *data, const GArray *windows, const GazAdjustment *adjustment)
{
    GazSpan open = gaz_adjustment_open(data, windows, adjustment);
    const GazSeason *season = gaz_season_of(data, windows, open);

    return gaz_span_between(gaz_season_counting(data, season), adjustment->stop_start, adjustment->stop_end);
}

/* Takes `open` out of the full stops among `windows`; what is left of each goes to the result. */
static GArray *cut_open(const GArray *windows, GazSpan open)
{
    GArray *left = g_array_sized_new(FALSE, FALSE, sizeof(GazWindow), windows->len + 1);

    for (unsigned i = 0; i < windows->len; i++) {
        GazWindow window = g_array_index(windows, GazWindow, i), after = window;

        if (gaz_plan_asks(window.plan) == GAZ_ASKS_STOP &&
            !gaz_span_is_empty(gaz_span_clip(window.span, open))) {
            window.span.end = MIN(window.span.end, open.start);
            after.span.start = MAX(after.span.start, open.end);
            if (!gaz_span_is_empty(after.span))
                g_array_append_val(left, after);
        }
        if (!gaz_span_is_empty(window.span))
            g_array_append_val(left, window);
    }
    return left;
}

static bool is_in_force(const GazAdjustment *adjustment, GazDate as_of)
{
    return adjustment->approved_on <= as_of;
}

/* The full stops among `windows`: a quota's days are the line's own choice, a load limit asks for none, so
 * that only full stops can be adjusted. Yours: g_array_unref(). */
static GArray *full_stops(const GArray *windows)
{
    GArray *stops = g_array_new(FALSE, FALSE, sizeof(GazWindow));

    for (unsigned i = 0; i < windows->len; i++)
        if (gaz_plan_asks(g_array_index(windows, GazWindow, i).plan) == GAZ_ASKS_STOP)
            g_array_append_val(stops, g_array_index(windows, GazWindow, i));
    return stops;
}

/* The adjustments' stops as windows of the plan rows that they change; an opening that opens nothing calls
 * for no stop. */
static void add_stops(const GazData *data, GArray *windows, const GArray *rows, const GPtrArray *adjustments,
                      GazDate as_of)
{
    g_autoptr(GArray) full = full_stops(rows);

    for (unsigned i = 0; i < adjustments->len; i++) {
        const GazAdjustment *adjustment = adjustments->pdata[i];
        GazSpan open = gaz_adjustment_open(data, rows, adjustment);
        const GazWindow *changed = window_of(full, open);
        GazWindow stop;

        if (!is_in_force(adjustment, as_of) || changed == NULL ||
            gaz_span_is_empty(gaz_span_clip(changed->span, open)))
            continue;
        stop = (GazWindow){gaz_adjustment_stop(data, rows, adjustment), changed->plan, changed->season};
        g_array_append_val(windows, stop);
    }
}

static GArray *adjust(const GazIndex *index, const GazLine *line, GArray *rows, GazDate as_of)
{
    const GPtrArray *adjustments = gaz_index_of(index->adjustments, line);
    GArray *windows = g_array_ref(rows);

    if (adjustments == NULL)
        return windows;
    for (unsigned i = 0; i < adjustments->len; i++) {
        GArray *before = windows;

        if (!is_in_force(adjustments->pdata[i], as_of))
            continue;
        windows = cut_open(before, gaz_adjustment_open(index->data, rows, adjustments->pdata[i]));
        g_array_unref(before);
    }
    add_stops(index->data, windows, rows, adjustments, as_of);
    g_array_sort(windows, compare_windows);
    return windows;
}

/* Of full stops by start, each keeps what no earlier one covers; quotas and load limits stay whole. */
static GArray *trim(const GArray *windows, const GazWanted *wanted)
{
    GArray *kept = g_array_sized_new(FALSE, FALSE, sizeof(GazWindow), windows->len);
    int64_t covered = INT64_MIN;

    for (unsigned i = 0; i < windows->len; i++) {
        GazWindow window = g_array_index(windows, GazWindow, i);

        if ((wanted->season != NULL && window.season != wanted->season) ||
            (wanted->purpose >= 0 && window.plan->purpose != wanted->purpose))
            continue;
        if (gaz_plan_asks(window.plan) == GAZ_ASKS_STOP) {
            window.span.start = MAX(window.span.start, covered);
            covered = MAX(covered, window.span.end);
        }
        if (!gaz_span_is_empty(window.span))
            g_array_append_val(kept, window);
    }
    return kept;
}

/* An adjustment finds the window it changes among those of every season, so they are chosen only after. */
GArray *gaz_line_windows(const GazIndex *index, const GazLine *line, const GazWanted *wanted, GazDate as_of)
{
    GazWanted all = {NULL, wanted->version, wanted->excused_too, -1};
    GArray *rows = gaz_line_rows(index, line, &all);
    GArray *adjusted =
        wanted->version == GAZ_PLAN_DRAFT ? g_array_ref(rows) : adjust(index, line, rows, as_of);
    GArray *windows = trim(adjusted, wanted);

    g_array_sort(windows, compare_windows);
    g_array_unref(adjusted);
    g_array_unref(rows);
    return windows;
}

/* Most lines have been there for long. */
static bool takes_part_throughout(const GArray *parts, const GArray *windows)
{
    const GazSpan *part = parts->len == 1 ? &g_array_index(parts, GazSpan, 0) : NULL;

    return windows->len == 0 || (part != NULL && part->end == INT64_MAX &&
                                 part->start <= g_array_index(windows, GazWindow, 0).span.start);
}

static bool meets_part(GazSpan span, const GArray *parts)
{
    for (unsigned i = 0; i < parts->len; i++)
        if (!gaz_span_is_empty(gaz_span_clip(span, g_array_index(parts, GazSpan, i))))
            return true;
    return false;
}

static void add_parts(GArray *windows, const GazWindow *window, const GArray *parts)
{
    for (unsigned i = 0; i < parts->len; i++) {
        GazWindow part = *window;

        part.span = gaz_span_clip(window->span, g_array_index(parts, GazSpan, i));
        if (!gaz_span_is_empty(part.span))
            g_array_append_val(windows, part);
    }
}

GArray *gaz_windows_cut_to_part(GArray *windows, const GazLine *line)
{
    g_autoptr(GArray) parts = gaz_line_parts(line, (GazSpan){INT64_MIN, INT64_MAX});
    GArray *cut;

    if (takes_part_throughout(parts, windows))
        return windows;
    cut = g_array_new(FALSE, FALSE, sizeof(GazWindow));
    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);

        if (gaz_plan_asks(window->plan) != GAZ_ASKS_QUOTA)
            add_parts(cut, window, parts);
        else if (meets_part(window->span, parts))
            g_array_append_val(cut, *window);
    }
    g_array_sort(cut, compare_windows);
    g_array_unref(windows);
    return cut;
}

static int compare_ends(const void *one, const void *two)
{
    const GazSpan *a = &((const GazWindow *)one)->span, *b = &((const GazWindow *)two)->span;

    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->start < b->start) - (a->start > b->start);
}

GArray *gaz_windows_quotas(const GArray *windows)
{
    GArray *quotas = g_array_new(FALSE, FALSE, sizeof(GazWindow));

    for (unsigned i = 0; i < windows->len; i++)
        if (gaz_plan_asks(g_array_index(windows, GazWindow, i).plan) == GAZ_ASKS_QUOTA)
            g_array_append_val(quotas, g_array_index(windows, GazWindow, i));
    g_array_sort(quotas, compare_ends);
    return quotas;
}

GArray *gaz_windows_of_purpose(const GArray *windows, int purpose)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(GazWindow));

    for (unsigned i = 0; i < windows->len; i++)
        if (g_array_index(windows, GazWindow, i).plan->purpose == purpose)
            g_array_append_val(chosen, g_array_index(windows, GazWindow, i));
    return chosen;
}

/* What of a quota can't be stopped outside `within`. */
static void add_quota(const GazData *data, GazTally *tally, const GazWindow *window, GazSpan within)
{
    const GazCounting *counting = gaz_season_counting(data, window->season);
    GazSpan range = gaz_span_counted(counting, window->span), inside = gaz_span_clip(range, within);
    int64_t outside = gaz_span_minutes(range) - gaz_span_minutes(inside);

    gaz_tally_add_quota(tally, counting, inside, gaz_minutes_of_days(window->plan->quota_days) - outside);
}

GazDecimal gaz_windows_asked(const GazData *data, const GArray *windows, GazSpan within)
{
    g_autoptr(GazTally) tally = gaz_tally_new();
    g_autoptr(GArray) quotas = gaz_windows_quotas(windows);

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        const GazCounting *counting = gaz_season_counting(data, window->season);

        if (gaz_plan_asks(window->plan) == GAZ_ASKS_STOP)
            gaz_tally_add(tally, counting, gaz_span_clip(gaz_span_counted(counting, window->span), within));
    }
    for (unsigned i = 0; i < quotas->len; i++)
        add_quota(data, tally, &g_array_index(quotas, GazWindow, i), within);
    return gaz_tally_days(tally);
}
