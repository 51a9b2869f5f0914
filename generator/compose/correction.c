/* correction.c - 更正公告: what was announced and what it is corrected to, found by comparing the notice's
 * version before with the one that the correction makes. */
#include "compose/amended.h"
#include "compose/cells.h"
#include "compose/composer.h"
#include "compose/difference.h"
#include "document/xml.h"
#include <string.h>

enum { NUMBER, PLACE, WAS, BECOMES };

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 4},
    [PLACE] = {.code = "place", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [WAS] = {.code = "announced", .align = GAZ_ALIGN_START, .weight = 2},
    [BECOMES] = {.code = "corrected", .align = GAZ_ALIGN_START, .weight = 2},
};

const GazSlot gaz_correction_slots[] = {
    GAZ_AMENDED_SLOTS,
    GAZ_VALUE("places"), /* how many are corrected */
    GAZ_TABLE("corrections"),
    {0},
};

/* What a reader of the notice itself doesn't see: the summary for lists, numbers that only follow. */
static bool is_told(const GazDifference *difference)
{
    static const char *const untold[] = {"brief", "kind-name", "subject"};

    for (unsigned i = 0; i < G_N_ELEMENTS(untold); i++)
        if (strcmp(difference->what, untold[i]) == 0)
            return false;
    return true;
}

static bool same_annex(const GazDifference *one, const GazDifference *two)
{
    return g_strcmp0(one->annex.in[GAZ_ZH], two->annex.in[GAZ_ZH]) == 0 &&
           g_strcmp0(one->annex.in[GAZ_EN], two->annex.in[GAZ_EN]) == 0;
}

/* The same place of the other language's text: of its kind, the next that no row tells of yet. */
static const GazDifference *find_twin(const GPtrArray *differences, const GazDifference *of, GHashTable *told)
{
    for (unsigned i = 0; of->language == GAZ_ZH && i < differences->len; i++) {
        const GazDifference *other = differences->pdata[i];

        if (other->language == GAZ_EN && other->kind == of->kind && strcmp(other->what, of->what) == 0 &&
            other->nth == of->nth && same_annex(of, other) && !g_hash_table_contains(told, other))
            return other;
    }
    return NULL;
}

/* Both languages of what is quoted: each from the difference of its own text. */
static GazText quote(GazComposing *work, const GazDifference *one, const GazDifference *twin, bool is)
{
    const GazDifference *of[GAZ_LANGUAGES] = {one, twin == NULL ? one : twin};
    GazText text;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const GazText *said = is ? &of[language]->is : &of[language]->was;
        const GazText *against = is ? &of[language]->was : &of[language]->is;
        GazLanguage in = said->in[language] != NULL || against->in[language] != NULL
                             ? language
                             : GAZ_LANGUAGES - 1 - language;
        const char *words = said->in[in] == NULL ? "" : said->in[in];

        text.in[language] =
            gaz_difference_excerpt(work->arena, words, against->in[in] == NULL ? "" : against->in[in], in);
    }
    if (text.in[GAZ_ZH][0] == '\0' && text.in[GAZ_EN][0] == '\0')
        return gaz_label(work, "differ.nothing");
    return text;
}

static GazText place_of(GazComposing *work, const GazDifference *one, const GazDifference *twin)
{
    GazText place =
        gaz_difference_place(work->glossary, work->arena, one, one->language < GAZ_LANGUAGES && twin == NULL);

    if (twin != NULL)
        place.in[GAZ_EN] = gaz_difference_place(work->glossary, work->arena, twin, false).in[GAZ_EN];
    return gaz_text_start(work->arena, place);
}

static void add_row(GazComposing *work, GazGrid *grid, const GazDifference *one, const GazDifference *twin)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);
    bool moved = one->kind == GAZ_DIFFERS_MOVED || one->kind == GAZ_DIFFERS_RENUMBERED;

    gaz_cell_count(work, row, NUMBER, grid->rows->len);
    gaz_cell_text(work, row, PLACE, place_of(work, one, twin));
    gaz_cell_text(work, row, WAS,
                  moved ? gaz_label(work, "correction.order") : quote(work, one, twin, false));
    gaz_cell_text(work, row, BECOMES,
                  moved ? gaz_label(work, "correction.reordered") : quote(work, one, twin, true));
}

static GazGrid *make_table(GazComposing *work, const GPtrArray *differences)
{
    GazGrid *grid = gaz_composing_grid(work, "corrections", columns, G_N_ELEMENTS(columns));
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < differences->len; i++) {
        const GazDifference *one = differences->pdata[i], *twin;

        if (!is_told(one) || g_hash_table_contains(told, one))
            continue;
        twin = find_twin(differences, one, told);
        if (twin != NULL)
            g_hash_table_add(told, (gpointer)twin);
        add_row(work, grid, one, twin);
    }
    return grid;
}

static GazComparison *compare(const GazDocument *was, const GazDocument *is)
{
    xmlDocPtr before = gaz_document_to_xml(was), now = gaz_document_to_xml(is);
    GazComparison *comparison = gaz_compare(xmlDocGetRootElement(before), xmlDocGetRootElement(now));

    xmlFreeDoc(before);
    xmlFreeDoc(now);
    return comparison;
}

/* Which of the corrections this one is, from 1; its version of the notice is the one after. */
static unsigned which(const GazComposing *work, const GazAmended *amended)
{
    for (unsigned i = 0; i < amended->corrections->len; i++)
        if (strcmp(((const GazNotice *)amended->corrections->pdata[i])->id, work->notice->id) == 0)
            return i + 1;
    return amended->corrections->len;
}

bool gaz_correction_give(GazComposing *work)
{
    g_auto(GazAmended) amended = gaz_amended_open(work, work->notice->corrects);
    unsigned version = amended.target == NULL ? 0 : which(work, &amended);
    g_autoptr(GazDocument) was = version == 0 ? NULL : gaz_amended_compose(work, &amended, version);
    g_autoptr(GazDocument) is = was == NULL ? NULL : gaz_amended_compose(work, &amended, version + 1);
    g_autoptr(GazComparison) comparison = is == NULL ? NULL : compare(was, is);
    GazGrid *grid;

    if (comparison == NULL)
        return false;
    grid = make_table(work, gaz_comparison_differences(comparison));
    if (grid->rows->len == 0)
        return gaz_composing_lacks(work, "corrects", work->notice->corrects,
                                   "a correction that changes what this notice says");
    gaz_amended_give(work, &amended, was);
    gaz_frame_text(work->facts, "places", gaz_count_of(work, "places", grid->rows->len));
    gaz_frame_table(work->facts, "corrections", grid);
    gaz_composing_annex(work, "annex-corrections");
    return true;
}
