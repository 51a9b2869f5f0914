/* test_seals.c - GB/T 9704-2012, 7.3.5: names, date and seals measured from the drawn page, within the
 * millimetre that 6.1 allows. The seals are plain circles, a PNG and an SVG that the test draws itself. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "setting.h"
#include <math.h>

static const double left_edge = 28, right_edge = 184, bottom_edge = 262; /* 5.2.1 [mm] */
static const double cell = 156.0 / 28, pitch = 10.446;                   /* 5.2.3 [mm] */
static const double highest = 8;  /* a line's ink, size 2 at most [mm] */
static const double beside = 1.2; /* blank at the right of 日 [mm] */

static char *folder;

/* A ring that fills the image but for a blank of a tenth at each side: it is no part of the diameter. */
static void draw_png(const char *path)
{
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1000, 1000);
    cairo_t *cairo = cairo_create(image);

    cairo_set_source_rgb(cairo, 0.85, 0.05, 0.05);
    cairo_set_line_width(cairo, 20);
    cairo_arc(cairo, 500, 500, 390, 0, 2 * G_PI);
    cairo_stroke(cairo);
    cairo_destroy(cairo);
    ck_assert_int_eq(cairo_surface_write_to_png(image, path), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(image);
}

static void set_up(void)
{
    g_autofree char *seals = NULL, *png = NULL;

    folder = data_folder_copy("tests/layout/input/sealed");
    seals = g_build_filename(folder, "seals", NULL);
    png = g_build_filename(seals, "a.png", NULL);
    g_mkdir(seals, 0700);
    draw_png(png);
    data_folder_write(
        folder, "seals/b.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><circle cx='50' cy='50' r='39'"
        " fill='none' stroke='#d90d0d' stroke-width='2'/></svg>",
        -1);
    data_folder_write(
        folder, "seals/name.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><path d='M10 40h80v30h-80z' "
        "fill='none' stroke='#d90d0d' stroke-width='2'/></svg>",
        -1);
}

static void tear_down(void)
{
    data_folder_remove(folder);
}

/* A page of the notice. Yours: cairo_surface_destroy(). */
static cairo_surface_t *page_of(const char *notice, unsigned page)
{
    g_autofree char *name = g_strconcat(notice, ".pdf", NULL), *path = g_build_filename(folder, name, NULL);
    cairo_surface_t *picture;

    set_notice_of(folder, notice, path);
    picture = picture_of(path, page);
    g_unlink(path);
    return picture;
}

static void near(const char *clause, const char *what, double found, double wanted)
{
    ck_assert_msg(fabs(found - wanted) <= 1, "%s %s: found %.1f mm, expected %.1f", clause, what, found,
                  wanted);
}

static double middle(const Extents *extents)
{
    return (extents->left + extents->right) / 2;
}

/* The lines of black ink of a column of the page, from `from` [mm] on; the n-th of them. */
static Extents line_of(cairo_surface_t *page, double left, double right, double from, unsigned n)
{
    Extents line = {-1, -1, -1, -1};

    for (; n > 0; n--, from = line.bottom + 0.5) {
        double top = extents(page, left, right, from, 265, INK_BLACK).top;

        line = extents(page, left, right, top, top + highest, INK_BLACK);
        ck_assert_msg(line.left >= 0, "a line is missing");
    }
    return line;
}

/* Below the title of the first page, its two lines of text. */
static double text_bottom(cairo_surface_t *page)
{
    double rule = rule_below(page, 0, 150, INK_RED);

    return line_of(page, left_edge, right_edge, rule + 2, 4).bottom;
}

/* The ring between these columns, below `from`. */
static Extents ring(cairo_surface_t *page, double left, double right, double from)
{
    return extents(page, left, right, from, bottom_edge + 1, INK_RED);
}

START_TEST(one_agency_with_its_seal)
{
    cairo_surface_t *page = page_of("one", 1);
    double text = text_bottom(page);
    Extents seal = ring(page, left_edge, right_edge, text - 3);
    Extents name = line_of(page, 100, 188, text + 1, 1), date = line_of(page, 100, 188, text + 1, 2);

    near("7.3.5.1", "right end of the date, four 字 in", date.right, right_edge - 4 * cell - beside);
    near("7.3.5.1", "middle of the name over the date's", middle(&name), middle(&date));
    near("7.3.5.1", "middle of the seal over the date's", middle(&seal), middle(&date));
    near("7.3.5.1", "diameter of the seal", seal.right - seal.left, 45);
    near("7.3.5.1", "height of the seal", seal.bottom - seal.top, 45);
    ck_assert_msg(seal.top > text && seal.top - text < pitch,
                  "7.3.5.1: the seal's top is %.1f mm below the text, not within a line", seal.top - text);
    ck_assert_msg((name.top + date.bottom) / 2 > (seal.top + seal.bottom) / 2 &&
                      (name.top + date.bottom) / 2 < (seal.top + seal.bottom) / 2 + 6,
                  "7.3.5.1: names and date don't lie a little below the seal's middle");
    near("7.3.5.1", "date one line below the name", date.bottom - name.bottom, pitch);
    cairo_surface_destroy(page);
}
END_TEST

