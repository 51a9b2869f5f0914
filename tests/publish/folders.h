/* folders.h - publications to stage and look at, for the tests of publish/. */
#ifndef GAZETTE_TESTS_PUBLISH_FOLDERS_H
#define GAZETTE_TESTS_PUBLISH_FOLDERS_H
#include "base/kept.h"
#include "publish/publish.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* A new empty folder. Yours: g_free(); emptied with folder_remove(). */
static inline char *folder_new(void)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);

    ck_assert_ptr_nonnull(folder);
    return folder;
}

static inline void folder_remove(const char *folder)
{
    const char *command[] = {"rm", "-rf", folder, NULL};

    g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static inline void folder_put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    ck_assert_int_eq(g_mkdir_with_parents(parent, 0777), 0);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* The file's text, or NULL. Yours: g_free(). */
static inline char *folder_text(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;

    g_file_get_contents(path, &text, NULL, NULL);
    return text;
}

static inline bool folder_has(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* Number of entries of `folder` itself. */
static inline unsigned folder_count(const char *folder)
{
    g_autoptr(GDir) open = g_dir_open(folder, 0, NULL);
    unsigned count = 0;

    while (open != NULL && g_dir_read_name(open) != NULL)
        count++;
    return count;
}

/* Whether `sha256sum` itself finds every file of SHA256SUMS as it is written there. */
static inline bool folder_is_whole(const char *folder)
{
    const char *command[] = {"sha256sum", "--check", "--strict", "--status", "SHA256SUMS", NULL};
    int status = -1;

    return g_spawn_sync(folder, (char **)command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                        NULL, NULL, NULL, NULL, &status, NULL) &&
           status == 0;
}

/* Puts a file there whose sum is known, and which isn't on the disk yet. */
static inline void folder_put_known(const char *folder, const char *name, const char *text, GazKept *kept)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    GazSum sum = gaz_sum_of(text, strlen(text));

    folder_put(folder, name, text);
    gaz_kept_note_sum(kept, path, &sum);
}

/* Stages and publishes three files that say `version`, one of them known; false with `error` set where that
 * failed. `after_last`: in the folder of the last publication but one, of which nothing serves. */
static inline bool publish_version_in(const char *output, const char *version, bool after_last,
                                      GError **error)
{
    g_autoptr(GazStaging) staging =
        (after_last ? gaz_staging_new_after_last : gaz_staging_new)(output, NULL, error);
    g_autoptr(GazKept) kept =
        staging == NULL ? NULL : gaz_kept_read("nowhere", output, gaz_staging_folder(staging), "");

    if (staging == NULL || !gaz_kept_clear(kept, error))
        return false;
    folder_put(gaz_staging_folder(staging), "site/index.html", version);
    folder_put_known(gaz_staging_folder(staging), "site/notices/2021/plan.pdf", version, kept);
    folder_put(gaz_staging_folder(staging), "interviews/call.pdf", version);
    return gaz_kept_clear_rest(kept, error) && gaz_staging_publish(staging, kept, error);
}

static inline bool publish_version(const char *output, const char *version, GError **error)
{
    return publish_version_in(output, version, false, error);
}

/* Which version `output` is, every file of it; NULL where it is none or is torn. Yours: g_free(). */
static inline char *published_version(const char *output)
{
    g_autofree char *index = folder_text(output, "site/index.html");
    g_autofree char *plan = folder_text(output, "site/notices/2021/plan.pdf");
    g_autofree char *call = folder_text(output, "interviews/call.pdf");

    if (index == NULL || g_strcmp0(index, plan) != 0 || g_strcmp0(index, call) != 0 ||
        !folder_is_whole(output))
        return NULL;
    return g_steal_pointer(&index);
}

#endif
