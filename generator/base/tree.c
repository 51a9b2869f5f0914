/* tree.c - folders of the disk. Paths are kept whole: our own trees are shallow and only we write to them. */
#include "base/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool gaz_tree_fail(GError **error, const char *path, const char *what)
{
    int cause = errno;

    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(cause), "%s: cannot %s: %s", path, what,
                g_strerror(cause));
    return false;
}

bool gaz_tree_fail_below(GError **error, const char *folder, const char *name, const char *what)
{
    int cause = errno;
    g_autofree char *path = g_build_filename(folder, name, NULL);

    errno = cause;
    return gaz_tree_fail(error, path, what);
}

void gaz_tree_free(GazTree *tree)
{
    if (tree == NULL)
        return;
    g_ptr_array_unref(tree->files);
    g_ptr_array_unref(tree->folders);
    g_free(tree);
}

/* `name` below `below` below the root; "" is the root itself. */
static char *joined(const char *below, const char *name)
{
    return below[0] == '\0' ? g_strdup(name) : g_strconcat(below, "/", name, NULL);
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Most file systems say what an entry is with its name. */
static bool find_kind(DIR *stream, const struct dirent *entry, bool *is_folder)
{
    struct stat facts;

    *is_folder = entry->d_type == DT_DIR;
    if (entry->d_type != DT_UNKNOWN)
        return true;
    if (fstatat(dirfd(stream), entry->d_name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    *is_folder = S_ISDIR(facts.st_mode);
    return true;
}

/* Adds the entries of the open folder `stream`, which stands at `below`. */
static bool read_entries(GazTree *tree, DIR *stream, const char *below)
{
    for (;;) {
        bool is_folder;
        const struct dirent *entry = (errno = 0, readdir(stream));

        if (entry == NULL)
            return errno == 0;
        if (is_dots(entry->d_name))
            continue;
        if (!find_kind(stream, entry, &is_folder))
            return false;
        g_ptr_array_add(is_folder ? tree->folders : tree->files, joined(below, entry->d_name));
    }
}

static bool read_folder(GazTree *tree, const char *root, const char *below, GError **error)
{
    g_autofree char *path = g_build_filename(root, below, NULL);
    DIR *stream = opendir(path);
    bool done;

    if (stream == NULL)
        return gaz_tree_fail(error, path, "open the folder");
    done = read_entries(tree, stream, below);
    if (!done)
        gaz_tree_fail(error, path, "read the folder");
    closedir(stream);
    return done;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GazTree *gaz_tree_read_unsorted(const char *folder, GError **error)
{
    g_autoptr(GazTree) tree = g_new0(GazTree, 1);

    tree->files = g_ptr_array_new_with_free_func(g_free);
    tree->folders = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(tree->folders, g_strdup(""));
    for (unsigned i = 0; i < tree->folders->len; i++) /* grows while it is read */
        if (!read_folder(tree, folder, tree->folders->pdata[i], error))
            return NULL;
    return g_steal_pointer(&tree);
}

GazTree *gaz_tree_read(const char *folder, GError **error)
{
    GazTree *tree = gaz_tree_read_unsorted(folder, error);

    if (tree != NULL)
        g_ptr_array_sort(tree->files, compare_names);
    return tree;
}

bool gaz_tree_has_file(const GazTree *tree, const char *name)
{
    return bsearch(&name, tree->files->pdata, tree->files->len, sizeof name, compare_names) != NULL;
}

int gaz_tree_open(const char *folder, GError **error)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (file < 0)
        gaz_tree_fail(error, folder, "open the folder");
    return file;
}

void gaz_tree_let_write(int root, const GPtrArray *folders)
{
    struct stat facts;

    for (unsigned i = 0; i < folders->len; i++) {
        const char *name = ((const char *)folders->pdata[i])[0] == '\0' ? "." : folders->pdata[i];

        if (fstatat(root, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 && (facts.st_mode & S_IWUSR) == 0)
            (void)fchmodat(root, name, (facts.st_mode & 07777) | S_IWUSR, 0);
    }
}

/* All below `folder`, opened as `root`, but not itself, which the folders of its tree begin with. */
static bool remove_below(const char *folder, int root, const GazTree *tree, GError **error)
{
    for (unsigned i = 0; i < tree->files->len; i++)
        if (unlinkat(root, tree->files->pdata[i], 0) != 0)
            return gaz_tree_fail_below(error, folder, tree->files->pdata[i], "remove");
    for (unsigned i = tree->folders->len; i > 1; i--)
        if (unlinkat(root, tree->folders->pdata[i - 1], AT_REMOVEDIR) != 0)
            return gaz_tree_fail_below(error, folder, tree->folders->pdata[i - 1], "remove");
    return true;
}

bool gaz_tree_remove(const char *folder, GError **error)
{
    g_autoptr(GazTree) tree = NULL;
    int root;
    bool done;

    if (access(folder, F_OK) != 0 && errno == ENOENT)
        return true;
    tree = gaz_tree_read_unsorted(folder, error);
    root = tree == NULL ? -1 : gaz_tree_open(folder, error);
    if (root < 0)
        return false;
    gaz_tree_let_write(root, tree->folders);
    done = remove_below(folder, root, tree, error);
    close(root); /* only read from */
    return done && (unlinkat(AT_FDCWD, folder, AT_REMOVEDIR) == 0 || gaz_tree_fail(error, folder, "remove"));
}

bool gaz_tree_sync(int root, const char *folder, GError **error)
{
    return syncfs(root) == 0 || gaz_tree_fail(error, folder, "flush to disk");
}

bool gaz_tree_sync_folder(const char *folder, GError **error)
{
    int file = gaz_tree_open(folder, error);
    bool done;

    if (file < 0)
        return false;
    done = fsync(file) == 0 || gaz_tree_fail(error, folder, "flush the folder to disk");
    close(file); /* only read from: nothing can be lost */
    return done;
}
