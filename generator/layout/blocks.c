/* blocks.c - headings, paragraphs, lists, signature and date: one small function a kind of node. */
#include "layout/blocks.h"

#include "layout/heading.h"
#include "layout/signature.h"

#include <string.h>

static const double english_size = 11.5, english_pitch = 17, note_space = 2, english_space = 5; /* [pt] */

static const double fact_spread = 0.12; /* [em] a label and its value are set full where that is not seen */

double gaz_blocks_pitch(GazLanguage language)
{
    return language == GAZ_ZH ? GAZ_PITCH : english_pitch;
}

GazSetting gaz_blocks_setting(const GazFlow *flow, GazLanguage language)
{
    GazSetting setting = {.language = language, .measure = flow->width, .fill = GAZ_FILL_JUSTIFIED};

    if (language == GAZ_ZH) {
        setting.size = GAZ_SIZE;
        setting.cell = GAZ_CELL;
        setting.indent = 2 * GAZ_CELL;
        setting.faces[0] = setting.faces[1] = GAZ_FACE_FANGSONG;
        setting.faces[2] = GAZ_FACE_HEI;
    } else {
        setting.size = english_size;
        setting.faces[0] = GAZ_FACE_SONG;
        setting.faces[1] = GAZ_FACE_LATIN;
        setting.faces[2] = GAZ_FACE_HEI;
    }
    return setting;
}

/* How many lines of a paragraph of `count` stay together at its beginning: a page doesn't begin with a last
 * line; in English it doesn't end with a first one either. */
static unsigned first_lines(unsigned count, GazLanguage language)
{
    if (language == GAZ_ZH)
        return count == 2 ? 2 : 1;
    return MIN(count, count == 3 ? 3 : 2);
}

/* Room for line `i`, and for those that stay with it; what ends the text goes with its last two lines. */
static void need_line(GazFlow *flow, unsigned i, unsigned count, const GazSetting *setting, double pitch)
{
    bool bare = flow->bare && i == 0 && count > 1; /* 7.3.3: page 1 shows a line of the text in any case */
    unsigned first = bare ? 1 : first_lines(count, setting->language);
    bool last = !bare && count - i <= (i == 0 ? first : 2);
    unsigned together = last ? count - i : i == 0 ? first : 1;
    double height = (together - 1) * pitch + setting->size;

    gaz_flow_need(flow, last && flow->ending > 0 ? together * pitch + flow->ending : height);
}

/* Sets the lines down the page. */
static void place_lines(GazFlow *flow, GazParagraph *paragraph, const GazSetting *setting, double pitch)
{
    for (unsigned i = 0; i < paragraph->lines->len; i++) {
        need_line(flow, i, paragraph->lines->len, setting, pitch);
        gaz_flow_line(flow, &g_array_index(paragraph->lines, GazLine, i), flow->left,
                      gaz_baseline(flow->y, setting->size), GAZ_INK_BLACK);
        flow->y += pitch;
    }
}

void gaz_blocks_runs(GazFlow *flow, const GazNode *node, const GazRun *runs, const GazSetting *setting,
                     const char *tag, double pitch)
{
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(flow->fonts, runs, setting);
    GazLanguage before;

    if (paragraph->lines->len == 0)
        return;
    need_line(flow, 0, paragraph->lines->len, setting, pitch); /* no element begins on the page before */
    before = gaz_flow_open_in(flow, tag, setting->language);
    gaz_flow_target(flow, node == NULL ? NULL : node->id);
    place_lines(flow, paragraph, setting, pitch);
    gaz_flow_close_in(flow, tag, before);
}

void gaz_blocks_text(GazFlow *flow, const GazNode *node, const GazSetting *setting, const char *tag,
                     double pitch)
{
    gaz_blocks_runs(flow, node, node->runs, setting, tag, pitch);
}

/* `number` and the node's runs as one chain. */
GazRun *gaz_blocks_numbered(const GazFlow *flow, const GazNode *node, const char *space)
{
    GazRun *run;

    if (node->number == NULL)
        return node->runs;
    run = gaz_arena_new0(flow->arena, GazRun, 1);
    run->text = gaz_arena_printf(flow->arena, "%s%s", node->number, space);
    run->style = GAZ_RUN_FIXED;
    run->language = node->language;
    run->next = node->runs;
    return run;
}

