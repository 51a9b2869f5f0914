/* shown.c - the account of the year, and behind it those of the years before, as far back as is shown. */
#include "site/shown.h"

/* A window and a stop both begin with their span. */
static const GazSpan *span_at(const GArray *spans, unsigned i)
{
    return (const GazSpan *)(const void *)(spans->data +
                                           (size_t)i * g_array_get_element_size((GArray *)(guintptr)spans));
}

/* What ended after `reach`, and by `end`: what lasted longer is of the next account too. */
static void add_ended(GArray *to, const GArray *spans, int64_t reach, int64_t end)
{
    for (unsigned i = 0; i < spans->len; i++)
        if (span_at(spans, i)->end > reach && span_at(spans, i)->end <= end)
            g_array_append_vals(to, span_at(spans, i), 1);
}

static int compare_starts(const void *one, const void *two)
{
    const GazSpan *a = one, *b = two;

    return (a->start > b->start) - (a->start < b->start);
}

GazAccount *gaz_shown_new(const GazAssessment *assessment, const GazAccount *account, GazDate from)
{
    GazAccount *shown = g_memdup2(account, sizeof *account);
    int64_t reach = gaz_moment_begin((GazMoment){.day = from}), end = account->year.start;

    shown->windows = g_array_copy(account->windows);
    shown->stops = g_array_copy(account->stops);
    for (const GazAssessment *year = assessment->previous; year != NULL && end > reach;
         year = year->previous) {
        const GazLine *line = gaz_data_lookup(year->data, "lines", account->line->record.id);
        const GazAccount *before = line == NULL ? NULL : gaz_assessment_account(year, line);

        if (before == NULL)
            break;
        add_ended(shown->windows, before->windows, reach, end);
        add_ended(shown->stops, before->stops, reach, end);
        end = before->year.start;
    }
    g_array_sort(shown->windows, compare_starts);
    g_array_sort(shown->stops, compare_starts);
    return shown;
}

void gaz_shown_free(GazAccount *shown)
{
    if (shown == NULL)
        return;
    g_array_unref(shown->windows);
    g_array_unref(shown->stops);
    g_free(shown);
}
