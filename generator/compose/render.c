/* render.c - wording and facts become nodes, one small function a kind of block. */
#include "compose/render.h"

#include "compose/faults.h"
#include "compose/runs.h"
#include <string.h>

typedef struct {
    GazComposing *work;
    GazLanguage language;
    unsigned counts[5]; /* of headings, by level */
    bool ok;
} Rendering;

static void render_children(Rendering *rendering, const GazBlock *block, const GazFrame *frame,
                            GazNode *parent);

/* What a row left out for a fault of its own would have given is no fault of the wording. */
static void complain(Rendering *rendering, const GazPlace *at, const char *name, const char *expected)
{
    if (rendering->work->data->lacking == 0 || g_str_has_prefix(name, "term."))
        gaz_report_add(rendering->work->report, at, &gaz_compose_faults[GAZ_COMPOSE_VALUE_MISSING], name,
                       NULL, "%s", expected);
    rendering->ok = false;
}

/* A term, or what the facts give; NULL after a fault. */
static const GazValue *value_of(Rendering *rendering, const GazPiece *piece, const GazFrame *frame,
                                GazValue *term)
{
    const GazText *text;
    const GazValue *value;

    if (g_str_has_prefix(piece->text, "term.")) {
        text = gaz_glossary_lookup(rendering->work->glossary, piece->text);
        if (text != NULL)
            gaz_value_add(rendering->work->arena, term, *text, NULL);
        value = text != NULL ? term : NULL;
    } else {
        value = gaz_frame_get(frame, piece->text);
    }
    if (value == NULL)
        complain(rendering, &piece->at, piece->text, "a value in the data, or {{if}} around it");
    return value;
}

static void render_value(Rendering *rendering, const GazPiece *piece, const GazFrame *frame, GazNode *node)
{
    GazDocument *document = rendering->work->document;
    GazValue term = {0};
    const GazValue *value = value_of(rendering, piece, frame, &term);

    if (value == NULL)
        return;
    for (const GazPhrase *phrase = value->first; phrase != NULL; phrase = phrase->next) {
        const char *text = phrase->text.in[rendering->language];

        if (text == NULL) {
            complain(rendering, value->at != NULL ? value->at : &piece->at, piece->text,
                     rendering->language == GAZ_ZH ? "Chinese" : "English");
            return;
        }
        gaz_runs_add(document, node, text, piece->style, phrase->link != NULL ? phrase->link : piece->link);
    }
}

static void render_pieces(Rendering *rendering, const GazBlock *block, const GazFrame *frame, GazNode *node)
{
    node->at = block->at;
    for (const GazPiece *piece = block->pieces; piece != NULL; piece = piece->next)
        if (piece->placeholder)
            render_value(rendering, piece, frame, node);
        else
            gaz_runs_add(rendering->work->document, node, piece->text, piece->style, piece->link);
}

static GazNode *add_node(Rendering *rendering, GazNode *parent, GazNodeKind kind, const GazBlock *block)
{
    GazNode *node = gaz_node_add(rendering->work->document, parent, kind, rendering->language);

    node->at = block->at;
    return node;
}

static void render_heading(Rendering *rendering, const GazBlock *block, const GazFrame *frame,
                           GazNode *parent)
{
    GazNode *node = add_node(rendering, parent, GAZ_NODE_HEADING, block);
    unsigned level = CLAMP(block->level, 1, 4);
    g_autofree char *number = NULL;

    rendering->counts[level]++;
    for (unsigned deeper = level + 1; deeper < G_N_ELEMENTS(rendering->counts); deeper++)
        rendering->counts[deeper] = 0;
    node->level = level;
    if (rendering->work->notice != NULL) { /* a page of the website has no numbers */
        number = gaz_heading_number(rendering->language, rendering->counts, level);
        node->number = gaz_arena_intern(rendering->work->arena, number);
    }
    render_pieces(rendering, block, frame, node);
}