static void paragraph(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    setting.spread = node->kind == GAZ_NODE_FACT ? fact_spread : 0;
    gaz_blocks_text(flow, node, &setting, "P", gaz_blocks_pitch(node->language));
    flow->bare = false;
    if (node->language == GAZ_EN) /* facts stand close */
        flow->y += node->kind == GAZ_NODE_FACT ? 1 : english_space;
}

/* One line of `node`'s text in the body's face, not yet placed. */
GazParagraph *gaz_blocks_single(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    setting.indent = 0;
    setting.fill = GAZ_FILL_RAGGED;
    return gaz_paragraph_new(flow->fonts, node->runs, &setting);
}

void gaz_blocks_place_single(GazFlow *flow, GazParagraph *text, const GazNode *node, double x)
{
    double size = gaz_blocks_setting(flow, node->language).size;

    gaz_flow_open(flow, "P");
    for (unsigned i = 0; i < text->lines->len; i++) {
        gaz_flow_need(flow, size);
        gaz_flow_line(flow, &g_array_index(text->lines, GazLine, i), x, gaz_baseline(flow->y, size),
                      GAZ_INK_BLACK);
        flow->y += gaz_blocks_pitch(node->language);
    }
    gaz_flow_close(flow, "P");
}

static void plain(GazFlow *flow, const GazNode *node, double size_factor, GazFace face)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    setting.size *= size_factor;
    setting.cell *= size_factor;
    setting.indent = 0;
    setting.faces[0] = face;
    if (node->language == GAZ_ZH || face == GAZ_FACE_LATIN_ITALIC)
        setting.faces[1] = face;
    gaz_blocks_text(flow, node, &setting, "P",
                    gaz_blocks_pitch(node->language) * (size_factor < 1 ? 0.75 : 1));
}

/* A number without a red head; the title stands clear of it. */
static void number(GazFlow *flow, const GazNode *node)
{
    g_autoptr(GazParagraph) line = gaz_blocks_single(flow, node);

    gaz_blocks_place_single(flow, line, node, flow->left + (flow->width - line->widest) / 2);
    flow->y += node->language == GAZ_ZH ? GAZ_PITCH : 0;
}

/* 7.3.2: the text, or the addressee before it, begins one empty line below the title. */
static void title(GazFlow *flow, const GazNode *node)
{
    gaz_heading_title(flow, node);
    flow->y += node->language == GAZ_ZH ? GAZ_PITCH : 12;
}

static void addressee(GazFlow *flow, const GazNode *node)
{
    plain(flow, node, 1, GAZ_FACE_FANGSONG);
    flow->y += node->language == GAZ_ZH ? 0 : 5;
}

/* The translation names who issues it, without a red heading. */
static void issuer(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, GAZ_EN);
    g_autoptr(GazParagraph) lines = NULL;

    if (node->language == GAZ_ZH)
        return; /* the head has set it */
    setting.faces[1] = GAZ_FACE_LATIN_BOLD;
    setting.fill = GAZ_FILL_RAGGED;
    lines = gaz_paragraph_new(flow->fonts, node->runs, &setting);
    gaz_blocks_place_single(flow, lines, node, flow->left + (flow->width - lines->widest) / 2);
}

static void translation_note(GazFlow *flow, const GazNode *node)
{
    plain(flow, node, 0.85, node->language == GAZ_ZH ? GAZ_FACE_KAI : GAZ_FACE_LATIN_ITALIC);
    flow->y += 14;
}

/* An item's label stays with its first lines. */
static void need_item(GazFlow *flow, const GazNode *node, double indent)
{
    GazSetting setting = gaz_blocks_setting(flow, GAZ_EN);
    g_autoptr(GazParagraph) first = NULL;

    setting.measure -= indent;
    if (node->first != NULL && node->first->runs != NULL)
        first = gaz_paragraph_new(flow->fonts, node->first->runs, &setting);
    need_line(flow, 0, first == NULL ? 1 : first->lines->len, &setting, english_pitch);
}

