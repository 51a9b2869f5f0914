/* asked.c - functions take their arguments off a stack and put what they give back on it; elements add to the
 * result where it is being made. */
#include "site/asked.h"
#include "base/decimal.h"
#include "base/moment.h"
#include "site/json.h"
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/functions.h>
#include <libxslt/transform.h>
#include <string.h>

#define SITE_NAMESPACE "urn:gazette:site"
#define MOST_VALUES 8

static GazAsked *asked_of(xmlXPathParserContextPtr context)
{
    return xsltXPathGetTransformContext(context)->_private;
}

/* Gives a text, which it takes, back to the stylesheet. */
static void give(xmlXPathParserContextPtr context, char *text)
{
    valuePush(context, xmlXPathNewString(BAD_CAST(text == NULL ? "" : text)));
    g_free(text);
}

static void stop(xsltTransformContextPtr transform, const char *message)
{
    const GazAsked *asked = transform->_private;

    g_string_append_printf(asked->trouble, "%s\n", message);
    transform->state = XSLT_STATE_STOPPED;
}

/* g:say(id, name, value, ...): arguments come off the stack from the last to the first. */
static void say(xmlXPathParserContextPtr context, int count)
{
    GazAsked *asked = asked_of(context);
    xmlChar *popped[1 + 2 * MOST_VALUES] = {NULL};
    GazStringValue values[MOST_VALUES];
    unsigned pairs = count < 1 ? 0 : (unsigned)(count - 1) / 2;
    g_autoptr(GError) error = NULL;

    if (count % 2 != 1 || pairs > MOST_VALUES) {
        xmlXPathSetArityError(context);
        return;
    }
    for (int i = count; i-- > 0;)
        popped[i] = xmlXPathPopString(context);
    for (unsigned i = 0; i < pairs; i++)
        values[i] = (GazStringValue){(const char *)popped[1 + 2 * i], (const char *)popped[2 + 2 * i]};
    give(context,
         gaz_strings_say(asked->strings, asked->language, (const char *)popped[0], values, pairs, &error));
    if (error != NULL)
        stop(xsltXPathGetTransformContext(context), error->message);
    for (int i = 0; i < count; i++)
        xmlFree(popped[i]);
}

/* g:say-in(language, id): for what stands in both languages on one page. */
static void say_in(xmlXPathParserContextPtr context, int count)
{
    xmlChar *id, *language;
    g_autoptr(GError) error = NULL;

    if (count != 2) {
        xmlXPathSetArityError(context);
        return;
    }
    id = xmlXPathPopString(context);
    language = xmlXPathPopString(context);
    give(context, gaz_strings_say(asked_of(context)->strings,
                                  strcmp((const char *)language, "zh") == 0 ? GAZ_ZH : GAZ_EN,
                                  (const char *)id, NULL, 0, &error));
    if (error != NULL)
        stop(xsltXPathGetTransformContext(context), error->message);
    xmlFree(id);
    xmlFree(language);
}

static char *moment_words(const char *iso, GazLanguage language)
{
    GazMoment moment;

    return gaz_moment_parse(iso, &moment) ? gaz_moment_in_words(moment, (int)language) : NULL;
}

static char *grouped_number(const char *decimal, GazLanguage language)
{
    GazDecimal value;
    char text[32];

    (void)language;
    return gaz_decimal_parse(decimal, &value) ? g_strdup(gaz_decimal_write(value, true, text)) : NULL;
}

/* Days to one decimal, as the notices give them: sums of hours would run into thirds. */
static char *days_in_words(const char *decimal, GazLanguage language)
{
    const GazDecimal tenth = GAZ_DECIMAL_ONE / 10;
    GazDecimal value;
    char text[32];

    (void)language;
    if (!gaz_decimal_parse(decimal, &value))
        return NULL;
    return g_strdup(gaz_decimal_write((value + tenth / 2) / tenth * tenth, true, text));
}

static char *escaped_for_uri(const char *text, GazLanguage language)
{
    (void)language;
    return g_uri_escape_string(text, NULL, FALSE);
}

