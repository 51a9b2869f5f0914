/* rule.c - faults in words, and the rows a rule looks at. */
#include "check/rule.h"

#include <stdarg.h>

enum { SHOWN_SPANS = 8 };

void gaz_fault(const GazCheck *check, GazCheckFault fault, const char *clause, const GazPlace *place,
               const char *field, char *found, const char *expected, ...)
{
    const GazFaultKind *kind = &gaz_check_faults[fault];
    g_autofree char *wanted = NULL;
    va_list arguments;

    va_start(arguments, expected);
    wanted = g_strdup_vprintf(expected, arguments);
    va_end(arguments);
    gaz_report_add_under(check->report, clause == NULL ? kind->clause : clause, place, kind, field, found,
                         "%s", wanted);
    g_free(found);
}

bool gaz_is_of_year(const GazCheck *check, const GazRecord *record)
{
    return record->year == check->data->publication->year;
}

bool gaz_notice_is_of_year(const GazCheck *check, const GazNotice *notice)
{
    return notice->folder_year == check->data->publication->year;
}

bool gaz_season_is_of_year(const GazCheck *check, const GazSeasonPlan *season)
{
    return season->first != NULL && gaz_is_of_year(check, &season->first->plan->record);
}

/* Down, for times before 1970 too. */
GazDate gaz_date_of(int64_t minutes)
{
    int64_t days = minutes / GAZ_MINUTES_A_DAY;

    return (GazDate)(minutes % GAZ_MINUTES_A_DAY < 0 ? days - 1 : days);
}

static char *time_text(int64_t minutes, bool ends)
{
    GazDate day = gaz_date_of(minutes);
    int64_t of_day = minutes - gaz_date_begin(day);
    GazMoment moment = {.day = day, .minutes = (int16_t)of_day, .timed = true};
    char text[17];

    if (ends && of_day == 0)
        moment = (GazMoment){.day = day - 1, .minutes = GAZ_MINUTES_A_DAY, .timed = true};
    return g_strdup(gaz_moment_write(moment, text));
}

char *gaz_span_text(GazSpan span)
{
    g_autofree char *start = time_text(span.start, false), *end = time_text(span.end, true);

    return g_strdup_printf("%s to %s", start, end);
}

char *gaz_days_text(GazDecimal days)
{
    char text[32];

    return g_strdup_printf("%s %s", gaz_decimal_write(days, false, text),
                           days == GAZ_DECIMAL_ONE ? "day" : "days");
}

char *gaz_lines_text(const GazLine *first, unsigned count)
{
    if (count <= 1)
        return g_strdup_printf("line %s", first->record.id);
    return g_strdup_printf("line %s and %u more line%s", first->record.id, count - 1, count == 2 ? "" : "s");
}

char *gaz_date_text(GazDate date)
{
    char text[11];

    return g_strdup(gaz_date_write(date, text));
}

static void append_entry(GString *text, const char *entry, unsigned index, unsigned count)
{
    if (index < SHOWN_SPANS)
        g_string_append_printf(text, "%s%s", index == 0 ? "" : ", ", entry);
    else if (index == SHOWN_SPANS)
        g_string_append_printf(text, " and %u more", count - index);
}

static char *window_text(const GazWindow *window)
{
    g_autofree char *span = gaz_span_text(window->span), *days = NULL;
    char percent[32];

    switch (gaz_plan_asks(window->plan)) {
    case GAZ_ASKS_QUOTA:
        days = gaz_days_text(window->plan->quota_days);
        return g_strdup_printf("%s in %s", days, span);
    case GAZ_ASKS_LOAD:
        return g_strdup_printf("load of %s%% in %s",
                               gaz_decimal_write(window->plan->load_percent, false, percent), span);
    case GAZ_ASKS_STOP:
    default:
        return g_steal_pointer(&span);
    }
}

char *gaz_windows_text(const GArray *windows)
{
    GString *text = g_string_new(windows->len == 0 ? "none" : NULL);

    for (unsigned i = 0; i < windows->len; i++) {
        g_autofree char *entry = window_text(&g_array_index(windows, GazWindow, i));

        append_entry(text, entry, i, windows->len);
    }
    return g_string_free(text, FALSE);
}

char *gaz_stops_text(const GArray *stops)
{
    GString *text = g_string_new(NULL);
    unsigned count = 0, index = 0;

    for (unsigned i = 0; i < stops->len; i++)
        count += g_array_index(stops, GazStop, i).counts;
    for (unsigned i = 0; i < stops->len; i++) {
        const GazStop *stop = &g_array_index(stops, GazStop, i);
        g_autofree char *entry = gaz_span_text(stop->span);

        if (stop->counts)
            append_entry(text, entry, index++, count);
    }
    return g_string_free(count == 0 ? g_string_append(text, "none") : text, FALSE);
}

GArray *gaz_published_rows(const GazCheck *check, const GazLine *line, const GazSeason *season, int purpose,
                           bool excused_too)
{
    const GazWanted wanted = {season, GAZ_PLAN_FINAL, excused_too, purpose};

    return gaz_line_rows(check->index, line, &wanted);
}