/* Official Chinese sets items as paragraphs; English hangs them behind a bullet or number. */
static void hanging_item(GazFlow *flow, const GazNode *node)
{
    const char *label = node->number == NULL ? "•" : gaz_arena_printf(flow->arena, "%s.", node->number);
    const double indent = 16;

    need_item(flow, node, indent);
    gaz_flow_open(flow, "Lbl");
    gaz_flow_text(flow, label, GAZ_FACE_LATIN, english_size, GAZ_EN, flow->left + 4,
                  gaz_baseline(flow->y, english_size), 0, GAZ_INK_BLACK);
    gaz_flow_close(flow, "Lbl");
    flow->left += indent;
    flow->width -= indent;
    gaz_flow_open(flow, "LBody");
    gaz_blocks_children(flow, node);
    gaz_flow_close(flow, "LBody");
    flow->left -= indent;
    flow->width += indent;
}

/* "1." before the item's first paragraph, as a heading of the third level has it (7.3.3). */
static void numbered_item(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    GazNode first = *node->first;

    first.number = gaz_arena_printf(flow->arena, "%s.", node->number);
    gaz_flow_open(flow, "LBody");
    gaz_blocks_runs(flow, node->first, gaz_blocks_numbered(flow, &first, ""), &setting, "P",
                    gaz_blocks_pitch(node->language));
    gaz_blocks_from(flow, node->first->next);
    gaz_flow_close(flow, "LBody");
}

static void item(GazFlow *flow, const GazNode *node)
{
    gaz_flow_open(flow, "LI");
    if (node->language == GAZ_EN) {
        hanging_item(flow, node);
    } else if (node->number != NULL && node->first != NULL && node->first->kind == GAZ_NODE_PARAGRAPH) {
        numbered_item(flow, node);
    } else {
        gaz_flow_open(flow, "LBody");
        gaz_blocks_children(flow, node);
        gaz_flow_close(flow, "LBody");
    }
    gaz_flow_close(flow, "LI");
}

static void list(GazFlow *flow, const GazNode *node)
{
    double ending = flow->ending;

    gaz_flow_open(flow, "L");
    for (const GazNode *child = node->first; child != NULL; child = child->next) {
        flow->ending = child->next == NULL ? ending : 0;
        item(flow, child);
    }
    gaz_flow_close(flow, "L");
}

/* Facts and notes: each its own paragraph. */
static void group(GazFlow *flow, const GazNode *node)
{
    gaz_blocks_children(flow, node);
    flow->y += node->language == GAZ_EN ? 4 : 0;
}

/* Notes stand small; the number is written as at its mark. */
static GazSetting note_setting(const GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    setting.size = node->language == GAZ_ZH ? 9 : 8.5;
    setting.cell = 0;
    setting.indent = 0;
    setting.hang = 2 * setting.size;
    if (node->language == GAZ_ZH)
        setting.faces[0] = setting.faces[1] = GAZ_FACE_SONG; /* 仿宋 is too thin at this size */
    return setting;
}

static double note_pitch(const GazSetting *setting)
{
    return setting->size * (setting->language == GAZ_ZH ? 1.45 : 1.3);
}

static const GazRun *note_runs(const GazFlow *flow, const GazNode *node)
{
    GazNode numbered = *node;

    if (node->number != NULL)
        numbered.number = gaz_arena_printf(flow->arena, "[%s]", node->number);
    return gaz_blocks_numbered(flow, &numbered, " ");
}

double gaz_note_height(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = note_setting(flow, node);
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(flow->fonts, note_runs(flow, node), &setting);

    return paragraph->lines->len * note_pitch(&setting) + note_space;
}

void gaz_note_layout(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = note_setting(flow, node);

    flow->y += note_space;
    gaz_blocks_runs(flow, node, note_runs(flow, node), &setting, "Note", note_pitch(&setting));
}

/* Those that a table has set with its rows aren't set again. */
static void note(GazFlow *flow, const GazNode *node)
{
    if (!g_hash_table_contains(flow->noted, node))
        gaz_note_layout(flow, node);
}

static GazRun *run_before(const GazFlow *flow, const char *text, GazLanguage language, const GazRun *runs)
{
    GazRun *run = gaz_arena_new0(flow->arena, GazRun, 1);

    *run = (GazRun){.next = (GazRun *)runs, .text = text, .language = language};
    return run;
}

