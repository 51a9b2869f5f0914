/* tree.h - what stands below a folder of the disk: listed, flushed, removed. */
#ifndef GAZETTE_BASE_TREE_H
#define GAZETTE_BASE_TREE_H
#include <glib.h>
#include <stdbool.h>

typedef struct {
    GPtrArray *files; /* of char *: paths below the folder, in byte order; whatever isn't a folder */
    GPtrArray
        *folders; /* of char *: paths below the folder, each after its parent; "" is the folder itself */
} GazTree;

/* NULL with `error` set where a folder can't be read. Follows no symbolic link. Yours: gaz_tree_free(). */
GazTree *gaz_tree_read(const char *folder, GError **error);
/* The same with the files in the order of the disk, which takes half the time. */
GazTree *gaz_tree_read_unsorted(const char *folder, GError **error);
void gaz_tree_free(GazTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazTree, gaz_tree_free)

/* Whether a file of that path is among those of a tree that was read sorted. */
bool gaz_tree_has_file(const GazTree *tree, const char *name);

/* Lets the owner of the `folders` of a tree, open as `root`, change them: who takes the leave to write from a
 * publication, so that nobody touches it, takes it from the one beside it too, once that is the last. What
 * can't be changed is left: whoever needs it says what is wrong. */
void gaz_tree_let_write(int root, const GPtrArray *folders);

/* Removes `folder` with all that is in it, written to or not; that there is none is fine. */
bool gaz_tree_remove(const char *folder, GError **error);

/* The folder opened, for calls that name files below it; -1 with `error` set. Yours: close(). */
int gaz_tree_open(const char *folder, GError **error);

/* Flushes the entries of one folder to disk. */
bool gaz_tree_sync_folder(const char *folder, GError **error);

/* Flushes all that was written to the file system of `folder`, which is open as `root`: false with `error`
 * set too where it couldn't write something that was written since that was opened. File by file and folder
 * by folder the disk is told to flush its own memory as often: 26 files took 3 ms where all at once take 0.6,
 * and thousands a tenth of the time of a country's year. What others are writing is waited for as well, a
 * third of a second for 800 MB. */
bool gaz_tree_sync(int root, const char *folder, GError **error);

/* Sets `error` from errno: "PATH: cannot DO: No space left on device". Returns false, for `return`. */
bool gaz_tree_fail(GError **error, const char *path, const char *what);

/* The same of `name` below `folder`. */
bool gaz_tree_fail_below(GError **error, const char *folder, const char *name, const char *what);

#endif
