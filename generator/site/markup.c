/* markup.c - one function for each element that there is in g:html. */
#include "site/markup.h"
#include "site/append.h"
#include "site/html.h"
#include "site/said.h"
#include "site/select.h"
#include <libxml/parserInternals.h>
#include <libxslt/transform.h>

/* Lent, of the transformation: what is written so far, and what is being said. */
typedef struct {
    xsltTransformContextPtr transform;
    bool html; /* not plain text */
    GString *text, *said;
} Writing;

static void write_pieces(const Writing *writing, const xmlNode *node, const xmlNode *holder);

static void write_text(const Writing *writing, const char *text)
{
    if (writing->html)
        gaz_html_add_text(writing->text, text);
    else
        gaz_append(writing->text, text);
}

static const char *select_of(const xmlNode *element)
{
    return gaz_said_by(element, "select");
}

static void write_with(const Writing *writing, const xmlNode *node, const xmlNode *with)
{
    const GazAsked *asked = writing->transform->_private;

    g_string_truncate(asked->value, 0);
    write_pieces(&(Writing){writing->transform, false, asked->value, writing->said}, node, with);
    gaz_html_add_attribute(writing->text, NULL, gaz_said_by(with, "name"), asked->value->str);
}

static void write_part(const Writing *writing, const xmlNode *node, const xmlNode *part)
{
    g_autofree char *name = gaz_said_part(&(GazSaying){writing->transform, node, part});

    gaz_html_add_part(writing->text, name);
}

/* All text within, which is the only thing that most hold. */
static void write_value(const Writing *writing, const xmlNode *node, const xmlNode *value)
{
    const xmlNode *found = gaz_select_first(node, select_of(value));
    bool single = found != NULL && found->children != NULL && found->children->next == NULL &&
                  found->children->type == XML_TEXT_NODE;
    xmlChar *joined = found == NULL || single ? NULL : xmlNodeGetContent(found);
    const char *text = single ? gaz_text_in(found) : (const char *)joined;

    if (text != NULL && *gaz_said_by(value, "disable-output-escaping") != '\0')
        gaz_append(writing->text, text);
    else if (text != NULL)
        write_text(writing, text);
    xmlFree(joined);
}

static void write_if(const Writing *writing, const xmlNode *node, const xmlNode *condition)
{
    if (gaz_select_test(node, gaz_said_by(condition, "test")))
        write_pieces(writing, node, condition);
}

static void write_choice(const Writing *writing, const xmlNode *node, const xmlNode *choice)
{
    const xmlNode *branch = choice->children;

    while (branch != NULL && gaz_is_called(branch, "when") &&
           !gaz_select_test(node, gaz_said_by(branch, "test")))
        branch = branch->next;
    if (branch != NULL)
        write_pieces(writing, node, branch);
}

/* What is written for each. */
typedef struct {
    const Writing *writing;
    const xmlNode *loop;
} Loop;

static bool write_round(const xmlNode *found, void *user)
{
    const Loop *loop = user;

    write_pieces(loop->writing, found, loop->loop);
    return false;
}

static void write_loop(const Writing *writing, const xmlNode *node, const xmlNode *element)
{
    gaz_select(node, select_of(element), write_round, &(Loop){writing, element});
}

static void write_said(const Writing *writing, const xmlNode *node, const xmlNode *element)
{
    const char *language;

    g_string_truncate(writing->said, 0);
    language = gaz_said(&(GazSaying){writing->transform, node, element}, writing->said);
    if (language != NULL) {
        gaz_html_add_value(g_string_append(writing->text, "<span"), "lang", language);
        g_string_append_c(writing->text, '>');
    }
    write_text(writing, writing->said->str);
    if (language != NULL)
        gaz_append(writing->text, "</span>");
}

static const struct {
    const char *name;
    void (*write)(const Writing *writing, const xmlNode *node, const xmlNode *element);
} kinds[] = {{"with", write_with},     {"if", write_if},     {"value-of", write_value},
             {"choose", write_choice}, {"part", write_part}, {"for-each", write_loop}};

bool gaz_markup_knows(const xmlNode *element)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (gaz_is_called(element, kinds[i].name))
            return true;
    return gaz_said_is(element);
}

bool gaz_markup_is_text(const xmlNode *element)
{
    static const char *const elements[] = {"with", "part", "text"};

    for (unsigned i = 0; i < G_N_ELEMENTS(elements); i++)
        if (gaz_is_called(element, elements[i]))
            return false;
    return gaz_markup_knows(element);
}

static void write_element(const Writing *writing, const xmlNode *node, const xmlNode *element)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (gaz_is_called(element, kinds[i].name)) {
            kinds[i].write(writing, node, element);
            return;
        }
    write_said(writing, node, element);
}

static void write_pieces(const Writing *writing, const xmlNode *node, const xmlNode *holder)
{
    for (const xmlNode *piece = holder->children; piece != NULL; piece = piece->next)
        if (piece->type == XML_ELEMENT_NODE)
            write_element(writing, node, piece);
        else
            gaz_append(writing->text, (const char *)piece->content);
}

/* Not by xmlAddChild(), which joins texts that meet: a long one is searched for its end time and again. */
static void link_text(xmlNodePtr parent, const GString *html)
{
    xmlNodePtr text = xmlNewTextLen(BAD_CAST html->str, (int)html->len);

    text->name = xmlStringTextNoenc;
    text->doc = parent->doc;
    text->parent = parent;
    text->prev = parent->last;
    if (parent->last == NULL)
        parent->children = text;
    else
        parent->last->next = text;
    parent->last = text;
}

void gaz_markup_add(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                    xsltElemPreCompPtr compiled)
{
    const GazAsked *asked = transform->_private;
    Writing writing = {transform, gaz_is_called(element, "html"), asked->text, asked->said};

    (void)compiled;
    g_string_truncate(writing.text, 0);
    write_pieces(&writing, node, element);
    if (writing.html)
        link_text(transform->insert, writing.text);
    else if (writing.text->len > 0)
        xsltCopyTextString(transform, transform->insert, BAD_CAST writing.text->str, 0);
}
