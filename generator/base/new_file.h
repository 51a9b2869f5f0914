/* new_file.h - a file that wasn't there before, with every answer of the system looked at. */
#ifndef GAZETTE_BASE_NEW_FILE_H
#define GAZETTE_BASE_NEW_FILE_H
#include <glib.h>
#include <stdbool.h>

/* Writes `bytes` to `path`, which must not be there: it might be another name of a file that is published.
 * `mode` as for open(). False with `error` set, G_FILE_ERROR_NOENT where its folder is missing; what is there
 * then of the file is the caller's to remove. Somebody else waits for the disk. */
bool gaz_new_file_write(const char *path, const void *bytes, size_t length, unsigned mode, GError **error);

/* The same where a file of ours stands at `path`: it gets these bytes where it has no other name, which
 * spares the disk the removal of one file and the making of another; else it makes way. */
bool gaz_new_file_write_over(const char *path, const void *bytes, size_t length, unsigned mode,
                             GError **error);

#endif
