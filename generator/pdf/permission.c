/* permission.c - what a font file says of its use. */
#include "pdf/permission.h"

#include <gio/gio.h>
#include <hb-ot.h>

/* Bits of fsType: the first four tell the right, of which only the first restricts; the rest hold with any.
 */
enum { RIGHTS = 0xF, RESTRICTED = 0x2, NO_SUBSET = 0x100, BITMAPS_ONLY = 0x200 };

static unsigned rights_of(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length;
    const guint8 *bytes = (const guint8 *)hb_blob_get_data(table, &length);
    unsigned rights = length < 10 ? 0 : (unsigned)bytes[8] << 8 | bytes[9];

    hb_blob_destroy(table);
    return rights;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

/* What forbids it; NULL: nothing. */
static const char *objection_to(const GazTypeface *typeface)
{
    unsigned rights = rights_of(typeface->face);

    if ((rights & RIGHTS) == RESTRICTED || (rights & BITMAPS_ONLY) != 0)
        return "its maker doesn't let it be put into files (fsType in its table OS/2)";
    if ((rights & NO_SUBSET) != 0)
        return "its maker doesn't let it be cut down to the letters used (fsType in its table OS/2)";
    if (typeface->varied)
        return "it is a variable font: give each weight as a file of its own";
    if (!has_table(typeface->face, HB_TAG('C', 'F', 'F', ' ')) &&
        !has_table(typeface->face, HB_TAG('g', 'l', 'y', 'f')))
        return "it has neither TrueType nor CFF outlines";
    return NULL;
}

bool gaz_permission_ask(const GazTypeface *typeface, GError **error)
{
    const char *objection = objection_to(typeface);
    char name[128] = "";
    unsigned length = sizeof name;

    if (objection == NULL)
        return true;
    hb_ot_name_get_utf8(typeface->face, HB_OT_NAME_ID_FULL_NAME, NULL, &length, name);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "the font “%s” can't be used in PDFs: %s", name,
                objection);
    return false;
}
