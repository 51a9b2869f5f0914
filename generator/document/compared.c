/* compared.c - what a comparison reads of a tree. */
#include "document/comparing.h"
#include <string.h>

bool gaz_compared_is(const xmlNode *element, const char *name)
{
    return element->type == XML_ELEMENT_NODE && strcmp((const char *)element->name, name) == 0;
}

static const xmlNode *element_from(const xmlNode *node, const char *name)
{
    while (node != NULL && (name == NULL ? node->type != XML_ELEMENT_NODE : !gaz_compared_is(node, name)))
        node = node->next;
    return node;
}

const xmlNode *gaz_compared_first(const xmlNode *parent, const char *name)
{
    return parent == NULL ? NULL : element_from(parent->children, name);
}

const xmlNode *gaz_compared_after(const xmlNode *element, const char *name)
{
    return element_from(element->next, name);
}

const char *gaz_compared_attribute(GazComparison *comparison, const xmlNode *element, const char *name)
{
    xmlChar *value =
        element->type == XML_ELEMENT_NODE ? xmlGetNoNsProp((xmlNode *)element, BAD_CAST name) : NULL;
    const char *kept = gaz_arena_intern(comparison->arena, (const char *)value);

    xmlFree(value);
    return kept;
}

const char *gaz_compared_text(GazComparison *comparison, const xmlNode *element)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (element == NULL)
        return NULL;
    if (gaz_compared_first(element, NULL) == NULL) { /* text alone */
        xmlChar *content = xmlNodeGetContent(element);

        g_string_assign(text, content == NULL ? "" : (const char *)content);
        xmlFree(content);
    }
    for (const xmlNode *run = gaz_compared_first(element, "run"); run != NULL;
         run = gaz_compared_after(run, "run")) { /* the blanks between runs are the printer's */
        xmlChar *content = xmlNodeGetContent(run);

        g_string_append(text, content == NULL ? "" : (const char *)content);
        xmlFree(content);
    }
    return gaz_arena_intern(comparison->arena, text->str);
}

GazText gaz_compared_bilingual(GazComparison *comparison, const xmlNode *element)
{
    GazText text = {{NULL, NULL}};

    for (GazLanguage language = GAZ_ZH; element != NULL && language < GAZ_LANGUAGES; language++)
        text.in[language] =
            gaz_compared_text(comparison, gaz_compared_first(element, gaz_language_code(language)));
    if (text.in[GAZ_EN] == NULL)
        text.in[GAZ_EN] = text.in[GAZ_ZH];
    return text;
}
