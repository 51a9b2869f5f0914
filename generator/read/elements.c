/* elements.c - libxml2's tree becomes ours; what it doesn't keep, the columns, is taken down while it parses.
 */
#include "read/elements.h"

#include "read/schema.h"
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct {
    GazArena *arena;
    GazInput *input;
    GazReport *report;
    bool refused; /* a fault that ends the parsing is told */
} Parse;

static GazPlace here(xmlParserCtxtPtr context)
{
    Parse *parse = context->_private;
    long offset = xmlByteConsumed(context);

    return gaz_input_place(parse->input, offset < 0 ? 0 : (size_t)offset);
}

/* What a person who doesn't know XML can do about it; NULL: libxml2's words say it. */
static const char *expected_of(const xmlError *error)
{
    switch ((xmlParserErrors)error->code) {
    case XML_ERR_NAME_REQUIRED: /* of an entity, or of an element */
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_UNDECLARED_ENTITY:
        return "&amp; where an & is meant, &lt; where a <";
    case XML_ERR_LT_IN_ATTRIBUTE:
        return "&lt; where a < is meant, and a quote (\") at the end of each value";
    case XML_ERR_TAG_NAME_MISMATCH:
    case XML_ERR_TAG_NOT_FINISHED:
        return "each <name> to be closed by its </name>, what is inside before what is around";
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        return "name=\"value\", with straight quotes (\"), not “ or ”";
    default:
        return NULL;
    }
}

static void on_error(void *data, xmlErrorPtr error)
{
    xmlParserCtxtPtr context = data;
    Parse *parse = context->_private;
    g_autofree char *message = g_strchomp(g_strdup(error->message == NULL ? "" : error->message));
    const char *expected = expected_of(error);
    GazPlace place = here(context);

    if (parse->refused || error->level < XML_ERR_ERROR)
        return;
    if (expected == NULL)
        gaz_report_add(parse->report, &place, &gaz_read_faults[GAZ_READ_XML_MALFORMED], NULL, message, NULL);
    else
        gaz_report_add(parse->report, &place, &gaz_read_faults[GAZ_READ_XML_MALFORMED], NULL, message, "%s",
                       expected);
    parse->refused = true;
}

/* Without a document type there are no entities but the five of XML itself. */
static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    xmlParserCtxtPtr context = data;
    Parse *parse = context->_private;
    GazPlace place = here(context);

    (void)external;
    (void)system;
    if (!parse->refused)
        gaz_report_add(parse->report, &place, &gaz_read_faults[GAZ_READ_XML_DOCTYPE], NULL,
                       (const char *)name, "no <!DOCTYPE");
    parse->refused = true;
    xmlStopParser(context);
}

/* At the end of a start tag: "<" can't stand inside one, so the last before it began it. */
static size_t tag_start(const GazInput *input, size_t end)
{
    while (end > 0 && input->text[end] != '<')
        end--;
    return end;
}

static void on_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                       int namespace_count, const xmlChar **namespaces, int attribute_count,
                       int defaulted_count, const xmlChar **attributes)
{
    xmlParserCtxtPtr context = data;
    Parse *parse = context->_private;
    long end = xmlByteConsumed(context);
    GazTag *tag;

    xmlSAX2StartElementNs(data, name, prefix, uri, namespace_count, namespaces, attribute_count,
                          defaulted_count, attributes);
    if (context->node == NULL || end < 0)
        return;
    tag = gaz_arena_new0(parse->arena, GazTag, 1);
    tag->end = (size_t)end;
    tag->start = tag_start(parse->input, tag->end);
    tag->place = gaz_input_place(parse->input, tag->start);
    context->node->_private = tag;
}

static xmlDocPtr parse_document(Parse *parse)
{
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    xmlDocPtr document;

    if (context == NULL)
        g_error("libxml2 has no memory");
    context->_private = parse;
    context->sax->serror = on_error;
    context->sax->internalSubset = on_doctype;
    context->sax->startElementNs = on_element;
    document = xmlCtxtReadMemory(context, parse->input->text, (int)parse->input->length, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA);
    xmlFreeParserCtxt(context);
    if (parse->refused)
        g_clear_pointer(&document, xmlFreeDoc);
    return document;
}

static bool is_wide(const char *at, const char *begin)
{
    const char *previous = g_utf8_find_prev_char(begin, at);

    return previous != NULL && g_unichar_iswide(g_utf8_get_char(previous));
}

/* Runs of white space become one space; a line broken between two Chinese characters leaves none. */
static const char *tidy(GazArena *arena, const char *text)
{
    static const char white_space[] = " \t\r\n";
    g_autoptr(GString) tidied = g_string_new(NULL);

    for (const char *at = text; *at != '\0';) {
        size_t blanks = strspn(at, white_space), length = strcspn(at + blanks, white_space);
        bool broken = memchr(at, '\n', blanks) != NULL;

        at += blanks;
        if (blanks > 0 && tidied->len > 0 && length > 0 &&
            !(broken && is_wide(tidied->str + tidied->len, tidied->str) &&
              g_unichar_iswide(g_utf8_get_char(at))))
            g_string_append_c(tidied, ' ');
        g_string_append_len(tidied, at, (gssize)length);
        at += length;
    }
    return gaz_arena_strdup(arena, tidied->str);
}

