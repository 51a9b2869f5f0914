/* test_write.c - the file itself: the same bytes each time, whole or not there, links that can't break out.
 */
#include "../support/pdf_sample.h"
#include "../support/suite.h"
#include "document/document.h"
#include "pdf/pdf.h"
#include <check.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static char *folder; /* of the test's own files; made and removed by its fixture */

static void make_folder(void)
{
    folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
}

static void remove_folder(void)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_unlink(path);
    }
    g_rmdir(folder);
    g_clear_pointer(&folder, g_free);
}

static GazRun *add_text(GazDocument *document, GazLanguage language, const char *label, const char *text)
{
    GazNode *node = gaz_node_add(document, document->bodies[language], GAZ_NODE_PARAGRAPH, language);

    gaz_node_add_run(document, node, language, label);
    return gaz_node_add_run(document, node, language, text);
}

/* A notice in both languages, with links of every kind. Yours: gaz_document_free(). */
static GazDocument *new_document(void)
{
    GazDocument *document = gaz_document_new();
    GazNode *title = gaz_node_add(document, document->bodies[GAZ_ZH], GAZ_NODE_TITLE, GAZ_ZH);

    document->form = GAZ_FORM_OFFICIAL;
    document->id = "test";
    document->title = gaz_text("关于测试的通知", "Notice on a Test");
    document->issuer = gaz_text("测试厅", "Department of Tests");
    document->date = gaz_date_make(2021, 9, 28);
    gaz_node_add_run(document, title, GAZ_ZH, "关于测试的通知");
    title->id = "title";
    add_text(document, GAZ_ZH, "电子邮箱：", "a@b.example")->link = "mailto:a@b.example";
    add_text(document, GAZ_ZH, "网址：", "括号")->link = "https://b.example/)>>/Evil(<<'\\x";
    add_text(document, GAZ_ZH, "见", "标题")->link = "#title";
    add_text(document, GAZ_ZH, "见", "没有的")->link = "#nowhere'\\";
    add_text(document, GAZ_EN, "See ", "the title")->link = "#title";
    return document;
}

/* What was summed and counted on the way is what stands there. */
static void check_facts(const char *path, const GazPdfFacts *facts)
{
    g_autofree char *bytes = NULL;
    gsize length;

    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    ck_assert_uint_eq(facts->bytes, length);
    ck_assert_str_eq(facts->sum.text, gaz_sum_of(bytes, length).text);
}

static char *write_with(const char *name, const GazDocument *document, GazLanguageSet languages, bool beside)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    char *path = g_build_filename(folder, name, NULL);
    GazPdfFacts facts = {0};

    ck_assert_ptr_nonnull(fonts);
    ck_assert_msg(gaz_pdf_write(document, &(GazPress){fonts, languages, beside}, path, &facts, &error), "%s",
                  error == NULL ? "" : error->message);
    ck_assert_uint_gt(facts.pages, 0);
    check_facts(path, &facts);
    return path;
}

static char *write_to(const char *name, const GazDocument *document, GazLanguageSet languages)
{
    return write_with(name, document, languages, false);
}

START_TEST(same_document_same_bytes)
{
    g_autoptr(GazDocument) document = new_document();
    g_autofree char *one = write_to("one.pdf", document, GAZ_LANGUAGES_BOTH);
    g_autofree char *two = write_with("two.pdf", document, GAZ_LANGUAGES_BOTH, _i == 1);
    g_autofree char *first = NULL, *second = NULL;
    gsize length, other;

    ck_assert(g_file_get_contents(one, &first, &length, NULL));
    ck_assert(g_file_get_contents(two, &second, &other, NULL));
    ck_assert_uint_eq(length, other);
    ck_assert_int_eq(memcmp(first, second, length), 0);
}
END_TEST

/* An address with brackets and quotes stays an address; a link into nothing is text. */
START_TEST(links_stay_links)
{
    g_autoptr(GazDocument) document = new_document();
    g_autofree char *path = write_to("links.pdf", document, GAZ_LANGUAGES_BOTH);
    g_autofree char *checked = pdf_output_of("qpdf", "--check", path, NULL);
    g_autofree char *json = pdf_output_of("qpdf", "--json", path, NULL);

    ck_assert_ptr_nonnull(strstr(checked, "No syntax or stream encoding errors"));
    ck_assert_ptr_nonnull(strstr(json, "https://b.example/%29%3E%3E/Evil%28%3C%3C%27%5Cx"));
    ck_assert_ptr_nonnull(strstr(json, "mailto:a@b.example"));
    ck_assert_ptr_null(strstr(json, "nowhere"));
}
END_TEST

