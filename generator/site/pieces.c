/* pieces.c - pieces that stand side by side are put together where that is worth while. */
#include "site/pieces.h"
#include "site/html.h"
#include "site/markup.h"
#include "site/said.h"
#include "site/select.h"
#include <libxslt/xsltutils.h>

/* The name first: to tell XSLT's long one of its namespace takes most of what is done here. */
bool gaz_pieces_is_xslt(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && (name == NULL || gaz_is_called(node, name)) &&
           IS_XSLT_ELEM(node);
}

bool gaz_pieces_is_own(const GazTemplates *sheet, const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           xmlStrEqual(node->ns->href, sheet->own->href);
}

xmlNodePtr gaz_pieces_text(const GazTemplates *sheet, const char *text, size_t length)
{
    return xmlNewCDataBlock(sheet->doc, BAD_CAST text, (int)length); /* libxslt takes no blank of it away */
}

xmlNodePtr gaz_pieces_own(const GazTemplates *sheet, const char *name, const char *attribute,
                          const char *value)
{
    xmlNodePtr node = xmlNewDocNode(sheet->doc, sheet->own, BAD_CAST name, NULL);

    if (attribute != NULL)
        xmlNewProp(node, BAD_CAST attribute, BAD_CAST value);
    return node;
}

void gaz_pieces_put(const GazTemplates *sheet, xmlNodePtr place, GString *text)
{
    if (text->len > 0)
        xmlAddPrevSibling(place, gaz_pieces_text(sheet, text->str, text->len));
    g_string_truncate(text, 0);
}

bool gaz_pieces_is_value(const char *asked)
{
    return *asked == '$' ? xmlValidateNCName(BAD_CAST(asked + 1), 0) == 0 : gaz_select_is_value(asked);
}

static bool holds_pieces(const GazTemplates *sheet, const xmlNode *node);

static bool is_choice(const GazTemplates *sheet, const xmlNode *choice)
{
    for (const xmlNode *branch = choice->children; branch != NULL; branch = branch->next)
        if (!holds_pieces(sheet, branch) ||
            (gaz_pieces_is_xslt(branch, "when") && !gaz_select_is_test(gaz_said_by(branch, "test"))))
            return false;
    return true;
}

/* xsl:value-of that g:value can say. */
static bool is_plain_value(const xmlNode *node)
{
    return gaz_pieces_is_xslt(node, "value-of") && gaz_pieces_is_value(gaz_said_by(node, "select")) &&
           xmlHasProp(node, BAD_CAST "disable-output-escaping") == NULL;
}

/* What can stand among text of HTML: XSLT's own only where markup.h knows it, with all that it holds. */
static bool is_piece(const GazTemplates *sheet, const xmlNode *node)
{
    if (gaz_pieces_is_own(sheet, node))
        return gaz_markup_knows(node);
    if (node->type != XML_ELEMENT_NODE || is_plain_value(node))
        return true;
    if (gaz_pieces_is_xslt(node, "text"))
        return node->properties == NULL;
    if (gaz_pieces_is_xslt(node, "choose"))
        return is_choice(sheet, node);
    if (gaz_pieces_is_xslt(node, "if"))
        return gaz_select_is_test(gaz_said_by(node, "test")) && holds_pieces(sheet, node);
    return (gaz_pieces_is_xslt(node, "for-each") || gaz_pieces_is_xslt(node, "value-of")) &&
           gaz_select_is_path(gaz_said_by(node, "select")) && holds_pieces(sheet, node);
}

static bool holds_pieces(const GazTemplates *sheet, const xmlNode *node)
{
    for (const xmlNode *inner = node->children; inner != NULL; inner = inner->next)
        if (!is_piece(sheet, inner))
            return false;
    return true;
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

static void note_piece(const GazTemplates *sheet, const xmlNode *piece, Run *run)
{
    run->html = run->html || is_markup(piece);
    run->instructs =
        run->instructs || (gaz_pieces_is_xslt(piece, NULL) && !gaz_pieces_is_xslt(piece, "text"));
    run->element = run->element || (gaz_pieces_is_own(sheet, piece) && !gaz_markup_is_text(piece));
    for (const xmlNode *inner = piece->children; inner != NULL; inner = inner->next)
        note_piece(sheet, inner, run);
}

bool gaz_pieces_hold_text(const GazTemplates *sheet, const xmlNode *node)
{
    Run run = {false, false, false};

    for (const xmlNode *inner = node->children; inner != NULL; inner = inner->next)
        note_piece(sheet, inner, &run);
    return holds_pieces(sheet, node) && !run.html && !run.element;
}

/* Makes a text, or what xsl:text holds, one that libxslt takes no blank of away. */
static void keep_text(const GazTemplates *sheet, xmlNodePtr node, bool html)
{
    g_autoptr(GString) kept = g_string_new(NULL);
    xmlChar *text = xmlNodeGetContent(node);

    if (html)
        gaz_html_add_text(kept, (const char *)text);
    else
        g_string_append(kept, (const char *)text);
    gaz_pieces_put(sheet, node, kept);
    xmlFree(text);
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* They are no instructions any more. */
void gaz_pieces_convert(const GazTemplates *sheet, xmlNodePtr node, bool html)
{
    for (xmlNodePtr inner = node->children, next; inner != NULL; inner = next) {
        next = inner->next;
        if (inner->type == XML_TEXT_NODE || gaz_pieces_is_xslt(inner, "text"))
            keep_text(sheet, inner, html);
        else if (is_plain_value(inner))
            xmlFreeNode(
                xmlReplaceNode(inner, gaz_pieces_own(sheet, "value", "of", gaz_said_by(inner, "select"))));
        else if (gaz_pieces_is_xslt(inner, NULL)) {
            gaz_pieces_convert(sheet, inner, html);
            xmlSetNs(inner, sheet->own);
        }
    }
}

/* Puts the pieces from `first` together, where that is worth while. Returns the node after them. */
static xmlNodePtr join(const GazTemplates *sheet, xmlNodePtr first)
{
    Run run = {false, false, false};
    xmlNodePtr joined, end = first;

    for (; end != NULL && is_piece(sheet, end); end = end->next)
        note_piece(sheet, end, &run);
    if (!run.html && (run.element || !run.instructs))
        return end;
    joined = xmlAddPrevSibling(first, gaz_pieces_own(sheet, run.html ? "html" : "plain", NULL, NULL));
    while (joined->next != end) {
        xmlNodePtr piece = joined->next;

        xmlUnlinkNode(piece);
        xmlAddChild(joined, piece);
    }
    gaz_pieces_convert(sheet, joined, run.html);
    return end;
}

void gaz_pieces_join(const GazTemplates *sheet, xmlNodePtr parent)
{
    for (xmlNodePtr node = parent->children; node != NULL;) {
        if (is_piece(sheet, node)) {
            node = join(sheet, node);
            continue;
        }
        gaz_pieces_join(sheet, node);
        node = node->next;
    }
}
