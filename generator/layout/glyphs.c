/* glyphs.c - counted by all who show them. */
#include "layout/glyphs.h"

static void clear(void *data)
{
    g_object_unref(((GazGlyphs *)data)->font);
}

GazGlyphs *gaz_glyphs_new(const GazPiece *piece, int first, int count, int start, int length)
{
    const PangoItem *item = piece->item.item;
    const PangoGlyphString *from = piece->item.glyphs;
    GazGlyphs *glyphs = g_atomic_rc_box_alloc(sizeof *glyphs + (size_t)count * sizeof *glyphs->glyphs);

    *glyphs = (GazGlyphs){.font = g_object_ref(item->analysis.font),
                          .start = start,
                          .length = length,
                          .top = piece->top,
                          .height = piece->height,
                          .backwards = item->analysis.level % 2 != 0,
                          .count = count};
    for (int i = 0; i < count; i++) {
        const PangoGlyphInfo *info = &from->glyphs[first + i];

        glyphs->glyphs[i] =
            (GazGlyph){info->glyph, from->log_clusters[first + i] - (start - item->offset),
                       info->geometry.width, info->geometry.x_offset, info->geometry.y_offset};
    }
    return glyphs;
}

GazGlyphs *gaz_glyphs_ref(GazGlyphs *glyphs)
{
    return g_atomic_rc_box_acquire(glyphs);
}

void gaz_glyphs_unref(GazGlyphs *glyphs)
{
    g_atomic_rc_box_release_full(glyphs, clear);
}
