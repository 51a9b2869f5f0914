/* paragraph.c - lines by total fit: the breaks whose lines together are changed least. Shrink first, stretch
 * second (clreq). Sums up to each box are kept, so that a line is judged without walking it, and a line looks
 * back only as far as the measure reaches: the cost is linear in the text. */
#include "layout/paragraph.h"

#include "layout/boxes.h"
#include <math.h>

static const double too_wide = 1e6, a_line = 1000, lone_character = 400, left_short = 5000;
static const double widest_spread = 0.5; /* [em] between characters */

/* What gives way, in the order of clreq. */
typedef enum { TIER_BLANK, TIER_BRACKET, TIER_PAUSE, TIER_GAP, TIER_STOP, TIERS } Tier;

/* Of all boxes before one. */
typedef struct {
    double width;         /* gaps included */
    double shrink[TIERS]; /* what each tier can give */
    double blanks, gaps;  /* what blanks and gaps may widen by before characters are spread */
    unsigned places;      /* where characters may be spread */
} Sum;

typedef struct {
    const GazSetting *setting;
    const GazBox *boxes;
    unsigned count;
    Sum *sums; /* count + 1 */
} Text;

/* A line of boxes `from` up to, not with, `to`; blanks at its end left out. */
typedef struct {
    unsigned from, to;
    double natural, measure; /* [pt] */
    double start, end;       /* [pt] blanks given up at its ends */
    Sum sum;                 /* of it */
} Fit;

static bool is_blank(const GazBox *box)
{
    return box->class == GAZ_CLASS_SPACE;
}

static bool may_widen(const GazBox *box)
{
    return is_blank(box) && !box->fixed;
}

static Tier tier_of(const GazBox *box)
{
    switch (box->class) {
    case GAZ_CLASS_SPACE:
        return TIER_BLANK;
    case GAZ_CLASS_PAUSE:
        return TIER_PAUSE;
    case GAZ_CLASS_STOP:
        return TIER_STOP;
    default:
        return TIER_BRACKET;
    }
}

static bool never_spread(const GazBox *box)
{
    return box->class == GAZ_CLASS_MID || box->class == GAZ_CLASS_SLASH || box->class == GAZ_CLASS_SPACE;
}

/* Whether characters may be spread between these neighbours (clreq: never inside —— ……, Latin, numbers; nor
 * after a level's number or a label, which stand where those of other paragraphs do). */
static bool may_spread(const Text *text, const GazBox *one, const GazBox *two)
{
    if (text->setting->language == GAZ_EN || one->fixed || never_spread(one) || never_spread(two) ||
        two->run->note != NULL)
        return false;
    if (one->class == GAZ_CLASS_DASH && two->class == GAZ_CLASS_DASH)
        return false;
    return one->class != GAZ_CLASS_LATIN || two->class != GAZ_CLASS_LATIN;
}

static void add_box(const Text *text, Sum *sum, unsigned at)
{
    const GazBox *box = &text->boxes[at];

    sum->width += box->width + box->gap;
    sum->shrink[tier_of(box)] += box->give;
    sum->shrink[TIER_GAP] += box->gap / 2;
    sum->gaps += box->gap / 3;
    if (may_widen(box))
        sum->blanks += text->setting->size / 4;
    if (at + 1 < text->count && may_spread(text, box, box + 1))
        sum->places++;
}

static Sum *new_sums(const Text *text)
{
    Sum *sums = g_new0(Sum, text->count + 1);

    for (unsigned i = 0; i < text->count; i++) {
        sums[i + 1] = sums[i];
        add_box(text, &sums[i + 1], i);
    }
    return sums;
}

static Sum difference(const Sum *to, const Sum *from)
{
    Sum sum = *to;

    sum.width -= from->width;
    for (Tier tier = 0; tier < TIERS; tier++)
        sum.shrink[tier] -= from->shrink[tier];
    sum.blanks -= from->blanks;
    sum.gaps -= from->gaps;
    sum.places -= from->places;
    return sum;
}

/* The blank that a mark at the line's end gives up always (GB/T 15834 5.1.10: shall). */
static double trim_at_end(const GazBox *box)
{
    bool mark =
        box->class == GAZ_CLASS_CLOSE || box->class == GAZ_CLASS_PAUSE || box->class == GAZ_CLASS_STOP;

    return mark ? box->give : 0;
}

