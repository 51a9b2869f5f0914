/* document.c - the parts of a document in their order: Chinese text, annexes, imprint, then the translation.
 */
#include "layout/blocks.h"
#include "layout/columns.h"
#include "layout/head.h"
#include "layout/heading.h"
#include "layout/imprint.h"
#include "layout/links.h"
#include "layout/pace.h"
#include "layout/poster.h"

static const double english_label = 12; /* [pt] */
enum { SHORT_TABLE = 24 };              /* rows, with names of groups and sums: about a page across */

/* A demonstration says on every page that it is one; so does a version in force no longer. */
static void begin_part(GazFlow *flow, const GazNode *body, GazLanguage language)
{
    flow->part = language;
    flow->standing_said = false;
    flow->banner = NULL;
    flow->banner_said = false;
    for (const GazNode *node = body->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_DISCLAIMER)
            flow->banner = node;
}

static void open_section(GazFlow *flow, GazLanguage language)
{
    GazElement element = {.language = gaz_language_tag(language)};

    gaz_flow_open_as(flow, "Sect", &element);
    flow->language = language;
}

static void chinese_part(GazFlow *flow)
{
    const GazNode *body = flow->document->bodies[GAZ_ZH];

    begin_part(flow, body, GAZ_ZH);
    gaz_flow_begin_page(flow, false);
    if (flow->document->form == GAZ_FORM_LETTER)
        gaz_head_letter_foot(flow);
    open_section(flow, GAZ_ZH);
    gaz_blocks_from(flow, gaz_head_layout(flow, body));
    gaz_flow_close(flow, "Sect");
}

static void english_part(GazFlow *flow)
{
    const GazNode *body = flow->document->bodies[GAZ_EN];

    begin_part(flow, body, GAZ_EN);
    gaz_flow_begin_page(flow, false);
    open_section(flow, GAZ_EN);
    gaz_blocks_from(flow, body->first);
    gaz_flow_close(flow, "Sect");
}

static bool is_wide(const GazNode *annex)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->table != NULL && (node->table->wide || node->table->column_count > 7))
            return true;
    return false;
}

/* Whether its tables are short, and can do with the width of an upright page. */
static bool can_stand_upright(GazFlow *flow, const GazNode *annex)
{
    GazCellLook look = gaz_cell_look(flow);
    guint rows = 0;

    for (const GazNode *node = annex->first; node != NULL; node = node->next) {
        if (node->table == NULL)
            continue;
        rows += node->table->rows->len;
        if (rows > SHORT_TABLE || gaz_columns_least(flow, node->table, look) > GAZ_WIDTH)
            return false;
    }
    return true;
}

static bool lies_across(GazFlow *flow, const GazNode *annex)
{
    return is_wide(annex) && !(flow->upright && annex->next == NULL && can_stand_upright(flow, annex));
}

static unsigned own_set(const GazNode *node)
{
    return node->language == GAZ_ZH ? GAZ_LANGUAGES_ZH : GAZ_LANGUAGES_EN;
}

/* Tables and figures serve every language; a text only its own. */
static bool is_shown(const GazFlow *flow, const GazNode *node)
{
    return node->table != NULL || node->figure != NULL || (flow->languages & own_set(node)) != 0;
}

static bool is_heading(const GazNode *node)
{
    return node->kind == GAZ_NODE_HEADING && node->level == 0;
}

/* 7.3.7: the label flush at the top left in size 3 hei, no colon, the English one beside it; the title on the
 * third line. */
static void annex_labels(GazFlow *flow, const GazNode *annex, GazLanguageSet languages)
{
    double x = flow->left;

    gaz_flow_open(flow, "P");
    for (const GazNode *node = annex->first; node != NULL; node = node->next) {
        bool chinese = node->language == GAZ_ZH;
        double size = chinese ? GAZ_SIZE : english_label;

        if (is_heading(node) && (languages & own_set(node)) != 0 && node->number != NULL)
            x += size / 2 + gaz_flow_text(flow, node->number, chinese ? GAZ_FACE_HEI : GAZ_FACE_LATIN_BOLD,
                                          size, node->language, x, gaz_baseline(flow->y, GAZ_SIZE), 0,
                                          GAZ_INK_BLACK);
    }
    gaz_flow_close(flow, "P");
    flow->y += x > flow->left ? 2 * GAZ_PITCH : 0;
}

/* A notice carried whole has a BODY and an IMPRINT in each language; its translation comes after the
 * document's. */
static bool is_carried(const GazNode *annex)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_BODY)
            return true;
    return false;
}

/* [pt] that goes with the end of what is carried: its imprint. */
static double tail_of(GazFlow *flow, const GazNode *annex, GazLanguage language)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_IMPRINT && node->language == language)
            return gaz_imprint_tail(flow, node);
    return 0;
}

