/* test_columns.c - widths of columns: what a text takes at most, and that few texts are shaped to find them.
 */
#include "../support/suite.h"
#include "fonts.h"
#include "layout/columns.h"
#include "layout/paragraph.h"
#include "layout/reach.h"
#include <check.h>
#include <math.h>

static const struct {
    const char *text;
    double times; /* that its reach may be of its width */
} texts[] = {
    {"12000", 1.001},
    {"2014-12-12", 1.001},
    {"1,240.5", 1.01},
    {"11/7-4", 1.01},
    {"济南砚泉新型建筑材料科技发展有限责任公司", 1.001},
    {"1号窑", 1.2},
    {"2号水泥熟料生产线A", 1.2},
    {"4.8 m x 72 m", 1.2},
    {"Jinan Yanquan New Building Materials Technology Development Co., Ltd.", 1.1},
    {"AVATAR To Wolf", 1.3},
    {"f) f] f? (j) fjord", 1.3},
    {"", 1},
};

START_TEST(no_text_is_wider_than_its_reach)
{
    g_autoptr(GazFonts) fonts = open_fonts();

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazSetting setting = gaz_cell_setting(language, false, 0);
        GazAdvances advances = {0};
        GazReach reach = gaz_reach_of(fonts, texts[_i].text, &setting, &advances);
        double width = gaz_text_width(fonts, texts[_i].text, &setting);

        ck_assert_msg(width <= reach.whole + 1e-6 && reach.whole <= width * texts[_i].times + 1e-6,
                      "%s: %.3f, reach %.3f", texts[_i].text, width, reach.whole);
        ck_assert(reach.word <= reach.whole);
    }
}
END_TEST

START_TEST(the_longest_word_counts)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazSetting setting = gaz_cell_setting(GAZ_EN, false, 0);
    GazAdvances advances = {0};
    GazReach reach = gaz_reach_of(fonts, "to Technology of", &setting, &advances);
    double width = gaz_text_width(fonts, "Technology", &setting);

    ck_assert(width <= reach.word && reach.word < 1.15 * width);
    ck_assert(!reach.han);
}
END_TEST

START_TEST(what_only_shaping_tells_has_no_reach)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazSetting setting = gaz_cell_setting(GAZ_ZH, false, 0);
    GazAdvances advances = {0};
    GazReach reach = gaz_reach_of(fonts, "窑径（米）", &setting, &advances);

    ck_assert(isinf(reach.whole) && isinf(reach.word));
}
END_TEST

/* The widest number is in no row of the sample. */
static GazGrid *grid_of(GazArena *arena, unsigned rows, const char *widest)
{
    static const GazTableColumn columns[] = {
        {.heading = GAZ_TEXT("编号", "No."), .code = "number"},
        {.heading = GAZ_TEXT("名称", "Name"), .code = "name"},
    };
    GazGrid *grid = gaz_grid_new(arena, "lines", gaz_text("清单", "List"), columns, G_N_ELEMENTS(columns));

    for (unsigned i = 0; i < rows; i++) {
        GazRow *row = gaz_grid_add_row(arena, grid, GAZ_ROW_DATA);

        row->cells[0].text.in[GAZ_ZH] =
            i == rows / 2 + 1 ? gaz_arena_strdup(arena, widest) : gaz_arena_printf(arena, "%u", 10000 + i);
        row->cells[1].text.in[GAZ_ZH] = gaz_arena_printf(arena, "济南砚泉水泥有限公司%u号窑", 10000 + i);
        row->cells[1].text.in[GAZ_EN] = gaz_arena_printf(arena, "Jinan Yanquan, Kiln No. %u", 10000 + i);
    }
    return grid;
}

START_TEST(few_texts_are_shaped_to_find_the_widths)
{
    enum { ROWS = 6400 };
    static const char *const widest = "10000-20000";
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazFlow flow = {.fonts = fonts, .width = GAZ_WIDTH / 2};
    GazSetting setting = gaz_cell_setting(GAZ_ZH, false, 0);
    GazCellLook look = {.zh = true, .en = true};
    double widths[2];

    gaz_columns_find(&flow, grid_of(arena, ROWS, widest), look, widths);
    ck_assert_uint_le(gaz_fonts_shaped(fonts), ROWS / 10);
    ck_assert_double_ge(widths[0], gaz_text_width(fonts, widest, &setting) + 2 * GAZ_CELL_PAD);
}
END_TEST