/* Characters written as themselves were seen in the input; this is for those written as &#x202E;. */
static void check_value(const Parse *parse, const GazPlace *place, const char *name, const char *value,
                        bool *valid)
{
    const char *found = parse->input->clean ? gaz_forbidden_character(value) : NULL;
    g_autofree char *shown = NULL;

    if (found == NULL)
        return;
    shown = g_strdup_printf("U+%04X", g_utf8_get_char(found));
    gaz_report_add(parse->report, place, &gaz_read_faults[GAZ_READ_FORBIDDEN_CHARACTER], name, shown, NULL);
    *valid = false;
}

static GazAttribute attribute_of(const Parse *parse, xmlAttrPtr from, size_t *offset, bool *valid)
{
    const GazTag *tag = from->parent->_private;
    xmlChar *value = xmlNodeListGetString(from->doc, from->children, 1);
    GazAttribute attribute = {.name = gaz_arena_strdup(parse->arena, (const char *)from->name),
                              .value = gaz_arena_strdup(parse->arena, value == NULL ? "" : (char *)value)};

    xmlFree(value);
    attribute.place = gaz_tag_attribute(parse->input, tag, attribute.name, offset);
    check_value(parse, &attribute.place, attribute.name, attribute.value, valid);
    return attribute;
}

static void copy_attributes(const Parse *parse, xmlNodePtr node, GazElement *element, bool *valid)
{
    GazAttribute *attributes;
    size_t offset = 0;
    unsigned count = 0;

    for (xmlAttrPtr from = node->properties; from != NULL; from = from->next)
        count++;
    attributes = gaz_arena_new0(parse->arena, GazAttribute, count);
    for (xmlAttrPtr from = node->properties; from != NULL; from = from->next)
        attributes[element->attribute_count++] = attribute_of(parse, from, &offset, valid);
    element->attributes = attributes;
}

static void copy_text(const Parse *parse, xmlNodePtr node, GazElement *element, bool *valid)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (xmlNodePtr child = node->children; child != NULL; child = child->next)
        if (child->type == XML_TEXT_NODE)
            g_string_append(text, (const char *)child->content);
    element->text = tidy(parse->arena, text->str);
    check_value(parse, &element->place, element->name, element->text, valid);
}

/* Recursion is safe: libxml2 refuses more than 256 levels. */
static GazElement *copy_element(const Parse *parse, xmlNodePtr node, bool *valid)
{
    GazElement *element = gaz_arena_new0(parse->arena, GazElement, 1), **next = &element->first;
    const GazTag *tag = node->_private;

    element->name = gaz_arena_strdup(parse->arena, (const char *)node->name);
    element->place = tag->place;
    copy_attributes(parse, node, element, valid);
    copy_text(parse, node, element, valid);
    for (xmlNodePtr child = node->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        *next = copy_element(parse, child, valid);
        next = &(*next)->next;
    }
    return element;
}

const GazElement *gaz_elements_parse(GazArena *arena, GazInput *input, const GazSchema *schema,
                                     GazReport *report, bool *valid)
{
    Parse parse = {.arena = arena, .input = input, .report = report};
    GazPlace file = {.file = input->file};
    const GazElement *root;
    xmlDocPtr document;

    *valid = false;
    if (input->length > GAZ_LARGEST_XML) {
        gaz_report_add(report, &file, &gaz_read_faults[GAZ_READ_FILE_TOO_LARGE], NULL, NULL,
                       "at most %" G_GSIZE_FORMAT " bytes", GAZ_LARGEST_XML);
        return NULL;
    }
    gaz_xml_expect(input->length);
    if (!gaz_input_check(input, report) || (document = parse_document(&parse)) == NULL)
        return NULL;
    *valid = gaz_schema_check(schema, document, input, report) && input->clean;
    root = copy_element(&parse, xmlDocGetRootElement(document), valid);
    xmlFreeDoc(document);
    return root;
}

const GazElement *gaz_element_child(const GazElement *element, const char *name)
{
    const GazElement *child = element->first;

    while (child != NULL && strcmp(child->name, name) != 0)
        child = child->next;
    return child;
}

const GazElement *gaz_element_again(const GazElement *element)
{
    const char *name = element->name;

    do
        element = element->next;
    while (element != NULL && strcmp(element->name, name) != 0);
    return element;
}

const GazAttribute *gaz_element_attribute(const GazElement *element, const char *name)
{
    for (unsigned i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return &element->attributes[i];
    return NULL;
}

const char *gaz_element_value(const GazElement *element, const char *name)
{
    const GazAttribute *attribute = gaz_element_attribute(element, name);

    return attribute == NULL ? NULL : attribute->value;
}
