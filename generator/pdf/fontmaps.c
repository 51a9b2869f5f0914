/* fontmaps.c - character maps: PostScript, of which readers take only these words. */
#include "pdf/fontmaps.h"

static void begin_map(GString *map, const char *ordering, const char *name, unsigned type)
{
    g_string_printf(map,
                    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo <</Registry (Adobe) /Ordering (%s) /Supplement 0>> def\n"
                    "/CMapName /%s def\n/CMapType %u def\n/WMode 0 def\n"
                    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
                    ordering, name, type);
}

static void end_map(GString *map)
{
    g_string_append(map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

/* A map's lines stand in blocks of a hundred at most, each with its count before it. */
typedef struct {
    GString *map, *lines;
    const char *kind; /* "bfchar", "cidrange" */
    unsigned count;
} Block;

static void end_block(Block *block)
{
    if (block->count > 0)
        g_string_append_printf(block->map, "%u begin%s\n%send%s\n", block->count, block->kind,
                               block->lines->str, block->kind);
    g_string_truncate(block->lines, 0);
    block->count = 0;
}

static void end_line(Block *block)
{
    g_string_append_c(block->lines, '\n');
    if (++block->count == 100)
        end_block(block);
}

/* From codes to the font program's own numbers. */
unsigned gaz_fontmaps_write_codes(const GazTypeface *typeface, const guint16 *cids, GazObjects *objects)
{
    g_autoptr(GString) map = g_string_new(NULL), lines = g_string_new(NULL);
    Block block = {map, lines, "cidrange", 0};
    unsigned count = typeface->codes->len;

    begin_map(map, "Identity", "Gazette", 1);
    for (unsigned first = 1, end; first < count; first = end) {
        for (end = first + 1; end < count && end % 256 != 0 && cids[end] == cids[end - 1] + 1;)
            end++;
        g_string_append_printf(lines, "<%04X> <%04X> %u", first, end - 1, cids[first]);
        end_line(&block);
    }
    end_block(&block);
    end_map(map);
    return gaz_objects_add_stream(
        objects,
        "/Type/CMap/CMapName/Gazette/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/WMode 0",
        map->str, map->len, true);
}

/* From codes to what they say. */
unsigned gaz_fontmaps_write_texts(const GazTypeface *typeface, GazObjects *objects)
{
    g_autoptr(GString) map = g_string_new(NULL), lines = g_string_new(NULL);
    Block block = {map, lines, "bfchar", 0};

    begin_map(map, "UCS", "Adobe-Identity-UCS", 2);
    for (unsigned i = 1; i < typeface->codes->len; i++) {
        glong length = 0;
        g_autofree gunichar2 *units =
            g_utf8_to_utf16(g_array_index(typeface->codes, GazCode, i).text, -1, NULL, &length, NULL);

        g_string_append_printf(lines, "<%04X> <", i);
        for (glong k = 0; k < length; k++)
            g_string_append_printf(lines, "%04X", units[k]);
        g_string_append_c(lines, '>');
        end_line(&block);
    }
    end_block(&block);
    end_map(map);
    return gaz_objects_add_stream(objects, "", map->str, map->len, true);
}