static void carried_annex(GazFlow *flow, const GazNode *annex, GazLanguage language)
{
    gaz_flow_begin_page(flow, false);
    open_section(flow, language);
    annex_labels(flow, annex, language == GAZ_ZH ? GAZ_LANGUAGES_ZH : GAZ_LANGUAGES_EN);
    flow->tail = tail_of(flow, annex, language);
    for (const GazNode *node = annex->first; node != NULL && !flow->failed; node = node->next) {
        if (node->language != language)
            continue;
        if (node->kind == GAZ_NODE_BODY && language == GAZ_ZH)
            gaz_blocks_from(flow, gaz_head_layout(flow, node));
        else if (node->kind == GAZ_NODE_BODY)
            gaz_blocks_from(flow, node->first);
        else if (node->kind == GAZ_NODE_IMPRINT)
            gaz_imprint_carried(flow, node);
    }
    flow->tail = 0;
    gaz_flow_close(flow, "Sect");
}

static void annex(GazFlow *flow, const GazNode *node)
{
    gaz_flow_begin_page(flow, lies_across(flow, node));
    open_section(flow, flow->languages == GAZ_LANGUAGES_EN ? GAZ_EN : GAZ_ZH);
    gaz_flow_target(flow, node->id);
    annex_labels(flow, node, flow->languages);
    for (const GazNode *child = node->first; child != NULL && !flow->failed; child = child->next) {
        if (!is_shown(flow, child))
            continue;
        if (is_heading(child))
            gaz_heading_annex(flow, child);
        else
            gaz_blocks_one(flow, child);
    }
    gaz_flow_close(flow, "Sect");
}

static void annexes(GazFlow *flow, GazLanguage language)
{
    for (const GazNode *node = flow->document->annexes->first; node != NULL && !flow->failed;
         node = node->next) {
        if (is_carried(node))
            carried_annex(flow, node, language);
        else if (language == GAZ_ZH || flow->languages == GAZ_LANGUAGES_EN)
            annex(flow, node);
    }
}

static void chinese_annexes(GazFlow *flow)
{
    annexes(flow, GAZ_ZH);
}

static void find_notes(GHashTable *notes, const GazNode *root)
{
    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
        if (node->kind == GAZ_NODE_NOTE && node->id != NULL && node->number != NULL)
            g_hash_table_insert(notes, (gpointer)node->id, (gpointer)node->number);
}

static void find_ids(GazFlow *flow)
{
    const GazNode *roots[] = {flow->document->bodies[GAZ_ZH], flow->document->bodies[GAZ_EN],
                              flow->document->annexes};

    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++) {
        find_notes(flow->notes, roots[i]);
        gaz_link_find_targets(flow, roots[i]);
    }
}

static void parts(GazFlow *flow)
{
    const GazDocument *document = flow->document;

    if (document->form == GAZ_FORM_POSTER) {
        gaz_poster_layout(flow);
        return;
    }
    if (flow->languages & GAZ_LANGUAGES_ZH) {
        gaz_pace_set(flow, chinese_part,
                     document->annexes->first == NULL ? document->imprints[GAZ_ZH] : NULL);
        gaz_pace_set_annexes(flow, chinese_annexes, document->imprints[GAZ_ZH]);
        gaz_imprint_layout(flow, document->imprints[GAZ_ZH]);
    }
    if (flow->languages & GAZ_LANGUAGES_EN) {
        english_part(flow);
        annexes(flow, GAZ_EN);
    }
    if (flow->languages == GAZ_LANGUAGES_EN)
        gaz_imprint_layout(flow, document->imprints[GAZ_EN]);
}

bool gaz_layout(const GazDocument *document, const GazPress *press, GazPageSink sink, void *user,
                GError **error)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    g_autoptr(GHashTable) notes = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) targets = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) twins = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) reached = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) linked = g_ptr_array_new();
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL);
    GArray *marks = gaz_marks_new();
    GazFlow flow = {.document = document,
                    .languages = press->languages,
                    .fonts = press->fonts,
                    .arena = arena,
                    .relay = gaz_relay_new(sink, user, press->beside),
                    .notes = notes,
                    .targets = targets,
                    .twins = twins,
                    .reached = reached,
                    .linked = linked,
                    .noted = noted,
                    .pitch = GAZ_PITCH,
                    .row_pad = GAZ_ROW_PAD,
                    .page.marks = marks};

    find_ids(&flow);
    parts(&flow);
    gaz_link_reach_all(&flow);
    gaz_flow_end_page(&flow);
    g_array_unref(flow.page.marks);
    return gaz_relay_end(flow.relay, error); /* before the arena goes, which lends its texts to marks */
}
