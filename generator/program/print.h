/* print.h - what is said: results on standard output, everything else on standard error. */
#ifndef GAZETTE_PROGRAM_PRINT_H
#define GAZETTE_PROGRAM_PRINT_H
#include <glib.h>

/* Opens what the caller left closed of the first three files, so that no file of ours takes their number. */
void gaz_print_start(void);

void gaz_print(const char *format, ...) G_GNUC_PRINTF(1, 2);           /* a result */
void gaz_print_complaint(const char *format, ...) G_GNUC_PRINTF(1, 2); /* "gazette: ..." with a line's end */

/* Flushes standard output. Returns `status`, or GAZ_EXIT_MACHINE with a complaint where not all that was
 * printed has arrived (a full disk). */
int gaz_print_finish(int status);

#endif
