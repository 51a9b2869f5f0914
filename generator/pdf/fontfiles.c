/* fontfiles.c - HarfBuzz cuts out the glyphs that were drawn; around them stand the dictionaries that
 * describe them (ISO 32000-1, 9.7 and 9.8). */
#include "pdf/fontfiles.h"

#include "base/memory.h"
#include "pdf/cff.h"
#include "pdf/fontmaps.h"
#include "pdf/permission.h"
#include "pdf/syntax.h"
#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

enum { ROOM = 32 << 20 }; /* [bytes] more than cutting takes, where HarfBuzz doesn't tell that memory ended */

/* A typeface on its way into the file. */
typedef struct {
    const GazTypeface *typeface;
    GazObjects *objects;
    hb_face_t *subset;
    guint16 *cids;   /* by code: how the font program calls its glyph */
    bool postscript; /* CFF outlines; else TrueType's */
    char *name;      /* "ABCDEF+NotoSerifCJKsc-Regular" */
} Embedding;

static const GazCode *code_at(const Embedding *work, unsigned code)
{
    return &g_array_index(work->typeface->codes, GazCode, code);
}

/* The outlines of a face and their measures, without what layout has used: HarfBuzz would go through all
 * characters of a Chinese font, which takes twice as long as the cutting. Yours: hb_face_destroy(). */
static hb_face_t *new_source(hb_face_t *face)
{
    static const hb_tag_t kept[] = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'),
                                    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
                                    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                    HB_TAG('m', 'a', 'x', 'p')};
    hb_face_t *source = hb_face_builder_create();

    for (unsigned i = 0; i < G_N_ELEMENTS(kept); i++) {
        hb_blob_t *table = hb_face_reference_table(face, kept[i]);

        if (hb_blob_get_length(table) > 0)
            hb_face_builder_add_table(source, kept[i], table);
        hb_blob_destroy(table);
    }
    return source;
}

/* Shared subroutines are written out, as deflate packs them better. */
static hb_subset_input_t *new_input(const GazTypeface *typeface)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);

    for (unsigned i = 1; i < typeface->codes->len; i++)
        hb_set_add(glyphs, g_array_index(typeface->codes, GazCode, i).glyph);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    return input;
}

/* The glyphs of the subset are numbered anew; one keyed by CID calls them by other numbers still. */
static bool find_cids(Embedding *work, const hb_map_t *numbers)
{
    hb_blob_t *program = hb_face_reference_table(work->subset, HB_TAG('C', 'F', 'F', ' '));
    unsigned length, count = hb_face_get_glyph_count(work->subset);
    const char *font = hb_blob_get_data(program, &length);
    g_autofree guint16 *cids = g_new0(guint16, count + 1);
    bool good = true;

    work->postscript = length > 0;
    if (work->postscript)
        good = gaz_cff_read_cids((const guint8 *)font, length, count, cids);
    else
        for (unsigned i = 0; i < count; i++)
            cids[i] = (guint16)i;
    for (unsigned i = 1; i < work->typeface->codes->len && good; i++) {
        unsigned glyph = hb_map_get(numbers, code_at(work, i)->glyph);

        good = glyph < count;
        work->cids[i] = good ? cids[glyph] : 0;
    }
    hb_blob_destroy(program);
    return good;
}

static bool cut_out(Embedding *work)
{
    hb_face_t *source = new_source(work->typeface->face);
    hb_subset_input_t *input = new_input(work->typeface);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(source, input);
    bool good = false;

    if (plan != NULL)
        work->subset = hb_subset_plan_execute_or_fail(plan);
    if (work->subset != NULL)
        good = find_cids(work, hb_subset_plan_old_to_new_glyph_mapping(plan));
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    hb_face_destroy(source);
    return good;
}

/* 9.6.4: six letters before the name tell subsets of one font apart; they are made from its glyphs. */
static char *subset_name(const GazTypeface *typeface)
{
    char name[100] = "", tag[] = "AAAAAA";
    unsigned length = sizeof name, sum = typeface->codes->len;

    hb_ot_name_get_utf8(typeface->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, NULL, &length, name);
    for (unsigned i = 0; i < typeface->codes->len; i++)
        sum = sum * 31 + g_array_index(typeface->codes, GazCode, i).glyph;
    for (unsigned i = 0; i < 6; i++, sum /= 26)
        tag[i] = (char)('A' + sum % 26);
    return g_strconcat(tag, "+", *name == '\0' ? "Font" : name, NULL);
}

static unsigned write_program(const Embedding *work)
{
    hb_blob_t *blob = work->postscript ? hb_face_reference_table(work->subset, HB_TAG('C', 'F', 'F', ' '))
                                       : hb_face_reference_blob(work->subset);
    unsigned length, number;
    const char *program = hb_blob_get_data(blob, &length);
    g_autofree char *keys =
        work->postscript ? g_strdup("/Subtype/CIDFontType0C") : g_strdup_printf("/Length1 %u", length);

    number = gaz_objects_add_stream(work->objects, keys, program, length, true);
    hb_blob_destroy(blob);
    return number;
}

static double metric(const Embedding *work, hb_ot_metrics_tag_t tag, double otherwise)
{
    hb_position_t value;

    return hb_ot_metrics_get_position(work->typeface->measure, tag, &value) ? value / 100.0 : otherwise;
}

