/* facts.c - a tree of elements in an arena, each with its attributes and what it holds in their order. */
#include "site/facts.h"

#include "base/arena.h"
#include "base/key.h"
#include "site/append.h"
#include <libxml/parserInternals.h>
#include <string.h>

#define MINUTES_A_DAY 1440

/* Where a value or an element stands, instead of in one language. */
enum { EVERYWHERE = -1 };

/* An attribute. */
typedef struct Value {
    struct Value *next;
    const char *name, *text;
    int where;
} Value;

struct GazFact {
    GazFacts *facts;
    const char *name; /* NULL: what is made later, or shared */
    const char *text; /* NULL: none; of what is made or drawn later, or shared, its key */
    GazText both;     /* each NULL where there is none */
    int where;
    GazFactMaker make;
    GazFactDrawer draw;
    const void *context, *subject;
    const GazFacts *shared;
    Value *values, *last_value;
    GazFact *first, *last, *next;
};

struct GazFacts {
    GazArena *arena;
    GazFact *root;
    GazKey key;           /* of what they are spelt as; empty: not yet asked for */
    GazLanguage language; /* of the XML */
    xmlDocPtr xml;        /* NULL: not made yet */
    GPtrArray *made;      /* of xmlNodePtr: what isn't of the arena in it */
    GPtrArray *drawn;     /* of char *: texts in it */
};

static GazFact *new_fact(GazFacts *facts, const char *name)
{
    GazFact *fact = gaz_arena_new0(facts->arena, GazFact, 1);

    fact->facts = facts;
    fact->name = name;
    fact->where = EVERYWHERE;
    return fact;
}

static void free_made(void *data)
{
    xmlNodePtr node = data;

    if (node->type == XML_ATTRIBUTE_NODE)
        xmlFreeProp((xmlAttrPtr)node);
    else
        xmlFreeNode(node);
}

GazFacts *gaz_facts_new(const char *name)
{
    GazFacts *facts = g_new0(GazFacts, 1);

    facts->arena = gaz_arena_new();
    facts->root = new_fact(facts, name);
    facts->made = g_ptr_array_new_with_free_func(free_made);
    facts->drawn = g_ptr_array_new_with_free_func(g_free);
    return facts;
}

static void clear_xml(GazFacts *facts)
{
    g_ptr_array_set_size(facts->made, 0);
    g_ptr_array_set_size(facts->drawn, 0);
    if (facts->xml != NULL)
        facts->xml->children = facts->xml->last = NULL; /* of the arena */
    g_clear_pointer(&facts->xml, xmlFreeDoc);
}

void gaz_facts_free(GazFacts *facts)
{
    if (facts == NULL)
        return;
    clear_xml(facts);
    g_ptr_array_unref(facts->made);
    g_ptr_array_unref(facts->drawn);
    gaz_arena_free(facts->arena);
    g_free(facts);
}

void *gaz_facts_keep(GazFacts *facts, const void *bytes, size_t size)
{
    return memcpy(gaz_arena_alloc(facts->arena, size), bytes, size);
}

GazFact *gaz_facts_root(const GazFacts *facts)
{
    return facts->root;
}

GazFact *gaz_fact(GazFact *parent, const char *name)
{
    GazFact *fact;

    if (parent == NULL)
        return NULL;
    fact = new_fact(parent->facts, name);
    if (parent->last == NULL)
        parent->first = fact;
    else
        parent->last->next = fact;
    return parent->last = fact;
}

GazFact *gaz_fact_text(GazFact *parent, const char *name, const char *text)
{
    GazFact *fact = text == NULL ? NULL : gaz_fact(parent, name);

    if (fact != NULL)
        fact->text = gaz_arena_strdup(fact->facts->arena, text);
    return fact;
}

GazFact *gaz_fact_text_in(GazFact *parent, GazLanguage language, const char *name, const char *text)
{
    GazFact *fact = gaz_fact_text(parent, name, text);

    if (fact != NULL)
        fact->where = (int)language;
    return fact;
}

GazFact *gaz_fact_both(GazFact *parent, const char *name, const GazText *text)
{
    GazFact *fact;

    if (parent == NULL || (text->in[GAZ_ZH] == NULL && text->in[GAZ_EN] == NULL))
        return NULL;
    fact = gaz_fact(parent, name);
    fact->both = *text;
    return fact;
}

GazFact *gaz_fact_code(GazFact *parent, const char *name, const GazCode *codes, int index)
{
    GazFact *fact;

    if (index < 0)
        return NULL;
    fact = gaz_fact_both(parent, name, gaz_code_name(codes, index));
    gaz_fact_set(fact, "code", codes[index].code);
    return fact;
}

void gaz_fact_later(GazFact *fact, const char *key, GazFactMaker make, const void *context,
                    const void *subject)
{
    GazFact *later = gaz_fact(fact, NULL);

    later->text = gaz_arena_strdup(fact->facts->arena, key);
    later->make = make;
    later->context = context;
    later->subject = subject;
}

