/* grammar.c - a walk over the patterns of a schema, from an element down to its attributes and children. */
#include "read/grammar.h"

#include <libxml/xmlregexp.h>
#include <string.h>

static bool is_called(xmlNodePtr node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* Lent: the value of a plain attribute stands in one text node. */
static const char *name_of(xmlNodePtr pattern)
{
    xmlAttrPtr name = xmlHasProp(pattern, (const xmlChar *)"name");

    return name == NULL || name->children == NULL ? "" : (const char *)name->children->content;
}

static xmlNodePtr find_definition(xmlDocPtr grammar, const char *name)
{
    xmlNodePtr node = xmlDocGetRootElement(grammar)->children;

    while (node != NULL && !(is_called(node, "define") && strcmp(name_of(node), name) == 0))
        node = node->next;
    return node;
}

static xmlNodePtr find_element(xmlNodePtr node, const char *name)
{
    xmlNodePtr found = NULL;

    if (is_called(node, "element") && strcmp(name_of(node), name) == 0)
        return node;
    for (xmlNodePtr child = node->children; child != NULL && found == NULL; child = child->next)
        found = find_element(child, name);
    return found;
}

static bool makes_optional(xmlNodePtr pattern)
{
    return is_called(pattern, "optional") || is_called(pattern, "zeroOrMore") || is_called(pattern, "choice");
}

static void collect(xmlDocPtr grammar, xmlNodePtr pattern, bool optional, GArray *parts)
{
    for (xmlNodePtr node = pattern == NULL ? NULL : pattern->children; node != NULL; node = node->next) {
        bool attribute = is_called(node, "attribute");

        if (attribute || is_called(node, "element")) {
            GazGrammarPart part = {node, name_of(node), attribute, optional};

            g_array_append_val(parts, part);
        } else if (is_called(node, "ref")) {
            collect(grammar, find_definition(grammar, name_of(node)), optional, parts);
        } else {
            collect(grammar, node, optional || makes_optional(node), parts);
        }
    }
}

GArray *gaz_grammar_parts(xmlDocPtr grammar, const char *name)
{
    xmlNodePtr element = find_element(xmlDocGetRootElement(grammar), name);
    GArray *parts = element == NULL ? NULL : g_array_new(FALSE, FALSE, sizeof(GazGrammarPart));

    if (parts != NULL)
        collect(grammar, element, false, parts);
    return parts;
}

char *gaz_grammar_children(xmlDocPtr grammar, const char *name)
{
    GArray *parts = gaz_grammar_parts(grammar, name);
    GString *words = g_string_new(NULL);

    for (unsigned i = 0; parts != NULL && i < parts->len; i++) {
        const GazGrammarPart *part = &g_array_index(parts, GazGrammarPart, i);

        if (!part->attribute)
            g_string_append_printf(words, "%s%s%s", words->len == 0 ? "" : ", ", part->name,
                                   part->optional ? "?" : "");
    }
    if (words->len == 0)
        g_string_append(words, "text");
    g_clear_pointer(&parts, g_array_unref);
    return g_string_free(words, FALSE);
}

/* Whether a documentation was met, which says it all. */
static bool describe(xmlDocPtr grammar, xmlNodePtr pattern, GString *words)
{
    for (xmlNodePtr node = pattern == NULL ? NULL : pattern->children; node != NULL; node = node->next) {
        xmlChar *content = NULL;
        bool documented = is_called(node, "documentation");

        if (documented || is_called(node, "value"))
            content = xmlNodeGetContent(node);
        if (documented)
            g_string_assign(words, (const char *)content);
        else if (content != NULL)
            g_string_append_printf(words, "%s%s", words->len == 0 ? "" : ", ", (const char *)content);
        xmlFree(content);
        if (documented ||
            describe(grammar, is_called(node, "ref") ? find_definition(grammar, name_of(node)) : node, words))
            return true;
    }
    return false;
}

char *gaz_grammar_values(xmlDocPtr grammar, xmlNodePtr pattern)
{
    GString *words = g_string_new(NULL);

    describe(grammar, pattern, words);
    if (words->len == 0)
        g_string_append(words, "text");
    return g_string_free(words, FALSE);
}

/* What a search for a fitting pattern has come upon so far. */
typedef struct {
    xmlDocPtr grammar;
    const char *value;
    bool any, fits;
} Search;

static bool fits_expression(const xmlChar *expression, const char *value)
{
    xmlRegexpPtr compiled = xmlRegexpCompile(expression);
    bool fits = compiled == NULL || xmlRegexpExec(compiled, (const xmlChar *)value) == 1;

    xmlRegFreeRegexp(compiled);
    return fits;
}

static void search(Search *state, xmlNodePtr pattern)
{
    for (xmlNodePtr node = pattern == NULL ? NULL : pattern->children; node != NULL; node = node->next) {
        bool value = is_called(node, "value");
        bool expression = is_called(node, "param") && strcmp(name_of(node), "pattern") == 0;
        xmlChar *content = value || expression ? xmlNodeGetContent(node) : NULL;

        state->any = state->any || content != NULL;
        if (value && strcmp((const char *)content, state->value) == 0)
            state->fits = true;
        else if (expression && fits_expression(content, state->value))
            state->fits = true;
        xmlFree(content);
        search(state, is_called(node, "ref") ? find_definition(state->grammar, name_of(node)) : node);
    }
}

bool gaz_grammar_accepts(xmlDocPtr grammar, xmlNodePtr pattern, const char *value)
{
    Search state = {.grammar = grammar, .value = value};

    search(&state, pattern);
    return !state.any || state.fits;
}