/* The blank that CommonMark wants after a Chinese label is no part of the value. */
static void trim_value(Rendering *rendering, GazNode *node)
{
    GazRun *value = node->runs == NULL ? NULL : node->runs->next;

    if (value == NULL || rendering->language != GAZ_ZH || value->text[0] != ' ')
        return;
    value->text = gaz_arena_intern(rendering->work->arena, value->text + strspn(value->text, " "));
    if (value->text[0] == '\0' && value->next != NULL)
        node->runs->next = value->next;
}

/* A paragraph is a fact inside {{facts}}, a note inside {{notes}}. */
static void render_paragraph(Rendering *rendering, const GazBlock *block, const GazFrame *frame,
                             GazNode *parent)
{
    GazNodeKind kind = parent->kind == GAZ_NODE_FACTS   ? GAZ_NODE_FACT
                       : parent->kind == GAZ_NODE_NOTES ? GAZ_NODE_NOTE
                                                        : GAZ_NODE_PARAGRAPH;
    GazNode *node = add_node(rendering, parent, kind, block);

    render_pieces(rendering, block, frame, node);
    if (kind == GAZ_NODE_FACT)
        trim_value(rendering, node);
    if (kind == GAZ_NODE_NOTE) {
        node->id = gaz_value_text(rendering->work->arena, gaz_frame_get(frame, "note-id"), GAZ_ZH);
        node->number = gaz_value_text(rendering->work->arena, gaz_frame_get(frame, "note-mark"), GAZ_ZH);
    }
}

/* A list right after one of its kind goes on with it: one list for all members of {{each}}, and for all that
 * a row of {{if}} lets through. */
static GazNode *list_for(Rendering *rendering, const GazBlock *block, GazNode *parent)
{
    GazNode *last = parent->last;
    GazNode *list;

    if (last != NULL && last->kind == GAZ_NODE_LIST && (last->number != NULL) == block->ordered)
        return last;
    list = add_node(rendering, parent, GAZ_NODE_LIST, block);
    list->number = block->ordered ? "1" : NULL;
    return list;
}

static unsigned count_children(const GazNode *node)
{
    unsigned count = 0;

    for (const GazNode *child = node->first; child != NULL; child = child->next)
        count++;
    return count;
}

static void render_list(Rendering *rendering, const GazBlock *block, const GazFrame *frame, GazNode *parent)
{
    GazNode *list = list_for(rendering, block, parent);
    unsigned count = block->ordered ? count_children(list) : 0;

    for (const GazBlock *item = block->first; item != NULL; item = item->next) {
        GazNode *node = add_node(rendering, list, GAZ_NODE_ITEM, item);

        if (block->ordered)
            node->number = gaz_arena_printf(rendering->work->arena, "%u", ++count);
        render_children(rendering, item, frame, node);
    }
}

static void render_members(Rendering *rendering, const GazBlock *block, const GazFrame *frame,
                           GazNode *parent)
{
    const GPtrArray *members = gaz_frame_members(frame, block->name);

    for (unsigned i = 0; members != NULL && i < members->len; i++)
        render_children(rendering, block, members->pdata[i], parent);
}

static void render_notes(Rendering *rendering, const GazBlock *block, const GazFrame *frame, GazNode *parent)
{
    if (gaz_frame_members(frame, block->name) != NULL)
        render_members(rendering, block, frame, add_node(rendering, parent, GAZ_NODE_NOTES, block));
}

static void render_table(Rendering *rendering, const GazBlock *block, const GazFrame *frame, GazNode *parent)
{
    GazGrid *table = gaz_frame_get_table(frame, block->name);

    if (table == NULL)
        complain(rendering, &block->at, block->name, "a table, or {{if}} around it");
    else
        add_node(rendering, parent, GAZ_NODE_TABLE, block)->table = table;
}

static void render_figure(Rendering *rendering, const GazBlock *block, const GazFrame *frame, GazNode *parent)
{
    GazFigure *figure = gaz_frame_get_figure(frame, block->name);

    if (figure == NULL)
        complain(rendering, &block->at, block->name, "a figure, or {{if}} around it");
    else
        add_node(rendering, parent, GAZ_NODE_FIGURE, block)->figure = figure;
}

