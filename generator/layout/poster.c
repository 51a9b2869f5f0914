/* poster.c - a red head that is read across a yard; whom to call, large; the code; what to say. */
#include "layout/poster.h"

#include "document/modules.h"
#include "layout/blocks.h"
#include "layout/picture.h"
#include <string.h>

static const double edge = GAZ_MM(16), gap = GAZ_MM(8);     /* of the sheet; between its columns [pt] */
static const double unprinted = GAZ_MM(8);                  /* [pt] of the sheet at its foot, at least */
static const double code_side = GAZ_MM(54);                 /* with its quiet zone [pt] */
static const double head_size = 48, most_english_head = 22; /* [pt] */
static const double name_size = 13, number_size = 27, hours_size = 9; /* [pt] */
static const double text_size = 13, small_size = 8.5;                 /* [pt] */
static const double largest = 1.4, smaller = 0.96,
                    smallest = 0.4; /* of every size: the first, a step when it doesn't fit, the last */

/* The sheet while it is set: `languages` in their order, `scale` of every size. */
typedef struct {
    GazFlow *flow;
    GazLanguage languages[GAZ_LANGUAGES];
    unsigned count;
    double scale;
    double slack; /* [pt] more between the parts: what is left over */
} Sheet;

static const GazNode *find(const GazNode *body, GazNodeKind kind)
{
    for (const GazNode *node = body->first; node != NULL; node = node->next)
        if (node->kind == kind)
            return node;
    return NULL;
}

static const GazNode *body_of(const Sheet *sheet, unsigned i)
{
    return sheet->flow->document->bodies[sheet->languages[i]];
}

static void open_section(GazFlow *flow, GazLanguage language)
{
    GazElement element = {.language = gaz_language_tag(language)};

    gaz_flow_open_as(flow, "Sect", &element);
    flow->language = language;
}

/* Lines of `runs` under the element `tag`, from the flow's y down, as wide as `width`. `size` is scaled. */
static void text(const Sheet *sheet, const GazRun *runs, GazLanguage language, const char *tag, double size,
                 double x, double width, GazInk ink)
{
    GazFlow *flow = sheet->flow;
    GazSetting setting = {.language = language,
                          .size = size * sheet->scale,
                          .measure = width,
                          .fill = GAZ_FILL_RAGGED,
                          .faces = {GAZ_FACE_HEI, GAZ_FACE_HEI, GAZ_FACE_HEI}};
    double pitch = setting.size * (language == GAZ_ZH ? 1.5 : 1.32);
    g_autoptr(GazParagraph) lines = gaz_paragraph_new(flow->fonts, runs, &setting);
    GazLanguage before = gaz_flow_open_in(flow, tag, language);

    for (unsigned i = 0; i < lines->lines->len; i++, flow->y += pitch)
        gaz_flow_line(flow, &g_array_index(lines->lines, GazLine, i), x, gaz_baseline(flow->y, setting.size),
                      ink);
    gaz_flow_close_in(flow, tag, before);
}

static double width_of(const GazFlow *flow, const GazNode *node, double size)
{
    GazSetting setting = {
        .language = node->language, .size = size, .faces = {GAZ_FACE_HEI, GAZ_FACE_HEI, GAZ_FACE_HEI}};
    g_autofree char *words = gaz_node_text(node);

    return gaz_text_width(flow->fonts, words, &setting);
}

/* Each title on one line, as large as the sheet lets it be. */
static void title(const Sheet *sheet, const GazNode *node, double width)
{
    GazFlow *flow = sheet->flow;
    double most = node->language == GAZ_ZH ? head_size : most_english_head;
    double size = most * MIN(1, width / (width_of(flow, node, most) + 1));
    Sheet whole = *sheet;

    whole.scale = 1;
    text(&whole, node->runs, node->language, node->language == sheet->languages[0] ? "H1" : "P", size, edge,
         width, GAZ_INK_WHITE);
}

/* Title and lead of each language, on red from edge to edge of the sheet. */
static void head(const Sheet *sheet)
{
    GazFlow *flow = sheet->flow;
    double width = flow->page.width - 2 * edge;
    guint ground = flow->page.marks->len + 1;

    gaz_flow_open(flow, "Private");
    gaz_flow_fill(flow, 0, 0, flow->page.width, 0, GAZ_INK_RED);
    gaz_flow_close(flow, "Private");
    flow->y = GAZ_MM(13);
    for (unsigned i = 0; i < sheet->count; i++) {
        const GazNode *titled = find(body_of(sheet, i), GAZ_NODE_TITLE);

        open_section(flow, sheet->languages[i]);
        title(sheet, titled, width);
        gaz_flow_close(flow, "Sect");
    }
    flow->y += GAZ_MM(4);
    g_array_index(flow->page.marks, GazMark, ground).height = flow->y + GAZ_MM(2);
    flow->y += GAZ_MM(9);
}

