/* test_parts.c - the small words of a PDF, what a font calls its glyphs, and texts that are hard to get back
 * out. */
#include "../support/pdf_tags.h"
#include "../support/suite.h"
#include "document/document.h"
#include "layout/faces.h"
#include "pdf/cff.h"
#include "pdf/pdf.h"
#include "pdf/profile.h"
#include "pdf/syntax.h"
#include "pdf/typefaces.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

static const struct {
    double number;
    const char *text;
} numbers[] = {{0, "0"},       {-0.001, "0"},      {0.005, ".01"},
               {0.1, ".1"},    {-0.25, "-.25"},    {12, "12"},
               {12.3, "12.3"}, {841.89, "841.89"}, {-1234.567, "-1234.57"}};

START_TEST(numbers_are_short)
{
    g_autoptr(GString) to = g_string_new(NULL);

    gaz_put_number(to, numbers[_i].number);
    ck_assert_str_eq(to->str, numbers[_i].text);
}
END_TEST

static const struct {
    const char *text, *bytes;
    size_t length;
} strings[] = {{"plain", "(plain)", 7},
               {"(a)\\", "(\\(a\\)\\\\)", 9},
               {"a\rb", "(a\\rb)", 6},
               {"中", "(\xFE\xFF\x4E\x2D)", 6},
               {"\U00020BB7", "(\xFE\xFF\xD8\x42\xDF\xB7)", 8},
               {"\u0128\u5C0D", "(\xFE\xFF\x01\\(\\\\\x0D)", 0}};

/* Every byte that means something in a string is escaped, in UTF-16 too. */
START_TEST(strings_keep_their_bytes)
{
    g_autoptr(GString) to = g_string_new(NULL);

    gaz_put_text(to, strings[_i].text);
    if (strings[_i].length == 0) {
        ck_assert_ptr_nonnull(memmem(to->str, to->len, "\x01\\(\\\\\\r)", 8));
        return;
    }
    ck_assert_uint_eq(to->len, strings[_i].length);
    ck_assert_int_eq(memcmp(to->str, strings[_i].bytes, to->len), 0);
}
END_TEST

START_TEST(names_are_escaped)
{
    g_autoptr(GString) to = g_string_new(NULL);

    gaz_put_name(to, "A+b c/d#");
    ck_assert_str_eq(to->str, "/A+b#20c#2Fd#23");
}
END_TEST

/* The CFF program of a face. Yours: hb_blob_destroy(). */
static hb_blob_t *program_of(GazFonts *fonts, GazFace face, unsigned *glyphs)
{
    const GazShaped *shaped = gaz_fonts_shape(fonts, face == GAZ_FACE_LATIN ? "a" : "中", face, 16, GAZ_ZH);
    PangoFont *font = shaped->pieces[0].item.item->analysis.font;
    hb_face_t *file = hb_font_get_face(pango_font_get_hb_font(font));

    *glyphs = hb_face_get_glyph_count(file);
    return hb_face_reference_table(file, HB_TAG('C', 'F', 'F', ' '));
}

/* One is keyed by CID, the other by name: there, glyphs are called by their numbers. */
START_TEST(glyphs_have_their_names)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    unsigned count, length;
    hb_blob_t *blob = program_of(fonts, _i == 0 ? GAZ_FACE_LATIN : GAZ_FACE_SONG, &count);
    const char *font = hb_blob_get_data(blob, &length);
    g_autofree guint16 *cids = g_new0(guint16, count);
    unsigned same = 0;

    ck_assert(gaz_cff_read_cids((const guint8 *)font, length, count, cids));
    for (unsigned i = 1; i < count; i++) {
        ck_assert_uint_gt(cids[i], 0);
        same += cids[i] == i;
    }
    ck_assert_uint_gt(same, count / 2);
    hb_blob_destroy(blob);
}
END_TEST

/* A font cut short anywhere in its tables, or of bytes that say anything, is refused or read, and no byte
 * beyond it. */
