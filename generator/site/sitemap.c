/* sitemap.c - five lines for each page: a stylesheet took a twentieth of the time of a website for them,
 * libxml2's writer half of that. */
#include "site/sitemap.h"
#include "site/append.h"
#include <libxml/entities.h>

/* The page's full address in a language, escaped. Yours: xmlFree(). */
static xmlChar *address_in(GazLanguage language, const char *base, const char *path)
{
    g_autofree char *url = g_strconcat(base, language == GAZ_EN ? "en/" : "", path, NULL);

    return xmlEncodeSpecialChars(NULL, BAD_CAST url);
}

static void add_alternate(GString *map, const char *language, const xmlChar *url)
{
    gaz_append(map, "    <xhtml:link rel=\"alternate\" hreflang=\"");
    gaz_append(map, language);
    gaz_append(map, "\" href=\"");
    gaz_append(map, (const char *)url);
    gaz_append(map, "\"/>\n");
}

/* `urls`: of the page in each language. */
static void add_url(GString *map, const GazSiteRun *run, GazLanguage language, xmlChar *const *urls,
                    GazDate changed)
{
    char date[11];

    gaz_append(map, "  <url>\n    <loc>");
    gaz_append(map, (const char *)urls[language]);
    gaz_append(map, "</loc>\n");
    if (changed != GAZ_NO_DATE) {
        gaz_append(map, "    <lastmod>");
        gaz_append(map, gaz_date_write(changed, date));
        gaz_append(map, "</lastmod>\n");
    }
    if (gaz_site_run_has(run, GAZ_ZH) && gaz_site_run_has(run, GAZ_EN)) {
        add_alternate(map, "zh-Hans", urls[GAZ_ZH]);
        add_alternate(map, "en", urls[GAZ_EN]);
        add_alternate(map, "x-default", urls[GAZ_ZH]);
    }
    gaz_append(map, "  </url>\n");
}

static void add_page(GString *map, const GazSiteRun *run, const char *base, const GazAddress *address)
{
    xmlChar *urls[GAZ_LANGUAGES];

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        urls[language] = address_in(language, base, address->path);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (gaz_site_run_has(run, language))
            add_url(map, run, language, urls, address->changed);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        xmlFree(urls[language]);
}

GString *gaz_sitemap_write(const GazSiteRun *run, const char *base)
{
    GString *map = g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                                "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");

    for (unsigned i = 0; i < run->addresses->len; i++) {
        const GazAddress *address = run->addresses->pdata[i];

        if (address->in_site_map)
            add_page(map, run, base, address);
    }
    return g_string_append(map, "</urlset>\n");
}

GazKey gaz_sitemap_key(const GazSiteRun *run, const char *base)
{
    g_autoptr(GString) bytes = g_string_new(base);
    char date[11];

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        g_string_append_c(bytes, gaz_site_run_has(run, language) ? 'y' : 'n');
    for (unsigned i = 0; i < run->addresses->len; i++) {
        const GazAddress *address = run->addresses->pdata[i];

        if (!address->in_site_map)
            continue;
        gaz_append(bytes, "\n");
        gaz_append(bytes, address->path);
        if (address->changed != GAZ_NO_DATE)
            gaz_append(bytes, gaz_date_write(address->changed, date));
    }
    return gaz_key_of(bytes->str, bytes->len);
}
