/* test_form.c - positions of GB/T 9704-2012 measured from the drawn page, within the millimetre it allows
 * (6.1). The page is the real notice 212 with the notice it carries, and an interview notice as a letter. */
#include "../support/suite.h"
#include "setting.h"
#include <math.h>
#include <string.h>

static const double left_edge = 28, right_edge = 184, top_edge = 37, bottom_edge = 262; /* 5.2.1 [mm] */
static const double cell = 156.0 / 28, pitch = 10.446;                                  /* 5.2.3 [mm] */

static char *folder;
static char *official, *letter, *upward, *list; /* PDFs */

static void set_up(void)
{
    folder = g_dir_make_tmp("gazette-form-XXXXXX", NULL);
    official = g_build_filename(folder, "official.pdf", NULL);
    letter = g_build_filename(folder, "letter.pdf", NULL);
    upward = g_build_filename(folder, "upward.pdf", NULL);
    list = g_build_filename(folder, "list.pdf", NULL);
    set_notice_of("tests/layout/input/sealed", "upward", upward);
    set_notice("shandong-2021", "line-list-2022", list);
    set_notice("notice-212", "notice-212", official);
    set_notice("shandong-2021", "interview-2021-04", letter);
}

static void tear_down(void)
{
    g_unlink(official);
    g_unlink(letter);
    g_unlink(upward);
    g_unlink(list);
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

/* A document to a higher authority: three signers, copy number, urgency. */
START_TEST(head_of_an_upward_document)
{
    cairo_surface_t *page = picture_of(upward, 1);
    double rule = rule_below(page, 0, 150, INK_RED);
    Extents mark = extents(page, 0, 210, 0, rule - 1, INK_RED);
    Extents copy = extents(page, 0, 100, top_edge - 1, top_edge + 7, INK_BLACK);
    Extents urgent = extents(page, 0, 100, top_edge + pitch - 2, top_edge + pitch + 7, INK_BLACK);
    Extents signers = extents(page, 110, 210, mark.bottom + 2, rule - 1, INK_BLACK);
    Extents number = extents(page, 0, 100, mark.bottom + 2, rule - 1, INK_BLACK);
    Extents second = extents(page, 110, 210, number.top - 0.5, rule - 1, INK_BLACK);

    near("7.2.1", "left edge of the copy number", copy.left, left_edge);
    near("7.2.1", "upper edge of the copy number", copy.top, top_edge + 1.1); /* the digits' own */
    near("7.2.3", "left edge of the urgency", urgent.left, left_edge);
    near("7.2.3", "urgency one line below the copy number", urgent.bottom, copy.bottom + pitch);
    near("7.2.4", "upper edge of the mark's ink", mark.top, top_edge + 35);
    near("7.2.5", "number one 字 from the left", number.left, left_edge + cell);
    near("7.2.5", "number on the line of the last signer", number.bottom, second.bottom);
    near("7.2.6", "signers one 字 from the right", signers.right, right_edge - cell);
    near("7.2.6", "first signer two empty lines below the mark", signers.top - mark.bottom, 2 * pitch);
    near("7.2.7", "red rule below the number", rule - number.bottom, 4);
    cairo_surface_destroy(page);
}
END_TEST

/* 7.3.2, 7.3.4, 7.3.6 on the first and the last page of notice 212's text. */
START_TEST(parts_of_the_text)
{
    cairo_surface_t *first = picture_of(official, 1), *last = picture_of(official, 5);
    double rule = rule_below(first, 0, 150, INK_RED), from = top_edge;
    Extents title = extents(first, 0, 210, rule + 2, rule + 41, INK_BLACK), line;
    Extents addressee = extents(first, 0, 210, title.bottom + 2, title.bottom + 18, INK_BLACK);
    Extents body = extents(first, 0, 210, addressee.top + pitch - 1, addressee.top + pitch + 6, INK_BLACK);

    near("7.3.2", "addressee one empty line below the title", addressee.top - title.bottom, pitch);
    near("7.3.2", "left edge of the addressee", addressee.left, left_edge);
    near("7.3.3", "paragraphs two 字 in", body.left, left_edge + 2 * cell);
    for (unsigned lines = 0; lines < 2; lines++, from = line.bottom) /* the end of the text */
        line = extents(last, 0, 210, from + 1, from + 10, INK_BLACK);
    line = extents(last, 0, 210, from + 1, from + 1 + 2 * pitch, INK_BLACK);
    near("7.3.4", "annex list two 字 in", line.left, left_edge + 2 * cell);
    near("7.3.4", "annex list one empty line below the text", line.bottom - from, 2 * pitch);
    line = extents(last, 0, 100, 130, bottom_edge, INK_BLACK);
    near("7.3.6", "remark two 字 in, its bracket’s blank apart", line.left, left_edge + 2 * cell + 2.8);
    cairo_surface_destroy(first);
    cairo_surface_destroy(last);
}
END_TEST

/* 8: the number stays where the upright sheet has it: turned, at the left edge of the landscape page. */
START_TEST(numbers_of_landscape_pages)
{
    cairo_surface_t *odd = picture_of(list, 5), *even = picture_of(list, 6);
    Extents low = extents(odd, 0, 34, 0, 210, INK_BLACK), high = extents(even, 0, 34, 0, 210, INK_BLACK);

    near("5.1", "width of the landscape page", cairo_image_surface_get_width(odd) / (double)DOTS_A_MM, 297);
    near("8", "foot of the turned dashes, 7 mm off the type area", (low.left + low.right) / 2, 35 - 7 - 0.2);
    near("8", "lower end of an odd number", low.bottom, 28 + 156 - 4.94);
    near("8", "upper end of an even number", high.top, 28 + 4.94);
    near("8", "an even number as far out", (high.left + high.right) / 2, (low.left + low.right) / 2);
    cairo_surface_destroy(odd);
    cairo_surface_destroy(even);
}
END_TEST

/* Of the first text on `page` that begins so: its face and its size [pt], as Poppler names them. */
static char *face_of(const char *path, const char *page, const char *begins, double *size)
{
    const char *arguments[] = {"pdftohtml", "-xml", "-stdout", "-i", "-f", page, "-l", page, path, NULL};
    g_autofree char *xml = NULL, *found = g_strconcat("\">", begins, NULL), *font = NULL, *spec = NULL;
    g_autofree char *bold = g_strconcat("\"><b>", begins, NULL);
    const char *at, *family;

    run(arguments, &xml);
    at = strstr(xml, found) != NULL ? strstr(xml, found) : strstr(xml, bold);
    ck_assert_msg(at != NULL, "page %s has no text that begins with %s", page, begins);
    while (strncmp(at, "font=\"", 6) != 0)
        at--;
    font = g_strndup(at + 6, strcspn(at + 6, "\""));
    spec = g_strdup_printf("<fontspec id=\"%s\" size=\"", font);
    at = strstr(xml, spec) + strlen(spec);
    *size = g_ascii_strtod(at, NULL) / 1.5;
    family = strchr(at, '+') + 1;
    return g_strndup(family, strcspn(family, "\""));
}

static const struct {
    const char *clause, *page, *begins, *face;
    double size; /* [pt] */
} set_faces[] = {
    {"7.3.1", "1", "未按规定执行", "NotoSerifCJKsc", 22}, {"7.3.3", "2", "一、", "NotoSansCJKsc-Medium", 16},
    {"7.3.3", "2", "（一）", "LXGWWenKai", 16},           {"5.2.2", "2", "通报如下", "FandolFang", 16},
    {"7.4.2", "8", "抄送：", "FandolFang", 14},           {"7.5", "2", "— 2 —", "NotoSerifCJKsc", 14},
};

START_TEST(faces_and_sizes)
{
    g_autofree char *path = g_build_filename(folder, "exposure.pdf", NULL), *face = NULL;
    double size;

    set_notice("shandong-2021", "exposure-2022-01", path);
    face = face_of(path, set_faces[_i].page, set_faces[_i].begins, &size);
    g_unlink(path);
    ck_assert_msg(strcmp(face, set_faces[_i].face) == 0, "%s: %s is in %s, not %s", set_faces[_i].clause,
                  set_faces[_i].begins, face, set_faces[_i].face);
    ck_assert_msg(fabs(size - set_faces[_i].size) < 0.5, "%s: %s has %.1f pt", set_faces[_i].clause,
                  set_faces[_i].begins, size);
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

/* A page in the midst of the text. */
START_TEST(grid_of_a_full_page)
{
    cairo_surface_t *page = picture_of(official, 3);
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
    cairo_surface_t *page = picture_of(official, 10);
    Extents rules = extents(page, 0, 210, bottom_edge - 1, bottom_edge + 1, INK_BLACK);
    Extents below = extents(page, 0, 210, bottom_edge + 2, 290, INK_BLACK);

    near("7.4.1", "last rule", (rules.top + rules.bottom) / 2, bottom_edge);
    near("7.4.1", "left end of the last rule", rules.left, left_edge);
    near("7.4.1", "right end of the last rule", rules.right, right_edge);
    ck_assert_msg(below.left < 0, "7.5: a page that holds the imprint alone has no number");
    cairo_surface_destroy(page);
}
END_TEST

/* The page, counted from 1, whose text holds `words`. */
static unsigned page_with(const char *path, const char *words)
{
    const char *arguments[] = {"pdftotext", path, "-", NULL};
    g_autofree char *text = NULL;
    const char *found;
    unsigned page = 1;

    run(arguments, &text);
    found = strstr(text, words);
    ck_assert_msg(found != NULL, "%s is nowhere", words);
    for (const char *at = text; at < found; at++)
        page += *at == '\f';
    return page;
}

/* After a landscape table: as wide and as high as its own page asks. */
START_TEST(imprint_after_a_landscape_page)
{
    cairo_surface_t *page = picture_of(list, page_with(list, "2022年3月10日印发"));
    Extents rules = extents(page, 0, 210, bottom_edge - 1, bottom_edge + 1, INK_BLACK);
    Extents above = extents(page, 0, 210, bottom_edge - 7, bottom_edge - 1, INK_BLACK);
    Extents below = extents(page, 0, 210, bottom_edge + 1, 290, INK_BLACK);

    near("7.4.1", "last rule", (rules.top + rules.bottom) / 2, bottom_edge);
    near("7.4.3", "office one character in", above.left, left_edge + 4.94);
    near("7.4.3", "date one character in", above.right, right_edge - 4.94);
    ck_assert_msg(below.left < 0, "7.4.1: something stands below the last rule");
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
    tcase_add_test(tests, head_of_an_upward_document);
    tcase_add_test(tests, parts_of_the_text);
    tcase_add_test(tests, numbers_of_landscape_pages);
    tcase_add_loop_test(tests, faces_and_sizes, 0, G_N_ELEMENTS(set_faces));
    tcase_add_test(tests, grid_of_a_full_page);
    tcase_add_test(tests, page_numbers_stand_outside);
    tcase_add_test(tests, imprint_ends_at_the_lower_edge);
    tcase_add_test(tests, imprint_after_a_landscape_page);
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
