/* paragraph.c - lines by total fit: the breaks whose lines together are changed least. Shrink first, stretch
 * second (clreq). Cost is linear in the text: a line looks back only as far as the measure reaches. */
#include "layout/paragraph.h"

#include "layout/boxes.h"
#include <math.h>
#include <string.h>

enum { LONE_CHARACTER = 3000, TOO_WIDE = 1000000 };

typedef struct {
    const GazSetting *setting;
    const GazBox *boxes;
    unsigned count;
} Text;

/* A line of boxes `from` up to, not with, `to`. Lengths in pt. */
typedef struct {
    unsigned from, to;
    double natural, shrink, stretch, measure;
} Fit;

static double measure_of(const Text *text, unsigned from)
{
    return text->setting->measure - (from == 0 ? text->setting->indent : text->setting->hang);
}

static bool is_blank(const GazBox *box)
{
    return box->class == GAZ_CLASS_SPACE;
}

/* Where a line may widen before `box`: at blanks in English, anywhere but inside numbers and dashes in
 * Chinese. */
static double stretch_before(const Text *text, const GazBox *before, const GazBox *box)
{
    if (is_blank(before))
        return text->setting->size / 2;
    if (text->setting->language == GAZ_EN || is_blank(box))
        return 0;
    if (before->class == GAZ_CLASS_DASH || before->class == GAZ_CLASS_SLASH ||
        box->class == GAZ_CLASS_SLASH || before->class == GAZ_CLASS_MID || box->class == GAZ_CLASS_MID ||
        box->run->note != NULL)
        return 0;
    return box->gap > 0 ? text->setting->size / 6 : text->setting->size / 10;
}

/* The blank that a mark at the line's end gives up always (GB/T 15834 5.1.10). */
static double trim_at_end(const GazBox *box)
{
    return box->class == GAZ_CLASS_CLOSE || box->class == GAZ_CLASS_PAUSE || box->class == GAZ_CLASS_STOP
               ? box->shrink
               : 0;
}

static double trim_at_start(const GazBox *box, unsigned from)
{
    return from > 0 && box->class == GAZ_CLASS_OPEN ? box->shrink : 0;
}

static void add_box(const Text *text, Fit *fit, unsigned at)
{
    const GazBox *box = &text->boxes[at];

    if (at > fit->from) {
        fit->natural += box->gap;
        fit->shrink += box->gap / 2;
        fit->stretch += stretch_before(text, box - 1, box);
    }
    fit->natural += box->width;
    fit->shrink += box->shrink;
}

/* The line from `from` to `to`, blanks at its end left out, marks at its ends trimmed. */
static Fit fit_line(const Text *text, unsigned from, unsigned to)
{
    Fit fit = {.from = from, .to = to, .measure = measure_of(text, from)};
    double start, end;

    while (fit.to > from + 1 && is_blank(&text->boxes[fit.to - 1]))
        fit.to--;
    for (unsigned i = from; i < fit.to; i++)
        add_box(text, &fit, i);
    start = trim_at_start(&text->boxes[from], from);
    end = trim_at_end(&text->boxes[fit.to - 1]);
    fit.natural -= start + end;
    fit.shrink -= start + end;
    return fit;
}

static bool is_lone(const Text *text, const Fit *fit)
{
    unsigned letters = 0;

    for (unsigned i = fit->from; i < fit->to; i++)
        letters += text->boxes[i].class == GAZ_CLASS_HAN     ? 1
                   : text->boxes[i].class == GAZ_CLASS_LATIN ? 2
                                                             : 0;
    return fit->from > 0 && letters < 2;
}

static double cost_of(const Text *text, const Fit *fit)
{
    bool last = fit->to >= text->count || text->setting->fill == GAZ_FILL_RAGGED;
    double need = fit->natural - fit->measure;
    double cost = fit->to >= text->count && is_lone(text, fit) ? LONE_CHARACTER : 0;
    double share;

    if (need > 0.01) {
        share = fit->shrink > 0 ? need / fit->shrink : TOO_WIDE;
        return cost + (share > 1 ? TOO_WIDE * (1 + need) : 100 * share * share);
    }
    if (last) /* ragged lines: even ones, but that is a wish only */
        return cost + (fit->to >= text->count ? 0 : 20 * need * need / (fit->measure * fit->measure));
    share = fit->stretch > 0 ? -need / fit->stretch : TOO_WIDE;
    return cost + 160 * share * share;
}

