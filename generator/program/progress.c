/* progress.c - on standard error, so that results can be piped on. */
#include "program/progress.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define TO_LINE_START "\r\033[K" /* and the line wiped */

void gaz_progress_init(GazProgress *progress, bool quiet)
{
    struct winsize size = {0};

    *progress = (GazProgress){.quiet = quiet};
    progress->terminal = isatty(STDERR_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
    if (progress->terminal && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0)
        progress->width = size.ws_col;
}

void gaz_progress_show(GazProgress *progress, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list arguments;

    if (progress->quiet)
        return;
    va_start(arguments, format);
    text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (!progress->terminal) {
        fprintf(stderr, "%s\n", text);
        return;
    }
    /* A line that wraps could not be wiped. */
    fprintf(stderr, TO_LINE_START "%.*s", progress->width > 1 ? (int)progress->width - 1 : 79, text);
    fflush(stderr);
    progress->shown = true;
}

void gaz_progress_clear(GazProgress *progress)
{
    if (progress->shown)
        fputs(TO_LINE_START, stderr);
    progress->shown = false;
}
