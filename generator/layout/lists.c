/* lists.c - Chinese items are paragraphs with a number; English ones hang behind a number or bullet. */
#include "layout/lists.h"

#include "layout/blocks.h"
#include "layout/keep.h"

/* An item's label stays with its first lines. */
static void need_item(GazFlow *flow, const GazNode *node, double indent)
{
    GazSetting setting = gaz_blocks_setting(flow, GAZ_EN);
    g_autoptr(GazParagraph) first = NULL;

    setting.measure -= indent;
    if (node->first != NULL && node->first->runs != NULL)
        first = gaz_paragraph_new(flow->fonts, node->first->runs, &setting);
    gaz_keep_line(flow, 0, first == NULL ? 1 : first->lines->len, &setting, gaz_blocks_pitch(flow, GAZ_EN));
}

/* Official Chinese sets items as paragraphs; English hangs them behind a bullet or number. */
static void hanging_item(GazFlow *flow, const GazNode *node)
{
    const char *label = node->number == NULL ? "•" : gaz_arena_printf(flow->arena, "%s.", node->number);
    const double indent = 16, size = gaz_blocks_setting(flow, GAZ_EN).size;

    need_item(flow, node, indent);
    gaz_flow_open(flow, "Lbl");
    gaz_flow_text(flow, label, GAZ_FACE_LATIN, size, GAZ_EN, flow->left + 4, gaz_baseline(flow->y, size), 0,
                  GAZ_INK_BLACK);
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
                    gaz_blocks_pitch(flow, node->language));
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

void gaz_list_layout(GazFlow *flow, const GazNode *node)
{
    double ending = flow->ending;

    gaz_flow_open(flow, "L");
    for (const GazNode *child = node->first; child != NULL; child = child->next) {
        flow->ending = child->next == NULL ? ending : 0;
        item(flow, child);
    }
    gaz_flow_close(flow, "L");
}

static GazRun *run_before(const GazFlow *flow, const char *text, GazLanguage language, const GazRun *runs)
{
    GazRun *run = gaz_arena_new0(flow->arena, GazRun, 1);

    *run = (GazRun){.next = (GazRun *)runs, .text = text, .style = GAZ_RUN_FIXED, .language = language};
    return run;
}

/* 附件：, and in English with the blank that follows a colon there. */
static const char *annex_label(const GazFlow *flow, const GazNode *list_)
{
    return gaz_arena_printf(flow->arena, list_->language == GAZ_EN ? "%s " : "%s", list_->number);
}

/* 7.3.4: 附件：1. ……, the next number under the first; what turns over stands under the name's first letter.
 * Names part between words and aren't spread: a list is no running text. */
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
    setting.fill = list_->language == GAZ_ZH ? GAZ_FILL_CLOSE : GAZ_FILL_RAGGED;
    gaz_blocks_runs(flow, text, runs, &setting, "P", gaz_blocks_pitch(flow, list_->language));
}

void gaz_annex_list_layout(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    unsigned shown = flow->shown, page = flow->page.number;
    double label = 0;

    if (node->number != NULL && node->language == GAZ_ZH)
        label = GAZ_CELL * (double)g_utf8_strlen(node->number, -1);
    else if (node->number != NULL)
        label = gaz_fonts_shape(flow->fonts, annex_label(flow, node), setting.faces[1], setting.size, GAZ_EN)
                    ->width;
    flow->y += gaz_blocks_pitch(flow, node->language);
    for (const GazNode *child = node->first; child != NULL; child = child->next)
        annex_item(flow, node, child, label);
    flow->shown = flow->page.number == page ? shown : 0; /* it is no text */
}
