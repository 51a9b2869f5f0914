/* archive_catalog.c - what the file says of itself as a whole. */
#include "pdf/archive_steps.h"

#include <string.h>

char *gaz_archive_date(GazDate date, bool pdf)
{
    int year, month, day;

    gaz_date_split(date, &year, &month, &day);
    return g_strdup_printf(pdf ? "D:%04d%02d%02d000000+08'00'" : "%04d-%02d-%02dT00:00:00+08:00", year, month,
                           day);
}

/* Cairo writes dates without the "D:" that the standard asks for. */
static void set_dates(const GazArchive *archive, qpdf_data pdf)
{
    g_autofree char *date = gaz_archive_date(archive->document->date, true);

    qpdf_set_info_key(pdf, "/CreationDate", date);
    qpdf_set_info_key(pdf, "/ModDate", date);
}

static qpdf_oh new_stream(qpdf_data pdf, const char *dictionary, const void *content, size_t length)
{
    qpdf_oh stream = qpdf_oh_new_stream(pdf), own = qpdf_oh_get_dict(pdf, stream);
    qpdf_oh given = qpdf_oh_parse(pdf, dictionary);

    qpdf_oh_replace_stream_data(pdf, stream, content, length, qpdf_oh_new_null(pdf), qpdf_oh_new_null(pdf));
    qpdf_oh_begin_dict_key_iter(pdf, given);
    while (qpdf_oh_dict_more_keys(pdf)) {
        g_autofree char *key = g_strdup(qpdf_oh_dict_next_key(pdf));

        qpdf_oh_replace_key(pdf, own, key, qpdf_oh_get_key(pdf, given, key));
    }
    return stream;
}

/* PDF/A 6.2.3: the colours are sRGB's. */
static qpdf_oh new_intent(const GazProfile *profile, qpdf_data pdf)
{
    qpdf_oh intent = qpdf_oh_parse(pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 >>");
    qpdf_oh name = qpdf_oh_new_unicode_string(pdf, profile->name);
    gsize length;
    const void *content = g_bytes_get_data(profile->content, &length);

    qpdf_oh_replace_key(pdf, intent, "/OutputConditionIdentifier", name);
    qpdf_oh_replace_key(pdf, intent, "/Info", name);
    qpdf_oh_replace_key(pdf, intent, "/DestOutputProfile", new_stream(pdf, "<< /N 3 >>", content, length));
    return qpdf_oh_wrap_in_array(pdf, intent);
}

void gaz_archive_catalog(const GazArchive *archive, qpdf_data pdf)
{
    GazLanguage language = archive->languages == GAZ_LANGUAGES_EN ? GAZ_EN : GAZ_ZH;
    g_autofree char *packet = NULL;
    qpdf_oh root = qpdf_get_root(pdf);

    set_dates(archive, pdf);
    packet = gaz_archive_xmp(archive, pdf);
    qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_string(pdf, gaz_language_tag(language)));
    qpdf_oh_replace_key(pdf, root, "/MarkInfo", qpdf_oh_parse(pdf, "<< /Marked true >>"));
    qpdf_oh_replace_key(pdf, root, "/ViewerPreferences", qpdf_oh_parse(pdf, "<< /DisplayDocTitle true >>"));
    qpdf_oh_replace_key(pdf, root, "/OutputIntents", new_intent(archive->profile, pdf));
    qpdf_oh_replace_key(pdf, root, "/Metadata",
                        new_stream(pdf, "<< /Type /Metadata /Subtype /XML >>", packet, strlen(packet)));
    qpdf_oh_release_all(pdf);
}
