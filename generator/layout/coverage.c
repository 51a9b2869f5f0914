/* coverage.c - characters that no named face has are found before anything is published. */
#include "layout/faces.h"

#include <string.h>

typedef struct {
    GazFonts *fonts;
    GazReport *report;
    GHashTable *known; /* characters seen before */
} Search;

static const GazFaultKind no_glyph = {"no-glyph", NULL, "no named face has this character"};

static void search(Search *search_, const char *text, GazLanguage language, const GazPlace *at)
{
    const GazShaped *shaped;

    if (text == NULL)
        return;
    shaped = gaz_fonts_shape(search_->fonts, text, language == GAZ_ZH ? GAZ_FACE_FANGSONG : GAZ_FACE_LATIN,
                             16, language);
    for (unsigned i = 0; i < shaped->count; i++) {
        const PangoGlyphString *glyphs = shaped->pieces[i].item.glyphs;

        for (int k = 0; k < glyphs->num_glyphs; k++) {
            const char *place = text + shaped->pieces[i].item.item->offset + glyphs->log_clusters[k];
            gunichar character = g_utf8_get_char(place);
            g_autofree char *found = NULL;

            if (!(glyphs->glyphs[k].glyph & PANGO_GLYPH_UNKNOWN_FLAG) || g_unichar_isspace(character) ||
                !g_hash_table_add(search_->known, GUINT_TO_POINTER(character)))
                continue;
            found = g_strdup_printf("%.*s U+%04X", (int)(g_utf8_next_char(place) - place), place, character);
            gaz_report_add(search_->report, at, &no_glyph, NULL, found,
                           "a character of the faces in fonts/faces.xml");
        }
    }
}

static void search_text(Search *search_, const GazText *text, const GazPlace *at)
{
    search(search_, text->in[GAZ_ZH], GAZ_ZH, at);
    search(search_, text->in[GAZ_EN], GAZ_EN, at);
}

static void search_node(Search *search_, const GazNode *node)
{
    for (const GazRun *run = node->runs; run != NULL; run = run->next)
        search(search_, run->text, run->language, &node->at);
    for (unsigned r = 0; node->table != NULL && r < node->table->rows->len; r++) {
        const GazRow *row = &g_array_index(node->table->rows, GazRow, r);

        for (unsigned c = 0; c < (row->kind == GAZ_ROW_GROUP ? 1 : node->table->column_count); c++)
            search_text(search_, &row->cells[c].text, &node->at);
    }
    for (unsigned r = 0; node->figure != NULL && r < node->figure->rows->len; r++)
        search_text(search_, &g_array_index(node->figure->rows, GazFigureRow, r).label, &node->at);
}

bool gaz_fonts_check(GazFonts *fonts, const GazDocument *document, GazReport *report)
{
    const GazNode *roots[] = {document->bodies[GAZ_ZH], document->bodies[GAZ_EN], document->annexes,
                              document->imprints[GAZ_ZH], document->imprints[GAZ_EN]};
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    Search all = {fonts, report, known};
    unsigned before = gaz_report_count(report);

    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        for (const GazNode *node = roots[i]; node != NULL; node = gaz_node_next(node, roots[i]))
            search_node(&all, node);
    return gaz_report_count(report) == before;
}
