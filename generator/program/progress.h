/* progress.h - where a run stands: one line that changes on a terminal, a line a step elsewhere. */
#ifndef GAZETTE_PROGRAM_PROGRESS_H
#define GAZETTE_PROGRAM_PROGRESS_H
#include <glib.h>
#include <stdbool.h>

typedef struct {
    bool quiet, terminal;
    unsigned width; /* [characters] of the terminal; 0: not known */
    bool shown;     /* whether a line stands on the terminal */
} GazProgress;

/* `quiet`: nothing is ever shown. */
void gaz_progress_init(GazProgress *progress, bool quiet);

/* Shows what is now being done, a line of plain ASCII. */
void gaz_progress_show(GazProgress *progress, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Takes the line away, before anything else is printed and at the end. */
void gaz_progress_clear(GazProgress *progress);

#endif
