/* shapes.c - texts are shaped by Pango and kept while they recur: those of a long table, each of which comes
 * once, would take more than all records. Two generations are kept; a text that the newer one is asked for
 * comes over from the older, and what nobody asked for goes with it. */
#include "layout/shapes.h"

#include "base/memory.h"
#include <string.h>

/* Texts in a generation: all of a table of 2,000 rows, which are looked at for the columns' widths and again
 * when the rows are set. Of a longer one what is measured for the widths is shaped twice. */
enum { GENERATION = 8192 };

/* Where memory ends within them, Pango and its threads wait for ever, and HarfBuzz and Cairo leave glyphs
 * out. So what the next texts can take, a thread's stack included, must be there before they begin. */
enum { ROOM = 48 << 20 /* [bytes] */, TEXTS_IN_ROOM = 64 };

typedef struct {
    const char *text;
    unsigned face, language;
    int size; /* [1/100 pt] */
} Key;

typedef struct {
    Key key;
    GazShaped shaped;
    char text[]; /* the key's own */
} Entry;

struct GazShapes {
    PangoContext *context;
    GHashTable *newer, *older; /* Entry * to itself */
    unsigned count;            /* of texts that were shaped */
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

static GHashTable *new_generation(void)
{
    return g_hash_table_new_full(hash_key, equal_keys, NULL, free_entry);
}

GazShapes *gaz_shapes_new(PangoContext *context)
{
    GazShapes *shapes = g_new0(GazShapes, 1);

    shapes->context = context;
    shapes->newer = new_generation();
    shapes->older = new_generation();
    return shapes;
}

void gaz_shapes_free(GazShapes *shapes)
{
    if (shapes == NULL)
        return;
    g_hash_table_unref(shapes->newer);
    g_hash_table_unref(shapes->older);
    g_free(shapes);
}

/* What the shaping was told stands in each item, of which each line has a copy. */
static void drop_attributes(PangoItem *item)
{
    g_slist_free_full(item->analysis.extra_attrs, (GDestroyNotify)pango_attribute_destroy);
    item->analysis.extra_attrs = NULL;
}

static void add_piece(GazShaped *shaped, GArray *pieces, PangoItem *item)
{
    GazPiece piece = {.item = {.item = item, .glyphs = pango_glyph_string_new()}};
    PangoRectangle logical;

    pango_shape_full(shaped->text + item->offset, item->length, shaped->text, -1, &item->analysis,
                     piece.item.glyphs);
    drop_attributes(item);
    /* All glyphs of a font have the same height, the empty one too; others would be drawn for their ink. */
    pango_font_get_glyph_extents(item->analysis.font, PANGO_GLYPH_EMPTY, NULL, &logical);
    piece.top = logical.y;
    piece.height = logical.height;
    piece.width = pango_glyph_string_get_width(piece.item.glyphs) / (double)PANGO_SCALE;
    shaped->width += piece.width;
    shaped->ascent = MAX(shaped->ascent, -logical.y / (double)PANGO_SCALE);
    shaped->descent = MAX(shaped->descent, (logical.y + logical.height) / (double)PANGO_SCALE);
    g_array_append_val(pieces, piece);
}

static void shape(GazShapes *shapes, const Key *key, GazShaped *shaped)
{
    g_autoptr(PangoFontDescription) face = gaz_face_describe(key->face, key->size / 100.0);
    PangoAttrList *attributes = pango_attr_list_new();
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(GazPiece));
    GList *items;

    pango_attr_list_insert(attributes, pango_attr_font_desc_new(face));
    pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(
                                           gaz_language_tag((GazLanguage)key->language))));
    /* Cairo writes a ligature's letters beside it, where readers that know the structure lose what follows.
     */
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0"));
    shaped->text = key->text;
    items = pango_itemize_with_base_dir(shapes->context, PANGO_DIRECTION_LTR, key->text, 0,
                                        (int)strlen(key->text), attributes, NULL);
    for (GList *at = items; at != NULL; at = at->next)
        add_piece(shaped, pieces, at->data);
    shaped->count = pieces->len;
    shaped->pieces = (GazPiece *)g_array_free(pieces, FALSE);
    g_list_free(items);
    pango_attr_list_unref(attributes);
}

static Entry *new_entry(GazShapes *shapes, const Key *key)
{
    size_t length = strlen(key->text) + 1;
    Entry *entry = g_malloc0(sizeof *entry + length);

    if (shapes->count % TEXTS_IN_ROOM == 0)
        gaz_memory_expect(ROOM);
    entry->key = *key;
    entry->key.text = memcpy(entry->text, key->text, length);
    shape(shapes, &entry->key, &entry->shaped);
    shapes->count++;
    return entry;
}

const GazShaped *gaz_fonts_shape(GazFonts *fonts, const char *text, GazFace face, double size,
                                 GazLanguage language)
{
    Key key = {text, face, language, (int)(size * 100 + 0.5)};
    GazShapes *shapes = gaz_fonts_shapes(fonts);
    Entry *entry = g_hash_table_lookup(shapes->newer, &key);
    gpointer known;

    if (entry != NULL)
        return &entry->shaped;
    if (g_hash_table_steal_extended(shapes->older, &key, &known, NULL))
        entry = known;
    else
        entry = new_entry(shapes, &key);
    g_hash_table_add(shapes->newer, entry);
    return &entry->shaped;
}

void gaz_fonts_drop_shapes(GazFonts *fonts)
{
    GazShapes *shapes = gaz_fonts_shapes(fonts);

    if (g_hash_table_size(shapes->newer) < GENERATION)
        return;
    g_hash_table_unref(shapes->older);
    shapes->older = shapes->newer;
    shapes->newer = new_generation();
}

unsigned gaz_fonts_shaped(GazFonts *fonts)
{
    return gaz_fonts_shapes(fonts)->count;
}
