/* data_folder.c - copied file by file; any failure ends the test program. */
#include "data_folder.h"

#include <glib/gstdio.h>

static const char whole[] = "tests/model/input/whole";

static void copy_folder(const char *from, const char *to)
{
    GError *error = NULL;
    GDir *names = g_dir_open(from, 0, &error);

    g_assert_no_error(error);
    g_mkdir_with_parents(to, 0700);
    for (const char *name; (name = g_dir_read_name(names)) != NULL;) {
        g_autofree char *source = g_build_filename(from, name, NULL);
        g_autofree char *copy = g_build_filename(to, name, NULL);
        g_autofree char *text = NULL;
        size_t length;

        if (g_file_test(source, G_FILE_TEST_IS_DIR)) {
            copy_folder(source, copy);
            continue;
        }
        g_file_get_contents(source, &text, &length, &error);
        g_assert_no_error(error);
        data_folder_write(to, name, text, (gssize)length);
    }
    g_dir_close(names);
}

char *data_folder_copy(const char *kept)
{
    GError *error = NULL;
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", &error);

    g_assert_no_error(error);
    copy_folder(kept, folder);
    return folder;
}

char *data_folder_new(void)
{
    return data_folder_copy(whole);
}

void data_folder_write(const char *folder, const char *name, const char *text, gssize length)
{
    g_autofree char *path = g_build_filename(folder, name, NULL), *parent = g_path_get_dirname(path);
    GError *error = NULL;

    g_mkdir_with_parents(parent, 0700);
    if (text == NULL)
        g_unlink(path);
    else
        g_file_set_contents(path, text, length, &error);
    g_assert_no_error(error);
}

static void remove_folder(const char *folder)
{
    GDir *names = g_dir_open(folder, 0, NULL);

    for (const char *name; names != NULL && (name = g_dir_read_name(names)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            remove_folder(path);
        else
            g_unlink(path);
    }
    g_clear_pointer(&names, g_dir_close);
    g_rmdir(folder);
}

void data_folder_remove(char *folder)
{
    remove_folder(folder);
    g_free(folder);
}