/* An opening mark loses its left half where a line begins; on the first the 2 字 are kept whole. */
static double trim_at_start(const GazBox *box, unsigned from)
{
    return from > 0 && box->class == GAZ_CLASS_OPEN ? box->give : 0;
}

static Fit fit_line(const Text *text, unsigned from, unsigned to)
{
    Fit fit = {.from = from, .to = to};
    const GazBox *first = &text->boxes[from], *last;

    while (fit.to > from + 1 && is_blank(&text->boxes[fit.to - 1]))
        fit.to--;
    last = &text->boxes[fit.to - 1];
    fit.measure = text->setting->measure - (from == 0 ? text->setting->indent : text->setting->hang);
    fit.sum = difference(&text->sums[fit.to], &text->sums[from]);
    fit.start = trim_at_start(first, from);
    fit.end = trim_at_end(last);
    fit.sum.shrink[tier_of(first)] -= fit.start;
    fit.sum.shrink[tier_of(last)] -= fit.end;
    fit.sum.shrink[TIER_GAP] -= last->gap / 2;
    fit.sum.gaps -= last->gap / 3;
    if (fit.to < text->count && may_spread(text, last, last + 1))
        fit.sum.places--;
    fit.natural = fit.sum.width - last->gap - fit.start - fit.end;
    return fit;
}

static double all_shrink(const Sum *sum)
{
    double all = 0;

    for (Tier tier = 0; tier < TIERS; tier++)
        all += sum->shrink[tier];
    return all;
}

/* What the line may be narrowed by. */
static double most_shrink(const Text *text, const Fit *fit)
{
    return text->setting->fill == GAZ_FILL_RAGGED ? 0 : all_shrink(&fit->sum);
}

static double cost_of_stretch(const Text *text, const Fit *fit, double free)
{
    double wide = fit->sum.blanks + fit->sum.gaps;
    double rest = free - wide, share;

    if (free < 0.01)
        return 0;
    if (text->setting->language == GAZ_EN) {
        share = wide > 0 ? free / wide : 10;
        return 100 * share * share * share;
    }
    if (rest <= 0)
        return 30 * (free / wide) * (free / wide);
    if (fit->sum.places == 0)
        return wide > 0 ? MIN(100 * (free / wide) * (free / wide), left_short) : left_short;
    share = rest / fit->sum.places / (text->setting->size / 10);
    return MIN(30 + 100 * share * share, left_short);
}

static double cost_of_width(const Text *text, const Fit *fit, bool last)
{
    double need = fit->natural - fit->measure, share;
    bool justified = text->setting->fill == GAZ_FILL_JUSTIFIED;

    if (need > 0.01) {
        share = need / MAX(most_shrink(text, fit), 1e-6);
        return share > 1 + 1e-9 ? too_wide * (1 + need) : 100 * share * share + (justified ? 0 : a_line);
    }
    if (justified)
        return last ? 0 : cost_of_stretch(text, fit, -need);
    return last ? a_line : a_line + 100 * need * need / (fit->measure * fit->measure);
}

/* A last line of one character, with or without its mark; a unit in brackets, （条）, may stand alone. */
static bool is_lone(const Text *text, const Fit *fit)
{
    unsigned letters = 0;

    for (unsigned i = fit->from; i < fit->to && letters < 2; i++)
        letters += text->boxes[i].class == GAZ_CLASS_HAN ? 1
                   : text->boxes[i].class == GAZ_CLASS_LATIN
                       ? MAX(1, (unsigned)(text->boxes[i].width / text->setting->size))
                       : 0;
    return fit->from > 0 && letters < 2 && text->boxes[fit->from].class != GAZ_CLASS_OPEN;
}

static double cost_of(const Text *text, const Fit *fit, unsigned to)
{
    bool last = to == text->count;
    double cost = cost_of_width(text, fit, last) + text->boxes[to - 1].part;

    return last && is_lone(text, fit) ? cost + lone_character : cost;
}

/* Whether a ragged text has room on one line: no two lines are better. */
static bool is_one_line(const Text *text)
{
    Fit fit = fit_line(text, 0, text->count);

    return text->setting->fill != GAZ_FILL_JUSTIFIED && fit.natural - most_shrink(text, &fit) <= fit.measure;
}