static void leads(const Sheet *sheet)
{
    GazFlow *flow = sheet->flow;

    for (unsigned i = 0; i < sheet->count; i++) {
        const GazNode *lead = find(body_of(sheet, i), GAZ_NODE_PARAGRAPH);

        if (lead == NULL)
            continue;
        open_section(flow, sheet->languages[i]);
        text(sheet, lead->runs, lead->language, "P", lead->language == GAZ_ZH ? 15 : 12, edge,
             flow->page.width - 2 * edge, GAZ_INK_BLACK);
        gaz_flow_close(flow, "Sect");
        flow->y += GAZ_MM(1.5) * sheet->scale;
    }
}

/* The nth FACT of the i-th language. */
static const GazNode *fact_at(const Sheet *sheet, unsigned i, unsigned n)
{
    const GazNode *facts = find(body_of(sheet, i), GAZ_NODE_FACTS);
    const GazNode *fact = facts == NULL ? NULL : facts->first;

    while (fact != NULL && n-- > 0)
        fact = fact->next;
    return fact;
}

static void add_run(const GazFlow *flow, GazRun **last, GazRun run)
{
    GazRun *copy = gaz_arena_new0(flow->arena, GazRun, 1);

    *copy = run;
    copy->next = NULL;
    if (*last != NULL)
        (*last)->next = copy;
    *last = copy;
}

/* The label stands over its value: it needs no colon. */
static const GazRun *label_of(const GazFlow *flow, const GazNode *fact)
{
    GazRun *first = NULL, *last = NULL;

    for (const GazRun *run = fact->runs; run != NULL && run->style & GAZ_RUN_STRONG; run = run->next)
        if (strcmp(run->text, ":") != 0 && strcmp(run->text, "：") != 0) {
            add_run(flow, &last, *run);
            last->style = 0; /* one weight on all the sheet */
            first = first == NULL ? last : first;
        }
    return first;
}

/* The numbers alone, wide blanks between them. */
static const GazRun *numbers_of(const GazFlow *flow, const GazNode *fact)
{
    GazRun *first = NULL, *last = NULL;

    for (const GazRun *run = fact->runs; run != NULL; run = run->next)
        if (run->link != NULL) {
            if (last != NULL)
                add_run(flow, &last, (GazRun){.text = "   ", .language = fact->language});
            add_run(flow, &last, *run);
            first = first == NULL ? last : first;
        }
    return first;
}

static bool is_blank(const GazRun *run)
{
    return run->link == NULL && strspn(run->text, " ") == strlen(run->text);
}

/* All that is said of the numbers, where that is more than they are with what parts them: when to call which.
 * NULL: it isn't. */
static const GazRun *hours_of(const GazFlow *flow, const GazNode *fact)
{
    GazRun *first = NULL, *last = NULL;
    unsigned numbers = 0, words = 0;

    for (const GazRun *run = fact->runs; run != NULL; run = run->next) {
        if (run->style & GAZ_RUN_STRONG || (first == NULL && is_blank(run)))
            continue;
        add_run(flow, &last, *run);
        first = first == NULL ? last : first;
        numbers += run->link != NULL;
        words += run->link == NULL && !is_blank(run);
    }
    return words >= numbers ? first : NULL;
}

static void hours(const Sheet *sheet, const GazNode *fact, double width)
{
    const GazRun *runs = hours_of(sheet->flow, fact);

    if (runs != NULL)
        text(sheet, runs, fact->language, "P", fact->language == GAZ_ZH ? hours_size : hours_size * 0.9, edge,
             width, GAZ_INK_BLACK);
}

/* Whom to call: the name in each language, then the numbers, which are the same in all, and when. */
static void number(const Sheet *sheet, unsigned n, double width)
{
    GazFlow *flow = sheet->flow;
    const GazNode *first = fact_at(sheet, 0, n);

    gaz_flow_open(flow, "Private");
    gaz_flow_rule(flow, edge, flow->y, width, 1.2, GAZ_INK_BLACK);
    gaz_flow_close(flow, "Private");
    flow->y += GAZ_MM(2.2) * sheet->scale;
    for (unsigned i = 0; i < sheet->count; i++) {
        const GazNode *fact = fact_at(sheet, i, n);

        text(sheet, label_of(flow, fact), fact->language, "P",
             fact->language == GAZ_ZH ? name_size : name_size * 0.72, edge, width, GAZ_INK_BLACK);
    }
    text(sheet, numbers_of(flow, first), first->language, "P", number_size, edge, width, GAZ_INK_BLACK);
    for (unsigned i = 0; i < sheet->count; i++)
        hours(sheet, fact_at(sheet, i, n), width);
    flow->y += GAZ_MM(0.5) * sheet->scale;
}