/* best[i]: least cost of breaking before box i; from[i]: where its last line began. */
static void find_breaks(const Text *text, double *best, unsigned *from)
{
    for (unsigned to = 1; to <= text->count; to++) {
        best[to] = INFINITY;
        if (!text->boxes[to - 1].may_break)
            continue;
        for (unsigned start = to; start-- > 0;) {
            Fit fit;
            double cost;

            if (isinf(best[start]))
                continue;
            fit = fit_line(text, start, to);
            cost = best[start] + cost_of(text, &fit);
            if (cost < best[to]) {
                best[to] = cost;
                from[to] = start;
            }
            if (fit.natural - fit.shrink > fit.measure && !isinf(best[to]))
                break;
        }
    }
}

/* Tiers of clreq: what is asked to give way first. */
static int tier_of(const GazBox *box)
{
    switch (box->class) {
    case GAZ_CLASS_SPACE:
        return 0;
    case GAZ_CLASS_OPEN:
    case GAZ_CLASS_CLOSE:
        return 1;
    case GAZ_CLASS_PAUSE:
        return 2;
    case GAZ_CLASS_STOP:
        return 4;
    default:
        return -1;
    }
}
enum { TIER_GAP = 3, TIERS = 5 };

typedef struct {
    double width, offset, gap; /* [pt] of a box as it is placed */
} Placed;

static double tier_give(const Text *text, const Fit *fit, const Placed *placed, int tier)
{
    double give = 0;

    for (unsigned i = fit->from; i < fit->to; i++) {
        if (tier_of(&text->boxes[i]) == tier)
            give += MIN(text->boxes[i].shrink, placed[i - fit->from].width);
        if (tier == TIER_GAP)
            give += placed[i - fit->from].gap / 2;
    }
    return give;
}

static void take_from_tier(const Text *text, const Fit *fit, Placed *placed, int tier, double share)
{
    for (unsigned i = fit->from; i < fit->to; i++) {
        Placed *at = &placed[i - fit->from];
        const GazBox *box = &text->boxes[i];
        bool trimmed = (i == fit->from && trim_at_start(box, fit->from) > 0) ||
                       (i + 1 == fit->to && trim_at_end(box) > 0);

        if (tier == TIER_GAP)
            at->gap -= at->gap / 2 * share;
        if (tier_of(box) != tier || trimmed)
            continue;
        at->width -= box->shrink * share;
        at->offset += box->class == GAZ_CLASS_OPEN ? box->shrink * share : 0;
    }
}

static void shrink_line(const Text *text, const Fit *fit, Placed *placed, double need)
{
    for (int tier = 0; tier < TIERS && need > 0.001; tier++) {
        double give = tier_give(text, fit, placed, tier);
        double share = give <= 0 ? 0 : MIN(1, need / give);

        take_from_tier(text, fit, placed, tier, share);
        need -= give * share;
    }
}

static void stretch_line(const Text *text, const Fit *fit, Placed *placed, double need)
{
    for (unsigned i = fit->from + 1; i < fit->to && fit->stretch > 0; i++)
        placed[i - fit->from].gap +=
            need * stretch_before(text, &text->boxes[i - 1], &text->boxes[i]) / fit->stretch;
}

static void place_boxes(const Text *text, const Fit *fit, Placed *placed)
{
    double need = fit->natural - fit->measure;

    for (unsigned i = fit->from; i < fit->to; i++) {
        const GazBox *box = &text->boxes[i];
        double start = i == fit->from ? trim_at_start(box, fit->from) : 0;
        double end = i + 1 == fit->to ? trim_at_end(box) : 0;

        placed[i - fit->from] =
            (Placed){box->width - start - end, box->offset + start, i == fit->from ? 0 : box->gap};
    }
    if (need > 0)
        shrink_line(text, fit, placed, need);
    else if (text->setting->fill == GAZ_FILL_JUSTIFIED && fit->to < text->count)
        stretch_line(text, fit, placed, -need);
}

