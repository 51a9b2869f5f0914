/* head.c - the issuers' mark in red, the number, the red rules. */
#include "layout/head.h"

#include "layout/blocks.h"
#include <string.h>

/* Part of the form, not of anybody's wording (7.2.4). */
static const char *const suffix = "文件";

static const double signer_cells = 4;     /* [字] a name of three and what parts it from the next */
static const double name_pitch = 1.35;    /* of joint names, in their size */
static const double highest = GAZ_MM(60); /* all of them */

typedef struct {
    GPtrArray *names; /* of char *, the lead first */
    double size;      /* [pt] */
    double width;     /* [pt] of the longest */
} Mark;

static void free_mark(Mark *mark)
{
    g_ptr_array_unref(mark->names);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Mark, free_mark)

/* `rest`: letters that stand beside the names; `most`: names taken; `largest`: [pt]. Many names are set
 * smaller, so that page 1 has room for text (7.3.3). */
static void find_mark(Mark *mark, const GazNode *body, double room, double rest, unsigned most,
                      double largest)
{
    long longest = 1;

    mark->names = g_ptr_array_new_with_free_func(g_free);
    for (const GazNode *node = body->first; node != NULL && mark->names->len < most; node = node->next) {
        char *name = node->kind == GAZ_NODE_ISSUER ? gaz_node_text(node) : NULL;

        if (name == NULL)
            continue;
        longest = MAX(longest, g_utf8_strlen(name, -1));
        g_ptr_array_add(mark->names, name);
    }
    mark->size = MIN(largest, room / ((double)longest + rest));
    mark->size = MIN(mark->size, highest / (name_pitch * MAX(mark->names->len, 1)));
    mark->width = mark->size * (double)longest;
}

/* Height of the ink of the mark's letters above their baseline: 35 mm are measured to it. */
static double ink_height(GazFlow *flow, const char *name, double size)
{
    const GazShaped *shaped = gaz_fonts_shape(flow->fonts, name, GAZ_FACE_XIAOBIAOSONG, size, GAZ_ZH);
    double height = 0;

    for (unsigned i = 0; i < shaped->count; i++) {
        PangoRectangle ink;
        const PangoGlyphItem *item = &shaped->pieces[i].item;

        pango_glyph_string_extents(item->glyphs, item->item->analysis.font, &ink, NULL);
        height = MAX(height, -ink.y / (double)PANGO_SCALE);
    }
    return height;
}

/* One name, its letters spread to the mark's width: joint names are equally wide. */
static void spread_name(GazFlow *flow, const Mark *mark, const char *name, double x, double y)
{
    long count = g_utf8_strlen(name, -1);
    double step = count > 1 ? (mark->width - mark->size) / (double)(count - 1) : 0;

    if (mark->width - mark->size * (double)count < 0.01) {
        gaz_flow_text(flow, name, GAZ_FACE_XIAOBIAOSONG, mark->size, GAZ_ZH, x, y, 0, GAZ_INK_RED);
        return;
    }
    for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at), x += step) {
        g_autofree char *letter = g_strndup(at, (gsize)(g_utf8_next_char(at) - at));

        gaz_flow_text(flow, letter, GAZ_FACE_XIAOBIAOSONG, mark->size, GAZ_ZH, x, y, 0, GAZ_INK_RED);
    }
}

/* Names below one another from baseline `y` on, 文件 beside them at their middle; gives the lower edge. */
static double place_mark(GazFlow *flow, const Mark *mark, double y, bool with_suffix)
{
    double pitch = mark->size * name_pitch, tail = with_suffix ? mark->size * 2.4 : 0;
    double x = flow->left + (flow->width - mark->width - tail) / 2;
    double last = y + pitch * (mark->names->len - 1);

    gaz_flow_open(flow, "P");
    for (unsigned i = 0; i < mark->names->len; i++)
        spread_name(flow, mark, mark->names->pdata[i], x, y + pitch * i);
    if (with_suffix)
        gaz_flow_text(flow, suffix, GAZ_FACE_XIAOBIAOSONG, mark->size, GAZ_ZH,
                      x + mark->width + mark->size * 0.4, (y + last) / 2, 0, GAZ_INK_RED);
    gaz_flow_close(flow, "P");
    return last + mark->size * 0.12;
}

static void red_rule(GazFlow *flow, double x, double y, double width, double thickness)
{
    gaz_flow_open(flow, "Private");
    gaz_flow_rule(flow, x, y, width, GAZ_MM(thickness), GAZ_INK_RED);
    gaz_flow_close(flow, "Private");
}

/* The number's line: `align` 0 at `indent`, 0.5 centred, 1 flush right. */
static void place_number(GazFlow *flow, const GazNode *number, double align, double indent)
{
    double room = flow->width;
    g_autoptr(GazParagraph) line = gaz_blocks_single(flow, number);

    gaz_blocks_place_single(flow, line, number, flow->left + indent + (room - line->widest) * align);
    flow->y += GAZ_SIZE - flow->pitch; /* to the lower edge of its em box */
}

static const GazNode *find(const GazNode *body, GazNodeKind kind)
{
    for (const GazNode *node = body->first; node != NULL; node = node->next)
        if (node->kind == kind)
            return node;
    return NULL;
}