GazFact *gaz_fact_drawn(GazFact *parent, const char *name, const char *key, GazFactDrawer draw,
                        const void *context, const void *subject)
{
    GazFact *fact = gaz_fact_text(parent, name, key);

    fact->draw = draw;
    fact->context = context;
    fact->subject = subject;
    return fact;
}

static bool stands_in(int where, GazLanguage language)
{
    return where == EVERYWHERE || where == (int)language;
}

const char *gaz_fact_value(const GazFact *fact, GazLanguage language, const char *name)
{
    for (const Value *value = fact->values; value != NULL; value = value->next)
        if (stands_in(value->where, language) && strcmp(value->name, name) == 0)
            return value->text;
    return NULL;
}

static void add_value(GazFact *fact, int where, const char *name, const char *text)
{
    Value *value;

    if (fact == NULL || text == NULL)
        return;
    value = gaz_arena_new0(fact->facts->arena, Value, 1);
    value->name = name;
    value->text = gaz_arena_strdup(fact->facts->arena, text);
    value->where = where;
    if (fact->last_value == NULL)
        fact->values = value;
    else
        fact->last_value->next = value;
    fact->last_value = value;
}

void gaz_fact_set(GazFact *fact, const char *name, const char *text)
{
    add_value(fact, EVERYWHERE, name, text);
}

void gaz_fact_set_in(GazFact *fact, GazLanguage language, const char *name, const char *text)
{
    add_value(fact, (int)language, name, text);
}

void gaz_fact_set_date(GazFact *fact, const char *name, GazDate date)
{
    char text[11];

    if (date != GAZ_NO_DATE)
        gaz_fact_set(fact, name, gaz_date_write(date, text));
}

void gaz_fact_set_moment(GazFact *fact, const char *name, GazMoment moment)
{
    char text[17];

    if (moment.day != GAZ_NO_DATE)
        gaz_fact_set(fact, name, gaz_moment_write(moment, text));
}

/* A midnight is the day it ends (2021-03-31, its 24:00) or begins; other times are said. */
void gaz_fact_set_minutes(GazFact *fact, const char *name, int64_t minutes, bool is_end)
{
    int64_t day = minutes / MINUTES_A_DAY, rest = minutes % MINUTES_A_DAY;

    if (rest < 0) {
        rest += MINUTES_A_DAY;
        day--;
    }
    if (rest == 0 && is_end)
        day--;
    gaz_fact_set_moment(fact, name,
                        (GazMoment){.day = (GazDate)day, .minutes = (int16_t)rest, .timed = rest != 0});
}

void gaz_fact_set_decimal(GazFact *fact, const char *name, GazDecimal decimal)
{
    char text[32];

    if (decimal != GAZ_NO_DECIMAL)
        gaz_fact_set(fact, name, gaz_decimal_write(decimal, false, text));
}

void gaz_fact_set_count(GazFact *fact, const char *name, size_t count)
{
    gaz_fact_set_decimal(fact, name, (GazDecimal)count * GAZ_DECIMAL_ONE);
}

void gaz_fact_set_flag(GazFact *fact, const char *name, bool flag)
{
    if (flag)
        gaz_fact_set(fact, name, "yes");
}

static void spell(GString *bytes, char control, const char *text)
{
    if (text == NULL)
        return;
    gaz_append_len(bytes, &control, 1);
    gaz_append(bytes, text);
}

/* Controls, which no text holds, keep the parts apart; two of them say where one stands. */
static void spell_place(GString *bytes, int where)
{
    if (where != EVERYWHERE)
        gaz_append(bytes, where == GAZ_ZH ? "\16" : "\17");
}

static void spell_fact(const GazFact *fact, GString *bytes)
{
    spell(bytes, '\1', fact->name == NULL ? "" : fact->name);
    spell_place(bytes, fact->where);
    for (const Value *value = fact->values; value != NULL; value = value->next) {
        spell(bytes, '\3', value->name);
        spell(bytes, '\4', value->text);
        spell_place(bytes, value->where);
    }
    spell(bytes, '\5', fact->text);
    spell(bytes, '\7', fact->both.in[GAZ_ZH]);
    spell(bytes, '\10', fact->both.in[GAZ_EN]);
    for (const GazFact *inner = fact->first; inner != NULL; inner = inner->next)
        spell_fact(inner, bytes);
    gaz_append(bytes, "\6");
}

void gaz_facts_spell(const GazFacts *facts, GString *bytes)
{
    spell_fact(facts->root, bytes);
}

static const GazKey *key_of(GazFacts *facts)
{
    g_autoptr(GString) bytes = NULL;

    if (facts->key.text[0] == '\0') {
        bytes = g_string_new(NULL);
        gaz_facts_spell(facts, bytes);
        facts->key = gaz_key_of(bytes->str, bytes->len);
    }
    return &facts->key;
}

void gaz_fact_share(GazFact *parent, GazFacts *others)
{
    GazFact *fact = gaz_fact(parent, NULL);

    fact->text = key_of(others)->text;
    fact->shared = others;
}

/* The XML is of the arena too, its names and texts lent from the facts: libxml2's own way of making and
 * freeing each of them takes a tenth of the time of a page. */
