/* test_growth.c - twice as much to write is twice the work: objects and bytes of files of n, 2n and 4n of
 * everything that can be many in a document. */
#include "../support/suite.h"
#include "document/document.h"
#include "pdf/pdf.h"
#include <check.h>
#include <glib/gstdio.h>

static GazNode *add_text(GazDocument *document, GazNodeKind kind, const char *text)
{
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_ZH], kind, GAZ_ZH);

    gaz_node_add_run(document, node, GAZ_ZH, text);
    return node;
}

static void add_row(GazDocument *document, GazGrid *grid, GazRowKind kind, unsigned number)
{
    GazRow *row = gaz_grid_add_row(document->arena, grid, kind);
    const char *digits = gaz_arena_printf(document->arena, "%u", number);

    row->cells[0].text = gaz_text("示例水泥有限公司", "Example Cement Co., Ltd.");
    if (kind == GAZ_ROW_DATA)
        row->cells[1].text = gaz_text(digits, NULL);
}

/* Rows of a table in groups of ten. */
static void add_rows(GazDocument *document, unsigned count)
{
    static const GazTableColumn columns[] = {{.heading = {{"企业", "Enterprise"}}, .row_header = true},
                                             {.heading = {{"序号", "No."}}, .align = GAZ_ALIGN_DECIMAL}};
    GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    GazNode *node = gaz_node_add(document, annex, GAZ_NODE_TABLE, GAZ_ZH);

    node->table =
        gaz_grid_new(document->arena, "rows", gaz_text("表", "Table"), columns, G_N_ELEMENTS(columns));
    for (unsigned i = 0; i < count; i++) {
        if (i % 10 == 0)
            add_row(document, node->table, GAZ_ROW_GROUP, 0);
        add_row(document, node->table, GAZ_ROW_DATA, i);
    }
}

static void add_links(GazDocument *document, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        add_text(document, GAZ_NODE_PARAGRAPH, "电子邮箱")->runs->link = "mailto:a@b.example";
}

/* Each with its place in the outline, and a link to it from the one before. */
static void add_headings(GazDocument *document, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        GazNode *node = add_text(document, GAZ_NODE_HEADING, "一级标题");

        node->level = 1 + i % 2;
        node->id = gaz_arena_printf(document->arena, "h%u", i);
        node->runs->link = gaz_arena_printf(document->arena, "#h%u", i + 1);
    }
}

static void add_paragraphs(GazDocument *document, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        add_text(document, GAZ_NODE_PARAGRAPH,
                 "各市工业和信息化、生态环境部门要加强监督检查，对发现的问题及时依规处理，并 Department of "
                 "Tests。");
}

static const struct {
    const char *name;
    void (*add)(GazDocument *, unsigned);
    unsigned n;
} shapes[] = {{"rows", add_rows, 400},
              {"links", add_links, 300},
              {"headings", add_headings, 300},
              {"paragraphs", add_paragraphs, 300}};

static GazPdfFacts facts_of(void (*add)(GazDocument *, unsigned), unsigned count, GazFonts *fonts)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "file.pdf", NULL);
    GazPdfFacts facts = {0};

    document->form = GAZ_FORM_PUBLICITY;
    document->id = "growth";
    document->title = gaz_text("增长", "Growth");
    document->date = gaz_date_make(2021, 9, 28);
    add(document, count);
    ck_assert_msg(
        gaz_pdf_write(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, path, &facts, &error), "%s",
        error == NULL ? "" : error->message);
    g_unlink(path);
    g_rmdir(folder);
    return facts;
}

/* What the second n costs, and the next 2n: fonts and the like are there once. A tenth is left for the
 * numbers, which grow longer, and for pages and leaves begun. */
START_TEST(work_grows_with_the_document)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    unsigned n = shapes[_i].n;
    GazPdfFacts one, two, four;

    ck_assert_ptr_nonnull(fonts);
    one = facts_of(shapes[_i].add, n, fonts);
    two = facts_of(shapes[_i].add, 2 * n, fonts);
    four = facts_of(shapes[_i].add, 4 * n, fonts);
    ck_assert_uint_gt(two.objects, one.objects);
    ck_assert_msg(four.objects - two.objects <= 2.2 * (two.objects - one.objects), "%s: %u, %u, %u objects",
                  shapes[_i].name, one.objects, two.objects, four.objects);
    ck_assert_msg((double)(four.bytes - two.bytes) <= 2.2 * (double)(two.bytes - one.bytes),
                  "%s: %zu, %zu, %zu bytes", shapes[_i].name, one.bytes, two.bytes, four.bytes);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("growth of PDF files");
    TCase *all = tcase_create("all");

    tcase_set_timeout(all, 0);
    tcase_add_loop_test(all, work_grows_with_the_document, 0, G_N_ELEMENTS(shapes));
    suite_add_tcase(suite, all);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
