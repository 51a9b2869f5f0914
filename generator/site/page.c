/* page.c - the frame of a page's facts: languages, ways to root and counterpart, publisher, channels. */
#include "site/page.h"
#include "compose/wording.h"
#include "site/addresses.h"
#include "site/frame.h"
#include "site/output.h"
#include "site/subjects.h"
#include <string.h>

enum { USUAL_FACTS = 8192 }; /* [bytes] */

static const char *language_folder(GazLanguage language)
{
    return language == GAZ_EN ? "en/" : "";
}

/* "../" as often as `path` has folders. */
static GString *way_up(const char *path)
{
    GString *up = g_string_new(NULL);

    for (const char *slash = path; (slash = strchr(slash, '/')) != NULL; slash++)
        g_string_append(up, "../");
    return up;
}

char *gaz_page_link(const GazPage *page, const char *path)
{
    GString *link = way_up(page->path);

    g_string_append(link, path);
    return g_string_free(link, FALSE);
}

char *gaz_page_way(const GazPage *page, const char *link)
{
    g_autofree char *path = link == NULL ? NULL : gaz_address_of_link(page->run, link);

    if (path != NULL)
        return gaz_page_link(page, path);
    return link == NULL || g_str_has_prefix(link, "site:") ? NULL : g_strdup(link);
}

void gaz_page_set_link(const GazPage *page, GazFact *node, const char *name, const char *path)
{
    g_autofree char *link = gaz_page_link(page, path);

    gaz_fact_set(node, name, link);
}

void gaz_page_set_file(const GazPage *page, GazFact *node, const char *name, const char *path)
{
    GString *link = way_up(page->path);

    g_string_append(link, path);
    gaz_fact_set_in(node, GAZ_ZH, name, link->str);
    g_string_prepend(link, "../");
    gaz_fact_set_in(node, GAZ_EN, name, link->str);
    g_string_free(link, TRUE);
}

/* 404 is shown at any depth: its ways go from the host's root, where the publication names the site's own
 * address. NULL for other pages. */
static const char *path_of_base(const GazPage *page)
{
    const char *base = page->run->data->publication->base_url;
    const char *host = base == NULL || strcmp(page->path, "404.html") != 0 ? NULL : strstr(base, "://");

    return host == NULL ? NULL : strchr(host + strlen("://"), '/');
}

/* From the page in `language` to the site's root. */
static GString *way_to_site(const GazPage *page, GazLanguage language)
{
    const char *base = path_of_base(page);
    GString *up = base == NULL ? way_up(page->path) : g_string_new(base);

    if (base != NULL && !g_str_has_suffix(base, "/"))
        g_string_append_c(up, '/');
    return base == NULL && language == GAZ_EN ? g_string_append(up, "../") : up;
}

/* The ways: to the language's root, to the site's root, to the same page in the other language. */
static void add_ways(const GazPage *page, GazLanguage language)
{
    GazLanguage other = language == GAZ_ZH ? GAZ_EN : GAZ_ZH;
    g_autoptr(GString) up = way_to_site(page, language);
    g_autofree char *own = path_of_base(page) == NULL ? g_string_free(way_up(page->path), FALSE)
                                                      : g_strconcat(up->str, language_folder(language), NULL);

    gaz_fact_set_in(page->root, language, "root", own);
    gaz_fact_set_in(page->root, language, "base", up->str);
    if (!gaz_site_run_has(page->run, other))
        return;
    g_string_append(up, language_folder(other));
    g_string_append(up, page->path);
    gaz_fact_set_in(page->root, language, "other", up->str);
}

/* Full addresses, where the publication names the site's own. */
static void add_addresses(const GazPage *page, GazLanguage language)
{
    const char *base = page->run->data->publication->base_url;
    g_autofree char *site =
        base == NULL ? NULL : g_strconcat(base, g_str_has_suffix(base, "/") ? "" : "/", NULL);

    if (base == NULL) {
        gaz_fact_set_in(page->root, language, "address", page->path);
        return;
    }
    gaz_fact_set_in(page->root, language, "url-site", site);
    for (GazLanguage each = GAZ_ZH; each < GAZ_LANGUAGES; each++) {
        g_autofree char *home = g_strconcat(site, language_folder(each), NULL);
        g_autofree char *url = g_strconcat(home, page->path, NULL);

        if (each == language) {
            gaz_fact_set_in(page->root, language, "address", url);
            gaz_fact_set_in(page->root, language, "url-home", home);
        }
        if (gaz_site_run_has(page->run, each))
            gaz_fact_set_in(page->root, language, each == GAZ_ZH ? "url-zh" : "url-en", url);
    }
}

