/* file.h - single files: their sums, and new ones. */
#ifndef GAZETTE_PUBLISH_FILE_H
#define GAZETTE_PUBLISH_FILE_H
#include <glib.h>
#include <stdbool.h>

/* Writes `text` to the new file `folder`/`name`; whoever publishes it waits for the disk. */
bool gaz_file_write_staged(const char *folder, const char *name, const char *text, GError **error);

/* SHA-256 of a file, in 64 small hexadecimal digits; of no symbolic link. NULL with `error` set. Yours:
 * g_free(). */
char *gaz_file_sum(const char *path, GError **error);

/* The same of a text. Yours: g_free(). */
char *gaz_text_sum(const char *text);

/* Whether `text` is such a sum. */
bool gaz_is_sum(const char *text);

#endif
