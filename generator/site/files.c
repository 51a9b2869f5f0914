/* files.c - what the pages share, robots.txt and the site map. */
#include "site/output.h"
#include "site/pages.h"
#include "site/share.h"

#define PICTURE "share.png"

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

static bool write_anew(GazSiteRun *run, const char *sheet, const char *path, GazFacts *facts, GError **error)
{
    GString *text = gaz_sheets_xml(run->sheets, sheet, gaz_facts_to_xml(facts, GAZ_ZH), GAZ_ZH, error);
    bool written = text != NULL && gaz_site_run_write(run, path, text, error);

    if (text != NULL)
        g_string_free(text, TRUE);
    return written;
}

/* Takes the file of last time where its facts are the same. */
static bool write_through(GazSiteRun *run, const char *sheet, const char *path, GazFacts *facts,
                          GError **error)
{
    g_autoptr(GString) bytes = g_string_new(sheet);
    GazSum key;

    gaz_facts_spell(facts, bytes);
    key = gaz_sum_of(bytes->str, bytes->len);
    if (gaz_site_run_take_text(run, path, &key))
        return true;
    if (!write_anew(run, sheet, path, facts, error))
        return false;
    gaz_site_run_note(run, path, &key);
    return true;
}

static GazFacts *map_facts(const GazSiteRun *run, const char *base)
{
    GazFacts *facts = gaz_facts_new("addresses");
    GazFact *root = gaz_facts_root(facts);

    gaz_fact_set(root, "base", base);
    gaz_fact_set_flag(root, "zh", (run->site->languages & GAZ_LANGUAGES_ZH) != 0);
    gaz_fact_set_flag(root, "en", (run->site->languages & GAZ_LANGUAGES_EN) != 0);
    for (unsigned i = 0; i < run->addresses->len; i++) {
        const GazAddress *address = run->addresses->pdata[i];
        GazFact *node;

        if (!address->in_site_map)
            continue;
        node = gaz_fact(root, "address");
        gaz_fact_set(node, "path", address->path);
        gaz_fact_set_date(node, "changed", address->changed);
    }
    return facts;
}

/* A site map needs full addresses: without the site's own address there is none. */
static bool write_map(GazSiteRun *run, const char *base, GError **error)
{
    g_autoptr(GazFacts) facts = map_facts(run, base);

    return write_through(run, "sitemap", "sitemap.xml", facts, error);
}

static bool write_picture(GazSiteRun *run, GError **error)
{
    g_autofree GazShare *share = gaz_share_draw(run->assessment);
    GazSum key = gaz_sum_of(share, sizeof *share);
    g_autofree char *path = g_build_filename(run->folder, PICTURE, NULL);

    if (gaz_site_run_take(run, PICTURE, &key))
        return true;
    if (!gaz_share_write(share, path, error))
        return false;
    gaz_site_run_note(run, PICTURE, &key);
    return true;
}

bool gaz_site_write_files(GazSiteRun *run, GError **error)
{
    const char *url = run->data->publication->base_url;
    g_autofree char *base =
        url == NULL ? NULL : g_strconcat(url, g_str_has_suffix(url, "/") ? "" : "/", NULL);
    bool mapped = base != NULL && !run->site->draft, written;
    GString *robots;

    if (!gaz_site_run_turn(run))
        return true;
    robots = g_string_new(run->site->draft ? "User-agent: *\nDisallow: /\n" : "User-agent: *\nAllow: /\n");
    if (mapped)
        g_string_append_printf(robots, "Sitemap: %ssitemap.xml\n", base);
    written = gaz_site_run_write(run, "robots.txt", robots, error);
    g_string_free(robots, TRUE);
    return written && copy_assets(run, error) && write_picture(run, error) &&
           (!mapped || write_map(run, base, error));
}
