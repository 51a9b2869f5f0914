/* notices.c - the notices with their full text, their list, the consultations and the pages of words. */
#include "document/xml.h"
#include "site/calendar.h"
#include "site/pages.h"
#include "site/subjects.h"
#include <string.h>

static void list_facts(GazPage *page, const void *subject)
{
    (void)subject;
    for (unsigned i = 0; i < page->run->notices->len; i++)
        gaz_subject_notice(page, page->root, page->run->notices->pdata[i]);
}

/* The next element after `node` below `root`, parents first; NULL at the end. */
static xmlNodePtr next_element(xmlNodePtr node, const xmlNode *root)
{
    xmlNodePtr next = xmlFirstElementChild(node);

    while (next == NULL && node != root) {
        next = xmlNextElementSibling(node);
        node = node->parent;
    }
    return next;
}

/* Links of the document become ways from this page; one that leads nowhere stays plain text. */
static void resolve_link(const GazPage *page, xmlNodePtr node)
{
    xmlChar *link = xmlGetNoNsProp(node, BAD_CAST "link");
    g_autofree char *path = link == NULL ? NULL : gaz_address_of_link(page->run, (const char *)link);

    if (path != NULL)
        gaz_page_set_link(page, node, "href", path);
    else if (link != NULL && !g_str_has_prefix((const char *)link, "site:"))
        gaz_fact_set(node, "href", (const char *)link);
    xmlFree(link);
}

/* Says the language of what stands in an annex or among notes, which the tree leaves out where it is that of
 * the node around it: a page leaves out what is in the other language. */
static void say_language(xmlNodePtr node)
{
    const xmlChar *around = node->parent->name;
    bool split = xmlStrEqual(around, BAD_CAST "annex") || xmlStrEqual(around, BAD_CAST "notes");
    xmlNodePtr known = node;

    if (!split || xmlHasProp(node, BAD_CAST "lang") != NULL)
        return;
    while (known != NULL && !xmlStrEqual(known->name, BAD_CAST "document") &&
           xmlHasProp(known, BAD_CAST "lang") == NULL)
        known = known->parent;
    if (known == NULL || xmlStrEqual(known->name, BAD_CAST "document")) {
        gaz_fact_set(node, "lang", gaz_language_tag(GAZ_ZH));
    } else {
        xmlChar *tag = xmlGetNoNsProp(known, BAD_CAST "lang");

        gaz_fact_set(node, "lang", (const char *)tag);
        xmlFree(tag);
    }
}

/* Gives a heading of a body its place's name, the same in both languages, so that the switch between them can
 * keep to it. `count`: headings of this body so far. */
static void name_heading(xmlNodePtr node, unsigned *count)
{
    g_autofree char *id = NULL;

    if (xmlStrEqual(node->name, BAD_CAST "body"))
        *count = 0;
    if (!xmlStrEqual(node->name, BAD_CAST "heading") || !xmlStrEqual(node->parent->name, BAD_CAST "body"))
        return;
    id = g_strdup_printf("section-%u", ++*count);
    if (xmlHasProp(node, BAD_CAST "id") == NULL)
        gaz_fact_set(node, "id", id);
}

/* Tells the style sheet what the cells of a column are: "n" numbers, "c" centred, "pin" the first that says
 * what a row is about, which stays in sight while the others scroll. */
static void class_columns(xmlNodePtr table)
{
    bool pinned = false;

    for (xmlNodePtr node = xmlFirstElementChild(table); node != NULL; node = xmlNextElementSibling(node)) {
        xmlChar *align = xmlGetNoNsProp(node, BAD_CAST "align");
        bool pin = !pinned && xmlHasProp(node, BAD_CAST "row-header") != NULL;
        const char *kind = xmlStrEqual(align, BAD_CAST "decimal")  ? "n"
                           : xmlStrEqual(align, BAD_CAST "centre") ? "c"
                                                                   : NULL;
        g_autofree char *both = kind != NULL && pin ? g_strconcat(kind, " pin", NULL) : NULL;

        if (xmlStrEqual(node->name, BAD_CAST "column"))
            gaz_fact_set(node, "class", both != NULL ? both : pin ? "pin" : kind);
        pinned = pinned || pin;
        xmlFree(align);
    }
}

