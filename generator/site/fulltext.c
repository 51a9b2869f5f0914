/* fulltext.c - a document on a page: its XML, with what only a page has. To know whether that is what
 * it was, the sum of the XML does, and of where its links lead. */
#include "document/xml.h"
#include "site/addresses.h"
#include "site/calendar.h"
#include "site/grid.h"
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
    g_autofree char *way = gaz_page_way(page, (const char *)link);

    set(node, "href", way);
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
 * keep to it. `count`: those so far, of the page: an annex may be a whole notice with a body of its own. */
static void name_heading(xmlNodePtr node, unsigned *count)
{
    g_autofree char *id = NULL;

    if (!xmlStrEqual(node->name, BAD_CAST "heading") || !xmlStrEqual(node->parent->name, BAD_CAST "body"))
        return;
    id = g_strdup_printf("section-%u", ++*count);
    if (xmlHasProp(node, BAD_CAST "id") == NULL)
        set(node, "id", id);
}

/* The first of `node` and its next siblings that has this name; NULL: none. */
static xmlNodePtr named(xmlNodePtr node, const char *name)
{
    while (node != NULL && !xmlStrEqual(node->name, BAD_CAST name))
        node = node->next;
    return node;
}

/* Its heading goes to the column it is shown in. */
static void join_column(xmlNodePtr shown, xmlNodePtr column)
{
    xmlNodePtr heading = named(column->children, "heading");

    xmlUnlinkNode(heading);
    xmlNodeSetName(heading, BAD_CAST "joined");
    xmlAddChild(shown, heading);
    xmlUnlinkNode(column);
    xmlFreeNode(column);
}

static void fill_table(GazGrids *grids, xmlNodePtr table, const GazGrid *grid)
{
    xmlNodePtr column = named(table->children, "column"), shown = NULL, next;
    GString *bodies = gaz_grids_bodies(grids, grid);

    for (unsigned i = 0; column != NULL; column = next, i++) {
        next = named(column->next, "column");
        if (gaz_grids_joins(grid, i)) {
            join_column(shown, column);
            continue;
        }
        set(column, "class", gaz_grids_class(grid, i));
        shown = column;
    }
    xmlNewTextChild(table, NULL, BAD_CAST "bodies", BAD_CAST bodies->str);
    g_string_free(bodies, TRUE);
}

/* How many nodes of `kind` stand before `root` in the document: Chinese body, annexes, English body. */
static unsigned count_before(const GazDocument *document, const GazNode *root, GazNodeKind kind)
{
    const GazNode *roots[] = {document->bodies[GAZ_ZH], document->annexes, document->bodies[GAZ_EN]};
    unsigned count = 0;

    for (unsigned i = 0; roots[i] != root; i++)
        for (const GazNode *node = roots[i]; node != NULL; node = gaz_node_next(node, roots[i]))
            count += node->kind == kind;
    return count;
}

static bool has_payload(const xmlNode *element)
{
    return xmlStrEqual(element->name, BAD_CAST "table") || xmlStrEqual(element->name, BAD_CAST "figure");
}

/* Gives the tables and figures below `root`, in the XML below `top`, their numbers, bodies and drawings. */
static void fill(GazGrids *grids, const char *const *initials, const GazDocument *document,
                 const GazNode *root, xmlNodePtr top)
{
    unsigned tables = count_before(document, root, GAZ_NODE_TABLE);
    unsigned figures = count_before(document, root, GAZ_NODE_FIGURE);
    xmlNodePtr element = top;

    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root)) {
        char n[16];

        if (node->table == NULL && node->figure == NULL)
            continue;
        do
            element = next_element(element, top);
        while (!has_payload(element));
        g_snprintf(n, sizeof n, "%u", node->table != NULL ? ++tables : ++figures);
        set(element, "n", n);
        if (node->table != NULL)
            fill_table(grids, element, node->table);
        else
            gaz_calendar_figure(element, node->figure, initials);
    }
}

/* Adds the document to the facts of the page. */
static void add_document(xmlNodePtr to, GazLanguage language, const void *of_page, const void *subject)
{
    const GazPage *page = of_page;
    const GazDocument *document = subject;
    g_autoptr(GazGrids) grids = gaz_grids_new(page, document, language);
    const char *const *initials = page->run->months[language].initials;
    unsigned headings = 0;
    xmlNodePtr top;

    gaz_document_add_xml(to, document, language);
    top = to->last;
    for (xmlNodePtr node = top; node != NULL; node = next_element(node, top)) {
        order_languages(node, language);
        resolve_link(page, node);
        say_language(node);
        name_heading(node, &headings);
    }
    fill(grids, initials, document, document->bodies[language], named(top->children, "body"));
    fill(grids, initials, document, document->annexes, named(top->children, "annexes"));
}

void gaz_page_add_document(GazPage *page, const GazDocument *document)
{
    const GazKey *known = gaz_known_document(page->run->known, document);
    g_autofree char *key = g_strconcat(known->text, gaz_site_run_links(page->run), NULL);

    gaz_fact_later(page->root, key, add_document, page, document);
}