/* A glyph item of boxes `from` up to `to`, all of one piece, at the widths they were placed with. */
static PangoGlyphItem *new_item(const GazBox *from, const GazBox *to, const Placed *placed)
{
    PangoGlyphItem *item = g_slice_new0(PangoGlyphItem); /* as pango_glyph_item_free() expects */
    const GazBox *last = to - 1;
    int glyph = 0;

    item->item = pango_item_copy(from->piece->item.item);
    item->item->offset = from->start;
    item->item->length = last->end - from->start;
    item->item->num_chars = (int)g_utf8_strlen(from->shaped->text + from->start, item->item->length);
    item->glyphs = pango_glyph_string_new();
    pango_glyph_string_set_size(item->glyphs, last->glyph + last->glyph_count - from->glyph);
    for (const GazBox *box = from; box < to; box++, placed++) {
        double natural = 0;
        int first = glyph;

        for (int i = 0; i < box->glyph_count; i++, glyph++) {
            item->glyphs->glyphs[glyph] = box->piece->item.glyphs->glyphs[box->glyph + i];
            item->glyphs->log_clusters[glyph] = box->piece->item.glyphs->log_clusters[box->glyph + i] -
                                                (from->start - from->piece->item.item->offset);
            natural += item->glyphs->glyphs[glyph].geometry.width / (double)PANGO_SCALE;
        }
        item->glyphs->glyphs[first].geometry.x_offset -= (int)(placed->offset * PANGO_SCALE);
        item->glyphs->glyphs[glyph - 1].geometry.width +=
            (int)lround((placed->width - natural + (box + 1 < to ? placed[1].gap : 0)) * PANGO_SCALE);
    }
    return item;
}

static void add_segments(const Text *text, const Fit *fit, const Placed *placed, GazLine *line)
{
    double x = line->x;

    for (unsigned i = fit->from; i < fit->to;) {
        const GazBox *from = &text->boxes[i];
        unsigned end = i;
        GazSegment segment = {.text = from->shaped->text, .run = from->run};

        x += placed[i - fit->from].gap;
        segment.x = x;
        for (; end < fit->to && text->boxes[end].piece == from->piece; end++)
            x += placed[end - fit->from].width + (end > i ? placed[end - fit->from].gap : 0);
        segment.width = x - segment.x;
        segment.item = new_item(from, &text->boxes[end], &placed[i - fit->from]);
        g_array_append_val(line->segments, segment);
        i = end;
    }
    line->width = x - line->x;
}

static void add_line(const Text *text, GazParagraph *paragraph, unsigned from, unsigned to)
{
    Fit fit = fit_line(text, from, to);
    g_autofree Placed *placed = g_new0(Placed, fit.to - fit.from);
    GazLine line = {.segments = g_array_new(FALSE, FALSE, sizeof(GazSegment)),
                    .x = from == 0 ? text->setting->indent : text->setting->hang};

    place_boxes(text, &fit, placed);
    add_segments(text, &fit, placed, &line);
    paragraph->widest = MAX(paragraph->widest, line.x + line.width);
    g_array_append_val(paragraph->lines, line);
}

static void break_lines(const Text *text, GazParagraph *paragraph)
{
    g_autofree double *best = g_new0(double, text->count + 1);
    g_autofree unsigned *from = g_new0(unsigned, text->count + 1);
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(unsigned));
    unsigned start = 0;

    find_breaks(text, best, from);
    for (unsigned at = text->count; at > 0; at = from[at])
        g_array_append_val(ends, at);
    for (unsigned i = ends->len; i-- > 0;) {
        unsigned end = g_array_index(ends, unsigned, i);

        add_line(text, paragraph, start, end);
        start = end;
    }
}

static void clear_line(void *data)
{
    GazLine *line = data;

    for (unsigned i = 0; i < line->segments->len; i++)
        pango_glyph_item_free(g_array_index(line->segments, GazSegment, i).item);
    g_array_unref(line->segments);
}

GazParagraph *gaz_paragraph_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting)
{
    GazParagraph *paragraph = g_new0(GazParagraph, 1);
    g_autoptr(GArray) boxes = gaz_boxes_new(fonts, runs, setting);
    Text text = {setting, (const GazBox *)boxes->data, boxes->len};

    paragraph->lines = g_array_new(FALSE, FALSE, sizeof(GazLine));
    g_array_set_clear_func(paragraph->lines, clear_line);
    if (text.count > 0)
        break_lines(&text, paragraph);
    return paragraph;
}

void gaz_paragraph_free(GazParagraph *paragraph)
{
    if (paragraph == NULL)
        return;
    g_array_unref(paragraph->lines);
    g_free(paragraph);
}
