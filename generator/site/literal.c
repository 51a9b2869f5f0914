/* literal.c - first every literal element gives way to its tags, as text, and what stood within; then text
 * and what is asked for, where they stand side by side, are put together. */
#include "site/literal.h"
#include "site/html.h"
#include "site/markup.h"
#include "site/said.h"
#include "site/select.h"
#include <libxslt/xsltutils.h>
#include <string.h>

typedef struct {
    xmlDocPtr doc;
    xmlNsPtr own;       /* of what is asked of C */
    GHashTable *giving; /* names of the templates that give attributes to what they are called in; lent */
} Sheet;

static bool is_instruction(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && IS_XSLT_ELEM(node) &&
           (name == NULL || xmlStrEqual(node->name, BAD_CAST name));
}

static bool is_own(const Sheet *sheet, const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           xmlStrEqual(node->ns->href, sheet->own->href);
}

static bool is_literal(const Sheet *sheet, const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && !is_instruction(node, NULL) && !is_own(sheet, node);
}

static const char *value_of(const xmlAttr *attribute)
{
    return attribute->children == NULL ? "" : (const char *)attribute->children->content;
}

static xmlNodePtr new_text(const Sheet *sheet, const char *text, size_t length)
{
    return xmlNewCDataBlock(sheet->doc, BAD_CAST text, (int)length); /* libxslt takes no blank of it away */
}

/* What gives an attribute to the element it stands in: itself, or within instructions. */
static bool gives_attribute(const Sheet *sheet, const xmlNode *node)
{
    if (is_own(sheet, node))
        return xmlStrEqual(node->name, BAD_CAST "attribute");
    if (!is_instruction(node, NULL))
        return false;
    if (is_instruction(node, "attribute") || is_instruction(node, "copy-of"))
        return true;
    if (is_instruction(node, "call-template"))
        return g_hash_table_contains(sheet->giving, gaz_said_by(node, "name"));
    for (const xmlNode *inner = node->children; inner != NULL; inner = inner->next)
        if (gives_attribute(sheet, inner))
            return true;
    return false;
}

/* Whether `node` is an element that stays one, or an instruction with such a one within. */
static bool stays(const Sheet *sheet, const xmlNode *node)
{
    bool staying = is_literal(sheet, node);

    for (const xmlNode *inner = node->children; inner != NULL && !staying && is_instruction(node, NULL);
         inner = inner->next)
        staying = stays(sheet, inner);
    return staying;
}

/* A variable, "$title", or a value of the facts, "@id". */
static bool is_value(const char *asked)
{
    return *asked == '$' ? xmlValidateNCName(BAD_CAST(asked + 1), 0) == 0 : gaz_select_is_value(asked);
}

static xmlNodePtr new_own(const Sheet *sheet, const char *name, const char *attribute, const char *value)
{
    xmlNodePtr node = xmlNewDocNode(sheet->doc, sheet->own, BAD_CAST name, NULL);

    if (attribute != NULL)
        xmlNewProp(node, BAD_CAST attribute, BAD_CAST value);
    return node;
}

/* The element that says what an attribute's value asks for in braces: a value, that converted,
 * "g:uri($title)", or a text of its own, "g:say('skip')". Yours; NULL: there is none. */
static xmlNodePtr new_asked(const Sheet *sheet, const char *asked)
{
    g_auto(GStrv) parts = g_strsplit_set(asked, ":()", -1); /* "g", "uri", "$title", "" */
    bool called = g_strv_length(parts) == 4 && strcmp(parts[0], "g") == 0 && *parts[3] == '\0';
    size_t length = called ? strlen(parts[2]) : 0;

    if (is_value(asked))
        return new_own(sheet, "value", "of", asked);
    if (called && is_value(parts[2]) && gaz_asked_converts(parts[1]))
        return new_own(sheet, parts[1], "of", parts[2]);
    if (!called || length < 3 || strcmp(parts[1], "say") != 0 || strcspn(parts[2] + 1, "'") != length - 2)
        return NULL;
    parts[2][length - 1] = '\0';
    return new_own(sheet, "say", "text", parts[2] + 1);
}

/* Every other piece of a value stood in braces. */
static char **pieces_of(const char *value)
{
    return g_strsplit_set(value, "{}", -1);
}

/* <g:with name="href">[#]<g:value of="@id"/></g:with> for an attribute's value. Yours; NULL: it asks for
 * more. */
static xmlNodePtr new_attribute(const Sheet *sheet, const char *name, const char *value)
{
    xmlNodePtr with = new_own(sheet, "with", "name", name), asked;
    g_auto(GStrv) pieces = pieces_of(value);

    for (unsigned i = 0; with != NULL && pieces[i] != NULL; i++)
        if (i % 2 == 0 && *pieces[i] != '\0')
            xmlAddChild(with, new_text(sheet, pieces[i], strlen(pieces[i])));
        else if (i % 2 == 1 && (asked = new_asked(sheet, pieces[i])) != NULL)
            xmlAddChild(with, asked);
        else if (i % 2 == 1)
            g_clear_pointer(&with, xmlFreeNode);
    return with;
}