/* Numbers the parts of a table, each a group with its rows, so that the stylesheet finds them without
 * counting back from every row. `part`: the part so far. */
static void number_part(xmlNodePtr node, unsigned *part)
{
    static const char *const rows[] = {"group", "row", "subtotal", "total"};

    if (xmlStrEqual(node->name, BAD_CAST "table")) {
        *part = 0;
        class_columns(node);
    }
    if (!xmlStrEqual(node->parent->name, BAD_CAST "table"))
        return;
    *part += (unsigned)xmlStrEqual(node->name, BAD_CAST "group");
    for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++)
        if (xmlStrEqual(node->name, BAD_CAST rows[i]))
            gaz_fact_set_count(node, "part", *part);
}

/* Of rows with the same id, in several tables, the first is what links lead to. */
static void keep_first(xmlNodePtr node, GHashTable *ids)
{
    xmlChar *id =
        xmlStrEqual(node->parent->name, BAD_CAST "table") ? xmlGetNoNsProp(node, BAD_CAST "id") : NULL;

    if (id != NULL && !g_hash_table_add(ids, g_strdup((const char *)id)))
        xmlUnsetProp(node, BAD_CAST "id");
    xmlFree(id);
}

/* The figures of a document in the order in which its XML has them: Chinese body, annexes, English body. */
static GPtrArray *figures_of(const GazDocument *document)
{
    const GazNode *roots[] = {document->bodies[GAZ_ZH], document->annexes, document->bodies[GAZ_EN]};
    GPtrArray *figures = g_ptr_array_new();

    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        for (const GazNode *node = roots[i]; node != NULL; node = gaz_node_next(node, roots[i]))
            if (node->kind == GAZ_NODE_FIGURE)
                g_ptr_array_add(figures, node->figure);
    return figures;
}

void gaz_page_add_document(GazPage *page, const GazDocument *document)
{
    xmlDocPtr xml = gaz_document_to_xml(document);
    xmlNodePtr root = xmlDocGetRootElement(xml);
    g_autoptr(GPtrArray) figures = figures_of(document);
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    unsigned drawn = 0, headings = 0, part = 0;

    xmlUnlinkNode(root);
    xmlSetTreeDoc(root, page->doc);
    xmlAddChild(page->root, root);
    xmlFreeDoc(xml);
    for (xmlNodePtr node = root; node != NULL; node = next_element(node, root)) {
        gaz_fact_order(node);
        resolve_link(page, node);
        say_language(node);
        keep_first(node, ids);
        name_heading(node, &headings);
        number_part(node, &part);
        /* A figure's element has the name of its node; drawn rows hold svg, which has no figures in it. */
        if (strcmp((const char *)node->name, "figure") == 0 && drawn < figures->len)
            gaz_calendar_figure(node, figures->pdata[drawn++], page->run->months[page->language].initials);
    }
}

/* Enterprises that the notice names; those of a whole province's plan are found in its table. */
static void add_named(GazPage *page, const GazDocument *document)
{
    xmlNodePtr named = gaz_fact(page->root, "named");

    for (unsigned i = 0; i < document->enterprises->len; i++) {
        const GazEnterprise *enterprise =
            gaz_data_lookup(page->run->data, "enterprises", document->enterprises->pdata[i]);
        g_autofree char *path = enterprise == NULL ? NULL : gaz_address_enterprise(enterprise);
        xmlNodePtr node;

        if (enterprise == NULL)
            continue;
        node = gaz_fact_both(named, "enterprise", &enterprise->name);
        gaz_page_set_link(page, node, "href", path);
    }
}

