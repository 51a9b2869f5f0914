/* figure.c - figures: calendars of windows and bars of days, told apart by place and pattern, not by colour,
 * so that a black-and-white print says the same. */
#include "layout/blocks.h"
#include "layout/labels.h"
#include "layout/picture.h"

static const double row_height = 14, bar_height = 8, axis_height = 26; /* [pt] */
static const double least_row = 11;    /* [pt] rows close up to this before they take a further page */
static const double most_label = 0.42; /* of the width */

typedef struct {
    GazFlow *flow;
    const GazNode *node;
    const GazFigure *figure;
    GazSpeech speech;
    GazLabels *labels;
    double row; /* [pt] height of a calendar's rows whose label has one line */
} Drawing;

static void digits(const Drawing *drawing, const char *text, double x, double y, double align)
{
    gaz_flow_text(drawing->flow, text, GAZ_FACE_SONG, GAZ_LABEL_SIZE - 1, GAZ_ZH, x, y, align, GAZ_INK_BLACK);
}

static void frame(GazFlow *flow, double x, double y, double width, double height, double thickness,
                  bool dashed)
{
    GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_FRAME, GAZ_INK_BLACK);

    mark->x = x;
    mark->y = y;
    mark->width = width;
    mark->height = height;
    mark->thickness = thickness;
    mark->dashed = dashed;
}

static void stroke(GazFlow *flow, double x, double y, double dx, double dy, double thickness, GazInk ink)
{
    GazMark *mark = gaz_flow_mark(flow, GAZ_MARK_LINE, ink);

    mark->x = x;
    mark->y = y;
    mark->width = dx;
    mark->height = dy;
    mark->thickness = thickness;
}

static void hatch(GazFlow *flow, double x, double y, double width, double height)
{
    for (double at = 0; at < width; at += 3) {
        double run = MIN(height / 2, width - at);

        stroke(flow, x + at, y + height, run, -2 * run, 0.4, GAZ_INK_BLACK);
    }
}

/* Planned: light, framed; load limit: framed with a line in its middle; make-up: hatched; verified: dark; a
 * stop that doesn't count: dashed frame; found running: a cross. */
static void bar(GazFlow *flow, GazBarStyle style, double x, double y, double width, double height)
{
    switch (style) {
    case GAZ_BAR_PLANNED:
        gaz_flow_fill(flow, x, y, width, height, GAZ_INK_LIGHT);
        frame(flow, x, y, width, height, 0.4, false);
        break;
    case GAZ_BAR_LIMITED:
        frame(flow, x, y, width, height, 0.4, false);
        gaz_flow_fill(flow, x, y + height * 0.4, width, height * 0.2, GAZ_INK_GREY);
        break;
    case GAZ_BAR_MAKE_UP:
        frame(flow, x, y, width, height, 0.4, false);
        hatch(flow, x, y, width, height);
        break;
    case GAZ_BAR_VERIFIED:
        gaz_flow_fill(flow, x, y, width, height, GAZ_INK_DARK);
        break;
    case GAZ_BAR_NOT_COUNTED:
        frame(flow, x, y, width, height, 0.5, true);
        break;
    default:
        stroke(flow, x - 3, y, 6, height, 1.2, GAZ_INK_RED);
        stroke(flow, x - 3, y + height, 6, -height, 1.2, GAZ_INK_RED);
    }
}

/* The key names the styles that occur, in rows as wide as the page allows. */
static void key(const Drawing *drawing, unsigned styles)
{
    GazFlow *flow = drawing->flow;
    double x = flow->left;

    for (GazBarStyle style = 0; style < GAZ_BAR_STYLES; style++) {
        const GazText *name = &gaz_bar_style_names[style];
        double width = 22 + gaz_speech_width(&drawing->speech, name) + 2 * GAZ_LABEL_GAP;

        if (!(styles & 1u << style))
            continue;
        if (x + width > flow->left + flow->width) {
            x = flow->left;
            flow->y += row_height;
        }
        bar(flow, style, x, flow->y + 3, style == GAZ_BAR_RUNNING ? 0 : 18, bar_height);
        gaz_speech_place(&drawing->speech, name, x + 22, flow->y + 10);
        x += width;
    }
    flow->y += row_height + GAZ_LABEL_GAP / 2;
}

