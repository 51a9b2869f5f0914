/* faces.c - the font map that sees only the named faces, and the cache of shaped texts. */
#include "layout/faces.h"

#include <fontconfig/fontconfig.h>
#include <libxml/parser.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *text;
    unsigned face, language;
    int size; /* [1/100 pt] */
} Key;

typedef struct {
    Key key;
    GazShaped shaped;
} Entry;

struct GazFonts {
    GazArena *texts;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    PangoFontDescription *faces[GAZ_FACES];
    GHashTable *shaped; /* Entry * to itself */
};

static const char *const face_names[GAZ_FACES] = {
    [GAZ_FACE_FANGSONG] = "fangsong",
    [GAZ_FACE_KAI] = "kai",
    [GAZ_FACE_HEI] = "hei",
    [GAZ_FACE_XIAOBIAOSONG] = "xiaobiaosong",
    [GAZ_FACE_SONG] = "song",
    [GAZ_FACE_LATIN] = "latin",
    [GAZ_FACE_LATIN_BOLD] = "latin-bold",
    [GAZ_FACE_LATIN_ITALIC] = "latin-italic",
};

static guint hash_key(gconstpointer data)
{
    const Key *key = data;

    return g_str_hash(key->text) ^ (key->face * 31u + key->language * 7u) ^ ((guint)key->size << 8);
}

static gboolean equal_keys(gconstpointer one, gconstpointer two)
{
    const Key *a = one, *b = two;

    return a->face == b->face && a->language == b->language && a->size == b->size &&
           (a->text == b->text || strcmp(a->text, b->text) == 0);
}

static void free_entry(void *data)
{
    Entry *entry = data;

    for (unsigned i = 0; i < entry->shaped.count; i++) {
        pango_item_free(entry->shaped.pieces[i].item.item);
        pango_glyph_string_free(entry->shaped.pieces[i].item.glyphs);
    }
    g_free(entry->shaped.pieces);
    g_free(entry);
}

/* <face style="fangsong" family="FandolFang, Noto Serif CJK SC" weight="400" italic="no"/> */
static bool read_face(xmlNodePtr element, PangoFontDescription **faces)
{
    g_autofree char *style = (char *)xmlGetProp(element, BAD_CAST "style");
    g_autofree char *family = (char *)xmlGetProp(element, BAD_CAST "family");
    g_autofree char *weight = (char *)xmlGetProp(element, BAD_CAST "weight");
    g_autofree char *italic = (char *)xmlGetProp(element, BAD_CAST "italic");

    for (unsigned i = 0; i < GAZ_FACES; i++) {
        if (g_strcmp0(style, face_names[i]) != 0 || family == NULL)
            continue;
        faces[i] = pango_font_description_new();
        pango_font_description_set_family(faces[i], family);
        pango_font_description_set_weight(faces[i], weight == NULL ? 400 : (PangoWeight)atoi(weight));
        if (g_strcmp0(italic, "yes") == 0)
            pango_font_description_set_style(faces[i], PANGO_STYLE_ITALIC);
        return true;
    }
    return false;
}

static bool read_faces(const char *path, PangoFontDescription **faces, GError **error)
{
    xmlDocPtr document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlNodePtr root = document == NULL ? NULL : xmlDocGetRootElement(document);
    unsigned count = 0;

    for (xmlNodePtr at = root == NULL ? NULL : xmlFirstElementChild(root); at != NULL;
         at = xmlNextElementSibling(at))
        count += read_face(at, faces) ? 1 : 0;
    xmlFreeDoc(document);
    if (count == GAZ_FACES)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s names %u of the %u faces", path, count,
                (unsigned)GAZ_FACES);
    return false;
}

static FcConfig *open_config(const char *path, GError **error)
{
    FcConfig *config = FcConfigCreate();

    if (FcConfigParseAndLoad(config, (const FcChar8 *)path, FcTrue) && FcConfigBuildFonts(config))
        return config;
    FcConfigDestroy(config);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "%s: not a font configuration", path);
    return NULL;
}

/* Exact advances, whatever the screen: 1 unit is 1 pt. */
static PangoContext *new_context(PangoFontMap *map)
{
    PangoContext *context;
    cairo_font_options_t *options = cairo_font_options_create();

    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    context = pango_font_map_create_context(map);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_destroy(options);
    return context;
}

