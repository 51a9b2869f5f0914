/* print.c - plain bytes in UTF-8: GLib's g_print would put them into the locale's encoding. */
#include "program/print.h"

#include "program/program.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void gaz_print_start(void)
{
    int file;

    do /* the lowest free number is taken; standard output opened this way refuses to be written */
        file = open("/dev/null", O_RDONLY);
    while (file >= 0 && file <= STDERR_FILENO);
    if (file >= 0)
        close(file);
}

void gaz_print(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vfprintf(stdout, format, arguments);
    va_end(arguments);
}

void gaz_print_complaint(const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list arguments;

    va_start(arguments, format);
    text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fprintf(stderr, "gazette: %s\n", text);
}

int gaz_print_finish(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    gaz_print_complaint("cannot write to standard output: %s", g_strerror(errno));
    return GAZ_EXIT_MACHINE;
}
