/* asked.c - functions, which take their arguments off a stack and put what they give back on it. */
#include "site/asked.h"
#include "base/decimal.h"
#include "base/moment.h"
#include "site/json.h"
#include "site/said.h"
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/functions.h>
#include <libxslt/transform.h>
#include <string.h>

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

void gaz_asked_stop(xsltTransformContextPtr transform, const char *message)
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
        gaz_asked_stop(xsltXPathGetTransformContext(context), error->message);
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
        gaz_asked_stop(xsltXPathGetTransformContext(context), error->message);
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

/* A capacity in 万吨, as Chinese has it; English counts tonnes. */
static char *annual_capacity(const char *decimal, GazLanguage language)
{
    enum { TONNES_IN_10KT = 10000 };
    GazDecimal value;
    char text[32];

    if (!gaz_decimal_parse(decimal, &value))
        return NULL;
    return g_strdup(gaz_decimal_write(language == GAZ_ZH ? value : value * TONNES_IN_10KT, true, text));
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
} conversions[] = {{"date", moment_words},     {"moment", moment_words}, {"number", grouped_number},
                   {"days", days_in_words},    {"uri", escaped_for_uri}, {"json", json_string},
                   {"annual", annual_capacity}};

bool gaz_asked_converts(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(conversions); i++)
        if (strcmp(name, conversions[i].name) == 0)
            return true;
    return false;
}

char *gaz_asked_convert(xsltTransformContextPtr transform, const char *name, const char *text)
{
    const GazAsked *asked = transform->_private;
    g_autofree char *message = NULL;
    char *words = NULL;

    for (unsigned i = 0; i < G_N_ELEMENTS(conversions); i++)
        if (*name == *conversions[i].name && strcmp(name, conversions[i].name) == 0)
            words = conversions[i].how(text, asked->language);
    if (words != NULL)
        return words;
    message = g_strdup_printf("not to be put into words: “%s”", text);
    gaz_asked_stop(transform, message);
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
    give(context, gaz_asked_convert(xsltXPathGetTransformContext(context),
                                    (const char *)context->context->function, (const char *)given));
    xmlFree(given);
}

/* Asked once for each call in a stylesheet, whatever the pages it makes. */
static xmlXPathFunction find_function(void *context, const xmlChar *name, const xmlChar *space)
{
    if (!xmlStrEqual(space, BAD_CAST GAZ_SITE_NAMESPACE))
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
}
