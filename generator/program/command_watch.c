/* command_watch.c - gazette watch: builds anew whenever a file of the data folder was saved. Each build is a
 * process of its own, run as a person would run it, so that hours of watching add nothing up. */
#include "base/files.h"
#include "program/commands.h"
#include "program/folders.h"
#include "program/print.h"
#include "program/program.h"
#include <gio/gio.h>
#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

enum {
    QUIET_TIME = 400
}; /* [ms] nothing is saved for so long before a build: programs save in several steps */

typedef struct {
    const GazOptions *options;
    GMainLoop *loop;
    GHashTable *monitors; /* char * folder to GFileMonitor * */
    guint waiting;        /* the timeout that builds; 0: none */
    char *data, *output;  /* from the root on */
} Watch;

/* Spreadsheet programs and editors keep files of their own beside the one that is open. */
static bool is_of_the_data(const char *name)
{
    return name[0] != '.' && name[0] != '~' && name[0] != '#' && !g_str_has_suffix(name, "~") &&
           !g_str_has_suffix(name, ".tmp") && !g_str_has_suffix(name, ".TMP");
}

/* Whether what is built stands at `path` or below it: where somebody lets that be in the data folder, each
 * build would be the reason for the next. */
static bool is_of_the_output(const Watch *watch, const char *path)
{
    size_t length = strlen(path);

    return strncmp(watch->output, path, length) == 0 &&
           (watch->output[length] == '/' || watch->output[length] == '\0');
}

static void watch_tree(Watch *watch, const char *folder);

/* Yours: g_strfreev(). */
static char **build_arguments(const GazOptions *options)
{
    GStrvBuilder *arguments = g_strv_builder_new();
    char **list;

    g_strv_builder_add_many(arguments, "/proc/self/exe", "build", "--draft", options->arguments[0], NULL);
    if (options->output != NULL)
        g_strv_builder_add_many(arguments, "--output", options->output, NULL);
    if (options->share != NULL)
        g_strv_builder_add_many(arguments, "--share", options->share, NULL);
    if (options->as_of != options->today) {
        char day[11];

        g_strv_builder_add_many(arguments, "--as-of", gaz_date_write(options->as_of, day), NULL);
    }
    list = g_strv_builder_end(arguments);
    g_strv_builder_unref(arguments);
    return list;
}

static unsigned count_faults(const char *said)
{
    unsigned count = 0;

    for (const char *at = said; (at = strstr(at, ": error: ")) != NULL; at++)
        count++;
    return count;
}

/* The first line with `mark` in it; NULL: none. Yours: g_free(). */
static char *find_line(const char *said, const char *mark)
{
    const char *at = strstr(said, mark), *begin = at;

    while (begin != NULL && begin > said && begin[-1] != '\n')
        begin--;
    return begin == NULL ? NULL : g_strndup(begin, strcspn(begin, "\n"));
}

/* What was published, or the first thing that is wrong and how many there are. */
static void tell(const char *out, const char *err, bool built)
{
    g_autofree char *fault = find_line(err, ": error: ");
    g_autofree char *failure = find_line(err, "gazette: ");
    g_autofree char *done = g_strndup(out, strcspn(out, "\n"));
    unsigned others = count_faults(err);

    if (built)
        gaz_print("%s\n", done);
    else if (fault != NULL && others > 1)
        gaz_print("%s (and %u more)\n", fault, others - 1);
    else
        gaz_print("%s\n", fault != NULL ? fault : failure != NULL ? failure : "the build failed");
    fflush(stdout);
}

static void build(Watch *watch)
{
    g_auto(GStrv) arguments = build_arguments(watch->options);
    g_autofree char *out = NULL, *err = NULL;
    g_autoptr(GError) error = NULL;
    int status;

    if (!g_spawn_sync(NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &err, &status, &error)) {
        gaz_print_complaint("%s", error->message);
        return;
    }
    if (!WIFSIGNALED(status)) /* ended by the person who ends the watching, too */
        tell(out, err, WIFEXITED(status) && WEXITSTATUS(status) == GAZ_EXIT_DONE);
    watch_tree(watch, watch->data);
}

