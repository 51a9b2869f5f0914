/* command_new.c - gazette new: a copy of templates/starter. */
#include "program/commands.h"
#include "program/print.h"
#include "program/program.h"
#include "program/share.h"
#include "publish/tree.h"
#include <errno.h>
#include <glib/gstdio.h>

/* Whether `folder` may be filled: it isn't there, or is empty. */
static bool is_free(const char *folder, GError **error)
{
    g_autoptr(GDir) open = NULL;

    if (!g_file_test(folder, G_FILE_TEST_EXISTS))
        return true;
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: it is not a folder", folder);
        return false;
    }
    open = g_dir_open(folder, 0, error);
    if (open == NULL || g_dir_read_name(open) == NULL)
        return open != NULL;
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                "%s: the folder is not empty, so it is left alone; choose another", folder);
    return false;
}

static bool copy_file(const char *from, const char *to, const char *name, GError **error)
{
    g_autofree char *source = g_build_filename(from, name, NULL);
    g_autofree char *target = g_build_filename(to, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;

    return g_file_get_contents(source, &bytes, &length, error) &&
           g_file_set_contents(target, bytes, (gssize)length, error);
}

static bool copy_tree(const char *from, const char *to, GError **error)
{
    g_autoptr(GazTree) tree = gaz_tree_read(from, error);

    if (tree == NULL)
        return false;
    for (unsigned i = 0; i < tree->folders->len; i++) {
        g_autofree char *path = g_build_filename(to, tree->folders->pdata[i], NULL);

        if (g_mkdir_with_parents(path, 0777) != 0)
            return gaz_tree_fail(error, path, "create the folder");
    }
    for (unsigned i = 0; i < tree->files->len; i++)
        if (!copy_file(from, to, tree->files->pdata[i], error))
            return false;
    return true;
}

int gaz_command_new(const GazOptions *options)
{
    const char *folder = options->arguments[0];
    GError *error = NULL;
    g_autofree char *share = gaz_share_find(options->share, &error);
    g_autofree char *starter = share == NULL ? NULL : g_build_filename(share, "templates", "starter", NULL);

    if (share == NULL || !is_free(folder, &error) || !copy_tree(starter, folder, &error))
        return gaz_command_fail(error);
    if (!options->quiet)
        gaz_print("%s is a data folder to start from. Read its README.md, then:\n  gazette check %s\n  "
                  "gazette build "
                  "%s\n",
                  folder, folder, folder);
    return GAZ_EXIT_DONE;
}
