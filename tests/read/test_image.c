/* test_image.c - what is seen of an image, and which files aren't images that can be put on a page. */
#include "../support/suite.h"
#include "read/image.h"
#include <glib.h>
#include <math.h>
#include <string.h>

static const char folder[] = "tests/model/input/whole/seals";

static GazImageState look(const char *name, GazImage *image, char **bytes)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    gsize length;

    ck_assert(g_file_get_contents(path, bytes, &length, NULL));
    return gaz_image_look(image, (const unsigned char *)*bytes, length);
}

static const struct {
    const char *name;
    bool drawing;
    double left, top, width, height;
} seen[] = {
    {"dot.png", false, 20, 20, 1, 1},       /* one pixel of 40 by 40 */
    {"circle.svg", true, 80, 80, 840, 840}, /* its line counts: 42 of 50 outwards */
};

START_TEST(blank_around_is_no_part_of_it)
{
    g_autofree char *bytes = NULL;
    GazImage image;

    ck_assert_int_eq(look(seen[_i].name, &image, &bytes), GAZ_IMAGE_GOOD);
    ck_assert_int_eq(image.drawing, seen[_i].drawing);
    ck_assert_msg(fabs(image.left - seen[_i].left) < 1 && fabs(image.top - seen[_i].top) < 1 &&
                      fabs(image.width - seen[_i].width) < 1 && fabs(image.height - seen[_i].height) < 1,
                  "%s: found %g %g, %g by %g", seen[_i].name, image.left, image.top, image.width,
                  image.height);
}
END_TEST

/* The same frame, 64 by 32 of 100, however the file gives its size. */
static const struct {
    const char *size;
    double left, top, width, height; /* [thousandths of its page's longer side] */
} sizes[] = {
    {"width='100' height='100' viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"width='200' height='200' viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"width='45mm' height='45mm' viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"width='10em' height='10em' viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"width='3000' viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"width='100%' height='100%' viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"viewBox='0 0 100 100'", 180, 340, 640, 320},
    {"viewBox='-50 -50 200 200'", 340, 420, 320, 160},
    {"width='100' height='100'", 180, 340, 640, 320},
    {"", 220, 415, 780, 390}, /* a page as wide as the ink's right edge is away from its left */
    {"width='200' height='100' viewBox='0 0 100 100'", 340, 170, 320, 160},
    {"width='200' height='100' viewBox='0 0 100 100' preserveAspectRatio='none'", 180, 170, 640, 160},
    {"width='200' height='100' viewBox='0 0 100 100' preserveAspectRatio='xMidYMid slice'", 180, 90, 640,
     320},
    {"width='50mm' height='100mm' viewBox='0 0 100 100' preserveAspectRatio='xMinYMax meet'", 90, 670, 320,
     160},
};

/* Whether what is painted fills the box that was measured, with ink at the edges and none in the middle. */
static bool fills_its_box(const GazImage *image)
{
    g_autoptr(GazPixels) pixels = gaz_image_pixels(image, 200);
    int right = pixels->width - 3, bottom = pixels->height - 3;
    int across = pixels->width / 2, down = pixels->height / 2;

    return gaz_pixel(pixels, 2, down)[3] > 0 && gaz_pixel(pixels, right, down)[3] > 0 &&
           gaz_pixel(pixels, across, 2)[3] > 0 && gaz_pixel(pixels, across, bottom)[3] > 0 &&
           gaz_pixel(pixels, across, down)[3] == 0;
}

START_TEST(measured_as_it_is_painted)
{
    g_autofree char *bytes = g_strdup_printf("<svg xmlns='http://www.w3.org/2000/svg' %s><rect x='20' y='36' "
                                             "width='60' height='28' fill='none' stroke='#d90d0d' "
                                             "stroke-width='4'/></svg>",
                                             sizes[_i].size);
    GazImage image;

    ck_assert_int_eq(gaz_image_look(&image, (const unsigned char *)bytes, strlen(bytes)), GAZ_IMAGE_GOOD);
    ck_assert_msg(fabs(image.left - sizes[_i].left) < 2 && fabs(image.top - sizes[_i].top) < 2 &&
                      fabs(image.width - sizes[_i].width) < 3 && fabs(image.height - sizes[_i].height) < 3,
                  "%s: found %g %g, %g by %g", sizes[_i].size, image.left, image.top, image.width,
                  image.height);
    ck_assert_msg(fills_its_box(&image), "%s: a piece of it is painted", sizes[_i].size);
}
END_TEST

static const struct {
    const char *name;
    GazImageState state;
} refused[] = {
    {"torn.png", GAZ_IMAGE_UNKNOWN},    {"vast.png", GAZ_IMAGE_UNKNOWN},  {"nothing.png", GAZ_IMAGE_UNKNOWN},
    {"page.svg", GAZ_IMAGE_UNKNOWN},    {"text.svg", GAZ_IMAGE_UNKNOWN},  {"opaque.png", GAZ_IMAGE_OPAQUE},
    {"no-alpha.png", GAZ_IMAGE_OPAQUE}, {"opaque.svg", GAZ_IMAGE_OPAQUE}, {"bomb.svg", GAZ_IMAGE_UNKNOWN},
};

START_TEST(what_cannot_lie_over_a_text_is_refused)
{
    g_autofree char *bytes = NULL;
    GazImage image;

    ck_assert_int_eq(look(refused[_i].name, &image, &bytes), refused[_i].state);
}
END_TEST

/* Every shorter file of a good one: refused or looked at, but never read past its end (ASan says). */
START_TEST(torn_files_are_looked_at_safely)
{
    g_autofree char *bytes = NULL;
    GazImage image;

    ck_assert_int_eq(look("dot.png", &image, &bytes), GAZ_IMAGE_GOOD);
    for (size_t length = 0; length < image.length; length++) {
        g_autofree unsigned char *part = g_memdup2(bytes, length);
        GazImage torn;

        if (gaz_image_look(&torn, part, length) == GAZ_IMAGE_GOOD)
            ck_assert_uint_gt(length, image.length - 16); /* the end mark alone may be missing */
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("images");
    TCase *tests = tcase_create("images");

    tcase_add_loop_test(tests, blank_around_is_no_part_of_it, 0, G_N_ELEMENTS(seen));
    tcase_add_loop_test(tests, measured_as_it_is_painted, 0, G_N_ELEMENTS(sizes));
    tcase_add_loop_test(tests, what_cannot_lie_over_a_text_is_refused, 0, G_N_ELEMENTS(refused));
    tcase_add_test(tests, torn_files_are_looked_at_safely);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
