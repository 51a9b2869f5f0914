/* said.c - elements that say a text, and the marks of parts. */
#include "site/said.h"
#include "site/append.h"
#include "site/markup.h"
#include "site/select.h"
#include <libxslt/extensions.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <string.h>

#define MOST_VALUES 8

const char *gaz_said_by(const xmlNode *element, const char *name)
{
    const xmlAttr *attribute = element->properties;

    while (attribute != NULL && !gaz_is_called((const xmlNode *)attribute, name))
        attribute = attribute->next;
    return attribute == NULL ? "" : gaz_text_in((const xmlNode *)attribute);
}

/* A variable of the stylesheet as text. Yours: xmlFree(); NULL: there is none. */
static xmlChar *text_of_variable(xsltTransformContextPtr transform, const char *name)
{
    xmlXPathObjectPtr value = xsltVariableLookup(transform, BAD_CAST name, NULL);
    xmlChar *text = value == NULL ? NULL : xmlXPathCastToString(value);

    xmlXPathFreeObject(value);
    return text;
}

/* Lent by the facts, or by what is its own. */
typedef struct {
    const char *text;
    xmlChar *own; /* NULL: nothing */
} Value;

static void clear_value(Value *value)
{
    xmlFree(value->own);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Value, clear_value)

/* The value of an attribute of the facts, "@n", or of a variable, "$title". */
static Value value_at(const GazSaying *saying, const char *of)
{
    xmlChar *own = *of == '$' ? text_of_variable(saying->transform, of + 1) : NULL;

    return (Value){own != NULL ? (const char *)own : gaz_select_value(saying->node, of), own};
}

static Value value_of(const GazSaying *saying)
{
    return value_at(saying, gaz_said_by(saying->element, "of"));
}

/* A value of a text: "@n", or that converted, "days @n". Yours; NULL once the transformation is stopped. */
static char *value_for(const GazSaying *saying, const char *asked)
{
    const char *blank = strchr(asked, ' ');
    g_autofree char *name = blank == NULL ? NULL : g_strndup(asked, (gsize)(blank - asked));
    g_auto(Value) value = value_at(saying, blank == NULL ? asked : blank + 1);

    return name == NULL ? g_strdup(value.text) : gaz_asked_convert(saying->transform, name, value.text);
}

/* <g:say text="..." name="..."/>: each other attribute is a value of the text. */
static const char *say_wording(const GazSaying *saying, GString *to)
{
    const GazAsked *asked = saying->transform->_private;
    GazStringValue values[MOST_VALUES];
    unsigned count = 0;
    const char *text = gaz_said_by(saying->element, "text");
    g_auto(Value) id = *text == '$' ? value_at(saying, text) : (Value){text, NULL};
    g_autoptr(GError) error = NULL;

    for (const xmlAttr *one = saying->element->properties; one != NULL && count < MOST_VALUES;
         one = one->next)
        if (!xmlStrEqual(one->name, BAD_CAST "text"))
            values[count++] = (GazStringValue){(const char *)one->name,
                                               value_for(saying, gaz_text_in((const xmlNode *)one))};
    if (!gaz_strings_add(asked->strings, asked->language, id.text, values, count, to, &error))
        gaz_asked_stop(saying->transform, error->message);
    while (count-- > 0)
        g_free((char *)(guintptr)values[count].value);
    return NULL;
}

/* <g:days of="..."/> and the other conversions, of an attribute. */
static const char *say_converted(const GazSaying *saying, GString *to)
{
    g_auto(Value) value = value_of(saying);
    g_autofree char *words =
        gaz_asked_convert(saying->transform, (const char *)saying->element->name, value.text);

    if (words != NULL)
        gaz_append(to, words);
    return NULL;
}

static const char *say_value(const GazSaying *saying, GString *to)
{
    g_auto(Value) value = value_of(saying);

    gaz_append(to, value.text);
    return NULL;
}

/* <g:text of="..."/>: its own text in the page's language, or that in the other. */
static const char *say_text(const GazSaying *saying, GString *to)
{
    const xmlNode *named = gaz_select_first(saying->node, gaz_said_by(saying->element, "of"));
    const xmlNode *text = named == NULL ? NULL : xmlFirstElementChild((xmlNodePtr)(guintptr)named);
    const xmlAttr *only = text == NULL ? NULL : xmlHasProp(named, BAD_CAST "only");

    if (text == NULL || text->children == NULL)
        return NULL;
    gaz_append(to, gaz_text_in(text));
    return only == NULL ? NULL : gaz_text_in((const xmlNode *)only);
}

static const struct {
    const char *name;
    const char *(*say)(const GazSaying *saying, GString *to);
} sayers[] = {{"say", say_wording},      {"text", say_text},      {"days", say_converted},
              {"moment", say_converted}, {"date", say_converted}, {"number", say_converted},
              {"value", say_value},      {"uri", say_converted},  {"json", say_converted}};

bool gaz_said_is(const xmlNode *element)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(sayers); i++)
        if (gaz_is_called(element, sayers[i].name))
            return true;
    return false;
}

const char *gaz_said(const GazSaying *saying, GString *to)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(sayers); i++)
        if (gaz_is_called(saying->element, sayers[i].name))
            return sayers[i].say(saying, to);
    return NULL;
}

static void add_said(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                     xsltElemPreCompPtr compiled)
{
    g_autoptr(GString) said = g_string_new(NULL);
    const char *language = gaz_said(&(GazSaying){transform, node, element}, said);
    xmlNodePtr to = transform->insert;

    (void)compiled;
    if (language != NULL) {
        to = xmlAddChild(to, xmlNewDocNode(to->doc, NULL, BAD_CAST "span", NULL));
        xmlNewProp(to, BAD_CAST "lang", BAD_CAST language);
    }
    if (said->len > 0)
        xsltCopyTextString(transform, to, BAD_CAST said->str, 0);
}

/* <g:attribute name="..." of="..."/>, of the element that is being made: before what it holds. */
static void add_attribute(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                          xsltElemPreCompPtr compiled)
{
    g_auto(Value) value = value_of(&(GazSaying){transform, node, element});

    (void)compiled;
    if (transform->insert->children != NULL)
        gaz_asked_stop(transform, "g:attribute comes after what its element holds");
    else
        xmlNewProp(transform->insert, BAD_CAST gaz_said_by(element, "name"), BAD_CAST value.text);
}

char *gaz_said_part(const GazSaying *saying)
{
    g_auto(Value) value = value_of(saying);

    return g_strconcat(gaz_said_by(saying->element, "name"), value.text, NULL);
}

/* <g:part name="..." of="..."/>: the mark of what many pages share (frame.h). */
static void add_part(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                     xsltElemPreCompPtr compiled)
{
    g_autofree char *name = gaz_said_part(&(GazSaying){transform, node, element});

    (void)compiled;
    xmlAddChild(transform->insert, xmlNewDocPI(transform->insert->doc, BAD_CAST "part", BAD_CAST name));
}

static void register_element(const char *name, xsltTransformFunction add)
{
    xsltRegisterExtModuleElement(BAD_CAST name, BAD_CAST GAZ_SITE_NAMESPACE, NULL, add);
}

void gaz_said_register(void)
{
    register_element("html", gaz_markup_add);
    register_element("plain", gaz_markup_add);
    register_element("part", add_part);
    register_element("attribute", add_attribute);
    for (unsigned i = 0; i < G_N_ELEMENTS(sayers); i++)
        register_element(sayers[i].name, add_said);
}
