/* test_folders.c - several data folders in one run: each as if it were alone, whatever becomes of the others.
 */
#include "running.h"

#include "../support/suite.h"
#include <jansson.h>

static char *folder;

static char *below(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

/* Three folders: `b` is the largest, and is begun first. */
static void set_up(void)
{
    g_autofree char *first = NULL, *large = NULL;
    g_auto(Run) made = {0};

    folder = starter_new();
    made = run_shell("cd \"$1\" && mv data a && cp -R a b && cp -R a c", folder);
    assert_status(&made, 0);
    large = below("b");
    first = below("c");
    edit(large, "publication.xml", "<title><zh>", "<!-- larger than the others --><title><zh>新");
    edit(first, "publication.xml", "<title><zh>", "<title><zh>又");
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
}

/* Runs `arguments` below the folder that has them. */
static Run run_in(const char *arguments)
{
    g_autofree char *script = g_strdup_printf("cd \"$1\" && \"$gazette\" %s " AS_OF, arguments);

    return run_shell(script, folder);
}

static void assert_same_sums(const char *first, const char *second)
{
    g_autofree char *one = below(first), *other = below(second);
    g_autofree char *got = text_of(one, "SHA256SUMS"), *expected = text_of(other, "SHA256SUMS");

    ck_assert_msg(got != NULL && g_strcmp0(got, expected) == 0, "%s is not what %s is", first, second);
    ck_assert(is_whole(one));
}

static const struct {
    const char *name, *options;
} ways[] = {
    {"one after the other", "--jobs 1"},
    {"side by side", "--jobs 3"},
    {"with processes to spare", "--jobs 8"},
};

START_TEST(each_is_published_as_if_it_were_alone)
{
    static const char *const names[] = {"a", "b", "c"};
    g_autofree char *arguments = g_strdup_printf("build a b c %s", ways[_i].options);
    g_auto(Run) got = run_in(arguments);

    assert_status(&got, 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *alone = g_strdup_printf("build -q %s -o alone/%s", names[i], names[i]);
        g_autofree char *one = g_strdup_printf("alone/%s", names[i]);
        g_autofree char *output = g_strdup_printf("output/%s", names[i]);
        g_auto(Run) built = run_in(alone);

        assert_status(&built, 0);
        assert_same_sums(output, one);
    }
}
END_TEST

/* Whatever ends first, a list of faults is the same each time. */
START_TEST(each_line_follows_the_name_of_its_folder_in_their_order)
{
    g_autofree char *faulty = below("b");
    g_auto(Run) got = {0};

    edit(faulty, "lines.csv", ",4.8,74,", ",wide,74,");
    got = run_in("check --jobs 3 c b a");
    assert_status(&got, 1);
    assert_says(got.out, "c: c: no faults as of 2025-06-30\nb: lines.csv:4:");
    assert_says(got.out, "\na: a: no faults as of 2025-06-30\n");
    assert_says(got.err, "\nb: gazette: 1 fault in b\n");
    assert_says(got.err, "[3/3] ");
}
END_TEST

/* What is told of the first waits to be written while the next is begun. */
START_TEST(what_is_told_of_one_is_not_told_of_another)
{
    g_auto(Run) got = run_in("check --jobs 1 b c a");

    assert_status(&got, 0);
    ck_assert_str_eq(got.out, "b: b: no faults as of 2025-06-30\n"
                              "c: c: no faults as of 2025-06-30\n"
                              "a: a: no faults as of 2025-06-30\n");
}
END_TEST

START_TEST(quiet_says_only_what_is_wrong)
{
    g_auto(Run) got = run_in("build -q a b");

    assert_status(&got, 0);
    ck_assert_str_eq(got.out, "");
    ck_assert_str_eq(got.err, "");
}
END_TEST

START_TEST(faults_of_one_leave_its_publication_and_the_others_alone)
{
    g_autofree char *faulty = below("b"), *published = below("out/b");
    g_autofree char *before = NULL, *after = NULL;
    g_auto(Run) first = run_in("build -q b -o out/b"), got = {0};

    assert_status(&first, 0);
    before = text_of(published, "SHA256SUMS");
    edit(faulty, "lines.csv", ",4.8,74,", ",wide,74,");
    got = run_in("build a b c --output out");
    assert_status(&got, 1);
    assert_says(got.err, "b: lines.csv:4:");
    assert_says(got.err, "b: gazette: 1 fault in b: nothing was published\n");
    assert_says(got.out, "a: Published ");
    assert_says(got.out, "c: Published ");
    after = text_of(published, "SHA256SUMS");
    ck_assert_str_eq(before, after);
    ck_assert(has(folder, "out/a/site/index.html") && has(folder, "out/c/site/index.html"));
}
END_TEST

START_TEST(a_folder_that_is_not_there_is_told_and_the_others_are_done)
{
    g_auto(Run) got = run_in("build a nowhere c");

    assert_status(&got, 2);
    assert_says(got.err, "nowhere: gazette: nowhere: there is no such folder\n");
    ck_assert(has(folder, "output/a/site/index.html") && has(folder, "output/c/site/index.html"));
    ck_assert(!has(folder, "output/nowhere"));
}
END_TEST

/* The worst end is the run's: a fault of the machine is worse than one of the data. */
START_TEST(a_place_that_cannot_be_written_is_told_and_the_others_are_done)
{
    g_autofree char *faulty = below("c"), *output = below("output"), *lock = below("output/.a.gazette-lock");
    g_auto(Run) got = {0};

    ck_assert_int_eq(g_mkdir(output, 0777), 0);
    ck_assert_int_eq(g_mkdir(lock, 0777), 0); /* where a file has to stand */
    edit(faulty, "lines.csv", ",4.8,74,", ",wide,74,");
    got = run_in("build a b c");
    assert_status(&got, 3);
    assert_says(got.err, "a: gazette: ");
    ck_assert(has(folder, "output/b/site/index.html") && !has(folder, "output/a"));
}
END_TEST

START_TEST(two_folders_of_one_name_are_refused_before_anything_is_done)
{
    g_auto(Run) got = run_in("build a b ./c/../a");

    assert_status(&got, 2);
    assert_says(got.err, "a and ./c/../a: two folders of one name");
    ck_assert(!has(folder, "output"));
}
END_TEST

START_TEST(a_publication_holds_no_other)
{
    g_auto(Run) first = run_in("build -q --only plan-draft a -o out"), got = run_in("build a b -o out");

    assert_status(&first, 0);
    assert_status(&got, 2);
    assert_says(got.err, "out: it is a publication, and can't hold others");
    ck_assert(!has(folder, "out/a"));
}
END_TEST

/* It reads a file that never ends, until it is alone; the shell then kills it. */
START_TEST(a_killed_process_takes_nothing_along)
{
    g_auto(Run) got = run_shell("cd \"$1\" && rm b/lines.csv && mkfifo b/lines.csv && exec 3<>b/lines.csv\n"
                                "\"$gazette\" build a b c --jobs 2 " AS_OF " 3>&- & run=$!\n"
                                "is_left() { [ $# = 1 ] && readlink /proc/$1/fd/* | grep -q /b/lines.csv; }\n"
                                "while [ -e /proc/$run/exe ]; do\n" /* not where it has ended */
                                "    left=$(cat /proc/$run/task/$run/children)\n"
                                "    if is_left $left; then kill -KILL $left; break; fi; sleep 0.1\n"
                                "done; wait $run",
                                folder);

    assert_status(&got, 3);
    assert_says(got.err, "b: gazette: the process at work on it was ended by the system (Killed)");
    assert_says(got.out, "a: Published ");
    assert_says(got.out, "c: Published ");
    ck_assert(!has(folder, "output/b"));
}
END_TEST

START_TEST(whoever_ignores_the_end_of_processes_hears_of_it_all_the_same)
{
    g_auto(Run) got =
        run_shell("cd \"$1\" && env --ignore-signal=CHLD \"$gazette\" check a nowhere " AS_OF, folder);

    assert_status(&got, 2);
    assert_says(got.out, "a: a: no faults");
}
END_TEST

START_TEST(json_is_one_object_with_a_member_a_folder)
{
    g_autofree char *faulty = below("b");
    g_auto(Run) got = {0};
    json_t *all;

    edit(faulty, "lines.csv", ",4.8,74,", ",wide,74,");
    got = run_in("check -q --format json nowhere b a");
    assert_status(&got, 2);
    all = json_loads(got.out, 0, NULL);
    ck_assert_ptr_nonnull(all);
    ck_assert_uint_eq(json_object_size(all), 3);
    ck_assert(json_is_null(json_object_get(all, "nowhere")));
    ck_assert_uint_eq(json_array_size(json_object_get(all, "a")), 0);
    ck_assert_str_eq(json_string_value(json_object_get(json_array_get(json_object_get(all, "b"), 0), "file")),
                     "lines.csv");
    json_decref(all);
}
END_TEST

START_TEST(a_part_stands_beside_the_whole)
{
    g_auto(Run) got = run_in("build -q --only plan-draft a b -o out");

    assert_status(&got, 0);
    ck_assert(has(folder, "out/a.plan-draft/SHA256SUMS") && has(folder, "out/b.plan-draft/SHA256SUMS"));
}
END_TEST

START_TEST(a_report_is_about_one_folder)
{
    g_auto(Run) got = run_in("check a b --report faults.html");

    assert_status(&got, 2);
    assert_says(got.err, "--report: ");
    ck_assert(!has(folder, "faults.html"));
}
END_TEST

static Suite *folders_suite(void)
{
    Suite *suite = suite_create("folders");
    TCase *tests = tcase_create("folders");

    tcase_set_timeout(tests, 0);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, each_is_published_as_if_it_were_alone, 0, G_N_ELEMENTS(ways));
    tcase_add_test(tests, each_line_follows_the_name_of_its_folder_in_their_order);
    tcase_add_test(tests, what_is_told_of_one_is_not_told_of_another);
    tcase_add_test(tests, quiet_says_only_what_is_wrong);
    tcase_add_test(tests, faults_of_one_leave_its_publication_and_the_others_alone);
    tcase_add_test(tests, a_folder_that_is_not_there_is_told_and_the_others_are_done);
    tcase_add_test(tests, a_place_that_cannot_be_written_is_told_and_the_others_are_done);
    tcase_add_test(tests, two_folders_of_one_name_are_refused_before_anything_is_done);
    tcase_add_test(tests, a_publication_holds_no_other);
    tcase_add_test(tests, a_killed_process_takes_nothing_along);
    tcase_add_test(tests, whoever_ignores_the_end_of_processes_hears_of_it_all_the_same);
    tcase_add_test(tests, json_is_one_object_with_a_member_a_folder);
    tcase_add_test(tests, a_part_stands_beside_the_whole);
    tcase_add_test(tests, a_report_is_about_one_folder);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(folders_suite());
}
