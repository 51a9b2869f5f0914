/* sheets.c - compiles the stylesheets, runs them and writes what comes out. */
#include "site/sheets.h"
#include "base/decimal.h"
#include "base/moment.h"
#include "site/html.h"
#include "site/json.h"
#include <gio/gio.h>
#include <libxml/uri.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define SITE_NAMESPACE "urn:gazette:site"
#define MOST_VALUES 8
#define USUAL_PAGE 32768 /* bytes */

struct GazSheets {
    char *folder;
    const GazStrings *strings;
    GHashTable *compiled; /* char * to xsltStylesheetPtr */
    xsltSecurityPrefsPtr security;
};

/* What the functions of one transformation need; the transformation's _private. */
typedef struct {
    const GazStrings *strings;
    GazLanguage language;
    GString *trouble; /* what went wrong, empty: nothing */
} Call;

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

/* libxslt reports faults of a stylesheet only through its global handler: it is ours while one compiles. */
static xsltStylesheetPtr compile(const char *path, GString *trouble)
{
    xmlChar *uri = xmlPathToURI(BAD_CAST path);
    xsltStylesheetPtr sheet;

    xsltSetGenericErrorFunc(trouble, note_trouble);
    xmlSetGenericErrorFunc(trouble, note_trouble);
    sheet = xsltParseStylesheetFile(uri);
    xsltSetGenericErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    xmlFree(uri);
    if (sheet == NULL || sheet->errors == 0)
        return sheet;
    xsltFreeStylesheet(sheet);
    return NULL;
}

static xsltStylesheetPtr lookup_sheet(GazSheets *sheets, const char *name, GError **error)
{
    xsltStylesheetPtr sheet = g_hash_table_lookup(sheets->compiled, name);
    g_autofree char *file = g_strconcat(name, ".xsl", NULL);
    g_autofree char *path = g_build_filename(sheets->folder, file, NULL);
    g_autoptr(GString) trouble = g_string_new(NULL);

    if (sheet != NULL)
        return sheet;
    sheet = compile(path, trouble);
    if (sheet == NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: %s", path, trouble->str);
    else
        g_hash_table_insert(sheets->compiled, g_strdup(name), sheet);
    return sheet;
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

static Call *call_of(xmlXPathParserContextPtr context)
{
    return xsltXPathGetTransformContext(context)->_private;
}

/* Gives a text, which it takes, back to the stylesheet. */
static void give(xmlXPathParserContextPtr context, char *text)
{
    valuePush(context, xmlXPathNewString(BAD_CAST(text == NULL ? "" : text)));
    g_free(text);
}

static void stop(xmlXPathParserContextPtr context, const char *message)
{
    xsltTransformContextPtr transform = xsltXPathGetTransformContext(context);

    g_string_append_printf(call_of(context)->trouble, "%s\n", message);
    transform->state = XSLT_STATE_STOPPED;
}

/* g:say(id, name, value, ...): arguments come off the stack from the last to the first. */
static void say(xmlXPathParserContextPtr context, int count)
{
    Call *call = call_of(context);
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
         gaz_strings_say(call->strings, call->language, (const char *)popped[0], values, pairs, &error));
    if (error != NULL)
        stop(context, error->message);
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
    give(context, gaz_strings_say(call_of(context)->strings,
                                  strcmp((const char *)language, "zh") == 0 ? GAZ_ZH : GAZ_EN,
                                  (const char *)id, NULL, 0, &error));
    if (error != NULL)
        stop(context, error->message);
    xmlFree(id);
    xmlFree(language);
}

/* A function of one text: what it gives for what it gets; NULL where it can't. */
static void convert(xmlXPathParserContextPtr context, int count, char *(*how)(const char *, GazLanguage))
{
    xmlChar *given;
    char *words;

    if (count != 1) {
        xmlXPathSetArityError(context);
        return;
    }
    given = xmlXPathPopString(context);
    words = how((const char *)given, call_of(context)->language);
    if (words == NULL) {
        g_autofree char *message = g_strdup_printf("not to be put into words: “%s”", (const char *)given);
        stop(context, message);
    }
    xmlFree(given);
    give(context, words);
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

static char *escaped_for_uri(const char *text, GazLanguage language)
{
    (void)language;
    return g_uri_escape_string(text, NULL, FALSE);
}

static void words_of_moment(xmlXPathParserContextPtr context, int count)
{
    convert(context, count, moment_words);
}

static void words_of_number(xmlXPathParserContextPtr context, int count)
{
    convert(context, count, grouped_number);
}

static char *json_string(const char *text, GazLanguage language)
{
    GString *json = g_string_new(NULL);

    (void)language;
    gaz_json_add_string(json, text);
    return g_string_free(json, FALSE);
}

static void write_json(xmlXPathParserContextPtr context, int count)
{
    convert(context, count, json_string);
}

static void words_of_days(xmlXPathParserContextPtr context, int count)
{
    convert(context, count, days_in_words);
}

static void escape_uri(xmlXPathParserContextPtr context, int count)
{
    convert(context, count, escaped_for_uri);
}

static const struct {
    const char *name;
    xmlXPathFunction function;
} functions[] = {{"say", say},
                 {"say-in", say_in},
                 {"date", words_of_moment},
                 {"moment", words_of_moment},
                 {"number", words_of_number},
                 {"days", words_of_days},
                 {"uri", escape_uri},
                 {"json", write_json}};

static xsltTransformContextPtr new_transform(GazSheets *sheets, xsltStylesheetPtr sheet, xmlDocPtr facts,
                                             Call *call)
{
    xsltTransformContextPtr transform = xsltNewTransformContext(sheet, facts);

    transform->_private = call;
    xsltSetTransformErrorFunc(transform, call->trouble, note_trouble);
    xsltSetCtxtSecurityPrefs(sheets->security, transform);
    for (unsigned i = 0; i < G_N_ELEMENTS(functions); i++)
        xsltRegisterExtFunction(transform, BAD_CAST functions[i].name, BAD_CAST SITE_NAMESPACE,
                                functions[i].function);
    return transform;
}

/* The result tree; NULL with `error` set. */
static xmlDocPtr transform_facts(GazSheets *sheets, const char *name, xmlDocPtr facts, GazLanguage language,
                                 GError **error)
{
    xsltStylesheetPtr sheet = lookup_sheet(sheets, name, error);
    g_autoptr(GString) trouble = g_string_new(NULL);
    Call call = {sheets->strings, language, trouble};
    xsltTransformContextPtr transform;
    xmlDocPtr result;

    if (sheet == NULL)
        return NULL;
    transform = new_transform(sheets, sheet, facts, &call);
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
    return text;
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
    return text;
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
