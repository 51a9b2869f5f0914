/* feeds.c - Atom feeds: all notices, all findings, and the notices of each city. Ids and dates come from the
 * data: what was once announced keeps both. */
#include "site/addresses.h"
#include "site/pages.h"
#include "site/subjects.h"

static void notice_facts(GazPage *page, const void *subject)
{
    (void)subject;
    gaz_fact_set(page->root, "of", "notices.html");
    for (unsigned i = 0; i < page->run->notices->len; i++)
        gaz_subject_notice(page, page->root, page->run->notices->pdata[i]);
}

static void finding_facts(GazPage *page, const void *subject)
{
    const GPtrArray *states = page->run->assessment->findings;

    (void)subject;
    gaz_fact_set(page->root, "of", "violations.html");
    for (unsigned i = 0; i < states->len; i++)
        gaz_subject_finding(page, page->root, states->pdata[i]);
}

static void correction_facts(GazPage *page, const void *subject)
{
    (void)subject;
    gaz_fact_set(page->root, "of", "corrections.html");
    gaz_subject_corrections(page, page->root);
}

static void city_facts(GazPage *page, const void *subject)
{
    g_autofree char *path = gaz_address_city(subject);

    gaz_fact_set(page->root, "of", path);
    gaz_subject_city(page, page->root, subject);
    gaz_page_add_city_notices(page, subject);
}

static bool write_city(GazSiteRun *run, const GazCity *city, GError **error)
{
    g_autofree char *path = g_strconcat("cities/", city->code, ".atom", NULL);

    return gaz_page_write_feed(run, "city", path, city_facts, city, error);
}

bool gaz_site_write_feeds(GazSiteRun *run, GError **error)
{
    const GPtrArray *cities = run->data->rules->region->cities;
    bool written = gaz_page_write_feed(run, "notices", "notices.atom", notice_facts, NULL, error) &&
                   gaz_page_write_feed(run, "violations", "findings.atom", finding_facts, NULL, error) &&
                   gaz_page_write_feed(run, "corrections", "corrections.atom", correction_facts, NULL, error);

    for (unsigned i = 0; i < cities->len && written; i++)
        written = write_city(run, cities->pdata[i], error);
    return written;
}
