/* files.h - what stands at a path, told before it is read: a library says of a folder that it can't be
 * mapped.
 */
#ifndef GAZETTE_BASE_FILES_H
#define GAZETTE_BASE_FILES_H
#include <glib.h>
#include <stdbool.h>

/* Whether a file stands at `path` that may be read. False with `error` set, G_FILE_ERROR, in one sentence. */
bool gaz_file_expect(const char *path, GError **error);

/* The same of a file or a folder that the user names: G_OPTION_ERROR, for it was named wrongly,
 * but where it may not be read. */
bool gaz_file_named(const char *path, GError **error);
bool gaz_folder_named(const char *path, GError **error);

/* Whether the file called `name` is one of those that end with `ending` (".csv"), in whatever case: Windows
 * knows no difference, and names come from there. */
bool gaz_file_ends(const char *name, const char *ending);

#endif
