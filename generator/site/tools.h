/* tools.h - what a website is made with, whatever it says: texts of the interface and stylesheets. Several
 * websites may be made with the same. */
#ifndef GAZETTE_SITE_TOOLS_H
#define GAZETTE_SITE_TOOLS_H
#include "site/sheets.h"

typedef struct {
    GazStrings *strings;
    GazSheets *sheets;
} GazSiteTools;

/* Of the folder templates/site. NULL with `error` set where the texts can't be read. Yours:
 * gaz_site_tools_free(). */
GazSiteTools *gaz_site_tools_new(const char *templates, GError **error);
void gaz_site_tools_free(GazSiteTools *tools);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSiteTools, gaz_site_tools_free)

/* Loads what any page needs that is made, for processes forked afterwards. That it can't be is told where it
 * is needed. */
void gaz_site_tools_begin(GazSiteTools *tools);

/* Loads at once what else is loaded when it is needed, for the websites of processes forked afterwards. */
bool gaz_site_tools_load(GazSiteTools *tools, GError **error);

#endif