static void add_meta(void *name, void *text, void *site)
{
    GazFact *node = gaz_fact_both(site, "meta", text);

    if (node != NULL)
        gaz_fact_set(node, "name", name);
}

/* Sorted by name: a hash table's own order isn't the same on every machine. */
static void add_metas(GazFact *site, GHashTable *meta)
{
    GList *names = meta == NULL ? NULL : g_list_sort(g_hash_table_get_keys(meta), (GCompareFunc)strcmp);

    for (const GList *name = names; name != NULL; name = name->next)
        add_meta(name->data, g_hash_table_lookup(meta, name->data), site);
    g_list_free(names);
}

/* In the words of the PDFs. */
static void add_draft(GazPage *page, GazFact *site)
{
    GazText label = gaz_glossary_label(page->run->site->wording->glossary, "standing.draft");

    gaz_fact_both(site, "draft", &label);
}

static GazFacts *put_together(const GazPage *page, GazPageFacts facts, const void *subject)
{
    GazPage own = {
        .run = page->run, .kind = page->kind, .path = page->path, .facts = gaz_facts_new("shared")};

    own.root = gaz_facts_root(own.facts);
    facts(&own, subject);
    return own.facts;
}

void gaz_page_share(const GazPage *page, GazFact *parent, const char *key, GazPageFacts facts,
                    const void *subject)
{
    GString *name = g_string_append(way_up(page->path), key);
    GazFacts *shared = g_hash_table_lookup(page->run->shared, name->str);

    if (shared == NULL) {
        shared = put_together(page, facts, subject);
        g_hash_table_insert(page->run->shared, g_strdup(name->str), shared);
    }
    g_string_free(name, TRUE);
    gaz_fact_share(parent, shared);
}

/* What the region's cities are called: 盟市, city or league. */
static void add_units(const GazPage *page, GazFact *site)
{
    const GazRegion *region = page->run->data->rules->region;

    gaz_fact_both(site, "city-unit", &region->unit);
    gaz_fact_both(site, "city-heading", &region->heading);
}

static void site_facts(GazPage *page, const void *subject)
{
    const GazPublication *publication = page->run->data->publication;
    GazFact *site = gaz_fact(page->root, "site");

    (void)subject;
    gaz_fact_set_count(site, "year", (size_t)publication->year);
    gaz_fact_both(site, "title", &publication->title);
    gaz_fact_both(site, "disclaimer", &publication->disclaimer);
    if (page->run->site->draft)
        add_draft(page, site);
    gaz_fact_both(site, "region", &page->run->data->rules->region->name);
    add_units(page, site);
    add_metas(site, publication->meta);
    gaz_subject_publishers(page, site);
}

/* The list that pages of the kind belong to, with the way back up to it; NULL: none. */
static const char *list_of(const char *kind)
{
    static const char *const lists[][2] = {
        {"line", "lines"}, {"city", "lines"}, {"enterprise", "enterprises"}, {"notice", "notices"}};

    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
        if (strcmp(kind, lists[i][0]) == 0)
            return lists[i][1];
    return NULL;
}

void gaz_page_begin(GazPage *page, const char *kind)
{
    page->kind = kind;
    page->facts = gaz_facts_new("page");
    page->root = gaz_facts_root(page->facts);
    gaz_fact_set(page->root, "kind", kind);
    gaz_fact_set(page->root, "belongs-to", list_of(kind));
    gaz_fact_set(page->root, "path", page->path);
    gaz_fact_set_date(page->root, "as-of", page->run->assessment->as_of);
    gaz_page_share(page, page->root, "site", site_facts, NULL);
}

void gaz_page_place(const GazPage *page, GazLanguage language)
{
    gaz_fact_set_in(page->root, language, "lang", gaz_language_code(language));
    add_ways(page, language);
    add_addresses(page, language);
}

/* How the facts become text: gaz_sheets_html or gaz_sheets_xml. */
typedef GString *(*Writer)(GazSheets *, const char *, xmlDocPtr, GazLanguage, GError **);

