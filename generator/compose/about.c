/* about.c - the page that says who publishes and how days are counted, with an example from the data. */
#include "compose/cells.h"
#include "compose/composer.h"
#include "compose/contacts.h"
#include "compose/windows.h"
#include <string.h>

enum { MINUTES_A_DAY = 24 * 60 };

static const GazSlot month_slots[] = {GAZ_VALUE("month"), GAZ_VALUE("month-days"), {0}};
static const GazSlot stop_slots[] = {GAZ_VALUE("span"), GAZ_VALUE("why"), GAZ_VALUE("days"), {0}};
static const GazSlot rule_slots[] = {
    GAZ_VALUE("seasons"), GAZ_VALUE("rule"), GAZ_VALUE("counted"), GAZ_VALUE("not-counted"), {0},
};

const GazSlot gaz_about_slots[] = {
    GAZ_LIST("publishers", gaz_contact_slots),
    GAZ_LIST("countings", rule_slots),
    /* the example: one window counted, and a line's year */
    GAZ_VALUE("example.span"),
    GAZ_VALUE("example.days"),
    GAZ_LIST("example.months", month_slots),
    GAZ_VALUE("example.line"),
    GAZ_VALUE("example.year"),
    GAZ_VALUE("example.required"),
    GAZ_VALUE("example.verified"),
    GAZ_LIST("example.stops", stop_slots),
    {0},
};

/* The province's departments and its association; city offices and hotlines are on the page of channels. */
static void give_publishers(GazComposing *work)
{
    const GPtrArray *authorities = work->data->publication->authorities;

    for (unsigned i = 0; i < authorities->len; i++) {
        const GazAuthority *authority = authorities->pdata[i];

        if (authority->kind != GAZ_AUTHORITY_OTHER)
            gaz_contact_give(work, gaz_frame_add(work->facts, "publishers"), authority);
    }
}

/* Why-codes that count (or don't), in words. NULL members: none. */
static GazText reasons(GazComposing *work, unsigned counts, bool counted)
{
    GazValue value = {0};
    unsigned total = 0, told = 0;

    for (int why = 0; gaz_stop_why[why].code != NULL; why++)
        total += ((counts >> why & 1u) != 0) == counted;
    for (int why = 0; gaz_stop_why[why].code != NULL; why++)
        if (((counts >> why & 1u) != 0) == counted)
            gaz_value_add_member(work->arena, work->glossary, &value, told++, total,
                                 gaz_text_inside(work->arena, *gaz_code_name(gaz_stop_why, why)), NULL);
    if (told == 0)
        return gaz_text(NULL, NULL);
    return gaz_text(gaz_value_text(work->arena, &value, GAZ_ZH), gaz_value_text(work->arena, &value, GAZ_EN));
}

/* The seasons of the publication that are counted under `counting`. */
static void give_seasons(GazComposing *work, GazFrame *member, const GazCounting *counting)
{
    const GPtrArray *seasons = work->data->publication->seasons;
    GazValue names = {0};
    unsigned total = 0, told = 0;

    for (unsigned i = 0; i < seasons->len; i++)
        total += strcmp(((const GazSeason *)seasons->pdata[i])->counting, counting->id) == 0;
    for (unsigned i = 0; i < seasons->len; i++) {
        const GazSeason *season = seasons->pdata[i];

        if (strcmp(season->counting, counting->id) == 0)
            gaz_value_add_member(work->arena, work->glossary, &names, told++, total,
                                 gaz_text_season(work->arena, season->name), NULL);
    }
    gaz_frame_value(member, "seasons", &names);
}

static void give_counting(GazComposing *work, const GazCounting *counting)
{
    static const char *const roundings[] = {
        [GAZ_ROUND_NONE] = "counting.round-none",       [GAZ_ROUND_HALF] = "counting.round-half",
        [GAZ_ROUND_DOWN] = "counting.round-down",       [GAZ_ROUND_UP] = "counting.round-up",
        [GAZ_ROUND_NEAREST] = "counting.round-nearest",
    };
    const char *const labels[] = {counting->end_inclusive ? "counting.inclusive" : "counting.half-open",
                                  counting->days_as_dates ? "counting.dates" : "counting.hours",
                                  roundings[counting->rounding]};
    GazFrame *member = gaz_frame_add(work->facts, "countings");
    GazValue rule = {0};

    give_seasons(work, member, counting);
    for (unsigned i = 0; i < G_N_ELEMENTS(labels); i++) {
        if (i > 0)
            gaz_value_add(work->arena, &rule,
                          gaz_glossary_between(work->glossary, work->arena, "join.clauses"), NULL);
        gaz_value_add(work->arena, &rule, gaz_label(work, labels[i]), NULL);
    }
    gaz_frame_value(member, "rule", &rule);
    gaz_frame_text(member, "counted", reasons(work, counting->counts, true));
    gaz_frame_text(member, "not-counted", reasons(work, counting->counts, false));
}

static bool is_used(const GazComposing *work, const GazCounting *counting)
{
    const GPtrArray *seasons = work->data->publication->seasons;

    for (unsigned i = 0; i < seasons->len; i++)
        if (strcmp(((const GazSeason *)seasons->pdata[i])->counting, counting->id) == 0)
            return true;
    return false;
}

