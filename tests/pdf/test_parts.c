/* test_parts.c - the small words of a PDF, what a font calls its glyphs, and texts that are hard to get back
 * out. */
#include "../support/pdf_sample.h"
#include "../support/pdf_tags.h"
#include "../support/suite.h"
#include "document/document.h"
#include "layout/faces.h"
#include "pdf/cff.h"
#include "pdf/lettering.h"
#include "pdf/pdf.h"
#include "pdf/permission.h"
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

/* PDF/A-2 6.1.13. */
START_TEST(strings_end_where_readers_may_stop)
{
    g_autoptr(GString) text = g_string_new(NULL), to = g_string_new(NULL);

    for (unsigned i = 0; i < 40000; i++)
        g_string_append(text, _i == 0 ? "a" : _i == 1 ? "中" : "\U00020BB7");
    gaz_put_text(to, text->str);
    ck_assert_uint_le(to->len - 2, 32767);
    ck_assert_uint_gt(to->len, 32700);
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

/* What is written for the word “ab” of which `tied` letters are one cluster, as a font may tie them. Yours:
 * g_string_free(). */
static GString *lettered(bool tied, bool turned)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    g_autoptr(GazTypefaces) typefaces = gaz_typefaces_new();
    GString *to = g_string_new(NULL);
    GazLettering *lettering = gaz_lettering_new(typefaces, to);
    const GazShaped *shaped = gaz_fonts_shape(fonts, "ab", GAZ_FACE_LATIN, 16, GAZ_EN);
    GazGlyphs *glyphs = gaz_glyphs_new(&shaped->pieces[0], 0, 2, 0, 2);
    GazMark mark = {
        .kind = GAZ_MARK_GLYPHS, .x = 10, .glyphs = glyphs, .text = shaped->text, .turned = turned};

    if (tied)
        glyphs->glyphs[1].cluster = 0;
    gaz_lettering_show(lettering, &mark, 20);
    gaz_lettering_end(lettering);
    gaz_lettering_free(lettering);
    gaz_glyphs_unref(glyphs);
    return to;
}

static char *without_nul(const GString *text)
{
    char *copy = g_memdup2(text->str, text->len + 1);

    for (gsize i = 0; i < text->len; i++)
        copy[i] = copy[i] == '\0' ? '0' : copy[i];
    return copy;
}

/* Several glyphs for one text say it around them, once. */
START_TEST(tied_letters_are_said_together)
{
    g_autoptr(GString) apart = lettered(false, false), tied = lettered(true, false);
    g_autofree char *first = without_nul(apart), *second = without_nul(tied);

    ck_assert_str_eq(first, "BT\n/F0 16 Tf 10 20 Td (0\0010\002)Tj\nET\n");
    ck_assert_str_eq(second, "BT\n/F0 16 Tf 10 20 Td /Span<</ActualText(ab)>>BDC (0\0010\002)Tj\nEMC\nET\n");
}
END_TEST

START_TEST(turned_text_has_a_matrix)
{
    g_autoptr(GString) turned = lettered(false, true);
    g_autofree char *text = without_nul(turned);

    ck_assert_str_eq(text, "BT\n/F0 16 Tf 0 -1 1 0 10 20 Tm (0\0010\002)Tj\nET\n");
}
END_TEST

/* A face of TeX Gyre with other rights. Yours: hb_face_destroy(). */
static hb_face_t *face_with_rights(GazFonts *fonts, unsigned rights)
{
    const GazShaped *shaped = gaz_fonts_shape(fonts, "a", GAZ_FACE_LATIN, 16, GAZ_EN);
    hb_face_t *own = hb_font_get_face(pango_font_get_hb_font(shaped->pieces[0].item.item->analysis.font));
    hb_blob_t *file = hb_face_reference_blob(own), *changed = hb_blob_copy_writable_or_fail(file);
    unsigned length;
    char *bytes = hb_blob_get_data_writable(changed, &length);
    hb_face_t *face;

    for (const char *entry = bytes + 12; entry < bytes + 12 + 16 * bytes[5]; entry += 16)
        if (memcmp(entry, "OS/2", 4) == 0) {
            guint32 place = GUINT32_FROM_BE(*(const guint32 *)(const void *)(entry + 8));

            bytes[place + 8] = (char)(rights >> 8);
            bytes[place + 9] = (char)rights;
        }
    face = hb_face_create(changed, 0);
    hb_blob_destroy(changed);
    hb_blob_destroy(file);
    return face;
}