static void *new_node(GazFacts *facts, size_t size, xmlElementType type, const char *name)
{
    xmlNodePtr node = gaz_arena_alloc(facts->arena, size);

    node->type = type;
    node->name = BAD_CAST name;
    node->doc = facts->xml;
    return node;
}

/* `parent` may be an attribute, which is linked like an element. */
static void append_node(xmlNodePtr parent, xmlNodePtr node)
{
    node->parent = parent;
    node->prev = parent->last;
    if (parent->last == NULL)
        parent->children = node;
    else
        parent->last->next = node;
    parent->last = node;
}

static void append_text(GazFacts *facts, xmlNodePtr parent, const char *text)
{
    xmlNodePtr node = new_node(facts, sizeof *node, XML_TEXT_NODE, (const char *)xmlStringText);

    node->content = (xmlChar *)(guintptr)text;
    append_node(parent, node);
}

static void append_value(GazFacts *facts, xmlNodePtr element, xmlAttrPtr *last, const char *name,
                         const char *text)
{
    xmlAttrPtr attribute = new_node(facts, sizeof *attribute, XML_ATTRIBUTE_NODE, name);

    attribute->parent = element;
    attribute->prev = *last;
    append_text(facts, (xmlNodePtr)attribute, text);
    if (*last == NULL)
        element->properties = attribute;
    else
        (*last)->next = attribute;
    *last = attribute;
}

static void append_values(GazFacts *facts, xmlNodePtr element, const GazFact *fact)
{
    GazLanguage own = facts->language, other = own == GAZ_ZH ? GAZ_EN : GAZ_ZH;
    xmlAttrPtr last = NULL;

    if (fact->both.in[own] == NULL && fact->both.in[other] != NULL)
        append_value(facts, element, &last, "only", gaz_language_tag(other));
    for (const Value *value = fact->values; value != NULL; value = value->next)
        if (stands_in(value->where, own))
            append_value(facts, element, &last, value->name, value->text);
}

static void append_language(GazFacts *facts, xmlNodePtr element, GazLanguage language, const char *text)
{
    xmlNodePtr node;

    if (text == NULL)
        return;
    node = new_node(facts, sizeof *node, XML_ELEMENT_NODE, gaz_language_code(language));
    append_text(facts, node, text);
    append_node(element, node);
}

static void append_texts(GazFacts *facts, xmlNodePtr element, const GazFact *fact)
{
    GazLanguage own = facts->language, other = own == GAZ_ZH ? GAZ_EN : GAZ_ZH;
    const char *text = fact->text;

    if (fact->draw != NULL) {
        char *drawn = fact->draw(own, fact->context, fact->subject);

        g_ptr_array_add(facts->drawn, drawn);
        text = drawn;
    }
    if (text != NULL)
        append_text(facts, element, text);
    append_language(facts, element, own, fact->both.in[own]);
    append_language(facts, element, other, fact->both.in[other]);
}

/* What a maker adds is libxml2's, to be freed by it. */
static void append_made(GazFacts *facts, xmlNodePtr element, const GazFact *fact)
{
    xmlNodePtr last = element->last;
    xmlAttrPtr attribute = element->properties;

    while (attribute != NULL && attribute->next != NULL)
        attribute = attribute->next;
    if (facts->xml->dict == NULL)
        facts->xml->dict = xmlDictCreate(); /* its names are kept once */
    fact->make(element, facts->language, fact->context, fact->subject);
    for (last = last == NULL ? element->children : last->next; last != NULL; last = last->next)
        g_ptr_array_add(facts->made, last);
    for (attribute = attribute == NULL ? element->properties : attribute->next; attribute != NULL;
         attribute = attribute->next)
        g_ptr_array_add(facts->made, attribute);
}

static xmlNodePtr element_of(GazFacts *facts, const GazFact *fact);

/* What stands below `fact`. */
static void append_inner(GazFacts *facts, xmlNodePtr element, const GazFact *fact)
{
    for (const GazFact *inner = fact->first; inner != NULL; inner = inner->next)
        if (inner->make != NULL)
            append_made(facts, element, inner);
        else if (inner->shared != NULL)
            append_inner(facts, element, inner->shared->root);
        else if (stands_in(inner->where, facts->language))
            append_node(element, element_of(facts, inner));
}

/* The facts are as deep as we wrote them: a few steps. */
static xmlNodePtr element_of(GazFacts *facts, const GazFact *fact)
{
    xmlNodePtr element = new_node(facts, sizeof *element, XML_ELEMENT_NODE, fact->name);

    append_values(facts, element, fact);
    append_texts(facts, element, fact);
    append_inner(facts, element, fact);
    return element;
}

xmlDocPtr gaz_facts_to_xml(GazFacts *facts, GazLanguage language)
{
    clear_xml(facts);
    facts->language = language;
    facts->xml = xmlNewDoc(BAD_CAST "1.0");
    append_node((xmlNodePtr)facts->xml, element_of(facts, facts->root));
    return facts->xml;
}
