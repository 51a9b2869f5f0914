/* notices.c - the notices with their full text, their list, the consultations and the pages of words. */
#include "document/xml.h"
#include "site/addresses.h"
#include "site/calendar.h"
#include "site/pages.h"
#include "site/subjects.h"
#include <string.h>

static void list_facts(GazPage *page, const void *subject)
{
    (void)subject;
    for (unsigned i = 0; i < page->run->notices->len; i++)
        gaz_subject_notice(page, page->root, page->run->notices->pdata[i]);
}

/* Enterprises that the notice names; those of a whole province's plan are found in its table. */
static void add_named(GazPage *page, const GazDocument *document)
{
    GazFact *named = gaz_fact(page->root, "named");

    for (unsigned i = 0; i < document->enterprises->len; i++) {
        const GazEnterprise *enterprise =
            gaz_data_lookup(page->run->data, "enterprises", document->enterprises->pdata[i]);
        g_autofree char *path = enterprise == NULL ? NULL : gaz_address_enterprise(enterprise);
        GazFact *node;

        if (enterprise == NULL)
            continue;
        node = gaz_fact_both(named, "enterprise", &enterprise->name);
        gaz_page_set_link(page, node, "href", path);
    }
}

/* Notices this one follows on, and those that follow on it. */
static void add_related(GazPage *page, const GazNotice *notice)
{
    GazFact *related = gaz_fact(page->root, "related");

    for (unsigned i = 0; i < page->run->notices->len; i++) {
        const GazSiteNotice *other = page->run->notices->pdata[i];
        bool before = g_strcmp0(notice->follows, other->notice->id) == 0;
        bool after = g_strcmp0(other->notice->follows, notice->id) == 0;

        if (before || after)
            gaz_fact_set(gaz_subject_notice(page, related, other), "order", before ? "before" : "after");
    }
}

static void notice_facts(GazPage *page, const void *subject)
{
    const GazSiteNotice *notice = subject;
    GazFact *node = gaz_subject_notice(page, page->root, notice);

    gaz_subject_versions(page, node, notice);
    gaz_subject_pdf_sum(page, node, notice);
    gaz_page_add_document(page, notice->document);
    add_named(page, notice->document);
    add_related(page, notice->notice);
}

bool gaz_site_write_notices(GazSiteRun *run, GError **error)
{
    bool written =
        gaz_page_write(run, "notices", "notices.html", run->assessment->as_of, list_facts, NULL, error);

    for (unsigned i = 0; i < run->notices->len && written; i++) {
        const GazSiteNotice *notice = run->notices->pdata[i];
        g_autofree char *path = gaz_address_notice(notice->notice);

        written = gaz_page_write(run, "notice", path, notice->notice->date, notice_facts, notice, error);
    }
    return written;
}

static void consultation_facts(GazPage *page, const void *subject)
{
    (void)subject;
    for (unsigned i = 0; i < page->run->notices->len; i++) {
        const GazSiteNotice *notice = page->run->notices->pdata[i];
        GazFact *node;

        if (notice->notice->comment_to == GAZ_NO_DATE)
            continue;
        node = gaz_subject_notice(page, page->root, notice);
        for (unsigned n = 0; n < page->run->notices->len; n++) {
            const GazSiteNotice *other = page->run->notices->pdata[n];

            if (g_strcmp0(other->notice->follows, notice->notice->id) == 0)
                gaz_subject_notice(page, gaz_fact(node, "result"), other);
        }
    }
}

bool gaz_site_write_consultations(GazSiteRun *run, GError **error)
{
    return gaz_page_write(run, "consultations", "consultations.html", run->assessment->as_of,
                          consultation_facts, NULL, error);
}

static void words_facts(GazPage *page, const void *subject)
{
    if (subject != NULL)
        gaz_page_add_document(page, subject);
}

static void correction_facts(GazPage *page, const void *subject)
{
    (void)subject;
    gaz_subject_corrections(page, page->root);
}

/* The channels with the sheet to hang up. */
static void channel_facts(GazPage *page, const void *subject)
{
    const GazSiteFile *poster = &page->run->site->poster;
    GazFact *node;

    words_facts(page, subject);
    if (poster->path == NULL)
        return;
    node = gaz_fact(page->root, "poster");
    gaz_page_set_file(page, node, "href", poster->path);
    gaz_fact_set_count(node, "bytes", poster->bytes);
}

bool gaz_site_write_words(GazSiteRun *run, GError **error)
{
    static const struct {
        const char *kind;
        GazPageFacts facts;
    } kinds[] = {{"about", words_facts}, {"legal", words_facts}, {"channels", channel_facts}};
    GazDate as_of = run->assessment->as_of;
    bool written = true;

    for (unsigned i = 0; i < G_N_ELEMENTS(kinds) && written; i++) {
        g_autofree char *path = g_strconcat(kinds[i].kind, ".html", NULL);

        written = gaz_page_write(run, kinds[i].kind, path, as_of, kinds[i].facts, run->site->pages[i], error);
    }
    return written &&
           gaz_page_write(run, "corrections", "corrections.html", as_of, correction_facts, NULL, error);
}
