/* report_file.c - one tree of facts, two ways to write it. */
#include "program/report_file.h"

#include "program/report_facts.h"
#include "site/sheets.h"
#include <gio/gio.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

bool gaz_report_file_is_known(const char *path, GError **error)
{
    bool known = g_str_has_suffix(path, ".html") || g_str_has_suffix(path, ".xlsx");
    bool taken = g_file_test(path, G_FILE_TEST_IS_DIR);

    if (known && !taken)
        return true;
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--report: %s: %s", path,
                taken ? "it is a folder, not a file" : "expected a name that ends with .html or .xlsx");
    return false;
}

static bool write_html(const char *folder, const GazStrings *strings, xmlDocPtr facts, const char *path,
                       GError **error)
{
    g_autoptr(GazSheets) sheets = gaz_sheets_new(folder, strings);
    GString *html = gaz_sheets_html(sheets, "report", facts, GAZ_ZH, error);
    bool done = html != NULL && g_file_set_contents(path, html->str, (gssize)html->len, error);

    if (html != NULL)
        g_string_free(html, TRUE);
    return done;
}

enum { A4 = 9 }; /* the number of a paper size in a workbook */

/* The columns of the workbook, Chinese over English in each cell: where the value comes from, how wide [of
 * characters] it is. */
static const struct {
    const char *label, *element;
    bool pair;
    double width;
} columns[] = {
    {"file", "@file", false, 18},       {"sheet", "@name", false, 14},   {"cell", "cell", false, 10},
    {"column", "column", true, 20},     {"found", "found", false, 24},   {"fault", "text", true, 36},
    {"expected", "expected", true, 36}, {"clause", "clause", false, 10}, {"id", "@id", false, 22},
};

typedef struct {
    lxw_workbook *book;
    lxw_format *head, *text, *cell;
    const GazStrings *strings;
    GError **error;
} Book;

static xmlNodePtr child(xmlNodePtr node, const char *name)
{
    for (xmlNodePtr at = node->children; at != NULL; at = at->next)
        if (at->type == XML_ELEMENT_NODE && strcmp((const char *)at->name, name) == 0)
            return at;
    return NULL;
}

/* Yours: g_free(). */
static char *content(xmlNodePtr node)
{
    xmlChar *text = node == NULL ? NULL : xmlNodeGetContent(node);
    char *copy = g_strdup(text == NULL ? "" : (const char *)text);

    xmlFree(text);
    return copy;
}

static char *property(xmlNodePtr node, const char *name)
{
    xmlChar *text = xmlGetProp(node, BAD_CAST name);
    char *copy = g_strdup(text == NULL ? "" : (const char *)text);

    xmlFree(text);
    return copy;
}

/* The Chinese, and the English below it where it says more. */
static char *both(xmlNodePtr pair)
{
    g_autofree char *zh = pair == NULL ? g_strdup("") : content(child(pair, "zh"));
    g_autofree char *en = pair == NULL ? g_strdup("") : content(child(pair, "en"));

    if (*en == '\0' || strcmp(zh, en) == 0)
        return g_steal_pointer(&zh);
    return *zh == '\0' ? g_steal_pointer(&en) : g_strconcat(zh, "\n", en, NULL);
}

static char *value_of(xmlNodePtr fault, unsigned column)
{
    const char *element = columns[column].element;

    if (strcmp(element, "@id") == 0)
        return property(fault, "id");
    if (*element == '@')
        return property(fault->parent, element + 1);
    if (strcmp(element, "cell") == 0)
        return content(child(child(fault, "cell"), "zh"));
    return columns[column].pair ? both(child(fault, element)) : content(child(fault, element));
}

/* Lines that a text takes in a column; a Chinese character is as wide as two others. */
static unsigned lines_of(const char *text, double width)
{
    unsigned lines = 1, at = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        unsigned wide = g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;

        at += wide;
        if (*text == '\n' || at > width) {
            lines++;
            at = *text == '\n' ? 0 : wide;
        }
    }
    return lines;
}

static void write_fault(const Book *book, lxw_worksheet *sheet, lxw_row_t row, xmlNodePtr fault)
{
    enum { LINE = 16 }; /* [pt]; not every program sizes a row by what is in it */
    unsigned lines = 1;

    for (unsigned i = 0; i < G_N_ELEMENTS(columns); i++) {
        g_autofree char *value = value_of(fault, i);

        lines = MAX(lines, lines_of(value, columns[i].width));
        if (*value != '\0')
            worksheet_write_string(sheet, row, (lxw_col_t)i, value,
                                   strcmp(columns[i].element, "cell") == 0 ? book->cell : book->text);
    }
    worksheet_set_row(sheet, row, lines * LINE, NULL);
}

