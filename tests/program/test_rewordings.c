/* test_rewordings.c - a notice's own words are corrected by words of the correction: each version says what
 * was announced on its day, the correction sets out what differs, and what was announced stays frozen. */
#include "../support/suite.h"
#include "running.h"
#include <check.h>

static char *folder, *data, *output;

/* A notice in the folder's own words with an annex, and two corrections of it. */
static const char notices[] =
    "  <notice id='duty' kind='notice' date='2024-10-20'>\n"
    "    <number agency='示水泥协' year='2024' serial='2'/><issuer ref='association'/>\n"
    "    <attachment file='texts/sheet'><title><zh>登记表</zh><en>Register</en></title></attachment>\n"
    "  </notice>\n"
    "  <notice id='correction-1' kind='correction' date='2024-11-20' corrects='duty'>\n"
    "    <number agency='示水泥协' year='2024' serial='3'/><issuer ref='association'/>\n"
    "    <reason><zh>号码有误</zh><en>The number was wrong</en></reason>\n"
    "  </notice>\n"
    "  <notice id='correction-2' kind='correction' date='2024-12-20' corrects='duty'>\n"
    "    <number agency='示水泥协' year='2024' serial='4'/><issuer ref='association'/>\n"
    "    <reason><zh>登记方式不全</zh><en>A way was left out</en></reason>\n"
    "  </notice>\n"
    "</publication>";

static void write_text(const char *name, const char *zh, const char *en)
{
    g_autofree char *chinese = g_strdup_printf("%s/texts/%s.zh.md", data, name);
    g_autofree char *english = g_strdup_printf("%s/texts/%s.en.md", data, name);

    ck_assert(g_file_set_contents(chinese, zh, -1, NULL));
    ck_assert(g_file_set_contents(english, en, -1, NULL));
}

static void write_duty(const char *name, unsigned number)
{
    g_autofree char *zh = g_strdup_printf("# 关于值班电话的通知\n\n电话为第%u号。\n\n特此通知。\n", number);
    g_autofree char *en =
        g_strdup_printf("# Notice on the Duty Telephone\n\nIt is No. %u.\n\nDone.\n", number);

    write_text(name, zh, en);
}

static void set_up(void)
{
    folder = starter_new();
    data = g_build_filename(folder, "data", NULL);
    output = g_build_filename(folder, "out", NULL);
    edit(data, "publication.xml", "</publication>", notices);
    write_duty("duty", 1);
    write_duty("duty.correction-1", 2);
    write_text("sheet", "当面登记。\n", "Register in person.\n");
    write_text("sheet.correction-2", "当面或者书面登记。\n", "Register in person or in writing.\n");
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
    g_free(data);
    g_free(output);
}

/* Misspelt, a text's words would give way to those of its kind without a word. The others here are a
 * notice's, an annex, corrections of both, and what another text takes in. */
START_TEST(a_text_that_nothing_asks_for_is_noted)
{
    g_auto(Run) all = {0};
    g_auto(Run) got = {0};

    write_text("common", "共同的话。\n", "Words for all.\n");
    write_text("sheet", "当面登记。\n\n{{text common}}\n", "Register in person.\n\n{{text common}}\n");
    all = run("check", data, AS_OF, NULL);
    assert_status(&all, 0);
    ck_assert_msg(strstr(all.out, "text-left") == NULL, "%s", all.out);
    write_duty("dutty", 3);
    got = run("check", data, AS_OF, NULL);
    assert_status(&got, 0);
    assert_says(got.out,
                "texts/dutty.zh.md: note: a text that no notice asks for, left alone: \"dutty\" (text-left)");
}
END_TEST

static void build(const char *as_of)
{
    g_auto(Run) got = run("build", "-q", data, "-o", output, as_of, NULL);

    assert_status(&got, 0);
}

/* A file of the website. Yours: g_free(). */
static char *file_of(const char *name)
{
    g_autofree char *path = g_build_filename(output, "site", name, NULL);
    char *text = NULL;

    ck_assert_msg(g_file_get_contents(path, &text, NULL, NULL), "%s is missing", name);
    return text;
}

static void assert_version(const char *tree, const char *body, const char *sheet)
{
    g_autofree char *name = g_strdup_printf("record/trees/%s.xml", tree), *text = file_of(name);

    assert_says(text, body);
    assert_says(text, sheet);
}

