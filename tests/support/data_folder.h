/* data_folder.h - data folders for tests: a whole one without a fault, changed where a test wants one. */
#ifndef GAZETTE_TESTS_DATA_FOLDER_H
#define GAZETTE_TESTS_DATA_FOLDER_H
#include <glib.h>

/* A copy of tests/model/input/whole in a temporary folder. Yours: data_folder_remove(). */
char *data_folder_new(void);

/* The same of another kept folder, which may have later years. */
char *data_folder_copy(const char *kept);

/* Writes a file of it, in a folder of its own where its name has one; -1: up to the NUL. NULL text removes
 * the file. */
void data_folder_write(const char *folder, const char *name, const char *text, gssize length);

/* Removes the folder and frees its name. */
void data_folder_remove(char *folder);

#endif
