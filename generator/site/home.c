/* home.c - the home page: what is open now, what comes next, the year in figures. */
#include "site/calendar.h"
#include "site/pages.h"
#include "site/subjects.h"

enum { NEWEST = 5 };

/* Whether `window` is to be told of rather than `other`: what all must keep before days made up, then the
 * earlier. */
static bool comes_first(const GazWindow *window, const GazWindow *other)
{
    if (other == NULL || window->plan->purpose != other->plan->purpose)
        return other == NULL || window->plan->purpose < other->plan->purpose;
    return window->span.start < other->span.start;
}

/* The window in force, or else the next to begin; NULL: none. */
static const GazWindow *next_window(const GazAssessment *assessment)
{
    int64_t now = gaz_moment_end((GazMoment){.day = assessment->as_of}, true);
    const GPtrArray *accounts = gaz_assessment_accounts(assessment);
    const GazWindow *next = NULL;

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];

        for (unsigned w = 0; w < account->windows->len; w++) {
            const GazWindow *window = &g_array_index(account->windows, GazWindow, w);

            if (window->span.end > now && comes_first(window, next))
                next = window;
        }
    }
    return next;
}

static unsigned lines_with(const GazAssessment *assessment, GazSpan span)
{
    const GPtrArray *accounts = gaz_assessment_accounts(assessment);
    unsigned lines = 0;

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];
        bool found = false;

        for (unsigned w = 0; w < account->windows->len; w++) {
            GazSpan other = g_array_index(account->windows, GazWindow, w).span;

            found |= other.start == span.start && other.end == span.end;
        }
        lines += found;
    }
    return lines;
}

static void add_next(GazPage *page)
{
    const GazAssessment *assessment = page->run->assessment;
    const GazWindow *window = next_window(assessment);
    GazFact *node;

    if (window == NULL)
        return;
    node = gaz_fact(page->root, "next");
    gaz_fact_set_minutes(node, "from", window->span.start, false);
    gaz_fact_set_minutes(node, "to", window->span.end, true);
    gaz_fact_set_flag(node, "begun",
                      window->span.start < gaz_moment_end((GazMoment){.day = assessment->as_of}, true));
    gaz_fact_set_count(node, "lines", lines_with(assessment, window->span));
    gaz_fact_both(node, "season", &window->season->name);
    gaz_fact_set(node, "purpose", gaz_plan_purpose[window->plan->purpose].code);
}

/* Those of the year, as all figures beside them. */
static void add_breaches(GazPage *page)
{
    const GazAssessment *assessment = page->run->assessment;
    GazDecimal year = (GazDecimal)page->run->data->publication->year * GAZ_DECIMAL_ONE;
    size_t breaches = 0;

    for (unsigned i = 0; i < assessment->findings->len; i++) {
        const GazFindingState *state = assessment->findings->pdata[i];

        breaches += state->finding->year == year && gaz_finding_stands(assessment, state);
    }
    gaz_fact_set_count(gaz_fact(page->root, "findings"), "breaches", breaches);
}

static void add_days(GazPage *page, GazLanguage language, const GazYear *year)
{
    g_autofree char *drawn = gaz_calendar_year(year, page->run->months[language].initials, "year-words");
    GazFact *node = gaz_fact_text_in(page->root, language, "days", drawn);
    unsigned peak = gaz_year_peak(year);

    gaz_fact_set_date(node, "peak", year->from + (GazDate)peak);
    gaz_fact_set_count(node, "due", year->planned[peak]);
    gaz_fact_set_count(node, "verified", year->verified[peak]);
}

/* The days of the year, and the day with the most lines due. */
static void add_year(GazPage *page)
{
    g_auto(GazYear) year;

    gaz_year_init(&year, gaz_assessment_accounts(page->run->assessment));
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES && year.days > 0; language++)
        add_days(page, language, &year);
}

static void home_facts(GazPage *page, const void *subject)
{
    const GPtrArray *notices = page->run->notices;
    const GPtrArray *cities = page->run->data->rules->region->cities;

    (void)subject;
    gaz_subject_sums(page, page->root, gaz_assessment_accounts(page->run->assessment));
    add_breaches(page);
    add_next(page);
    add_year(page);
    for (unsigned i = 0; i < notices->len; i++) {
        GazFact *node = gaz_subject_notice(page, page->root, notices->pdata[i]);

        gaz_fact_set_flag(node, "newest", i < NEWEST);
    }
    for (unsigned i = 0; i < cities->len; i++) {
        GazFact *city = gaz_subject_city(page, page->root, cities->pdata[i]);

        gaz_fact_set_count(city, "lines", gaz_site_run_in_city(page->run, cities->pdata[i])->len);
    }
}

static void no_facts(GazPage *page, const void *subject)
{
    (void)page;
    (void)subject;
}

bool gaz_site_write_home(GazSiteRun *run, GError **error)
{
    GazDate as_of = run->assessment->as_of;

    return gaz_page_write(run, "home", "index.html", as_of, home_facts, NULL, error) &&
           gaz_page_write(run, "404", "404.html", as_of, no_facts, NULL, error);
}