/* A word wider than the table is cut, not the number beside it. */
START_TEST(a_long_word_leaves_numbers_whole)
{
    static const char *const number = "2024-11-15";
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazFlow flow = {.fonts = fonts, .width = GAZ_WIDTH / 2};
    GazSetting setting = gaz_cell_setting(GAZ_ZH, false, 0);
    GazGrid *grid = grid_of(arena, 20, number);
    double widths[2];

    g_array_index(grid->rows, GazRow, 7).cells[1].text.in[GAZ_EN] =
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftzement";
    gaz_columns_find(&flow, grid, (GazCellLook){.zh = true, .en = true}, widths);
    ck_assert_double_ge(widths[0], gaz_text_width(fonts, number, &setting) + 2 * GAZ_CELL_PAD);
    ck_assert_double_le(widths[0] + widths[1], flow.width + 1e-3);
}
END_TEST

/* Lines that `text` takes in a column. */
static unsigned lines_in(GazFonts *fonts, const char *text, GazLanguage language, double width)
{
    GazSetting setting = gaz_cell_setting(language, false, width - 2 * GAZ_CELL_PAD + 0.5);
    GazRun run = {.text = text, .language = language};
    g_autoptr(GazParagraph) set = gaz_paragraph_new(fonts, &run, &setting);

    return set->lines->len;
}

/* [pt] of the rows as they are set with `width` for the first column and the rest for the second. */
static double height_at(GazFonts *fonts, const GazGrid *grid, const double *widths)
{
    double all = 0;

    for (unsigned r = 0; r < grid->rows->len; r++) {
        const GazRow *row = &g_array_index(grid->rows, GazRow, r);
        double most = 0;

        for (unsigned c = 0; c < grid->column_count; c++) {
            double cell = 0;

            for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
                cell += gaz_cell_pitch(language) *
                        lines_in(fonts, row->cells[c].text.in[language], language, widths[c]);
            most = MAX(most, cell);
        }
        all += most;
    }
    return all;
}

/* Names of enterprises and of those who recognise their tasks, in a table with little room for both. */
static GazGrid *grid_of_names(GazArena *arena)
{
    static const GazTableColumn columns[] = {
        {.heading = GAZ_TEXT("企业名称", "Enterprise"), .code = "enterprise"},
        {.heading = GAZ_TEXT("认可部门", "Recognised by"), .code = "recognised-by"},
    };
    static const GazText names[] = {
        GAZ_TEXT("济南岚砥水泥有限公司", "Jinan Landi Cement Co., Ltd."),
        GAZ_TEXT("济南钢砾环保建材有限公司", "Jinan Gangli Environmental Building Materials Co., Ltd."),
        GAZ_TEXT("淄博笃岩环保建材科技有限公司",
                 "Zibo Duyan Environmental Building Materials Technology Co., Ltd."),
        GAZ_TEXT("东平湛砥建材有限公司", "Dongping Zhandi Building Materials Co., Ltd."),
    };
    GazGrid *grid = gaz_grid_new(arena, "tasks", gaz_text("情况", "Votes"), columns, G_N_ELEMENTS(columns));

    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        GazRow *row = gaz_grid_add_row(arena, grid, GAZ_ROW_DATA);

        row->cells[0].text = names[i];
        row->cells[1].text =
            gaz_text("泰安市工业和信息化局、泰安市生态环境局",
                     "Tai’an Municipal Bureau of Industry and Information Technology; Tai’an "
                     "Municipal Bureau of Ecology and Environment");
    }
    return grid;
}

/* No other share of the width makes the table, as it is set, lower by more than a sixth: widths are found by
 * what lines are estimated to be. */
START_TEST(narrow_columns_of_words_share_as_is_best)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazFlow flow = {.fonts = fonts, .width = 130 + 10 * _i};
    GazGrid *grid = grid_of_names(arena);
    double widths[2], found, least = G_MAXDOUBLE;

    gaz_columns_find(&flow, grid, (GazCellLook){.zh = true, .en = true}, widths);
    found = height_at(fonts, grid, widths);
    for (double first = 51; first < flow.width - 51; first += 3)
        least = MIN(least, height_at(fonts, grid, (double[]){first, flow.width - first}));
    ck_assert_msg(found <= least * 6 / 5, "%.0f pt in all: %.0f and %.0f: %.0f pt high, where %.0f can be",
                  flow.width, widths[0], widths[1], found, least);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("columns");
    TCase *all = tcase_create("all");

    tcase_add_loop_test(all, no_text_is_wider_than_its_reach, 0, G_N_ELEMENTS(texts));
    tcase_add_test(all, the_longest_word_counts);
    tcase_add_test(all, what_only_shaping_tells_has_no_reach);
    tcase_add_test(all, few_texts_are_shaped_to_find_the_widths);
    tcase_add_test(all, a_long_word_leaves_numbers_whole);
    tcase_add_loop_test(all, narrow_columns_of_words_share_as_is_best, 0, 14);
    suite_add_tcase(suite, all);
    return suite_run(suite);
}
