/* sums.c - each file is on its way to the disk while the sums of the others are made; only then is the
 * disk waited for. Flushed one after the other, each file would have the file system write its journal anew.
 */
#include "publish/sums.h"

#include "base/kept.h"
#include "publish/file.h"
#include "publish/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { SUM_LENGTH = 64, NAME_AT = SUM_LENGTH + 2 };

static void add_line(GPtrArray *lines, const char *sum, const char *name)
{
    g_ptr_array_add(lines, g_strdup_printf("%s  %s\n", sum, name));
}

/* Adds one file's line to `lines` and begins to write the file to disk. */
static bool add_file(GPtrArray *lines, const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *sum = gaz_file_sum(path, error);

    if (sum != NULL)
        add_line(lines, sum, name);
    return sum != NULL;
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

static bool sync_folders(const GazTree *tree, const char *folder, GError **error)
{
    for (unsigned i = tree->folders->len; i > 0; i--) {
        g_autofree char *path = g_build_filename(folder, tree->folders->pdata[i - 1], NULL);

        if (!gaz_tree_sync_folder(path, error))
            return false;
    }
    return true;
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a + NAME_AT, *(char *const *)b + NAME_AT);
}

/* Writes SHA256SUMS over what stands below `inner`, and adds that file to `lines`. */
static bool write_inner(const char *folder, const char *inner, GPtrArray *lines, GError **error)
{
    g_autofree char *start = g_strconcat(inner, "/", NULL);
    g_autofree char *name = g_strconcat(start, GAZ_SUMS_NAME, NULL);
    g_autoptr(GString) own = g_string_new(NULL);
    g_autofree char *sum = NULL;

    for (unsigned i = 0; i < lines->len; i++) {
        const char *line = lines->pdata[i];

        if (g_str_has_prefix(line + NAME_AT, start))
            g_string_append_printf(own, "%.*s%s", NAME_AT, line, line + NAME_AT + strlen(start));
    }
    sum = gaz_text_sum(own->str);
    add_line(lines, sum, name);
    g_ptr_array_sort(lines, compare_lines);
    return gaz_file_write_new(folder, name, own->str, error);
}

static bool write_lines(const char *folder, const GPtrArray *lines, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (unsigned i = 0; i < lines->len; i++)
        g_string_append(text, lines->pdata[i]);
    return gaz_file_write_new(folder, GAZ_SUMS_NAME, text->str, error);
}

static const char *sum_in(GHashTable *known, const char *name)
{
    const GazKeptFile *file = known == NULL ? NULL : g_hash_table_lookup(known, name);

    return file == NULL ? NULL : file->sum;
}

static bool is_on_disk(GHashTable *known, const char *name)
{
    const GazKeptFile *file = known == NULL ? NULL : g_hash_table_lookup(known, name);

    return file != NULL && file->on_disk;
}

/* The line of each file; all are on their way to the disk after it. */
static bool add_files(GPtrArray *lines, const char *folder, const GPtrArray *files, GHashTable *known,
                      GError **error)
{
    for (unsigned i = 0; i < files->len; i++) {
        const char *name = files->pdata[i], *sum = sum_in(known, name);

        if (!name_fits(name, error) || (sum == NULL && !add_file(lines, folder, name, error)))
            return false;
        if (sum != NULL)
            add_line(lines, sum, name);
    }
    return true;
}

static bool sync_files(const char *folder, const GPtrArray *files, GHashTable *known, GError **error)
{
    for (unsigned i = 0; i < files->len; i++)
        if (!is_on_disk(known, files->pdata[i]) && !sync_file(folder, files->pdata[i], error))
            return false;
    return true;
}

bool gaz_sums_write(const char *folder, const char *inner, GHashTable *known, GError **error)
{
    g_autoptr(GazTree) tree = gaz_tree_read(folder, error);
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

    return tree != NULL && add_files(lines, folder, tree->files, known, error) &&
           sync_files(folder, tree->files, known, error) &&
           (inner == NULL || write_inner(folder, inner, lines, error)) && write_lines(folder, lines, error) &&
           sync_folders(tree, folder, error);
}

GHashTable *gaz_sums_read(const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, GAZ_SUMS_NAME, NULL);
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