/* Each named family must be there: fontconfig would quietly take another. */
static bool have_families(GazFonts *fonts, GError **error)
{
    for (unsigned i = 0; i < GAZ_FACES; i++) {
        g_autoptr(PangoFont) font = pango_font_map_load_font(fonts->map, fonts->context, fonts->faces[i]);
        g_autoptr(PangoFontDescription) got = font == NULL ? NULL : pango_font_describe(font);
        g_auto(GStrv) wanted = g_strsplit(pango_font_description_get_family(fonts->faces[i]), ",", 2);

        if (got != NULL && strcmp(pango_font_description_get_family(got), wanted[0]) == 0)
            continue;
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "the font %s (for %s) is not installed",
                    wanted[0], face_names[i]);
        return false;
    }
    return true;
}

GazFonts *gaz_fonts_open(const char *fonts_folder, GError **error)
{
    g_autoptr(GazFonts) fonts = g_new0(GazFonts, 1);
    g_autofree char *config = g_build_filename(fonts_folder, "fonts.conf", NULL);
    g_autofree char *faces = g_build_filename(fonts_folder, "faces.xml", NULL);

    fonts->texts = gaz_arena_new();
    fonts->shaped = g_hash_table_new_full(hash_key, equal_keys, NULL, free_entry);
    if (!read_faces(faces, fonts->faces, error) || (fonts->config = open_config(config, error)) == NULL)
        return NULL;
    fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
    fonts->context = new_context(fonts->map);
    return have_families(fonts, error) ? g_steal_pointer(&fonts) : NULL;
}

void gaz_fonts_free(GazFonts *fonts)
{
    if (fonts == NULL)
        return;
    g_clear_pointer(&fonts->shaped, g_hash_table_unref);
    g_clear_object(&fonts->context);
    g_clear_object(&fonts->map);
    for (unsigned i = 0; i < GAZ_FACES; i++)
        g_clear_pointer(&fonts->faces[i], pango_font_description_free);
    g_clear_pointer(&fonts->config, FcConfigDestroy);
    gaz_arena_free(fonts->texts);
    g_free(fonts);
}

static void add_piece(GazShaped *shaped, GArray *pieces, PangoItem *item)
{
    GazPiece piece = {.item = {.item = item, .glyphs = pango_glyph_string_new()}};
    PangoRectangle logical;

    pango_shape_full(shaped->text + item->offset, item->length, shaped->text, -1, &item->analysis,
                     piece.item.glyphs);
    pango_glyph_string_extents(piece.item.glyphs, item->analysis.font, NULL, &logical);
    piece.width = logical.width / (double)PANGO_SCALE;
    shaped->width += piece.width;
    shaped->ascent = MAX(shaped->ascent, -logical.y / (double)PANGO_SCALE);
    shaped->descent = MAX(shaped->descent, (logical.y + logical.height) / (double)PANGO_SCALE);
    g_array_append_val(pieces, piece);
}

static void shape(GazFonts *fonts, const Key *key, GazShaped *shaped)
{
    g_autoptr(PangoFontDescription) face = pango_font_description_copy(fonts->faces[key->face]);
    PangoAttrList *attributes = pango_attr_list_new();
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(GazPiece));
    GList *items;

    pango_font_description_set_size(face, key->size * PANGO_SCALE / 100);
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(face));
    pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(
                                           gaz_language_tag((GazLanguage)key->language))));
    shaped->text = key->text;
    items = pango_itemize_with_base_dir(fonts->context, PANGO_DIRECTION_LTR, key->text, 0,
                                        (int)strlen(key->text), attributes, NULL);
    for (GList *at = items; at != NULL; at = at->next)
        add_piece(shaped, pieces, at->data);
    shaped->count = pieces->len;
    shaped->pieces = (GazPiece *)g_array_free(pieces, FALSE);
    g_list_free(items);
    pango_attr_list_unref(attributes);
}

const GazShaped *gaz_fonts_shape(GazFonts *fonts, const char *text, GazFace face, double size,
                                 GazLanguage language)
{
    Key key = {text, face, language, (int)(size * 100 + 0.5)};
    Entry *entry = g_hash_table_lookup(fonts->shaped, &key);

    if (entry != NULL)
        return &entry->shaped;
    entry = g_new0(Entry, 1);
    entry->key = key;
    entry->key.text = gaz_arena_strdup(fonts->texts, text);
    shape(fonts, &entry->key, &entry->shaped);
    g_hash_table_add(fonts->shaped, entry);
    return &entry->shaped;
}

unsigned gaz_fonts_shaped(const GazFonts *fonts)
{
    return g_hash_table_size(fonts->shaped);
}
