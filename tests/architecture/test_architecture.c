/* test_architecture.c - data flows one way: the #include lines of every source are read, and a step backwards
 * between the stages fails. So does a stage that asks the clock, the locale or the environment, which would
 * make its output depend on more than its input. */
#include "../support/suite.h"
#include <check.h>
#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What each stage may see besides itself. Only program/ sees all. */
static const struct {
    const char *stage;
    const char *sees;
} stages[] = {
    {"base", ""},
    {"read", "base"},
    {"model", "base read"},
    {"check", "base model"},
    {"document", "base"},
    {"compose", "base read model check document"},
    {"layout", "base read document"},
    {"pdf", "base read document layout"},
    {"site", "base read model check document compose layout"},
    {"publish", "base document"},
    {"program", "base read model check document compose layout pdf site publish"},
};

static bool has_word(const char *words, const char *word)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);

    return g_strv_contains((const char *const *)list, word);
}

/* The index of `name` among the stages. */
static unsigned rank(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(stages); i++)
        if (strcmp(stages[i].stage, name) == 0)
            return i;
    ck_abort_msg("%s is no stage: tell this test what it may see", name);
    return 0;
}

/* The stage of #include "STAGE/FILE" or NULL for any other line. Yours: g_free(). */
static char *included_stage(const char *line)
{
    static const char start[] = "#include \"";
    const char *name = line + strlen(start), *slash;

    if (!g_str_has_prefix(line, start) || (slash = strchr(name, '/')) == NULL)
        return NULL;
    return g_strndup(name, (size_t)(slash - name));
}

/* Calls `look` for every line of every C file of stage `index`; returns the number of files. */
static unsigned each_line(unsigned index, void (*look)(unsigned index, const char *path, const char *line))
{
    g_autofree char *folder = g_build_filename("generator", stages[index].stage, NULL);
    g_autoptr(GDir) open = g_dir_open(folder, 0, NULL);
    unsigned count = 0;

    ck_assert_msg(open != NULL, "%s is missing", folder);
    for (const char *name; (name = g_dir_read_name(open)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        g_auto(GStrv) lines = NULL;

        if (!g_str_has_suffix(name, ".c") && !g_str_has_suffix(name, ".h"))
            continue;
        count++;
        ck_assert(g_file_get_contents(path, &text, NULL, NULL));
        lines = g_strsplit(text, "\n", -1);
        for (unsigned i = 0; lines[i] != NULL; i++)
            look(index, path, lines[i]);
    }
    return count;
}

static void look_at_include(unsigned index, const char *path, const char *line)
{
    g_autofree char *seen = included_stage(line);

    if (seen == NULL || strcmp(seen, stages[index].stage) == 0)
        return;
    ck_assert_msg(rank(seen) < index, "%s: a step backwards: %s", path, line);
    ck_assert_msg(has_word(stages[index].sees, seen), "%s: %s/ may not see %s/: %s", path,
                  stages[index].stage, seen, line);
}

START_TEST(no_stage_steps_backwards)
{
    ck_assert_uint_gt(each_line((unsigned)_i, look_at_include), 0);
}
END_TEST

static void look_at_call(unsigned index, const char *path, const char *line)
{
    static const char *const calls[] = {"getenv(",          "setlocale(",       "g_date_time_new_now",
                                        "g_get_real_time(", "time(NULL)",       "localtime",
                                        "clock_gettime(",   "g_get_host_name(", "g_random_"};

    (void)index;
    for (unsigned i = 0; i < G_N_ELEMENTS(calls); i++)
        ck_assert_msg(strstr(line, calls[i]) == NULL, "%s: asks for more than its arguments: %s", path, line);
}

START_TEST(no_stage_asks_the_clock_or_the_environment)
{
    each_line((unsigned)_i, look_at_call);
}
END_TEST

START_TEST(every_folder_is_a_stage)
{
    g_autoptr(GDir) open = g_dir_open("generator", 0, NULL);

    ck_assert_ptr_nonnull(open);
    for (const char *name; (name = g_dir_read_name(open)) != NULL;) {
        g_autofree char *path = g_build_filename("generator", name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            rank(name);
    }
}
END_TEST

START_TEST(a_step_backwards_is_seen)
{
    g_autofree char *seen = included_stage("#include \"site/site.h\"");

    ck_assert_str_eq(seen, "site");
    ck_assert_ptr_null(included_stage("#include \"own.h\""));
    ck_assert_ptr_null(included_stage("#include <glib.h>"));
    ck_assert_uint_lt(rank("model"), rank(seen));
    ck_assert(!has_word("base read", "rea"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("architecture");
    TCase *tcase = tcase_create("includes");

    tcase_add_loop_test(tcase, no_stage_steps_backwards, 0, G_N_ELEMENTS(stages));
    /* program/, the last, is where the clock is asked: today is its default as-of date. */
    tcase_add_loop_test(tcase, no_stage_asks_the_clock_or_the_environment, 0, G_N_ELEMENTS(stages) - 1);
    tcase_add_test(tcase, every_folder_is_a_stage);
    tcase_add_test(tcase, a_step_backwards_is_seen);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
