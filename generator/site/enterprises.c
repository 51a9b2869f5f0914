/* enterprises.c - the enterprises, each with its year, and the cities. */
#include "site/addresses.h"
#include "site/calendar.h"
#include "site/pages.h"
#include "site/shown.h"
#include "site/subjects.h"

/* Enterprises of one city; all where `city` is NULL. */
static void add_enterprises(GazPage *page, GazFact *parent, const GazCity *city)
{
    const GPtrArray *enterprises = page->run->data->enterprises;

    for (unsigned i = 0; i < enterprises->len; i++) {
        const GazEnterprise *enterprise = enterprises->pdata[i];

        if (enterprise->city == city)
            gaz_subject_enterprise(page, parent, enterprise);
    }
}

static void list_facts(GazPage *page, const void *subject)
{
    const GPtrArray *cities = page->run->data->rules->region->cities;

    (void)subject;
    for (unsigned i = 0; i < cities->len; i++) {
        GazFact *group = gaz_fact(page->root, "group");

        gaz_subject_city(page, group, cities->pdata[i]);
        add_enterprises(page, group, cities->pdata[i]);
    }
}

/* One strip a line, all on the axis that the longest needs. */
static GazAxis common_axis(const GPtrArray *accounts)
{
    GazAxis axis = {GAZ_NO_DATE, GAZ_NO_DATE};

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];
        g_autoptr(GArray) marks = gaz_calendar_marks(account);
        GazAxis own = gaz_calendar_axis(account, marks);

        axis.from = axis.from == GAZ_NO_DATE ? own.from : MIN(axis.from, own.from);
        axis.to = MAX(axis.to, own.to);
    }
    return axis;
}

/* Of which line a strip is, and on which axis. */
typedef struct {
    const GazAccount *account;
    GazAxis axis;
} Strip;

static GArray *marks_on(const GazSiteRun *run, const Strip *strip)
{
    g_autoptr(GazAccount) shown = gaz_shown_new(run->assessment, strip->account, strip->axis.from);

    return gaz_calendar_marks(shown);
}

static char *draw_strip(GazLanguage language, const void *of_run, const void *subject)
{
    const GazSiteRun *run = of_run;
    const Strip *strip = subject;
    g_autoptr(GArray) marks = marks_on(run, strip);
    g_autofree char *label = g_strconcat("strip-", strip->account->line->record.id, NULL);

    return gaz_calendar_strip(run->calendars[language], marks, strip->axis, label);
}

static void add_strip(const GazPage *page, GazFact *line, const Strip *strip)
{
    g_autoptr(GArray) marks = marks_on(page->run, strip);
    g_autofree char *key = gaz_calendar_key(marks);
    GazFact *calendar = gaz_fact_drawn(line, "calendar", key, draw_strip, page->run,
                                       gaz_facts_keep(page->facts, strip, sizeof *strip));

    gaz_fact_set_date(calendar, "from", strip->axis.from);
    gaz_fact_set_date(calendar, "to", strip->axis.to);
}

static void add_lines(GazPage *page, GazFact *parent, const GPtrArray *accounts)
{
    GazAxis axis = common_axis(accounts);

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];
        GazFact *node = gaz_subject_line(page, parent, account);

        add_strip(page, node, &(Strip){account, axis});
        gaz_subject_record(page, node, account, axis);
    }
}

/* Those that are about it, also on lines that it has sold since; none of those that it has bought. */
static void add_findings(GazPage *page, GazFact *parent, const GazEnterprise *enterprise)
{
    const GPtrArray *findings = gaz_site_run_findings(page->run, enterprise);

    for (unsigned i = 0; i < findings->len; i++)
        gaz_subject_finding(page, parent, findings->pdata[i]);
}

static void add_practices(GazFact *parent, const GazData *data, const GazEnterprise *enterprise)
{
    for (unsigned i = 0; i < data->practices->len; i++) {
        const GazPractice *practice = data->practices->pdata[i];
        GazFact *node;

        if (practice->enterprise != enterprise)
            continue;
        node = gaz_fact_code(parent, "practice", gaz_practice_kind, practice->kind);
        gaz_fact_both(node, "title", &practice->title);
        gaz_fact_both(node, "text", &practice->text);
    }
}

static void enterprise_facts(GazPage *page, const void *subject)
{
    const GazEnterprise *enterprise = subject;
    const GPtrArray *naming = gaz_site_run_naming(page->run, enterprise);
    GazFact *node = gaz_subject_enterprise(page, page->root, enterprise);

    page->city = enterprise->city;
    add_lines(page, node, gaz_site_run_owned(page->run, enterprise));
    add_findings(page, node, enterprise);
    add_practices(node, page->run->data, enterprise);
    gaz_subject_former_names(page, node, enterprise);
    gaz_subject_changes(page, node, gaz_site_run_changes(page->run, enterprise));
    for (unsigned i = 0; naming != NULL && i < naming->len; i++)
        gaz_subject_share_notice(page, node, naming->pdata[i]);
}

bool gaz_site_write_enterprises(GazSiteRun *run, GError **error)
{
    const GPtrArray *enterprises = run->data->enterprises;
    GazDate as_of = run->assessment->as_of;
    bool written = gaz_page_write(run, "enterprises", "enterprises.html", as_of, list_facts, NULL, error);

    for (unsigned i = 0; i < enterprises->len && written; i++) {
        g_autofree char *path = gaz_address_enterprise(enterprises->pdata[i]);

        written =
            gaz_page_write(run, "enterprise", path, as_of, enterprise_facts, enterprises->pdata[i], error);
    }
    return written;
}

void gaz_page_add_city_notices(GazPage *page, const GazCity *city)
{
    const GPtrArray *notices = gaz_site_run_naming_city(page->run, city);

    for (unsigned i = 0; notices != NULL && i < notices->len; i++)
        gaz_subject_share_notice(page, page->root, notices->pdata[i]);
}

static void city_facts(GazPage *page, const void *subject)
{
    const GPtrArray *accounts = gaz_site_run_in_city(page->run, subject);
    GazFact *group = gaz_fact(page->root, "group");

    page->city = subject;
    gaz_subject_city(page, group, subject);
    gaz_subject_sums(page, group, accounts);
    add_lines(page, group, accounts);
    add_enterprises(page, group, subject);
    gaz_page_add_city_notices(page, subject);
}

bool gaz_site_write_cities(GazSiteRun *run, GError **error)
{
    const GPtrArray *cities = run->data->rules->region->cities;
    bool written = true;

    for (unsigned i = 0; i < cities->len && written; i++) {
        g_autofree char *path = gaz_address_city(cities->pdata[i]);

        written =
            gaz_page_write(run, "city", path, run->assessment->as_of, city_facts, cities->pdata[i], error);
    }
    return written;
}