static char *json_string(const char *text, GazLanguage language)
{
    GString *json = g_string_new(NULL);

    (void)language;
    gaz_json_add_string(json, text);
    return g_string_free(json, FALSE);
}

/* What becomes of one text; NULL where it can't be put into words. */
static const struct {
    const char *name;
    char *(*how)(const char *text, GazLanguage language);
} conversions[] = {{"date", moment_words},  {"moment", moment_words}, {"number", grouped_number},
                   {"days", days_in_words}, {"uri", escaped_for_uri}, {"json", json_string}};

/* Yours; NULL once the transformation is stopped. `name` is that of a conversion. */
static char *converted(xsltTransformContextPtr transform, const xmlChar *name, const char *text)
{
    const GazAsked *asked = transform->_private;
    g_autofree char *message = NULL;
    char *words = NULL;

    for (unsigned i = 0; i < G_N_ELEMENTS(conversions); i++)
        if (xmlStrEqual(name, BAD_CAST conversions[i].name))
            words = conversions[i].how(text, asked->language);
    if (words != NULL)
        return words;
    message = g_strdup_printf("not to be put into words: “%s”", text);
    stop(transform, message);
    return NULL;
}

/* The function of the name by which it was called. */
static void convert(xmlXPathParserContextPtr context, int count)
{
    xmlChar *given;

    if (count != 1) {
        xmlXPathSetArityError(context);
        return;
    }
    given = xmlXPathPopString(context);
    give(context,
         converted(xsltXPathGetTransformContext(context), context->context->function, (const char *)given));
    xmlFree(given);
}

static const char *value_of(const xmlAttr *attribute)
{
    return attribute == NULL || attribute->children == NULL ? "" : (const char *)attribute->children->content;
}

/* The value of an attribute, of an element of the stylesheet or of the facts; empty: there is none. */
static const char *said_by(const xmlNode *element, const char *name)
{
    return value_of(xmlHasProp(element, BAD_CAST name));
}

/* The first element at `path`, names with slashes between, below `node` or, with one before, the root; up to
 * a name of an attribute. NULL: none. */
static const xmlNode *element_at(const xmlNode *node, const char *path)
{
    if (*path == '/') {
        node = (const xmlNode *)node->doc;
        path++;
    }
    for (size_t length; node != NULL && *path != '\0' && *path != '@';
         path += length + (path[length] == '/')) {
        length = strcspn(path, "/");
        node = node->children;
        while (node != NULL &&
               (node->type != XML_ELEMENT_NODE || strncmp((const char *)node->name, path, length) != 0 ||
                node->name[length] != '\0'))
            node = node->next;
    }
    return node;
}

/* The attribute at `path`, "@days" or "sums/@days", below `node`; empty: there is none. */
static const char *value_at(const xmlNode *node, const char *path)
{
    const xmlNode *owner = element_at(node, path);
    const char *at = strchr(path, '@');

    return owner == NULL || at == NULL ? "" : said_by(owner, at + 1);
}

/* A value of a text: "@n", or that converted, "days @n". Yours; NULL once the transformation is stopped. */
static char *value_for(xsltTransformContextPtr transform, const xmlNode *node, const char *value)
{
    const char *blank = strchr(value, ' ');
    g_autofree char *name = blank == NULL ? NULL : g_strndup(value, (gsize)(blank - value));

    return name == NULL ? g_strdup(value_at(node, value))
                        : converted(transform, BAD_CAST name, value_at(node, blank + 1));
}

