/* report_facts.c - the report is already sorted by file, sheet and place. */
#include "program/report_facts.h"

#include "model/data.h"
#include <gio/gio.h>
#include <libxml/parser.h>
#include <string.h>

typedef struct {
    char *text, *expected;
} Words;

struct GazFaultWords {
    GHashTable *by_id; /* char * to Words * */
};

static void free_words(void *data)
{
    Words *words = data;

    g_free(words->text);
    g_free(words->expected);
    g_free(words);
}

static char *take_string(xmlChar *string)
{
    char *copy = g_strdup((const char *)string);

    xmlFree(string);
    return copy;
}

GazFaultWords *gaz_fault_words_read(const char *path, GError **error)
{
    xmlDocPtr document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    GazFaultWords *words;

    if (document == NULL) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: can't be read as XML", path);
        return NULL;
    }
    words = g_new0(GazFaultWords, 1);
    words->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_words);
    for (xmlNodePtr node = xmlDocGetRootElement(document)->children; node != NULL; node = node->next) {
        Words *of;

        if (node->type != XML_ELEMENT_NODE)
            continue;
        of = g_new0(Words, 1);
        of->text = take_string(xmlNodeGetContent(node));
        of->expected = take_string(xmlGetProp(node, BAD_CAST "expected"));
        g_hash_table_insert(words->by_id, take_string(xmlGetProp(node, BAD_CAST "id")), of);
    }
    xmlFreeDoc(document);
    return words;
}

void gaz_fault_words_free(GazFaultWords *words)
{
    if (words == NULL)
        return;
    g_hash_table_unref(words->by_id);
    g_free(words);
}

const char *gaz_fault_words_lookup(const GazFaultWords *words, const char *id, const char **expected)
{
    const Words *of = g_hash_table_lookup(words->by_id, id);

    *expected = of == NULL ? NULL : of->expected;
    return of == NULL ? NULL : of->text;
}

/* What the tree is made with. */
typedef struct {
    GazReport *report;
    const GazFaultWords *words;
    const GazStrings *strings;
    GError **error;
} Facts;

static xmlNodePtr add(xmlNodePtr parent, const char *name, const char *text)
{
    return text == NULL ? NULL : xmlNewTextChild(parent, NULL, BAD_CAST name, BAD_CAST text);
}

static void add_pair(xmlNodePtr parent, const char *name, const char *zh, const char *en)
{
    xmlNodePtr pair = xmlNewChild(parent, NULL, BAD_CAST name, NULL);

    add(pair, "zh", zh);
    add(pair, "en", en);
}

/* A text of the interface in both languages; false with `error` set. */
static bool say(const Facts *facts, xmlNodePtr parent, const char *name, const char *id,
                const GazStringValue *values, unsigned count)
{
    g_autofree char *zh = gaz_strings_say(facts->strings, GAZ_ZH, id, values, count, facts->error);
    g_autofree char *en =
        zh == NULL ? NULL : gaz_strings_say(facts->strings, GAZ_EN, id, values, count, facts->error);

    add_pair(parent, name, zh, en);
    return en != NULL;
}

static bool add_cell(const Facts *facts, xmlNodePtr node, const GazPlace *place)
{
    g_autofree char *line = g_strdup_printf("%u", place->line);
    g_autofree char *at = g_strdup_printf("%u:%u", place->line, place->column);
    GazStringValue value = {"n", place->column > 0 ? at : line};
    g_autoptr(GString) cell = g_string_new(NULL);

    if (place->line == 0)
        return say(facts, node, "cell", "whole", NULL, 0);
    if (place->sheet == NULL)
        return say(facts, node, "cell", "line", &value, 1);
    gaz_place_append_column(cell, place->column);
    g_string_append(cell, line);
    add_pair(node, "cell", cell->str, cell->str);
    return true;
}

static bool is_of_table(const GazPlace *place, const GazTable *table)
{
    const char *base = strrchr(place->file, '/') == NULL ? place->file : strrchr(place->file, '/') + 1;
    size_t length = strlen(table->name);

    return (strncmp(base, table->name, length) == 0 && base[length] == '.') ||
           g_strcmp0(place->sheet, table->name) == 0 || g_strcmp0(place->sheet, table->title.in[GAZ_ZH]) == 0;
}

/* The column that a fault speaks of: of its file's or sheet's table, or of the first that has one of the
 * name. */
static const GazColumn *find_column(const GazFault *fault)
{
    const GazColumn *found = NULL;

    for (unsigned i = 0; i < gaz_table_count && fault->place.file != NULL; i++)
        for (unsigned j = 0; j < gaz_tables[i].column_count; j++) {
            const GazColumn *column = &gaz_tables[i].columns[j];

            if (strcmp(column->name, fault->field) != 0)
                continue;
            if (is_of_table(&fault->place, &gaz_tables[i]))
                return column;
            found = found == NULL ? column : found;
        }
    return found;
}

