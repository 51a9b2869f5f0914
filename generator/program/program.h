/* program.h - the command line: what a person or a script asks, and what they are told. */
#ifndef GAZETTE_PROGRAM_PROGRAM_H
#define GAZETTE_PROGRAM_PROGRAM_H

/* What the shell is told; documented in gazette.1. */
typedef enum {
    GAZ_EXIT_DONE = 0,
    GAZ_EXIT_FAULTS = 1, /* the data has faults; nothing was published */
    GAZ_EXIT_USAGE = 2,  /* asked for what can't be */
    GAZ_EXIT_MACHINE = 3 /* disk, memory, fonts, a file of the program's own */
} GazExit;

/* Does what the arguments ask. Returns a GazExit for main() to return. */
int gaz_program_run(int argc, char **argv);

#endif
