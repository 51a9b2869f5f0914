/* package.c - libzip unpacks, libxml2 reads what comes out; both are told to stop before it is too much. */
#include "read/package.h"

#include "base/files.h"
#include <gio/gio.h>
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

enum {
    MOST_ENTRIES = 10000,
    LARGEST_RATIO = 250,   /* unpacked to packed: rows that all say the same pack a hundredfold */
    UNSUSPECTED = 16 << 20 /* [bytes] up to which the ratio doesn't matter */
};
#define LARGEST_PACKAGE ((guint64)4 << 30) /* [bytes] of all parts, unpacked */

struct GazPackage {
    zip_t *zip;
    const char *file;
    GazReport *report;
    guint64 read; /* [bytes] unpacked so far */
    bool broken;
};

struct GazPart {
    GazPackage *package;
    zip_file_t *entry;
    xmlTextReaderPtr xml;
    char *name;
    bool failed; /* unpacking failed: that is told */
    /* What libxml2 would have printed by before; see keep_quiet(). */
    xmlGenericErrorFunc print;
    void *print_context;
};

static void refuse(GazReport *report, const char *file, GazReadFault fault, const char *found,
                   const char *expected)
{
    GazPlace place = {.file = file};

    gaz_report_add(report, &place, &gaz_read_faults[fault], NULL, found, "%s", expected);
}

void gaz_package_break(GazPackage *package, const char *what)
{
    if (!package->broken)
        refuse(package->report, package->file, GAZ_READ_WORKBOOK_BROKEN, what,
               "a workbook that opens in a spreadsheet program: save it anew as .xlsx");
    package->broken = true;
}

bool gaz_package_is_broken(const GazPackage *package)
{
    return package->broken;
}

static bool is_too_large(GazPackage *package, const char *what)
{
    if (!package->broken)
        refuse(package->report, package->file, GAZ_READ_WORKBOOK_TOO_LARGE, what,
               "at most 10000 parts and 4 GiB unpacked, no part packed more than 250 to 1");
    package->broken = true;
    return true;
}

void gaz_package_overflow(GazPackage *package)
{
    if (!package->broken)
        refuse(package->report, package->file, GAZ_READ_WORKBOOK_TOO_LARGE, NULL,
               "at most 512 MiB of text in all cells");
    package->broken = true;
}

static bool is_bomb(GazPackage *package)
{
    zip_int64_t count = zip_get_num_entries(package->zip, 0);
    guint64 all = 0;

    if (count > MOST_ENTRIES)
        return is_too_large(package, NULL);
    for (zip_int64_t i = 0; i < count; i++) {
        zip_stat_t entry;

        if (zip_stat_index(package->zip, (zip_uint64_t)i, 0, &entry) != 0 || entry.size > LARGEST_PACKAGE)
            return is_too_large(package, NULL);
        all += entry.size;
        if (all > LARGEST_PACKAGE ||
            (entry.size > UNSUSPECTED && entry.size / LARGEST_RATIO > entry.comp_size))
            return is_too_large(package, entry.name);
    }
    return false;
}

/* OLE, the container of .xls, is also that of a workbook with a password, which has a stream of this name. */
static bool holds_encrypted(const char *bytes, size_t length)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

    return memmem(bytes, length, name, sizeof name) != NULL;
}

static void refuse_other(const char *bytes, size_t length, const char *file, GazReport *report)
{
    static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

    if (length < sizeof ole - 1 || memcmp(bytes, ole, sizeof ole - 1) != 0)
        refuse(report, file, GAZ_READ_WORKBOOK_BROKEN, "not a zip file",
               "a workbook that opens in a spreadsheet program: save it anew as .xlsx");
    else if (holds_encrypted(bytes, length))
        refuse(report, file, GAZ_READ_WORKBOOK_PROTECTED, NULL,
               "a workbook without a password: open it, take the password away and save it again");
    else
        refuse(report, file, GAZ_READ_WORKBOOK_OLD, "a workbook as Excel wrote them before 2007 (.xls)",
               "an Excel workbook (.xlsx): open it and save it as such");
}

static bool looks_like_zip(const char *path, const char *file, GazReport *report, GError **error)
{
    g_autoptr(GMappedFile) mapped =
        gaz_file_expect(path, error) ? g_mapped_file_new(path, FALSE, error) : NULL;
    const char *bytes;
    gsize length;

    if (mapped == NULL)
        return false;
    bytes = g_mapped_file_get_contents(mapped);
    length = g_mapped_file_get_length(mapped);
    if (length > GAZ_LARGEST_FILE) {
        refuse(report, file, GAZ_READ_FILE_TOO_LARGE, NULL, "at most 512 MiB");
        return false;
    }
    if (length >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0))
        return true;
    refuse_other(length == 0 ? "" : bytes, length, file, report);
    return false;
}