static unsigned styles_of(const GazFigure *figure)
{
    unsigned styles = figure->kind == GAZ_FIGURE_BARS ? 1u << GAZ_BAR_PLANNED | 1u << GAZ_BAR_VERIFIED : 0;

    for (unsigned r = 0; r < figure->rows->len; r++) {
        const GArray *bars = g_array_index(figure->rows, GazFigureRow, r).bars;

        for (unsigned i = 0; bars != NULL && i < bars->len; i++)
            styles |= 1u << g_array_index(bars, GazBar, i).style;
    }
    return styles;
}

/* The months, and over the first of each year the year. */
static void month_axis(const Drawing *drawing, double x, double scale, double height)
{
    const GazFigure *figure = drawing->figure;
    GazFlow *flow = drawing->flow;
    int year, month, day;

    gaz_date_split(figure->from, &year, &month, &day);
    for (GazDate at = gaz_date_make(year, month, 1); at <= figure->to; at = gaz_date_make(year, month, 1)) {
        double place = x + MAX(0, at - figure->from) * scale;
        bool new_year = month == 1 || at <= figure->from;
        g_autofree char *month_name = g_strdup_printf("%d", month), *year_name = g_strdup_printf("%d", year);

        stroke(flow, place, flow->y + (new_year ? 2 : 12), 0, height - (new_year ? 2 : 12),
               month == 1 ? 0.6 : 0.2, GAZ_INK_GREY);
        digits(drawing, month_name, place + 2, flow->y + 20, 0);
        if (new_year)
            digits(drawing, year_name, place + 2, flow->y + 9, 0);
        month = month == 12 ? 1 : month + 1;
        year += month == 1 ? 1 : 0;
    }
    stroke(flow, x + (figure->to + 1 - figure->from) * scale, flow->y + 12, 0, height - 12, 0.2,
           GAZ_INK_GREY);
}

/* Of row `r`: `usual`, or what its label needs. */
static double height_of(const Drawing *drawing, unsigned r, double usual)
{
    return MAX(usual, gaz_labels_height(drawing->labels, r));
}

static double height_of_rows(const Drawing *drawing, unsigned from, unsigned to, double usual)
{
    double height = 0;

    for (unsigned r = from; r < to; r++)
        height += height_of(drawing, r, usual);
    return height;
}

static void calendar_row(const Drawing *drawing, unsigned r, double x, double scale)
{
    const GazFigure *figure = drawing->figure;
    const GArray *bars = g_array_index(figure->rows, GazFigureRow, r).bars;
    GazFlow *flow = drawing->flow;
    double height = height_of(drawing, r, drawing->row);

    gaz_labels_place(drawing->labels, r, height);
    for (unsigned i = 0; i < bars->len; i++) {
        const GazBar *at = &g_array_index(bars, GazBar, i);
        double start = MAX((double)at->start / 1440 - figure->from, 0);
        double end = MIN((double)at->end / 1440, figure->to + 1) - figure->from;

        if (end >= start)
            bar(flow, at->style, x + start * scale, flow->y + (height - bar_height) / 2,
                (end - start) * scale, bar_height);
    }
    flow->y += height;
}

/* Where the page ends that row `from` begins, `room` [pt] high: no page is left with fewer than four. */
static unsigned rows_on_page(const Drawing *drawing, unsigned from, double room)
{
    const unsigned fewest = 4, all = drawing->figure->rows->len;
    unsigned to = from;

    while (to < all && (room -= height_of(drawing, to, drawing->row)) > -0.1)
        to++;
    if (to < all && all - to < fewest && to - from > fewest)
        to = MAX(all - fewest, from + 1);
    return MAX(to, from + 1);
}

/* What runs a little over the page closes up. */
static double height_of_row(const Drawing *drawing)
{
    const GazFlow *flow = drawing->flow;
    double fitting = (flow->bottom - flow->y - axis_height) / drawing->figure->rows->len;

    return fitting < row_height && fitting >= least_row ? fitting : row_height;
}

static void calendar(Drawing *drawing, GazPicture *picture)
{
    const GazFigure *figure = drawing->figure;
    GazFlow *flow = drawing->flow;
    double labels = gaz_labels_width(drawing->labels), x = flow->left + labels;
    double scale = (flow->width - labels) / (figure->to + 1 - figure->from);

    drawing->row = height_of_row(drawing);
    for (unsigned r = 0; r < figure->rows->len && !flow->failed;) {
        unsigned last = MIN(r + 2, figure->rows->len);

        gaz_picture_need(picture, axis_height + height_of_rows(drawing, r, last, drawing->row));
        last = rows_on_page(drawing, r, flow->bottom - flow->y - axis_height);
        month_axis(drawing, x, scale, axis_height + height_of_rows(drawing, r, last, drawing->row));
        flow->y += axis_height;
        for (; r < last; r++)
            calendar_row(drawing, r, x, scale);
    }
}

