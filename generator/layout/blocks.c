/* blocks.c - headings, paragraphs, lists, signature and date: one small function a kind of node. */
#include "layout/blocks.h"

#include "layout/heading.h"
#include "layout/keep.h"
#include "layout/lists.h"
#include "layout/signature.h"

#include <string.h>

static const double english_size = 11.5, english_pitch = 17; /* [pt] */

static const double fact_spread = 0.1; /* [em] a label and its value are set full where that is not seen */

double gaz_blocks_pitch(const GazFlow *flow, GazLanguage language)
{
    return language == GAZ_ZH ? flow->pitch : english_pitch;
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

/* Sets the lines down the page. */
static void place_lines(GazFlow *flow, GazParagraph *paragraph, const GazSetting *setting, double pitch)
{
    for (unsigned i = 0; i < paragraph->lines->len; i++) {
        gaz_keep_line(flow, i, paragraph->lines->len, setting, pitch);
        gaz_flow_line(flow, &g_array_index(paragraph->lines, GazLine, i), flow->left,
                      gaz_baseline(flow->y, setting->size), GAZ_INK_BLACK);
        flow->y += pitch;
        flow->shown++;
    }
}

void gaz_blocks_runs(GazFlow *flow, const GazNode *node, const GazRun *runs, const GazSetting *setting,
                     const char *tag, double pitch)
{
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(flow->fonts, runs, setting);
    GazLanguage before;

    if (paragraph->lines->len == 0)
        return;
    gaz_keep_line(flow, 0, paragraph->lines->len, setting, pitch); /* no element begins on the page before */
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
    gaz_blocks_text(flow, node, &setting, "P", gaz_blocks_pitch(flow, node->language));
    flow->bare = false;
    if (node->language == GAZ_EN) /* facts stand close */
        flow->y += node->kind == GAZ_NODE_FACT ? 1 : GAZ_ENGLISH_SPACE;
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
        flow->y += gaz_blocks_pitch(flow, node->language);
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
                    gaz_blocks_pitch(flow, node->language) * (size_factor < 1 ? 0.75 : 1));
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

/* Facts and notes: each its own paragraph. */
static void group(GazFlow *flow, const GazNode *node)
{
    gaz_blocks_children(flow, node);
    flow->y += node->language == GAZ_EN ? 4 : 0;
}

/* Those that a table has set with its rows aren't set again. */
static void note(GazFlow *flow, const GazNode *node)
{
    if (!g_hash_table_contains(flow->noted, node))
        gaz_note_layout(flow, node);
}

/* 7.3.6: on the line below the date, two 字 in; but not under the seal of a joint issue. */
static void remark(GazFlow *flow, const GazNode *node)
{
    g_autoptr(GazParagraph) line = gaz_blocks_single(flow, node);
    bool covered = flow->left + 2 * GAZ_CELL + line->widest > flow->taken_left;

    while (covered && flow->y < flow->taken)
        flow->y += flow->pitch;
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
        gaz_list_layout(flow, node);
        break;
    case GAZ_NODE_FACTS:
    case GAZ_NODE_NOTES:
        group(flow, node);
        break;
    case GAZ_NODE_ANNEX_LIST:
        gaz_annex_list_layout(flow, node);
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

void gaz_blocks_from(GazFlow *flow, const GazNode *first)
{
    const GazNode *before = NULL;
    double inherited = flow->ending;

    for (const GazNode *node = first; node != NULL && !flow->failed; before = node, node = node->next) {
        flow->ending = gaz_keep_ending(flow, node, inherited);
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

/* Whether `title` says `caption`, letters' case apart: 更正前后内容对照表 says 更正前后内容对照. */
static bool says(const char *title, const char *caption)
{
    g_autofree char *whole = g_utf8_casefold(title, -1), *part = g_utf8_casefold(caption, -1);

    return strstr(whole, part) != NULL;
}

/* In the language of one of the annex's titles. */
static bool is_said(const GazNode *node, const char *caption, GazLanguage language)
{
    const GazNode *sibling = caption == NULL || node->parent == NULL ? NULL : node->parent->first;

    for (; sibling != NULL; sibling = sibling->next) {
        g_autofree char *title = gaz_node_text(sibling);

        if (sibling->kind == GAZ_NODE_HEADING && sibling->level == 0 && sibling->language == language &&
            says(title, caption))
            return true;
    }
    return false;
}

bool gaz_caption_is_news(const GazNode *node, const GazText *caption, GazLanguage language)
{
    return caption->in[language] != NULL && !is_said(node, caption->in[language], language) &&
           !is_said(node, caption->in[GAZ_ZH], GAZ_ZH);
}
