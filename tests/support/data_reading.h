/* data_reading.h - a data folder of a test's own, read, with all that was said of it. */
#ifndef GAZETTE_TESTS_DATA_READING_H
#define GAZETTE_TESTS_DATA_READING_H
#include "model/data.h"

typedef struct {
    char *folder;
    GazReport *report;
    GazData *data;
    char *faults, *told; /* told: faults, then notes */
} Reading;

/* Takes over `folder`, of data_folder_new(). Yours: reading_clear(). */
Reading reading_of_folder(char *folder);

/* The whole folder with `file` written anew; `length` as data_folder_write() has it. */
Reading reading_of(const char *file, const char *text, gssize length);

void reading_clear(Reading *reading);

#endif
