/* test_jobs.c - work shared out: every item once, every text whole, every end told. */
#include "../support/suite.h"
#include "program/jobs.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ITEMS = 500, LONG = 200000 };

static const unsigned processes[] = {1, 2, 3, 8};

typedef struct {
    unsigned told[ITEMS];
    size_t bytes;
    pid_t starter;
} Heard;

static void hear_item(const char *text, void *user)
{
    Heard *heard = user;
    unsigned item = (unsigned)g_ascii_strtoull(text, NULL, 10);

    ck_assert_uint_lt(item, ITEMS);
    heard->told[item]++;
}

static bool tell_items(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    (void)user;
    for (unsigned i = 0; i < ITEMS; i++) {
        g_autofree char *text = g_strdup_printf("%u", i);

        if (gaz_turns_take(turns) && !gaz_jobs_tell(teller, text, error))
            return false;
    }
    return true;
}

/* No process of ours is left. */
static void assert_alone(void)
{
    ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1);
    ck_assert_int_eq(errno, ECHILD);
}

START_TEST(each_item_is_done_once)
{
    Heard heard = {0};
    GazJobs jobs = {tell_items, hear_item, &heard};

    ck_assert(gaz_jobs_run(&jobs, processes[_i], NULL));
    for (unsigned i = 0; i < ITEMS; i++)
        ck_assert_msg(heard.told[i] == 1, "item %u done %u times", i, heard.told[i]);
    assert_alone();
}
END_TEST

static void hear_length(const char *text, void *user)
{
    Heard *heard = user;

    ck_assert_uint_eq(strlen(text), LONG);
    ck_assert_uint_eq(strspn(text, "x"), LONG);
    heard->bytes += LONG;
}

static bool tell_at_length(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    g_autofree char *text = g_strnfill(LONG, 'x');

    (void)user;
    for (unsigned i = 0; i < 20; i++)
        if (gaz_turns_take(turns) && !gaz_jobs_tell(teller, text, error))
            return false;
    return true;
}

START_TEST(long_texts_arrive_whole)
{
    Heard heard = {0};
    GazJobs jobs = {tell_at_length, hear_length, &heard};

    ck_assert(gaz_jobs_run(&jobs, processes[_i], NULL));
    ck_assert_uint_eq(heard.bytes, 20 * LONG);
}
END_TEST

/* Each waits for a word of the one that started it: it wouldn't come if that waited as well. */
static bool wait_for_word(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const int *pipe = user;
    char word;

    (void)turns;
    return read(pipe[0], &word, 1) == 1 && gaz_jobs_tell(teller, "heard", error);
}

static void count_words(const char *text, void *user)
{
    int *pipe = user;

    ck_assert_str_eq(text, "heard");
    pipe[2]++;
}

START_TEST(what_is_started_works_beside)
{
    int pipe_and_count[3] = {0};
    GazJobs jobs = {wait_for_word, count_words, pipe_and_count};
    g_autoptr(GazJobsRun) run = NULL;

    ck_assert_int_eq(pipe(pipe_and_count), 0);
    run = gaz_jobs_start(&jobs, processes[_i], NULL);
    ck_assert_ptr_nonnull(run);
    for (unsigned i = 0; i < processes[_i]; i++)
        ck_assert_int_eq(write(pipe_and_count[1], "x", 1), 1);
    ck_assert_int_eq(pipe_and_count[2], 0);
    ck_assert(gaz_jobs_wait(run, NULL));
    ck_assert_uint_eq((unsigned)pipe_and_count[2], processes[_i]);
    gaz_jobs_end(g_steal_pointer(&run));
    assert_alone();
}
END_TEST

typedef struct {
    bool late;
    unsigned items, ends[2]; /* heard: items done; of those who were started early and late, how many ended */
} Known;

static bool tell_what_is_known(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const Known *known = user;

    for (unsigned i = 0; i < ITEMS; i++)
        if (gaz_turns_take(turns) && !gaz_jobs_tell(teller, "item", error))
            return false;
    return gaz_jobs_tell(teller, known->late ? "late" : "early", error);
}

static void hear_what_is_known(const char *text, void *user)
{
    Known *known = user;

    if (strcmp(text, "item") == 0)
        known->items++;
    else
        known->ends[strcmp(text, "late") == 0]++;
}

/* None of them need have been started before. */
START_TEST(one_more_knows_what_came_since)
{
    Known known = {0};
    GazJobs jobs = {tell_what_is_known, hear_what_is_known, &known};
    g_autoptr(GazJobsRun) run = gaz_jobs_start(&jobs, processes[_i] - 1, NULL);

    ck_assert_ptr_nonnull(run);
    known.late = true;
    ck_assert(gaz_jobs_add(run, NULL));
    ck_assert(gaz_jobs_wait(run, NULL));
    ck_assert_uint_eq(known.items, ITEMS);
    ck_assert_uint_eq(known.ends[0], processes[_i] - 1);
    ck_assert_uint_eq(known.ends[1], 1);
    gaz_jobs_end(g_steal_pointer(&run));
    assert_alone();
}
END_TEST

