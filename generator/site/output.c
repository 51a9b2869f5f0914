/* output.c - files as they are written, or taken from last time. */
#include "site/output.h"
#include <errno.h>
#include <glib/gstdio.h>

static bool write_file(const char *path, const GString *text, GError **error)
{
    return g_file_set_contents_full(path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_NONE, 0644,
                                    error);
}

static bool write_packed(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    GString *packed = gaz_packer_gzip(run->packer, text);
    g_autofree char *beside = g_strconcat(path, ".gz", NULL);
    bool written = packed == NULL || write_file(beside, packed, error);

    if (packed != NULL)
        g_string_free(packed, TRUE);
    return written;
}

bool gaz_site_run_write(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);

    if (g_mkdir_with_parents(folder, 0755) != 0) {
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(errno), "%s: %s", folder,
                    g_strerror(errno));
        return false;
    }
    return write_file(full, text, error) && write_packed(run, full, text, error);
}

/* The file and, as its number says, the packed one beside it. */
static bool take_both(GazKept *kept, const char *path, const char *beside, const GazSum *key)
{
    unsigned packed;

    if (!gaz_kept_take(kept, path, key, &packed))
        return false;
    if (packed == 0 || gaz_kept_take(kept, beside, key, NULL))
        return true;
    (void)g_unlink(path); /* not to be written through */
    return false;
}

bool gaz_site_run_take(const GazSiteRun *run, const char *path, const GazSum *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *beside = g_strconcat(full, ".gz", NULL);

    return run->site->kept != NULL && take_both(run->site->kept, full, beside, key);
}

void gaz_site_run_note(const GazSiteRun *run, const char *path, const GazSum *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *beside = g_strconcat(full, ".gz", NULL);
    bool packed = g_file_test(beside, G_FILE_TEST_EXISTS);

    if (run->site->kept == NULL)
        return;
    gaz_kept_note(run->site->kept, full, key, packed);
    if (packed)
        gaz_kept_note(run->site->kept, beside, key, 0);
}

/* What is for those who write a style sheet, not for those who load it. */
static void strip_style(GString *text)
{
    g_autoptr(GRegex) idle = g_regex_new("/\\*.*?\\*/\\s*|(?<=\n)\\s+|;(?=\\s*\\})", G_REGEX_DOTALL, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(idle, text->str, (gssize)text->len, 0, "", 0, NULL);

    g_string_assign(text, stripped);
}

bool gaz_site_run_copy(const GazSiteRun *run, const char *name, const char *path, GError **error)
{
    g_autofree char *source = g_build_filename(run->site->templates, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    GString *text;
    bool written;

    if (!g_file_get_contents(source, &bytes, &length, error))
        return false;
    text = g_string_new_len(bytes, (gssize)length);
    if (g_str_has_suffix(name, ".css"))
        strip_style(text);
    written = gaz_site_run_write(run, path, text, error);
    g_string_free(text, TRUE);
    return written;
}
