/* test_notice_212.c - the proof: the text taken out of the PDF of the real notice 212, with the notice it
 * carries, equals the published text, paragraph by paragraph. White space is layout, so it isn't compared. */
#include "../support/suite.h"
#include "setting.h"
#include <string.h>

/* Where the published text and the standard differ in letters, not in words. */
static const struct {
    const char *published, *set, *why;
} differences[] = {
    {"山东省工业和信息化厅文件山东省生态环境厅文件", "山东省工业和信息化厅山东省生态环境厅文件",
     "7.2.4: 文件 stands once, beside the names"},
    {"特此通知。2020年12月21日", "特此通知。工业和信息化部生态环境部2020年12月21日",
     "the published text leaves the names to the seals"},
};

static char *replace(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, -1);

    return g_strjoinv(to, parts);
}

/* Without white space; brackets in their full width, as 7.3.6 has them. */
static char *bare(const char *text)
{
    g_autoptr(GString) letters = g_string_new(NULL);
    g_autofree char *opened = NULL;

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        if (!g_unichar_isspace(g_utf8_get_char(at)))
            g_string_append_unichar(letters, g_utf8_get_char(at));
    opened = replace(letters->str, "(", "（");
    return replace(opened, ")", "）");
}

static char *published_text(void)
{
    g_autofree char *text = NULL;
    char *letters;

    ck_assert(g_file_get_contents("tests/layout/notice-212-and-201.txt", &text, NULL, NULL));
    letters = bare(text);
    for (unsigned i = 0; i < G_N_ELEMENTS(differences); i++) {
        char *changed;

        ck_assert_msg(strstr(letters, differences[i].published) != NULL, "%s", differences[i].why);
        changed = replace(letters, differences[i].published, differences[i].set);
        g_free(letters);
        letters = changed;
    }
    return letters;
}

/* Page numbers are furniture: "— 1 —" alone on its line. */
static char *set_text_of(const char *path)
{
    const char *arguments[] = {"pdftotext", "-l", "10", "-raw", path, "-", NULL};
    g_autofree char *text = NULL, *whole = NULL;
    g_autoptr(GRegex) numbers = g_regex_new("^— \\d+ —$", G_REGEX_MULTILINE, 0, NULL);

    run(arguments, &text);
    whole = g_regex_replace_literal(numbers, text, -1, 0, "", 0, NULL);
    return bare(whole);
}

START_TEST(extracted_text_equals_the_published)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-212-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "notice-212.pdf", NULL);
    g_autofree char *published = published_text(), *extracted = NULL;
    size_t same = 0;

    set_notice("notice-212", "notice-212", path);
    extracted = set_text_of(path);
    while (published[same] != '\0' && published[same] == extracted[same])
        same++;
    while (same > 0 && ((unsigned char)published[same] & 0xC0) == 0x80)
        same--;
    ck_assert_msg(published[same] == '\0' && extracted[same] == '\0',
                  "after %zu bytes: expected %.60s, found %.60s", same, published + same, extracted + same);
    g_unlink(path);
    g_rmdir(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("notice 212");
    TCase *tests = tcase_create("notice 212");

    tcase_add_test(tests, extracted_text_equals_the_published);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
