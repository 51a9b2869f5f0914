/* sheets.h - the stylesheets of templates/site, each compiled once a run; asked.h says what they may ask of
 * C. A stylesheet reads no other file and no network. */
#ifndef GAZETTE_SITE_SHEETS_H
#define GAZETTE_SITE_SHEETS_H
#include "site/strings.h"
#include <libxml/tree.h>
#include <stdbool.h>

typedef struct GazSheets GazSheets;

/* `folder` is templates/site; `strings` must live as long. Yours: gaz_sheets_free(). */
GazSheets *gaz_sheets_new(const char *folder, const GazStrings *strings);
void gaz_sheets_free(GazSheets *sheets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSheets, gaz_sheets_free)

/* Compiles every stylesheet of the folder now, and not each when it is first needed. */
bool gaz_sheets_compile(GazSheets *sheets, GError **error);

/* Compiles the one of this name now. */
bool gaz_sheets_prepare(GazSheets *sheets, const char *name, GError **error);

/* `facts` under the stylesheet `name` (without .xsl) as HTML5 in UTF-8; NULL with `error` set where the
 * stylesheet doesn't compile, stops, or asks for a text that isn't there. Yours: g_string_free(). */
GString *gaz_sheets_html(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                         GError **error);

/* The same without <!DOCTYPE>: what the result's root element holds. */
GString *gaz_sheets_fragment(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                             GError **error);

/* The same as indented XML, for feeds and the site map. */
GString *gaz_sheets_xml(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                        GError **error);

#endif