/* The second seal is an SVG, of 42 mm. */
START_TEST(two_agencies_side_by_side)
{
    cairo_surface_t *page = page_of("two", 1);
    double text = text_bottom(page);
    Extents first = ring(page, left_edge - 1, 100, text - 3),
            second = ring(page, 100, right_edge + 1, text - 3);
    Extents lead = line_of(page, left_edge, 100, text + 1, 1), name = line_of(page, 102, 188, text + 1, 1);
    Extents date = line_of(page, 102, 188, text + 1, 2), remark = line_of(page, left_edge, 100, text + 1, 2);

    near("7.3.5.1", "diameter of the first seal", first.right - first.left, 45);
    near("7.3.5.1", "diameter of the second seal", second.right - second.left, 42);
    near("7.3.5.1", "seals in line", (first.top + first.bottom) / 2, (second.top + second.bottom) / 2);
    near("7.3.5.1", "first seal over the first name", middle(&first), middle(&lead));
    near("7.3.5.1", "second seal over the second name", middle(&second), middle(&name));
    near("7.3.5.1", "second seal over the date", middle(&second), middle(&date));
    ck_assert_msg(first.top > text && first.top - text < pitch,
                  "7.3.5.1: first seal not within a line of the text");
    ck_assert_msg(first.left >= left_edge && second.right <= right_edge && second.left > first.right,
                  "7.3.5.1: the seals touch or leave the type area");
    ck_assert_msg(remark.top > first.bottom, "7.3.6: the remark lies under a seal");
    cairo_surface_destroy(page);
}
END_TEST

