/* calendar.c - the windows of a plan as a calendar figure. */
#include "compose/windows.h"

#include "compose/cells.h"

enum { MINUTES_A_DAY = 24 * 60 };

enum { ROWS_BY_LINE = 36 }; /* more lines than these are drawn by city: a page holds no more rows */

/* The lines of one city that have the same windows. */
typedef struct {
    const GazCity *city;
    const GazLine *line; /* the first of them */
    GArray *windows;     /* of GazWindow */
    unsigned count;
} Group;

static void clear_group(void *group)
{
    g_clear_pointer(&((Group *)group)->windows, g_array_unref);
}

static GazBarStyle style_of(const GazWindow *window)
{
    /* A quota's range is no stop from end to end. */
    if (window->plan->load_percent != GAZ_NO_DECIMAL || window->plan->quota_days != GAZ_NO_DECIMAL)
        return GAZ_BAR_LIMITED;
    return window->plan->purpose == GAZ_PLAN_MAKE_UP ? GAZ_BAR_MAKE_UP : GAZ_BAR_PLANNED;
}

/* Equal for windows that are drawn alike; `line`: of that line only; NULL: of any. */
static GBytes *key_of(const GazLine *line, const GArray *windows)
{
    GString *key = g_string_new(line == NULL ? "" : line->record.id);

    g_string_append_c(key, '/');
    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        const int64_t numbers[] = {window->span.start, window->span.end, style_of(window)};

        g_string_append_len(key, (const char *)numbers, sizeof numbers);
    }
    return g_string_free_to_bytes(key);
}

static void group_line(GArray *groups, GHashTable *known, const GazLine *line, GArray *windows, bool by_city)
{
    g_autoptr(GBytes) key = key_of(by_city ? NULL : line, windows);
    gpointer index = NULL;
    Group group = {line->enterprise->city, line, windows, 1};

    if (windows->len == 0) {
        g_array_unref(windows);
    } else if (g_hash_table_lookup_extended(known, key, NULL, &index)) {
        g_array_index(groups, Group, GPOINTER_TO_UINT(index)).count++;
        g_array_unref(windows);
    } else {
        g_hash_table_insert(known, g_steal_pointer(&key), GUINT_TO_POINTER(groups->len));
        g_array_append_val(groups, group);
    }
}

/* Whose windows are drawn: those of one season, or (season NULL) of the accounting year. */
typedef struct {
    const GazSeason *season;
    GazPlanVersion version;
    bool by_city;
} Wanted;

static GArray *windows_of(const GazComposing *work, const GazLine *line, const Wanted *wanted)
{
    if (wanted->season != NULL)
        return gaz_assessment_windows(work->assessment, line, wanted->season, wanted->version,
                                      work->notice->date);
    return g_array_ref(gaz_assessment_account(work->assessment, line)->windows);
}

static GArray *groups_of(GazComposing *work, const GPtrArray *cities, const Wanted *wanted)
{
    GArray *groups = g_array_new(FALSE, FALSE, sizeof(Group));

    g_array_set_clear_func(groups, clear_group);
    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];
        g_autoptr(GHashTable) known =
            g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);

        for (unsigned k = 0; k < city->lines->len; k++)
            group_line(groups, known, city->lines->pdata[k], windows_of(work, city->lines->pdata[k], wanted),
                       wanted->by_city);
    }
    return groups;
}

static GazText label_of(GazComposing *work, const Group *group, bool by_city)
{
    GazText parts[2];

    if (!by_city)
        return gaz_line_name(work, group->line);
    parts[0] = group->city->name;
    parts[1] = gaz_count_of(work, "lines", group->count);
    return gaz_glossary_format(work->glossary, work->arena, "figure.city-row", parts, 2);
}

/* The first or last day of the month of `day`. */
static GazDate month_edge(GazDate day, bool last)
{
    int year, month, of_month;

    gaz_date_split(day, &year, &month, &of_month);
    if (!last)
        return gaz_date_make(year, month, 1);
    return month == 12 ? gaz_date_make(year, 12, 31) : gaz_date_make(year, month + 1, 1) - 1;
}

/* The bars of one row inside `within`; `all` grows to hold them. */
static void add_bars(GazFigureRow *row, const GArray *windows, GazSpan within, GazSpan *all)
{
    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        GazSpan span = {MAX(window->span.start, within.start), MIN(window->span.end, within.end)};

        if (span.start >= span.end)
            continue;
        gaz_figure_add_bar(row, span.start, span.end, style_of(window));
        all->start = MIN(all->start, span.start);
        all->end = MAX(all->end, span.end);
    }
}

static unsigned count_lines(const GPtrArray *cities)
{
    unsigned count = 0;

    for (unsigned i = 0; i < cities->len; i++)
        count += ((const GazCityLines *)cities->pdata[i])->lines->len;
    return count;
}

/* NULL where nothing is drawn. */
static GazFigure *draw(GazComposing *work, const GArray *groups, bool by_city, GazSpan within)
{
    GazFigure *figure = gaz_composing_figure(work, "calendar", GAZ_FIGURE_CALENDAR);
    GazSpan all = {INT64_MAX, INT64_MIN};

    for (unsigned i = 0; i < groups->len; i++) {
        const Group *group = &g_array_index(groups, Group, i);

        add_bars(gaz_figure_add_row(figure, label_of(work, group, by_city)), group->windows, within, &all);
    }
    if (all.start >= all.end)
        return NULL;
    figure->from = month_edge((GazDate)(all.start / MINUTES_A_DAY), false);
    figure->to = month_edge((GazDate)((all.end - 1) / MINUTES_A_DAY), true);
    return figure;
}

GazFigure *gaz_windows_figure(GazComposing *work, const GPtrArray *cities, const GazSeason *season,
                              GazPlanVersion version)
{
    Wanted wanted = {season, version, count_lines(cities) > ROWS_BY_LINE};
    g_autoptr(GArray) groups = groups_of(work, cities, &wanted);

    return draw(work, groups, wanted.by_city, (GazSpan){INT64_MIN, INT64_MAX});
}

GazFigure *gaz_year_figure(GazComposing *work, const GPtrArray *cities)
{
    Wanted wanted = {.by_city = count_lines(cities) > ROWS_BY_LINE};
    g_autoptr(GArray) groups = groups_of(work, cities, &wanted);
    const GPtrArray *accounts = gaz_assessment_accounts(work->assessment);

    if (accounts->len == 0)
        return NULL;
    return draw(work, groups, wanted.by_city, ((const GazAccount *)accounts->pdata[0])->year);
}