static gboolean on_quiet(void *data)
{
    Watch *watch = data;

    watch->waiting = 0;
    build(watch);
    return G_SOURCE_REMOVE;
}

/* Whether what happened to a file is a reason to build. */
static bool is_reason(const Watch *watch, GFile *file)
{
    g_autofree char *name = file == NULL ? NULL : g_file_get_basename(file);
    g_autofree char *path = file == NULL ? NULL : g_file_get_path(file);

    return name != NULL && is_of_the_data(name) && !is_of_the_output(watch, path);
}

static void on_change(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, void *data)
{
    Watch *watch = data;

    (void)monitor;
    (void)event;
    if (!is_reason(watch, file) && !is_reason(watch, other))
        return;
    if (watch->waiting != 0)
        g_source_remove(watch->waiting);
    watch->waiting = g_timeout_add(QUIET_TIME, on_quiet, watch);
}

static bool watch_folder(Watch *watch, const char *folder, GError **error)
{
    g_autoptr(GFile) file = g_file_new_for_path(folder);
    GFileMonitor *monitor;

    if (g_hash_table_contains(watch->monitors, folder))
        return true;
    monitor = g_file_monitor_directory(file, G_FILE_MONITOR_WATCH_MOVES, NULL, error);
    if (monitor == NULL)
        return false;
    g_signal_connect(monitor, "changed", G_CALLBACK(on_change), watch);
    g_hash_table_insert(watch->monitors, g_strdup(folder), monitor);
    return true;
}

/* The folder and those in it, texts/ and the years with theirs: what is new among them is watched from now
 * on. */
static void watch_tree(Watch *watch, const char *folder)
{
    g_autoptr(GDir) open = g_dir_open(folder, 0, NULL);

    if (open == NULL || !watch_folder(watch, folder, NULL))
        return;
    for (const char *name; (name = g_dir_read_name(open)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (is_of_the_data(name) && !is_of_the_output(watch, path) && g_file_test(path, G_FILE_TEST_IS_DIR))
            watch_tree(watch, path);
    }
}

static gboolean on_signal(void *data)
{
    g_main_loop_quit(((Watch *)data)->loop);
    return G_SOURCE_REMOVE;
}

static void run(Watch *watch)
{
    guint signals[] = {g_unix_signal_add(SIGINT, on_signal, watch),
                       g_unix_signal_add(SIGTERM, on_signal, watch)};

    watch_tree(watch, watch->data);
    watch->waiting = g_timeout_add(0, on_quiet, watch);
    g_main_loop_run(watch->loop);
    if (watch->waiting != 0)
        g_source_remove(watch->waiting);
    for (unsigned i = 0; i < G_N_ELEMENTS(signals); i++) {
        GSource *source = g_main_context_find_source_by_id(NULL, signals[i]); /* gone if it came */

        if (source != NULL)
            g_source_destroy(source);
    }
}

int gaz_command_watch(const GazOptions *options)
{
    Watch watch = {.options = options};
    g_autofree char *output = options->output != NULL
                                  ? g_strdup(options->output)
                                  : gaz_folders_output(NULL, options->arguments[0], "draft");
    GError *error = NULL;

    if (!gaz_folder_named(options->arguments[0], &error))
        return gaz_command_fail(error);
    watch.loop = g_main_loop_new(NULL, FALSE);
    watch.monitors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_object_unref);
    watch.data = g_canonicalize_filename(options->arguments[0], NULL);
    watch.output = g_canonicalize_filename(output, NULL);
    if (watch_folder(&watch, watch.data, &error))
        run(&watch);
    g_free(watch.data);
    g_free(watch.output);
    g_hash_table_unref(watch.monitors);
    g_main_loop_unref(watch.loop);
    return error == NULL ? GAZ_EXIT_DONE : gaz_command_fail(error);
}