/* On page 2, below a line of text: page 1 is full. */
START_TEST(three_agencies_in_a_row)
{
    cairo_surface_t *page = page_of("three", 2);
    Extents seals[3], line = line_of(page, left_edge, right_edge, 36, 1);

    for (unsigned i = 0; i < 3; i++) {
        seals[i] = ring(page, left_edge - 1 + i * 52.5, left_edge + 52 + i * 52.5, 36);
        near("7.3.5.1", "diameter of a seal", seals[i].right - seals[i].left, 45);
        near("7.3.5.1", "seals in line", seals[i].top, seals[0].top);
        ck_assert_msg(seals[i].left >= left_edge && seals[i].right <= right_edge,
                      "7.3.5.1: seal %u leaves the type area", i + 1);
    }
    ck_assert_msg(seals[1].left > seals[0].right && seals[2].left > seals[1].right,
                  "7.3.5.1: the seals touch");
    ck_assert_msg(seals[0].top > line.bottom && seals[0].top - line.bottom < pitch,
                  "7.3.5.1: the seals' top is not within a line of the text");
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(four_agencies_in_two_rows)
{
    cairo_surface_t *page = page_of("four", 2);
    Extents seals[4];

    for (unsigned i = 0; i < 4; i++) {
        double from = i < 2 ? 40 : seals[0].bottom + 0.5;
        Extents row = ring(page, left_edge - 1, right_edge + 1, from);
        double left = i % 2 == 0 ? left_edge - 1 : 100;

        seals[i] = extents(page, left, i % 2 == 0 ? 100 : right_edge + 1, from, row.top + 45.5, INK_RED);
    }
    near("7.3.5.1", "third seal below the first", middle(&seals[2]), middle(&seals[0]));
    near("7.3.5.1", "fourth seal below the second", middle(&seals[3]), middle(&seals[1]));
    ck_assert_msg(seals[2].top > seals[0].bottom && seals[3].top > seals[1].bottom,
                  "7.3.5.1: the seals touch");
    ck_assert_msg(seals[3].bottom <= bottom_edge, "7.3.5.1: the last seal leaves the type area");
    cairo_surface_destroy(page);
}
END_TEST

/* Without an image the names stand where the seal of ink will go, and nothing red is set. */
START_TEST(the_place_alone_is_kept)
{
    cairo_surface_t *page = page_of("place", 1);
    double rule = rule_below(page, 0, 150, INK_RED);
    double text = line_of(page, left_edge, right_edge, rule + 2, 3).bottom; /* a title of one line */
    Extents name = line_of(page, 100, 188, text + 1, 1), date = line_of(page, 100, 188, text + 1, 2);

    near("7.3.5.1", "right end of the date, four 字 in", date.right, right_edge - 4 * cell - beside);
    near("7.3.5.1", "middle of the name over the date's", middle(&name), middle(&date));
    near("7.3.5.1", "name below two empty lines", name.bottom - text, 3 * pitch);
    ck_assert_msg(ring(page, left_edge, right_edge, text).left < 0, "a seal that nobody gave");
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(one_agency_without_seal)
{
    cairo_surface_t *page = page_of("unsealed", 1);
    double text = text_bottom(page);
    Extents name = line_of(page, 90, 188, text + 1, 1), date = line_of(page, 90, 188, text + 1, 2);

    near("7.3.5.2", "name below one empty line", name.bottom - text, 2 * pitch);
    near("7.3.5.2", "right end of the name, two 字 in", name.right, right_edge - 2 * cell);
    near("7.3.5.2", "date two 字 right of the name", date.left, name.left + 2 * cell);
    near("7.3.5.2", "date one line below the name", date.bottom - name.bottom, pitch);
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(two_agencies_without_seal)
{
    cairo_surface_t *page = page_of("unsealed-two", 1);
    double text = text_bottom(page);
    Extents lead = line_of(page, 90, 188, text + 1, 1), second = line_of(page, 90, 188, text + 1, 2);
    Extents date = line_of(page, 90, 188, text + 1, 3);

    near("7.3.5.2", "the second name below the lead's", second.left, lead.left);
    near("7.3.5.2", "date two 字 right of the names", date.left, lead.left + 2 * cell);
    near("7.3.5.2", "date below all names", date.bottom - second.bottom, pitch);
    cairo_surface_destroy(page);
}
END_TEST

START_TEST(a_signature_seal)
{
    cairo_surface_t *page = page_of("signed", 1);
    double text = text_bottom(page);
    Extents seal = ring(page, left_edge, right_edge, text - 3);
    Extents office = extents(page, 60, seal.left - 1, seal.top, seal.bottom, INK_BLACK);
    Extents date = extents(page, 90, 188, seal.bottom + 2, bottom_edge, INK_BLACK);

    near("7.3.5.3", "seal below two empty lines", seal.top - text, 2 * pitch + 4.8);
    near("7.3.5.3", "right end of the seal, four 字 in", seal.right, right_edge - 4 * cell);
    near("7.3.5.3", "width of the seal", seal.right - seal.left, 40);
    near("7.3.5.3", "office two 字 left of the seal", office.right, seal.left - 2 * cell);
    near("7.3.5.3", "office at the seal's middle", (office.top + office.bottom) / 2,
         (seal.top + seal.bottom) / 2);
    near("7.3.5.3", "right end of the date, four 字 in", date.right, right_edge - 4 * cell - beside);
    near("7.3.5.3", "date below one empty line", date.bottom - seal.bottom, 2 * pitch);
    cairo_surface_destroy(page);
}
END_TEST

/* The text ends where there is no room left for the seal: its last two lines go with it. */
START_TEST(no_page_with_the_signature_alone)
{
    cairo_surface_t *first = page_of("full", 1), *page = page_of("full", 2);
    Extents seal = ring(page, left_edge, right_edge, 36);
    Extents second = line_of(page, left_edge, 100, 36, 2);

    ck_assert_msg(ring(first, left_edge, right_edge, 150).left < 0,
                  "the text of this test has become too short");
    ck_assert_msg(second.bottom < seal.top, "7.3.5.5: fewer than two lines of text go with the signature");
    ck_assert_msg(second.bottom > seal.top - 2 * pitch, "the text of this test has become too long");
    cairo_surface_destroy(first);
    cairo_surface_destroy(page);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("seals");
    TCase *tests = tcase_create("seals");

    tcase_add_unchecked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, one_agency_with_its_seal);
    tcase_add_test(tests, two_agencies_side_by_side);
    tcase_add_test(tests, three_agencies_in_a_row);
    tcase_add_test(tests, four_agencies_in_two_rows);
    tcase_add_test(tests, the_place_alone_is_kept);
    tcase_add_test(tests, one_agency_without_seal);
    tcase_add_test(tests, two_agencies_without_seal);
    tcase_add_test(tests, a_signature_seal);
    tcase_add_test(tests, no_page_with_the_signature_alone);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
