/* jobs.c - what a job tells comes through a pipe of its own: a text and a NUL, the first character saying
 * which: 't' told; 'e' the error it ended with, as domain, code and message; 'd' all was done. A process
 * whose pipe ends without either of the last two was killed. */
#include "program/jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define SEPARATOR "\n"

struct GazTeller {
    int pipe;
};

/* A process at work. */
typedef struct {
    pid_t process;
    int pipe;       /* -1: closed */
    GString *heard; /* the beginning of a text, whose end is still to come */
    bool ended;     /* whether it said that it was done, or why it wasn't */
} Worker;

struct GazJobsRun {
    GazJobs jobs;
    unsigned count;
    Worker *workers;
    unsigned *next; /* shared with them: see base/turns.h */
};

static bool fail(GError **error, const char *what)
{
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(errno), "cannot %s: %s", what,
                g_strerror(errno));
    return false;
}

/* `text` with its NUL. */
static bool send(int pipe, const char *text)
{
    size_t left = strlen(text) + 1;

    while (left > 0) {
        ssize_t done = write(pipe, text, left);

        if (done < 0 && errno != EINTR)
            return false;
        text += MAX(done, 0);
        left -= (size_t)MAX(done, 0);
    }
    return true;
}

bool gaz_jobs_tell(const GazTeller *teller, const char *text, GError **error)
{
    g_autofree char *whole = g_strconcat("t", text, NULL);

    return send(teller->pipe, whole) || fail(error, "tell what was done");
}

/* The life of a process at work. It must not outlive the one that waits for it, and leaves without the ways
 * out of that one: what stands in its buffers would be printed twice. */
static G_NORETURN void live(const GazJobs *jobs, unsigned *next, int pipe, pid_t parent)
{
    GazTurns turns = {.next = next};
    GazTeller teller = {.pipe = pipe};
    char *last;
    GError *error = NULL;
    bool said;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    if (jobs->work(&turns, &teller, jobs->user, &error))
        last = g_strdup("d");
    else
        last = g_strdup_printf("e%s" SEPARATOR "%d" SEPARATOR "%s", g_quark_to_string(error->domain),
                               error->code, error->message);
    said = send(pipe, last);
    g_free(last); /* nothing is cleared up on leaving */
    g_clear_error(&error);
    _exit(said ? 0 : 1);
}

static bool start(Worker *worker, const GazJobs *jobs, unsigned *next, GError **error)
{
    pid_t parent = getpid();
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0)
        return fail(error, "open a pipe");
    worker->process = fork();
    if (worker->process == 0)
        live(jobs, next, ends[1], parent);
    close(ends[1]);
    worker->pipe = ends[0];
    worker->heard = g_string_new(NULL);
    return worker->process > 0 || fail(error, "start a process");
}

static void take_error(const char *text, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text, SEPARATOR, 3);

    if (g_strv_length(parts) == 3)
        g_set_error_literal(error, g_quark_from_string(parts[0]), atoi(parts[1]), parts[2]);
}

/* Acts on one whole text. False with `error` set where it is that of a failure. */
static bool hear(Worker *worker, const char *text, const GazJobs *jobs, GError **error)
{
    if (text[0] == 't') {
        jobs->told(text + 1, jobs->user);
        return true;
    }
    worker->ended = true;
    if (text[0] == 'e')
        take_error(text + 1, error);
    return text[0] != 'e';
}

/* All texts that end from `at` on: what stands before it was looked through when it came. */
static bool hear_all(Worker *worker, gsize at, const GazJobs *jobs, GError **error)
{
    const char *end;
    gsize used = 0;

    while ((end = memchr(worker->heard->str + at, '\0', worker->heard->len - at)) != NULL) {
        const char *text = worker->heard->str + used;

        used = at = (gsize)(end - worker->heard->str) + 1;
        if (!hear(worker, text, jobs, error))
            return false;
    }
    g_string_erase(worker->heard, 0, (gssize)used);
    return true;
}

