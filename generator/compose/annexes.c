/* annexes.c - 附件: tables and texts that follow the signature, in both languages at once. */
#include "compose/faults.h"
#include "compose/frontmatter.h"
#include "compose/render.h"
#include "compose/runs.h"

/* The annex's words in both languages; where one is missing, a fault was reported when the wording was read.
 */
typedef struct {
    const GazBlock *in[GAZ_LANGUAGES];
    const GazAttachment *attachment; /* its title stands in for the wording's; NULL: none */
} Source;

static Source source_of_part(const GazComposing *work, const char *part)
{
    Source source = {0};

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        source.in[language] = gaz_wording_part(work->wording, work->notice == NULL ? NULL : work->notice->id,
                                               work->name, language, part);
    return source;
}

/* "texts/form" of the data folder: the text called "form". */
static Source source_of_attachment(const GazComposing *work, const GazAttachment *attachment)
{
    g_autofree char *name = g_path_get_basename(attachment->file);
    Source source = {.attachment = attachment};

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const GazTemplate *text = gaz_wording_own(work->wording, name, language);

        source.in[language] = text == NULL ? NULL : text->root;
    }
    return source;
}

static void retitle(GazComposing *work, const GazNode *annex, const GazAttachment *attachment)
{
    for (GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_HEADING && node->level == 0 &&
            attachment->title.in[node->language] != NULL) {
            node->runs = node->last_run = NULL;
            gaz_runs_add(work->document, node, attachment->title.in[node->language], 0, NULL);
        }
}

static bool add_annex(GazComposing *work, const Source *source, const char *missing)
{
    GazNode *annex;
    bool ok;

    if (source->in[GAZ_ZH] == NULL || source->in[GAZ_EN] == NULL) {
        gaz_report_add(work->report, source->attachment != NULL ? &source->attachment->at : &work->notice->at,
                       &gaz_compose_faults[GAZ_COMPOSE_TEXT_UNKNOWN], NULL, missing,
                       "a text in both languages");
        return false;
    }
    annex = gaz_node_add(work->document, work->document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    ok = gaz_render_annex(work, source->in[GAZ_ZH], source->in[GAZ_EN], annex);
    if (source->attachment != NULL)
        retitle(work, annex, source->attachment);
    return ok;
}

/* 附件1 or, where it is the only one, 附件. */
static void number_annex(GazComposing *work, GazNode *annex, unsigned number, bool only)
{
    const char *digits = gaz_arena_printf(work->arena, "%u", number);
    GazText value = gaz_text(digits, digits);
    GazText label = only ? gaz_label(work, "annex.only")
                         : gaz_glossary_format(work->glossary, work->arena, "annex.numbered", &value, 1);

    annex->id = gaz_arena_printf(work->arena, "annex-%u", number);
    annex->number = only ? NULL : digits;
    for (GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_HEADING && node->level == 0)
            node->number = label.in[node->language];
}

bool gaz_annexes_add(GazComposing *work)
{
    const GPtrArray *attachments = work->notice == NULL ? NULL : work->notice->attachments;
    const GazNode *annexes = work->document->annexes;
    unsigned number = 0;
    bool ok = true;

    for (unsigned i = 0; i < work->annexes->len; i++) {
        Source source = source_of_part(work, work->annexes->pdata[i]);

        ok &= add_annex(work, &source, work->annexes->pdata[i]);
    }
    for (unsigned i = 0; attachments != NULL && i < attachments->len; i++) {
        const GazAttachment *attachment = attachments->pdata[i];
        Source source;

        if (attachment->file == NULL)
            continue;
        source = source_of_attachment(work, attachment);
        ok &= add_annex(work, &source, attachment->file);
    }
    for (GazNode *annex = annexes->first; annex != NULL; annex = annex->next)
        number_annex(work, annex, ++number, annexes->first == annexes->last);
    return ok;
}