static bool write_head(const Book *book, lxw_worksheet *sheet, bool notes)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(columns); i++) {
        const char *label = columns[i].label;
        const char *id = notes && strcmp(label, "fault") == 0      ? "note"
                         : notes && strcmp(label, "expected") == 0 ? "taken"
                                                                   : label;
        g_autofree char *zh = gaz_strings_say(book->strings, GAZ_ZH, id, NULL, 0, book->error);
        g_autofree char *en =
            zh == NULL ? NULL : gaz_strings_say(book->strings, GAZ_EN, id, NULL, 0, book->error);
        g_autofree char *text = en == NULL ? NULL : g_strconcat(zh, "\n", en, NULL);

        if (text == NULL)
            return false;
        worksheet_write_string(sheet, 0, (lxw_col_t)i, text, book->head);
        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL);
    }
    return true;
}

static bool write_list(const Book *book, xmlNodePtr list, const char *tab, bool notes)
{
    g_autofree char *name = gaz_strings_say(book->strings, GAZ_ZH, tab, NULL, 0, book->error);
    lxw_worksheet *sheet = name == NULL ? NULL : workbook_add_worksheet(book->book, name);
    lxw_row_t row = 0;

    if (sheet == NULL || !write_head(book, sheet, notes))
        return false;
    for (xmlNodePtr of = list->children; of != NULL; of = of->next)
        for (xmlNodePtr fault = of->children; fault != NULL; fault = fault->next)
            write_fault(book, sheet, ++row, fault);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, row, G_N_ELEMENTS(columns) - 1);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_row(sheet, 0, 2 * 16, NULL);
    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    return true;
}

static void make_formats(Book *book)
{
    book->head = workbook_add_format(book->book);
    format_set_bold(book->head);
    format_set_text_wrap(book->head);
    format_set_align(book->head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(book->head, 0xF3F5F7);
    format_set_bottom(book->head, LXW_BORDER_THIN);
    book->text = workbook_add_format(book->book);
    format_set_text_wrap(book->text);
    format_set_align(book->text, LXW_ALIGN_VERTICAL_TOP);
    book->cell = workbook_add_format(book->book);
    format_set_bold(book->cell);
    format_set_align(book->cell, LXW_ALIGN_VERTICAL_TOP);
}

static bool write_xlsx(const GazStrings *strings, xmlDocPtr facts, GazDate as_of, const char *path,
                       GError **error)
{
    xmlNodePtr root = xmlDocGetRootElement(facts);
    Book book = {.book = workbook_new(path), .strings = strings, .error = error};
    lxw_doc_properties properties = {.created = (time_t)as_of * 86400}; /* not the clock's */
    lxw_error result;
    bool written;

    workbook_set_properties(book.book, &properties);
    make_formats(&book);
    written = write_list(&book, child(root, "faults"), "tab.faults", false) &&
              write_list(&book, child(root, "notes"), "tab.notes", true);
    result = workbook_close(book.book);
    if (written && result != LXW_NO_ERROR)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, lxw_strerror(result));
    return written && result == LXW_NO_ERROR;
}

bool gaz_report_file_write(GazReport *report, const char *folder, GazDate as_of, const char *share,
                           const char *path, GError **error)
{
    g_autofree char *templates = g_build_filename(share, "templates", "report", NULL);
    g_autofree char *strings_path = g_build_filename(templates, "strings.xml", NULL);
    g_autofree char *words_path = g_build_filename(templates, "faults.xml", NULL);
    g_autoptr(GazStrings) strings = gaz_strings_read(strings_path, error);
    g_autoptr(GazFaultWords) words = strings == NULL ? NULL : gaz_fault_words_read(words_path, error);
    xmlDocPtr facts = words == NULL ? NULL : gaz_report_facts(report, folder, as_of, words, strings, error);
    bool done;

    if (facts == NULL)
        return false;
    done = g_str_has_suffix(path, ".xlsx") ? write_xlsx(strings, facts, as_of, path, error)
                                           : write_html(templates, strings, facts, path, error);
    xmlFreeDoc(facts);
    return done;
}
