/* test_fonts.c - the faces named in fonts/fonts.conf: all there, nothing else seen, what is missing told. */
#include "../support/suite.h"
#include "document/document.h"
#include "fonts.h"
#include "layout/faces.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

/* Yours: gaz_document_free(). */
static GazDocument *document_saying(const char *text)
{
    GazDocument *document = gaz_document_new();
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_ZH], GAZ_NODE_PARAGRAPH, GAZ_ZH);

    node->at = (GazPlace){.file = "texts/form.zh.md", .line = 7, .column = 3};
    gaz_node_add_run(document, node, GAZ_ZH, text);
    return document;
}

static const struct {
    GazFace face;
    const char *family;
} faces[] = {
    {GAZ_FACE_FANGSONG, "FandolFang"},        {GAZ_FACE_KAI, "LXGW WenKai"},
    {GAZ_FACE_HEI, "Noto Sans CJK SC"},       {GAZ_FACE_XIAOBIAOSONG, "Noto Serif CJK SC"},
    {GAZ_FACE_SONG, "Noto Serif CJK SC"},     {GAZ_FACE_LATIN, "TeX Gyre Termes"},
    {GAZ_FACE_LATIN_BOLD, "TeX Gyre Termes"}, {GAZ_FACE_LATIN_ITALIC, "TeX Gyre Termes"},
};
G_STATIC_ASSERT(G_N_ELEMENTS(faces) == GAZ_FACES);

START_TEST(each_face_is_served_by_its_family)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    const GazShaped *shaped = gaz_fonts_shape(fonts, faces[_i].face >= GAZ_FACE_LATIN ? "Kiln" : "水泥",
                                              faces[_i].face, 16, GAZ_ZH);
    g_autoptr(PangoFontDescription) font = NULL;

    ck_assert_uint_eq(shaped->count, 1);
    font = pango_font_describe(shaped->pieces[0].item.item->analysis.font);
    ck_assert_str_eq(pango_font_description_get_family(font), faces[_i].family);
}
END_TEST

START_TEST(texts_are_shaped_once)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autofree char *copy = g_strdup("水泥");
    const GazShaped *shaped = gaz_fonts_shape(fonts, "水泥", GAZ_FACE_FANGSONG, 16, GAZ_ZH);

    ck_assert_ptr_eq(gaz_fonts_shape(fonts, copy, GAZ_FACE_FANGSONG, 16, GAZ_ZH), shaped);
    ck_assert_ptr_ne(gaz_fonts_shape(fonts, copy, GAZ_FACE_FANGSONG, 14, GAZ_ZH), shaped);
    ck_assert_uint_eq(gaz_fonts_shaped(fonts), 2);
}
END_TEST

/* As in a table of very many rows: each has a name of its own and a word that all have. */
START_TEST(what_recurs_is_kept_and_the_rest_forgotten)
{
    enum { ROWS = 20000 };
    g_autoptr(GazFonts) fonts = open_fonts();

    for (unsigned i = 0; i < ROWS; i++) {
        g_autofree char *name = g_strdup_printf("%u", i);

        gaz_fonts_drop_shapes(fonts);
        gaz_fonts_shape(fonts, name, GAZ_FACE_SONG, 9, GAZ_ZH);
        gaz_fonts_shape(fonts, "水泥", GAZ_FACE_SONG, 9, GAZ_ZH);
    }
    ck_assert_uint_eq(gaz_fonts_shaped(fonts), ROWS + 1);
    gaz_fonts_shape(fonts, "0", GAZ_FACE_SONG, 9, GAZ_ZH);
    ck_assert_uint_eq(gaz_fonts_shaped(fonts), ROWS + 2);
}
END_TEST

START_TEST(known_characters_are_no_fault)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazDocument) document =
        document_saying("水泥熟料 4.8 m × 72 m，63%～68%（“错峰”）——……· ℃ ³ ㎡");

    ck_assert(gaz_fonts_check(fonts, document, report));
    ck_assert_uint_eq(gaz_report_count(report), 0);
}
END_TEST

