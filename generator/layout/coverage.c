/* coverage.c - characters that no named face has are found before anything is published. */
#include "layout/coverage.h"

#include "layout/faults.h"
#include <string.h>

enum { CHARACTERS = 0x110000 }; /* in Unicode */
typedef enum { VERDICT_UNKNOWN, VERDICT_THERE, VERDICT_SUBSTITUTED, VERDICT_MISSING } Verdict;

struct GazCoverage {
    guint8 *verdicts;    /* the Verdict of each character, which is looked for once a run */
    GArray *substituted; /* of gunichar: set in a substitute face, each once */
    GHashTable *told;    /* characters already in a report */
};

GazCoverage *gaz_coverage_new(void)
{
    GazCoverage *coverage = g_new0(GazCoverage, 1);

    coverage->verdicts = g_malloc0(CHARACTERS); /* memory that is never touched costs nothing */
    coverage->substituted = g_array_new(FALSE, FALSE, sizeof(gunichar));
    coverage->told = g_hash_table_new(NULL, NULL);
    return coverage;
}

void gaz_coverage_free(GazCoverage *coverage)
{
    if (coverage == NULL)
        return;
    g_free(coverage->verdicts);
    g_array_unref(coverage->substituted);
    g_hash_table_unref(coverage->told);
    g_free(coverage);
}

/* Whether nothing is drawn for it: line breaks of a cell, blanks of any width, joiners. */
static bool needs_no_glyph(gunichar character)
{
    GUnicodeType type = g_unichar_type(character);

    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR ||
           type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_SPACE_SEPARATOR;
}

/* Judges by every face a text may be set in: a name stands in the body, in a heading and in a table. Only Han
 * faces tell of a substitute: in an English sentence a Han character always comes from another face. */
static Verdict judge(const GazFonts *fonts, gunichar character)
{
    Verdict verdict = VERDICT_THERE;

    if (needs_no_glyph(character))
        return VERDICT_THERE;
    for (GazFace face = 0; face < GAZ_FACES; face++) {
        bool substituted = false;

        if (!gaz_fonts_has(fonts, face, character, &substituted))
            return VERDICT_MISSING;
        if (substituted && face <= GAZ_FACE_HEI)
            verdict = VERDICT_SUBSTITUTED;
    }
    return verdict;
}

static Verdict look_up(GazFonts *fonts, gunichar character)
{
    GazCoverage *coverage = gaz_fonts_coverage(fonts);
    Verdict verdict;

    if (character >= CHARACTERS)
        return VERDICT_MISSING;
    verdict = coverage->verdicts[character];
    if (verdict != VERDICT_UNKNOWN)
        return verdict;
    verdict = judge(fonts, character);
    if (verdict == VERDICT_SUBSTITUTED)
        g_array_append_val(coverage->substituted, character);
    coverage->verdicts[character] = (guint8)verdict;
    return verdict;
}

/* The first character of `text` that is missing; NULL: none is. What is written is mostly known already: it
 * is looked up without a call. */
static const char *find_missing(GazFonts *fonts, const char *text)
{
    const guint8 *verdicts = gaz_fonts_coverage(fonts)->verdicts;

    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar character = (guchar)*c < 0x80 ? (guchar)*c : g_utf8_get_char(c);

        if (character >= CHARACTERS || verdicts[character] != VERDICT_THERE)
            if (look_up(fonts, character) == VERDICT_MISSING)
                return c;
    }
    return NULL;
}

static void tell(GazReport *report, gunichar character, const GazPlace *at, const char *field)
{
    char shown[7] = {0};

    g_unichar_to_utf8(character, shown);
    gaz_report_add(report, at, &gaz_layout_faults[GAZ_LAYOUT_CHARACTER_MISSING], field, shown,
                   "a character other than U+%04X", character);
}

bool gaz_fonts_check_text(GazFonts *fonts, const char *text, const GazPlace *at, const char *field,
                          GazReport *report)
{
    g_autoptr(GHashTable) here = NULL; /* characters that are missing */

    for (const char *c = text; (c = find_missing(fonts, c)) != NULL; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);

        if (here == NULL)
            here = g_hash_table_new(NULL, NULL);
        if (!g_hash_table_add(here, GUINT_TO_POINTER(character)))
            continue;
        g_hash_table_add(gaz_fonts_coverage(fonts)->told, GUINT_TO_POINTER(character));
        tell(report, character, at, field);
    }
    return here == NULL;
}

/* One document's search. */
typedef struct {
    GazFonts *fonts;
    GazReport *report;
    GHashTable *told; /* characters already in a report */
} Search;

/* To remember which texts were searched would take longer than to search most of them again. */
static void search_text(Search *search, const char *text, const GazPlace *at)
{
    if (text == NULL)
        return;
    for (const char *c = text; (c = find_missing(search->fonts, c)) != NULL; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);

        if (g_hash_table_add(search->told, GUINT_TO_POINTER(character)))
            tell(search->report, character, at, NULL);
    }
}

static void search_bilingual(Search *search, const GazText *text, const GazPlace *at)
{
    search_text(search, text->in[GAZ_ZH], at);
    if (text->in[GAZ_EN] != text->in[GAZ_ZH])
        search_text(search, text->in[GAZ_EN], at);
}

static void search_table(Search *search, const GazGrid *grid, const GazPlace *at)
{
    search_bilingual(search, &grid->caption, at);
    for (unsigned i = 0; i < grid->column_count; i++)
        search_bilingual(search, &grid->columns[i].heading, at);
    for (unsigned i = 0; i < grid->rows->len; i++)
        for (unsigned k = 0; k < grid->column_count; k++)
            search_bilingual(search, &g_array_index(grid->rows, GazRow, i).cells[k].text, at);
}

static void search_figure(Search *search, const GazFigure *figure, const GazPlace *at)
{
    search_bilingual(search, &figure->caption, at);
    search_bilingual(search, &figure->unit, at);
    for (unsigned i = 0; i < figure->rows->len; i++)
        search_bilingual(search, &g_array_index(figure->rows, GazFigureRow, i).label, at);
}

static void search_below(Search *search, const GazNode *root)
{
    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root)) {
        search_text(search, node->number, &node->at);
        for (const GazRun *run = node->runs; run != NULL; run = run->next)
            search_text(search, run->text, &node->at);
        if (node->table != NULL)
            search_table(search, node->table, &node->at);
        if (node->figure != NULL)
            search_figure(search, node->figure, &node->at);
    }
}

bool gaz_fonts_check(GazFonts *fonts, const GazDocument *document, GazReport *report)
{
    Search search = {fonts, report, gaz_fonts_coverage(fonts)->told};
    unsigned before = g_hash_table_size(search.told);

    for (GazLanguage language = 0; language < GAZ_LANGUAGES; language++) {
        search_below(&search, document->bodies[language]);
        search_below(&search, document->imprints[language]);
    }
    search_below(&search, document->annexes);
    return g_hash_table_size(search.told) == before;
}

char *gaz_fonts_substitutes(GazFonts *fonts)
{
    const GArray *substituted = gaz_fonts_coverage(fonts)->substituted;
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < substituted->len; i++)
        g_string_append_unichar(text, g_array_index(substituted, gunichar, i));
    return g_string_free(text, FALSE);
}