static void modules(GazFlow *flow, const char *address, double x, double side)
{
    GazModules *code = gaz_modules_new(address);
    double unit;

    if (code == NULL)
        return;
    unit = side / (gaz_modules_side(code) + 2 * GAZ_MODULES_QUIET);
    for (unsigned row = 0; row < gaz_modules_side(code); row++)
        for (unsigned column = 0, run; column < gaz_modules_side(code); column += MAX(run, 1)) {
            run = gaz_modules_run(code, column, row);
            if (run > 0)
                gaz_flow_fill(flow, x + (column + GAZ_MODULES_QUIET) * unit,
                              flow->y + (row + GAZ_MODULES_QUIET) * unit, run * unit, unit, GAZ_INK_BLACK);
        }
    gaz_modules_free(code);
}

/* The code with what it is for and where it leads. */
static void code(const Sheet *sheet, const GazFigure *figure, double x)
{
    GazFlow *flow = sheet->flow;
    GazPicture picture = gaz_picture_begin(flow, &figure->alternative, true);
    GazRun caption = {.language = sheet->languages[0]};

    modules(flow, figure->address, x, code_side);
    gaz_picture_end(&picture);
    flow->y += code_side;
    for (unsigned i = 0; i < sheet->count; i++) {
        caption.language = sheet->languages[i];
        caption.text = figure->caption.in[caption.language];
        text(sheet, &caption, caption.language, "P", caption.language == GAZ_ZH ? 12 : 9.5,
             x + code_side * GAZ_MODULES_QUIET / 40, code_side, GAZ_INK_BLACK);
    }
    caption = (GazRun){.text = figure->address, .language = GAZ_EN};
    text(sheet, &caption, GAZ_EN, "P", small_size * 0.9, x + code_side * GAZ_MODULES_QUIET / 40, code_side,
         GAZ_INK_BLACK);
}

static void contacts(const Sheet *sheet)
{
    GazFlow *flow = sheet->flow;
    const GazNode *figure = find(body_of(sheet, 0), GAZ_NODE_FIGURE);
    double width = flow->page.width - 2 * edge - (figure == NULL ? 0 : code_side + gap);
    double top, bottom;

    flow->y += GAZ_MM(5) * sheet->scale + sheet->slack;
    top = flow->y;
    open_section(flow, sheet->languages[0]);
    for (unsigned n = 0; fact_at(sheet, 0, n) != NULL; n++)
        number(sheet, n, width);
    bottom = flow->y;
    if (figure != NULL) {
        flow->y =
            top - code_side * GAZ_MODULES_QUIET / 45; /* the code's dark edge at the height of the rule */
        code(sheet, figure->figure, edge + width + gap);
    }
    gaz_flow_close(flow, "Sect");
    flow->y = MAX(flow->y, bottom) + GAZ_MM(4) * sheet->scale + sheet->slack;
}

static void item(const Sheet *sheet, const GazNode *node, double x, double width)
{
    GazFlow *flow = sheet->flow;
    const GazNode *words = node->first != NULL ? node->first : node;
    double indent = text_size * sheet->scale;

    gaz_flow_open(flow, "LI");
    gaz_flow_open(flow, "Lbl");
    gaz_flow_text(flow, "•", GAZ_FACE_HEI, text_size * sheet->scale, node->language, x,
                  gaz_baseline(flow->y, text_size * sheet->scale), 0, GAZ_INK_BLACK);
    gaz_flow_close(flow, "Lbl");
    gaz_flow_open(flow, "LBody");
    text(sheet, words->runs, words->language, "P", node->language == GAZ_ZH ? text_size : text_size * 0.85,
         x + indent, width - indent, GAZ_INK_BLACK);
    gaz_flow_close(flow, "LBody");
    gaz_flow_close(flow, "LI");
    flow->y += GAZ_MM(1) * sheet->scale;
}

