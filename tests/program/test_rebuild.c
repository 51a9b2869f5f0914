/* test_rebuild.c - a publication built upon the one before is, byte for byte, the one built from nothing;
 * only what has changed is made anew. */
#include "running.h"

#include "../support/suite.h"
#include <glib/gstdio.h>
#include <sys/stat.h>

static char *folder, *data, *output, *fresh;

static void set_up(void)
{
    folder = starter_new();
    data = g_build_filename(folder, "data", NULL);
    output = g_build_filename(folder, "out", NULL);
    fresh = g_build_filename(folder, "fresh", NULL);
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
    g_free(data);
    g_free(output);
    g_free(fresh);
}

static void build(const char *where)
{
    g_auto(Run) got = run("build", "-q", data, "-o", where, AS_OF, NULL);

    assert_status(&got, 0);
}

/* A build upon the same publication, with the record of what was announced, but with nothing known of its
 * files. */
static void assert_as_made_anew(void)
{
    g_autofree char *got = text_of(output, "SHA256SUMS");
    g_autofree char *expected = NULL;
    g_autofree char *list = g_build_filename(folder, ".fresh.gazette-kept", NULL);

    (void)g_unlink(list);
    build(fresh);
    expected = text_of(fresh, "SHA256SUMS");
    ck_assert_msg(strcmp(got, expected) == 0, "the files are not those of a whole build");
    ck_assert(is_whole(output));
}

/* Publishes, and keeps a copy to compare with. */
static void build_first(void)
{
    g_auto(Run) copied = {0};

    build(output);
    folder_remove(fresh);
    copied = run_shell("cp -R \"$1\"/out \"$1\"/fresh", folder);
    assert_status(&copied, 0);
}

static ino_t file_number(const char *name)
{
    g_autofree char *path = g_build_filename(output, name, NULL);
    struct stat facts;

    ck_assert_msg(stat(path, &facts) == 0, "%s is missing", path);
    return facts.st_ino;
}

/* What was announced may not change (announced-changed): these are of the website alone. */
static const struct {
    const char *name, *file, *before, *after;
} changes[] = {
    {"nothing", NULL, NULL, NULL},
    {"who verified a stoppage", "stoppages.csv", "济南市生态环境局", "章丘区生态环境局"},
    {"hours of a channel, which are on every page", "channels.csv", "全天24小时", "每天8时至20时"},
    {"the title of the website", "publication.xml", "<title><zh>", "<title><zh>新"},
};

START_TEST(a_change_gives_the_bytes_of_a_whole_build)
{
    build_first();
    if (changes[_i].file != NULL)
        edit(data, changes[_i].file, changes[_i].before, changes[_i].after);
    build(output);
    assert_as_made_anew();
}
END_TEST

static void draft(const char *where)
{
    g_auto(Run) got = run("build", "-q", "--draft", data, "-o", where, AS_OF, NULL);

    assert_status(&got, 0);
}

/* What a page shows though its text doesn't say it. */
static const struct {
    const char *name, *file, *before, *after;
} sights[] = {
    {"the image of a seal", "seal.svg", "r=\"40\"", "r=\"30\""},
    {"how large a seal is", "publication.xml", "diameter-mm=\"42\"", "diameter-mm=\"40\""},
};

START_TEST(a_change_that_is_only_seen_is_made)
{
    static const char contact[] = "web=\"https://industry.example/\"/>";
    g_autofree char *seal = g_build_filename(data, "seal.svg", NULL);
    g_autofree char *sealed = g_strconcat(contact, "<seal file=\"seal.svg\" diameter-mm=\"42\"/>", NULL);
    g_autofree char *before = NULL, *after = NULL, *expected = NULL;

    ck_assert(g_file_set_contents(seal,
                                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">"
                                  "<circle cx=\"50\" cy=\"50\" r=\"40\" fill=\"none\" stroke=\"red\"/></svg>",
                                  -1, NULL));
    edit(data, "publication.xml", contact, sealed);
    draft(output);
    before = text_of(output, "SHA256SUMS");
    edit(data, sights[_i].file, sights[_i].before, sights[_i].after);
    draft(output);
    draft(fresh);
    after = text_of(output, "SHA256SUMS");
    expected = text_of(fresh, "SHA256SUMS");
    ck_assert_msg(strcmp(after, before) != 0, "%s: the page is the one from before", sights[_i].name);
    ck_assert_msg(strcmp(after, expected) == 0, "%s: the files are not those of a whole build",
                  sights[_i].name);
}
END_TEST

