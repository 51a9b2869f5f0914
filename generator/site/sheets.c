/* sheets.c - compiles the stylesheets, runs them and writes what comes out. */
#include "site/sheets.h"
#include "site/asked.h"
#include "site/html.h"
#include "site/literal.h"
#include "site/said.h"
#include "site/whole.h"
#include <gio/gio.h>
#include <libxml/uri.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define USUAL_PAGE 32768 /* bytes */

struct GazSheets {
    char *folder;
    const GazStrings *strings;
    GHashTable *compiled; /* char * to xsltStylesheetPtr */
    xsltSecurityPrefsPtr security;
};

static void note_trouble(void *context, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void note_trouble(void *context, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_string_append_vprintf(context, format, arguments);
    va_end(arguments);
}

GazSheets *gaz_sheets_new(const char *folder, const GazStrings *strings)
{
    GazSheets *sheets = g_new0(GazSheets, 1);

    gaz_said_register();
    sheets->folder = g_strdup(folder);
    sheets->strings = strings;
    sheets->compiled =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)xsltFreeStylesheet);
    sheets->security = xsltNewSecurityPrefs();
    for (xsltSecurityOption option = XSLT_SECPREF_WRITE_FILE; option <= XSLT_SECPREF_WRITE_NETWORK; option++)
        xsltSetSecurityPrefs(sheets->security, option, xsltSecurityForbid);
    xsltSetSecurityPrefs(sheets->security, XSLT_SECPREF_READ_FILE, xsltSecurityForbid);
    return sheets;
}

void gaz_sheets_free(GazSheets *sheets)
{
    if (sheets == NULL)
        return;
    g_hash_table_unref(sheets->compiled);
    xsltFreeSecurityPrefs(sheets->security);
    g_free(sheets->folder);
    g_free(sheets);
}

/* A stylesheet or what one imports, as libxslt's own loader reads it but for what is literal in it. `dict` is
 * lent; NULL: it is to have its own. */
static xmlDocPtr load(const xmlChar *uri, xmlDictPtr dict, int options, void *context, xsltLoadType type)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr sheet;

    (void)context;
    (void)type;
    if (dict != NULL) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    sheet = xmlCtxtReadFile(parser, (const char *)uri, NULL, options | XML_PARSE_NONET);
    xmlFreeParserCtxt(parser);
    if (sheet != NULL)
        gaz_literal_write_out(sheet);
    return sheet;
}

/* libxslt reports faults of a stylesheet only through its global handler, and asks a global loader for it and
 * what it imports: they are ours while one compiles. */
static xsltStylesheetPtr compile(const char *path, GString *trouble)
{
    xmlChar *uri = xmlPathToURI(BAD_CAST path);
    xsltStylesheetPtr sheet;

    xsltSetGenericErrorFunc(trouble, note_trouble);
    xmlSetGenericErrorFunc(trouble, note_trouble);
    xsltSetLoaderFunc(load);
    sheet = xsltParseStylesheetFile(uri);
    xsltSetLoaderFunc(NULL);
    xsltSetGenericErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xmlFree(uri);
    if (sheet == NULL || sheet->errors == 0)
        return sheet;
    xsltFreeStylesheet(sheet);
    return NULL;
}

/* Lent; NULL with `error` set. */
static xsltStylesheetPtr compile_named(GazSheets *sheets, const char *name, GError **error)
{
    g_autofree char *file = g_strconcat(name, ".xsl", NULL);
    g_autofree char *path = g_build_filename(sheets->folder, file, NULL);
    g_autoptr(GString) trouble = g_string_new(NULL);
    xsltStylesheetPtr sheet = compile(path, trouble);

    if (sheet == NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, trouble->str);
    else
        g_hash_table_insert(sheets->compiled, g_strdup(name), sheet);
    return sheet;
}

static xsltStylesheetPtr lookup_sheet(GazSheets *sheets, const char *name, GError **error)
{
    xsltStylesheetPtr sheet = g_hash_table_lookup(sheets->compiled, name);

    return sheet != NULL ? sheet : compile_named(sheets, name, error);
}