/* What the ways and addresses of a page follow from, besides its path. */
static void spell_place(const GazPage *page, GString *bytes)
{
    const char *base = page->run->data->publication->base_url;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        g_string_append_c(bytes, gaz_site_run_has(page->run, language) ? 'y' : 'n');
    g_string_append(bytes, base == NULL ? "" : base);
}

/* Of the facts, where the page stands, and the facts of the parts it shares with other pages; and of the
 * stylesheet, whose own text is of the basis. */
static GazKey key_of(const GazPage *page, const char *sheet)
{
    g_autoptr(GString) bytes = g_string_sized_new(USUAL_FACTS);

    g_string_append(bytes, sheet);
    spell_place(page, bytes);
    gaz_facts_spell(page->facts, bytes);
    gaz_frame_spell(page, bytes);
    return gaz_key_of(bytes->str, bytes->len);
}

/* Lent; NULL with `error` set. */
static xmlDocPtr facts_of(const GazPage *page, GazLanguage language, GError **error)
{
    xmlDocPtr facts = gaz_facts_to_xml(page->facts, language);

    if (page->run->trouble == NULL)
        return facts;
    g_propagate_error(error, g_steal_pointer(&page->run->trouble));
    return NULL;
}

/* The page's text, with the parts it shares. Yours; NULL with `error` set. */
static GString *text_of(GazPage *page, GazLanguage language, const char *sheet, Writer writer, GError **error)
{
    xmlDocPtr facts = facts_of(page, language, error);
    g_autoptr(GString) text = facts == NULL ? NULL : writer(page->run->sheets, sheet, facts, language, error);

    return text == NULL ? NULL : gaz_frame_fill(page, language, text, error);
}

static bool write_anew(GazPage *page, GazLanguage language, const char *sheet, const char *path,
                       const GazKey *key, Writer writer, GError **error)
{
    g_autoptr(GString) text = NULL;

    gaz_page_place(page, language);
    text = text_of(page, language, sheet, writer, error);
    if (text == NULL)
        g_prefix_error(error, "%s: ", path);
    return text != NULL && gaz_site_run_write_from(page->run, path, key, text, error);
}

/* Takes the page of last time where nothing on it has changed. */
static bool write_page(GazPage *page, GazLanguage language, const char *sheet, const GazKey *key,
                       Writer writer, GError **error)
{
    g_autofree char *path = g_strconcat(language_folder(language), page->path, NULL);

    return (page->run->trouble == NULL && gaz_site_run_take_text(page->run, path, key)) ||
           write_anew(page, language, sheet, path, key, writer, error);
}

/* What changes in one language makes the page anew in both, which costs less than to put its facts together
 * for each. */
static bool write_languages(GazSiteRun *run, const char *kind, const char *sheet, const char *path,
                            GazPageFacts facts, const void *subject, Writer writer, GError **error)
{
    GazPage page = {.run = run, .path = path};
    bool written = true;
    GazKey key;

    gaz_page_begin(&page, kind);
    facts(&page, subject);
    key = key_of(&page, sheet);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES && written; language++)
        written = !gaz_site_run_has(run, language) || write_page(&page, language, sheet, &key, writer, error);
    gaz_facts_free(page.facts);
    return written;
}

void gaz_page_list(GazSiteRun *run, const char *kind, const char *path, GazDate changed)
{
    GazAddress *address = g_new(GazAddress, 1);

    *address =
        (GazAddress){g_strdup(path), changed, strcmp(kind, "404") != 0 && strcmp(kind, "redirect") != 0};
    g_ptr_array_add(run->addresses, address);
}

bool gaz_page_write_out(GazSiteRun *run, const char *kind, const char *path, GazPageFacts facts,
                        const void *subject, GError **error)
{
    return write_languages(run, kind, kind, path, facts, subject, gaz_sheets_html, error);
}

bool gaz_page_write(GazSiteRun *run, const char *kind, const char *path, GazDate changed, GazPageFacts facts,
                    const void *subject, GError **error)
{
    gaz_page_list(run, kind, path, changed);
    return !gaz_site_run_turn(run) || gaz_page_write_out(run, kind, path, facts, subject, error);
}

bool gaz_page_write_feed(GazSiteRun *run, const char *feed, const char *path, GazPageFacts facts,
                         const void *subject, GError **error)
{
    return run->data->publication->base_url == NULL || !gaz_site_run_turn(run) ||
           write_languages(run, feed, "feed", path, facts, subject, gaz_sheets_xml, error);
}
