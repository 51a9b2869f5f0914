/* files.c - what the pages share, robots.txt and the site map. */
#include "site/pages.h"
#include "site/share.h"

/* Copied as they are from templates/site. */
static const char *const assets[] = {"style.css", "icon.svg",           "list.js",
                                     "_headers",  "headers.nginx.conf", "headers.Caddyfile"};

static bool copy_assets(GazSiteRun *run, GError **error)
{
    bool copied = true;

    for (unsigned i = 0; i < G_N_ELEMENTS(assets) && copied; i++)
        copied = gaz_site_run_copy(run, assets[i], assets[i], error);
    return copied;
}

static bool write_through(GazSiteRun *run, const char *sheet, const char *path, xmlDocPtr facts,
                          GError **error)
{
    GString *text = gaz_sheets_xml(run->sheets, sheet, facts, GAZ_ZH, error);
    bool written = text != NULL && gaz_site_run_write(run, path, text, error);

    if (text != NULL)
        g_string_free(text, TRUE);
    return written;
}

static xmlDocPtr map_facts(const GazSiteRun *run, const char *base)
{
    xmlDocPtr doc = gaz_facts_new("addresses", GAZ_ZH);
    xmlNodePtr root = xmlDocGetRootElement(doc);

    gaz_fact_set(root, "base", base);
    gaz_fact_set_flag(root, "zh", (run->site->languages & GAZ_LANGUAGES_ZH) != 0);
    gaz_fact_set_flag(root, "en", (run->site->languages & GAZ_LANGUAGES_EN) != 0);
    for (unsigned i = 0; i < run->addresses->len; i++) {
        const GazAddress *address = run->addresses->pdata[i];
        xmlNodePtr node;

        if (!address->in_site_map)
            continue;
        node = gaz_fact(root, "address");
        gaz_fact_set(node, "path", address->path);
        gaz_fact_set_date(node, "changed", address->changed);
    }
    return doc;
}

/* A site map needs full addresses: without the site's own address there is none. */
static bool write_map(GazSiteRun *run, const char *base, GError **error)
{
    xmlDocPtr facts = map_facts(run, base);
    bool written = write_through(run, "sitemap", "sitemap.xml", facts, error);

    xmlFreeDoc(facts);
    return written;
}

static bool write_picture(GazSiteRun *run, GError **error)
{
    g_autofree char *path = g_build_filename(run->folder, "share.png", NULL);

    return gaz_share_write(run->assessment, path, error);
}

bool gaz_site_write_files(GazSiteRun *run, GError **error)
{
    const char *url = run->data->publication->base_url;
    g_autofree char *base =
        url == NULL ? NULL : g_strconcat(url, g_str_has_suffix(url, "/") ? "" : "/", NULL);
    GString *robots;
    bool written;

    if (!gaz_site_run_turn(run))
        return true;
    robots = g_string_new("User-agent: *\nAllow: /\n");
    if (base != NULL)
        g_string_append_printf(robots, "Sitemap: %ssitemap.xml\n", base);
    written = gaz_site_run_write(run, "robots.txt", robots, error);
    g_string_free(robots, TRUE);
    return written && copy_assets(run, error) && write_picture(run, error) &&
           (base == NULL || write_map(run, base, error));
}
