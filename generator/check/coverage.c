/* coverage.c - R1 and R3: every clinker line stops for at least the region's window in the heating season. A
 * city or line may be stricter. Whoever carries a special task or burns carbide slag takes part in another
 * way: make_up.c, swaps.c. */
#include "check/rule.h"

#include "check/excuse.h"

/* Days [d] that `windows` ask inside the region's windows of the season. */
static GazDecimal asked_in_region(const GazCheck *check, const GazSeasonPlan *season, const GArray *windows)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < season->region->len; i++)
        days += gaz_windows_asked(check->data, windows, g_array_index(season->region, GazSpan, i));
    return days;
}

/* Lines that fall short by the same number of days, told in one fault: a province row that begins a day late
 * is one mistake, not ninety. */
typedef struct {
    const GazLine *first;
    GazDecimal days;
    unsigned count;
} Short;

static void note_short(GArray *all, const GazLine *line, GazDecimal days)
{
    Short new_one = {line, days, 1};

    for (unsigned i = 0; i < all->len; i++) {
        Short *known = &g_array_index(all, Short, i);

        if (known->days == days) {
            known->count++;
            return;
        }
    }
    g_array_append_val(all, new_one);
}

static char *short_text(const Short *one)
{
    g_autofree char *days = gaz_days_text(one->days), *lines = gaz_lines_text(one->first, one->count);

    return g_strdup_printf("%s: %s", lines, days);
}

static void tell_short(const GazCheck *check, const GazSeasonPlan *season, const GArray *all)
{
    const GazRegionWindow *window = gaz_rules_window(check->rules, check->data->publication->region);
    g_autofree char *days = gaz_days_text(gaz_region_days(season));

    for (unsigned i = 0; i < all->len; i++) {
        const GazSpan *first = &g_array_index(season->region, GazSpan, 0);
        g_autofree char *span = gaz_span_text(*first);

        gaz_fault(check, GAZ_CHECK_WINDOW_SHORT, window->clause, GAZ_AT(season->first->plan, start), "start",
                  short_text(&g_array_index(all, Short, i)), "at least the %s of %s%s", days, span,
                  season->region->len > 1 ? " and after" : "");
    }
}

static void tell_not_reached(const GazCheck *check, const GazSeasonPlan *season, const GPtrArray *lines)
{
    bool many = lines->len > GAZ_FEW_LINES;

    for (unsigned i = 0; i < (many ? 1 : lines->len); i++) {
        const GazLine *line = lines->pdata[i];

        gaz_fault(check, GAZ_CHECK_LINE_NOT_REACHED, NULL, GAZ_AT(line, record.id), "id",
                  many ? gaz_lines_text(line, lines->len) : g_strdup(line->record.id),
                  "a row of plan.csv for the season %s that reaches %s", season->season->id,
                  many ? "them" : "the line");
    }
}

static void check_season(const GazCheck *check, const GazSeasonPlan *season)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Short));
    g_autoptr(GPtrArray) missed = g_ptr_array_new();

    for (unsigned i = 0; i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];
        g_autoptr(GArray) windows = NULL;
        GazDecimal days;

        if (!gaz_line_runs_in(line, season->span) || gaz_line_excuse(check, line) != GAZ_EXCUSE_NONE)
            continue;
        windows = gaz_published_rows(check, line, season->season, GAZ_PLAN_WINDOW, false);
        days = asked_in_region(check, season, windows);
        if (windows->len == 0)
            g_ptr_array_add(missed, (gpointer)line);
        else if (days < gaz_region_days(season))
            note_short(all, line, days);
    }
    tell_not_reached(check, season, missed);
    tell_short(check, season, all);
}

void gaz_check_coverage(const GazCheck *check)
{
    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && gaz_season_is_of_year(check, season))
            check_season(check, season);
    }
}
