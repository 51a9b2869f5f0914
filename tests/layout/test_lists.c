/* test_lists.c - GB/T 9704-2012, 7.3.4: numbers of annexes stand below one another, and what turns over of a
 * name below its first letter, however full the lines are. */
#include "../support/suite.h"
#include "document/document.h"
#include "layout/flow.h"
#include <check.h>
#include <math.h>
#include <string.h>

/* Names that just fill a line, turn over by a letter, by a word, by half a line. */
static const char *const names[] = {
    "2021年采暖季水泥熟料企业错峰生产时间安排表",
    "2021—2022年采暖季水泥熟料企业错峰生产时间表（征求意见稿）",
    "2021—2022年采暖季水泥熟料企业错峰生产日历图（征求意见稿）",
    "采暖季水泥熟料企业错峰生产时间与征求意见稿对照表",
    "水泥熟料企业错峰生产时间表",
    "公示期间意见采纳情况以及有关企业在公示期间提出的异议与处理结果的说明",
};

/* Where a list stands [pt]: its numbers, the first letters of its names' lines. */
typedef struct {
    double number, name;
    double y; /* of the line at hand */
    unsigned numbers, lines;
} Seen;

static void expect(double *where, double x, const char *what, const char *text)
{
    if (*where == 0)
        *where = x;
    ck_assert_msg(fabs(*where - x) < 0.05, "%s of %s stands %.2f pt off", what, text, x - *where);
}

static bool see_page(const GazPage *page, void *user, GError **error)
{
    Seen *seen = user;

    (void)error;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        if (mark->kind != GAZ_MARK_GLYPHS || strstr(mark->text, "附件") != NULL || mark->text[0] == '\xE2')
            continue; /* the label; the page's number between dashes */
        if (g_str_has_suffix(mark->text, ".")) {
            expect(&seen->number, mark->x, "the number", mark->text);
            seen->numbers++;
        } else if (mark->y != seen->y) {
            expect(&seen->name, mark->x, "a line", mark->text);
            seen->y = mark->y;
            seen->lines++;
        }
    }
    return true;
}

static Seen set_list(const char *const *items, unsigned count, unsigned first)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *list = gaz_node_add(document, document->bodies[GAZ_ZH], GAZ_NODE_ANNEX_LIST, GAZ_ZH);
    Seen seen = {0};

    ck_assert_ptr_nonnull(fonts);
    list->number = "附件：";
    for (unsigned i = 0; i < count; i++) {
        GazNode *item = gaz_node_add(document, list, GAZ_NODE_ITEM, GAZ_ZH);
        GazNode *text = gaz_node_add(document, item, GAZ_NODE_PARAGRAPH, GAZ_ZH);

        item->number = gaz_arena_printf(document->arena, "%u", i + 1);
        gaz_node_add_run(document, text, GAZ_ZH, items[(first + i) % count]);
    }
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_ZH, false}, see_page, &seen, &error));
    ck_assert_uint_eq(seen.numbers, count);
    return seen;
}

START_TEST(numbers_and_names_stand_in_line)
{
    ck_assert_uint_gt(set_list(names, G_N_ELEMENTS(names), (unsigned)_i).lines, G_N_ELEMENTS(names));
}
END_TEST

/* Gaps give way before a letter turns over by itself. */
START_TEST(a_name_a_little_too_long_has_one_line)
{
    static const char *const long_names[] = {"2024—2025年采暖季水泥熟料企业错峰生产时间表",
                                             "2024—2025年采暖季水泥熟料企业错峰生产日历图"};

    ck_assert_uint_eq(set_list(long_names, 2, 0).lines, 2);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lists");
    TCase *tests = tcase_create("lists");

    tcase_add_loop_test(tests, numbers_and_names_stand_in_line, 0, G_N_ELEMENTS(names));
    tcase_add_test(tests, a_name_a_little_too_long_has_one_line);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
