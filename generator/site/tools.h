/* tools.h - what a website is made with, whatever it says: texts of the interface, stylesheets, and the
 * spelling of Chinese in letters. Several websites may be made with the same. */
#ifndef GAZETTE_SITE_TOOLS_H
#define GAZETTE_SITE_TOOLS_H
#include "site/search.h"
#include "site/sheets.h"

typedef struct {
    GazStrings *strings;
    GazSheets *sheets;
    GazSearch *search; /* NULL: not needed so far; see gaz_site_tools_search() */
} GazSiteTools;

/* Of the folder templates/site. NULL with `error` set where the texts can't be read. Yours:
 * gaz_site_tools_free(). */
GazSiteTools *gaz_site_tools_new(const char *templates, GError **error);
void gaz_site_tools_free(GazSiteTools *tools);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSiteTools, gaz_site_tools_free)

/* Begun when first asked for: ICU takes a tenth of a second to. Lent; NULL with `error` set. */
GazSearch *gaz_site_tools_search(GazSiteTools *tools, GError **error);

/* Loads at once what else is loaded when it is needed, for the websites of processes forked afterwards. */
bool gaz_site_tools_load(GazSiteTools *tools, GError **error);

#endif
