/* folders.c - what a process says stays in memory, in files without a name, until it is this folder's turn to
 * be told. */
#include "program/folders.h"

#include "base/tree.h"
#include "program/commands.h"
#include "program/print.h"
#include "program/program.h"
#include "program/progress.h"
#include "publish/output.h"
#include <errno.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* One of the folders. */
typedef struct {
    char *path; /* lent, as it was named */
    char *name;
    goffset weight; /* [bytes] of its files */
    pid_t process;  /* 0: none is at work on it */
    int files[2];   /* what that writes to in place of standard output and error */
    char *said[2];  /* on either; NULL: not done yet */
    int status;     /* GazExit, when it is done */
} Folder;

typedef struct {
    const GazFolders *folders;
    const GazOptions *options;
    GPtrArray *named; /* of Folder *, as they are named */
    GPtrArray *queue; /* the same, the heaviest first */
    unsigned started, done, told;
    json_t *results; /* by the folders' names; NULL: in plain text */
    GazProgress progress;
} Run;

static char *name_of(const char *folder)
{
    g_autofree char *path = g_canonicalize_filename(folder, NULL);

    return g_path_get_basename(path);
}

char *gaz_folders_output(const char *parent, const char *folder, const char *part)
{
    g_autofree char *name = name_of(folder);
    g_autofree char *file = part == NULL ? g_strdup(name) : g_strconcat(name, ".", part, NULL);

    return g_build_filename(parent == NULL ? "output" : parent, file, NULL);
}

/* The size of what will be read; 0 where nothing can be. */
static goffset weigh(const char *path)
{
    g_autoptr(GazTree) tree = gaz_tree_read(path, NULL);
    goffset weight = 0;

    for (unsigned i = 0; tree != NULL && i < tree->files->len; i++) {
        g_autofree char *file = g_build_filename(path, tree->files->pdata[i], NULL);
        struct stat facts;

        weight += stat(file, &facts) == 0 ? facts.st_size : 0;
    }
    return weight;
}

static Folder *new_folder(char *path)
{
    Folder *folder = g_new0(Folder, 1);

    *folder = (Folder){.path = path, .name = name_of(path), .weight = weigh(path), .files = {-1, -1}};
    return folder;
}

static void free_folder(void *data)
{
    Folder *folder = data;

    for (unsigned i = 0; i < G_N_ELEMENTS(folder->files); i++) {
        if (folder->files[i] >= 0)
            close(folder->files[i]);
        g_free(folder->said[i]);
    }
    g_free(folder->name);
    g_free(folder);
}

/* A country's largest province is not to be begun when all others are done. */
static int compare_weights(const void *a, const void *b)
{
    const Folder *first = *(Folder *const *)a, *second = *(Folder *const *)b;

    if (first->weight != second->weight)
        return first->weight > second->weight ? -1 : 1;
    return strcmp(first->name, second->name);
}

/* One place can't hold two publications. */
static bool names_differ(const GPtrArray *folders, GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);

    for (unsigned i = 0; i < folders->len; i++) {
        Folder *folder = folders->pdata[i], *other = g_hash_table_lookup(names, folder->name);

        if (other != NULL) {
            g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                        "%s and %s: two folders of one name can't be done in one run", other->path,
                        folder->path);
            return false;
        }
        g_hash_table_insert(names, folder->name, folder);
    }
    return true;
}

/* A publication that holds another one could not be replaced any more. */
static bool holds_none(const char *parent, GError **error)
{
    if (parent == NULL || !gaz_output_is_marked(parent))
        return true;
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                "%s: it is a publication, and can't hold others; choose another output folder", parent);
    return false;
}

/* The life of a process at work on a folder. It must not outlive the one that waits for it. */
static G_NORETURN void live(const Run *run, const Folder *folder, pid_t parent)
{
    GazOptions options = *run->options;
    char *arguments[] = {folder->path, NULL};
    int status;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent || dup2(folder->files[0], STDOUT_FILENO) < 0 ||
        dup2(folder->files[1], STDERR_FILENO) < 0)
        _exit(GAZ_EXIT_MACHINE);
    options.arguments = arguments;
    options.output = gaz_folders_output(options.output, folder->path, run->folders->part);
    options.jobs = MAX(1, options.jobs / MIN(options.jobs, run->named->len));
    options.steps = FALSE;
    status = gaz_print_finish(run->folders->command(&options, run->folders->user));
    g_free(options.output);
    _exit(status); /* without the ways out of the one that waits */
}

/* False where the machine has no room for another one. What was told of others and waits to be written would
 * be told by the new process again, as its own. */
static bool start(const Run *run, Folder *folder)
{
    pid_t parent = getpid();

    for (unsigned i = 0; i < G_N_ELEMENTS(folder->files); i++)
        if ((folder->files[i] = memfd_create("gazette", MFD_CLOEXEC)) < 0)
            return false;
    fflush(stdout);
    folder->process = fork();
    if (folder->process == 0)
        live(run, folder, parent);
    return folder->process > 0;
}

/* What was written to a file in memory, which is closed. */
static char *take_text(int *file)
{
    struct stat facts;
    char *text = NULL;

    if (*file >= 0 && fstat(*file, &facts) == 0) {
        text = g_malloc0((size_t)facts.st_size + 1);
        if (pread(*file, text, (size_t)facts.st_size, 0) != facts.st_size)
            text[0] = '\0';
    }
    if (*file >= 0)
        close(*file);
    *file = -1;
    return text == NULL ? g_strdup("") : text;
}