/* Text beside an element in a paragraph too. */
START_TEST(no_text_is_lost_from_the_structure)
{
    g_autoptr(GazDocument) document = new_document();
    g_autofree char *path = write_to("structure.pdf", document, GAZ_LANGUAGES_BOTH);
    g_autofree char *text = pdf_output_of("pdfinfo", "-struct-text", path, NULL);
    static const char *const parts[] = {"Document", "电子邮箱：", "a@b.example", "网址：",
                                        "括号",     "没有的",     "See ",        "the title"};

    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++)
        ck_assert_msg(strstr(text, parts[i]) != NULL, "not there: %s", parts[i]);
}
END_TEST

/* Each set of languages has its own text and no other. */
static const struct {
    GazLanguageSet languages;
    bool chinese, english;
} sets[] = {
    {GAZ_LANGUAGES_ZH, true, false}, {GAZ_LANGUAGES_EN, false, true}, {GAZ_LANGUAGES_BOTH, true, true}};

START_TEST(languages_asked_for_are_set)
{
    g_autoptr(GazDocument) document = new_document();
    g_autofree char *path = write_to("set.pdf", document, sets[_i].languages);
    g_autofree char *text = pdf_output_of("pdftotext", "-layout", path, "-");

    ck_assert_int_eq(strstr(text, "电子邮箱") != NULL, sets[_i].chinese);
    ck_assert_int_eq(strstr(text, "See the title") != NULL, sets[_i].english);
}
END_TEST

/* A document without a word is a page without a word. */
START_TEST(nothing_is_a_file_too)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    g_autofree char *path = NULL, *checked = NULL, *text = NULL;

    document->form = GAZ_FORM_PUBLICITY;
    document->id = "nothing";
    document->title = gaz_text("无", "Nothing");
    document->date = gaz_date_make(2021, 9, 28);
    path = write_to("nothing.pdf", document, GAZ_LANGUAGES_BOTH);
    checked = pdf_output_of("qpdf", "--check", path, NULL);
    text = pdf_output_of("pdfinfo", "-struct", path, NULL);
    ck_assert_ptr_nonnull(strstr(checked, "No syntax or stream encoding errors"));
    ck_assert_ptr_nonnull(strstr(text, "Document"));
}
END_TEST

/* What there is already isn't touched. */
START_TEST(existing_file_is_left_alone)
{
    g_autoptr(GazDocument) document = new_document();
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    g_autofree char *path = g_build_filename(folder, "there.pdf", NULL), *content = NULL;

    ck_assert(g_file_set_contents(path, "mine", -1, NULL));
    ck_assert(!gaz_pdf_write(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, path, NULL, &error));
    ck_assert_ptr_nonnull(error);
    ck_assert(g_file_get_contents(path, &content, NULL, NULL));
    ck_assert_str_eq(content, "mine");
}
END_TEST

/* The disk is full after 0, 1, 2, ... blocks, until it isn't: an error and no file, or the whole file. */
START_TEST(full_disk_leaves_nothing)
{
    g_autoptr(GazDocument) document = new_document();
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    g_autofree char *path = g_build_filename(folder, "full.pdf", NULL);
    unsigned failures = 0;
    bool done = false;

    signal(SIGXFSZ, SIG_IGN);
    for (rlim_t most = 0; !done && most < 1 << 24; most = most == 0 ? 4096 : most * 2) {
        struct rlimit limit = {most, RLIM_INFINITY};

        ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
        g_clear_error(&error);
        done = gaz_pdf_write(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, _i == 1}, path, NULL, &error);
        limit.rlim_cur = RLIM_INFINITY;
        ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
        ck_assert_int_eq(g_file_test(path, G_FILE_TEST_EXISTS), done);
        ck_assert_int_eq(error == NULL, done);
        failures += !done;
    }
    ck_assert(done);
    ck_assert_uint_gt(failures, 0);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("PDF files");
    TCase *files = tcase_create("files");

    tcase_set_timeout(files, 0);
    tcase_add_checked_fixture(files, make_folder, remove_folder);
    tcase_add_loop_test(files, same_document_same_bytes, 0, 2);
    tcase_add_test(files, links_stay_links);
    tcase_add_test(files, no_text_is_lost_from_the_structure);
    tcase_add_loop_test(files, languages_asked_for_are_set, 0, G_N_ELEMENTS(sets));
    tcase_add_test(files, nothing_is_a_file_too);
    tcase_add_test(files, existing_file_is_left_alone);
    tcase_add_loop_test(files, full_disk_leaves_nothing, 0, 2);
    suite_add_tcase(suite, files);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