/* Once for the document, with its code point and the place of its text. */
START_TEST(missing_character_is_told_with_its_place)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazDocument) document = document_saying("水\xe0\xbd\x80泥\xe0\xbd\x80"); /* U+0F40, Tibetan */
    g_autofree char *text = NULL;

    ck_assert(!gaz_fonts_check(fonts, document, report));
    ck_assert_uint_eq(gaz_report_count(report), 1);
    text = gaz_report_to_text(report);
    ck_assert_ptr_nonnull(strstr(text, "texts/form.zh.md:7:3:"));
    ck_assert_ptr_nonnull(strstr(text, "U+0F40"));
    ck_assert(gaz_report_has(report, "character-missing"));
}
END_TEST

START_TEST(substituted_characters_are_listed_once)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazDocument) document = document_saying("硚石硚口，堃石");
    g_autofree char *listed = NULL;

    ck_assert(gaz_fonts_check(fonts, document, report));
    listed = gaz_fonts_substitutes(fonts);
    ck_assert_str_eq(listed, "硚堃");
}
END_TEST

/* A face whose family isn't installed ends the run: a page in substitutes alone is nothing to publish. */
START_TEST(missing_family_is_an_error)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "fonts.conf", NULL);
    g_autofree char *conf = NULL;
    g_autoptr(GString) changed = NULL;
    g_autoptr(GError) error = NULL;

    ck_assert(g_file_get_contents("fonts/fonts.conf", &conf, NULL, NULL));
    changed = g_string_new(conf);
    g_string_replace(changed, "<prefer><family>FandolFang</family>", "<prefer><family>Nobody's Fang</family>",
                     1);
    ck_assert(g_file_set_contents(path, changed->str, -1, NULL));
    ck_assert_ptr_null(gaz_fonts_open(folder, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "Nobody's Fang"));
    g_unlink(path);
    g_clear_error(&error);
    ck_assert_ptr_null(gaz_fonts_open(folder, &error)); /* no fonts.conf at all */
    ck_assert_ptr_nonnull(error);
    g_rmdir(folder);
}
END_TEST

/* What README.md tells an office with faces of its own: the family is put first in its alias. Here one of the
 * other faces stands for it. */
START_TEST(an_office_names_its_own_face)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "fonts.conf", NULL), *conf = NULL;
    g_autoptr(GString) changed = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = NULL;
    g_autoptr(PangoFontDescription) font = NULL;
    const GazShaped *shaped;

    ck_assert(g_file_get_contents("fonts/fonts.conf", &conf, NULL, NULL));
    changed = g_string_new(conf);
    ck_assert_uint_eq(g_string_replace(changed, "<prefer><family>FandolFang</family>",
                                       "<prefer><family>LXGW WenKai</family>", 1),
                      1);
    ck_assert(g_file_set_contents(path, changed->str, -1, NULL));
    fonts = gaz_fonts_open(folder, &error);
    ck_assert_ptr_nonnull(fonts);
    shaped = gaz_fonts_shape(fonts, "水泥", GAZ_FACE_FANGSONG, 16, GAZ_ZH);
    font = pango_font_describe(shaped->pieces[0].item.item->analysis.font);
    ck_assert_str_eq(pango_font_description_get_family(font), "LXGW WenKai");
    g_unlink(path);
    g_rmdir(folder);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("fonts");
    TCase *named = tcase_create("named faces");

    tcase_set_timeout(named, 0);
    tcase_add_loop_test(named, each_face_is_served_by_its_family, 0, G_N_ELEMENTS(faces));
    tcase_add_test(named, texts_are_shaped_once);
    tcase_add_test(named, what_recurs_is_kept_and_the_rest_forgotten);
    tcase_add_test(named, known_characters_are_no_fault);
    tcase_add_test(named, missing_character_is_told_with_its_place);
    tcase_add_test(named, substituted_characters_are_listed_once);
    tcase_add_test(named, missing_family_is_an_error);
    tcase_add_test(named, an_office_names_its_own_face);
    suite_add_tcase(suite, named);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
