/* page.h - one page in the languages of the site: its facts, begun with what all pages share, and the way to
 * disk. */
#ifndef GAZETTE_SITE_PAGE_H
#define GAZETTE_SITE_PAGE_H
#include "site/facts.h"
#include "site/run.h"

typedef struct {
    GazSiteRun *run;
    const char *kind;    /* its stylesheet, "line"; lent */
    const char *path;    /* below the language's root, the same in both: "lines/SD-001.html"; lent */
    const GazCity *city; /* whose channels its foot shows too; NULL: none. To be set with the facts */
    GazFacts *facts;
    GazFact *root; /* element page: add the facts here */
} GazPage;

/* Adds the facts of one kind of page about `subject` (a line, a notice ...; NULL where there is none). */
typedef void (*GazPageFacts)(GazPage *page, const void *subject);

/* Begins the facts: what every page knows of itself and of the site. `page->facts` is the caller's. */
void gaz_page_begin(GazPage *page, const char *kind);

/* Adds where the page stands in a language: its ways and addresses. They follow from its path, so that only
 * facts that become XML need them. Once for each language. */
void gaz_page_place(const GazPage *page, GazLanguage language);

/* Adds what `facts` puts together about `subject`, which many pages show: once for all those from which the
 * site's root is the same way. `key` says what it is, among all that is shared; nothing is left for later.
 * Half of an enterprise's page are notices that name them all. */
void gaz_page_share(const GazPage *page, GazFact *parent, const char *key, GazPageFacts facts,
                    const void *subject);

/* Lists the page in the site map. `changed` is the date of the newest fact on it. */
void gaz_page_list(GazSiteRun *run, const char *kind, const char *path, GazDate changed);

/* The page's own text in each language, as gaz_page_write() writes it, whose turn it is left aside. */
bool gaz_page_write_out(GazSiteRun *run, const char *kind, const char *path, GazPageFacts facts,
                        const void *subject, GError **error);

/* Lists the page and, where it is our turn, writes it in each language of the site through the stylesheet
 * `kind`.xsl. */
bool gaz_page_write(GazSiteRun *run, const char *kind, const char *path, GazDate changed, GazPageFacts facts,
                    const void *subject, GError **error);

/* The same for a feed: XML, and no page of the site map. Its addresses are full, so there is none where the
 * publication doesn't name the site's own. */
bool gaz_page_write_feed(GazSiteRun *run, const char *feed, const char *path, GazPageFacts facts,
                         const void *subject, GError **error);

/* Where `link`, of a document, leads from the page; one of the site that leads nowhere is to stay plain text,
 * as is NULL: NULL. Yours: g_free(). */
char *gaz_page_way(const GazPage *page, const char *link);

/* The way from the page to `path` below its language's root. Yours: g_free(). */
char *gaz_page_link(const GazPage *page, const char *path);

/* Sets attribute `name` to that way. */
void gaz_page_set_link(const GazPage *page, GazFact *node, const char *name, const char *path);

/* The same for a file both languages share: `path` is below the site's root. */
void gaz_page_set_file(const GazPage *page, GazFact *node, const char *name, const char *path);

#endif
