/* blocks.c - headings, paragraphs, lists, signature and date: one small function a kind of node. */
#include "layout/blocks.h"

#include <string.h>

static const double english_size = 11.5, english_pitch = 17;

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

/* The baseline of a line whose em box begins at `y`: 0.88 em below it, in a line of `pitch`. */
static double baseline(double y, double size)
{
    return y + 0.88 * size;
}

/* Sets the lines down the page; the first two and the last two stay together. */
static void place_lines(GazFlow *flow, GazParagraph *paragraph, const GazSetting *setting, double pitch)
{
    for (unsigned i = 0; i < paragraph->lines->len; i++) {
        bool pair = (i == 0 || i + 2 == paragraph->lines->len) && i + 1 < paragraph->lines->len;

        gaz_flow_need(flow, setting->size + (pair ? pitch : 0));
        gaz_flow_line(flow, &g_array_index(paragraph->lines, GazLine, i), flow->left,
                      baseline(flow->y, setting->size), GAZ_INK_BLACK);
        flow->y += pitch;
    }
}

static void place_node(GazFlow *flow, const GazNode *node, const GazRun *runs, const GazSetting *setting,
                       const char *tag, double pitch)
{
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(flow->fonts, runs, setting);

    if (paragraph->lines->len == 0)
        return;
    gaz_flow_need(flow, setting->size + (paragraph->lines->len > 1 ? pitch : 0));
    gaz_flow_open(flow, tag, NULL);
    if (node != NULL && node->id != NULL) {
        g_autofree char *name = g_strdup_printf("name='%s'", node->id);

        gaz_flow_open(flow, "cairo.dest", name);
        gaz_flow_close(flow, "cairo.dest");
    }
    place_lines(flow, paragraph, setting, pitch);
    gaz_flow_close(flow, tag);
}

void gaz_blocks_text(GazFlow *flow, const GazNode *node, const GazSetting *setting, const char *tag,
                     double pitch)
{
    place_node(flow, node, node->runs, setting, tag, pitch);
}

/* `number` and the node's runs as one chain. */
static GazRun *with_number(const GazFlow *flow, const GazNode *node, const char *space)
{
    GazRun *run;

    if (node->number == NULL)
        return node->runs;
    run = gaz_arena_new0(flow->arena, GazRun, 1);
    run->text = gaz_arena_printf(flow->arena, "%s%s", node->number, space);
    run->language = node->language;
    run->next = node->runs;
    return run;
}

static void outline(GazFlow *flow, const GazNode *node, unsigned level)
{
    g_autofree char *text = gaz_node_text(node);
    GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_OUTLINE, GAZ_INK_BLACK);

    mark->name = gaz_arena_printf(flow->arena, "%s%s", node->number == NULL ? "" : node->number, text);
    mark->thickness = level;
    mark->y = flow->y;
}

static void heading(GazFlow *flow, const GazNode *node)
{
    static const GazFace faces[] = {GAZ_FACE_HEI, GAZ_FACE_HEI, GAZ_FACE_KAI, GAZ_FACE_FANGSONG,
                                    GAZ_FACE_FANGSONG};
    static const char *const tags[] = {"H2", "H2", "H3", "H4", "H5"};
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    double pitch = gaz_blocks_pitch(node->language);
    unsigned level = MIN(node->level, 4);

    if (node->language == GAZ_ZH) {
        setting.faces[0] = setting.faces[1] = faces[level];
    } else {
        setting.faces[1] = GAZ_FACE_LATIN_BOLD;
        setting.fill = GAZ_FILL_RAGGED;
        flow->y += pitch / 2;
    }
    gaz_flow_need(flow, 2 * pitch + setting.size); /* a heading isn't left alone at the foot */
    outline(flow, node, level);
    place_node(flow, node, with_number(flow, node, node->language == GAZ_ZH ? "" : " "), &setting,
               tags[level], pitch);
}

static void paragraph(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    gaz_blocks_text(flow, node, &setting, "P", gaz_blocks_pitch(node->language));
    if (node->language == GAZ_EN)
        flow->y += 5;
}

static void title(GazFlow *flow, const GazNode *node)
{
    bool chinese = node->language == GAZ_ZH;
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    g_autoptr(GazParagraph) lines = NULL;

    setting.size = chinese ? 22 : 18;
    setting.cell = 0;
    setting.indent = 0;
    setting.fill = GAZ_FILL_RAGGED;
    setting.faces[0] = chinese ? GAZ_FACE_XIAOBIAOSONG : GAZ_FACE_HEI;
    setting.faces[1] = chinese ? GAZ_FACE_XIAOBIAOSONG : GAZ_FACE_LATIN_BOLD;
    lines = gaz_paragraph_new(flow->fonts, node->runs, &setting);
    gaz_flow_open(flow, "H1", NULL);
    outline(flow, node, 0);
    for (unsigned i = 0; i < lines->lines->len; i++) {
        GazLine *line = &g_array_index(lines->lines, GazLine, i);

        gaz_flow_line(flow, line, flow->left + (flow->width - line->width) / 2,
                      baseline(flow->y, setting.size), GAZ_INK_BLACK);
        flow->y += chinese ? 34 : 24;
    }
    gaz_flow_close(flow, "H1");
}

