/* share.c - found from the executable, so that an installed tree can be moved as a whole. */
#include "program/share.h"

#include <stdbool.h>
#include <string.h>

enum { LEVELS = 4 }; /* folders looked at above the executable: build/sanitize/gazette needs three */

static bool holds_all(const char *folder)
{
    static const char *const parts[] = {"templates", "data/rules", "data/schema", "fonts"};

    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *part = g_build_filename(folder, parts[i], NULL);

        if (!g_file_test(part, G_FILE_TEST_IS_DIR))
            return false;
    }
    return true;
}

/* Looks in `folder` and above. */
static char *look_upwards(const char *folder)
{
    g_autofree char *at = g_strdup(folder);

    for (unsigned level = 0; level < LEVELS && strcmp(at, "/") != 0; level++) {
        g_autofree char *installed = g_build_filename(at, "share", "gazette", NULL);
        char *above;

        if (holds_all(installed))
            return g_steal_pointer(&installed);
        if (holds_all(at))
            return g_steal_pointer(&at);
        above = g_path_get_dirname(at);
        g_free(at);
        at = above;
    }
    return NULL;
}

char *gaz_share_find(const char *given, GError **error)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program == NULL ? NULL : g_path_get_dirname(program);
    char *found = NULL;

    if (given != NULL && holds_all(given))
        return g_strdup(given);
    if (given == NULL && folder != NULL)
        found = look_upwards(folder);
    if (found == NULL)
        g_set_error(
            error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
            "%s: there are no templates/, data/rules/, data/schema/ and fonts/; --share says where they are",
            given != NULL    ? given
            : folder != NULL ? folder
                             : "/proc/self/exe");
    return found;
}