/* 7.2.1 to 7.2.3: copy number and urgency flush left, one below the other from the line at hand on. */
static void place_markings(GazFlow *flow, const GazNode *body)
{
    for (const GazNode *node = body->first; node != NULL; node = node->next) {
        g_autoptr(GazParagraph) line = NULL;

        if (node->kind != GAZ_NODE_MARKING)
            continue;
        line = gaz_blocks_single(flow, node);
        gaz_blocks_place_single(flow, line, node, flow->left);
    }
}

/* 7.2.6: one 字 from the right, two names a line, in 楷体; down to the line of the last. */
static void place_signers(GazFlow *flow, const GazNode *signers)
{
    double right = flow->left + flow->width - GAZ_CELL, cell = signer_cells * GAZ_CELL;
    double baseline = gaz_baseline(flow->y, GAZ_SIZE), left;
    unsigned count = 0, at = 0;

    for (const GazRun *run = signers->runs->next; run != NULL; run = run->next)
        count += run->text[0] != ' ';
    left = right - MIN(count, 2) * cell + GAZ_CELL;
    gaz_flow_open(flow, "P");
    gaz_flow_text(flow, signers->runs->text, GAZ_FACE_FANGSONG, GAZ_SIZE, GAZ_ZH, left, baseline, 1,
                  GAZ_INK_BLACK);
    for (const GazRun *run = signers->runs->next; run != NULL; run = run->next) {
        double x = left + at % 2 * cell, y = baseline + at / 2 * GAZ_PITCH;

        gaz_flow_text(flow, run->text, GAZ_FACE_KAI, GAZ_SIZE, GAZ_ZH, x, y, 0, GAZ_INK_BLACK);
        at += run->text[0] != ' ';
    }
    gaz_flow_close(flow, "P");
    flow->y += (count - 1) / 2 * GAZ_PITCH;
}

/* 7.2: mark, number two empty lines below it, red rule 4 mm below that, title two empty lines below. */
static void official_head(GazFlow *flow, const GazNode *body)
{
    const GazNode *number = find(body, GAZ_NODE_NUMBER), *signers = find(body, GAZ_NODE_SIGNERS);
    g_auto(Mark) mark = {0};

    place_markings(flow, body);
    find_mark(&mark, body, flow->width * 0.97, 2.4, UINT_MAX, 42);
    if (mark.names->len == 0)
        return;
    flow->y = place_mark(flow, &mark,
                         flow->top + GAZ_MM(35) + ink_height(flow, mark.names->pdata[0], mark.size), true);
    flow->y += 2 * GAZ_PITCH;
    if (signers != NULL)
        place_signers(flow, signers);
    if (number != NULL)
        place_number(flow, number, signers == NULL ? 0.5 : 0, signers == NULL ? 0 : GAZ_CELL);
    else if (signers != NULL)
        flow->y += GAZ_SIZE;
    flow->y += GAZ_MM(4);
    red_rule(flow, flow->left, flow->y, flow->width, 0.7);
    flow->y += 2 * GAZ_PITCH;
}

/* 10.1: the lead agency's name alone, its ink 30 mm from the page's edge; thick rule above thin, 170 mm long;
 * the number flush right below them; no page number on the first page. */
static void letter_head(GazFlow *flow, const GazNode *body)
{
    const GazNode *number = find(body, GAZ_NODE_NUMBER);
    double x = flow->left + (flow->width - GAZ_MM(170)) / 2, first, lowest;
    g_auto(Mark) mark = {0};

    flow->numbered = false;
    find_mark(&mark, body, flow->width * 0.97, 0, 1, 42);
    if (mark.names->len == 0)
        return;
    flow->y = place_mark(flow, &mark, GAZ_MM(30) + ink_height(flow, mark.names->pdata[0], mark.size), false);
    flow->y += GAZ_MM(4);
    red_rule(flow, x, flow->y, GAZ_MM(170), 1);
    red_rule(flow, x, flow->y + GAZ_MM(1.3), GAZ_MM(170), 0.35);
    flow->y += GAZ_MM(1.5) + GAZ_SIZE * 7 / 8;
    first = flow->y;
    place_markings(flow, body);
    lowest = flow->y > first ? flow->y - flow->pitch + GAZ_SIZE : first;
    flow->y = first;
    if (number != NULL)
        place_number(flow, number, 1, 0);
    flow->y = MAX(flow->y, lowest) + 2 * GAZ_PITCH;
}

void gaz_head_letter_foot(GazFlow *flow)
{
    double x = flow->left + (flow->width - GAZ_MM(170)) / 2, y = flow->page.height - GAZ_MM(20);

    red_rule(flow, x, y - GAZ_MM(1.3), GAZ_MM(170), 0.35);
    red_rule(flow, x, y, GAZ_MM(170), 1);
}

static bool stands_in_head(const GazNode *node)
{
    return node->kind == GAZ_NODE_MARKING || node->kind == GAZ_NODE_SIGNERS ||
           node->kind == GAZ_NODE_ISSUER || node->kind == GAZ_NODE_NUMBER ||
           node->kind == GAZ_NODE_DISCLAIMER;
}

const GazNode *gaz_head_layout(GazFlow *flow, const GazNode *body)
{
    const GazNode *node = body->first;

    flow->bare = true;
    if (flow->document->form == GAZ_FORM_OFFICIAL)
        official_head(flow, body);
    else if (flow->document->form == GAZ_FORM_LETTER)
        letter_head(flow, body);
    else
        return node;
    while (node != NULL && stands_in_head(node))
        node = node->next;
    return node;
}