bool gaz_sheets_prepare(GazSheets *sheets, const char *name, GError **error)
{
    return lookup_sheet(sheets, name, error) != NULL;
}

bool gaz_sheets_compile(GazSheets *sheets, GError **error)
{
    static const char ending[] = ".xsl";
    g_autoptr(GDir) folder = g_dir_open(sheets->folder, 0, error);
    bool good = folder != NULL;

    for (const char *file; good && (file = g_dir_read_name(folder)) != NULL;) {
        g_autofree char *name = g_strndup(file, strlen(file) - MIN(strlen(file), strlen(ending)));

        good = !g_str_has_suffix(file, ending) || lookup_sheet(sheets, name, error) != NULL;
    }
    return good;
}

static xsltTransformContextPtr new_transform(GazSheets *sheets, xsltStylesheetPtr sheet, xmlDocPtr facts,
                                             GazAsked *asked)
{
    xsltTransformContextPtr transform = xsltNewTransformContext(sheet, facts);

    xsltSetTransformErrorFunc(transform, asked->trouble, note_trouble);
    xsltSetCtxtSecurityPrefs(sheets->security, transform);
    gaz_asked_register(asked, transform);
    return transform;
}

/* The result tree; NULL with `error` set. */
static xmlDocPtr transform_facts(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                                 GError **error)
{
    xsltStylesheetPtr sheet = lookup_sheet(sheets, name, error);
    g_autoptr(GString) trouble = g_string_new(NULL), text = g_string_new(NULL);
    g_autoptr(GString) value = g_string_new(NULL), said = g_string_new(NULL);
    GazAsked asked = {sheets->strings, language, trouble, text, value, said};
    xsltTransformContextPtr transform;
    xmlDocPtr result;

    if (sheet == NULL)
        return NULL;
    transform = new_transform(sheets, sheet, facts, &asked);
    xmlSetGenericErrorFunc(trouble, note_trouble); /* where XPath says which function it lacks */
    result = xsltApplyStylesheetUser(sheet, facts, NULL, NULL, NULL, transform);
    xmlSetGenericErrorFunc(NULL, NULL);
    if (transform->state != XSLT_STATE_OK || trouble->len > 0 || xmlDocGetRootElement(result) == NULL) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s.xsl: %s", name, trouble->str);
        xmlFreeDoc(result);
        result = NULL;
    }
    xsltFreeTransformContext(transform);
    return result;
}

GString *gaz_sheets_html(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                         GError **error)
{
    xmlDocPtr html = transform_facts(sheets, name, facts, language, error);
    GString *text;

    if (html == NULL)
        return NULL;
    text = g_string_sized_new(USUAL_PAGE);
    g_string_append(text, "<!DOCTYPE html>\n");
    gaz_html_write(text, xmlDocGetRootElement(html));
    g_string_append_c(text, '\n');
    xmlFreeDoc(html);
    return gaz_whole_keep(text);
}

GString *gaz_sheets_fragment(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                             GError **error)
{
    xmlDocPtr html = transform_facts(sheets, name, facts, language, error);
    GString *text;

    if (html == NULL)
        return NULL;
    text = g_string_new(NULL);
    for (xmlNodePtr node = xmlDocGetRootElement(html)->children; node != NULL; node = node->next)
        gaz_html_write(text, node);
    xmlFreeDoc(html);
    return gaz_whole_keep(text);
}

GString *gaz_sheets_xml(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                        GError **error)
{
    xmlDocPtr xml = transform_facts(sheets, name, facts, language, error);
    xmlChar *text = NULL;
    int length = 0;
    GString *out;

    if (xml == NULL)
        return NULL;
    xmlDocDumpFormatMemoryEnc(xml, &text, &length, "UTF-8", 1);
    out = g_string_new_len((const char *)text, length);
    xmlFree(text);
    xmlFreeDoc(xml);
    return out;
}
