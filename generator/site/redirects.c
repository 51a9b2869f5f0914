/* redirects.c - addresses that lapse lead on: of an enterprise whose credit code was corrected, and of the
 * folders. Each is a page that leads on by itself, and a line in the files that hosts read. */
#include "site/addresses.h"
#include "site/known.h"
#include "site/output.h"
#include "site/pages.h"
#include <string.h>

typedef struct {
    char *from, *to; /* below a language's root */
} Redirect;

static void clear_redirect(void *data)
{
    Redirect *redirect = data;

    g_free(redirect->from);
    g_free(redirect->to);
}

static void add(GArray *redirects, char *from, char *to)
{
    Redirect redirect = {from, to};

    g_array_append_val(redirects, redirect);
}

/* A folder's own address leads to the list of what is in it. */
static void add_folders(GArray *redirects, const GazSiteRun *run)
{
    static const char *const folders[] = {"lines", "enterprises", "notices"};
    int last = 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(folders); i++)
        add(redirects, g_strconcat(folders[i], "/index.html", NULL), g_strconcat(folders[i], ".html", NULL));
    add(redirects, g_strdup("cities/index.html"), g_strdup("lines.html"));
    for (unsigned i = 0; i < run->notices->len; i++) { /* newest first: a year's stand together */
        const GazSiteNotice *notice = run->notices->pdata[i];
        int year, month, day;

        gaz_date_split(notice->notice->date, &year, &month, &day);
        if (year != last)
            add(redirects, g_strdup_printf("notices/%d/index.html", year), g_strdup("notices.html"));
        last = year;
    }
}

/* A corrected credit code is a new address; the record says which enterprise had the old one, so that no
 * chain comes about. */
static void add_corrected(GArray *redirects, const GazSiteRun *run)
{
    const GPtrArray *corrections = run->data->corrections;

    for (unsigned i = 0; i < corrections->len; i++) {
        const GazCorrection *correction = corrections->pdata[i];
        const GazEnterprise *enterprise;

        if (strcmp(correction->table, "enterprises") != 0 || strcmp(correction->column, "credit_code") != 0 ||
            correction->was == NULL || !gaz_known_correction(run->assessment, correction))
            continue;
        enterprise = gaz_data_lookup(run->data, "enterprises", correction->row);
        if (enterprise != NULL && strcmp(enterprise->credit_code, correction->was) != 0)
            add(redirects, gaz_address_of_code(correction->was), gaz_address_enterprise(enterprise));
    }
}

static void facts(GazPage *page, const void *subject)
{
    const Redirect *redirect = subject;
    GazFact *to = gaz_fact(page->root, "to");

    gaz_page_set_link(page, to, "href", redirect->to);
    gaz_fact_set(to, "path", redirect->to);
}

/* How a host is told: each line with the old and the new address, from the host's root. */
static const struct {
    const char *path, *before, *between, *after;
} hosts[] = {{"_redirects", "", " ", " 301\n"},
             {"redirects.nginx.conf", "location = ", " { return 301 ", "; }\n"},
             {"redirects.Caddyfile", "redir ", " ", " permanent\n"}};

/* The site's own path on its host: "/cement/". Yours: g_free(). */
static char *path_of_site(const GazSiteRun *run)
{
    const char *base = run->data->publication->base_url;
    const char *host = base == NULL ? NULL : strstr(base, "://");
    const char *path = host == NULL ? NULL : strchr(host + strlen("://"), '/');

    if (path == NULL)
        return g_strdup("/");
    return g_strconcat(path, g_str_has_suffix(path, "/") ? "" : "/", NULL);
}

static bool write_host(const GazSiteRun *run, unsigned host, const GArray *redirects, GError **error)
{
    static const char *const folders[GAZ_LANGUAGES] = {[GAZ_ZH] = "", [GAZ_EN] = "en/"};
    g_autofree char *site = path_of_site(run);
    g_autoptr(GString) text = g_string_new(NULL);

    for (unsigned i = 0; i < redirects->len; i++)
        for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
            const Redirect *redirect = &g_array_index(redirects, Redirect, i);

            if ((run->site->languages & 1u << language) != 0)
                g_string_append_printf(text, "%s%s%s%s%s%s%s%s%s", hosts[host].before, site,
                                       folders[language], redirect->from, hosts[host].between, site,
                                       folders[language], redirect->to, hosts[host].after);
        }
    return gaz_site_run_put(run, hosts[host].path, text, error);
}

bool gaz_site_write_redirects(GazSiteRun *run, GError **error)
{
    g_autoptr(GArray) redirects = g_array_new(FALSE, FALSE, sizeof(Redirect));
    bool written = true;

    g_array_set_clear_func(redirects, clear_redirect);
    add_folders(redirects, run);
    add_corrected(redirects, run);
    for (unsigned i = 0; i < redirects->len && written; i++) {
        const Redirect *redirect = &g_array_index(redirects, Redirect, i);

        written =
            gaz_page_write(run, "redirect", redirect->from, run->assessment->as_of, facts, redirect, error);
    }
    for (unsigned i = 0; i < G_N_ELEMENTS(hosts) && written; i++)
        written = !gaz_site_run_turn(run) || write_host(run, i, redirects, error);
    return written;
}