static bool is_simple_value(const Sheet *sheet, const xmlAttr *attribute)
{
    xmlNodePtr with = new_attribute(sheet, "", value_of(attribute));
    bool simple = with != NULL;

    xmlFreeNode(with);
    return simple;
}

/* What is in a script or style sheet, which isn't escaped, where it would stay as it is if it were. */
static bool is_safe(const Sheet *sheet, const xmlNode *node)
{
    if (is_own(sheet, node))
        return gaz_is_called(node, "part") || gaz_is_called(node, "json");
    return node->type != XML_ELEMENT_NODE && strpbrk((const char *)node->content, "<>&") == NULL;
}

/* What a template for the document itself says is the root of the result. */
static bool is_root(const xmlNode *element)
{
    return is_instruction(element->parent, "template") && *gaz_said_by(element->parent, "match") == '/';
}

static bool can_be_text(const Sheet *sheet, const xmlNode *element)
{
    bool raw = gaz_html_is_raw(element);

    for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
        if (attribute->ns != NULL || !is_simple_value(sheet, attribute) ||
            (element->ns != NULL && strchr(value_of(attribute), '{') != NULL))
            return false;
    for (const xmlNode *inner = element->children; inner != NULL; inner = inner->next)
        if (gives_attribute(sheet, inner) || (element->ns != NULL && stays(sheet, inner)) ||
            (raw && !is_safe(sheet, inner)))
            return false;
    return !is_root(element);
}

/* Puts `html`, where there is any, before `place` as text. */
static void put_text(const Sheet *sheet, xmlNodePtr place, GString *html)
{
    if (html->len > 0)
        xmlAddPrevSibling(place, new_text(sheet, html->str, html->len));
    g_string_truncate(html, 0);
}

/* Replaces an element by its tags and what stands within. */
static void write_out(const Sheet *sheet, xmlNodePtr element)
{
    g_autoptr(GString) html = g_string_new(NULL);

    gaz_html_open(html, element);
    for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next) {
        const char *name = (const char *)attribute->name, *value = value_of(attribute);

        if (strchr(value, '{') == NULL) {
            gaz_html_add_attribute(html, element->ns, name, value);
            continue;
        }
        put_text(sheet, element, html);
        xmlAddPrevSibling(element, new_attribute(sheet, name, value));
    }
    g_string_append_c(html, '>');
    put_text(sheet, element, html);
    while (element->children != NULL)
        xmlAddPrevSibling(element, element->children);
    gaz_html_close(html, element);
    put_text(sheet, element, html);
    xmlUnlinkNode(element);
    xmlFreeNode(element);
}

static bool is_nothing(const xmlNode *node)
{
    return node->type == XML_COMMENT_NODE ||
           (node->type == XML_TEXT_NODE && xmlIsBlankNode(node) && !is_instruction(node->parent, "text"));
}

/* From the innermost out, so that what stays an element within is seen from outside. */
static void write_out_within(const Sheet *sheet, xmlNodePtr parent)
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

static bool holds_pieces(const Sheet *sheet, const xmlNode *node);

static bool is_choice(const Sheet *sheet, const xmlNode *choice)
{
    for (const xmlNode *branch = choice->children; branch != NULL; branch = branch->next)
        if (!holds_pieces(sheet, branch) ||
            (is_instruction(branch, "when") && !gaz_select_is_test(gaz_said_by(branch, "test"))))
            return false;
    return true;
}

/* xsl:value-of that g:value can say. */
static bool is_plain_value(const xmlNode *node)
{
    return is_instruction(node, "value-of") && is_value(gaz_said_by(node, "select")) &&
           xmlHasProp(node, BAD_CAST "disable-output-escaping") == NULL;
}

/* What can stand among text of HTML: XSLT's own only where markup.h knows it, with all that it holds. */
static bool is_piece(const Sheet *sheet, const xmlNode *node)
{
    if (is_own(sheet, node))
        return gaz_markup_knows(node);
    if (is_instruction(node, "text") || node->type != XML_ELEMENT_NODE)
        return true;
    if (is_instruction(node, "choose"))
        return is_choice(sheet, node);
    if (is_instruction(node, "if"))
        return gaz_select_is_test(gaz_said_by(node, "test")) && holds_pieces(sheet, node);
    if (is_plain_value(node))
        return true;
    return (is_instruction(node, "for-each") || is_instruction(node, "value-of")) &&
           gaz_select_is_path(gaz_said_by(node, "select")) && holds_pieces(sheet, node);
}

