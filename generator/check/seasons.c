/* seasons.c - each season of the published plan: when it runs, who announced it, what the region asks of it.
 */
#include "check/rule.h"

static bool is_published_window(const GazRow *row)
{
    return row->plan->version != GAZ_PLAN_DRAFT && row->plan->purpose == GAZ_PLAN_WINDOW;
}

static void add_row(GazSeasonPlan *season, const GazRow *row)
{
    if (season->first == NULL) {
        season->span = row->span;
        season->first = row;
        return;
    }
    if (row->span.start < season->span.start)
        season->first = row;
    season->span = (GazSpan){MIN(season->span.start, row->span.start), MAX(season->span.end, row->span.end)};
}

static GazSeasonPlan *plan_of(const GazCheck *check, const GazSeason *season)
{
    for (unsigned i = 0; i < check->seasons->len; i++)
        if (g_array_index(check->seasons, GazSeasonPlan, i).season == season)
            return &g_array_index(check->seasons, GazSeasonPlan, i);
    return NULL;
}

static void keep_earlier(const GazNotice **kept, const GazNotice *notice)
{
    if (*kept == NULL || notice->date < (*kept)->date)
        *kept = notice;
}

static void find_notices(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];
        GazSeasonPlan *season = notice->season == NULL ? NULL : plan_of(check, notice->season);

        if (season != NULL && notice->kind == GAZ_NOTICE_PLAN)
            keep_earlier(&season->plan, notice);
        if (season != NULL && notice->kind == GAZ_NOTICE_PLAN_DRAFT)
            keep_earlier(&season->draft, notice);
    }
}

/* A plan by accounting years ends or begins a season in the middle of the region's window: that boundary cuts
 * the window too, and only that one. */
static GazSpan limits_of(const GazData *data, GazSpan season)
{
    GazSpan limits = {INT64_MIN, INT64_MAX};
    int first, last, month, day;

    gaz_date_split(gaz_date_of(season.start), &first, &month, &day);
    gaz_date_split(gaz_date_of(season.end), &last, &month, &day);
    if (gaz_accounting_year(data, first).start == season.start)
        limits.start = season.start;
    if (gaz_accounting_year(data, last).start == season.end)
        limits.end = season.end;
    return limits;
}

/* The windows of the region that meet the season; each begins in one of the years from the one before it on.
 */
static void find_region(const GazCheck *check, GazSeasonPlan *season)
{
    const GazRegionWindow *window = gaz_rules_window(check->rules, check->data->publication->region);
    GazSpan limits = limits_of(check->data, season->span);
    int first, last, month, day;

    gaz_date_split(gaz_date_of(season->span.start), &first, &month, &day);
    gaz_date_split(gaz_date_of(season->span.end), &last, &month, &day);
    for (int year = first - 1; year <= last; year++) {
        GazSpan asked = gaz_span_clip(gaz_region_span(window, year), limits);

        if (!gaz_span_is_empty(asked) && !gaz_span_is_empty(gaz_span_clip(asked, season->span)))
            g_array_append_val(season->region, asked);
    }
}

void gaz_seasons_find(GazCheck *check)
{
    const GPtrArray *seasons = check->data->publication->seasons;

    check->seasons = g_array_new(FALSE, TRUE, sizeof(GazSeasonPlan));
    for (unsigned i = 0; i < seasons->len; i++) {
        GazSeasonPlan season = {.season = seasons->pdata[i],
                                .region = g_array_new(FALSE, FALSE, sizeof(GazSpan))};

        g_array_append_val(check->seasons, season);
    }
    for (unsigned i = 0; i < check->index->rows->len; i++) {
        const GazRow *row = &g_array_index(check->index->rows, GazRow, i);

        if (is_published_window(row))
            add_row(plan_of(check, row->season), row);
    }
    find_notices(check);
    for (unsigned i = 0; i < check->seasons->len; i++) {
        GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && season->first != NULL)
            find_region(check, season);
    }
}

void gaz_seasons_clear(GazCheck *check)
{
    for (unsigned i = 0; i < check->seasons->len; i++)
        g_array_unref(g_array_index(check->seasons, GazSeasonPlan, i).region);
    g_array_unref(check->seasons);
    check->seasons = NULL;
}

GazDecimal gaz_region_days(const GazSeasonPlan *season)
{
    int64_t minutes = 0;

    for (unsigned i = 0; i < season->region->len; i++)
        minutes += gaz_span_minutes(g_array_index(season->region, GazSpan, i));
    return gaz_days_of_minutes(minutes, GAZ_ROUND_NONE);
}
