/* compose.c - from a notice to its document: facts are gathered, annexes and bodies rendered, and what every
 * document has is put around them. */
#include "compose/compose.h"

#include "compose/composer.h"
#include "compose/faults.h"
#include "compose/frontmatter.h"
#include "compose/render.h"
#include <string.h>

static void work_init(GazComposing *work, const GazAssessment *assessment, const GazWording *wording,
                      GazReport *report)
{
    *work = (GazComposing){.assessment = assessment,
                           .data = assessment->data,
                           .wording = wording,
                           .glossary = wording->glossary,
                           .document = gaz_document_new(),
                           .report = report,
                           .annexes = g_ptr_array_new(),
                           .grids = g_ptr_array_new(),
                           .figures = g_ptr_array_new(),
                           .named = g_hash_table_new(NULL, NULL)};
    work->arena = work->document->arena;
}

/* Of the tables and figures made, only those that a wording shows are freed with the document. */
static void clear_unshown(GazComposing *work)
{
    const GazNode *roots[] = {work->document->bodies[GAZ_ZH], work->document->bodies[GAZ_EN],
                              work->document->annexes};
    g_autoptr(GHashTable) shown = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        for (const GazNode *node = roots[i]; node != NULL; node = gaz_node_next(node, roots[i])) {
            g_hash_table_add(shown, node->table);
            g_hash_table_add(shown, node->figure);
        }
    for (unsigned i = 0; i < work->grids->len; i++)
        if (!g_hash_table_contains(shown, work->grids->pdata[i]))
            gaz_grid_clear(work->grids->pdata[i]);
    for (unsigned i = 0; i < work->figures->len; i++)
        if (!g_hash_table_contains(shown, work->figures->pdata[i]))
            gaz_figure_clear(work->figures->pdata[i]);
}

static void work_clear(GazComposing *work)
{
    clear_unshown(work);
    gaz_frame_clear(work->facts);
    gaz_frame_clear(work->common);
    g_ptr_array_unref(work->annexes);
    g_ptr_array_unref(work->grids);
    g_ptr_array_unref(work->figures);
    g_hash_table_unref(work->named);
}

static bool caption(GazComposing *work, const char *prefix, const char *code, GazText *text)
{
    g_autofree char *part = g_strconcat(prefix, code, NULL);

    return gaz_render_part(work, part, text);
}

static bool caption_all(GazComposing *work)
{
    bool ok = true;

    for (unsigned i = 0; i < work->grids->len; i++) {
        GazGrid *grid = work->grids->pdata[i];

        ok &= caption(work, "caption-", grid->code, &grid->caption);
    }
    for (unsigned i = 0; i < work->figures->len; i++) {
        GazFigure *figure = work->figures->pdata[i];
        const char *code = figure->caption.in[GAZ_ZH];

        ok &= caption(work, "caption-", code, &figure->caption);
        ok &= caption(work, "alternative-", code, &figure->alternative);
    }
    return ok;
}

/* Gathers the facts; the wording's parts and blocks are rendered from them. */
static bool give(GazComposing *work, const GazComposer *composer)
{
    work->common = gaz_frame_new(work->arena, gaz_common_slots, NULL);
    work->facts = gaz_frame_new(work->arena, composer->slots, work->common);
    gaz_common_give(work);
    if (!composer->give(work))
        return false;
    gaz_annexes_name(work);
    return true;
}

static bool render(GazComposing *work)
{
    bool ok = caption_all(work); /* a part with a fault doesn't keep the next from being looked at */

    ok &= gaz_render_part(work, "brief", &work->document->brief);
    ok &= gaz_annexes_add(work);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        ok &= gaz_body_add(work, language);
    ok &= gaz_glossary_complain(work->glossary, work->report);
    return ok;
}

static GazDocument *compose(GazComposing *work, const GazComposer *composer)
{
    bool ok = give(work, composer) && render(work);

    work_clear(work);
    if (!ok)
        g_clear_pointer(&work->document, gaz_document_free);
    return work->document;
}

/* There is no composer for this kind of notice. */
static GazDocument *refuse(const GazNotice *notice, GazReport *report)
{
    gaz_report_add(report, &notice->at, &gaz_compose_faults[GAZ_COMPOSE_WORDING_MISSING], "kind",
                   gaz_notice_kinds[notice->kind].code, NULL);
    return NULL;
}

GazDocument *gaz_compose(const GazAssessment *assessment, const GazWording *wording, const GazNotice *notice,
                         GazReport *report)
{
    const GazComposer *composer = gaz_composer_find(gaz_notice_kinds[notice->kind].code);
    GazComposing work;

    if (composer == NULL)
        return refuse(notice, report);
    work_init(&work, assessment, wording, report);
    work.notice = notice;
    work.name = composer->name;
    gaz_frontmatter_notice(&work);
    return compose(&work, composer);
}

GazDocument *gaz_compose_page(const GazAssessment *assessment, const GazWording *wording, const char *page,
                              GazReport *report)
{
    const GazComposer *composer = gaz_composer_find(page);
    GazComposing work;

    work_init(&work, assessment, wording, report);
    work.name = composer->name;
    gaz_frontmatter_page(&work, page);
    return compose(&work, composer);
}