static void plain(GazFlow *flow, const GazNode *node, double size_factor, GazFace face)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    setting.size *= size_factor;
    setting.cell = 0;
    setting.indent = 0;
    setting.fill = GAZ_FILL_RAGGED;
    setting.faces[0] = setting.faces[1] = face;
    if (node->language == GAZ_EN && face != GAZ_FACE_LATIN_ITALIC)
        setting.faces[1] = GAZ_FACE_LATIN;
    gaz_blocks_text(flow, node, &setting, "P",
                    gaz_blocks_pitch(node->language) * (size_factor < 1 ? 0.75 : 1));
}

static void addressee(GazFlow *flow, const GazNode *node)
{
    flow->y += gaz_blocks_pitch(node->language);
    plain(flow, node, 1, GAZ_FACE_FANGSONG);
}

/* 7.3.5.2: without seal, the name two characters from the right, the lead first, one a line. */
static void signature(GazFlow *flow, const GazNode *node)
{
    double pitch = gaz_blocks_pitch(node->language);
    double right = flow->left + flow->width - 4 * GAZ_CELL;

    flow->y += pitch;
    gaz_flow_need(flow, 4 * pitch);
    for (const GazNode *name = node->first; name != NULL; name = name->next) {
        g_autofree char *text = gaz_node_text(name);
        GazFace face = node->language == GAZ_ZH ? GAZ_FACE_FANGSONG : GAZ_FACE_LATIN;
        double size = node->language == GAZ_ZH ? GAZ_SIZE : english_size;

        gaz_flow_need(flow, size);
        gaz_flow_open(flow, "P", NULL);
        gaz_flow_text(flow, text, face, size, node->language, right, baseline(flow->y, size), 1,
                      GAZ_INK_BLACK);
        gaz_flow_close(flow, "P");
        flow->y += pitch;
    }
}

static void date(GazFlow *flow, const GazNode *node)
{
    bool chinese = node->language == GAZ_ZH;
    g_autofree char *text = gaz_node_text(node);
    double size = chinese ? GAZ_SIZE : english_size;

    gaz_flow_need(flow, size);
    gaz_flow_open(flow, "P", NULL);
    gaz_flow_text(flow, text, chinese ? GAZ_FACE_FANGSONG : GAZ_FACE_LATIN, size, node->language,
                  flow->left + flow->width - 2 * GAZ_CELL, baseline(flow->y, size), 1, GAZ_INK_BLACK);
    gaz_flow_close(flow, "P");
    flow->y += gaz_blocks_pitch(node->language);
}

static void list(GazFlow *flow, const GazNode *node)
{
    gaz_flow_open(flow, "L", NULL);
    for (const GazNode *item = node->first; item != NULL; item = item->next) {
        gaz_flow_open(flow, "LI", NULL);
        gaz_flow_open(flow, "LBody", NULL);
        gaz_blocks_children(flow, item);
        gaz_flow_close(flow, "LBody");
        gaz_flow_close(flow, "LI");
    }
    gaz_flow_close(flow, "L");
}

static void note(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    bool chinese = node->language == GAZ_ZH;

    setting.size = chinese ? 10.5 : 9;
    setting.cell = 0;
    setting.indent = 0;
    setting.hang = setting.size;
    place_node(flow, node, with_number(flow, node, " "), &setting, "Note", setting.size * 1.45);
}

static void annex_list(GazFlow *flow, const GazNode *node)
{
    flow->y += gaz_blocks_pitch(node->language);
    for (const GazNode *item = node->first; item != NULL; item = item->next) {
        GazSetting setting = gaz_blocks_setting(flow, node->language);
        const GazNode *text = item->runs != NULL || item->first == NULL ? item : item->first;
        GazRun *runs = with_number(flow, text, "");

        if (item == node->first && node->number != NULL) {
            GazRun *label = gaz_arena_new0(flow->arena, GazRun, 1);

            *label = (GazRun){.next = runs, .text = node->number, .language = node->language};
            runs = label;
        } else {
            setting.indent += 3 * GAZ_CELL;
        }
        place_node(flow, text, runs, &setting, "P", gaz_blocks_pitch(node->language));
    }
}

static void block(GazFlow *flow, const GazNode *node)
{
    switch (node->kind) {
    case GAZ_NODE_TITLE:
        title(flow, node);
        break;
    case GAZ_NODE_HEADING:
        heading(flow, node);
        break;
    case GAZ_NODE_ADDRESSEE:
        addressee(flow, node);
        break;
    case GAZ_NODE_TRANSLATION_NOTE:
    case GAZ_NODE_DISCLAIMER:
        plain(flow, node, 0.7, node->language == GAZ_ZH ? GAZ_FACE_KAI : GAZ_FACE_LATIN_ITALIC);
        break;
    case GAZ_NODE_NUMBER:
        plain(flow, node, 1, GAZ_FACE_FANGSONG);
        break;
    case GAZ_NODE_LIST:
    case GAZ_NODE_FACTS:
    case GAZ_NODE_NOTES:
        list(flow, node);
        break;
    case GAZ_NODE_ANNEX_LIST:
        annex_list(flow, node);
        break;
    case GAZ_NODE_SIGNATURE:
        signature(flow, node);
        break;
    case GAZ_NODE_DATE:
        date(flow, node);
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
        break;
    default:
        paragraph(flow, node);
    }
}

void gaz_blocks_children(GazFlow *flow, const GazNode *parent)
{
    for (const GazNode *node = parent->first; node != NULL; node = node->next)
        block(flow, node);
}
