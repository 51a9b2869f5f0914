/* make_up.c - R4: what a special-task line misses in the heating season it makes up outside it. */
#include "check/excuse.h"

/* The latest heating season that begins before `start`; NULL: none. */
static const GazSeasonPlan *heating_before(const GazCheck *check, int64_t start)
{
    const GazSeasonPlan *latest = NULL;

    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && season->first != NULL && season->span.start <= start &&
            (latest == NULL || season->span.start > latest->span.start))
            latest = season;
    }
    return latest;
}

/* Make-up rows belong to the heating season that they name; those of another season to the last one before.
 */
static GArray *make_up_rows(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    GArray *all = gaz_published_rows(check, line, NULL, GAZ_PLAN_MAKE_UP, false);

    for (unsigned i = all->len; i-- > 0;) {
        const GazWindow *row = &g_array_index(all, GazWindow, i);
        bool belongs = row->season->heating ? row->season == season->season
                                            : heating_before(check, row->span.start) == season;

        if (!belongs)
            g_array_remove_index(all, i);
    }
    return all;
}

static void check_days(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    GazDecimal missed = gaz_days_due(check, season, line) - gaz_days_own(check, season, line);
    g_autoptr(GArray) rows = make_up_rows(check, season, line);
    GazDecimal made_up = gaz_windows_days(check->data, rows);
    g_autofree char *missed_text = gaz_days_text(missed);

    if (made_up < missed)
        gaz_fault(check, GAZ_CHECK_MAKE_UP_SHORT, check->rules->make_up.clause, GAZ_AT(line, special_tasks),
                  "special_tasks", gaz_days_text(made_up), "%s, as many as line %s misses in the season %s",
                  missed_text, line->record.id, season->season->id);
}

static bool has_load_limit(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    g_autoptr(GArray) rows = gaz_published_rows(check, line, season->season, GAZ_PLAN_WINDOW, false);

    for (unsigned i = 0; i < rows->len; i++)
        if (gaz_plan_asks(g_array_index(rows, GazWindow, i).plan) == GAZ_ASKS_LOAD)
            return true;
    return false;
}

static void check_load(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    GazDecimal missed = gaz_days_due(check, season, line) - gaz_days_own(check, season, line);

    if (missed > 0 && !has_load_limit(check, season, line))
        gaz_fault(check, GAZ_CHECK_LOAD_LIMIT_MISSING, NULL, GAZ_AT(line, special_tasks), "special_tasks",
                  NULL, "a row with load_percent that reaches line %s in the season %s", line->record.id,
                  season->season->id);
}

static void check_season(const GazCheck *check, const GazSeasonPlan *season)
{
    for (unsigned i = 0; i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];
        GazExcuse excuse = gaz_line_excuse(check, line);

        if (!gaz_line_runs_in(line, season->span))
            continue;
        if (excuse == GAZ_EXCUSE_MAKE_UP)
            check_days(check, season, line);
        else if (excuse == GAZ_EXCUSE_LOAD)
            check_load(check, season, line);
    }
}

void gaz_check_make_up(const GazCheck *check)
{
    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && gaz_season_is_of_year(check, season))
            check_season(check, season);
    }
}

static void tell_inside(const GazCheck *check, const GazWindow *row, GazSpan other, const char *what)
{
    g_autofree char *span = gaz_span_text(other);

    gaz_fault(check, GAZ_CHECK_MAKE_UP_INSIDE, check->rules->make_up.clause, GAZ_AT(row->plan, start),
              "start", gaz_span_text(row->span), "no day of %s (%s)", what, span);
}

/* Inside the region's window of any year? */
static bool is_in_heating(const GazCheck *check, const GazWindow *row)
{
    const GazRegionWindow *window = gaz_rules_window(check->rules, check->data->publication->region);
    int first, last, month, day;

    gaz_date_split(gaz_date_of(row->span.start), &first, &month, &day);
    gaz_date_split(gaz_date_of(row->span.end), &last, &month, &day);
    for (int year = first - 1; year <= last; year++) {
        GazSpan heating = gaz_region_span(window, year);

        if (!gaz_span_is_empty(gaz_span_clip(heating, row->span))) {
            tell_inside(check, row, heating, "the heating season");
            return true;
        }
    }
    return false;
}

/* Both lists are in order of start; windows that end before a row begins are behind it for good only where no
 * window reaches beyond a later one, so the walk starts anew for each row: a line has few of either. */
static bool is_in_window(const GazCheck *check, const GazWindow *row, const GArray *windows)
{
    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);

        if (window->span.start >= row->span.end)
            return false;
        if (gaz_plan_asks(window->plan) == GAZ_ASKS_STOP &&
            !gaz_span_is_empty(gaz_span_clip(window->span, row->span))) {
            tell_inside(check, row, window->span, "an off-peak period of a line it reaches");
            return true;
        }
    }
    return false;
}

/* A period that excludes the line by name is an off-peak period all the same (非错峰生产期间): what is missed
 * in it can't be made up in it. Each row is told once, however many lines it reaches. */
void gaz_check_make_up_place(const GazCheck *check)
{
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];
        g_autoptr(GArray) rows = gaz_published_rows(check, line, NULL, GAZ_PLAN_MAKE_UP, false);
        g_autoptr(GArray) windows = NULL;

        if (rows->len == 0)
            continue;
        windows = gaz_published_rows(check, line, NULL, GAZ_PLAN_WINDOW, true);
        for (unsigned r = 0; r < rows->len; r++) {
            const GazWindow *row = &g_array_index(rows, GazWindow, r);

            if (gaz_is_of_year(check, &row->plan->record) && !g_hash_table_contains(told, row->plan) &&
                (is_in_heating(check, row) || is_in_window(check, row, windows)))
                g_hash_table_add(told, (void *)row->plan);
        }
    }
}
