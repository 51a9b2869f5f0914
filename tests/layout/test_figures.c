/* test_figures.c - what stands before the rows of a figure is said whole, and nothing is drawn over it. */
#include "../support/suite.h"
#include "document/document.h"
#include "layout/flow.h"
#include <check.h>
#include <string.h>

static const struct {
    const char *name, *zh, *en;
} labels[] = {
    {"one line", "示范市（2条）", "Shifan (2)"},
    {"two lines", "示例七水泥有限公司1号窑", "Example Seven Cement Co., Ltd., Kiln No. 1"},
    {"many lines", "山东鲁北水泥熟料新型建筑材料科技发展集团综合利用环保水泥股份有限责任公司1号窑",
     "Shandong Lubei Clinker and New Building Materials Science and Technology Development Group (Jinan "
     "Zhangqiu) Comprehensive Utilisation Environmental Cement Joint Stock Co., Ltd., Kiln No. 1"},
    {"a word wider than the labels", "甲",
     "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftzement"},
};
static const GazLanguageSet languages[] = {GAZ_LANGUAGES_ZH, GAZ_LANGUAGES_EN, GAZ_LANGUAGES_BOTH};
enum { ROWS = 60 }; /* more than a page of them */

/* What is seen of a figure: where its words are on the page at hand, and how much of them is said on all. */
typedef struct {
    const char *in[GAZ_LANGUAGES]; /* every row's label */
    size_t said[GAZ_LANGUAGES];    /* [bytes] */
    GArray *baselines;             /* of double [pt]: of lines at the left edge of the page at hand */
    double right, left_of_bars;    /* [pt] of the labels; of the bars */
    unsigned bars;
} Seen;

static void see_mark(Seen *seen, const GazMark *mark)
{
    if (mark->kind == GAZ_MARK_FRAME && mark->x > GAZ_LEFT + 1) { /* not the key's */
        seen->left_of_bars = MIN(seen->left_of_bars, mark->x);
        seen->bars++;
    }
    if (mark->kind != GAZ_MARK_GLYPHS || strcmp(mark->text, seen->in[mark->language]) != 0)
        return;
    seen->said[mark->language] += (size_t)mark->glyphs->length;
    seen->right = MAX(seen->right, mark->x + mark->width);
    if (mark->x < GAZ_LEFT + 1)
        g_array_append_val(seen->baselines, mark->y);
}

static int compare(const void *one, const void *two)
{
    double a = *(const double *)one, b = *(const double *)two;

    return (a > b) - (a < b);
}

static bool see_page(const GazPage *page, void *user, GError **error)
{
    Seen *seen = user;

    (void)error;
    seen->right = 0;
    seen->left_of_bars = GAZ_LEFT + GAZ_WIDTH;
    g_array_set_size(seen->baselines, 0);
    for (guint i = 0; i < page->marks->len; i++)
        see_mark(seen, &g_array_index(page->marks, GazMark, i));
    g_array_sort(seen->baselines, compare);
    for (guint i = 1; i < seen->baselines->len; i++)
        ck_assert_msg(g_array_index(seen->baselines, double, i) >=
                          g_array_index(seen->baselines, double, i - 1) + 8, /* [pt] their size */
                      "%s: a line is set over the one above it", seen->in[GAZ_ZH]);
    ck_assert_msg(seen->right <= seen->left_of_bars, "%s reaches %.1f pt into the bars", seen->in[GAZ_ZH],
                  seen->right - seen->left_of_bars);
    return true;
}

static void add_figure(GazDocument *document, GazFigureKind kind, GazText label)
{
    GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    GazNode *node = gaz_node_add(document, annex, GAZ_NODE_FIGURE, GAZ_ZH);
    GazDate first = gaz_date_make(2021, 1, 1);

    node->figure = gaz_figure_new(document->arena, kind);
    node->figure->alternative = gaz_text("图", "A figure");
    node->figure->from = first;
    node->figure->to = first + 364;
    for (unsigned i = 0; i < ROWS; i++) {
        GazFigureRow *row = gaz_figure_add_row(node->figure, label);

        row->value = row->required = 120 * GAZ_DECIMAL_ONE;
        if (kind == GAZ_FIGURE_CALENDAR)
            gaz_figure_add_bar(row, (int64_t)first * 1440, (int64_t)(first + 100) * 1440, GAZ_BAR_PLANNED);
    }
}

/* `_i`: a label, a kind of figure, the languages of the PDF. */
START_TEST(nothing_lies_over_a_label)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    g_autoptr(GazDocument) document = gaz_document_new();
    unsigned label = (unsigned)_i % G_N_ELEMENTS(labels), rest = (unsigned)_i / G_N_ELEMENTS(labels);
    g_autoptr(GArray) baselines = g_array_new(FALSE, FALSE, sizeof(double));
    Seen seen = {.in = {labels[label].zh, labels[label].en}, .baselines = baselines};
    GazLanguageSet spoken = languages[rest / 2];

    ck_assert_ptr_nonnull(fonts);
    add_figure(document, rest % 2 == 0 ? GAZ_FIGURE_CALENDAR : GAZ_FIGURE_BARS,
               gaz_text(seen.in[GAZ_ZH], seen.in[GAZ_EN]));
    ck_assert(gaz_layout(document, &(GazPress){fonts, spoken, false}, see_page, &seen, &error));
    ck_assert_uint_eq(seen.bars, ROWS);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        ck_assert_uint_eq(seen.said[language],
                          (spoken & 1u << language) != 0 ? ROWS * strlen(seen.in[language]) : 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("figures");
    TCase *tests = tcase_create("figures");

    tcase_add_loop_test(tests, nothing_lies_over_a_label, 0,
                        G_N_ELEMENTS(labels) * 2 * G_N_ELEMENTS(languages));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
