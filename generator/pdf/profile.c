/* profile.c - profile.conf and the file that it names. */
#include "pdf/profile.h"

#include <gio/gio.h>
#include <string.h>

void gaz_profile_clear(GazProfile *profile)
{
    g_clear_pointer(&profile->name, g_free);
    g_clear_pointer(&profile->content, g_bytes_unref);
}

/* Whether it is an ICC profile of three colours: its space stands at 16, its signature at 36 (ICC.1, 7.2). */
static bool is_rgb(const char *content, gsize length)
{
    return length >= 128 && memcmp(content + 16, "RGB ", 4) == 0 && memcmp(content + 36, "acsp", 4) == 0;
}

bool gaz_profile_read(GazProfile *profile, const char *folder, GError **error)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autofree char *path = g_build_filename(folder, "profile.conf", NULL), *named = NULL, *whole = NULL;
    g_autofree char *base = g_canonicalize_filename(folder, NULL);
    char *content;
    gsize length;

    if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, error))
        return false;
    named = g_key_file_get_string(file, "profile", "file", error);
    profile->name = named == NULL ? NULL : g_key_file_get_string(file, "profile", "name", error);
    if (profile->name == NULL)
        return false;
    whole = g_canonicalize_filename(named, base);
    if (!g_file_get_contents(whole, &content, &length, error))
        return false;
    profile->content = g_bytes_new_take(content, length);
    if (is_rgb(content, length))
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no ICC profile of three colours", whole);
    return false;
}