/* Names differ in more than their case; of two that don't, each program would read another. */
static bool has_twins(GazPackage *package)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (zip_int64_t i = 0; i < zip_get_num_entries(package->zip, 0); i++) {
        const char *name = zip_get_name(package->zip, (zip_uint64_t)i, 0);
        g_autofree char *what = g_strdup_printf("two parts called %s", name == NULL ? "" : name);

        if (g_hash_table_add(names, g_ascii_strdown(name == NULL ? "" : name, -1)))
            continue;
        gaz_package_break(package, what);
        return true;
    }
    return false;
}

GazPackage *gaz_package_open(const char *path, const char *file, GazReport *report, GError **error)
{
    g_autoptr(GazPackage) package = g_new0(GazPackage, 1);
    int code = 0;

    package->file = file;
    package->report = report;
    if (!looks_like_zip(path, file, report, error))
        return NULL;
    package->zip = zip_open(path, ZIP_RDONLY, &code);
    if (package->zip == NULL) {
        zip_error_t why;

        zip_error_init_with_code(&why, code);
        gaz_package_break(package, zip_error_strerror(&why));
        zip_error_fini(&why);
        return NULL;
    }
    return is_bomb(package) || has_twins(package) ? NULL : g_steal_pointer(&package);
}

void gaz_package_free(GazPackage *package)
{
    if (package == NULL)
        return;
    if (package->zip != NULL)
        zip_discard(package->zip);
    g_free(package);
}

bool gaz_package_has(const GazPackage *package, const char *part)
{
    return zip_name_locate(package->zip, part, ZIP_FL_NOCASE) >= 0;
}

/* For libxml2: bytes read, 0 at the end, -1 to stop it. */
static int read_bytes(void *context, char *buffer, int length)
{
    GazPart *part = context;
    zip_int64_t count = zip_fread(part->entry, buffer, (zip_uint64_t)length);

    if (count < 0) {
        g_autofree char *what = g_strdup_printf("%s: %s", part->name, zip_file_strerror(part->entry));

        gaz_package_break(part->package, what);
    } else {
        part->package->read += (guint64)count;
    }
    /* Read twice at most; what the directory said of sizes need not be true. */
    if (part->package->read > 2 * LARGEST_PACKAGE)
        is_too_large(part->package, part->name);
    part->failed = part->package->broken;
    return part->failed ? -1 : (int)count;
}

static void on_error(void *context, const char *message, xmlParserSeverities severity,
                     xmlTextReaderLocatorPtr at)
{
    GazPart *part = context;
    g_autofree char *line = NULL;

    if (severity != XML_PARSER_SEVERITY_ERROR)
        return;
    line = g_strdup_printf("%s, line %d: %s", part->name, xmlTextReaderLocatorLineNumber(at), message);
    gaz_package_break(part->package, g_strchomp(line));
}

static void say_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

/* What libxml2 can't convert it prints, whatever handler its reader has; that the reading failed is told
 * here. */
static void keep_quiet(GazPart *part)
{
    part->print = xmlGenericError;
    part->print_context = xmlGenericErrorContext;
    xmlSetGenericErrorFunc(NULL, say_nothing);
}

static GazPart *open_entry(GazPackage *package, const char *name)
{
    GazPart *part;
    zip_int64_t index = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
    zip_file_t *entry = index < 0 ? NULL : zip_fopen_index(package->zip, (zip_uint64_t)index, 0);

    if (entry == NULL) {
        g_autofree char *what =
            g_strdup_printf("%s %s", name, index < 0 ? "is missing" : "can't be unpacked");

        gaz_package_break(package, what);
        return NULL;
    }
    part = g_new0(GazPart, 1);
    part->package = package;
    part->entry = entry;
    part->name = g_strdup(name);
    keep_quiet(part);
    return part;
}

GazPart *gaz_part_open(GazPackage *package, const char *name)
{
    GazPart *part = open_entry(package, name);

    if (part == NULL)
        return NULL;
    part->xml = xmlReaderForIO(read_bytes, NULL, part, name, NULL, XML_PARSE_NONET);
    if (part->xml == NULL)
        g_error("libxml2 has no memory");
    xmlTextReaderSetErrorHandler(part->xml, on_error, part);
    return part;
}

void gaz_part_free(GazPart *part)
{
    if (part == NULL)
        return;
    if (part->xml != NULL)
        xmlFreeTextReader(part->xml);
    xmlSetGenericErrorFunc(part->print_context, part->print);
    zip_fclose(part->entry);
    g_free(part->name);
    g_free(part);
}

/* A document type is refused: no workbook has one, and entities are how XML becomes a bomb. */
static bool is_event(GazPart *part, int type, GazPartEvent *event)
{
    switch (type) {
    case XML_READER_TYPE_ELEMENT:
        *event = GAZ_PART_START;
        return true;
    case XML_READER_TYPE_END_ELEMENT:
        *event = GAZ_PART_END;
        return true;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        *event = GAZ_PART_TEXT;
        return true;
    case XML_READER_TYPE_DOCUMENT_TYPE:
        gaz_package_break(part->package, "a document type declaration");
        *event = GAZ_PART_DONE;
        return true;
    default:
        return false;
    }
}