/* Its pipe has ended. False with `error` set where it had not said its last. */
static bool bury(Worker *worker, GError **error)
{
    int status = 0;

    close(worker->pipe);
    worker->pipe = -1;
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        continue;
    worker->process = 0;
    if (worker->ended)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "a process at work was ended by the system (%s); was there too little memory?",
                WIFSIGNALED(status) ? g_strsignal(WTERMSIG(status)) : "without a word");
    return false;
}

static bool listen_to(Worker *worker, const GazJobs *jobs, GError **error)
{
    char block[1 << 16]; /* what a pipe holds */
    ssize_t got = read(worker->pipe, block, sizeof block);
    gsize before = worker->heard->len;

    if (got < 0)
        return errno == EINTR || fail(error, "hear a process at work");
    if (got == 0)
        return bury(worker, error);
    g_string_append_len(worker->heard, block, got);
    return hear_all(worker, before, jobs, error);
}

/* Until all are done, or one has failed. Who has said its last is on its way out, and isn't waited for: to
 * take a process down takes the system a millisecond. */
static bool attend(Worker *workers, unsigned count, const GazJobs *jobs, GError **error)
{
    g_autofree struct pollfd *files = g_new0(struct pollfd, count);

    for (;;) {
        unsigned busy = 0;

        for (unsigned i = 0; i < count; i++) {
            files[i] = (struct pollfd){.fd = workers[i].ended ? -1 : workers[i].pipe, .events = POLLIN};
            busy += files[i].fd >= 0;
        }
        if (busy == 0)
            return true;
        if (poll(files, count, -1) < 0 && errno != EINTR)
            return fail(error, "wait for the processes at work");
        for (unsigned i = 0; i < count; i++)
            if (files[i].revents != 0 && !listen_to(&workers[i], jobs, error))
                return false;
    }
}

/* Ends those that still run. */
static void clear(Worker *workers, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (workers[i].process > 0)
            kill(workers[i].process, SIGKILL);
    for (unsigned i = 0; i < count; i++) {
        while (workers[i].process > 0 && waitpid(workers[i].process, NULL, 0) < 0 && errno == EINTR)
            continue;
        if (workers[i].pipe >= 0)
            close(workers[i].pipe);
        if (workers[i].heard != NULL)
            g_string_free(workers[i].heard, TRUE);
    }
}

GazJobsRun *gaz_jobs_start(const GazJobs *jobs, unsigned processes, GError **error)
{
    g_autoptr(GazJobsRun) run = g_new0(GazJobsRun, 1);
    bool started = true;

    run->jobs = *jobs;
    run->next = mmap(NULL, sizeof *run->next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (run->next == MAP_FAILED) {
        fail(error, "share memory");
        return NULL;
    }
    for (unsigned i = 0; i < processes && started; i++)
        started = gaz_jobs_add(run, error);
    return started ? g_steal_pointer(&run) : NULL;
}

bool gaz_jobs_add(GazJobsRun *run, GError **error)
{
    run->workers = g_renew(Worker, run->workers, run->count + 1);
    run->workers[run->count] = (Worker){.pipe = -1};
    return start(&run->workers[run->count++], &run->jobs, run->next, error);
}

bool gaz_jobs_wait(GazJobsRun *run, GError **error)
{
    return attend(run->workers, run->count, &run->jobs, error);
}

void gaz_jobs_end(GazJobsRun *run)
{
    if (run == NULL)
        return;
    clear(run->workers, run->count);
    if (run->next != MAP_FAILED)
        munmap(run->next, sizeof *run->next);
    g_free(run->workers);
    g_free(run);
}

bool gaz_jobs_run(const GazJobs *jobs, unsigned processes, GError **error)
{
    g_autoptr(GazJobsRun) run = gaz_jobs_start(jobs, MAX(processes, 1), error);

    return run != NULL && gaz_jobs_wait(run, error);
}
