/* flow.c - pages begin and end, marks are added to them. */
#include "layout/flow.h"

#include "layout/links.h"
#include "layout/pace.h"
#include <string.h>

GazMark *gaz_flow_mark(GazFlow *flow, GazMarkKind kind, GazInk ink)
{
    GazMark mark = {.kind = kind, .ink = ink};

    g_array_append_val(flow->page.marks, mark);
    return &g_array_index(flow->page.marks, GazMark, flow->page.marks->len - 1);
}

double gaz_baseline(double y, double size)
{
    return y + 0.88 * size;
}

/* In the top margin, above everything that the standard places, and no wider than the type area. */
static void draw_head_line(GazFlow *flow, const char *text, GazLanguage language, double y, GazInk ink,
                           bool *said)
{
    const char *tag = *said ? "Private" : "P"; /* read out once, seen on every page */
    GazFace face = language == GAZ_ZH ? GAZ_FACE_HEI : GAZ_FACE_LATIN_BOLD;
    double width = gaz_fonts_shape(flow->fonts, text, face, 9, language)->width;

    gaz_flow_open(flow, tag);
    gaz_flow_text(flow, text, face, 9 * MIN(1, flow->width / width), language, flow->left + flow->width / 2,
                  y, 0.5, ink);
    gaz_flow_close(flow, tag);
    *said = true;
}

static void draw_banner(GazFlow *flow)
{
    g_autofree char *text = gaz_node_text(flow->banner);

    draw_head_line(flow, text, flow->banner->language, GAZ_MM(15), GAZ_INK_BLACK, &flow->banner_said);
}

/* Of a version in force no longer. */
static void draw_standing(GazFlow *flow)
{
    const char *text = flow->document->standing.in[flow->part];

    if (text != NULL)
        draw_head_line(flow, text, flow->part, GAZ_MM(9), GAZ_INK_RED, &flow->standing_said);
}

void gaz_flow_begin_page(GazFlow *flow, bool landscape)
{
    double wide = GAZ_MM(297), narrow = GAZ_MM(210);

    flow->blank = flow->open ? flow->bottom - flow->y : 0;
    if (flow->open)
        gaz_flow_end_page(flow);
    flow->open = true;
    flow->landscape = landscape;
    flow->numbered = true;
    flow->page.number++;
    flow->page.width = landscape ? wide : narrow;
    flow->page.height = landscape ? narrow : wide;
    flow->left = landscape ? GAZ_MM(35) : GAZ_LEFT; /* bound at its top, the sheet's foot at the left */
    flow->width = landscape ? GAZ_HEIGHT : GAZ_WIDTH;
    flow->top = landscape ? GAZ_MM(28) : GAZ_TOP;
    flow->bottom = flow->top + (landscape ? GAZ_WIDTH : GAZ_HEIGHT);
    flow->y = flow->top;
    flow->taken = 0;
    flow->shown = 0;
    draw_standing(flow);
    if (flow->banner != NULL)
        draw_banner(flow);
}

/* 7.5: half-width song digits of size 4 between dashes 7 mm below the type area, one character in at the
 * outer side: right on odd pages. A dash's stroke lies 0.38 em above the baseline. On a landscape page the
 * number stays where the upright sheet has it (8): at the left edge, turned. */
static void number_page(GazFlow *flow)
{
    g_autofree char *text = g_strdup_printf("— %u —", flow->page.number);
    bool odd = flow->page.number % 2 == 1;
    double width = gaz_fonts_shape(flow->fonts, text, GAZ_FACE_SONG, 14, GAZ_ZH)->width;
    double along = odd ? GAZ_WIDTH - 14 - width : 14, below = GAZ_MM(7) + 0.38 * 14;
    guint first;

    gaz_flow_open(flow, "Private");
    first = flow->page.marks->len;
    gaz_flow_text(flow, text, GAZ_FACE_SONG, 14, GAZ_ZH, 0, 0, 0, GAZ_INK_BLACK);
    for (guint i = first; i < flow->page.marks->len; i++) {
        GazMark *mark = &g_array_index(flow->page.marks, GazMark, i);
        double at = along + mark->x;

        mark->x = flow->landscape ? flow->left - below : flow->left + at;
        mark->y = flow->landscape ? flow->top + at : flow->bottom + below;
        mark->turned = flow->landscape;
    }
    gaz_flow_close(flow, "Private");
}

void gaz_flow_end_page(GazFlow *flow)
{
    if (!flow->open)
        return;
    if (flow->numbered)
        number_page(flow);
    flow->open = false;
    if (gaz_pace_keep(flow))
        return;
    if (!flow->failed && !gaz_relay_pass(flow->relay, &flow->page))
        flow->failed = true;
    g_array_set_size(flow->page.marks, 0);
}

bool gaz_flow_fits(const GazFlow *flow, double height)
{
    return flow->measuring || (flow->open && flow->y + height <= flow->bottom + 0.5);
}

bool gaz_flow_need(GazFlow *flow, double height)
{
    if (gaz_flow_fits(flow, height))
        return false;
    gaz_flow_begin_page(flow, flow->landscape);
    return true;
}

static bool stands_apart(const char *name)
{
    return strcmp(name, "Private") == 0 || strcmp(name, "Figure") == 0;
}

void gaz_flow_open_as(GazFlow *flow, const char *name, const GazElement *element)
{
    GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_OPEN, GAZ_INK_BLACK);

    mark->name = name;
    mark->element = *element;
    flow->apart += stands_apart(name);
}

