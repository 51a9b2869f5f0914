/* manifest.c - each file is on its way to the disk while the sums of the others are made; only then is the
 * disk waited for. Flushed one after the other, each file would have the file system write its journal anew.
 */
#include "publish/manifest.h"

#include "publish/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 65536, SUM_LENGTH = 64, NAME_AT = SUM_LENGTH + 2 };

static bool add_contents(GChecksum *sum, int file)
{
    guint8 block[BLOCK];

    for (;;) {
        ssize_t got = read(file, block, sizeof block);

        if (got == 0)
            return true;
        if (got > 0)
            g_checksum_update(sum, block, got);
        else if (errno != EINTR)
            return false;
    }
}

/* Adds one file's line to `lines` and begins to write the file to disk. */
static bool add_file(GString *lines, const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    bool done;

    if (file < 0)
        return gaz_tree_fail(error, path, "open");
    (void)sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE); /* a mere hint: fsync() says how it went */
    done = add_contents(sum, file) || gaz_tree_fail(error, path, "read");
    close(file); /* only read from */
    if (done)
        g_string_append_printf(lines, "%s  %s\n", g_checksum_get_string(sum), name);
    return done;
}

static bool sync_file(const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    bool done;

    if (file < 0)
        return gaz_tree_fail(error, path, "open");
    done = fsync(file) == 0 || gaz_tree_fail(error, path, "flush to disk");
    close(file);
    return done;
}

/* sha256sum has a way of its own to write these names, which none of ours needs. */
static bool name_fits(const char *name, GError **error)
{
    if (strpbrk(name, "\n\r\\") == NULL)
        return true;
    errno = EILSEQ;
    return gaz_tree_fail(error, name, "list a name with a line break or backslash");
}

static bool write_all(int file, const char *text)
{
    size_t left = strlen(text);

    while (left > 0) {
        ssize_t done = write(file, text, left);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        text += done;
        left -= (size_t)done;
    }
    return true;
}

bool gaz_manifest_write_file(const char *folder, const char *name, const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool done;

    if (file < 0)
        return gaz_tree_fail(error, path, "create");
    done = (write_all(file, text) || gaz_tree_fail(error, path, "write")) &&
           (fsync(file) == 0 || gaz_tree_fail(error, path, "flush to disk"));
    if (close(file) != 0 && done)
        done = gaz_tree_fail(error, path, "close");
    return done;
}

static bool sync_folders(const GazTree *tree, const char *folder, GError **error)
{
    for (unsigned i = tree->folders->len; i > 0; i--) {
        g_autofree char *path = g_build_filename(folder, tree->folders->pdata[i - 1], NULL);

        if (!gaz_tree_sync_folder(path, error))
            return false;
    }
    return true;
}

bool gaz_manifest_write(const char *folder, GError **error)
{
    g_autoptr(GazTree) tree = gaz_tree_read(folder, error);
    g_autoptr(GString) lines = g_string_new(NULL);

    if (tree == NULL)
        return false;
    for (unsigned i = 0; i < tree->files->len; i++)
        if (!name_fits(tree->files->pdata[i], error) ||
            !add_file(lines, folder, tree->files->pdata[i], error))
            return false;
    for (unsigned i = 0; i < tree->files->len; i++)
        if (!sync_file(folder, tree->files->pdata[i], error))
            return false;
    return gaz_manifest_write_file(folder, GAZ_MANIFEST_NAME, lines->str, error) &&
           sync_folders(tree, folder, error);
}

GHashTable *gaz_manifest_read(const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, GAZ_MANIFEST_NAME, NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;
    GHashTable *sums;

    if (!g_file_get_contents(path, &text, NULL, error))
        return NULL;
    sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    lines = g_strsplit(text, "\n", -1);
    for (unsigned i = 0; lines[i] != NULL; i++)
        if (strlen(lines[i]) > NAME_AT)
            g_hash_table_insert(sums, g_strdup(lines[i] + NAME_AT), g_strndup(lines[i], SUM_LENGTH));
    return sums;
}