/* What follows the first heading, in a column of its own. */
static void advice(const Sheet *sheet, const GazNode *body, double x, double width)
{
    GazFlow *flow = sheet->flow;
    double size = body->language == GAZ_ZH ? text_size : text_size * 0.85;

    open_section(flow, body->language);
    for (const GazNode *node = find(body, GAZ_NODE_HEADING); node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_HEADING) {
            text(sheet, node->runs, node->language, "H2", size * 1.25, x, width, GAZ_INK_RED);
            flow->y += GAZ_MM(1.5) * sheet->scale;
        } else if (node->kind == GAZ_NODE_LIST) {
            gaz_flow_open(flow, "L");
            for (const GazNode *child = node->first; child != NULL; child = child->next)
                item(sheet, child, x, width);
            gaz_flow_close(flow, "L");
            flow->y += GAZ_MM(1.5) * sheet->scale;
        } else if (node->kind == GAZ_NODE_PARAGRAPH) {
            text(sheet, node->runs, node->language, "P", size, x, width, GAZ_INK_BLACK);
        }
    gaz_flow_close(flow, "Sect");
}

static void columns(const Sheet *sheet)
{
    GazFlow *flow = sheet->flow;
    double width = (flow->page.width - 2 * edge - gap * (sheet->count - 1)) / sheet->count;
    double top = flow->y + GAZ_MM(4) * sheet->scale, bottom = top;

    gaz_flow_open(flow, "Private");
    gaz_flow_rule(flow, edge, flow->y, flow->page.width - 2 * edge, 1.2, GAZ_INK_BLACK);
    gaz_flow_close(flow, "Private");
    for (unsigned i = 0; i < sheet->count; i++) {
        flow->y = top;
        advice(sheet, body_of(sheet, i), edge + i * (width + gap), width);
        bottom = MAX(bottom, flow->y);
    }
    flow->y = bottom;
}

/* At the foot: that it is a demonstration, and who publishes. */
static void foot(const Sheet *sheet, double top)
{
    GazFlow *flow = sheet->flow;
    double width = flow->page.width - 2 * edge;

    flow->y = top;
    gaz_flow_open(flow, "Private");
    gaz_flow_rule(flow, edge, flow->y, width, 0.4, GAZ_INK_GREY);
    gaz_flow_close(flow, "Private");
    flow->y += GAZ_MM(2);
    for (unsigned i = 0; i < sheet->count; i++) {
        GazLanguage language = sheet->languages[i];
        const GazNode *disclaimer = find(body_of(sheet, i), GAZ_NODE_DISCLAIMER);
        GazRun publisher = {.text = flow->document->issuer.in[language], .language = language};
        Sheet whole = {.flow = flow, .scale = 1};

        open_section(flow, language);
        if (publisher.text != NULL)
            text(&whole, &publisher, language, "P", small_size, edge, width, GAZ_INK_BLACK);
        if (disclaimer != NULL)
            text(&whole, disclaimer->runs, language, "P", small_size, edge, width, GAZ_INK_BLACK);
        gaz_flow_close(flow, "Sect");
    }
}

/* Where the foot begins, so that it ends within what printers reach. It is set for its height, and taken
 * away. */
static double top_of_foot(const Sheet *sheet)
{
    GazFlow *flow = sheet->flow;
    guint before = flow->page.marks->len;

    foot(sheet, 0);
    g_array_set_size(flow->page.marks, before);
    return flow->page.height - unprinted - flow->y;
}

static void choose_languages(Sheet *sheet)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if ((sheet->flow->languages & 1u << language) != 0)
            sheet->languages[sheet->count++] = language;
}

/* Everything above the foot, which begins at `end`; gives what is left over [pt], below 0: what is too much.
 */
static double place(const Sheet *sheet, double end)
{
    const unsigned parts = 4; /* above its foot, with that */

    head(sheet);
    leads(sheet);
    contacts(sheet);
    columns(sheet);
    return (end - GAZ_MM(4) - sheet->flow->y) / parts;
}

/* Smaller and smaller until the sheet holds everything; then once more, with what is left between the parts.
 */
void gaz_poster_layout(GazFlow *flow)
{
    Sheet sheet = {.flow = flow, .scale = largest};
    double left, end;
    guint empty;

    choose_languages(&sheet);
    gaz_flow_begin_page(flow, false);
    flow->numbered = false;
    end = top_of_foot(&sheet);
    empty = flow->page.marks->len;
    while ((left = place(&sheet, end)) < 0 && sheet.scale > smallest) {
        g_array_set_size(flow->page.marks, empty);
        sheet.scale *= smaller;
    }
    g_array_set_size(flow->page.marks, empty);
    sheet.slack = MAX(left, 0);
    place(&sheet, end);
    foot(&sheet, end);
}
