/* files.h - what stands at a path, told before it is read: a library says of a folder that it can't be
 * mapped.
 */
#ifndef GAZETTE_BASE_FILES_H
#define GAZETTE_BASE_FILES_H
#include <glib.h>
#include <stdbool.h>

/* Whether a file, or a folder, stands at `path` that may be read. False with `error` set, in one sentence:
 * G_OPTION_ERROR where there is none or it is something else, G_FILE_ERROR where it may not be read. */
bool gaz_file_expect(const char *path, GError **error);
bool gaz_folder_expect(const char *path, GError **error);

#endif
