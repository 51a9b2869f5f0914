/* files.c - what the pages share, robots.txt and the site map. */
#include "site/output.h"
#include "site/pages.h"
#include "site/share.h"
#include "site/sitemap.h"

#define PICTURE "share.png"
#define MAP "sitemap.xml"

/* Copied as they are from templates/site. */
static const char *const assets[] = {"style.css", "icon.svg",           "list.js",
                                     "_headers",  "headers.nginx.conf", "headers.Caddyfile"};

static bool copy_assets(GazSiteRun *run, GError **error)
{
    bool copied = true;

    for (unsigned i = 0; i < G_N_ELEMENTS(assets) && copied; i++)
        copied = !gaz_site_run_turn(run) || gaz_site_run_copy(run, assets[i], assets[i], error);
    return copied;
}

/* A site map needs full addresses: without the site's own address there is none. */
static bool write_map(const GazSiteRun *run, const char *base, GError **error)
{
    GazKey key = gaz_sitemap_key(run, base);
    g_autoptr(GString) map = NULL;

    if (gaz_site_run_take_text(run, MAP, &key))
        return true;
    map = gaz_sitemap_write(run, base);
    return gaz_site_run_write_from(run, MAP, &key, map, error);
}

static bool write_picture(const GazSiteRun *run, GError **error)
{
    g_autofree GazShare *share = gaz_share_draw(run->assessment);
    GazKey key = gaz_key_of(share, sizeof *share);
    g_autofree char *path = g_build_filename(run->folder, PICTURE, NULL);

    if (gaz_site_run_take(run, PICTURE, &key))
        return true;
    if (!gaz_share_write(share, path, error))
        return false;
    gaz_site_run_note(run, PICTURE, &key);
    return true;
}

/* What search engines are told; `map`: whether there is a site map at `base`. */
static bool write_robots(const GazSiteRun *run, const char *base, bool map, GError **error)
{
    g_autoptr(GString) robots =
        g_string_new(run->site->draft ? "User-agent: *\nDisallow: /\n" : "User-agent: *\nAllow: /\n");

    if (map)
        g_string_append_printf(robots, "Sitemap: %s" MAP "\n", base);
    return gaz_site_run_put(run, "robots.txt", robots, error) && (!map || write_map(run, base, error));
}

bool gaz_site_write_files(GazSiteRun *run, GError **error)
{
    const char *url = run->data->publication->base_url;
    g_autofree char *base =
        url == NULL ? NULL : g_strconcat(url, g_str_has_suffix(url, "/") ? "" : "/", NULL);

    return copy_assets(run, error) && (!gaz_site_run_turn(run) || write_picture(run, error)) &&
           (!gaz_site_run_turn(run) || write_robots(run, base, base != NULL && !run->site->draft, error));
}
