/* test_form.c - positions of GB/T 9704-2012 measured from the drawn page, within the millimetre it allows
 * (6.1). The page is the real notice 212 with the notice it carries, and an interview notice as a letter. */
#include "../support/suite.h"
#include "setting.h"
#include <math.h>

static const double left_edge = 28, right_edge = 184, top_edge = 37, bottom_edge = 262; /* 5.2.1 [mm] */

static char *folder;
static char *official, *letter; /* PDFs */

static void set_up(void)
{
    folder = g_dir_make_tmp("gazette-form-XXXXXX", NULL);
    official = g_build_filename(folder, "official.pdf", NULL);
    letter = g_build_filename(folder, "letter.pdf", NULL);
    set_notice("notice-212", "notice-212", official);
    set_notice("shandong-2021", "interview-2021-04", letter);
}

static void tear_down(void)
{
    g_unlink(official);
    g_unlink(letter);
    g_rmdir(folder);
}

static void near(const char *clause, const char *what, double found, double wanted)
{
    ck_assert_msg(fabs(found - wanted) <= 1, "%s %s: found %.1f mm, expected %.1f", clause, what, found,
                  wanted);
}

START_TEST(head_of_the_document_form)
{
    cairo_surface_t *page = picture_of(official, 1);
    Extents mark = extents(page, 0, 210, 0, 297, INK_RED);
    double rule = rule_below(page, 0, 150, INK_RED);
    Extents line = extents(page, 0, 210, rule, rule + 1, INK_RED);
    Extents number = extents(page, 0, 210, 80, rule - 1, INK_BLACK);
    Extents title = extents(page, 0, 210, rule + 2, rule + 29, INK_BLACK);

    near("7.2.4", "upper edge of the mark's ink", mark.top, top_edge + 35);
    near("7.2.4", "middle of the mark", (mark.left + mark.right) / 2, 106);
    near("7.2.5", "middle of the number", (number.left + number.right) / 2, 106);
    near("7.2.7", "red rule below the number", rule - number.bottom, 4);
    near("7.2.7", "left end of the red rule", line.left, left_edge);
    near("7.2.7", "right end of the red rule", line.right, right_edge);
    near("7.3.1", "title below the red rule", title.top - rule, 2 * 10.446 + 0.7);
    near("7.3.1", "middle of the title", (title.left + title.right) / 2, 106);
    cairo_surface_destroy(page);
}
END_TEST

/* Bands of ink between the type area's edges: the lines. */
static unsigned count_lines(cairo_surface_t *page, double *first, double *last)
{
    unsigned lines = 0;
    int above = 0;

    for (int y = (int)(top_edge * DOTS_A_MM) - 5; y < (int)(bottom_edge * DOTS_A_MM) + 5; y++) {
        int dots = 0;

        for (int x = 0; x < cairo_image_surface_get_width(page); x++)
            dots += is_ink(page, x, y, INK_BLACK);
        /* a gap of 2 mm parts two lines; the parts of one character are nearer */
        if (dots > 0 && (lines == 0 || y - above > 2 * DOTS_A_MM)) {
            lines++;
            *first = lines == 1 ? (double)y / DOTS_A_MM : *first;
        }
        above = dots > 0 ? y : above;
    }
    *last = (double)above / DOTS_A_MM;
    return lines;
}

/* A page without a heading kept over from its foot. */
START_TEST(grid_of_a_full_page)
{
    cairo_surface_t *page = picture_of(official, 4);
    Extents body = extents(page, 0, 210, top_edge - 1, bottom_edge + 1, INK_BLACK);
    double first = 0, last = 0;

    ck_assert_uint_eq(count_lines(page, &first, &last), 22);
    near("5.2.1", "upper edge of the type area", first, top_edge);
    near("5.2.1", "lower edge of the type area", last, bottom_edge);
    near("5.2.1", "left edge of the type area", body.left, left_edge);
    near("5.2.1", "right edge of the type area", body.right, right_edge);
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(page_numbers_stand_outside)
{
    cairo_surface_t *odd = picture_of(official, 1), *even = picture_of(official, 2);
    Extents right = extents(odd, 0, 210, bottom_edge + 2, 290, INK_BLACK);
    Extents left = extents(even, 0, 210, bottom_edge + 2, 290, INK_BLACK);

    near("7.5", "middle of the dashes", rule_below(odd, bottom_edge + 2, 6, INK_BLACK), bottom_edge + 7);
    near("7.5", "right end of an odd number", right.right, right_edge - 4.94);
    near("7.5", "left end of an even number", left.left, left_edge + 4.94);
    cairo_surface_destroy(odd);
    cairo_surface_destroy(even);
}
END_TEST

/* The page with the imprint: its number is even, and it shows none (7.5). */
START_TEST(imprint_ends_at_the_lower_edge)
{
    cairo_surface_t *page = picture_of(official, 12);
    Extents rules = extents(page, 0, 210, bottom_edge - 1, bottom_edge + 1, INK_BLACK);
    Extents below = extents(page, 0, 210, bottom_edge + 2, 290, INK_BLACK);

    near("7.4.1", "last rule", (rules.top + rules.bottom) / 2, bottom_edge);
    near("7.4.1", "left end of the last rule", rules.left, left_edge);
    near("7.4.1", "right end of the last rule", rules.right, right_edge);
    ck_assert_msg(below.left < 0, "7.5: a page that holds the imprint alone has no number");
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(annex_label_stands_at_the_top_left)
{
    cairo_surface_t *page = picture_of(official, 6);
    Extents label = extents(page, 0, 60, top_edge - 2, top_edge + 8, INK_BLACK);

    near("7.3.7", "left edge of 附件", label.left, left_edge);
    near("7.3.7", "upper edge of 附件", label.top, top_edge);
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(letter_form)
{
    cairo_surface_t *page = picture_of(letter, 1);
    Extents mark = extents(page, 0, 210, 0, 100, INK_RED);
    double upper = rule_below(page, 0, 160, INK_RED), lower = rule_below(page, 200, 160, INK_RED);
    Extents line = extents(page, 0, 210, upper, upper + 0.5, INK_RED);
    Extents foot = extents(page, 0, 210, lower - 1, 297, INK_RED);
    Extents number = extents(page, 100, 210, upper + 3, upper + 12, INK_BLACK);
    Extents below = extents(page, 0, 210, foot.bottom + 1, 297, INK_BLACK);

    near("10.1", "upper edge of the mark's ink", mark.top, 30);
    near("10.1", "left end of the upper rules", line.left, 21);
    near("10.1", "right end of the upper rules", line.right, 191);
    near("10.1", "lower rules above the page's foot", 297 - foot.bottom, 20);
    near("10.1", "right end of the number", number.right, right_edge);
    ck_assert_msg(below.left < 0, "10.1: the first page of a letter has no number");
    cairo_surface_destroy(page);
}
END_TEST

static Suite *form_suite(void)
{
    Suite *suite = suite_create("official form");
    TCase *tests = tcase_create("official form");

    tcase_add_unchecked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, head_of_the_document_form);
    tcase_add_test(tests, grid_of_a_full_page);
    tcase_add_test(tests, page_numbers_stand_outside);
    tcase_add_test(tests, imprint_ends_at_the_lower_edge);
    tcase_add_test(tests, annex_label_stands_at_the_top_left);
    tcase_add_test(tests, letter_form);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(form_suite());
}
