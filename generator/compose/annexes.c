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
        source.in[language] = gaz_words_part(work, language, part);
    return source;
}

/* "texts/form" of the data folder: the text called "form". */
static Source source_of_attachment(const GazComposing *work, const GazAttachment *attachment)
{
    g_autofree char *name = g_path_get_basename(attachment->file);
    Source source = {.attachment = attachment};

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const GazTemplate *text = gaz_own_words(work, name, language);

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

static bool is_shared(const GazNode *node)
{
    return node->kind == GAZ_NODE_TABLE || node->kind == GAZ_NODE_FIGURE;
}

static void move_one(GazNode *node, GazNode *to)
{
    node->parent = to;
    node->next = NULL;
    if (to->last == NULL)
        to->first = node;
    else
        to->last->next = node;
    to->last = node;
}

/* Moves `first` and its siblings up to the next table or figure to the end of `to`. Gives the one it stopped
 * at; NULL: none. */
static GazNode *move_words(GazNode *first, GazNode *to)
{
    while (first != NULL && !is_shared(first)) {
        GazNode *next = first->next;

        move_one(first, to);
        first = next;
    }
    return first;
}

/* Chinese words, English words, the table of both; and so on. The directives of both wordings are alike, so
 * their tables come in the same order. */
static void interleave(GazNode *zh, GazNode *en, GazNode *annex)
{
    GazNode *in_zh = zh->first, *in_en = en->first;

    for (;;) {
        GazNode *shared = move_words(in_zh, annex);
        GazNode *twin = move_words(in_en, annex);

        if (shared == NULL)
            return;
        in_zh = shared->next;
        in_en = twin == NULL ? NULL : twin->next;
        move_one(shared, annex);
    }
}

/* Its titles, then both languages' words between the tables and figures, which stand once. */
static bool render_annex(GazComposing *work, const GazBlock *const roots[GAZ_LANGUAGES], GazNode *annex)
{
    GazNode *bodies[GAZ_LANGUAGES];
    bool ok = true;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazNode *heading = gaz_node_add(work->document, annex, GAZ_NODE_HEADING, language);

        ok &= gaz_render_title(work, roots[language], heading);
        bodies[language] = gaz_node_add(work->document, NULL, GAZ_NODE_BODY, language);
        ok &= gaz_render(work, roots[language], language, bodies[language]);
    }
    interleave(bodies[GAZ_ZH], bodies[GAZ_EN], annex);
    return ok;
}

/* An annex that is a title and nothing below it is one whose text was forgotten. */
static bool is_said(GazComposing *work, const Source *source)
{
    if (source->attachment == NULL ||
        (gaz_block_says(source->in[GAZ_ZH]) && gaz_block_says(source->in[GAZ_EN])))
        return true;
    gaz_report_add(work->report, &source->attachment->at, &gaz_compose_faults[GAZ_COMPOSE_TEXT_EMPTY], "file",
                   source->attachment->file, "words below its title in both languages");
    return false;
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
    if (!is_said(work, source))
        return false;
    annex = gaz_node_add(work->document, work->document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    ok = render_annex(work, source->in, annex);
    if (source->attachment != NULL)
        retitle(work, annex, source->attachment);
    return ok;
}

/* The attachment's title stands in the annex list; the page itself shows the carried notice's own head. */
static bool add_carried_annex(GazComposing *work, const GazAttachment *attachment)
{
    const GazNotice *notice = gaz_publication_notice(work->data->publication, attachment->notice);
    GazNode *annex = gaz_node_add(work->document, work->document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        gaz_runs_add(work->document, gaz_node_add(work->document, annex, GAZ_NODE_HEADING, language),
                     attachment->title.in[language], 0, NULL);
    return gaz_carried_add(work, notice, annex);
}

/* 附件1 or, where it is the only one, what the label `only` says; NULL: it isn't. */
static GazText label_of(const GazComposing *work, const char *digits, const char *only)
{
    GazText value = gaz_text(digits, digits);

    return only != NULL ? gaz_label(work, only)
                        : gaz_glossary_format(work->glossary, work->arena, "annex.numbered", &value, 1);
}

static void number_annex(GazComposing *work, GazNode *annex, unsigned number, bool only)
{
    const char *digits = gaz_arena_printf(work->arena, "%u", number);
    GazText label = label_of(work, digits, only ? "annex.only" : NULL);

    annex->id = gaz_arena_printf(work->arena, "annex-%u", number);
    annex->number = only ? NULL : digits;
    for (GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_HEADING && node->level == 0)
            node->number = label.in[node->language];
}

static bool add_parts(GazComposing *work)
{
    bool ok = true;

    for (unsigned i = 0; i < work->annexes->len; i++) {
        Source source = source_of_part(work, work->annexes->pdata[i]);

        ok &= add_annex(work, &source, work->annexes->pdata[i]);
    }
    return ok;
}

/* An attachment with a file is an annex more. One without gives its title to the next annex made from the
 * data. */
static bool add_attachments(GazComposing *work, const GPtrArray *attachments)
{
    GazNode *made = work->document->annexes->first;
    unsigned left = work->annexes->len;
    bool ok = true;

    for (unsigned i = 0; i < attachments->len; i++) {
        const GazAttachment *attachment = attachments->pdata[i];

        if (attachment->notice != NULL) {
            ok &= add_carried_annex(work, attachment);
        } else if (attachment->file != NULL) {
            Source source = source_of_attachment(work, attachment);

            ok &= add_annex(work, &source, attachment->file);
        } else if (made != NULL && left > 0) {
            retitle(work, made, attachment);
            made = made->next;
            left--;
        } else {
            gaz_report_add(work->report, &attachment->at, &gaz_compose_faults[GAZ_COMPOSE_TEXT_UNKNOWN],
                           "file", attachment->title.in[GAZ_ZH],
                           "a file: no annex made from the data is left");
            ok = false;
        }
    }
    return ok;
}

void gaz_annexes_name(GazComposing *work)
{
    const GPtrArray *attachments = work->notice == NULL ? NULL : work->notice->attachments;
    unsigned count = work->annexes->len;

    for (unsigned i = 0; attachments != NULL && i < attachments->len; i++) {
        const GazAttachment *attachment = attachments->pdata[i];

        count += attachment->notice != NULL || attachment->file != NULL;
    }
    if (count == 0)
        return;
    gaz_frame_text(work->common, "first-annex",
                   label_of(work, "1", count == 1 ? "annex.only.in-text" : NULL));
    gaz_frame_text(work->common, "first-annex.start",
                   label_of(work, "1", count == 1 ? "annex.only.start" : NULL));
}

bool gaz_annexes_add(GazComposing *work)
{
    const GazNode *annexes = work->document->annexes;
    unsigned number = 0;
    bool ok = add_parts(work);

    if (work->notice != NULL)
        ok &= add_attachments(work, work->notice->attachments);
    for (GazNode *annex = annexes->first; annex != NULL; annex = annex->next)
        number_annex(work, annex, ++number, annexes->first == annexes->last);
    return ok;
}