/* The days of a window month by month, so that a reader can add them up. Whole days only. */
static void give_months(GazComposing *work, GazSpan span)
{
    GazDate day = (GazDate)(span.start / MINUTES_A_DAY), end = (GazDate)(span.end / MINUTES_A_DAY);

    while (day < end) {
        int year, month, of_month;
        GazDate next;
        GazFrame *member = gaz_frame_add(work->facts, "example.months");
        GazText parts[2];

        gaz_date_split(day, &year, &month, &of_month);
        next = month == 12 ? gaz_date_make(year + 1, 1, 1) : gaz_date_make(year, month + 1, 1);
        parts[0] = gaz_text_year(work->arena, year);
        parts[1] = gaz_text_month(work->arena, month);
        gaz_frame_text(member, "month",
                       gaz_glossary_format(work->glossary, work->arena, "month.of-year", parts, 2));
        gaz_frame_text(member, "month-days", gaz_count_of(work, "days", (size_t)(MIN(next, end) - day)));
        day = MIN(next, end);
    }
}

/* An ordinary window of whole days inside a year of its own: the longest there is, the first among equals. */
static void give_window(GazComposing *work)
{
    const GPtrArray *accounts = gaz_assessment_accounts(work->assessment);
    const GazWindow *longest = NULL;
    GazDecimal most = 0;

    for (unsigned i = 0; i < accounts->len; i++) {
        const GArray *windows = ((const GazAccount *)accounts->pdata[i])->windows;

        for (unsigned k = 0; k < windows->len; k++) {
            const GazWindow *window = &g_array_index(windows, GazWindow, k);
            GazDecimal days = gaz_window_days(work->data, window);

            if (window->plan->quota_days != GAZ_NO_DECIMAL ||
                gaz_span_is_timed(window->span.start, window->span.end) || days <= most)
                continue;
            longest = window;
            most = days;
        }
    }
    if (longest == NULL)
        return;
    gaz_frame_text(work->facts, "example.span", gaz_window_span(work, longest));
    gaz_frame_text(work->facts, "example.days", gaz_count(work, "days", most));
    give_months(work, longest->span);
}

/* A line whose stops are both of those that count and of those that don't says most; nobody with a finding.
 */
static unsigned worth(const GazAccount *account)
{
    unsigned counted = 0, not_counted = 0;

    if (account->findings->len > 0 || account->days_short > 0 || account->stops->len == 0)
        return 0;
    for (unsigned i = 0; i < account->stops->len; i++)
        if (g_array_index(account->stops, GazStop, i).counts)
            counted++;
        else
            not_counted++;
    return counted == 0 ? 0 : not_counted == 0 ? 1 : 2;
}

static GazText stop_days(GazComposing *work, const GazAccount *account, const GazStop *stop)
{
    GazSpan span = {MAX(stop->span.start, account->year.start), MIN(stop->span.end, account->year.end)};
    const GazSeason *season = account->windows->len == 0
                                  ? work->data->publication->seasons->pdata[0]
                                  : g_array_index(account->windows, GazWindow, 0).season;

    if (!stop->counts || span.start >= span.end)
        return gaz_label(work, "stop.not-counted");
    return gaz_count(work, "days", gaz_span_days(work->data, season, span));
}

static void give_line(GazComposing *work)
{
    const GPtrArray *accounts = gaz_assessment_accounts(work->assessment);
    const GazAccount *best = NULL;

    for (unsigned i = 0; i < accounts->len; i++)
        if (worth(accounts->pdata[i]) > (best == NULL ? 0 : worth(best)))
            best = accounts->pdata[i];
    if (best == NULL || work->data->publication->seasons->len == 0)
        return;
    gaz_frame_link(work->facts, "example.line", gaz_line_name(work, best->line),
                   gaz_link_line(work, best->line));
    gaz_frame_text(work->facts, "example.year", gaz_text_span(work->arena, best->year.start, best->year.end));
    gaz_frame_text(work->facts, "example.required", gaz_count(work, "days", best->days_required));
    gaz_frame_text(work->facts, "example.verified", gaz_count(work, "days", best->days_verified));
    for (unsigned i = 0; i < best->stops->len; i++) {
        const GazStop *stop = &g_array_index(best->stops, GazStop, i);
        GazFrame *member = gaz_frame_add(work->facts, "example.stops");

        gaz_frame_text(member, "span", gaz_text_span(work->arena, stop->span.start, stop->span.end));
        gaz_frame_text(member, "why",
                       gaz_text_inside(work->arena, *gaz_code_name(gaz_stop_why, stop->stoppage->why)));
        gaz_frame_text(member, "days", stop_days(work, best, stop));
    }
}

bool gaz_about_give(GazComposing *work)
{
    const GPtrArray *countings = work->data->rules->countings;

    give_publishers(work);
    for (unsigned i = 0; i < countings->len; i++)
        if (is_used(work, countings->pdata[i]))
            give_counting(work, countings->pdata[i]);
    give_window(work);
    give_line(work);
    return true;
}