void gaz_flow_open(GazFlow *flow, const char *name)
{
    static const GazElement plain = {0};

    gaz_flow_open_as(flow, name, &plain);
}

void gaz_flow_close(GazFlow *flow, const char *name)
{
    gaz_flow_mark(flow, GAZ_MARK_CLOSE, GAZ_INK_BLACK)->name = name;
    flow->apart -= stands_apart(name);
}

GazLanguage gaz_flow_open_in(GazFlow *flow, const char *name, GazLanguage language)
{
    GazElement element = {.language = language == flow->language ? NULL : gaz_language_tag(language)};
    GazLanguage before = flow->language;

    gaz_flow_open_as(flow, name, &element);
    flow->language = language;
    return before;
}

void gaz_flow_close_in(GazFlow *flow, const char *name, GazLanguage before)
{
    gaz_flow_close(flow, name);
    flow->language = before;
}

void gaz_flow_target(GazFlow *flow, const char *id)
{
    if (id != NULL && g_hash_table_contains(flow->targets, id) &&
        g_hash_table_add(flow->reached, (gpointer)id))
        gaz_flow_mark(flow, GAZ_MARK_TARGET, GAZ_INK_BLACK)->name = id;
}

void gaz_flow_fill(GazFlow *flow, double x, double y, double width, double height, GazInk ink)
{
    GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_FILL, ink);

    mark->x = x;
    mark->y = y;
    mark->width = width;
    mark->height = height;
}

void gaz_flow_rule(GazFlow *flow, double x, double y, double width, double thickness, GazInk ink)
{
    gaz_flow_fill(flow, x, y - thickness / 2, width, thickness, ink);
}

const char *gaz_flow_note_marks(const GazFlow *flow, const char *ids)
{
    g_auto(GStrv) each = ids == NULL ? NULL : g_strsplit(ids, " ", -1);
    g_autoptr(GString) marks = g_string_new("[");

    if (ids == NULL)
        return NULL;
    for (unsigned i = 0; each[i] != NULL; i++) {
        const char *number = g_hash_table_lookup(flow->notes, each[i]);

        g_string_append_printf(marks, "%s%s", i == 0 ? "" : ", ", number == NULL ? each[i] : number);
    }
    g_string_append_c(marks, ']');
    return gaz_arena_strdup(flow->arena, marks->str);
}

/* The element that runs like this one stand in, opened; gives its name to be closed with; NULL: none. */
static const char *open_for_run(GazFlow *flow, const GazRun *run)
{
    GazElement element = {.language =
                              run->language == flow->language ? NULL : gaz_language_tag(run->language)};
    const char *name = NULL;

    if (flow->apart > 0)
        return NULL;
    element.target = gaz_link_target(flow, run);
    if (element.target != NULL) {
        name = "Link";
        element.alternative = gaz_link_alternative(flow, run);
    }
    if (name == NULL && element.language != NULL)
        name = "Span";
    if (name != NULL)
        gaz_flow_open_as(flow, name, &element);
    return name;
}

static bool same_element(const GazRun *one, const GazRun *two)
{
    return one == two || (one->language == two->language && one->link == NULL && two->link == NULL &&
                          one->note == NULL && two->note == NULL);
}

void gaz_flow_line(GazFlow *flow, const GazLine *line, double x, double y, GazInk ink)
{
    const GazRun *before = NULL;
    const char *open = NULL;

    for (unsigned i = 0; i < line->segments->len; i++) {
        const GazSegment *segment = &g_array_index(line->segments, GazSegment, i);
        GazMark *mark;

        if (before == NULL || !same_element(before, segment->run)) {
            if (open != NULL)
                gaz_flow_close(flow, open);
            open = open_for_run(flow, segment->run);
        }
        before = segment->run;
        mark = gaz_flow_mark(flow, GAZ_MARK_GLYPHS, ink);
        mark->x = x + segment->x;
        mark->y = segment->run->note != NULL ? y - 3 : y;
        mark->width = segment->width;
        mark->glyphs = gaz_glyphs_ref(segment->glyphs);
        mark->text = segment->text;
        mark->language = segment->run->language;
    }
    if (open != NULL)
        gaz_flow_close(flow, open);
}

/* All of a piece, as it was shaped. */
static GazGlyphs *glyphs_of(const GazPiece *piece)
{
    const PangoItem *item = piece->item.item;

    return gaz_glyphs_new(piece, 0, piece->item.glyphs->num_glyphs, item->offset, item->length);
}

double gaz_flow_text(GazFlow *flow, const char *text, GazFace face, double size, GazLanguage language,
                     double x, double y, double align, GazInk ink)
{
    const GazShaped *shaped = gaz_fonts_shape(flow->fonts, text, face, size, language);
    const char *kept = gaz_arena_intern(flow->arena, text);
    bool foreign = flow->apart == 0 && language != flow->language;
    GazLanguage before = flow->language;

    if (foreign)
        before = gaz_flow_open_in(flow, "Span", language);
    x -= shaped->width * align;
    for (unsigned i = 0; i < shaped->count; i++) {
        GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_GLYPHS, ink);

        mark->x = x;
        mark->y = y;
        mark->width = shaped->pieces[i].width;
        mark->glyphs = glyphs_of(&shaped->pieces[i]);
        mark->text = kept;
        mark->language = language;
        x += shaped->pieces[i].width;
    }
    if (foreign)
        gaz_flow_close_in(flow, "Span", before);
    return shaped->width;
}
