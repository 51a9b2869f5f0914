/* archive_pages.c - what Cairo leaves out of pages, their links and fonts. */
#include "pdf/archive_steps.h"

#include <stdlib.h>

static void settle_content(qpdf_data pdf, qpdf_oh page, unsigned *found)
{
    qpdf_oh stream = qpdf_oh_get_key(pdf, page, "/Contents");
    unsigned char *content = NULL;
    g_autoptr(GByteArray) changed = NULL;
    size_t length = 0;

    if (qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, NULL, &content, &length) != QPDF_SUCCESS)
        return;
    changed = gaz_archive_content(content, length, found);
    if (changed != NULL)
        qpdf_oh_replace_stream_data(pdf, stream, changed->data, changed->len, qpdf_oh_new_null(pdf),
                                    qpdf_oh_new_null(pdf));
    free(content);
}

/* PDF/UA 7.18.3: from link to link in the order of the structure; PDF/A 6.3.2: links are part of the print.
 */
static void settle_links(qpdf_data pdf, qpdf_oh page)
{
    qpdf_oh links = qpdf_oh_get_key(pdf, page, "/Annots");
    int count = qpdf_oh_is_array(pdf, links) ? qpdf_oh_get_array_n_items(pdf, links) : 0;

    if (count == 0)
        return;
    qpdf_oh_replace_key(pdf, page, "/Tabs", qpdf_oh_new_name(pdf, "/S"));
    for (int i = 0; i < count; i++)
        qpdf_oh_replace_key(pdf, qpdf_oh_get_array_item(pdf, links, i), "/F", qpdf_oh_new_integer(pdf, 4));
}

/* PDF/A 6.2.11.3.2: TrueType subsets number their glyphs as the file does, but must say so. */
static void settle_font(qpdf_data pdf, qpdf_oh font)
{
    qpdf_oh below = qpdf_oh_get_key(pdf, font, "/DescendantFonts");
    qpdf_oh inner;

    if (!qpdf_oh_is_array(pdf, below))
        return;
    inner = qpdf_oh_get_array_item(pdf, below, 0);
    if (qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, inner, "/Subtype"), "/CIDFontType2") &&
        !qpdf_oh_has_key(pdf, inner, "/CIDToGIDMap"))
        qpdf_oh_replace_key(pdf, inner, "/CIDToGIDMap", qpdf_oh_new_name(pdf, "/Identity"));
}

/* `seen`: numbers of the fonts looked at, as pages share them. */
static void settle_fonts(qpdf_data pdf, qpdf_oh page, GHashTable *seen)
{
    qpdf_oh resources = qpdf_oh_get_key(pdf, page, "/Resources");
    qpdf_oh fonts = qpdf_oh_get_key(pdf, resources, "/Font");

    if (!qpdf_oh_is_dictionary(pdf, fonts))
        return;
    qpdf_oh_begin_dict_key_iter(pdf, fonts);
    while (qpdf_oh_dict_more_keys(pdf)) {
        qpdf_oh font = qpdf_oh_get_key(pdf, fonts, qpdf_oh_dict_next_key(pdf));

        if (g_hash_table_add(seen, GINT_TO_POINTER(qpdf_oh_get_object_id(pdf, font))))
            settle_font(pdf, font);
    }
}

bool gaz_archive_pages(qpdf_data pdf, unsigned removed, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    int count = qpdf_get_num_pages(pdf);
    unsigned found = 0;

    for (int i = 0; i < count && !qpdf_has_error(pdf); i++) {
        qpdf_oh page = qpdf_get_page_n(pdf, (size_t)i);

        settle_content(pdf, page, &found);
        settle_links(pdf, page);
        settle_fonts(pdf, page, seen);
        qpdf_oh_release_all(pdf);
    }
    if (found == removed || qpdf_has_error(pdf))
        return true;
    g_set_error(error, gaz_archive_error(), 0,
                "%u pieces of furniture on the pages, but %u in the structure tree", found, removed);
    return false;
}
