/* schema.c - libxml2's RELAX NG validation, with faults for its messages. Of several messages about one
 * element the first that names something is kept; the others only repeat it from further out. */
#include "read/schema.h"

#include "base/memory.h"
#include "read/grammar.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemastypes.h>
#include <string.h>

/* So many messages of libxml2 are told of one file: they are compared with each other. */
enum { MOST_MISFITS = 200 };

struct GazSchema {
    xmlRelaxNGPtr schema;
    char *text; /* the same as it was written, for messages */
    size_t length;
};

static void on_schema_error(void *data, xmlErrorPtr error)
{
    GString *messages = data;

    g_string_append_printf(messages, "line %d: %s", error->line,
                           error->message == NULL ? "" : error->message);
}

static xmlRelaxNGPtr parse_schema(const char *path, const char *text, size_t length, GError **error)
{
    g_autoptr(GString) messages = g_string_new(NULL);
    xmlRelaxNGParserCtxtPtr context = xmlRelaxNGNewMemParserCtxt(text, (int)length);
    xmlRelaxNGPtr schema;

    xmlRelaxNGSetParserStructuredErrors(context, on_schema_error, messages);
    schema = xmlRelaxNGParse(context);
    xmlRelaxNGFreeParserCtxt(context);
    if (schema == NULL)
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s is no RELAX NG schema: %s", path,
                    g_strchomp(messages->str));
    return schema;
}

/* libxml2 makes each of these tables when it is first asked for, without looking whether another thread does.
 */
void gaz_elements_begin(void)
{
    xmlInitParser();
    xmlSchemaInitTypes();
    xmlRelaxNGInitTypes();
}

void gaz_xml_expect(size_t length)
{
    enum { ROOM = 16 << 20 /* [bytes] */, TIMES_THE_TEXT = 20 };

    gaz_memory_expect(ROOM + TIMES_THE_TEXT * length);
}

GazSchema *gaz_schema_read(const char *path, GError **error)
{
    g_autoptr(GazSchema) schema = g_new0(GazSchema, 1);

    if (!g_file_get_contents(path, &schema->text, &schema->length, error))
        return NULL;
    gaz_xml_expect(schema->length);
    schema->schema = parse_schema(path, schema->text, schema->length, error);
    return schema->schema == NULL ? NULL : g_steal_pointer(&schema);
}

void gaz_schema_free(GazSchema *schema)
{
    if (schema == NULL)
        return;
    xmlRelaxNGFree(schema->schema);
    g_free(schema->text);
    g_free(schema);
}

/* What libxml2 said of one element. */
typedef struct {
    xmlNodePtr node;
    int code;      /* xmlRelaxNGValidErr */
    char *name;    /* the attribute or element it speaks of; NULL: none */
    char *message; /* libxml2's words, for what we have none */
} Misfit;

static void clear_misfit(void *data)
{
    Misfit *misfit = data;

    g_free(misfit->name);
    g_free(misfit->message);
}

/* The element that a message is about. Where attributes don't fit, libxml2 has already gone on to the first
 * child. */
static xmlNodePtr subject(const xmlError *error)
{
    xmlNodePtr node = error->node;
    bool outer = error->code == XML_RELAXNG_ERR_ATTRVALID || error->code == XML_RELAXNG_ERR_CONTENTVALID;

    while (node != NULL &&
           (node->type != XML_ELEMENT_NODE ||
            (outer && error->str1 != NULL && strcmp((const char *)node->name, error->str1) != 0)))
        node = node->parent;
    return node;
}

static void on_misfit(void *data, xmlErrorPtr error)
{
    GArray *misfits = data;
    Misfit misfit;

    if (misfits->len == MOST_MISFITS)
        return;
    misfit = (Misfit){.node = subject(error), .code = error->code, .name = g_strdup(error->str1)};
    misfit.message = g_strchomp(g_strdup(error->message == NULL ? "" : error->message));
    g_array_append_val(misfits, misfit);
}

/* Everything that turning misfits into faults needs. */
typedef struct {
    xmlDocPtr grammar;
    xmlNodePtr root; /* of the document */
    GazInput *input;
    GazReport *report;
} Telling;

static void add_fault(const Telling *telling, xmlNodePtr node, const char *attribute, const char *field,
                      const char *found, const char *expected)
{
    GazPlace place = {.file = telling->input->file};
    size_t from = 0;

    if (node != NULL)
        place = attribute == NULL ? ((const GazTag *)node->_private)->place
                                  : gaz_tag_attribute(telling->input, node->_private, attribute, &from);
    if (expected == NULL)
        gaz_report_add(telling->report, &place, &gaz_read_faults[GAZ_READ_XML_INVALID], field, found, NULL);
    else
        gaz_report_add(telling->report, &place, &gaz_read_faults[GAZ_READ_XML_INVALID], field, found, "%s",
                       expected);
}

