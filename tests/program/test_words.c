/* test_words.c - what the program says to a person and to a shell: usage, help, exit statuses, streams. */
#define _DEFAULT_SOURCE
#include "../support/suite.h"
#include "running.h"
#include <pty.h>
#include <unistd.h>

static const struct {
    const char *name;
    const char *words[5];
    int status;
    const char *says; /* on standard error, or on standard output where the status is 0 */
} uses[] = {
    {"no command", {NULL}, 2, "no command given"},
    {"unknown command", {"frob"}, 2, "frob: no such command"},
    {"unknown option", {"check", "--frob", "x"}, 2, "Unknown option --frob"},
    {"an option of another command", {"new", "--lang=zh", "x"}, 2, "Unknown option"},
    {"no data folder named", {"build"}, 2, "expected: gazette build DATA"},
    {"too many words", {"watch", "a", "b"}, 2, "expected: gazette watch DATA"},
    {"no notice named", {"compose", "a"}, 2, "expected: gazette compose DATA NOTICE"},
    {"no such folder", {"check", "/nonexistent"}, 2, "/nonexistent: there is no such folder"},
    {"a file for a folder", {"check", "Makefile"}, 2, "Makefile: it is a file, not a folder"},
    {"a file for a publication", {"verify", "Makefile"}, 2, "Makefile: it is a file, not a folder"},
    {"a file to tell apart", {"diff", "docs", "Makefile"}, 2, "Makefile: it is a file, not a folder"},
    {"a file to watch", {"watch", "Makefile"}, 2, "Makefile: it is a file, not a folder"},
    {"a file to add to",
     {"import", "--into=Makefile", "Makefile"},
     2,
     "Makefile: it is a file, not a folder"},
    {"a folder to add",
     {"import", "--into=data/practice/zibo-2017", "docs"},
     2,
     "docs: it is a folder, not a file"},
    {"no file to add",
     {"import", "--into=data/practice/zibo-2017", "none.xlsx"},
     2,
     "none.xlsx: there is no such file"},
    {"a folder for a report",
     {"check", "--report=docs", "x"},
     2,
     "--report: docs: it is a folder, not a file"},
    {"no such format", {"check", "--format=xml", "x"}, 2, "--format: xml: expected text or json"},
    {"a report of no kind",
     {"check", "--report=x.pdf", "x"},
     2,
     "--report: x.pdf: expected a name that ends"},
    {"no such day", {"check", "--as-of=2021-02-29", "x"}, 2, "--as-of: 2021-02-29: expected a day"},
    {"no such kind", {"build", "--only=letter", "x"}, 2, "plan-draft, plan, special-task, line-list"},
    {"no such language", {"build", "--lang=fr", "x"}, 2, "expected zh, en or both"},
    {"no such share folder", {"check", "--share=/nonexistent", "x"}, 3, "--share says where"},
    {"help", {"--help"}, 0, "compose DATA NOTICE"},
    {"help as a command", {"help"}, 0, "compose DATA NOTICE"},
    {"help with a command", {"help", "build"}, 0, "--only=KIND"},
    {"help with none", {"help", "frob"}, 2, "frob: no such command"},
    {"help of diff, which publishes nothing",
     {"diff", "--help"},
     0,
     "Language of the words: en (default) or zh"},
    {"help of watch, which builds drafts", {"watch", "--help"}, 0, "a draft's with .draft behind it"},
    {"version", {"--version"}, 0, "gazette 0."},
    {"help of check", {"check", "--help"}, 0, "gazette check [OPTION"},
    {"help of build", {"build", "--help"}, 0, "--only=KIND"},
    {"help of compose", {"compose", "--help"}, 0, "gazette compose [OPTION"},
    {"help of new", {"new", "-h"}, 0, "gazette new [OPTION"},
};

START_TEST(use)
{
    const char *const *w = uses[_i].words;
    g_auto(Run) got = run(w[0], w[1], w[2], w[3], w[4], NULL);

    ck_assert_msg(got.status == uses[_i].status, "%s: %d: %s", uses[_i].name, got.status, got.err);
    assert_says(got.status == 0 ? got.out : got.err, uses[_i].says);
    ck_assert_str_eq(got.status == 0 ? got.err : got.out, "");
}
END_TEST

