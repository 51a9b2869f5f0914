/* archive.c - qpdf opened upon what Cairo drew, its steps in order, and the file written. */
#include "pdf/archive_steps.h"

#include <string.h>

GQuark gaz_archive_error(void)
{
    return g_quark_from_static_string("gaz-archive-error");
}

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
    g_set_error(error, gaz_archive_error(), 0, "%s is no ICC profile of three colours", whole);
    return false;
}

/* A warning would mean that Cairo's file is torn. */
static bool no_trouble(qpdf_data pdf, GError **error)
{
    qpdf_error trouble = qpdf_has_error(pdf)       ? qpdf_get_error(pdf)
                         : qpdf_more_warnings(pdf) ? qpdf_next_warning(pdf)
                                                   : NULL;

    if (trouble == NULL)
        return true;
    if (error != NULL && *error == NULL)
        g_set_error(error, gaz_archive_error(), 0, "qpdf: %s", qpdf_get_error_full_text(pdf, trouble));
    return false;
}

/* Object streams hold the many small structure elements; what is compressed already stays as it is. */
static GBytes *write_pdf(qpdf_data pdf)
{
    qpdf_init_write_memory(pdf);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_set_decode_level(pdf, qpdf_dl_none);
    qpdf_set_compress_streams(pdf, QPDF_TRUE);
    qpdf_set_newline_before_endstream(pdf, QPDF_TRUE); /* PDF/A 6.1.7.1 */
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_force_pdf_version(pdf, "1.7"); /* what both standards are about */
    if (qpdf_write(pdf) != QPDF_SUCCESS)
        return NULL;
    return g_bytes_new(qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
}

static bool take_steps(const GazArchive *archive, qpdf_data pdf, GError **error)
{
    unsigned removed;

    gaz_archive_catalog(archive, pdf);
    return gaz_archive_tree(archive, pdf, &removed, error) && gaz_archive_pages(pdf, removed, error);
}

GBytes *gaz_archive_finish(const GazArchive *archive, const GByteArray *drawn, GError **error)
{
    qpdf_data pdf = qpdf_init();
    GBytes *finished = NULL;

    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
    if (qpdf_read_memory(pdf, "drawn pages", (const char *)drawn->data, drawn->len, NULL) == QPDF_SUCCESS &&
        take_steps(archive, pdf, error))
        finished = write_pdf(pdf);
    if (!no_trouble(pdf, error))
        g_clear_pointer(&finished, g_bytes_unref);
    qpdf_cleanup(&pdf);
    return finished;
}
