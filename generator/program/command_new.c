/* command_new.c - gazette new: a copy of templates/starter, its tables as CSV files or as one workbook. */
#include "base/tree.h"
#include "program/commands.h"
#include "program/print.h"
#include "program/program.h"
#include "program/share.h"
#include "program/starter_book.h"
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

/* The starter's tables and what to do with them stand in a workbook in place of the CSV files. */
static bool make_workbook(const char *share, const char *starter, const char *folder, GError **error)
{
    g_autofree char *rules = g_build_filename(share, "data", "rules", NULL);
    g_autofree char *words = g_build_filename(share, "templates", "workbook", NULL);
    g_autofree char *book = g_build_filename(folder, "tables.xlsx", NULL);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = gaz_data_read(starter, rules, report, error);

    if (data == NULL)
        return false;
    for (unsigned i = 0; i < gaz_table_count; i++) {
        g_autofree char *name = g_strconcat(gaz_tables[i].name, ".csv", NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_unlink(path);
    }
    return gaz_starter_book_write(data, share, book, error) && copy_file(words, folder, "README.md", error);
}

int gaz_command_new(const GazOptions *options)
{
    const char *folder = options->arguments[0];
    GError *error = NULL;
    g_autofree char *share = gaz_share_find(options->share, &error);
    g_autofree char *starter = share == NULL ? NULL : g_build_filename(share, "templates", "starter", NULL);

    if (share == NULL || !is_free(folder, &error) || !copy_tree(starter, folder, &error) ||
        (options->xlsx && !make_workbook(share, starter, folder, &error)))
        return gaz_command_fail(error);
    if (!options->quiet)
        gaz_print("%s is a data folder to start from. Read its README.md, then:\n  gazette check %s\n  "
                  "gazette build "
                  "%s\n",
                  folder, folder, folder);
    return GAZ_EXIT_DONE;
}
