/* facts.c - elements and attributes of the facts. */
#include "site/facts.h"
#include <glib.h>

#define MINUTES_A_DAY 1440

/* The document remembers its language where libxml2 leaves room for what the application knows. */
static GazLanguage language_of(const xmlNode *node)
{
    return (GazLanguage)GPOINTER_TO_INT(node->doc->_private);
}

xmlDocPtr gaz_facts_new(const char *name, GazLanguage language)
{
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");

    doc->dict = xmlDictCreate(); /* names are kept once */
    doc->_private = GINT_TO_POINTER(language);
    xmlDocSetRootElement(doc, xmlNewDocNode(doc, NULL, BAD_CAST name, NULL));
    return doc;
}

xmlNodePtr gaz_fact(xmlNodePtr parent, const char *name)
{
    return xmlNewChild(parent, NULL, BAD_CAST name, NULL);
}

xmlNodePtr gaz_fact_text(xmlNodePtr parent, const char *name, const char *text)
{
    return text == NULL ? NULL : xmlNewTextChild(parent, NULL, BAD_CAST name, BAD_CAST text);
}

xmlNodePtr gaz_fact_both(xmlNodePtr parent, const char *name, const GazText *text)
{
    GazLanguage own = language_of(parent), other = own == GAZ_ZH ? GAZ_EN : GAZ_ZH;
    xmlNodePtr node;

    if (text->in[GAZ_ZH] == NULL && text->in[GAZ_EN] == NULL)
        return NULL;
    node = gaz_fact(parent, name);
    gaz_fact_text(node, gaz_language_code(own), text->in[own]);
    gaz_fact_text(node, gaz_language_code(other), text->in[other]);
    if (text->in[own] == NULL)
        gaz_fact_set(node, "only", gaz_language_tag(other));
    return node;
}

void gaz_fact_order(xmlNodePtr node)
{
    xmlNodePtr first = xmlFirstElementChild(node), second;
    GazLanguage own = language_of(node);

    if (first == NULL || xmlStrEqual(first->name, BAD_CAST gaz_language_code(own)))
        return;
    second = xmlNextElementSibling(first);
    if (second != NULL && xmlStrEqual(second->name, BAD_CAST gaz_language_code(own)))
        xmlAddPrevSibling(first, second);
    else if (xmlStrEqual(first->name, BAD_CAST "zh") || xmlStrEqual(first->name, BAD_CAST "en"))
        gaz_fact_set(node, "only", gaz_language_tag(own == GAZ_ZH ? GAZ_EN : GAZ_ZH));
}

xmlNodePtr gaz_fact_code(xmlNodePtr parent, const char *name, const GazCode *codes, int index)
{
    xmlNodePtr node;

    if (index < 0)
        return NULL;
    node = gaz_fact_both(parent, name, gaz_code_name(codes, index));
    gaz_fact_set(node, "code", codes[index].code);
    return node;
}

void gaz_fact_set(xmlNodePtr node, const char *name, const char *value)
{
    if (value != NULL)
        xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

void gaz_fact_set_date(xmlNodePtr node, const char *name, GazDate date)
{
    char text[11];

    if (date != GAZ_NO_DATE)
        gaz_fact_set(node, name, gaz_date_write(date, text));
}

void gaz_fact_set_moment(xmlNodePtr node, const char *name, GazMoment moment)
{
    char text[17];

    if (moment.day != GAZ_NO_DATE)
        gaz_fact_set(node, name, gaz_moment_write(moment, text));
}

/* A midnight is the day it ends (2021-03-31, its 24:00) or begins; other times are said. */
void gaz_fact_set_minutes(xmlNodePtr node, const char *name, int64_t minutes, bool is_end)
{
    int64_t day = minutes / MINUTES_A_DAY, rest = minutes % MINUTES_A_DAY;

    if (rest < 0) {
        rest += MINUTES_A_DAY;
        day--;
    }
    if (rest == 0 && is_end)
        day--;
    gaz_fact_set_moment(node, name,
                        (GazMoment){.day = (GazDate)day, .minutes = (int16_t)rest, .timed = rest != 0});
}

void gaz_fact_set_decimal(xmlNodePtr node, const char *name, GazDecimal decimal)
{
    char text[32];

    if (decimal != GAZ_NO_DECIMAL)
        gaz_fact_set(node, name, gaz_decimal_write(decimal, false, text));
}

void gaz_fact_set_count(xmlNodePtr node, const char *name, size_t count)
{
    gaz_fact_set_decimal(node, name, (GazDecimal)count * GAZ_DECIMAL_ONE);
}

void gaz_fact_set_flag(xmlNodePtr node, const char *name, bool flag)
{
    if (flag)
        gaz_fact_set(node, name, "yes");
}

/* Controls, which no text holds, keep the parts apart. */
static void spell_attributes(const xmlNode *node, GString *bytes)
{
    for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next) {
        g_string_append_c(bytes, '\1');
        g_string_append(bytes, (const char *)attribute->name);
        for (const xmlNode *text = attribute->children; text != NULL; text = text->next) {
            g_string_append_c(bytes, '\2');
            g_string_append(bytes, (const char *)text->content);
        }
    }
}

static void spell_node(const xmlNode *node, GString *bytes)
{
    if (node->type != XML_ELEMENT_NODE) {
        g_string_append_c(bytes, '\3');
        g_string_append(bytes, node->content == NULL ? "" : (const char *)node->content);
        return;
    }
    g_string_append_c(bytes, '\4');
    g_string_append(bytes, (const char *)node->name);
    spell_attributes(node, bytes);
}

/* One walk down and up, which no depth can overflow. */
void gaz_facts_spell(const xmlDoc *doc, GString *bytes)
{
    const xmlNode *root = doc->children, *node = root;

    while (node != NULL) {
        spell_node(node, bytes);
        if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == NULL) {
            node = node->parent;
            g_string_append_c(bytes, '\5');
        }
        node = node == root ? NULL : node->next;
    }
}
