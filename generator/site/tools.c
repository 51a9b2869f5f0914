/* tools.c - made once, and what takes long as late as can be. */
#include "site/tools.h"

#include "site/frame.h"

GazSiteTools *gaz_site_tools_new(const char *templates, GError **error)
{
    g_autofree char *strings = g_build_filename(templates, "strings.xml", NULL);
    g_autoptr(GazSiteTools) tools = g_new0(GazSiteTools, 1);

    tools->strings = gaz_strings_read(strings, error);
    if (tools->strings == NULL)
        return NULL;
    tools->sheets = gaz_sheets_new(templates, tools->strings);
    return g_steal_pointer(&tools);
}

void gaz_site_tools_free(GazSiteTools *tools)
{
    if (tools == NULL)
        return;
    gaz_sheets_free(tools->sheets);
    gaz_strings_free(tools->strings);
    g_free(tools);
}

void gaz_site_tools_begin(GazSiteTools *tools)
{
    (void)gaz_sheets_prepare(tools->sheets, GAZ_FRAME_SHEET, NULL);
}

bool gaz_site_tools_load(GazSiteTools *tools, GError **error)
{
    return gaz_sheets_compile(tools->sheets, error);
}