/* Adds a line of our own to what was said on standard error. */
static void add_complaint(Folder *folder, const char *complaint)
{
    char *said = g_strdup_printf("%sgazette: %s\n", folder->said[1], complaint);

    g_free(folder->said[1]);
    folder->said[1] = said;
}

/* `ended`: as waitpid() has it. */
static void finish(Folder *folder, int ended)
{
    g_autofree char *complaint = NULL;

    folder->process = 0;
    for (unsigned i = 0; i < G_N_ELEMENTS(folder->said); i++)
        folder->said[i] = take_text(&folder->files[i]);
    folder->status = WIFEXITED(ended) ? WEXITSTATUS(ended) : GAZ_EXIT_MACHINE;
    if (WIFEXITED(ended))
        return;
    complaint = g_strdup_printf(
        "the process at work on it was ended by the system (%s); was there too little memory?",
        g_strsignal(WTERMSIG(ended)));
    add_complaint(folder, complaint);
}

static void fail(Folder *folder)
{
    g_autofree char *complaint = g_strdup_printf("cannot start a process: %s", g_strerror(errno));

    finish(folder, GAZ_EXIT_MACHINE << 8);
    add_complaint(folder, complaint);
}

/* Each line behind the folder's name. */
static void print_lines(FILE *to, const Folder *folder, const char *text)
{
    for (const char *line = text, *end; *line != '\0'; line = *end == '\0' ? end : end + 1) {
        end = strchrnul(line, '\n');
        fprintf(to, "%s: %.*s\n", folder->name, (int)(end - line), line);
    }
}

/* A folder that couldn't be looked at is null. */
static void add_result(json_t *results, const Folder *folder)
{
    g_autofree char *name = g_utf8_make_valid(folder->name, -1);
    json_t *result = json_loads(folder->said[0], 0, NULL);

    json_object_set_new(results, name, result == NULL ? json_null() : result);
}

/* Tells of those that are done, up to the first that isn't. */
static void tell(Run *run)
{
    for (; run->told < run->named->len; run->told++) {
        Folder *folder = run->named->pdata[run->told];

        if (folder->said[0] == NULL)
            return;
        gaz_progress_clear(&run->progress);
        print_lines(stderr, folder, folder->said[1]);
        if (run->results != NULL)
            add_result(run->results, folder);
        else
            print_lines(stdout, folder, folder->said[0]);
    }
}

static void count_done(Run *run, const Folder *folder)
{
    tell(run);
    gaz_progress_show(&run->progress, "[%u/%u] %s", ++run->done, run->named->len, folder->name);
}

static Folder *find_process(const Run *run, pid_t process)
{
    for (unsigned i = 0; i < run->named->len; i++)
        if (((Folder *)run->named->pdata[i])->process == process)
            return run->named->pdata[i];
    return NULL;
}

/* Until the next one has ended. */
static void wait_for_one(Run *run)
{
    int ended;
    pid_t process;
    Folder *folder;

    while ((process = waitpid(-1, &ended, 0)) < 0 && errno == EINTR)
        continue;
    folder = process < 0 ? NULL : find_process(run, process);
    if (folder == NULL)
        return;
    finish(folder, ended);
    count_done(run, folder);
}

static void do_all(Run *run)
{
    while (run->done < run->queue->len) {
        Folder *next = run->started < run->queue->len ? run->queue->pdata[run->started] : NULL;

        if (next == NULL || run->started - run->done == run->options->jobs) {
            wait_for_one(run);
            continue;
        }
        run->started++;
        if (!start(run, next)) {
            fail(next);
            count_done(run, next);
        }
    }
    gaz_progress_clear(&run->progress);
}

static int worst_of(const GPtrArray *folders)
{
    int worst = GAZ_EXIT_DONE;

    for (unsigned i = 0; i < folders->len; i++)
        worst = MAX(worst, ((Folder *)folders->pdata[i])->status);
    return worst;
}

static void print_results(const Run *run)
{
    char *text = run->results == NULL ? NULL : json_dumps(run->results, JSON_INDENT(2));

    if (text != NULL)
        gaz_print("%s\n", text);
    g_free(text);
}

int gaz_folders_run(const GazFolders *folders, const GazOptions *options)
{
    g_autoptr(GPtrArray) named = g_ptr_array_new_with_free_func(free_folder);
    g_autoptr(GPtrArray) queue = g_ptr_array_new();
    Run run = {.folders = folders, .options = options, .named = named, .queue = queue};
    GError *error = NULL;

    for (char **path = options->arguments; *path != NULL; path++)
        g_ptr_array_add(named, new_folder(*path));
    if (!names_differ(named, &error) || !holds_none(options->output, &error))
        return gaz_command_fail(error);
    g_ptr_array_extend(queue, named, NULL, NULL);
    g_ptr_array_sort(queue, compare_weights);
    run.results = options->json ? json_object() : NULL;
    gaz_progress_init(&run.progress, !options->steps);
    signal(SIGCHLD, SIG_DFL); /* whoever started us may ignore it, and no end would be told */
    do_all(&run);
    print_results(&run);
    json_decref(run.results);
    return worst_of(named);
}
