/* output.c - nothing is ever removed that a run of ours didn't write. */
#include "publish/output.h"

#include "base/tree.h"
#include "publish/chain.h"
#include "publish/file.h"
#include "publish/publish.h"
#include "publish/sums.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MARKER_NAME ".gazette-publication"
#define MARKER_WHOLE "gazette publication: whole\n"
#define MARKER_START "gazette publication: "

GQuark gaz_publish_error_quark(void) /* not G_DEFINE_QUARK(): make format takes its name for a subtraction */
{
    return g_quark_from_static_string("gaz-publish-error-quark");
}

bool gaz_output_mark(const char *folder, const char *part, GError **error)
{
    g_autofree char *text =
        part == NULL ? g_strdup(MARKER_WHOLE) : g_strdup_printf(MARKER_START "only %s\n", part);

    return gaz_file_write_staged(folder, MARKER_NAME, text, error);
}

bool gaz_output_is_marked(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, MARKER_NAME, NULL);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool refuse(GError **error, const char *output, const char *why)
{
    g_set_error(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_FOREIGN,
                "%s: %s, so it is left alone; choose another "
                "output folder",
                output, why);
    return false;
}

/* A copy of a website of ours, got back from a web server or a mirror after the publication was lost: its own
 * list stands for the marker. */
static bool is_website(GHashTable *sums)
{
    return sums != NULL &&
           g_hash_table_contains(sums, GAZ_STAGING_SITE "/" GAZ_RECORD_MANIFESTS "/0001.json");
}

/* Whether the marker lets `part` replace what it marks. */
static bool check_marker(const char *output, const char *part, GHashTable *sums, GError **error)
{
    g_autofree char *path = g_build_filename(output, MARKER_NAME, NULL);
    g_autofree char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL) && part == NULL && is_website(sums))
        return true;
    if (text == NULL || !g_str_has_prefix(text, MARKER_START))
        return refuse(error, output, "it is neither empty nor a publication of gazette");
    if (part != NULL && strcmp(text, MARKER_WHOLE) == 0)
        return refuse(error, output, "it is a whole publication, which a part may not replace");
    return true;
}

/* A volume mounted at the output itself, as into a container, can't be exchanged with the folder beside it.
 */
static bool is_mounted(const char *output, const struct stat *facts)
{
    g_autofree char *parent = g_path_get_dirname(output);
    struct stat above;

    return stat(parent, &above) == 0 && above.st_dev != facts->st_dev;
}

/* Whether the folder is there; false with `error` set where something else is. */
static bool find_folder(const char *output, bool *there, GError **error)
{
    struct stat facts;

    *there = lstat(output, &facts) == 0;
    if (!*there)
        return errno == ENOENT || gaz_tree_fail(error, output, "look at");
    if (!S_ISDIR(facts.st_mode))
        return refuse(error, output, "it is not a folder");
    return !is_mounted(output, &facts) ||
           refuse(error, output,
                  "a volume is mounted there, which can't be replaced as a whole (a folder in it can)");
}

/* False with `error` set where it can't be read. */
static bool look_whether_empty(const char *folder, bool *empty, GError **error)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);

    *empty = names != NULL && g_dir_read_name(names) == NULL;
    return names != NULL || gaz_tree_fail(error, folder, "read the folder");
}

bool gaz_output_is_ours(const char *output, const char *part, GHashTable *sums, GError **error)
{
    bool there, empty = false;

    if (!find_folder(output, &there, error) || (there && !look_whether_empty(output, &empty, error)))
        return false;
    return !there || empty ||
           (check_marker(output, part, sums, error) &&
            (sums != NULL || refuse(error, output, "its " GAZ_SUMS_NAME " is missing")));
}

bool gaz_output_has_only_ours(const char *output, const char *part, GHashTable *sums, GError **error)
{
    g_autoptr(GazTree) tree = NULL;
    g_autofree char *why = NULL;
    const char *foreign = NULL;

    if (!gaz_output_is_ours(output, part, sums, error))
        return false;
    if (sums == NULL || (tree = gaz_tree_read_unsorted(output, error)) == NULL)
        return sums == NULL;
    for (unsigned i = 0; i < tree->files->len; i++) {
        const char *name = tree->files->pdata[i];

        if (strcmp(name, GAZ_SUMS_NAME) == 0 || g_hash_table_contains(sums, name) || gaz_is_signature(name))
            continue; /* a signature is carried on with its manifest */
        if (foreign == NULL || strcmp(name, foreign) < 0)
            foreign = name; /* always the same one, whatever the order of the disk */
    }
    if (foreign == NULL)
        return true;
    why = g_strdup_printf("it holds %s, which gazette didn't write", foreign);
    return refuse(error, output, why);
}

/* Yours: g_free(). */
static char *without_last_slashes(const char *path)
{
    size_t length = strlen(path);

    while (length > 1 && path[length - 1] == '/')
        length--;
    return g_strndup(path, length);
}

char *gaz_output_resolve(const char *output, GError **error)
{
    char *resolved = realpath(output, NULL);
    g_autofree char *parent = NULL;
    g_autofree char *name = NULL;

    if (resolved == NULL && errno == ENOENT) {
        g_autofree char *bare = without_last_slashes(output); /* "out/" would be out in out */
        char *above;

        parent = g_path_get_dirname(bare);
        name = g_path_get_basename(bare);
        if (g_mkdir_with_parents(parent, 0777) == 0 && (above = realpath(parent, NULL)) != NULL) {
            resolved = g_build_filename(above, name, NULL);
            free(above);
            return resolved;
        }
    }
    if (resolved == NULL)
        gaz_tree_fail(error, output, "reach the folder");
    return resolved;
}