START_TEST(what_nobody_waits_for_is_ended)
{
    int ends[2];
    GazJobs jobs = {wait_for_word, NULL, ends};
    GazJobsRun *run;

    ck_assert_int_eq(pipe(ends), 0);
    run = gaz_jobs_start(&jobs, processes[_i], NULL);
    ck_assert_ptr_nonnull(run);
    gaz_jobs_end(run);
    assert_alone();
}
END_TEST

static bool fail_at_seven(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    (void)teller;
    (void)user;
    for (unsigned i = 0; i < ITEMS; i++)
        if (gaz_turns_take(turns) && i == 7) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "x.pdf:\nno space");
            return false;
        }
    return true;
}

START_TEST(an_error_comes_back_as_it_was)
{
    GazJobs jobs = {.work = fail_at_seven};
    GError *error = NULL;

    ck_assert(!gaz_jobs_run(&jobs, processes[_i], &error));
    ck_assert(g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC));
    ck_assert_str_eq(error->message, "x.pdf:\nno space");
    g_error_free(error);
    assert_alone();
}
END_TEST

/* One dies, the others would work for ever. */
static bool die_at_seven(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const Heard *heard = user;

    (void)teller;
    (void)error;
    ck_assert_int_ne(getpid(), heard->starter);
    for (unsigned i = 0; i < ITEMS; i++)
        if (gaz_turns_take(turns) && i == 7)
            kill(getpid(), SIGKILL);
    alarm(60); /* left alone, it ends by another signal */
    for (;;)
        pause();
}

START_TEST(a_killed_process_is_told_and_ends_the_others)
{
    Heard heard = {.starter = getpid()};
    GazJobs jobs = {.work = die_at_seven, .user = &heard};
    GError *error = NULL;

    ck_assert(!gaz_jobs_run(&jobs, processes[_i], &error));
    ck_assert_ptr_nonnull(strstr(error->message, "Killed"));
    g_error_free(error);
    assert_alone();
}
END_TEST

static bool never_end(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    g_autofree char *own = g_strdup_printf("%d", (int)getpid());

    (void)turns;
    (void)user;
    if (!gaz_jobs_tell(teller, own, error))
        return false;
    alarm(60); /* left alone, it ends by another signal */
    for (;;)
        pause();
}

/* A process that works on for one that is gone would write where the next run writes. */
static void kill_starter(const char *text, void *user)
{
    int *pipe = user;

    (void)!write(pipe[1], text, strlen(text) + 1);
    kill(getpid(), SIGKILL);
}

START_TEST(no_process_outlives_the_one_that_waits)
{
    int ends[2];
    char own[16] = "";
    pid_t starter, worker;
    int status = 0;

    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(prctl(PR_SET_CHILD_SUBREAPER, 1),
                     0); /* so that we, not the system, bury what it leaves */
    starter = fork();
    if (starter == 0) {
        GazJobs jobs = {never_end, kill_starter, ends};

        gaz_jobs_run(&jobs, 2, NULL);
        _exit(0);
    }
    waitpid(starter, NULL, 0);
    ck_assert_int_gt(read(ends[0], own, sizeof own - 1), 0);
    worker = (pid_t)g_ascii_strtoll(own, NULL, 10);
    ck_assert_int_gt(worker, 1);
    ck_assert_int_eq(waitpid(worker, &status, 0), worker);
    ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}
END_TEST

static Suite *jobs_suite(void)
{
    Suite *suite = suite_create("jobs");
    TCase *tests = tcase_create("jobs");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, each_item_is_done_once, 0, G_N_ELEMENTS(processes));
    tcase_add_loop_test(tests, long_texts_arrive_whole, 0, G_N_ELEMENTS(processes));
    tcase_add_loop_test(tests, what_is_started_works_beside, 0, G_N_ELEMENTS(processes));
    tcase_add_loop_test(tests, one_more_knows_what_came_since, 0, G_N_ELEMENTS(processes));
    tcase_add_loop_test(tests, what_nobody_waits_for_is_ended, 0, G_N_ELEMENTS(processes));
    tcase_add_loop_test(tests, an_error_comes_back_as_it_was, 0, G_N_ELEMENTS(processes));
    tcase_add_loop_test(tests, a_killed_process_is_told_and_ends_the_others, 0, G_N_ELEMENTS(processes));
    tcase_add_test(tests, no_process_outlives_the_one_that_waits);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(jobs_suite());
}
