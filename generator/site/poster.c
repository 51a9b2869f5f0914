/* poster.c - a sheet of A4 to hang up: whom to tell, in both languages, with the way to the channels' page.
 */
#include "site/pages.h"
#include "site/qr.h"

static void facts(GazPage *page, const void *subject)
{
    const char *base = page->run->data->publication->base_url;

    (void)subject;
    if (base != NULL) {
        g_autofree char *url =
            g_strconcat(base, g_str_has_suffix(base, "/") ? "" : "/", "channels.html", NULL);
        xmlNodePtr code = gaz_fact(page->root, "code");

        gaz_fact_set(code, "url", url);
        gaz_qr_add(code, url);
    }
}

bool gaz_site_write_poster(GazSiteRun *run, GError **error)
{
    return gaz_page_write(run, "poster", "poster.html", run->assessment->as_of, facts, NULL, error);
}