static const struct {
    unsigned rights;
    const char *objection; /* NULL: none */
} rights[] = {{0, NULL},
              {4, NULL},
              {8, NULL},
              {0x2, "put into files"},
              {0x6, NULL},
              {0xC, NULL},
              {0x102, "put into files"},
              {0x104, "cut down"},
              {0x200, "put into files"}};

/* What a font's maker forbids is told by the font's name. */
START_TEST(rights_are_kept)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    hb_face_t *face = face_with_rights(fonts, rights[_i].rights);
    GazTypeface typeface = {.face = face};
    g_autoptr(GError) error = NULL;
    bool may = gaz_permission_ask(&typeface, &error);

    ck_assert_int_eq(may, rights[_i].objection == NULL);
    ck_assert_int_eq(error == NULL, may);
    if (error != NULL) {
        ck_assert_ptr_nonnull(strstr(error->message, rights[_i].objection));
        ck_assert_ptr_nonnull(strstr(error->message, "TeXGyreTermes"));
    }
    hb_face_destroy(face);
}
END_TEST

START_TEST(other_shapes_and_no_outlines_are_told)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    hb_face_t *face = face_with_rights(fonts, 0);
    GazTypeface varied = {.face = face, .varied = true}, empty = {.face = hb_face_get_empty()};
    g_autoptr(GError) first = NULL, second = NULL;

    ck_assert(!gaz_permission_ask(&varied, &first));
    ck_assert_ptr_nonnull(strstr(first->message, "variable"));
    ck_assert(!gaz_permission_ask(&empty, &second));
    ck_assert_ptr_nonnull(strstr(second->message, "outlines"));
    hb_face_destroy(face);
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

/* What is said in a file whose only paragraph is `text`; qpdf finds no fault in it. Yours: g_free(). */
static char *said_of(const char *text)
{
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", NULL);
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_EN], GAZ_NODE_PARAGRAPH, GAZ_EN);
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "file.pdf", NULL), *checked = NULL;
    char *said;

    document->form = GAZ_FORM_PUBLICITY;
    document->id = "hard";
    document->title = gaz_text("难", "Hard");
    document->date = gaz_date_make(2021, 9, 28);
    gaz_node_add_run(document, node, GAZ_EN, text);
    ck_assert(gaz_pdf_write(document, &(GazPress){fonts, GAZ_LANGUAGES_EN, false}, path, NULL, NULL));
    checked = pdf_output_of("qpdf", "--check", path, NULL);
    ck_assert_ptr_nonnull(strstr(checked, "No syntax or stream encoding errors"));
    said = said_by(path);
    g_unlink(path);
    g_rmdir(folder);
    return said;
}

START_TEST(hard_texts_come_back)
{
    g_autofree char *said = said_of(hard[_i]);

    ck_assert_msg(strstr(said, hard[_i]) != NULL, "“%s” came back as “%s”", hard[_i], said);
}
END_TEST

/* A word of a hundred thousand letters; ten thousand marks on one letter. */
START_TEST(long_texts_come_back)
{
    g_autoptr(GString) text = g_string_new("x"), came = g_string_new(NULL);
    g_autofree char *said = NULL;

    for (unsigned i = 0; i < (_i == 0 ? 100000 : 10000); i++)
        g_string_append(text, _i == 0 ? "ab" : "\u0301");
    said = said_of(text->str);
    for (const char *at = said; *at != '\0'; at++)
        if (*at != '\n')
            g_string_append_c(came, *at);
    ck_assert_ptr_nonnull(strstr(came->str, text->str));
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("parts of a PDF");
    TCase *all = tcase_create("all");

    tcase_set_timeout(all, 0);
    tcase_add_loop_test(all, numbers_are_short, 0, G_N_ELEMENTS(numbers));
    tcase_add_loop_test(all, strings_keep_their_bytes, 0, G_N_ELEMENTS(strings));
    tcase_add_loop_test(all, strings_end_where_readers_may_stop, 0, 3);
    tcase_add_test(all, names_are_escaped);
    tcase_add_loop_test(all, glyphs_have_their_names, 0, 2);
    tcase_add_loop_test(all, torn_fonts_are_survived, 0, 2);
    tcase_add_test(all, codes_tell_texts_apart);
    tcase_add_test(all, tied_letters_are_said_together);
    tcase_add_test(all, turned_text_has_a_matrix);
    tcase_add_loop_test(all, rights_are_kept, 0, G_N_ELEMENTS(rights));
    tcase_add_test(all, other_shapes_and_no_outlines_are_told);
    tcase_add_loop_test(all, hard_texts_come_back, 0, G_N_ELEMENTS(hard));
    tcase_add_loop_test(all, long_texts_come_back, 0, 2);
    suite_add_tcase(suite, all);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
