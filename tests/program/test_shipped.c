/* test_shipped.c - every data folder that is shipped checks and builds: the sample year, the notice's own
 * text, the plans of practice. */
#include "../support/suite.h"
#include "running.h"
#include <stdlib.h>

/* Adds the data folders right below `parent`. */
static void add_folders(GPtrArray *folders, const char *parent)
{
    g_autoptr(GDir) open = g_dir_open(parent, 0, NULL);

    ck_assert_msg(open != NULL, "%s is missing", parent);
    for (const char *name; (name = g_dir_read_name(open)) != NULL;) {
        char *folder = g_build_filename(parent, name, NULL);

        if (has(folder, "publication.xml"))
            g_ptr_array_add(folders, folder);
        else
            g_free(folder);
    }
}

/* Yours: g_ptr_array_unref(). */
static GPtrArray *shipped(void)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);

    add_folders(folders, "data");
    add_folders(folders, "data/practice");
    return folders;
}

/* No page of the website, `site/` and below, gives two elements one name. */
static void check_ids(const char *site)
{
    g_autoptr(GDir) folder = g_dir_open(site, 0, NULL);

    for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
        g_autofree char *path = g_build_filename(site, name, NULL);
        g_autofree char *page = g_str_has_suffix(name, ".html") ? text_of(site, name) : NULL;
        g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

        for (const char *at = page; at != NULL && (at = strstr(at, " id=\"")) != NULL;) {
            at += strlen(" id=\"");
            ck_assert_msg(g_hash_table_add(ids, g_strndup(at, strcspn(at, "\""))), "%s: twice the id %.30s",
                          path, at);
        }
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            check_ids(path);
    }
}

START_TEST(every_shipped_folder_checks_and_builds)
{
    g_autoptr(GPtrArray) folders = shipped();
    g_autofree char *scratch = g_dir_make_tmp("gazette-test-XXXXXX", NULL);

    ck_assert_uint_ge(folders->len, 9); /* the sample year and at least eight plans */
    for (unsigned i = 0; i < folders->len; i++) {
        g_autofree char *output = g_strdup_printf("%s/%u", scratch, i);
        g_autofree char *site = g_build_filename(output, "site", NULL);
        g_auto(Run) built = run("build", folders->pdata[i], "-o", output, NULL); /* checks first */

        ck_assert_msg(built.status == 0, "%s: %s", (char *)folders->pdata[i], built.err);
        ck_assert(is_whole(output));
        ck_assert(has(output, "site/index.html"));
        check_ids(site);
    }
    folder_remove(scratch);
}
END_TEST

/* The sample year in a new folder. Yours: g_free(); emptied with folder_remove(). */
static char *build_sample(void)
{
    char *output = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_auto(Run) built = run("build", "-q", "data/shandong-2021", "--as-of=2022-04-30", "-o", output, NULL);

    assert_status(&built, 0);
    return output;
}

START_TEST(the_sample_year_is_the_same_every_time)
{
    g_autofree char *first = build_sample();
    g_autofree char *second = build_sample();
    g_autofree char *sums = text_of(first, "SHA256SUMS");
    g_autofree char *again = text_of(second, "SHA256SUMS");

    ck_assert_ptr_nonnull(sums);
    ck_assert_str_eq(sums, again);
    folder_remove(first);
    folder_remove(second);
}
END_TEST

/* Every kind of notice is there, and interview notices are never on the website. */
START_TEST(the_sample_year_shows_every_kind)
{
    static const char *const kinds[] = {"plan-draft", "plan",    "special-task", "line-list",  "exposure",
                                        "interview",  "summary", "correction",   "withdrawal", "objection"};
    g_autofree char *output = build_sample();
    g_auto(Run) site = run_shell("cd \"$1\" && find site -name '*.pdf' | grep interview", output);
    g_auto(Run) apart = run_shell("cd \"$1\" && find interviews -name '*.pdf' | grep -c .", output);

    ck_assert_str_eq(site.out, "");
    ck_assert_int_gt(atoi(apart.out), 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *option = g_strconcat("--only=", kinds[i], NULL);
        g_autofree char *part = g_strconcat(output, ".", kinds[i], NULL);
        g_auto(Run) built = run("build", "-q", "data/shandong-2021", option, "-o", part, NULL);

        assert_status(&built, 0); /* 2 where there is none of the kind */
        folder_remove(part);
    }
    folder_remove(output);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("shipped data");
    TCase *tcase = tcase_create("shipped");

    tcase_set_timeout(tcase, 0);
    tcase_add_test(tcase, every_shipped_folder_checks_and_builds);
    tcase_add_test(tcase, the_sample_year_is_the_same_every_time);
    tcase_add_test(tcase, the_sample_year_shows_every_kind);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
