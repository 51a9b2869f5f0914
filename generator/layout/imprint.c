/* imprint.c - copies, printing office and date between their rules, last rule on the type area's lower edge.
 */
#include "layout/imprint.h"

#include "layout/blocks.h"

static const double outer_rule = 0.35, inner_rule = 0.25; /* [mm] recommended by 7.4.1 */
static const double size = 14, pitch = 21, above = 4;     /* size 4; [pt] */

static GazFace printed_face(const GazNode *node)
{
    return node->language == GAZ_ZH ? GAZ_FACE_FANGSONG : GAZ_FACE_LATIN;
}

static double printed_size(const GazNode *node)
{
    return node->language == GAZ_ZH ? size : 10;
}

/* One 字 in at both sides; what turns over stands under the first character after the label. */
static GazParagraph *set_copies(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    const GazRun *label = node->runs;

    setting.size = printed_size(node);
    setting.cell = 0;
    setting.measure = GAZ_WIDTH - 2 * size; /* of its page, which is upright whatever the one at hand is */
    setting.indent = 0;
    setting.fill = GAZ_FILL_RAGGED;
    if (label != NULL && label->next != NULL && node->kind == GAZ_NODE_COPIES)
        setting.hang =
            gaz_fonts_shape(flow->fonts, label->text, setting.faces[node->language == GAZ_ZH ? 0 : 1],
                            setting.size, node->language)
                ->width;
    return gaz_paragraph_new(flow->fonts, node->runs, &setting);
}

/* Whether office and date are too long for one line, as English names are: the date goes below. */
static bool is_stacked(GazFlow *flow, const GazNode *node)
{
    double width = 0;

    for (const GazRun *run = node->runs; run != NULL; run = run->next)
        width +=
            gaz_fonts_shape(flow->fonts, run->text, printed_face(node), printed_size(node), node->language)
                ->width;
    return width > GAZ_WIDTH - 3 * size;
}

static double height_of(GazFlow *flow, const GazNode *node)
{
    g_autoptr(GazParagraph) text = NULL;

    if (node->kind == GAZ_NODE_PRINTED)
        return above + pitch * (is_stacked(flow, node) ? 2 : 1);
    text = set_copies(flow, node);
    return above + pitch * text->lines->len;
}

static void rule(GazFlow *flow, double y, double thickness)
{
    if (flow->document->form == GAZ_FORM_LETTER)
        return;
    gaz_flow_open(flow, "Private");
    gaz_flow_rule(flow, flow->left, y, flow->width, GAZ_MM(thickness), GAZ_INK_BLACK);
    gaz_flow_close(flow, "Private");
}

/* 7.4.3: the office at the left, the date at the right. */
static void place_printed(GazFlow *flow, const GazNode *node, double y)
{
    bool stacked = is_stacked(flow, node);

    for (const GazRun *run = node->runs; run != NULL; run = run->next) {
        bool right = run->next == NULL && run != node->runs;

        gaz_flow_text(flow, run->text, printed_face(node), printed_size(node), node->language,
                      right ? flow->left + flow->width - size : flow->left + size,
                      y + (right && stacked ? pitch : 0), right ? 1 : 0, GAZ_INK_BLACK);
    }
}

static void place_copies(GazFlow *flow, const GazNode *node, double y)
{
    g_autoptr(GazParagraph) text = set_copies(flow, node);

    for (unsigned i = 0; i < text->lines->len; i++)
        gaz_flow_line(flow, &g_array_index(text->lines, GazLine, i), flow->left + size, y + i * pitch,
                      GAZ_INK_BLACK);
}

static double height_of_all(GazFlow *flow, const GazNode *imprint)
{
    double height = 0;

    for (const GazNode *node = imprint->first; node != NULL; node = node->next)
        height += height_of(flow, node);
    return height;
}

/* A letter's may stand on any page, others on one with an even number. */
static bool may_stand_here(const GazFlow *flow)
{
    return flow->document->form == GAZ_FORM_LETTER || flow->page.number % 2 == 0;
}

/* The leading of the last line is enough above it: an empty line more is not worth a blank page. */
static bool has_room(const GazFlow *flow, double height)
{
    return !flow->landscape && MAX(flow->y, flow->taken) + height <= flow->bottom;
}

/* A page with room for it: the one at hand, else a new one; a page that holds nothing else, and a blank one
 * before it, have no number (7.5). */
static void find_page(GazFlow *flow, double height)
{
    if (has_room(flow, height) && may_stand_here(flow))
        return;
    do {
        gaz_flow_begin_page(flow, false);
        flow->numbered = false;
    } while (!may_stand_here(flow));
}

bool gaz_imprint_strays(GazFlow *flow, const GazNode *imprint)
{
    return imprint != NULL && may_stand_here(flow) && !has_room(flow, height_of_all(flow, imprint));
}

double gaz_imprint_tail(GazFlow *flow, const GazNode *imprint)
{
    double leading =
        gaz_blocks_pitch(flow, imprint->language) - gaz_blocks_setting(flow, imprint->language).size;

    return imprint->first == NULL ? 0 : leading + height_of_all(flow, imprint);
}

/* At the foot of the page at hand. */
static void place(GazFlow *flow, const GazNode *imprint, double height)
{
    double y = flow->bottom - height;

    for (const GazNode *node = imprint->first; node != NULL; node = node->next) {
        double line = y + above + 0.88 * size;

        rule(flow, y, node == imprint->first ? outer_rule : inner_rule);
        gaz_flow_open(flow, "P");
        if (node->kind == GAZ_NODE_PRINTED)
            place_printed(flow, node, line);
        else
            place_copies(flow, node, line);
        gaz_flow_close(flow, "P");
        y += height_of(flow, node);
    }
    rule(flow, flow->bottom, outer_rule);
    flow->y = flow->bottom;
}

void gaz_imprint_layout(GazFlow *flow, const GazNode *imprint)
{
    double height;

    if (imprint == NULL)
        return;
    height = height_of_all(flow, imprint);
    find_page(flow, height);
    place(flow, imprint, height);
}

void gaz_imprint_carried(GazFlow *flow, const GazNode *imprint)
{
    double height = height_of_all(flow, imprint);

    if (imprint->first == NULL)
        return;
    gaz_flow_need(flow, MAX(0, flow->taken - flow->y) + height);
    place(flow, imprint, height);
}
