/* test_install.c - what `make install` puts down works from where it stands, and `make uninstall` takes it
 * all. */
#include "../support/suite.h"
#include "running.h"
#include <unistd.h>

/* Runs make with DESTDIR set to `root`. */
static void make(const char *target, const char *root)
{
    g_autofree char *build = build_folder();
    g_autofree char *build_word = g_strconcat("BUILD=", build, NULL);
    g_autofree char *root_word = g_strconcat("DESTDIR=", root, NULL);
    const char *argv[] = {"make", "--no-print-directory", target, build_word, root_word, "PREFIX=/usr", NULL};
    g_auto(Run) made = run_argv((char **)argv, NULL, NULL);

    assert_status(&made, 0);
}

START_TEST(installed_moved_and_run)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *root = g_build_filename(folder, "root", NULL);
    g_autofree char *moved = g_build_filename(folder, "moved", NULL);
    g_auto(Run) got = {0};

    make("install", root);
    ck_assert(has(root, "usr/share/man/man1/gazette.1"));
    ck_assert(has(root, "usr/share/gazette/data/schema/publication.rng"));
    ck_assert_int_eq(g_rename(root, moved), 0);
    got = run_shell("cd \"$1\" && moved/usr/bin/gazette new data && moved/usr/bin/gazette build data " AS_OF,
                    folder);
    assert_status(&got, 0);
    ck_assert(has(folder, "output/data/site/notices/2024/plan-2024.pdf"));
    folder_remove(folder);
}
END_TEST

START_TEST(uninstalled_leaves_nothing)
{
    g_autofree char *root = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_auto(Run) left = {0};

    make("install", root);
    make("uninstall", root);
    left = run_shell("find \"$1\" -type f", root);
    ck_assert_str_eq(left.out, "");
    folder_remove(root);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("install");
    TCase *tcase = tcase_create("install");

    tcase_set_timeout(tcase, 0);
    tcase_add_test(tcase, installed_moved_and_run);
    tcase_add_test(tcase, uninstalled_leaves_nothing);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
