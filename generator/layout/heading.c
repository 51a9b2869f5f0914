/* heading.c - titles of documents and annexes, headings of the levels 一、（一）1.（1） (GB/T
 * 9704 7.3.1, 7.3.3). */
#include "layout/heading.h"

#include "layout/blocks.h"
#include "layout/headline.h"
#include "layout/keep.h"
#include "layout/title.h"

#include <string.h>

static const double title_size = 22, title_pitch = 33; /* [pt] size 2 */
static const unsigned annex_title = 9; /* level of a title that heads an annex, not the document */

static void outline(GazFlow *flow, const GazNode *node, unsigned level)
{
    g_autofree char *text = gaz_node_text(node);
    GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_OUTLINE, GAZ_INK_BLACK);

    mark->name = gaz_arena_printf(flow->arena, "%s%s%s", node->number == NULL ? "" : node->number,
                                  node->number != NULL && node->language == GAZ_EN ? " " : "", text);
    mark->thickness = level;
    mark->y = flow->y;
}

void gaz_heading_layout(GazFlow *flow, const GazNode *node)
{
    static const GazFace faces[] = {GAZ_FACE_HEI, GAZ_FACE_HEI, GAZ_FACE_KAI, GAZ_FACE_FANGSONG,
                                    GAZ_FACE_FANGSONG};
    static const char *const tags[] = {"H2", "H2", "H3", "H4", "H5"};
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    double pitch = gaz_blocks_pitch(flow, node->language);
    unsigned level = MIN(node->level, 4);

    if (node->language == GAZ_ZH) {
        setting.faces[0] = setting.faces[1] = faces[level];
    } else {
        setting.faces[1] = GAZ_FACE_LATIN_BOLD;
        setting.fill = GAZ_FILL_RAGGED;
        flow->y += pitch / 2;
    }
    gaz_flow_need(flow, gaz_keep_least(flow, node)); /* a heading isn't left alone at the foot */
    outline(flow, node, level);
    gaz_blocks_runs(flow, node, gaz_blocks_numbered(flow, node, node->language == GAZ_ZH ? "" : " "),
                    &setting, tags[level], pitch);
}

/* A Chinese title: size 2, lines broken by sense, centred (7.3.1). */
static void chinese_title(GazFlow *flow, const GazNode *node)
{
    g_autofree char *text = gaz_node_text(node);
    g_auto(GStrv) lines = gaz_title_break(text, (unsigned)(flow->width / title_size));

    for (unsigned i = 0; lines[i] != NULL; i++) {
        flow->y += i > 0 ? title_pitch : 0;
        gaz_flow_text(flow, lines[i], GAZ_FACE_XIAOBIAOSONG, title_size, GAZ_ZH, flow->left + flow->width / 2,
                      gaz_baseline(flow->y, title_size), 0.5, GAZ_INK_BLACK);
    }
    flow->y += title_size;
}

/* What of the runs stands from `from` up to `to` [bytes]. */
static GazRun *runs_between(const GazFlow *flow, const GazRun *runs, size_t from, size_t to)
{
    GazRun *first = NULL, **next = &first;
    size_t at = 0;

    for (; runs != NULL && at < to; runs = runs->next) {
        size_t length = strlen(runs->text), begin = MAX(from, at), end = MIN(to, at + length);

        if (begin < end) {
            *next = gaz_arena_new0(flow->arena, GazRun, 1);
            **next = *runs;
            (*next)->text =
                gaz_arena_printf(flow->arena, "%.*s", (int)(end - begin), runs->text + (begin - at));
            (*next)->next = NULL;
            next = &(*next)->next;
        }
        at += length;
    }
    return first;
}

static void centred_lines(GazFlow *flow, const GazRun *runs, const GazSetting *setting)
{
    g_autoptr(GazParagraph) lines = gaz_paragraph_new(flow->fonts, runs, setting);

    for (unsigned i = 0; i < lines->lines->len; i++) {
        GazLine *line = &g_array_index(lines->lines, GazLine, i);

        gaz_flow_line(flow, line, flow->left + (flow->width - line->width) / 2,
                      gaz_baseline(flow->y, setting->size), GAZ_INK_BLACK);
        flow->y += setting->size * 1.35;
    }
}

static void english_title(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, GAZ_EN);
    g_autofree char *text = gaz_node_text(node);
    g_autoptr(GArray) starts = NULL;

    setting.size = node->level == annex_title ? 13 : 17;
    setting.indent = 0;
    setting.fill = GAZ_FILL_RAGGED;
    setting.faces[0] = GAZ_FACE_HEI;
    setting.faces[1] = GAZ_FACE_LATIN_BOLD;
    flow->y += node->level == annex_title ? 0 : 16;
    starts = gaz_headline_break(flow->fonts, text, &setting);
    if (starts == NULL)
        centred_lines(flow, node->runs, &setting);
    for (guint i = 0; starts != NULL && i < starts->len; i++) {
        size_t end = i + 1 < starts->len ? g_array_index(starts, guint, i + 1) : strlen(text);

        centred_lines(flow, runs_between(flow, node->runs, g_array_index(starts, guint, i), end), &setting);
    }
}

void gaz_heading_title(GazFlow *flow, const GazNode *node)
{
    const char *tag = node->level == annex_title ? "H2" : "H1";
    GazLanguage before = gaz_flow_open_in(flow, tag, node->language);

    gaz_flow_target(flow, node->id);
    outline(flow, node, node->level == annex_title ? 1 : 0);
    if (node->language == GAZ_ZH)
        chinese_title(flow, node);
    else
        english_title(flow, node);
    gaz_flow_close_in(flow, tag, before);
}

void gaz_heading_annex(GazFlow *flow, const GazNode *heading)
{
    GazNode node = *heading;

    node.level = annex_title;
    node.number = NULL;
    gaz_heading_title(flow, &node);
    flow->y += 10;
}