static const GazGrammarPart *find_attribute(const GArray *parts, const char *name)
{
    for (unsigned i = 0; i < parts->len; i++) {
        const GazGrammarPart *part = &g_array_index(parts, GazGrammarPart, i);

        if (part->attribute && strcmp(part->name, name) == 0)
            return part;
    }
    return NULL;
}

/* "id, kind, date" */
static char *attribute_names(const GArray *parts)
{
    GString *names = g_string_new(NULL);

    for (unsigned i = 0; i < parts->len; i++) {
        const GazGrammarPart *part = &g_array_index(parts, GazGrammarPart, i);

        if (part->attribute)
            g_string_append_printf(names, "%s%s%s", names->len == 0 ? "one of the attributes " : ", ",
                                   part->name, part->optional ? "?" : "");
    }
    return g_string_free(names, FALSE);
}

/* An attribute that its element doesn't have, or that has another value than it may. */
static void tell_attribute(const Telling *telling, xmlNodePtr node, const char *name, const GArray *parts)
{
    const GazGrammarPart *part = find_attribute(parts, name);
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    g_autofree char *expected =
        part == NULL ? attribute_names(parts) : gaz_grammar_values(telling->grammar, part->pattern);

    add_fault(telling, node, name, part == NULL ? (const char *)node->name : name,
              part == NULL ? name : (const char *)value, expected);
    xmlFree(value);
}

static void tell_missing(const Telling *telling, xmlNodePtr node, const char *attribute)
{
    g_autofree char *expected = g_strdup_printf("the attribute %s", attribute);

    add_fault(telling, node, NULL, (const char *)node->name, NULL, expected);
}

static bool is_accepted(const Telling *telling, xmlAttrPtr attribute, const GazGrammarPart *part)
{
    xmlChar *value = xmlNodeListGetString(attribute->doc, attribute->children, 1);
    bool accepted = part != NULL && gaz_grammar_accepts(telling->grammar, part->pattern,
                                                        value == NULL ? "" : (const char *)value);

    xmlFree(value);
    return accepted;
}

/* libxml2 doesn't say which attributes are missing, too many or wrong; returns whether any is. */
static bool tell_attributes(const Telling *telling, xmlNodePtr node, const GArray *parts)
{
    bool told = false;

    for (unsigned i = 0; i < parts->len; i++) {
        const GazGrammarPart *part = &g_array_index(parts, GazGrammarPart, i);

        if (!part->attribute || part->optional || xmlHasProp(node, (const xmlChar *)part->name) != NULL)
            continue;
        tell_missing(telling, node, part->name);
        told = true;
    }
    for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next) {
        if (is_accepted(telling, attribute, find_attribute(parts, (const char *)attribute->name)))
            continue;
        tell_attribute(telling, node, (const char *)attribute->name, parts);
        told = true;
    }
    return told;
}

/* One is named, but all that don't fit are told at once. */
static void tell_named_attribute(const Telling *telling, xmlNodePtr node, const char *name,
                                 const GArray *parts)
{
    if (!tell_attributes(telling, node, parts))
        tell_attribute(telling, node, name, parts);
}

static void tell_children(const Telling *telling, xmlNodePtr place, xmlNodePtr parent, const char *found)
{
    g_autofree char *children = gaz_grammar_children(telling->grammar, (const char *)parent->name);
    g_autofree char *expected =
        g_strdup_printf("inside %s, in this order: %s", (const char *)parent->name, children);

    add_fault(telling, place, NULL, (const char *)parent->name, found, expected);
}

static void tell_text(const Telling *telling, xmlNodePtr node)
{
    xmlChar *text = xmlNodeGetContent(node);

    add_fault(telling, node, NULL, (const char *)node->name, (const char *)text, "text alone, and some");
    xmlFree(text);
}

static bool lacks_attribute(xmlNodePtr node, const GArray *parts)
{
    for (unsigned i = 0; i < parts->len; i++) {
        const GazGrammarPart *part = &g_array_index(parts, GazGrammarPart, i);

        if (part->attribute && !part->optional && xmlHasProp(node, (const xmlChar *)part->name) == NULL)
            return true;
    }
    return false;
}

/* The first element of that name, `node` itself or one after it or below, that lacks an attribute. */
static xmlNodePtr find_lacking(xmlNodePtr node, const char *name, const GArray *parts)
{
    for (xmlNodePtr at = node; at != NULL; at = at->next) {
        xmlNodePtr below;

        if (at->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)at->name, name) == 0 && lacks_attribute(at, parts))
            return at;
        below = find_lacking(at->children, name, parts);
        if (below != NULL)
            return below;
    }
    return NULL;
}