/* <g:say text="..." name="..."/>: each other attribute is a value of the text. */
static void add_said(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                     xsltElemPreCompPtr compiled)
{
    const GazAsked *asked = transform->_private;
    GazStringValue values[MOST_VALUES];
    unsigned count = 0;
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;

    (void)compiled;
    for (const xmlAttr *one = element->properties; one != NULL && count < MOST_VALUES; one = one->next)
        if (!xmlStrEqual(one->name, BAD_CAST "text"))
            values[count++] =
                (GazStringValue){(const char *)one->name, value_for(transform, node, value_of(one))};
    text = gaz_strings_say(asked->strings, asked->language, said_by(element, "text"), values, count, &error);
    if (text != NULL)
        xsltCopyTextString(transform, transform->insert, BAD_CAST text, 0);
    else
        stop(transform, error->message);
    while (count-- > 0)
        g_free((char *)(guintptr)values[count].value);
}

/* <g:text of="..."/>: a text in the page's language; where it is only in the other, it says so by its lang.
 */
static void add_text(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                     xsltElemPreCompPtr compiled)
{
    const xmlNode *named = element_at(node, said_by(element, "of"));
    const xmlNode *text = named == NULL ? NULL : xmlFirstElementChild((xmlNodePtr)(guintptr)named);
    const xmlAttr *only = text == NULL ? NULL : xmlHasProp(named, BAD_CAST "only");
    xmlNodePtr to = transform->insert;

    (void)compiled;
    if (text == NULL || text->children == NULL)
        return;
    if (only != NULL) {
        to = xmlAddChild(to, xmlNewDocNode(to->doc, NULL, BAD_CAST "span", NULL));
        xmlNewProp(to, BAD_CAST "lang", only->children->content);
    }
    xsltCopyTextString(transform, to, text->children->content, 0);
}

/* <g:days of="..."/> and the other conversions, of an attribute. */
static void add_converted(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                          xsltElemPreCompPtr compiled)
{
    g_autofree char *words = converted(transform, element->name, value_at(node, said_by(element, "of")));

    (void)compiled;
    if (words != NULL)
        xsltCopyTextString(transform, transform->insert, BAD_CAST words, 0);
}

/* <g:attribute name="..." of="..."/>, of the element that is being made. */
static void add_attribute(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                          xsltElemPreCompPtr compiled)
{
    (void)compiled;
    xmlNewProp(transform->insert, BAD_CAST said_by(element, "name"),
               BAD_CAST value_at(node, said_by(element, "of")));
}

/* <g:part name="..." of="..."/>: the mark of what many pages share (frame.h). */
static void add_part(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                     xsltElemPreCompPtr compiled)
{
    g_autofree char *name =
        g_strconcat(said_by(element, "name"), value_at(node, said_by(element, "of")), NULL);

    (void)compiled;
    xmlAddChild(transform->insert, xmlNewDocPI(transform->insert->doc, BAD_CAST "part", BAD_CAST name));
}

static const struct {
    const char *name;
    xsltTransformFunction function;
} elements[] = {
    {"say", add_said},       {"text", add_text},        {"part", add_part},      {"attribute", add_attribute},
    {"date", add_converted}, {"moment", add_converted}, {"days", add_converted}, {"number", add_converted}};

/* Asked once for each call in a stylesheet, whatever the pages it makes. */
static xmlXPathFunction find_function(void *context, const xmlChar *name, const xmlChar *space)
{
    if (!xmlStrEqual(space, BAD_CAST SITE_NAMESPACE))
        return xsltXPathFunctionLookup(context, name, space);
    if (xmlStrEqual(name, BAD_CAST "say"))
        return say;
    if (xmlStrEqual(name, BAD_CAST "say-in"))
        return say_in;
    for (unsigned i = 0; i < G_N_ELEMENTS(conversions); i++)
        if (xmlStrEqual(name, BAD_CAST conversions[i].name))
            return convert;
    return NULL;
}

void gaz_asked_register(GazAsked *asked, xsltTransformContextPtr transform)
{
    transform->_private = asked;
    xmlXPathRegisterFuncLookup(transform->xpathCtxt, find_function, transform->xpathCtxt);
    for (unsigned i = 0; i < G_N_ELEMENTS(elements); i++)
        xsltRegisterExtElement(transform, BAD_CAST elements[i].name, BAD_CAST SITE_NAMESPACE,
                               elements[i].function);
}