/* Notices this one follows on, and those that follow on it. */
static void add_related(GazPage *page, const GazNotice *notice)
{
    xmlNodePtr related = gaz_fact(page->root, "related");

    for (unsigned i = 0; i < page->run->notices->len; i++) {
        const GazSiteNotice *other = page->run->notices->pdata[i];
        bool before = g_strcmp0(notice->follows, other->notice->id) == 0;
        bool after = g_strcmp0(other->notice->follows, notice->id) == 0;

        if (before || after)
            gaz_fact_set(gaz_subject_notice(page, related, other), "order", before ? "before" : "after");
    }
}

static void notice_facts(GazPage *page, const void *subject)
{
    const GazSiteNotice *notice = subject;
    xmlNodePtr node = gaz_subject_notice(page, page->root, notice);

    gaz_subject_versions(page, node, notice);
    gaz_subject_pdf_sum(page, node, notice);
    gaz_page_add_document(page, notice->document);
    add_named(page, notice->document);
    add_related(page, notice->notice);
}

bool gaz_site_write_notices(GazSiteRun *run, GError **error)
{
    bool written =
        gaz_page_write(run, "notices", "notices.html", run->assessment->as_of, list_facts, NULL, error);

    for (unsigned i = 0; i < run->notices->len && written; i++) {
        const GazSiteNotice *notice = run->notices->pdata[i];
        g_autofree char *path = gaz_address_notice(notice->notice);

        written = gaz_page_write(run, "notice", path, notice->notice->date, notice_facts, notice, error);
    }
    return written;
}

static void consultation_facts(GazPage *page, const void *subject)
{
    (void)subject;
    for (unsigned i = 0; i < page->run->notices->len; i++) {
        const GazSiteNotice *notice = page->run->notices->pdata[i];
        xmlNodePtr node;

        if (notice->notice->comment_to == GAZ_NO_DATE)
            continue;
        node = gaz_subject_notice(page, page->root, notice);
        for (unsigned n = 0; n < page->run->notices->len; n++) {
            const GazSiteNotice *other = page->run->notices->pdata[n];

            if (g_strcmp0(other->notice->follows, notice->notice->id) == 0)
                gaz_subject_notice(page, gaz_fact(node, "result"), other);
        }
    }
}

bool gaz_site_write_consultations(GazSiteRun *run, GError **error)
{
    return gaz_page_write(run, "consultations", "consultations.html", run->assessment->as_of,
                          consultation_facts, NULL, error);
}

static void words_facts(GazPage *page, const void *subject)
{
    if (subject != NULL)
        gaz_page_add_document(page, subject);
}

static void correction_facts(GazPage *page, const void *subject)
{
    (void)subject;
    gaz_subject_corrections(page, page->root);
}

/* The channels with the sheet to hang up. */
static void channel_facts(GazPage *page, const void *subject)
{
    const GazSiteFile *poster = &page->run->site->poster;
    xmlNodePtr node;

    words_facts(page, subject);
    if (poster->path == NULL)
        return;
    node = gaz_fact(page->root, "poster");
    gaz_page_set_file(page, node, "href", poster->path);
    gaz_fact_set_count(node, "bytes", poster->bytes);
}

bool gaz_site_write_words(GazSiteRun *run, GError **error)
{
    static const struct {
        const char *kind;
        GazPageFacts facts;
    } kinds[] = {{"about", words_facts}, {"legal", words_facts}, {"channels", channel_facts}};
    GazDate as_of = run->assessment->as_of;
    bool written = true;

    for (unsigned i = 0; i < G_N_ELEMENTS(kinds) && written; i++) {
        g_autofree char *path = g_strconcat(kinds[i].kind, ".html", NULL);

        written = gaz_page_write(run, kinds[i].kind, path, as_of, kinds[i].facts, run->site->pages[i], error);
    }
    return written &&
           gaz_page_write(run, "corrections", "corrections.html", as_of, correction_facts, NULL, error);
}