/* Built on each day, or once: the same versions, and the last is told on the website. */
START_TEST(each_version_says_what_held)
{
    static const char *const days[] = {"--as-of=2024-10-31", "--as-of=2024-11-30"};

    for (unsigned i = 0; _i == 1 && i < G_N_ELEMENTS(days); i++)
        build(days[i]);
    build("--as-of=2024-12-31");
    assert_version("duty.v1", "电话为第1号。", "当面登记。");
    assert_version("duty.v2", "电话为第2号。", "当面登记。");
    assert_version("duty.v3", "电话为第2号。", "当面或者书面登记。");
    assert_version("duty.v3", "It is No. 2.", "Register in person or in writing.");
}
END_TEST

START_TEST(the_correction_sets_out_what_differs)
{
    g_autofree char *first = NULL, *second = NULL, *page = NULL, *english = NULL, *feed = NULL;

    build("--as-of=2024-12-31");
    first = file_of("record/trees/correction-1.v1.xml");
    second = file_of("record/trees/correction-2.v1.xml");
    assert_says(first, "<run>1处</run>");
    assert_says(first, "电话为第2号。");
    assert_says(first, "It is No. 2.");
    ck_assert_ptr_null(strstr(first, "书面登记"));
    assert_says(second, "Register in person or in writing.");
    ck_assert_ptr_null(strstr(second, "电话为第"));
    page = file_of("corrections.html");
    assert_says(page, "关于值班电话的通知");
    assert_says(page, "登记方式不全");
    english = file_of("en/corrections.html");
    assert_says(english, "Notice on the Duty Telephone");
    feed = file_of("corrections.atom");
    assert_says(feed, "words-correction-2");
}
END_TEST

/* Both languages of one place stand in one row, also where the body and an annex change at once. */
START_TEST(languages_of_one_place_stand_together)
{
    g_autofree char *tree = NULL;
    const char *row;

    write_text("sheet.correction-1", "电话登记。\n", "Register by telephone.\n");
    build("--as-of=2024-11-30");
    tree = file_of("record/trees/correction-1.v1.xml");
    row = strstr(tree, "当面登记。");
    ck_assert_ptr_nonnull(row);
    row = strstr(row, "Register ");
    ck_assert_ptr_nonnull(row);
    ck_assert(g_str_has_prefix(row, "Register in person."));
}
END_TEST

/* The words announced are frozen; a correction that brings none, or the same, is none. */
static const struct {
    const char *name, *file, *from, *to, *says;
    int status;
} wrong[] = {
    {"words edited in place", "texts/duty.zh.md", "第1号", "第9号", "电话为第9号", 1},
    {"nothing to correct with", NULL, NULL, NULL, "a corrected text", 1},
    {"the words announced again", "texts/duty.correction-1.zh.md", "第2号", "第1号", NULL, 1},
};

START_TEST(refused)
{
    g_autofree char *before = NULL, *after = NULL;
    g_auto(Run) got = {0}, removed = {0};

    build("--as-of=2024-10-31");
    before = file_of("record/manifests/0001.json");
    if (wrong[_i].file != NULL)
        edit(data, wrong[_i].file, wrong[_i].from, wrong[_i].to);
    else
        removed = run_shell("rm \"$1\"/texts/duty.correction-1.*", data);
    assert_status(&removed, 0);
    if (_i == 2)
        edit(data, "texts/duty.correction-1.en.md", "No. 2", "No. 1");
    got = run("build", "-q", data, "-o", output, "--as-of=2024-12-31", NULL);
    ck_assert_msg(got.status == wrong[_i].status, "%s: exit status %d:\n%s", wrong[_i].name, got.status,
                  got.err);
    assert_says(got.err, wrong[_i].says == NULL ? "corrects" : wrong[_i].says);
    ck_assert(!has(output, "site/record/manifests/0002.json"));
    after = file_of("record/manifests/0001.json");
    ck_assert_str_eq(before, after);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("rewordings");
    TCase *tests = tcase_create("rewordings");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, each_version_says_what_held, 0, 2);
    tcase_add_test(tests, the_correction_sets_out_what_differs);
    tcase_add_test(tests, a_text_that_nothing_asks_for_is_noted);
    tcase_add_test(tests, languages_of_one_place_stand_together);
    tcase_add_loop_test(tests, refused, 0, G_N_ELEMENTS(wrong));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