/* Of attributes that are missing libxml2 may speak without the element, having gone on already. */
static xmlNodePtr node_of(const Telling *telling, const Misfit *misfit)
{
    g_autoptr(GArray) parts = NULL;

    if (misfit->node != NULL || misfit->code != XML_RELAXNG_ERR_ATTRVALID || misfit->name == NULL)
        return misfit->node;
    parts = gaz_grammar_parts(telling->grammar, misfit->name);
    return parts == NULL ? NULL : find_lacking(telling->root, misfit->name, parts);
}

static void tell_misfit(const Telling *telling, const Misfit *misfit)
{
    xmlNodePtr node = node_of(telling, misfit);
    GArray *parts = node == NULL ? NULL : gaz_grammar_parts(telling->grammar, (const char *)node->name);

    if (node == NULL || (parts == NULL && misfit->code != XML_RELAXNG_ERR_ELEMWRONG))
        add_fault(telling, node, NULL, NULL, misfit->message, NULL);
    else if (misfit->code == XML_RELAXNG_ERR_INVALIDATTR && misfit->name != NULL)
        tell_named_attribute(telling, node, misfit->name, parts);
    else if (misfit->code == XML_RELAXNG_ERR_ELEMWRONG && node->parent->type == XML_ELEMENT_NODE)
        tell_children(telling, node, node->parent, (const char *)node->name);
    else if (misfit->code == XML_RELAXNG_ERR_NOELEM)
        tell_children(telling, node, node, NULL);
    else if (misfit->code == XML_RELAXNG_ERR_TEXTWRONG)
        tell_children(telling, node, node, "text");
    else if (misfit->code == XML_RELAXNG_ERR_TYPE || misfit->code == XML_RELAXNG_ERR_DATATYPE ||
             misfit->code == XML_RELAXNG_ERR_DATAELEM)
        tell_text(telling, node);
    else if (misfit->code != XML_RELAXNG_ERR_ATTRVALID || !tell_attributes(telling, node, parts))
        add_fault(telling, node, NULL, (const char *)node->name, misfit->message, NULL);
    g_clear_pointer(&parts, g_array_unref);
}

/* Messages that only say that something inside, or some attribute, didn't fit. */
static bool is_vague(int code)
{
    return code == XML_RELAXNG_ERR_ATTRVALID || code == XML_RELAXNG_ERR_CONTENTVALID ||
           code == XML_RELAXNG_ERR_EXTRACONTENT;
}

/* Whether another message about the same element says as much or more. */
static bool is_said_better(const GArray *misfits, unsigned index)
{
    const Misfit *misfit = &g_array_index(misfits, Misfit, index);

    for (unsigned i = 0; i < misfits->len; i++) {
        const Misfit *other = &g_array_index(misfits, Misfit, i);
        bool repeated = i < index && other->code == misfit->code;

        if (i == index || (other->node != misfit->node && misfit->node != NULL))
            continue;
        if (is_vague(misfit->code) ? repeated || !is_vague(other->code)
                                   : repeated && misfit->code == XML_RELAXNG_ERR_INVALIDATTR)
            return true;
    }
    return false;
}

/* Most documents fit: only of one that doesn't what the schema asks is needed in words. */
static void tell_all(const GazSchema *schema, xmlDocPtr document, GazInput *input, GazReport *report,
                     const GArray *misfits)
{
    Telling telling = {.root = xmlDocGetRootElement(document), .input = input, .report = report};

    gaz_xml_expect(schema->length);
    telling.grammar =
        xmlReadMemory(schema->text, (int)schema->length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOBLANKS);
    for (unsigned i = 0; i < misfits->len; i++)
        if (!is_said_better(misfits, i))
            tell_misfit(&telling, &g_array_index(misfits, Misfit, i));
    if (misfits->len == 0)
        add_fault(&telling, NULL, NULL, NULL, NULL, NULL);
    xmlFreeDoc(telling.grammar);
}

bool gaz_schema_check(const GazSchema *schema, xmlDocPtr document, GazInput *input, GazReport *report)
{
    GArray *misfits = g_array_new(FALSE, FALSE, sizeof(Misfit));
    xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schema->schema);
    int result;

    if (context == NULL)
        g_error("libxml2 has no memory");
    g_array_set_clear_func(misfits, clear_misfit);
    xmlRelaxNGSetValidStructuredErrors(context, on_misfit, misfits);
    result = xmlRelaxNGValidateDoc(context, document);
    xmlRelaxNGFreeValidCtxt(context);
    if (result != 0 || misfits->len > 0)
        tell_all(schema, document, input, report, misfits);
    g_array_unref(misfits);
    return result == 0;
}
