/* schema.c - libxml2's RELAX NG validation with faults for messages. */
#include "read/schema.h"

#include <libxml/relaxng.h>

struct GazSchema {
    xmlRelaxNGPtr schema;
};

static void on_schema_error(void *data, xmlErrorPtr error)
{
    GString *messages = data;

    g_string_append_printf(messages, "line %d: %s", error->line,
                           error->message == NULL ? "" : error->message);
}

GazSchema *gaz_schema_read(const char *path, GError **error)
{
    g_autoptr(GString) messages = g_string_new(NULL);
    g_autofree char *text = NULL;
    xmlRelaxNGParserCtxtPtr context;
    xmlRelaxNGPtr parsed;
    GazSchema *schema;
    size_t length;

    if (!g_file_get_contents(path, &text, &length, error))
        return NULL;
    context = xmlRelaxNGNewMemParserCtxt(text, (int)length);
    xmlRelaxNGSetParserStructuredErrors(context, on_schema_error, messages);
    parsed = xmlRelaxNGParse(context);
    xmlRelaxNGFreeParserCtxt(context);
    if (parsed == NULL) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s is no RELAX NG schema: %s", path,
                    g_strchomp(messages->str));
        return NULL;
    }
    schema = g_new0(GazSchema, 1);
    schema->schema = parsed;
    return schema;
}

void gaz_schema_free(GazSchema *schema)
{
    if (schema == NULL)
        return;
    xmlRelaxNGFree(schema->schema);
    g_free(schema);
}

typedef struct {
    const char *file;
    GazReport *report;
} Check;

static void on_misfit(void *data, xmlErrorPtr error)
{
    const Check *check = data;
    g_autofree char *message = g_strchomp(g_strdup(error->message == NULL ? "" : error->message));
    GazPlace place = {check->file, (unsigned)MAX(error->line, 0), 0};
    xmlNodePtr node = error->node;

    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->parent;
    if (node != NULL && node->_private != NULL)
        place = ((const GazTag *)node->_private)->place;
    gaz_report_add(check->report, &place, &gaz_read_faults[GAZ_READ_XML_INVALID],
                   node == NULL ? NULL : (const char *)node->name, message, NULL);
}

bool gaz_schema_check(const GazSchema *schema, xmlDocPtr document, const char *file, GazReport *report)
{
    Check check = {file, report};
    xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schema->schema);
    int result;

    if (context == NULL)
        g_error("libxml2 has no memory");
    xmlRelaxNGSetValidStructuredErrors(context, on_misfit, &check);
    result = xmlRelaxNGValidateDoc(context, document);
    xmlRelaxNGFreeValidCtxt(context);
    return result == 0;
}
