/* test_growth.c - twice the data is twice the work: instructions counted at n, 2n and 4n lines. What the
 * second doubling adds may not be much more than twice what the first added; a thing done once weighs in
 * neither. And a line takes little memory: 100,000 of them less than 300 MB. */
#include "running.h"

#include "../support/suite.h"

static char *folder;

static void set_up(void)
{
    folder = g_dir_make_tmp("gazette-growth-XXXXXX", NULL);
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
}

/* Instructions of `command` upon data of so many lines, over all its processes. */
static double count(const char *make, const char *command, unsigned lines)
{
    g_autofree char *script = g_strdup_printf(
        "python3 tests/bench/make_data.py %s \"$1\"/data %u && rm -rf \"$1\"/out \"$1\"/.out* && "
        "valgrind --tool=callgrind --callgrind-out-file=/dev/null \"$gazette\" %s "
        "\"$1\"/data --as-of 2022-04-30 -q 2>&1 | sed -n 's/.*Collected *: *//p'",
        make, lines, command);
    g_auto(Run) got = run_shell(script, folder);
    g_auto(GStrv) numbers = g_strsplit(got.out, "\n", -1);
    double sum = 0;

    assert_status(&got, 0);
    for (unsigned i = 0; numbers[i] != NULL; i++)
        sum += g_ascii_strtod(numbers[i], NULL);
    ck_assert_msg(sum > 0, "valgrind counted nothing: %s%s", got.out, got.err);
    return sum;
}

static const struct {
    const char *name, *make, *command;
    unsigned lines;
} works[] = {
    {"reading and checking", "", "check", 100},
    {"checking findings that a list names", "--found", "check", 200},
    {"an announcement", "--announcement", "build --jobs=1 --only=line-list -o \"$1\"/out", 100},
};

START_TEST(twice_the_lines_are_twice_the_work)
{
    unsigned lines = works[_i].lines;
    double once = count(works[_i].make, works[_i].command, lines);
    double twice = count(works[_i].make, works[_i].command, 2 * lines);
    double four_times = count(works[_i].make, works[_i].command, 4 * lines);
    double growth = (four_times - twice) / (twice - once);

    ck_assert_msg(growth < 2.4, "%s: %.0f, %.0f and %.0f instructions: what is added grows %.2f times",
                  works[_i].name, once, twice, four_times, growth);
}
END_TEST

/* Bytes of everything that so many lines make. */
static double measure(unsigned lines)
{
    g_autofree char *script = g_strdup_printf(
        "python3 tests/bench/make_data.py \"$1\"/data %u && rm -rf \"$1\"/out \"$1\"/.out* && "
        "\"$gazette\" build \"$1\"/data --as-of 2022-04-30 -q -o \"$1\"/out && "
        "find \"$1\"/out -type f -exec cat {} + | wc -c",
        lines);
    g_auto(Run) got = run_shell(script, folder);

    assert_status(&got, 0);
    return g_ascii_strtod(got.out, NULL);
}

START_TEST(twice_the_lines_write_twice_the_bytes)
{
    double once = measure(25), twice = measure(50), four_times = measure(100);
    double growth = (four_times - twice) / (twice - once);

    ck_assert_msg(once > 0 && growth < 2.4, "%.0f, %.0f and %.0f bytes: what is added grows %.2f times", once,
                  twice, four_times, growth);
}
END_TEST

/* The most memory [KiB] that a process held which made the announcement of so many lines. */
static double hold(unsigned lines)
{
    static const char most[] = "import resource, subprocess, sys; subprocess.check_call(sys.argv[1:]); "
                               "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
    g_autofree char *script = g_strdup_printf(
        "python3 tests/bench/make_data.py --announcement \"$1\"/data %u && rm -rf \"$1\"/out \"$1\"/.out* && "
        "python3 -c '%s' \"$gazette\" build --jobs=1 --only=line-list --as-of 2022-04-30 -q "
        "-o \"$1\"/out \"$1\"/data",
        lines, most);
    g_auto(Run) got = run_shell(script, folder);

    assert_status(&got, 0);
    return g_ascii_strtod(got.out, NULL);
}

START_TEST(a_line_takes_little_memory)
{
    enum { LINES = 10000 };
    double once = hold(LINES), twice = hold(2 * LINES), a_line = (twice - once) * 1024 / LINES;

    ck_assert_msg(once > 0 && a_line < 2600, "%.0f and %.0f KiB: %.0f bytes a line", once, twice, a_line);
}
END_TEST

static Suite *growth_suite(void)
{
    Suite *suite = suite_create("growth");
    TCase *tcase = tcase_create("growth"), *memory = tcase_create("memory");

    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 0);
    if (!SANITIZED)
        tcase_add_loop_test(tcase, twice_the_lines_are_twice_the_work, 0, G_N_ELEMENTS(works));
    tcase_add_test(tcase, twice_the_lines_write_twice_the_bytes);
    suite_add_tcase(suite, tcase);
    tcase_add_checked_fixture(memory, set_up, tear_down);
    tcase_set_timeout(memory, 0);
    if (!SANITIZED)
        tcase_add_test(memory, a_line_takes_little_memory);
    suite_add_tcase(suite, memory);
    return suite;
}

int main(void)
{
    return suite_run(growth_suite());
}
