/* test_watch.c - a saved file is published, a faulty one told, in a line each; an interrupt ends it. */
#include "../support/suite.h"
#include "running.h"
#include <check.h>
#include <signal.h>
#include <unistd.h>

/* A watching program and what it says. */
typedef struct {
    char *folder;
    GPid pid;
    FILE *out;
} Watching;

/* `where`: the output, below a new folder in which `data` is. */
static Watching watching_new(const char *where)
{
    Watching watching = {.folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL)};
    g_autofree char *program = program_path(), *data = g_build_filename(watching.folder, "data", NULL);
    g_autofree char *output = g_build_filename(watching.folder, where, NULL);
    char *argv[] = {program, "watch", data, "--output", output, AS_OF, NULL};
    g_auto(Run) made = run("new", "--quiet", data, NULL);
    int out;

    ck_assert_int_eq(made.status, 0);
    ck_assert(g_spawn_async_with_pipes(NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &watching.pid,
                                       NULL, &out, NULL, NULL));
    watching.out = fdopen(out, "r");
    return watching;
}

static void assert_next_line(Watching *watching, const char *says)
{
    char line[4096];

    ck_assert_ptr_nonnull(fgets(line, sizeof line, watching->out));
    assert_says(line, says);
}

/* Changes one text of a table, as a program that saves in its place does. */
static void edit_lines(const Watching *watching, const char *from, const char *to)
{
    g_autofree char *path = g_build_filename(watching->folder, "data", "lines.csv", NULL), *text = NULL;
    g_auto(GStrv) parts = NULL;
    g_autofree char *edited = NULL;

    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    parts = g_strsplit(text, from, 2);
    edited = g_strjoinv(to, parts);
    ck_assert(g_file_set_contents(path, edited, -1, NULL));
}

static void watching_end(Watching *watching)
{
    g_auto(Run) removed = {0};
    int status;

    kill(watching->pid, SIGINT);
    ck_assert_int_eq(waitpid(watching->pid, &status, 0), watching->pid);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    fclose(watching->out);
    removed = run_shell("rm -rf \"$1\"", watching->folder);
    g_free(watching->folder);
}

START_TEST(saved_files_are_published_or_told)
{
    Watching watching = watching_new("out");

    assert_next_line(&watching, "Drafted 4 notices");
    edit_lines(&watching, "4.8,74", "wide,74");
    assert_next_line(&watching, "lines.csv:4:28: error: kiln_diameter_m: not a number: found \"wide\"");
    edit_lines(&watching, "wide,74", "4.8,74");
    assert_next_line(&watching, "Drafted 4 notices");
    watching_end(&watching);
}
END_TEST

/* What is built in the data folder is no reason to build again: the second line is that of the file saved. */
START_TEST(what_it_builds_is_not_what_it_watches)
{
    static const char *const where[] = {"data/out", "data/output/out"};
    Watching watching = watching_new(where[_i]);

    assert_next_line(&watching, "Drafted 4 notices");
    g_usleep(2 * G_USEC_PER_SEC); /* in which one that watched it would have begun again */
    edit_lines(&watching, "4.8,74", "wide,74");
    assert_next_line(&watching, "lines.csv:4:28: error: kiln_diameter_m: not a number: found \"wide\"");
    watching_end(&watching);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("watch");
    TCase *tests = tcase_create("watch");

    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, saved_files_are_published_or_told);
    tcase_add_loop_test(tests, what_it_builds_is_not_what_it_watches, 0, 2);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
