/* fulltext.c - a whole document on a page: its XML, with what only a page has. To know whether that is what
 * it was, the sum of the XML does, and of where its links lead. */
#include "document/xml.h"
#include "site/addresses.h"
#include "site/calendar.h"
#include "site/pages.h"
#include <errno.h>
#include <string.h>

static void set(xmlNodePtr node, const char *name, const char *value)
{
    if (value != NULL)
        xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

/* Puts an element with children zh and en into the order of the page's language. */
static void order_languages(xmlNodePtr node, GazLanguage own)
{
    xmlNodePtr first = xmlFirstElementChild(node), second;

    if (first == NULL || xmlStrEqual(first->name, BAD_CAST gaz_language_code(own)))
        return;
    second = xmlNextElementSibling(first);
    if (second != NULL && xmlStrEqual(second->name, BAD_CAST gaz_language_code(own)))
        xmlAddPrevSibling(first, second);
    else if (xmlStrEqual(first->name, BAD_CAST "zh") || xmlStrEqual(first->name, BAD_CAST "en"))
        set(node, "only", gaz_language_tag(own == GAZ_ZH ? GAZ_EN : GAZ_ZH));
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
    g_autofree char *way = path == NULL ? NULL : gaz_page_link(page, path);

    if (way != NULL)
        set(node, "href", way);
    else if (link != NULL && !g_str_has_prefix((const char *)link, "site:"))
        set(node, "href", (const char *)link);
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
        set(node, "lang", gaz_language_tag(GAZ_ZH));
    } else {
        xmlChar *tag = xmlGetNoNsProp(known, BAD_CAST "lang");

        set(node, "lang", (const char *)tag);
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
        set(node, "id", id);
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
            set(node, "class", both != NULL ? both : pin ? "pin" : kind);
        pinned = pinned || pin;
        xmlFree(align);
    }
}

/* The first of `node` and its next siblings that has this name; NULL: none. */
static xmlNodePtr named(xmlNodePtr node, const char *name)
{
    while (node != NULL && !xmlStrEqual(node->name, BAD_CAST name))
        node = node->next;
    return node;
}

static bool has_headers(xmlNodePtr table)
{
    xmlNodePtr column = named(table->children, "column");

    while (column != NULL && xmlHasProp(column, BAD_CAST "row-header") == NULL)
        column = named(column->next, "column");
    return column != NULL;
}

static bool says_something(xmlNodePtr cell)
{
    xmlChar *text = xmlNodeGetContent(cell);
    bool something = *text != '\0';

    xmlFree(text);
    return something;
}

/* Tells each cell of a row what its column is, and whether it heads the row: the first of a sum does where no
 * column has headings. A stylesheet that looks for the column of each cell takes longer than for all else in
 * a table. */
static void class_cells(xmlNodePtr row)
{
    xmlNodePtr column = named(row->parent->children, "column");
    bool heads = !xmlStrEqual(row->name, BAD_CAST "row") && !has_headers(row->parent);

    for (xmlNodePtr cell = named(row->children, "cell"); cell != NULL; cell = named(cell->next, "cell")) {
        xmlChar *class = column == NULL ? NULL : xmlGetNoNsProp(column, BAD_CAST "class");

        heads = heads || (column != NULL && xmlHasProp(column, BAD_CAST "row-header") != NULL);
        set(cell, "class", (const char *)class);
        set(cell, "heads", heads && says_something(cell) ? "row" : NULL);
        xmlFree(class);
        heads = false;
        column = column == NULL ? NULL : named(column->next, "column");
    }
}

/* Numbers the parts of a table, each a group with its rows, so that the stylesheet finds them without
 * counting back from every row. `part`: the part so far. */
static void number_part(xmlNodePtr node, unsigned *part)
{
    static const char *const rows[] = {"group", "row", "subtotal", "total"};
    char number[16];

    if (xmlStrEqual(node->name, BAD_CAST "table")) {
        *part = 0;
        class_columns(node);
    }
    if (!xmlStrEqual(node->parent->name, BAD_CAST "table"))
        return;
    *part += (unsigned)xmlStrEqual(node->name, BAD_CAST "group");
    g_snprintf(number, sizeof number, "%u", *part);
    for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++)
        if (xmlStrEqual(node->name, BAD_CAST rows[i]))
            set(node, "part", number);
    if (!xmlStrEqual(node->name, BAD_CAST "group"))
        class_cells(node);
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

/* Adds the document to the facts of the page. */
static void add_document(xmlNodePtr to, GazLanguage language, const void *of_page, const void *subject)
{
    const GazPage *page = of_page;
    const GazDocument *document = subject;
    xmlDocPtr xml = gaz_document_to_xml(document);
    xmlNodePtr root = xmlDocGetRootElement(xml);
    g_autoptr(GPtrArray) figures = figures_of(document);
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    unsigned drawn = 0, headings = 0, part = 0;

    xmlUnlinkNode(root);
    xmlSetTreeDoc(root, to->doc);
    xmlAddChild(to, root);
    xmlFreeDoc(xml);
    for (xmlNodePtr node = root; node != NULL; node = next_element(node, root)) {
        order_languages(node, language);
        resolve_link(page, node);
        say_language(node);
        keep_first(node, ids);
        name_heading(node, &headings);
        number_part(node, &part);
        /* A figure's element has the name of its node; drawn rows hold svg, which has no figures in it. */
        if (strcmp((const char *)node->name, "figure") == 0 && drawn < figures->len)
            gaz_calendar_figure(node, figures->pdata[drawn++], page->run->months[language].initials);
    }
}

void gaz_page_add_document(GazPage *page, const GazDocument *document)
{
    const GazSum *sum = gaz_known_document(page->run->known, document);
    g_autofree char *key = g_strconcat(sum->text, gaz_site_run_links(page->run), NULL);

    gaz_fact_later(page->root, key, add_document, page, document);
}
