/* literal.c - every literal element gives way to its tags, as text, and to what stood within. */
#include "site/literal.h"
#include "site/html.h"
#include "site/pieces.h"
#include "site/said.h"
#include "site/select.h"
#include <string.h>

static bool is_literal(const GazTemplates *sheet, const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && !gaz_pieces_is_xslt(node, NULL) &&
           !gaz_pieces_is_own(sheet, node);
}

static const char *value_of(const xmlAttr *attribute)
{
    return gaz_text_in((const xmlNode *)attribute);
}

/* What gives an attribute to the element it stands in: itself, or within instructions. */
static bool gives_attribute(const GazTemplates *sheet, const xmlNode *node)
{
    if (gaz_pieces_is_own(sheet, node))
        return xmlStrEqual(node->name, BAD_CAST "attribute");
    if (!gaz_pieces_is_xslt(node, NULL))
        return false;
    if (gaz_pieces_is_xslt(node, "attribute") || gaz_pieces_is_xslt(node, "copy-of"))
        return true;
    if (gaz_pieces_is_xslt(node, "call-template"))
        return g_hash_table_contains(sheet->giving, gaz_said_by(node, "name"));
    for (const xmlNode *inner = node->children; inner != NULL; inner = inner->next)
        if (gives_attribute(sheet, inner))
            return true;
    return false;
}

/* Whether `node` is an element that stays one, or an instruction with such a one within. */
static bool stays(const GazTemplates *sheet, const xmlNode *node)
{
    bool staying = is_literal(sheet, node);

    for (const xmlNode *inner = node->children; inner != NULL && !staying && gaz_pieces_is_xslt(node, NULL);
         inner = inner->next)
        staying = stays(sheet, inner);
    return staying;
}

/* The element that says what an attribute's value asks for in braces: a value, that converted,
 * "g:uri($title)", or a text of its own, "g:say('skip')". Yours; NULL: there is none. */
static xmlNodePtr new_asked(const GazTemplates *sheet, const char *asked)
{
    g_auto(GStrv) parts = g_strsplit_set(asked, ":()", -1); /* "g", "uri", "$title", "" */
    bool called = g_strv_length(parts) == 4 && strcmp(parts[0], "g") == 0 && *parts[3] == '\0';
    size_t length = called ? strlen(parts[2]) : 0;

    if (gaz_pieces_is_value(asked))
        return gaz_pieces_own(sheet, "value", "of", asked);
    if (called && gaz_pieces_is_value(parts[2]) && gaz_asked_converts(parts[1]))
        return gaz_pieces_own(sheet, parts[1], "of", parts[2]);
    if (!called || length < 3 || strcmp(parts[1], "say") != 0 || strcspn(parts[2] + 1, "'") != length - 2)
        return NULL;
    parts[2][length - 1] = '\0';
    return gaz_pieces_own(sheet, "say", "text", parts[2] + 1);
}

/* Every other piece of a value stood in braces. */
static char **pieces_of(const char *value)
{
    return g_strsplit_set(value, "{}", -1);
}

/* <g:with name="href">[#]<g:value of="@id"/></g:with> for an attribute's value. Yours; NULL: it asks for
 * more. */
static xmlNodePtr new_attribute(const GazTemplates *sheet, const char *name, const char *value)
{
    xmlNodePtr with = gaz_pieces_own(sheet, "with", "name", name), asked;
    g_auto(GStrv) pieces = pieces_of(value);

    for (unsigned i = 0; with != NULL && pieces[i] != NULL; i++)
        if (i % 2 == 0 && *pieces[i] != '\0')
            xmlAddChild(with, gaz_pieces_text(sheet, pieces[i], strlen(pieces[i])));
        else if (i % 2 == 1 && (asked = new_asked(sheet, pieces[i])) != NULL)
            xmlAddChild(with, asked);
        else if (i % 2 == 1)
            g_clear_pointer(&with, xmlFreeNode);
    return with;
}

static bool is_simple_value(const GazTemplates *sheet, const xmlAttr *attribute)
{
    const char *value = value_of(attribute);
    xmlNodePtr with = strpbrk(value, "{}") == NULL ? NULL : new_attribute(sheet, "", value);
    bool simple = with != NULL || strpbrk(value, "{}") == NULL;

    xmlFreeNode(with);
    return simple;
}

/* What is in a script or style sheet, which isn't escaped, where it would stay as it is if it were. */
static bool is_safe(const GazTemplates *sheet, const xmlNode *node)
{
    if (gaz_pieces_is_own(sheet, node))
        return gaz_is_called(node, "part") || gaz_is_called(node, "json");
    return node->type != XML_ELEMENT_NODE && strpbrk((const char *)node->content, "<>&") == NULL;
}

/* What a template for the document itself says is the root of the result. */
static bool is_root(const xmlNode *element)
{
    return gaz_pieces_is_xslt(element->parent, "template") && *gaz_said_by(element->parent, "match") == '/';
}