static bool holds_pieces(const Sheet *sheet, const xmlNode *node)
{
    for (const xmlNode *inner = node->children; inner != NULL; inner = inner->next)
        if (!is_piece(sheet, inner))
            return false;
    return true;
}

/* Makes a text, or what xsl:text holds, one that libxslt takes no blank of away. */
static void keep_text(const Sheet *sheet, xmlNodePtr node, bool html)
{
    g_autoptr(GString) kept = g_string_new(NULL);
    xmlChar *text = xmlNodeGetContent(node);

    if (html)
        gaz_html_add_text(kept, (const char *)text);
    else
        g_string_append(kept, (const char *)text);
    put_text(sheet, node, kept);
    xmlFree(text);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* Makes what a piece holds pieces too; they are no instructions any more. */
static void convert(const Sheet *sheet, xmlNodePtr node, bool html)
{
    for (xmlNodePtr inner = node->children, next; inner != NULL; inner = next) {
        next = inner->next;
        if (inner->type == XML_TEXT_NODE || is_instruction(inner, "text"))
            keep_text(sheet, inner, html);
        else if (is_plain_value(inner))
            xmlFreeNode(xmlReplaceNode(inner, new_own(sheet, "value", "of", gaz_said_by(inner, "select"))));
        else if (is_instruction(inner, NULL)) {
            convert(sheet, inner, html);
            xmlSetNs(inner, sheet->own);
        }
    }
}

/* What becomes of pieces that stand side by side, by what each of them is. */
typedef struct {
    bool html;      /* one is markup: a tag, or what isn't to be escaped */
    bool element;   /* one would become an element, which text has no place for */
    bool instructs; /* one is an instruction */
} Run;

static bool is_markup(const xmlNode *piece)
{
    return piece->type == XML_CDATA_SECTION_NODE ||
           (piece->type == XML_ELEMENT_NODE && *gaz_said_by(piece, "disable-output-escaping") != '\0');
}

static void note_piece(const Sheet *sheet, const xmlNode *piece, Run *run)
{
    run->html = run->html || is_markup(piece);
    run->instructs = run->instructs || (is_instruction(piece, NULL) && !is_instruction(piece, "text"));
    run->element = run->element || (is_own(sheet, piece) && !gaz_markup_is_text(piece));
    for (const xmlNode *inner = piece->children; inner != NULL; inner = inner->next)
        note_piece(sheet, inner, run);
}

/* Puts the pieces from `first` together, where that is worth while. Returns the node after them. */
static xmlNodePtr join(const Sheet *sheet, xmlNodePtr first)
{
    Run run = {false, false, false};
    xmlNodePtr joined, end = first;

    for (; end != NULL && is_piece(sheet, end); end = end->next)
        note_piece(sheet, end, &run);
    if (!run.html && (run.element || !run.instructs))
        return end;
    joined = xmlAddPrevSibling(first, new_own(sheet, run.html ? "html" : "plain", NULL, NULL));
    while (joined->next != end) {
        xmlNodePtr piece = joined->next;

        xmlUnlinkNode(piece);
        xmlAddChild(joined, piece);
    }
    convert(sheet, joined, run.html);
    return end;
}

static void join_within(const Sheet *sheet, xmlNodePtr parent)
{
    for (xmlNodePtr node = parent->children; node != NULL;) {
        if (is_piece(sheet, node)) {
            node = join(sheet, node);
            continue;
        }
        join_within(sheet, node);
        node = node->next;
    }
}

static void find_giving(Sheet *sheet, const xmlNode *root)
{
    for (const xmlNode *template = root->children; template != NULL; template = template->next)
        for (const xmlNode *inner = template->children; inner != NULL && is_instruction(template, "template");
             inner = inner->next)
            if (gives_attribute(sheet, inner))
                g_hash_table_add(sheet->giving, (void *)(guintptr)gaz_said_by(template, "name"));
}

static bool makes_xml(const xmlNode *root)
{
    for (const xmlNode *node = root->children; node != NULL; node = node->next)
        if (is_instruction(node, "output"))
            return strcmp(gaz_said_by(node, "method"), "xml") == 0;
    return false;
}

void gaz_literal_write_out(xmlDocPtr doc)
{
    xmlNodePtr root = xmlDocGetRootElement(doc);
    Sheet sheet = {.doc = doc};

    if (root == NULL || *gaz_said_by(root, "extension-element-prefixes") == '\0' || makes_xml(root))
        return;
    sheet.own = xmlSearchNsByHref(doc, root, BAD_CAST GAZ_SITE_NAMESPACE);
    if (sheet.own == NULL)
        return;
    sheet.giving = g_hash_table_new(g_str_hash, g_str_equal);
    find_giving(&sheet, root);
    write_out_within(&sheet, root);
    join_within(&sheet, root);
    g_hash_table_unref(sheet.giving);
}
