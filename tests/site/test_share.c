/* test_share.c - the picture that stands for a shared page, and the tools that several websites share. */
#include "../support/suite.h"
#include "built.h"
#include "site/share.h"
#include "site/tools.h"
#include <gio/gio.h>
#include <png.h>

/* The picture as rows of red, green and blue. Yours: g_free(). */
static guint8 *pixels_of(const char *path, unsigned *width, unsigned *height)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    guint8 *pixels;

    ck_assert_msg(png_image_begin_read_from_file(&image, path), "%s", image.message);
    image.format = PNG_FORMAT_RGB;
    pixels = g_malloc(PNG_IMAGE_SIZE(image));
    ck_assert_msg(png_image_finish_read(&image, NULL, pixels, 0, NULL), "%s", image.message);
    *width = image.width;
    *height = image.height;
    return pixels;
}

static unsigned count(const guint8 *pixels, unsigned many, unsigned red)
{
    unsigned found = 0;

    for (unsigned i = 0; i < many; i++)
        found += pixels[3 * i] == red;
    return found;
}

START_TEST(the_picture_shows_what_was_asked_and_what_was_verified)
{
    Built *built = built_new();
    g_autofree char *path = g_build_filename(built->folder, "share.png", NULL);
    g_autofree GazShare *share = gaz_share_draw(built->assessment);
    g_autofree guint8 *pixels = NULL;
    unsigned width, height;

    ck_assert(gaz_share_write(share, path, NULL));
    pixels = pixels_of(path, &width, &height);
    ck_assert_uint_eq(width, GAZ_SHARE_WIDTH);
    ck_assert_uint_eq(height, GAZ_SHARE_HEIGHT);
    ck_assert_uint_eq(count(pixels, 60 * width, 0xff), 60 * width); /* the margin */
    ck_assert_uint_gt(count(pixels, width * height, 0xc9), 0);
    ck_assert_uint_gt(count(pixels, width * height, 0x14), 0);
    built_free(built);
}
END_TEST

START_TEST(a_picture_that_cannot_be_written_says_so)
{
    Built *built = built_new();
    g_autofree GazShare *share = gaz_share_draw(built->assessment);
    g_autoptr(GError) error = NULL;

    ck_assert(!gaz_share_write(share, "/nonexistent/share.png", &error));
    ck_assert_ptr_nonnull(strstr(error->message, "/nonexistent/share.png: "));
    built_free(built);
}
END_TEST

/* As the processes find them that are forked after they were loaded. */
START_TEST(a_website_made_with_tools_of_before_is_the_same)
{
    Built *own = built_new(), *lent = built_new();
    g_autoptr(GazSiteTools) tools = gaz_site_tools_new(own->site.templates, NULL);
    static const char *const pages[] = {"lines.html", "en/index.html", "notices.atom"};

    ck_assert(gaz_site_tools_load(tools, NULL));
    built_write(own);
    lent->site.tools = tools;
    built_write(lent);
    for (unsigned i = 0; i < G_N_ELEMENTS(pages); i++) {
        g_autofree char *one = g_build_filename(own->folder, pages[i], NULL);
        g_autofree char *other = g_build_filename(lent->folder, pages[i], NULL);
        g_autofree char *expected = NULL, *got = NULL;

        ck_assert(g_file_get_contents(one, &expected, NULL, NULL));
        ck_assert(g_file_get_contents(other, &got, NULL, NULL));
        ck_assert_str_eq(got, expected);
    }
    built_free(own);
    built_free(lent);
}
END_TEST

START_TEST(a_stylesheet_that_does_not_compile_is_told_before_any_page)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-tools-XXXXXX", NULL);
    g_autofree char *texts = g_build_filename(folder, "strings.xml", NULL);
    g_autofree char *sheet = g_build_filename(folder, "home.xsl", NULL);
    g_autoptr(GazSiteTools) tools = NULL;
    g_autoptr(GError) error = NULL;

    ck_assert(g_file_set_contents(texts, "<strings/>", -1, NULL));
    ck_assert(g_file_set_contents(sheet, "<no-stylesheet/>", -1, NULL));
    tools = gaz_site_tools_new(folder, &error);
    ck_assert_ptr_nonnull(tools);
    ck_assert(!gaz_site_tools_load(tools, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "home.xsl"));
    g_unlink(texts);
    g_unlink(sheet);
    g_rmdir(folder);
}
END_TEST

static Suite *share_suite(void)
{
    Suite *suite = suite_create("share");
    TCase *tests = tcase_create("share");

    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, the_picture_shows_what_was_asked_and_what_was_verified);
    tcase_add_test(tests, a_picture_that_cannot_be_written_says_so);
    tcase_add_test(tests, a_website_made_with_tools_of_before_is_the_same);
    tcase_add_test(tests, a_stylesheet_that_does_not_compile_is_told_before_any_page);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(share_suite());
}
