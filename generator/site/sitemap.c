/* sitemap.c - through libxml2's writer, which does all escaping: a stylesheet took a twentieth of the time of
 * a website for it. */
#include "site/sitemap.h"
#include <libxml/xmlwriter.h>

#define SITEMAPS "http://www.sitemaps.org/schemas/sitemap/0.9"
#define XHTML "http://www.w3.org/1999/xhtml"

static bool site_has(const GazSiteRun *run, GazLanguage language)
{
    return (run->site->languages & (1u << language)) != 0;
}

GazSum gaz_sitemap_key(const GazSiteRun *run, const char *base)
{
    g_autoptr(GString) bytes = g_string_new(base);

    g_string_append_c(bytes, (char)('0' + run->site->languages));
    for (unsigned i = 0; i < run->addresses->len; i++) {
        const GazAddress *address = run->addresses->pdata[i];
        char date[11];

        if (!address->in_site_map)
            continue;
        g_string_append(g_string_append_c(bytes, '\1'), address->path);
        if (address->changed != GAZ_NO_DATE)
            g_string_append(g_string_append_c(bytes, '\2'), gaz_date_write(address->changed, date));
    }
    return gaz_sum_of(bytes->str, bytes->len);
}

static void add_attribute(xmlTextWriterPtr writer, const char *name, const char *value)
{
    xmlTextWriterWriteAttribute(writer, BAD_CAST name, BAD_CAST value);
}

static void add_alternate(xmlTextWriterPtr writer, const char *language, const char *url)
{
    xmlTextWriterStartElement(writer, BAD_CAST "xhtml:link");
    add_attribute(writer, "rel", "alternate");
    add_attribute(writer, "hreflang", language);
    add_attribute(writer, "href", url);
    xmlTextWriterEndElement(writer);
}

/* `urls`: of the page in each language. */
static void add_url(xmlTextWriterPtr writer, const GazSiteRun *run, GazLanguage language, char *const *urls,
                    GazDate changed)
{
    char date[11] = "";

    xmlTextWriterStartElement(writer, BAD_CAST "url");
    xmlTextWriterWriteElement(writer, BAD_CAST "loc", BAD_CAST urls[language]);
    if (changed != GAZ_NO_DATE)
        gaz_date_write(changed, date);
    xmlTextWriterWriteElement(writer, BAD_CAST "lastmod", *date == '\0' ? NULL : BAD_CAST date);
    if (site_has(run, GAZ_ZH) && site_has(run, GAZ_EN)) {
        add_alternate(writer, "zh-Hans", urls[GAZ_ZH]);
        add_alternate(writer, "en", urls[GAZ_EN]);
        add_alternate(writer, "x-default", urls[GAZ_ZH]);
    }
    xmlTextWriterEndElement(writer);
}

static void add_page(xmlTextWriterPtr writer, const GazSiteRun *run, const char *base,
                     const GazAddress *address)
{
    g_autofree char *zh = g_strconcat(base, address->path, NULL);
    g_autofree char *en = g_strconcat(base, "en/", address->path, NULL);
    char *urls[GAZ_LANGUAGES] = {[GAZ_ZH] = zh, [GAZ_EN] = en};

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (address->in_site_map && site_has(run, language))
            add_url(writer, run, language, urls, address->changed);
}

GString *gaz_sitemap_write(const GazSiteRun *run, const char *base)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    GString *xml;

    xmlTextWriterSetIndent(writer, 1);
    xmlTextWriterSetIndentString(writer, BAD_CAST "  ");
    xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL);
    xmlTextWriterStartElement(writer, BAD_CAST "urlset");
    add_attribute(writer, "xmlns", SITEMAPS);
    add_attribute(writer, "xmlns:xhtml", XHTML);
    for (unsigned i = 0; i < run->addresses->len; i++)
        add_page(writer, run, base, run->addresses->pdata[i]);
    xmlTextWriterEndDocument(writer);
    xmlFreeTextWriter(writer);
    xml = g_string_new_len((const char *)xmlBufferContent(buffer), xmlBufferLength(buffer));
    xmlBufferFree(buffer);
    return xml;
}
