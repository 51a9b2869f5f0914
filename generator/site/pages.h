/* pages.h - the kinds of pages; each function writes all pages of its kind in all languages. */
#ifndef GAZETTE_SITE_PAGES_H
#define GAZETTE_SITE_PAGES_H
#include "site/page.h"

bool gaz_site_write_home(GazSiteRun *run, GError **error);    /* index.html, 404.html */
bool gaz_site_write_notices(GazSiteRun *run, GError **error); /* notices.html, notices/YEAR/ID.html */
bool gaz_site_write_lines(GazSiteRun *run, GError **error);   /* lines.html, lines/ID.html */
bool gaz_site_write_enterprises(GazSiteRun *run,
                                GError **error);               /* enterprises.html, enterprises/CODE.html */
bool gaz_site_write_cities(GazSiteRun *run, GError **error);   /* cities/CODE.html */
bool gaz_site_write_findings(GazSiteRun *run, GError **error); /* violations.html */
bool gaz_site_write_consultations(GazSiteRun *run, GError **error); /* consultations.html */
bool gaz_site_write_words(GazSiteRun *run, GError **error);         /* about, legal, channels, corrections */
bool gaz_site_write_data(GazSiteRun *run, GError **error);          /* data/index.html, data/all.zip */

bool gaz_site_write_feeds(GazSiteRun *run,
                          GError **error); /* notices.atom, findings.atom, cities/CODE.atom */

bool gaz_site_write_announced(GazSiteRun *run, GError **error); /* announced.html */

bool gaz_site_write_redirects(GazSiteRun *run, GError **error); /* enterprises/OLD.html, lines/index.html */

/* After all pages: style sheet, icon, script, robots.txt, sitemap.xml. */
bool gaz_site_write_files(GazSiteRun *run, GError **error);

/* Adds element `notice` for each that names an enterprise of the city. */
void gaz_page_add_city_notices(GazPage *page, const GazCity *city);

/* Adds element `document` with its links resolved and its figures drawn; for notices and pages of words. */
void gaz_page_add_document(GazPage *page, const GazDocument *document);

#endif
