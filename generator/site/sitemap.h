/* sitemap.h - sitemap.xml: each page with its counterpart in the other language and the date of its newest
 * fact. `base` is the site's own address, with a slash at its end. */
#ifndef GAZETTE_SITE_SITEMAP_H
#define GAZETTE_SITE_SITEMAP_H
#include "site/run.h"

/* Another for another map, which costs a twentieth of writing it. */
GazSum gaz_sitemap_key(const GazSiteRun *run, const char *base);

/* The map as XML. */
GString *gaz_sitemap_write(const GazSiteRun *run, const char *base);

#endif
