/* jobs.h - work shared out to processes, one a core. They are forked, so that each has all that was read and
 * loaded so far, shares nothing that it changes, takes its memory with it when it is done, and can die
 * without taking this one along: a library that runs out of memory says so only by falling over. */
#ifndef GAZETTE_PROGRAM_JOBS_H
#define GAZETTE_PROGRAM_JOBS_H
#include "base/turns.h"
#include <glib.h>

typedef struct GazTeller GazTeller;

typedef struct {
    /* Does the items whose turn it is, in each process. False with `error` set where one failed. */
    bool (*work)(GazTurns *turns, const GazTeller *teller, void *user, GError **error);
    /* Gets, in the process that runs the jobs, each text that a job tells; NULL where none does. */
    void (*told)(const char *text, void *user);
    void *user;
} GazJobs;

/* Runs `work` in as many processes of its own, 1 or more; this one has no threads. False with `error` set
 * where one failed or was killed: the others are ended and have ended by then. What is done in whose turn
 * makes no difference to what is written. */
bool gaz_jobs_run(const GazJobs *jobs, unsigned processes, GError **error);

/* The same in steps, where this process has something else to do meanwhile; 0: none yet. What jobs tell is
 * heard when they are waited for; one that tells more than a pipe holds waits itself until then. `jobs`
 * needn't stay, what its `user` points to must. NULL with `error` set where they can't be started. Yours:
 * gaz_jobs_end(). */
typedef struct GazJobsRun GazJobsRun;
GazJobsRun *gaz_jobs_start(const GazJobs *jobs, unsigned processes, GError **error);

/* One more, which knows what this process knows by now. False with `error` set where it can't be started. */
bool gaz_jobs_add(GazJobsRun *run, GError **error);

/* Until all are done. False with `error` set where one failed or was killed. */
bool gaz_jobs_wait(GazJobsRun *run, GError **error);

/* Ends those that still work, and has seen them end. NULL is allowed. */
void gaz_jobs_end(GazJobsRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazJobsRun, gaz_jobs_end)

/* To be called in `work`. False with `error` set where nobody listens any more. */
bool gaz_jobs_tell(const GazTeller *teller, const char *text, GError **error);

#endif
