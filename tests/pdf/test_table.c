/* test_table.c - one table as a screen reader meets it: each cell with the headers that are said before it.
 * The text is shown in docs/table-as-read.txt; GAZETTE_ACCEPT=1 writes it anew. */
#include "../support/pdf_tags.h"
#include "../support/suite.h"
#include "document/document.h"
#include "pdf/pdf.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#define SHOWN "docs/table-as-read.txt"

static const GazTableColumn columns[] = {
    {.heading = {{"序号", "No."}}, .align = GAZ_ALIGN_CENTRE},
    {.heading = {{"企业名称", "Enterprise"}}, .row_header = true},
    {.heading = {{"生产线", "Line"}}, .row_header = true},
    {.heading = {{"批准产能（吨/日）", "Approved capacity (t/d)"}}, .align = GAZ_ALIGN_DECIMAL},
};

static const struct {
    GazRowKind kind;
    GazText cells[4];
} rows[] = {
    {GAZ_ROW_GROUP, {{{"济南市（2条）", "Jinan (2 lines)"}}}},
    {GAZ_ROW_DATA,
     {{{"1", NULL}},
      {{"示例甲水泥有限公司", "Example A Cement Co., Ltd."}},
      {{"1号窑", "Kiln No. 1"}},
      {{"5,000", NULL}}}},
    {GAZ_ROW_DATA,
     {{{"2", NULL}},
      {{"示例甲水泥有限公司", "Example A Cement Co., Ltd."}},
      {{"2号窑", "Kiln No. 2"}},
      {{"2,500", NULL}}}},
    {GAZ_ROW_SUBTOTAL, {{{NULL, NULL}}, {{"小计", "Subtotal"}}, {{NULL, NULL}}, {{"7,500", NULL}}}},
    {GAZ_ROW_TOTAL, {{{NULL, NULL}}, {{"合计", "Total"}}, {{NULL, NULL}}, {{"7,500", NULL}}}},
};

static void add_table(GazDocument *document)
{
    GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    GazNode *node = gaz_node_add(document, annex, GAZ_NODE_TABLE, GAZ_ZH);

    node->table = gaz_grid_new(document->arena, "lines", gaz_text("生产线清单", "Line list"), columns,
                               G_N_ELEMENTS(columns));
    for (unsigned r = 0; r < G_N_ELEMENTS(rows); r++) {
        GazRow *row = gaz_grid_add_row(document->arena, node->table, rows[r].kind);

        for (unsigned c = 0; c < G_N_ELEMENTS(columns); c++)
            row->cells[c].text = rows[r].cells[c];
    }
}

/* What the element at `at` says itself and in what it holds, languages apart. Yours: g_free(). */
static char *words_of(const GArray *tags, const GArray *said, unsigned at)
{
    GString *words = g_string_new(NULL);
    const char *language = tag_at(tags, at)->language;

    for (unsigned i = 0; i < said->len; i++) {
        const Said *piece = &g_array_index(said, Said, i);

        if (piece->tag < at || (piece->tag > at && tag_at(tags, piece->tag)->parent != (int)at))
            continue;
        if (strcmp(tag_at(tags, piece->tag)->language, language) != 0)
            g_string_append_printf(words, " [%s] ", tag_at(tags, piece->tag)->language);
        g_string_append(words, piece->text);
    }
    return g_string_free(words, FALSE);
}

static void put_headers(const GArray *tags, const GArray *said, const Tag *cell, GString *to)
{
    g_auto(GStrv) ids = cell->headers == NULL ? NULL : g_strsplit(cell->headers, " ", -1);

    for (unsigned n = 0; ids != NULL && ids[n] != NULL; n++)
        for (unsigned i = 0; i < tags->len; i++)
            if (g_strcmp0(tag_at(tags, i)->id, ids[n]) == 0) {
                g_autofree char *words = words_of(tags, said, i);

                g_string_append_printf(to, "%s%s", n == 0 ? "  <- " : "; ", words);
            }
}

static bool is_cell(const Tag *tag)
{
    return strcmp(tag->name, "TH") == 0 || strcmp(tag->name, "TD") == 0;
}

static void put_tag(const GArray *tags, const GArray *said, unsigned at, int depth, GString *to)
{
    const Tag *tag = tag_at(tags, at);
    g_autofree char *words = words_of(tags, said, at);

    g_string_append_printf(to, "%*s%s", 2 * depth, "", tag->name);
    if (tag->scope != NULL)
        g_string_append_printf(to, " (%s%s)", tag->scope, tag->span > 1 ? ", over all columns" : "");
    if (is_cell(tag) || strcmp(tag->name, "Caption") == 0)
        g_string_append_printf(to, " “%s”", words);
    put_headers(tags, said, tag, to);
    g_string_append_c(to, '\n');
}

/* The table and all in it but what only holds words. Yours: g_string_free(). */
static GString *table_of(const char *path)
{
    g_autoptr(GArray) said = NULL;
    GArray *tags = read_said(path, &said);
    GString *text =
        g_string_new("A table as a screen reader meets it: after each cell, the headers said before it. "
                     "Pieces in another\n"
                     "language than the table's are marked with it. Made by tests/pdf/test_table.c.\n\n");

    for (unsigned i = 0, depth = 0; i < tags->len; i++) {
        const Tag *tag = tag_at(tags, i);

        if (strcmp(tag->name, "Table") == 0)
            depth = (unsigned)tag->depth;
        if (depth > 0 && strcmp(tag->name, "Span") != 0)
            put_tag(tags, said, i, tag->depth - (int)depth, text);
    }
    g_array_unref(tags);
    return text;
}

/* Line by line: the whole is longer than what Check can say. */
static void check_lines(const char *got, const char *shown)
{
    g_auto(GStrv) found = g_strsplit(got, "\n", -1), wanted = g_strsplit(shown, "\n", -1);

    for (unsigned i = 0; found[i] != NULL && wanted[i] != NULL; i++)
        ck_assert_str_eq(found[i], wanted[i]);
    ck_assert_uint_eq(g_strv_length(found), g_strv_length(wanted));
}

START_TEST(table_is_read_as_shown)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    g_autoptr(GazDocument) document = gaz_document_new();
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL), *shown = NULL;
    g_autofree char *path = g_build_filename(folder, "file.pdf", NULL);
    g_autoptr(GString) text = NULL;

    document->form = GAZ_FORM_PUBLICITY;
    document->id = "table";
    document->title = gaz_text("表", "Table");
    document->date = gaz_date_make(2021, 9, 28);
    add_table(document);
    ck_assert(gaz_pdf_write(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, path, NULL, NULL));
    text = table_of(path);
    g_unlink(path);
    g_rmdir(folder);
    if (g_strcmp0(g_getenv("GAZETTE_ACCEPT"), "1") == 0)
        ck_assert(g_file_set_contents(SHOWN, text->str, -1, NULL));
    ck_assert(g_file_get_contents(SHOWN, &shown, NULL, NULL));
    check_lines(text->str, shown);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("a table as it is read");
    TCase *all = tcase_create("all");

    tcase_set_timeout(all, 0);
    tcase_add_test(all, table_is_read_as_shown);
    suite_add_tcase(suite, all);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