/* A text of the data folder's own; it may use the common facts, and no further text inside it. */
static void render_text(Rendering *rendering, const GazBlock *block, GazNode *parent)
{
    GazComposing *work = rendering->work;
    const GazTemplate *text = gaz_own_words(work, block->name, rendering->language);

    if (text == NULL || text->root->first == NULL) {
        complain(rendering, &block->at, block->name, "a text with something in it");
        return;
    }
    for (const GazBlock *inner = text->root; inner != NULL; inner = gaz_block_next(inner, text->root))
        if (inner->kind == GAZ_BLOCK_TEXT) {
            complain(rendering, &inner->at, inner->name, "no {{text}} inside another");
            return;
        }
    render_children(rendering, text->root, work->common, parent);
}

static void render_block(Rendering *rendering, const GazBlock *block, const GazFrame *frame, GazNode *parent)
{
    bool is_set;

    switch (block->kind) {
    case GAZ_BLOCK_TITLE:
    case GAZ_BLOCK_PART:
        break; /* where they belong is known to the caller */
    case GAZ_BLOCK_HEADING:
        render_heading(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_PARAGRAPH:
        render_paragraph(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_LIST:
        render_list(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_ITEM:
        render_children(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_EACH:
        render_members(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_IF:
    case GAZ_BLOCK_UNLESS:
        is_set = gaz_frame_is_set(frame, block->name);
        if (is_set == (block->kind == GAZ_BLOCK_IF))
            render_children(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_FACTS:
        render_children(rendering, block, frame, add_node(rendering, parent, GAZ_NODE_FACTS, block));
        break;
    case GAZ_BLOCK_NOTES:
        render_notes(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_TABLE:
        render_table(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_FIGURE:
        render_figure(rendering, block, frame, parent);
        break;
    case GAZ_BLOCK_TEXT:
        render_text(rendering, block, parent);
        break;
    }
}

/* Recursion as deep as the wording nests: its parser has a limit. */
static void render_children(Rendering *rendering, const GazBlock *block, const GazFrame *frame,
                            GazNode *parent)
{
    for (const GazBlock *child = block->first; child != NULL; child = child->next)
        render_block(rendering, child, frame, parent);
}

bool gaz_render(GazComposing *work, const GazBlock *root, GazLanguage language, GazNode *parent)
{
    Rendering rendering = {.work = work, .language = language, .ok = true};

    render_children(&rendering, root, work->facts, parent);
    return rendering.ok;
}

bool gaz_render_title(GazComposing *work, const GazBlock *root, GazNode *node)
{
    Rendering rendering = {.work = work, .language = node->language, .ok = true};

    for (const GazBlock *block = root->first; block != NULL; block = block->next)
        if (block->kind == GAZ_BLOCK_TITLE)
            render_pieces(&rendering, block, work->facts, node);
    return rendering.ok;
}

const char *gaz_render_plain(GazComposing *work, const GazBlock *root, GazLanguage language)
{
    GazNode *scratch = gaz_node_add(work->document, NULL, GAZ_NODE_BODY, language);
    g_autoptr(GString) plain = g_string_new(NULL);

    if (!gaz_render(work, root, language, scratch))
        return NULL;
    for (const GazNode *node = gaz_node_next(scratch, scratch); node != NULL;
         node = gaz_node_next(node, scratch)) {
        g_autofree char *text = gaz_node_text(node);

        if (plain->len > 0 && *text != '\0' && language == GAZ_EN)
            g_string_append_c(plain, ' ');
        g_string_append(plain, text);
    }
    return gaz_arena_strdup(work->arena, plain->str);
}

bool gaz_render_part(GazComposing *work, const char *part, GazText *text)
{
    bool ok = true;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const GazBlock *block = gaz_words_part(work, language, part);

        text->in[language] = block == NULL ? NULL : gaz_render_plain(work, block, language);
        ok &= text->in[language] != NULL;
    }
    return ok;
}