START_TEST(torn_fonts_are_survived)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    unsigned count, length, refused = 0;
    hb_blob_t *blob = program_of(fonts, _i == 0 ? GAZ_FACE_LATIN : GAZ_FACE_SONG, &count);
    const char *font = hb_blob_get_data(blob, &length);
    g_autofree guint16 *cids = g_new0(guint16, count);

    for (unsigned cut = 0; cut < MIN(length, 600); cut++) {
        g_autofree guint8 *exact = g_memdup2(font, cut);

        refused += !gaz_cff_read_cids(exact, cut, count, cids);
    }
    ck_assert_uint_gt(refused, 20);
    for (unsigned at = 0; at < 300; at++) {
        g_autofree guint8 *changed = g_memdup2(font, 4096);

        changed[at] = (guint8)(changed[at] ^ 0xFF);
        gaz_cff_read_cids(changed, 4096, count, cids);
    }
    hb_blob_destroy(blob);
}
END_TEST

/* A glyph has one code for each text that it shows. */
START_TEST(codes_tell_texts_apart)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    g_autoptr(GazTypefaces) typefaces = gaz_typefaces_new();
    const GazShaped *shaped = gaz_fonts_shape(fonts, "a", GAZ_FACE_LATIN, 16, GAZ_EN);
    GazTypeface *face = gaz_typefaces_find(typefaces, shaped->pieces[0].item.item->analysis.font)->typeface;

    ck_assert_uint_eq(gaz_typeface_code(face, 5, "a", 1), 1);
    ck_assert_uint_eq(gaz_typeface_code(face, 6, "a", 1), 2);
    ck_assert_uint_eq(gaz_typeface_code(face, 5, "b", 1), 3);
    ck_assert_uint_eq(gaz_typeface_code(face, 5, "ab", 2), 4);
    ck_assert_uint_eq(gaz_typeface_code(face, 5, "a", 1), 1);
    ck_assert_uint_eq(gaz_typeface_code(face, 5, "b", 1), 3);
    ck_assert_uint_eq(gaz_typeface_code(face, face->glyphs, "a", 1), 0);
}
END_TEST

static const char *const hard[] = {
    "(\\)) 括号\\反斜线",            /* what strings end with */
    "e\u0301te\u0301 q\u0323\u0301", /* marks on letters, with and without a glyph of their own */
    "\U00020BB7野家\u2F00一",        /* beyond 16 bits; two characters that may share a glyph */
    "Office fi ffl—“x”",             /* letters that could be tied */
};

static char *said_by(const char *path)
{
    g_autoptr(GArray) said = NULL;
    GArray *tags = read_said(path, &said);
    GString *all = g_string_new(NULL);

    for (unsigned i = 0; i < said->len; i++)
        g_string_append(all, g_array_index(said, Said, i).text);
    g_array_unref(tags);
    return g_string_free(all, FALSE);
}

START_TEST(hard_texts_come_back)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_EN], GAZ_NODE_PARAGRAPH, GAZ_EN);
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "file.pdf", NULL), *said = NULL;

    document->form = GAZ_FORM_PUBLICITY;
    document->id = "hard";
    document->title = gaz_text("难", "Hard");
    document->date = gaz_date_make(2021, 9, 28);
    gaz_node_add_run(document, node, GAZ_EN, hard[_i]);
    ck_assert(gaz_pdf_write(document, GAZ_LANGUAGES_EN, fonts, path, NULL, NULL));
    said = said_by(path);
    ck_assert_msg(strstr(said, hard[_i]) != NULL, "“%s” came back as “%s”", hard[_i], said);
    g_unlink(path);
    g_rmdir(folder);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("parts of a PDF");
    TCase *all = tcase_create("all");

    tcase_set_timeout(all, 0);
    tcase_add_loop_test(all, numbers_are_short, 0, G_N_ELEMENTS(numbers));
    tcase_add_loop_test(all, strings_keep_their_bytes, 0, G_N_ELEMENTS(strings));
    tcase_add_test(all, names_are_escaped);
    tcase_add_loop_test(all, glyphs_have_their_names, 0, 2);
    tcase_add_loop_test(all, torn_fonts_are_survived, 0, 2);
    tcase_add_test(all, codes_tell_texts_apart);
    tcase_add_loop_test(all, hard_texts_come_back, 0, G_N_ELEMENTS(hard));
    suite_add_tcase(suite, all);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