/* 附件：, and in English with the blank that follows a colon there. */
static const char *annex_label(const GazFlow *flow, const GazNode *list_)
{
    return gaz_arena_printf(flow->arena, list_->language == GAZ_EN ? "%s " : "%s", list_->number);
}

/* 7.3.4: 附件：1. ……, the next number under the first; what turns over stands under the name's first letter.
 */
static void annex_item(GazFlow *flow, const GazNode *list_, const GazNode *item_, double label)
{
    GazSetting setting = gaz_blocks_setting(flow, list_->language);
    const GazNode *text = item_->runs != NULL || item_->first == NULL ? item_ : item_->first;
    const GazRun *runs = text->runs;
    double number = 0;

    if (item_->number != NULL) {
        const char *digits =
            gaz_arena_printf(flow->arena, list_->language == GAZ_EN ? "%s. " : "%s.", item_->number);

        runs = run_before(flow, digits, list_->language, runs);
        number = gaz_fonts_shape(flow->fonts, digits, setting.faces[1], setting.size, list_->language)->width;
    }
    setting.hang = setting.indent + label + number;
    if (item_ != list_->first)
        setting.indent += label;
    else if (list_->number != NULL)
        runs = run_before(flow, annex_label(flow, list_), list_->language, runs);
    setting.fill = list_->language == GAZ_ZH ? GAZ_FILL_JUSTIFIED : GAZ_FILL_RAGGED;
    gaz_blocks_runs(flow, text, runs, &setting, "P", gaz_blocks_pitch(list_->language));
}

/* A line such as 经查： that what follows begins. */
static bool leads_on(const GazNode *node)
{
    g_autofree char *text = node->kind == GAZ_NODE_PARAGRAPH ? gaz_node_text(node) : NULL;

    return text != NULL && (g_str_has_suffix(text, "：") || g_str_has_suffix(text, ":"));
}

static double least_of_text(const GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    g_autoptr(GazParagraph) text = gaz_paragraph_new(flow->fonts, node->runs, &setting);
    unsigned count = text->lines->len, first = first_lines(count, node->language);
    double height = (MAX(first, 1) - 1) * gaz_blocks_pitch(node->language) + setting.size;

    if (first < count || !leads_on(node) || node->next == NULL)
        return height;
    return height - setting.size + gaz_blocks_pitch(node->language) + gaz_blocks_least(flow, node->next);
}

double gaz_blocks_least(const GazFlow *flow, const GazNode *node)
{
    double pitch = gaz_blocks_pitch(node->language);

    switch (node->kind) {
    case GAZ_NODE_HEADING:
        return pitch * (node->language == GAZ_ZH ? 1 : 1.5) +
               (node->next == NULL ? 0 : gaz_blocks_least(flow, node->next));
    case GAZ_NODE_LIST:
    case GAZ_NODE_ITEM:
    case GAZ_NODE_FACTS:
        return node->first == NULL ? pitch : gaz_blocks_least(flow, node->first);
    default:
        return node->runs == NULL ? pitch : least_of_text(flow, node);
    }
}

static void annex_list(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    double label = 0;

    if (node->number != NULL && node->language == GAZ_ZH)
        label = GAZ_CELL * (double)g_utf8_strlen(node->number, -1);
    else if (node->number != NULL)
        label = gaz_fonts_shape(flow->fonts, annex_label(flow, node), setting.faces[1], setting.size, GAZ_EN)
                    ->width;
    flow->y += gaz_blocks_pitch(node->language);
    for (const GazNode *child = node->first; child != NULL; child = child->next)
        annex_item(flow, node, child, label);
}

/* 7.3.6: on the line below the date, two 字 in; but not under the seal of a joint issue. */
static void remark(GazFlow *flow, const GazNode *node)
{
    g_autoptr(GazParagraph) line = gaz_blocks_single(flow, node);
    bool covered = flow->left + 2 * GAZ_CELL + line->widest > flow->taken_left;

    while (covered && flow->y < flow->taken)
        flow->y += GAZ_PITCH;
    paragraph(flow, node);
}