START_TEST(what_has_not_changed_is_the_same_file)
{
    static const char *const names[] = {"site/index.html", "site/index.html.gz", "site/en/lines.html"};
    ino_t files[G_N_ELEMENTS(names)];

    build(output);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        files[i] = file_number(names[i]);
    build(output);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        ck_assert_msg(files[i] == file_number(names[i]), "%s was written anew", names[i]);
}
END_TEST

/* Somebody wrote into what is published: that isn't carried on. */
START_TEST(a_changed_page_is_made_anew)
{
    g_autofree char *packed = g_build_filename(output, "site", "lines.html.gz", NULL);

    build_first();
    edit(output, "site/index.html", "<html", "<!-- not ours --><html");
    ck_assert(g_file_set_contents(packed, "not ours", -1, NULL));
    ck_assert(!is_whole(output));
    build(output);
    assert_as_made_anew();
}
END_TEST

START_TEST(a_lost_or_foreign_list_makes_a_whole_build)
{
    static const char *const lists[] = {NULL, "", "gazette kept 2\n", "\xff\xfe garbage \n\n"};
    g_autofree char *list = g_build_filename(folder, ".out.gazette-kept", NULL);

    build_first();
    ck_assert(has(folder, ".out.gazette-kept"));
    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++) {
        if (lists[i] == NULL)
            ck_assert_int_eq(g_unlink(list), 0);
        else
            ck_assert(g_file_set_contents(list, lists[i], -1, NULL));
        build(output);
        assert_as_made_anew();
    }
}
END_TEST

/* Another publication was put in the place of ours, the list is still ours. */
START_TEST(another_publication_in_its_place_is_noticed)
{
    g_auto(Run) swapped = {0};

    build_first();
    edit(data, "channels.csv", "全天24小时", "每天8时至20时");
    build(fresh);
    edit(data, "channels.csv", "每天8时至20时", "全天24小时");
    swapped = run_shell("cd \"$1\" && rm -rf out .fresh.* && cp -R fresh out", folder);
    assert_status(&swapped, 0);
    build(output);
    assert_as_made_anew();
}
END_TEST

START_TEST(a_changed_stylesheet_is_seen)
{
    g_auto(Run) got = run_shell(
        "cd \"$1\" && root=$(dirname \"$gazette\") && "
        "until [ -d \"$root/templates\" ]; do root=$(dirname \"$root\"); done && mkdir -p share/data && "
        "cp -R \"$root/templates\" \"$root/fonts\" share && cp -R \"$root\"/data/[a-z]* share/data "
        "&& \"$gazette\" build -q data -o out --share share " AS_OF " && "
        "sed -i 's/首页/新首页/' share/templates/site/strings.xml && "
        "\"$gazette\" build -q data -o out --share share " AS_OF " && grep -q 新首页 out/site/index.html",
        folder);

    assert_status(&got, 0);
}
END_TEST

static Suite *rebuild_suite(void)
{
    Suite *suite = suite_create("rebuild");
    TCase *tcase = tcase_create("rebuild");

    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_change_gives_the_bytes_of_a_whole_build, 0, G_N_ELEMENTS(changes));
    tcase_add_loop_test(tcase, a_change_that_is_only_seen_is_made, 0, G_N_ELEMENTS(sights));
    tcase_add_test(tcase, what_has_not_changed_is_the_same_file);
    tcase_add_test(tcase, a_changed_page_is_made_anew);
    tcase_add_test(tcase, a_lost_or_foreign_list_makes_a_whole_build);
    tcase_add_test(tcase, another_publication_in_its_place_is_noticed);
    tcase_add_test(tcase, a_changed_stylesheet_is_seen);
    suite_add_tcase(suite, tcase);
    return suite;
}

int main(void)
{
    return suite_run(rebuild_suite());
}
