/* flush.c - few files one by one, many at once. */
#include "publish/flush.h"

#include "base/kept.h"
#include "base/tree.h"
#include <unistd.h>

static bool sync_each(const char *folder, int root, const GPtrArray *names, GError **error)
{
    for (unsigned i = 0; i < names->len; i++)
        if (!gaz_tree_sync_file(root, folder, names->pdata[i], error))
            return false;
    return true;
}

/* The file system tells of all that it couldn't write since the folder was opened. */
static bool sync_files(const char *folder, int root, const GPtrArray *names, GError **error)
{
    if (names->len <= GAZ_TREE_FEW)
        return sync_each(folder, root, names, error);
    return syncfs(root) == 0 || gaz_tree_fail(error, folder, "flush to disk");
}

bool gaz_flush_known(const char *folder, int root, GHashTable *known, GError **error)
{
    g_autoptr(GPtrArray) waiting = g_ptr_array_new();
    GHashTableIter iter;
    void *name, *file;

    if (known == NULL)
        return true;
    g_hash_table_iter_init(&iter, known);
    while (g_hash_table_iter_next(&iter, &name, &file))
        if (!((const GazKeptFile *)file)->on_disk)
            g_ptr_array_add(waiting, name);
    return sync_files(folder, root, waiting, error);
}

bool gaz_flush_unknown(const char *folder, int root, GHashTable *known, const GPtrArray *names,
                       GError **error)
{
    g_autoptr(GPtrArray) unknown = g_ptr_array_new();

    for (unsigned i = 0; i < names->len; i++)
        if (known == NULL || !g_hash_table_contains(known, names->pdata[i]))
            g_ptr_array_add(unknown, names->pdata[i]);
    return sync_files(folder, root, unknown, error);
}