/* What gives its element an attribute that can stand in a tag: one of text, on a condition or not. */
static bool is_attribute(const GazTemplates *sheet, const xmlNode *node)
{
    bool simple = gaz_pieces_is_xslt(node, "if") && gaz_select_is_test(gaz_said_by(node, "test"));

    if (gaz_pieces_is_own(sheet, node))
        return gaz_is_called(node, "attribute");
    if (gaz_pieces_is_xslt(node, "attribute"))
        return xmlValidateNCName(BAD_CAST gaz_said_by(node, "name"), 0) == 0 &&
               gaz_pieces_hold_text(sheet, node);
    for (const xmlNode *inner = node->children; inner != NULL && simple; inner = inner->next)
        simple = is_attribute(sheet, inner);
    return simple;
}

static bool can_be_text(const GazTemplates *sheet, const xmlNode *element)
{
    bool raw = gaz_html_is_raw(element);
    const xmlNode *inner = element->children;

    for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
        if (attribute->ns != NULL || !is_simple_value(sheet, attribute) ||
            (element->ns != NULL && strchr(value_of(attribute), '{') != NULL))
            return false;
    while (inner != NULL && element->ns == NULL && is_attribute(sheet, inner))
        inner = inner->next;
    for (; inner != NULL; inner = inner->next)
        if (gives_attribute(sheet, inner) || (element->ns != NULL && stays(sheet, inner)) ||
            (raw && !is_safe(sheet, inner)))
            return false;
    return !is_root(element);
}

/* <g:with> for what gives an attribute; within <g:if>, if that is on a condition. */
static void convert_attribute(const GazTemplates *sheet, xmlNodePtr node)
{
    if (gaz_pieces_is_own(sheet, node)) {
        xmlAddChild(node, gaz_pieces_own(sheet, "value", "of", gaz_said_by(node, "of")));
        xmlNodeSetName(node, BAD_CAST "with");
    } else if (gaz_pieces_is_xslt(node, "attribute")) {
        gaz_pieces_convert(sheet, node, false);
        xmlNodeSetName(node, BAD_CAST "with");
    } else {
        for (xmlNodePtr inner = node->children; inner != NULL; inner = inner->next)
            convert_attribute(sheet, inner);
    }
    xmlSetNs(node, sheet->own);
}

/* Replaces an element by its tags and what stands within. */
static void write_out(const GazTemplates *sheet, xmlNodePtr element)
{
    g_autoptr(GString) html = g_string_new(NULL);

    gaz_html_open(html, element);
    for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next) {
        const char *name = (const char *)attribute->name, *value = value_of(attribute);

        if (strchr(value, '{') == NULL) {
            gaz_html_add_attribute(html, element->ns, name, value);
            continue;
        }
        gaz_pieces_put(sheet, element, html);
        xmlAddPrevSibling(element, new_attribute(sheet, name, value));
    }
    gaz_pieces_put(sheet, element, html);
    while (element->children != NULL && is_attribute(sheet, element->children)) {
        convert_attribute(sheet, element->children);
        xmlAddPrevSibling(element, element->children);
    }
    g_string_append_c(html, '>');
    gaz_pieces_put(sheet, element, html);
    while (element->children != NULL)
        xmlAddPrevSibling(element, element->children);
    gaz_html_close(html, element);
    gaz_pieces_put(sheet, element, html);
    xmlUnlinkNode(element);
    xmlFreeNode(element);
}

static bool is_nothing(const xmlNode *node)
{
    return node->type == XML_COMMENT_NODE ||
           (node->type == XML_TEXT_NODE && xmlIsBlankNode(node) && !gaz_pieces_is_xslt(node->parent, "text"));
}

/* From the innermost out, so that what stays an element within is seen from outside. */
static void write_out_within(const GazTemplates *sheet, xmlNodePtr parent)
{
    for (xmlNodePtr node = parent->children, next; node != NULL; node = next) {
        next = node->next;
        if (is_nothing(node)) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
            continue;
        }
        write_out_within(sheet, node);
        if (is_literal(sheet, node) && can_be_text(sheet, node))
            write_out(sheet, node);
    }
}

static void find_giving(GazTemplates *sheet, const xmlNode *root)
{
    for (const xmlNode *template = root->children; template != NULL; template = template->next)
        for (const xmlNode *inner = template->children;
             inner != NULL && gaz_pieces_is_xslt(template, "template"); inner = inner->next)
            if (gives_attribute(sheet, inner))
                g_hash_table_add(sheet->giving, (void *)(guintptr)gaz_said_by(template, "name"));
}

static bool makes_xml(const xmlNode *root)
{
    for (const xmlNode *node = root->children; node != NULL; node = node->next)
        if (gaz_pieces_is_xslt(node, "output"))
            return strcmp(gaz_said_by(node, "method"), "xml") == 0;
    return false;
}

void gaz_literal_write_out(xmlDocPtr doc)
{
    xmlNodePtr root = xmlDocGetRootElement(doc);
    GazTemplates sheet = {.doc = doc};

    if (root == NULL || *gaz_said_by(root, "extension-element-prefixes") == '\0' || makes_xml(root))
        return;
    sheet.own = xmlSearchNsByHref(doc, root, BAD_CAST GAZ_SITE_NAMESPACE);
    if (sheet.own == NULL)
        return;
    sheet.giving = g_hash_table_new(g_str_hash, g_str_equal);
    find_giving(&sheet, root);
    write_out_within(&sheet, root);
    gaz_pieces_join(&sheet, root);
    g_hash_table_unref(sheet.giving);
}