START_TEST(a_full_standard_output_is_told)
{
    g_auto(Run) got = run_shell("\"$gazette\" --help >/dev/full", "");

    assert_status(&got, 3);
    assert_says(got.err, "cannot write to standard output: No space left on device");
}
END_TEST

START_TEST(a_closed_standard_output_is_told)
{
    g_auto(Run) got = run_shell("\"$gazette\" --help >&-", "");

    assert_status(&got, 3);
    assert_says(got.err, "cannot write to standard output");
}
END_TEST

/* A file that the program opens must not take the number of a closed standard error. */
START_TEST(closed_streams_harm_no_file)
{
    g_autofree char *folder = starter_new();
    g_auto(Run) got = run_shell("cd \"$1\" && \"$gazette\" build data -o out " AS_OF " <&- >&- 2>&-; "
                                "cd out && sha256sum --check --strict SHA256SUMS",
                                folder);

    assert_status(&got, 0);
    folder_remove(folder);
}
END_TEST

START_TEST(progress_is_plain_lines_where_there_is_no_terminal)
{
    g_autofree char *folder = starter_new();
    g_auto(Run) got = run_shell("cd \"$1\" && \"$gazette\" build data -o out " AS_OF, folder);

    assert_status(&got, 0);
    assert_says(got.err, "Reading data\n");
    assert_says(got.err, "[1/4] notices/");
    ck_assert_ptr_null(strpbrk(got.err, "\r\033"));
    assert_says(got.out, "Published 4 notices");
    ck_assert_ptr_null(strstr(got.out, "Reading"));
    folder_remove(folder);
}
END_TEST

START_TEST(quiet_says_nothing)
{
    g_autofree char *folder = starter_new();
    g_auto(Run) got =
        run_shell("cd \"$1\" && \"$gazette\" build -q data -o out " AS_OF " && \"$gazette\" check -q "
                  "data " AS_OF,
                  folder);

    assert_status(&got, 0);
    ck_assert_str_eq(got.out, "");
    ck_assert_str_eq(got.err, "");
    folder_remove(folder);
}
END_TEST

/* All that a process on a terminal of `columns` columns writes there. Yours: g_free(). */
static char *on_a_terminal(char **argv, unsigned short columns, int *status)
{
    struct winsize size = {.ws_row = 24, .ws_col = columns};
    GString *said = g_string_new(NULL);
    char block[4096];
    int terminal;
    pid_t child = forkpty(&terminal, NULL, NULL, &size);

    ck_assert_int_ge(child, 0);
    if (child == 0) {
        g_setenv("TERM", "xterm", TRUE);
        execv(argv[0], argv);
        _exit(127);
    }
    for (ssize_t got; (got = read(terminal, block, sizeof block)) > 0;)
        g_string_append_len(said, block, got);
    waitpid(child, status, 0);
    close(terminal);
    return g_string_free(said, FALSE);
}

START_TEST(progress_is_one_line_on_a_terminal)
{
    g_autofree char *folder = starter_new();
    g_autofree char *program = program_path();
    g_autofree char *data = g_build_filename(folder, "data", NULL);
    g_autofree char *output = g_build_filename(folder, "out", NULL);
    char *argv[] = {program, "build", data, "-o", output, AS_OF, NULL};
    int status;
    g_autofree char *said = on_a_terminal(argv, 30, &status);
    g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
    g_auto(GStrv) states = g_strsplit(lines[0], "\r\033[K", -1);

    ck_assert_int_eq(status, 0);
    ck_assert_uint_gt(g_strv_length(states), 5); /* all in the first line */
    for (unsigned i = 0; states[i + 1] != NULL; i++)
        ck_assert_msg(strlen(states[i]) < 30, "wider than the terminal: %s", states[i]);
    assert_says(states[g_strv_length(states) - 1], "Published 4 notices");
    folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("words");
    TCase *tcase = tcase_create("words");

    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, use, 0, G_N_ELEMENTS(uses));
    tcase_add_test(tcase, a_full_standard_output_is_told);
    tcase_add_test(tcase, a_closed_standard_output_is_told);
    tcase_add_test(tcase, closed_streams_harm_no_file);
    tcase_add_test(tcase, progress_is_plain_lines_where_there_is_no_terminal);
    tcase_add_test(tcase, quiet_says_nothing);
    tcase_add_test(tcase, progress_is_one_line_on_a_terminal);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