static void block(GazFlow *flow, const GazNode *node, const GazNode *before)
{
    switch (node->kind) {
    case GAZ_NODE_TITLE:
        title(flow, node);
        break;
    case GAZ_NODE_HEADING:
        gaz_heading_layout(flow, node);
        break;
    case GAZ_NODE_ADDRESSEE:
        addressee(flow, node);
        break;
    case GAZ_NODE_TRANSLATION_NOTE:
        translation_note(flow, node);
        break;
    case GAZ_NODE_MARKING:
        plain(flow, node, 1, GAZ_FACE_FANGSONG);
        break;
    case GAZ_NODE_SIGNERS:
    case GAZ_NODE_NUMBER:
        number(flow, node);
        break;
    case GAZ_NODE_LIST:
        list(flow, node);
        break;
    case GAZ_NODE_FACTS:
    case GAZ_NODE_NOTES:
        group(flow, node);
        break;
    case GAZ_NODE_ANNEX_LIST:
        annex_list(flow, node);
        break;
    case GAZ_NODE_SIGNATURE:
        gaz_signature_layout(flow, node);
        break;
    case GAZ_NODE_DATE: /* set with the signature, where there is one */
        if (before == NULL || before->kind != GAZ_NODE_SIGNATURE)
            gaz_signature_date(flow, node);
        break;
    case GAZ_NODE_REMARK:
        remark(flow, node);
        break;
    case GAZ_NODE_NOTE:
        note(flow, node);
        break;
    case GAZ_NODE_TABLE:
        gaz_table_layout(flow, node);
        break;
    case GAZ_NODE_FIGURE:
        gaz_figure_layout(flow, node);
        break;
    case GAZ_NODE_ISSUER:
        issuer(flow, node);
        break;
    case GAZ_NODE_DISCLAIMER: /* the flow's banner says it */
        break;
    default:
        paragraph(flow, node);
    }
}

/* [pt] from the next line to the lower edge of all from `first` on, set on a page that is thrown away. */
static double measure(const GazFlow *flow, const GazNode *first)
{
    g_autoptr(GHashTable) reached = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) linked = g_ptr_array_new();
    GazFlow trial = *flow;
    const GazNode *before = NULL;
    double leading = gaz_blocks_pitch(first->language) - gaz_blocks_setting(flow, first->language).size;

    trial.measuring = true;
    trial.taken = 0;
    trial.reached = reached;
    trial.noted = noted;
    trial.linked = linked;
    trial.page.marks = gaz_marks_new();
    for (const GazNode *node = first; node != NULL; before = node, node = node->next)
        block(&trial, node, before);
    g_array_unref(trial.page.marks);
    return MAX(trial.y - leading, trial.taken) - flow->y;
}

static bool ends_text(const GazNode *node)
{
    return node != NULL && (node->kind == GAZ_NODE_SIGNATURE || node->kind == GAZ_NODE_ANNEX_LIST);
}

/* 7.3.5.5: signature and date, and a list of annexes before them, don't stand alone on a page. */
static double ending_after(const GazFlow *flow, const GazNode *node, double inherited)
{
    if (node->next == NULL)
        return inherited;
    if (leads_on(node) && !ends_text(node->next))
        return gaz_blocks_least(flow, node->next);
    if (!ends_text(node->next) || ends_text(node))
        return 0;
    return measure(flow, node->next) + (node->language == GAZ_EN ? english_space : 0);
}

void gaz_blocks_from(GazFlow *flow, const GazNode *first)
{
    const GazNode *before = NULL;
    double inherited = flow->ending;

    for (const GazNode *node = first; node != NULL && !flow->failed; before = node, node = node->next) {
        flow->ending = ending_after(flow, node, inherited);
        block(flow, node, before);
    }
    flow->ending = inherited;
}

void gaz_blocks_one(GazFlow *flow, const GazNode *node)
{
    block(flow, node, NULL);
}

void gaz_blocks_children(GazFlow *flow, const GazNode *parent)
{
    gaz_blocks_from(flow, parent->first);
}

bool gaz_caption_is_news(const GazNode *node, const char *caption)
{
    const GazNode *sibling = caption == NULL || node->parent == NULL ? NULL : node->parent->first;

    for (; sibling != NULL; sibling = sibling->next) {
        g_autofree char *title = gaz_node_text(sibling);

        if (sibling->kind == GAZ_NODE_HEADING && sibling->level == 0 &&
            g_ascii_strcasecmp(title, caption) == 0)
            return false;
    }
    return caption != NULL;
}
