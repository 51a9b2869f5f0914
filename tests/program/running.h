/* running.h - runs the program as a shell would, for the tests of the whole. */
#ifndef GAZETTE_TESTS_PROGRAM_RUNNING_H
#define GAZETTE_TESTS_PROGRAM_RUNNING_H
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>

#define AS_OF "--as-of=2025-06-30" /* a day after the last notice of the starter folder */

/* Whether test and program watch over their memory themselves: no limit and no Valgrind can be set beside. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

/* What a run said and returned; status -1: killed. */
typedef struct {
    int status;
    char *out, *err;
} Run;

static inline void run_clear(Run *run)
{
    g_free(run->out);
    g_free(run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

/* The folder of the build that this test belongs to: BUILD/tests/program/test_x. Yours: g_free(). */
static inline char *build_folder(void)
{
    g_autofree char *test = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(test);

    return g_canonicalize_filename("../..", folder);
}

/* The program of that build. Yours: g_free(). */
static inline char *program_path(void)
{
    g_autofree char *folder = build_folder();

    return g_build_filename(folder, "gazette", NULL);
}

/* Runs `argv` in `folder` (NULL: here) with `environment` (NULL: ours). */
static inline Run run_argv(char **argv, const char *folder, char **environment)
{
    Run run = {0};
    GError *error = NULL;
    int status;

    if (!g_spawn_sync(folder, argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &run.out, &run.err, &status,
                      &error))
        ck_abort_msg("%s: %s", argv[0], error->message);
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return run;
}

/* Runs the program with these arguments; NULL ends them. */
static inline Run G_GNUC_NULL_TERMINATED run(const char *first, ...)
{
    g_autofree char *program = program_path();
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    va_list arguments;

    g_ptr_array_add(argv, program);
    va_start(arguments, first);
    for (const char *word = first; word != NULL; word = va_arg(arguments, const char *))
        g_ptr_array_add(argv, (void *)word);
    va_end(arguments);
    g_ptr_array_add(argv, NULL);
    return run_argv((char **)argv->pdata, NULL, NULL);
}

/* Runs `script` in a shell where $gazette is the program and $1 is `argument`. */
static inline Run run_shell(const char *script, const char *argument)
{
    g_autofree char *program = program_path();
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "gazette", program, TRUE);
    const char *argv[] = {"sh", "-c", script, "sh", argument, NULL};

    return run_argv((char **)argv, NULL, environment);
}

static inline void assert_status(const Run *run, int status)
{
    ck_assert_msg(run->status == status, "exit status %d, expected %d; it said:\n%s%s", run->status, status,
                  run->out, run->err);
}

static inline void assert_says(const char *text, const char *part)
{
    ck_assert_msg(strstr(text, part) != NULL, "expected to find \"%s\" in:\n%s", part, text);
}

/* A new folder with a starter data folder `data` in it. Yours: g_free(); emptied with folder_remove(). */
static inline char *starter_new(void)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *data = g_build_filename(folder, "data", NULL);
    g_auto(Run) made = run("new", "--quiet", data, NULL);

    assert_status(&made, 0);
    return folder;
}

static inline void folder_remove(const char *folder)
{
    const char *argv[] = {"rm", "-rf", folder, NULL};
    Run removed = run_argv((char **)argv, NULL, NULL);

    run_clear(&removed);
}

/* The file's text, or NULL. Yours: g_free(). */
static inline char *text_of(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static inline bool has(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* Replaces `before`, which must be there, by `after` in a file. */
static inline void edit(const char *folder, const char *name, const char *before, const char *after)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = text_of(folder, name);
    g_autoptr(GString) edited = g_string_new(text);

    ck_assert_ptr_nonnull(text);
    ck_assert_msg(g_string_replace(edited, before, after, 1) == 1, "%s has no \"%s\"", name, before);
    ck_assert(g_file_set_contents(path, edited->str, -1, NULL));
}

/* Whether sha256sum finds every file of the publication as it was published. */
static inline bool is_whole(const char *output)
{
    const char *argv[] = {"sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS", NULL};
    g_auto(Run) sums = run_argv((char **)argv, output, NULL);

    return sums.status == 0;
}

#endif