/* The box around all glyphs, of the whole font: in `head` at 36, in its own units. */
static void put_box(const Embedding *work, GString *to)
{
    hb_blob_t *head = hb_face_reference_table(work->typeface->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const guint8 *bytes = (const guint8 *)hb_blob_get_data(head, &length);

    for (unsigned i = 0; i < 4; i++) {
        unsigned side = length < 44 ? 0 : (unsigned)bytes[36 + 2 * i] << 8 | bytes[37 + 2 * i];

        gaz_put_number(to, (gint16)side * 1000.0 / hb_face_get_upem(work->typeface->face));
        g_string_append_c(to, ' ');
    }
    hb_blob_destroy(head);
}

static unsigned write_descriptor(const Embedding *work)
{
    g_autoptr(GString) body = g_string_new("<</Type/FontDescriptor/FontName");
    double weight = hb_style_get_value(work->typeface->measure, HB_STYLE_TAG_WEIGHT);
    double angle = hb_style_get_value(work->typeface->measure, HB_STYLE_TAG_SLANT_ANGLE);

    gaz_put_name(body, work->name);
    g_string_append(body, "/Flags 4/FontBBox[");
    put_box(work, body);
    g_string_append(body, "]/ItalicAngle ");
    gaz_put_number(body, angle);
    g_string_append(body, "/Ascent ");
    gaz_put_number(body, metric(work, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 880));
    g_string_append(body, "/Descent ");
    gaz_put_number(body, metric(work, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -120));
    g_string_append(body, "/CapHeight ");
    gaz_put_number(body, metric(work, HB_OT_METRICS_TAG_CAP_HEIGHT, 700));
    g_string_append(body, "/StemV ");
    gaz_put_number(body, 50 + weight / 65 * weight / 65); /* as is customary: fonts don't say */
    g_string_append(body, work->postscript ? "/FontFile3 " : "/FontFile2 ");
    gaz_put_reference(body, write_program(work));
    g_string_append(body, ">>");
    return gaz_objects_add(work->objects, body);
}

static int by_cid(const void *one, const void *two, void *user)
{
    const Embedding *work = user;

    return (int)work->cids[*(const unsigned *)one] - (int)work->cids[*(const unsigned *)two];
}

/* Codes sorted by CID. Yours: g_free(). */
static unsigned *sorted_codes(const Embedding *work, unsigned *count)
{
    unsigned *codes = g_new(unsigned, work->typeface->codes->len);

    *count = work->typeface->codes->len - 1;
    for (unsigned i = 0; i < *count; i++)
        codes[i] = i + 1;
    g_qsort_with_data(codes, (int)*count, sizeof *codes, by_cid, (void *)work);
    return codes;
}

/* One width after the other goes into one pair of brackets. `next`: the CID that could stand in the open
 * pair; 0: none is open. */
static void put_width(GString *to, unsigned cid, double width, unsigned *next)
{
    if (*next != 0 && cid != *next)
        g_string_append_c(to, ']');
    if (*next == 0 || cid != *next) {
        gaz_put_unsigned(to, cid);
        g_string_append_c(to, '[');
    } else {
        g_string_append_c(to, ' ');
    }
    gaz_put_number(to, width);
    *next = cid + 1;
}

/* 9.7.4.3: "first [width width ...]"; 1000 goes without saying. Several codes may stand for one glyph. */
static void put_widths(const Embedding *work, GString *to)
{
    unsigned count, before = 0, next = 0;
    g_autofree unsigned *codes = sorted_codes(work, &count);

    g_string_append(to, "/DW 1000/W[");
    for (unsigned i = 0; i < count; i++) {
        unsigned cid = work->cids[codes[i]];
        double width = code_at(work, codes[i])->width;

        if (cid != before && width != 1000)
            put_width(to, cid, width, &next);
        before = cid;
    }
    g_string_append(to, next != 0 ? "]]" : "]");
}

static unsigned write_descendant(const Embedding *work)
{
    g_autoptr(GString) body = g_string_new("<</Type/Font/Subtype");

    g_string_append(body, work->postscript ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity");
    g_string_append(body, "/BaseFont");
    gaz_put_name(body, work->name);
    g_string_append(body,
                    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ");
    gaz_put_reference(body, write_descriptor(work));
    put_widths(work, body);
    g_string_append(body, ">>");
    return gaz_objects_add(work->objects, body);
}

static unsigned write_font(const Embedding *work)
{
    g_autoptr(GString) body = g_string_new("<</Type/Font/Subtype/Type0/BaseFont");

    gaz_put_name(body, work->name);
    g_string_append(body, "/DescendantFonts[");
    gaz_put_reference(body, write_descendant(work));
    g_string_append(body, "]/Encoding ");
    gaz_put_reference(body, gaz_fontmaps_write_codes(work->typeface, work->cids, work->objects));
    g_string_append(body, "/ToUnicode ");
    gaz_put_reference(body, gaz_fontmaps_write_texts(work->typeface, work->objects));
    g_string_append(body, ">>");
    return gaz_objects_add(work->objects, body);
}

static bool embed(const GazTypeface *typeface, GazObjects *objects, GString *names, GError **error)
{
    g_autofree guint16 *cids = g_new0(guint16, typeface->codes->len);
    g_autofree char *name = subset_name(typeface);
    Embedding work = {.typeface = typeface, .objects = objects, .cids = cids, .name = name};
    bool good;

    gaz_memory_expect(ROOM);
    if (!gaz_permission_ask(typeface, error))
        return false;
    good = cut_out(&work);
    if (good) {
        g_string_append_printf(names, "/F%u ", typeface->number);
        gaz_put_reference(names, write_font(&work));
    } else {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the font “%s” can't be taken apart",
                    strchr(name, '+') + 1);
    }
    hb_face_destroy(work.subset);
    return good;
}

bool gaz_fontfiles_write(const GazTypefaces *typefaces, GazObjects *objects, GString *names, GError **error)
{
    for (unsigned i = 0; i < gaz_typefaces_count(typefaces); i++)
        if (!embed(gaz_typefaces_get(typefaces, i), objects, names, error))
            return false;
    return true;
}