static void add_column(xmlNodePtr node, const GazFault *fault)
{
    const GazColumn *column = fault->field == NULL ? NULL : find_column(fault);

    if (column != NULL)
        add_pair(node, "column", column->heading.in[GAZ_ZH], column->heading.in[GAZ_EN]);
    else if (fault->field != NULL)
        add_pair(node, "column", fault->field, "");
}

/* The names of the codes that the column knows; NULL: it has none. Yours: g_free(). */
static char *codes_in_chinese(const GazFault *fault)
{
    const GazColumn *column = fault->field == NULL ? NULL : find_column(fault);
    GString *names;

    if (column == NULL || column->codes == NULL)
        return NULL;
    names = g_string_new(NULL);
    for (const GazCode *code = column->codes; code->code != NULL; code++)
        g_string_append_printf(names, "%s%s", names->len == 0 ? "" : "、", code->name.in[GAZ_ZH]);
    return g_string_free(names, FALSE);
}

static bool add_fault(const Facts *facts, xmlNodePtr sheet, const GazFault *fault)
{
    xmlNodePtr node = xmlNewChild(sheet, NULL, BAD_CAST "fault", NULL);
    const char *expected;
    const char *text = gaz_fault_words_lookup(facts->words, fault->kind->id, &expected);
    g_autofree char *codes = codes_in_chinese(fault);

    if (expected == NULL && fault->expected != NULL)
        expected = codes;
    xmlNewProp(node, BAD_CAST "id", BAD_CAST fault->kind->id);
    add_column(node, fault);
    add(node, "found", fault->found);
    add_pair(node, "text", text == NULL ? fault->kind->text : text, fault->kind->text);
    if (expected != NULL || fault->expected != NULL)
        add_pair(node, "expected", fault->note ? fault->expected : expected,
                 fault->note ? NULL : fault->expected);
    add(node, "clause", fault->clause);
    return add_cell(facts, node, &fault->place);
}

static xmlNodePtr add_sheet(xmlNodePtr list, const GazPlace *place)
{
    xmlNodePtr sheet = xmlNewChild(list, NULL, BAD_CAST "sheet", NULL);

    xmlNewProp(sheet, BAD_CAST "file", BAD_CAST(place->file == NULL ? "" : place->file));
    if (place->sheet != NULL)
        xmlNewProp(sheet, BAD_CAST "name", BAD_CAST place->sheet);
    return sheet;
}

static bool add_list(const Facts *facts, xmlNodePtr root, const char *name, unsigned count,
                     const GazFault *(*get)(GazReport *, unsigned))
{
    xmlNodePtr list = xmlNewChild(root, NULL, BAD_CAST name, NULL), sheet = NULL;
    const GazPlace *last = NULL;

    for (unsigned i = 0; i < count; i++) {
        const GazFault *fault = get(facts->report, i);

        if (last == NULL || g_strcmp0(last->file, fault->place.file) != 0 ||
            g_strcmp0(last->sheet, fault->place.sheet) != 0)
            sheet = add_sheet(list, &fault->place);
        last = &fault->place;
        if (!add_fault(facts, sheet, fault))
            return false;
    }
    return true;
}

static bool add_head(const Facts *facts, xmlNodePtr root, const char *folder, GazDate as_of)
{
    g_autofree char *count = g_strdup_printf("%u", gaz_report_count(facts->report));
    g_autofree char *shown = g_utf8_make_valid(folder, -1);
    char day[11];
    GazStringValue of[] = {{"folder", shown}, {"date", gaz_date_write(as_of, day)}};
    GazStringValue number = {"n", count};

    xmlNewProp(root, BAD_CAST "folder", BAD_CAST shown);
    xmlNewProp(root, BAD_CAST "faults", BAD_CAST count);
    return say(facts, root, "of", "of", of, G_N_ELEMENTS(of)) &&
           say(facts, root, "count", "count", &number, 1);
}

xmlDocPtr gaz_report_facts(GazReport *report, const char *folder, GazDate as_of, const GazFaultWords *words,
                           const GazStrings *strings, GError **error)
{
    Facts facts = {report, words, strings, error};
    xmlDocPtr document = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = xmlNewDocNode(document, NULL, BAD_CAST "report", NULL);

    xmlDocSetRootElement(document, root);
    if (add_head(&facts, root, folder, as_of) &&
        add_list(&facts, root, "faults", gaz_report_count(report), gaz_report_get) &&
        add_list(&facts, root, "notes", gaz_report_count_notes(report), gaz_report_get_note))
        return document;
    xmlFreeDoc(document);
    return NULL;
}