/* best[i]: least cost of breaking before box i; from[i]: where its last line began. */
static void find_breaks(const Text *text, double *best, unsigned *from)
{
    for (unsigned to = 1; to <= text->count; to++) {
        best[to] = INFINITY;
        if (isinf(text->boxes[to - 1].part))
            continue;
        for (unsigned start = to; start-- > 0;) {
            Fit fit;
            double cost;

            if (isinf(best[start]))
                continue;
            fit = fit_line(text, start, to);
            cost = best[start] + cost_of(text, &fit, to);
            if (cost < best[to]) {
                best[to] = cost;
                from[to] = start;
            }
            if (fit.natural - all_shrink(&fit.sum) > fit.measure)
                break; /* all longer lines are too wide as well, and this one was weighed */
        }
    }
}

typedef struct {
    double width, offset, gap; /* [pt] of a box as it is placed; the gap stands after it */
} Placed;

static void take_from_tier(const Text *text, const Fit *fit, Placed *placed, Tier tier, double share)
{
    for (unsigned i = fit->from; i < fit->to; i++) {
        Placed *at = &placed[i - fit->from];
        const GazBox *box = &text->boxes[i];
        bool trimmed = (i == fit->from && fit->start > 0) || (i + 1 == fit->to && fit->end > 0);

        if (tier == TIER_GAP)
            at->gap -= at->gap / 2 * share;
        if (tier == TIER_GAP || tier_of(box) != tier || trimmed)
            continue;
        at->width -= box->give * share;
        at->offset += box->class == GAZ_CLASS_OPEN ? box->give * share : 0;
    }
}

static void shrink_line(const Text *text, const Fit *fit, Placed *placed, double need)
{
    for (Tier tier = 0; tier < TIERS && need > 0.001; tier++) {
        double give = fit->sum.shrink[tier];
        double share = give <= 0 ? 0 : MIN(1, need / give);

        take_from_tier(text, fit, placed, tier, share);
        need -= give * share;
    }
}

/* A line that can only be filled by tearing its characters apart, as before a long address, stays short. */
static void stretch_line(const Text *text, const Fit *fit, Placed *placed, double free)
{
    double wide = fit->sum.blanks + fit->sum.gaps;
    bool spread = fit->sum.places > 0;
    double share = wide > 0 ? (spread ? MIN(1, free / wide) : free / wide) : 0;
    double each = spread ? MAX(0, free - wide * share) / fit->sum.places : 0;
    double most = text->setting->spread > 0 ? text->setting->spread : widest_spread;

    if (text->setting->language == GAZ_ZH && each > text->setting->size * most)
        return;
    for (unsigned i = fit->from; i + 1 < fit->to; i++) {
        Placed *at = &placed[i - fit->from];
        const GazBox *box = &text->boxes[i];

        if (may_widen(box))
            at->width += text->setting->size / 4 * share;
        at->gap += at->gap / 3 * share;
        if (may_spread(text, box, box + 1))
            at->gap += each;
    }
}

static void place_boxes(const Text *text, const Fit *fit, Placed *placed)
{
    double need = fit->natural - fit->measure;

    for (unsigned i = fit->from; i < fit->to; i++) {
        const GazBox *box = &text->boxes[i];
        double start = i == fit->from ? fit->start : 0, end = i + 1 == fit->to ? fit->end : 0;

        placed[i - fit->from] =
            (Placed){box->width - start - end, box->offset + start, i + 1 == fit->to ? 0 : box->gap};
    }
    if (text->setting->fill == GAZ_FILL_RAGGED)
        return;
    if (need > 0)
        shrink_line(text, fit, placed, need);
    else if (fit->to < text->count && text->setting->fill == GAZ_FILL_JUSTIFIED)
        stretch_line(text, fit, placed, -need);
}

