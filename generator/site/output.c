/* output.c - files as they are written, or taken from last time. */
#include "site/output.h"

#include "base/new_file.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static bool make_folder_of(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);

    if (g_mkdir_with_parents(folder, 0755) == 0)
        return true;
    g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(errno), "%s: %s", folder,
                g_strerror(errno));
    return false;
}

/* Few files are the first of their folder. */
static bool write_new(const char *path, const GString *text, GError **error)
{
    GError *problem = NULL;

    if (gaz_new_file_write(path, text->str, text->len, 0644, &problem))
        return true;
    if (!g_error_matches(problem, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        g_propagate_error(error, problem);
        return false;
    }
    g_clear_error(&problem);
    return make_folder_of(path, error) && gaz_new_file_write(path, text->str, text->len, 0644, error);
}

static bool write_bytes(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    if (run->site->kept != NULL && gaz_kept_stands(run->site->kept, path))
        return gaz_new_file_write_over(path, text->str, text->len, 0644, error);
    return write_new(path, text, error);
}

/* Its sum is made here, of what is in memory: publishing needn't read it. */
static bool write_file(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    GazSum sum;

    if (!write_bytes(run, path, text, error))
        return false;
    if (run->site->kept == NULL)
        return true;
    sum = gaz_sum_of(text->str, text->len);
    gaz_kept_note_sum(run->site->kept, path, &sum);
    return true;
}

static bool write_packed(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    GazPacked kind = g_str_has_suffix(path, ".html") ? GAZ_PACKED_PAGE : GAZ_PACKED_TABLE;
    GString *packed = gaz_packer_gzip(run->packer, kind, text);
    g_autofree char *beside = g_strconcat(path, ".gz", NULL);
    bool written = packed == NULL || write_file(run, beside, packed, error);

    if (packed != NULL)
        g_string_free(packed, TRUE);
    else if (run->site->kept != NULL)
        gaz_kept_leave(run->site->kept, beside);
    return written;
}

/* The file and, as its number says, the packed one beside it. */
static bool take_both(GazKept *kept, const char *path, const char *beside, const GazKey *key)
{
    unsigned packed;

    if (!gaz_kept_take_or_stand(kept, path, key, &packed))
        return false;
    if (packed == 0 || gaz_kept_take_or_stand(kept, beside, key, NULL))
        return true;
    (void)g_unlink(path); /* not to be written through */
    gaz_kept_leave(kept, path);
    return false;
}

bool gaz_site_run_take_text(const GazSiteRun *run, const char *path, const GazKey *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *beside = g_strconcat(full, ".gz", NULL);

    return run->site->kept != NULL && take_both(run->site->kept, full, beside, key);
}

bool gaz_site_run_take(const GazSiteRun *run, const char *path, const GazKey *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);

    return run->site->kept != NULL && gaz_kept_take(run->site->kept, full, key, NULL);
}

const char *gaz_site_run_key(const GazSiteRun *run, const char *path)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);

    return run->site->kept == NULL ? NULL : gaz_kept_heard_key(run->site->kept, full);
}

void gaz_site_run_note(const GazSiteRun *run, const char *path, const GazKey *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    int file = run->site->kept == NULL ? -1 : open(full, O_RDONLY | O_CLOEXEC);
    GazSum sum;

    if (file < 0)
        return;
    if (gaz_sum_of_file(&sum, file)) {
        gaz_kept_note_sum(run->site->kept, full, &sum);
        gaz_kept_note(run->site->kept, full, key, 0);
    }
    close(file); /* only read from */
}

/* Notes what the text at `path`, and what is packed beside it if anything is, was made from. */
static void note_text(GazKept *kept, const char *path, const GazKey *key)
{
    g_autofree char *beside = g_strconcat(path, ".gz", NULL);
    bool packed = g_file_test(beside, G_FILE_TEST_EXISTS);

    if (kept == NULL)
        return;
    gaz_kept_note(kept, path, key, packed);
    if (packed)
        gaz_kept_note(kept, beside, key, 0);
}

bool gaz_site_run_write_from(const GazSiteRun *run, const char *path, const GazKey *key, const GString *text,
                             GError **error)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);

    if (!write_file(run, full, text, error) || !write_packed(run, full, text, error))
        return false;
    note_text(run->site->kept, full, key);
    return true;
}

bool gaz_site_run_put(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    GazKey key = gaz_key_of(text->str, text->len);

    return gaz_site_run_take_text(run, path, &key) || gaz_site_run_write_from(run, path, &key, text, error);
}

/* What is for those who write a style sheet, not for those who load it. */
static void strip_style(GString *text)
{
    g_autoptr(GRegex) idle =
        g_regex_new("/\\*.*?\\*/\\s*|(?<=\n)\\s+|;(?=\\s*\\})", G_REGEX_DOTALL | G_REGEX_OPTIMIZE, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(idle, text->str, (gssize)text->len, 0, "", 0, NULL);

    g_string_assign(text, stripped);
}

static bool write_copy(const GazSiteRun *run, const char *name, const char *path, const GazKey *key,
                       const char *bytes, gsize length, GError **error)
{
    GString *text = g_string_new_len(bytes, (gssize)length);
    bool written;

    if (g_str_has_suffix(name, ".css"))
        strip_style(text);
    written = gaz_site_run_write_from(run, path, key, text, error);
    g_string_free(text, TRUE);
    return written;
}

bool gaz_site_run_copy(const GazSiteRun *run, const char *name, const char *path, GError **error)
{
    g_autofree char *source = g_build_filename(run->site->templates, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    GazKey key;

    if (!g_file_get_contents(source, &bytes, &length, error))
        return false;
    key = gaz_key_of(bytes, length);
    return gaz_site_run_take_text(run, path, &key) || write_copy(run, name, path, &key, bytes, length, error);
}