static GazDecimal largest(const GazFigure *figure)
{
    GazDecimal most = GAZ_DECIMAL_ONE;

    for (unsigned r = 0; r < figure->rows->len; r++) {
        const GazFigureRow *row = &g_array_index(figure->rows, GazFigureRow, r);

        most = MAX(most, MAX(row->value, row->required));
    }
    return most;
}

/* Days due above, days verified below; the figures at the right, so that nobody has to measure. */
static void bars_row(const Drawing *drawing, unsigned r, double x, double scale)
{
    const GazFigureRow *row = &g_array_index(drawing->figure->rows, GazFigureRow, r);
    GazFlow *flow = drawing->flow;
    double height = height_of(drawing, r, row_height), middle = flow->y + height / 2;
    char value[32], required[32];
    g_autofree char *figures = g_strdup_printf("%s / %s", gaz_decimal_write(row->value, true, value),
                                               gaz_decimal_write(row->required, true, required));

    gaz_labels_place(drawing->labels, r, height);
    bar(flow, GAZ_BAR_PLANNED, x, middle - 5, (double)row->required * scale, 5);
    bar(flow, GAZ_BAR_VERIFIED, x, middle, (double)row->value * scale, 5);
    digits(drawing, figures, flow->left + flow->width, middle + 3, 1);
    flow->y += height + 2;
}

static void bars(const Drawing *drawing, GazPicture *picture)
{
    const GazFigure *figure = drawing->figure;
    GazFlow *flow = drawing->flow;
    double figures = 90, labels = gaz_labels_width(drawing->labels), x = flow->left + labels;
    double scale = (flow->width - labels - figures) / (double)largest(figure);

    for (unsigned r = 0; r < figure->rows->len && !flow->failed; r++) {
        gaz_picture_need(picture, height_of(drawing, r, row_height) + 2);
        bars_row(drawing, r, x, scale);
    }
}

/* Read out before the figure, whose alternative stands for all that is in it. */
static void caption(const Drawing *drawing)
{
    GazFlow *flow = drawing->flow;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *text = drawing->figure->caption.in[language];
        GazLanguage before;

        if (!gaz_speech_says(&drawing->speech, &drawing->figure->caption, language) ||
            !gaz_caption_is_news(drawing->node, &drawing->figure->caption, language))
            continue;
        before = gaz_flow_open_in(flow, "P", language);
        gaz_flow_text(flow, text, language == GAZ_ZH ? GAZ_FACE_HEI : GAZ_FACE_LATIN_BOLD,
                      language == GAZ_ZH ? 10.5 : 9, language, flow->left + flow->width / 2, flow->y + 10,
                      0.5, GAZ_INK_BLACK);
        gaz_flow_close_in(flow, "P", before);
        flow->y += 14;
    }
    flow->y += 4;
}

/* An annex serves both languages, a body its own. */
static bool is_shared(const GazFlow *flow, const GazNode *node)
{
    while (node->parent != NULL)
        node = node->parent;
    return node == flow->document->annexes;
}

void gaz_figure_layout(GazFlow *flow, const GazNode *node)
{
    Drawing drawing = {.flow = flow,
                       .node = node,
                       .figure = node->figure,
                       .speech = {.flow = flow,
                                  .zh = (flow->languages & GAZ_LANGUAGES_ZH) != 0,
                                  .en = (flow->languages & GAZ_LANGUAGES_EN) != 0}};
    GazPicture picture;

    drawing.labels = gaz_labels_new(&drawing.speech, node->figure->rows, flow->width * most_label);
    gaz_flow_target(flow, node->id);
    gaz_flow_need(flow, height_of_rows(&drawing, 0, MIN(node->figure->rows->len, 12), row_height) + 60);
    caption(&drawing);
    picture = gaz_picture_begin(flow, &node->figure->alternative, is_shared(flow, node));
    key(&drawing, styles_of(node->figure));
    if (node->figure->kind == GAZ_FIGURE_CALENDAR)
        calendar(&drawing, &picture);
    else
        bars(&drawing, &picture);
    gaz_picture_end(&picture);
    gaz_labels_free(drawing.labels);
    flow->y += 12;
}