/* The glyphs of boxes `from` up to `to`, all of one piece, at the widths they were placed with. */
static GazGlyphs *new_glyphs(const GazBox *from, const GazBox *to, const Placed *placed)
{
    GazGlyphs *glyphs =
        gaz_glyphs_new(from->piece, from->glyph, to[-1].glyph + to[-1].glyph_count - from->glyph, from->start,
                       to[-1].end - from->start);
    int glyph = 0;

    for (const GazBox *box = from; box < to; box++, placed++) {
        int first = glyph;
        double natural = 0;

        for (int i = 0; i < box->glyph_count; i++, glyph++)
            natural += glyphs->glyphs[glyph].width / (double)PANGO_SCALE;
        glyphs->glyphs[first].x_offset -= (int)lround(placed->offset * PANGO_SCALE);
        glyphs->glyphs[glyph - 1].width += (int)lround((placed->width + placed->gap - natural) * PANGO_SCALE);
    }
    return glyphs;
}

/* Up to box `to`: blanks at the line's end are there for readers and copies, without width. */
static void add_segments(const Text *text, const Fit *fit, const Placed *placed, unsigned to, GazLine *line)
{
    double x = line->x;

    for (unsigned i = fit->from; i < to;) {
        const GazBox *from = &text->boxes[i];
        unsigned end = i;
        GazSegment segment = {.text = from->run->text, .run = from->run, .x = x};

        for (; end < to && text->boxes[end].piece == from->piece && text->boxes[end].run == from->run; end++)
            x += placed[end - fit->from].width + placed[end - fit->from].gap;
        segment.width = x - segment.x;
        segment.glyphs = new_glyphs(from, &text->boxes[end], &placed[i - fit->from]);
        g_array_append_val(line->segments, segment);
        i = end;
    }
    line->width = x - line->x;
}

static void add_line(const Text *text, GazParagraph *paragraph, unsigned from, unsigned to)
{
    Fit fit = fit_line(text, from, to);
    g_autofree Placed *placed = g_new0(Placed, to - from);
    GazLine line = {.segments = g_array_new(FALSE, FALSE, sizeof(GazSegment)),
                    .x = from == 0 ? text->setting->indent : text->setting->hang};

    place_boxes(text, &fit, placed);
    add_segments(text, &fit, placed, to, &line);
    paragraph->widest = MAX(paragraph->widest, line.x + line.width);
    g_array_append_val(paragraph->lines, line);
}

static void break_lines(const Text *text, GazParagraph *paragraph)
{
    g_autofree double *best = g_new0(double, text->count + 1);
    g_autofree unsigned *from = g_new0(unsigned, text->count + 1);
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(unsigned));
    unsigned start = 0;

    if (!is_one_line(text))
        find_breaks(text, best, from);
    for (unsigned at = text->count; at > 0; at = from[at])
        g_array_append_val(ends, at);
    for (unsigned i = ends->len; i-- > 0;) {
        add_line(text, paragraph, start, g_array_index(ends, unsigned, i));
        start = g_array_index(ends, unsigned, i);
    }
}

static void clear_line(void *data)
{
    GazLine *line = data;

    for (unsigned i = 0; i < line->segments->len; i++)
        g_clear_pointer(&g_array_index(line->segments, GazSegment, i).glyphs, gaz_glyphs_unref);
    g_array_unref(line->segments);
}

GazParagraph *gaz_paragraph_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting)
{
    GazParagraph *paragraph = g_new0(GazParagraph, 1);
    g_autoptr(GArray) boxes = gaz_boxes_new(fonts, runs, setting);
    Text text = {.setting = setting, .boxes = (const GazBox *)(void *)boxes->data, .count = boxes->len};

    paragraph->lines = g_array_new(FALSE, FALSE, sizeof(GazLine));
    g_array_set_clear_func(paragraph->lines, clear_line);
    text.sums = new_sums(&text);
    if (text.count > 0)
        break_lines(&text, paragraph);
    g_free(text.sums);
    return paragraph;
}

void gaz_paragraph_free(GazParagraph *paragraph)
{
    if (paragraph == NULL)
        return;
    g_array_unref(paragraph->lines);
    g_free(paragraph);
}

double gaz_text_width(GazFonts *fonts, const char *text, const GazSetting *setting)
{
    GazRun run = {.text = text, .language = setting->language};
    g_autoptr(GArray) boxes = gaz_boxes_new(fonts, &run, setting);
    double width = 0;

    for (unsigned i = 0; i < boxes->len; i++)
        width += g_array_index(boxes, GazBox, i).width + g_array_index(boxes, GazBox, i).gap;
    return width;
}
