/* span.c - minutes, days, and what is covered already. */
#include "check/span.h"

GazSpan gaz_span_between(const GazCounting *counting, GazMoment start, GazMoment end)
{
    return (GazSpan){gaz_moment_begin(start), gaz_moment_end(end, counting->end_inclusive)};
}

GazSpan gaz_span_clip(GazSpan span, GazSpan within)
{
    return (GazSpan){MAX(span.start, within.start), MIN(span.end, within.end)};
}

bool gaz_span_is_empty(GazSpan span)
{
    return span.end <= span.start;
}

int64_t gaz_span_minutes(GazSpan span)
{
    return gaz_span_is_empty(span) ? 0 : span.end - span.start;
}

/* Division that goes down for times before 1970 too. */
static int64_t whole_days(int64_t minutes)
{
    int64_t days = minutes / GAZ_MINUTES_A_DAY;

    return minutes % GAZ_MINUTES_A_DAY < 0 ? days - 1 : days;
}

GazSpan gaz_span_counted(const GazCounting *counting, GazSpan span)
{
    if (!counting->days_as_dates || gaz_span_is_empty(span))
        return span;
    return (GazSpan){whole_days(span.start) * GAZ_MINUTES_A_DAY,
                     (whole_days(span.end - 1) + 1) * GAZ_MINUTES_A_DAY};
}

/* `minutes` in steps of `step` minutes, `step` being `days` [1/1000 d]; `add` makes the rounding. */
static GazDecimal in_steps(int64_t minutes, int64_t add, int64_t step, GazDecimal days)
{
    return (minutes + add) / step * days;
}

GazDecimal gaz_days_of_minutes(int64_t minutes, GazRounding rounding)
{
    const int64_t day = GAZ_MINUTES_A_DAY, half = day / 2;

    switch (rounding) {
    case GAZ_ROUND_HALF:
        return in_steps(minutes, half / 2, half, GAZ_DECIMAL_ONE / 2);
    case GAZ_ROUND_DOWN:
        return in_steps(minutes, 0, day, GAZ_DECIMAL_ONE);
    case GAZ_ROUND_UP:
        return in_steps(minutes, day - 1, day, GAZ_DECIMAL_ONE);
    case GAZ_ROUND_NEAREST:
        return in_steps(minutes, half, day, GAZ_DECIMAL_ONE);
    case GAZ_ROUND_NONE:
    default:
        return (minutes * GAZ_DECIMAL_ONE + half) / day;
    }
}

int64_t gaz_minutes_of_days(GazDecimal days)
{
    return (days * GAZ_MINUTES_A_DAY + GAZ_DECIMAL_ONE / 2) / GAZ_DECIMAL_ONE;
}

int64_t gaz_date_begin(GazDate date)
{
    return gaz_moment_begin((GazMoment){.day = date});
}

int64_t gaz_date_end(GazDate date)
{
    return gaz_moment_end((GazMoment){.day = date}, true);
}

GazSpan gaz_region_span(const GazRegionWindow *window, int year)
{
    GazDate start, end;

    if (window == NULL || window->local)
        return (GazSpan){0, 0};
    start = gaz_month_day_in(window->start, year);
    end = gaz_month_day_in(window->end, year);
    if (end < start)
        end = gaz_month_day_in(window->end, year + 1);
    if (start == GAZ_NO_DATE || end == GAZ_NO_DATE)
        return (GazSpan){0, 0};
    return (GazSpan){gaz_date_begin(start), gaz_date_end(end)};
}

typedef struct {
    const GazCounting *counting;
    int64_t minutes;
} Part;

struct GazTally {
    GArray *covered; /* of GazSpan, by start, none touching another's inside */
    GArray *parts;   /* of Part, one a counting rule */
};

GazTally *gaz_tally_new(void)
{
    GazTally *tally = g_new0(GazTally, 1);

    tally->covered = g_array_new(FALSE, FALSE, sizeof(GazSpan));
    tally->parts = g_array_new(FALSE, FALSE, sizeof(Part));
    return tally;
}

void gaz_tally_free(GazTally *tally)
{
    if (tally == NULL)
        return;
    g_array_unref(tally->covered);
    g_array_unref(tally->parts);
    g_free(tally);
}

static void add_minutes(GazTally *tally, const GazCounting *counting, int64_t minutes)
{
    Part part = {counting, minutes};

    for (unsigned i = 0; i < tally->parts->len; i++) {
        Part *known = &g_array_index(tally->parts, Part, i);

        if (known->counting == counting) {
            known->minutes += minutes;
            return;
        }
    }
    g_array_append_val(tally->parts, part);
}

void gaz_tally_add(GazTally *tally, const GazCounting *counting, GazSpan span)
{
    GArray *covered = tally->covered;

    if (covered->len > 0)
        span.start = MAX(span.start, g_array_index(covered, GazSpan, covered->len - 1).end);
    if (gaz_span_is_empty(span))
        return;
    g_array_append_val(covered, span);
    add_minutes(tally, counting, gaz_span_minutes(span));
}

static int compare_spans(const void *one, const void *two)
{
    const GazSpan *a = one, *b = two;

    return (a->start > b->start) - (a->start < b->start);
}

static int64_t covered_inside(const GArray *covered, GazSpan range)
{
    int64_t minutes = 0;

    for (unsigned i = 0; i < covered->len; i++)
        minutes += gaz_span_minutes(gaz_span_clip(g_array_index(covered, GazSpan, i), range));
    return minutes;
}

/* Fills the free stretches of `range` from its end backwards, until `minutes` are used up. */
static void cover_late(GArray *covered, GazSpan range, int64_t minutes)
{
    int64_t end = range.end;
    unsigned known = covered->len;

    for (unsigned i = known; minutes > 0 && end > range.start; i--) {
        GazSpan before = i > 0 ? g_array_index(covered, GazSpan, i - 1) : (GazSpan){range.start, range.start};
        GazSpan gap = {MAX(MAX(before.end, range.start), end - minutes), end};

        if (before.start >= end && i > 0)
            continue;
        if (!gaz_span_is_empty(gap)) {
            g_array_append_val(covered, gap);
            minutes -= gaz_span_minutes(gap);
        }
        end = MIN(end, before.start);
        if (i == 0)
            break;
    }
    g_array_sort(covered, compare_spans);
}

void gaz_tally_add_quota(GazTally *tally, const GazCounting *counting, GazSpan range, int64_t minutes)
{
    int64_t inside = covered_inside(tally->covered, range);
    int64_t missing = MIN(minutes, gaz_span_minutes(range)) - inside;

    if (missing <= 0)
        return;
    cover_late(tally->covered, range, missing);
    add_minutes(tally, counting, missing);
}

GazDecimal gaz_tally_days(const GazTally *tally)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < tally->parts->len; i++) {
        const Part *part = &g_array_index(tally->parts, Part, i);

        days += gaz_days_of_minutes(part->minutes, part->counting->rounding);
    }
    return days;
}
