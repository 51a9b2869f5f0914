/* document.c - the parts of a document in their order: head, body, annexes, imprint, then the translation. */
#include "layout/blocks.h"

#include <string.h>

static void count_issuers(const GazNode *body, unsigned *count, glong *longest)
{
    for (const GazNode *node = body->first; node != NULL; node = node->next) {
        g_autofree char *text = NULL;

        if (node->kind != GAZ_NODE_ISSUER)
            continue;
        text = gaz_node_text(node);
        *longest = MAX(*longest, g_utf8_strlen(text, -1));
        ++*count;
    }
}

/* One name, its letters spread to `width` so that joint names are equally wide. */
static void spread_name(GazFlow *flow, const char *name, double size, double x, double y, double width)
{
    glong count = g_utf8_strlen(name, -1);
    double step = count > 1 ? (width - size) / (double)(count - 1) : 0;

    for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at), x += step) {
        g_autofree char *letter = g_strndup(at, (gsize)(g_utf8_next_char(at) - at));

        gaz_flow_text(flow, letter, GAZ_FACE_XIAOBIAOSONG, size, GAZ_ZH, x, y, 0, GAZ_INK_RED);
    }
}

/* 7.2.4: upper edge of the ink 35 mm below the type area's top; joint: names stacked, 文件 at their middle.
 */
static void official_head(GazFlow *flow, const GazNode *body)
{
    static const char *const suffix = "文件"; /* part of the form, not of anybody's wording */
    unsigned count = 0;
    glong longest = 0;
    double room = flow->width * 0.96, size, width, top = flow->top + GAZ_MM(35), y = top;

    count_issuers(body, &count, &longest);
    if (count == 0)
        return;
    size = MIN(count > 1 ? 40 : 52, room / ((double)longest + 2.3));
    width = size * (double)longest;
    gaz_flow_open(flow, "P", NULL);
    for (const GazNode *node = body->first; node != NULL; node = node->next) {
        g_autofree char *text = NULL;

        if (node->kind != GAZ_NODE_ISSUER)
            continue;
        text = gaz_node_text(node);
        spread_name(flow, text, size, flow->left + (flow->width - width - 2.3 * size) / 2, y + 0.88 * size,
                    width);
        y += size * 1.35;
    }
    y -= size * 0.35;
    gaz_flow_text(flow, suffix, GAZ_FACE_XIAOBIAOSONG, size, GAZ_ZH,
                  flow->left + (flow->width + width - 1.7 * size) / 2, (top + y) / 2 + 0.38 * size, 0,
                  GAZ_INK_RED);
    gaz_flow_close(flow, "P");
    flow->y = y + 2 * GAZ_PITCH;
}

static const GazNode *find(const GazNode *body, GazNodeKind kind)
{
    for (const GazNode *node = body->first; node != NULL; node = node->next)
        if (node->kind == kind)
            return node;
    return NULL;
}

static void number_and_rule(GazFlow *flow, const GazNode *body)
{
    const GazNode *number = find(body, GAZ_NODE_NUMBER);

    if (number != NULL) {
        g_autofree char *text = gaz_node_text(number);

        gaz_flow_open(flow, "P", NULL);
        gaz_flow_text(flow, text, GAZ_FACE_FANGSONG, GAZ_SIZE, GAZ_ZH, flow->left + flow->width / 2,
                      flow->y + 0.88 * GAZ_SIZE, 0.5, GAZ_INK_BLACK);
        gaz_flow_close(flow, "P");
        flow->y += GAZ_SIZE;
    }
    flow->y += GAZ_MM(4);
    gaz_flow_open(flow, "Private", NULL);
    gaz_flow_rule(flow, flow->left, flow->y, flow->width, GAZ_MM(0.7), GAZ_INK_RED);
    gaz_flow_close(flow, "Private");
    flow->y += 2 * GAZ_PITCH;
}

/* Everything of `body` but what the head has set. */
static void rest(GazFlow *flow, const GazNode *body)
{
    GazNode copy = *body;

    while (copy.first != NULL && (copy.first->kind == GAZ_NODE_ISSUER || copy.first->kind == GAZ_NODE_NUMBER))
        copy.first = copy.first->next;
    gaz_blocks_children(flow, &copy);
}

static void chinese_part(GazFlow *flow)
{
    const GazNode *body = flow->document->bodies[GAZ_ZH];

    gaz_flow_begin_page(flow, false);
    gaz_flow_open(flow, "Sect", "lang='zh-CN'");
    if (flow->document->form != GAZ_FORM_PUBLICITY) {
        official_head(flow, body);
        number_and_rule(flow, body);
        rest(flow, body);
    } else {
        gaz_blocks_children(flow, body);
    }
    gaz_flow_close(flow, "Sect");
}