GazPartEvent gaz_part_next(GazPart *part)
{
    GazPartEvent event = GAZ_PART_DONE;
    int more = 0;

    while (!part->package->broken && (more = xmlTextReaderRead(part->xml)) == 1)
        if (is_event(part, xmlTextReaderNodeType(part->xml), &event))
            return part->package->broken ? GAZ_PART_DONE : event;
    if (more < 0)
        gaz_package_break(part->package, part->name);
    return GAZ_PART_DONE;
}

const char *gaz_part_name(const GazPart *part)
{
    return (const char *)xmlTextReaderConstLocalName(part->xml);
}

bool gaz_part_is(const GazPart *part, const char *name)
{
    return strcmp(gaz_part_name(part), name) == 0;
}

bool gaz_part_is_empty(const GazPart *part)
{
    return xmlTextReaderIsEmptyElement(part->xml) == 1;
}

void gaz_part_skip(GazPart *part)
{
    int depth = xmlTextReaderDepth(part->xml);
    GazPartEvent event = gaz_part_is_empty(part) ? GAZ_PART_DONE : GAZ_PART_START;

    while (event != GAZ_PART_DONE && !(event == GAZ_PART_END && xmlTextReaderDepth(part->xml) == depth))
        event = gaz_part_next(part);
}

const char *gaz_part_text(const GazPart *part)
{
    return (const char *)xmlTextReaderConstValue(part->xml);
}

/* The reader's own node is looked at: walking over attributes through the reader costs several calls each. */
static xmlAttrPtr lookup(const GazPart *part, const char *name, bool prefixed)
{
    xmlNodePtr node = xmlTextReaderCurrentNode(part->xml);
    xmlAttrPtr at = node == NULL ? NULL : node->properties;

    while (at != NULL && (strcmp((const char *)at->name, name) != 0 || (at->ns != NULL) != prefixed))
        at = at->next;
    return at;
}

char *gaz_part_attribute(const GazPart *part, const char *name, bool prefixed)
{
    xmlAttrPtr at = lookup(part, name, prefixed);
    xmlChar *value = at == NULL ? NULL : xmlNodeListGetString(at->doc, at->children, 1);
    char *copy = at == NULL ? NULL : g_strdup(value == NULL ? "" : (const char *)value);

    xmlFree(value);
    return copy;
}

const char *gaz_part_peek(const GazPart *part, const char *name)
{
    xmlAttrPtr at = lookup(part, name, false);

    return at == NULL || at->children == NULL ? NULL : (const char *)at->children->content;
}

guint64 gaz_part_number(const GazPart *part, const char *name, guint64 otherwise)
{
    xmlAttrPtr at = lookup(part, name, false);
    const char *text = gaz_part_peek(part, name);
    guint64 number = otherwise;
    g_autofree char *what = NULL;

    if (at == NULL || g_ascii_string_to_unsigned(text == NULL ? "" : text, 10, 0, G_MAXINT32, &number, NULL))
        return number;
    what = g_strdup_printf("%s: %s=%s", part->name, name, text == NULL ? "" : text);
    gaz_package_break(part->package, what);
    return otherwise;
}

typedef struct {
    GazPartLook look;
    void *data;
} Survey;

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int spaces, const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **attributes)
{
    xmlParserCtxtPtr parser = context;
    const Survey *survey = parser->_private;

    (void)prefix;
    (void)uri;
    (void)spaces;
    (void)namespaces;
    (void)defaulted;
    survey->look((const char *)name, count, attributes, survey->data);
}

/* Entities could only come from a document type, which ends the reading. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name;
    (void)external;
    (void)system;
    xmlStopParser(context);
}

static bool survey_chunks(GazPart *part, xmlParserCtxtPtr parser)
{
    enum { CHUNK = 65536 };
    g_autofree char *chunk = g_malloc(CHUNK);
    int count, failed = 0;

    while (failed == 0 && (count = read_bytes(part, chunk, CHUNK)) > 0)
        failed = xmlParseChunk(parser, chunk, count, 0);
    if (failed == 0 && !part->failed)
        failed = xmlParseChunk(parser, NULL, 0, 1);
    if (failed != 0 || !parser->wellFormed)
        gaz_package_break(part->package, part->name);
    return !part->package->broken;
}

bool gaz_part_survey(GazPackage *package, const char *name, GazPartLook look, void *data)
{
    g_autoptr(GazPart) part = open_entry(package, name);
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC, .startElementNs = on_start, .internalSubset = on_doctype};
    Survey survey = {look, data};
    xmlParserCtxtPtr parser;
    bool good;

    if (part == NULL)
        return false;
    parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, name);
    if (parser == NULL)
        g_error("libxml2 has no memory");
    parser->_private = &survey;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    good = survey_chunks(part, parser);
    xmlFreeParserCtxt(parser);
    return good;
}

bool gaz_part_flag(const GazPart *part, const char *name)
{
    const char *text = gaz_part_peek(part, name);

    return text != NULL && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}
