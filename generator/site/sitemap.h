/* sitemap.h - sitemap.xml: each page with its counterpart in the other language and the date of its newest
 * fact. */
#ifndef GAZETTE_SITE_SITEMAP_H
#define GAZETTE_SITE_SITEMAP_H
#include "site/run.h"

/* The map as XML. `base` is the site's own address, with a slash at its end. */
GString *gaz_sitemap_write(const GazSiteRun *run, const char *base);

/* The key of all that it is made from, a twentieth of its text. */
GazKey gaz_sitemap_key(const GazSiteRun *run, const char *base);

#endif
