/* typefaces.c - fonts by what Pango calls them, and the codes of their glyphs. */
#include "pdf/typefaces.h"

#include <string.h>

struct GazTypefaces {
    GHashTable *sized;    /* PangoFont to GazSized, both owned */
    GPtrArray *typefaces; /* of GazTypeface */
    PangoFont *last;      /* asked for, and what it is: runs go on in one font */
    const GazSized *last_sized;
};

static void free_typeface(void *data)
{
    GazTypeface *typeface = data;

    hb_font_destroy(typeface->measure);
    hb_face_destroy(typeface->face);
    g_array_unref(typeface->codes);
    g_hash_table_unref(typeface->further);
    g_free(typeface->first);
    g_free(typeface);
}

GazTypefaces *gaz_typefaces_new(void)
{
    GazTypefaces *typefaces = g_new0(GazTypefaces, 1);

    typefaces->sized = g_hash_table_new_full(NULL, NULL, g_object_unref, g_free);
    typefaces->typefaces = g_ptr_array_new_with_free_func(free_typeface);
    return typefaces;
}

void gaz_typefaces_free(GazTypefaces *typefaces)
{
    if (typefaces == NULL)
        return;
    g_hash_table_unref(typefaces->sized);
    g_ptr_array_unref(typefaces->typefaces);
    g_free(typefaces);
}

static bool is_varied(hb_font_t *font)
{
    unsigned count;
    const int *places = hb_font_get_var_coords_normalized(font, &count);

    for (unsigned i = 0; i < count; i++)
        if (places[i] != 0)
            return true;
    return false;
}

static GazTypeface *new_typeface(hb_font_t *font, unsigned number)
{
    GazTypeface *typeface = g_new0(GazTypeface, 1);
    hb_face_t *face = hb_font_get_face(font);

    typeface->face = hb_face_reference(face);
    typeface->number = number;
    typeface->varied = is_varied(font);
    typeface->codes = g_array_new(FALSE, TRUE, sizeof(GazCode));
    g_array_set_size(typeface->codes, 1);
    typeface->glyphs = hb_face_get_glyph_count(face);
    typeface->first = g_new0(guint16, typeface->glyphs);
    typeface->further = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    typeface->measure = hb_font_create(face);
    hb_font_set_scale(typeface->measure, 100000, 100000); /* two decimals */
    return typeface;
}

/* One typeface has one file in memory, whatever its sizes. */
static GazTypeface *typeface_of(GazTypefaces *typefaces, hb_font_t *font)
{
    for (unsigned i = 0; i < typefaces->typefaces->len; i++)
        if (((GazTypeface *)typefaces->typefaces->pdata[i])->face == hb_font_get_face(font))
            return typefaces->typefaces->pdata[i];
    g_ptr_array_add(typefaces->typefaces, new_typeface(font, typefaces->typefaces->len));
    return typefaces->typefaces->pdata[typefaces->typefaces->len - 1];
}

static GazSized *new_sized(GazTypefaces *typefaces, PangoFont *font)
{
    GazSized *sized = g_new0(GazSized, 1);
    PangoFontDescription *description = pango_font_describe_with_absolute_size(font);

    sized->typeface = typeface_of(typefaces, pango_font_get_hb_font(font));
    sized->size = pango_font_description_get_size(description) / (double)PANGO_SCALE;
    pango_font_description_free(description);
    return sized;
}

const GazSized *gaz_typefaces_find(GazTypefaces *typefaces, PangoFont *font)
{
    GazSized *sized;

    if (font == typefaces->last)
        return typefaces->last_sized;
    sized = g_hash_table_lookup(typefaces->sized, font);
    if (sized == NULL) {
        sized = new_sized(typefaces, font);
        g_hash_table_insert(typefaces->sized, g_object_ref(font), sized);
    }
    typefaces->last = font;
    typefaces->last_sized = sized;
    return sized;
}

unsigned gaz_typefaces_count(const GazTypefaces *typefaces)
{
    return typefaces->typefaces->len;
}

const GazTypeface *gaz_typefaces_get(const GazTypefaces *typefaces, unsigned number)
{
    return typefaces->typefaces->pdata[number];
}

static unsigned add_code(GazTypeface *typeface, unsigned glyph, const char *text, size_t length)
{
    GazCode code = {.glyph = glyph};

    if (typeface->codes->len > G_MAXUINT16)
        return 0;
    code.width = hb_font_get_glyph_h_advance(typeface->measure, glyph) / 100.0;
    memcpy(code.text, text, length);
    g_array_append_val(typeface->codes, code);
    return typeface->codes->len - 1;
}

/* The same glyph for another text, as one stroke may be several characters. */
static unsigned further_code(GazTypeface *typeface, unsigned glyph, const char *text, size_t length)
{
    g_autofree char *key = g_strdup_printf("%u %.*s", glyph, (int)length, text);
    unsigned code = GPOINTER_TO_UINT(g_hash_table_lookup(typeface->further, key));

    if (code == 0) {
        code = add_code(typeface, glyph, text, length);
        g_hash_table_insert(typeface->further, g_steal_pointer(&key), GUINT_TO_POINTER(code));
    }
    return code;
}

unsigned gaz_typeface_code(GazTypeface *typeface, unsigned glyph, const char *text, size_t length)
{
    const GazCode *code;

    if (glyph >= typeface->glyphs)
        return 0;
    if (typeface->first[glyph] == 0)
        return typeface->first[glyph] = (guint16)add_code(typeface, glyph, text, length);
    code = &g_array_index(typeface->codes, GazCode, typeface->first[glyph]);
    if (memcmp(code->text, text, length) == 0 && code->text[length] == '\0')
        return typeface->first[glyph];
    return further_code(typeface, glyph, text, length);
}