static bool is_wide(const GazNode *annex)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->table != NULL && (node->table->wide || node->table->column_count > 7))
            return true;
    return false;
}

/* 7.3.7: a new page; the label at the top left, the title on the third line. */
static void annex(GazFlow *flow, const GazNode *node)
{
    gaz_flow_begin_page(flow, is_wide(node));
    gaz_flow_open(flow, "Sect", NULL);
    for (const GazNode *child = node->first; child != NULL; child = child->next) {
        GazNode one = {.first = (GazNode *)child};
        GazNode lone = *child;

        if ((child->language == GAZ_ZH && flow->languages == GAZ_LANGUAGES_EN) ||
            (child->language == GAZ_EN && flow->languages == GAZ_LANGUAGES_ZH))
            if (child->table == NULL && child->figure == NULL)
                continue;
        lone.next = NULL;
        one.first = &lone;
        if (child->kind == GAZ_NODE_HEADING && child->level == 0) {
            if (child->number != NULL) {
                gaz_flow_text(flow, child->number,
                              child->language == GAZ_ZH ? GAZ_FACE_HEI : GAZ_FACE_LATIN_BOLD,
                              child->language == GAZ_ZH ? 16 : 12, child->language, flow->left, flow->y + 14,
                              0, GAZ_INK_BLACK);
                flow->y += child->language == GAZ_ZH ? GAZ_PITCH : 20;
            }
            lone.kind = GAZ_NODE_TITLE;
        }
        gaz_blocks_children(flow, &one);
    }
    gaz_flow_close(flow, "Sect");
}

static void annexes(GazFlow *flow)
{
    for (const GazNode *node = flow->document->annexes->first; node != NULL; node = node->next)
        annex(flow, node);
}

/* 7.4: at the foot of the last page, which has an even number; rules 0.35 mm outside, 0.25 mm between. */
static void imprint(GazFlow *flow, const GazNode *node)
{
    double size = 14, line = 22, height = 0, y;

    if (node == NULL)
        return;
    for (const GazNode *child = node->first; child != NULL; child = child->next)
        height += line + 6;
    if (flow->page.number % 2 == 1 || flow->landscape || flow->y + height + GAZ_PITCH > flow->bottom) {
        gaz_flow_begin_page(flow, false);
        flow->numbered = false;
        if (flow->page.number % 2 == 1) {
            gaz_flow_begin_page(flow, false);
            flow->numbered = false;
        }
    }
    y = flow->bottom - height;
    for (const GazNode *child = node->first; child != NULL; child = child->next) {
        double x = flow->left + size;

        gaz_flow_open(flow, "Private", NULL);
        gaz_flow_rule(flow, flow->left, y, flow->width, GAZ_MM(child == node->first ? 0.35 : 0.25),
                      GAZ_INK_BLACK);
        gaz_flow_close(flow, "Private");
        gaz_flow_open(flow, "P", NULL);
        for (const GazRun *run = child->runs; run != NULL; run = run->next) {
            bool right = child->kind == GAZ_NODE_PRINTED && run->next == NULL && run != child->runs;
            double at = right ? flow->left + flow->width - size : x;

            x += gaz_flow_text(flow, run->text, GAZ_FACE_FANGSONG, size, GAZ_ZH, at, y + 19, right ? 1 : 0,
                               GAZ_INK_BLACK);
        }
        gaz_flow_close(flow, "P");
        y += line + 6;
    }
    gaz_flow_open(flow, "Private", NULL);
    gaz_flow_rule(flow, flow->left, flow->bottom, flow->width, GAZ_MM(0.35), GAZ_INK_BLACK);
    gaz_flow_close(flow, "Private");
}

static void english_part(GazFlow *flow)
{
    gaz_flow_begin_page(flow, false);
    gaz_flow_open(flow, "Sect", "lang='en'");
    gaz_blocks_children(flow, flow->document->bodies[GAZ_EN]);
    gaz_flow_close(flow, "Sect");
}

bool gaz_layout(const GazDocument *document, GazLanguageSet languages, GazFonts *fonts, GazPageSink sink,
                void *user, GError **error)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazFlow flow = {.document = document,
                    .languages = languages,
                    .fonts = fonts,
                    .arena = arena,
                    .sink = sink,
                    .user = user,
                    .error = error};

    if (languages & GAZ_LANGUAGES_ZH) {
        chinese_part(&flow);
        annexes(&flow);
        imprint(&flow, document->imprints[GAZ_ZH]);
    }
    if (languages & GAZ_LANGUAGES_EN)
        english_part(&flow);
    if (languages == GAZ_LANGUAGES_EN)
        annexes(&flow);
    gaz_flow_end_page(&flow);
    g_clear_pointer(&flow.page.marks, g_array_unref);
    return !flow.failed;
}
