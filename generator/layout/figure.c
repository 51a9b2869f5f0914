/* figure.c - figures: calendars of windows and bars of days, told apart by place and pattern, not by colour,
 * so that a black-and-white print says the same. */
#include "layout/blocks.h"
#include "layout/picture.h"

static const double text_size = 8, row_height = 14, bar_height = 8, axis_height = 26, gap = 6; /* [pt] */
static const double least_row = 11;    /* [pt] rows close up to this before they take a further page */
static const double most_label = 0.42; /* of the width */

/* Which languages a figure speaks, and how wide its labels are. */
typedef struct {
    GazFlow *flow;
    const GazNode *node;
    const GazFigure *figure;
    bool zh, en;
    double labels; /* [pt] */
    double row;    /* [pt] height of a calendar's rows */
} Drawing;

static bool says(const Drawing *drawing, const GazText *text, GazLanguage language)
{
    if (text->in[language] == NULL)
        return false;
    if (language == GAZ_EN)
        return drawing->en && !(drawing->zh && text->in[GAZ_EN] == text->in[GAZ_ZH]);
    return drawing->zh || text->in[GAZ_EN] == NULL;
}

static GazFace face_of(GazLanguage language)
{
    return language == GAZ_ZH ? GAZ_FACE_SONG : GAZ_FACE_LATIN;
}

static double width_of(const Drawing *drawing, const GazText *text, double size)
{
    double width = 0;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (says(drawing, text, language))
            width += (width > 0 ? gap / 2 : 0) + gaz_fonts_shape(drawing->flow->fonts, text->in[language],
                                                                 face_of(language), size, language)
                                                     ->width;
    return width;
}

/* Both languages after one another; gives the width. */
static double words(const Drawing *drawing, const GazText *text, double size, double x, double y)
{
    double start = x;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (says(drawing, text, language))
            x += (x > start ? gap / 2 : 0) +
                 gaz_flow_text(drawing->flow, text->in[language], face_of(language), size, language,
                               x + (x > start ? gap / 2 : 0), y, 0, GAZ_INK_BLACK);
    return x - start;
}

static void digits(const Drawing *drawing, const char *text, double x, double y, double align)
{
    gaz_flow_text(drawing->flow, text, GAZ_FACE_SONG, text_size - 1, GAZ_ZH, x, y, align, GAZ_INK_BLACK);
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
        double width = 22 + width_of(drawing, name, text_size) + 2 * gap;

        if (!(styles & 1u << style))
            continue;
        if (x + width > flow->left + flow->width) {
            x = flow->left;
            flow->y += row_height;
        }
        bar(flow, style, x, flow->y + 3, style == GAZ_BAR_RUNNING ? 0 : 18, bar_height);
        words(drawing, name, text_size, x + 22, flow->y + 10);
        x += width;
    }
    flow->y += row_height + gap / 2;
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

static void calendar_row(const Drawing *drawing, const GazFigureRow *row, double x, double scale)
{
    const GazFigure *figure = drawing->figure;
    GazFlow *flow = drawing->flow;

    words(drawing, &row->label, text_size, flow->left, flow->y + (drawing->row + text_size) / 2 - 1);
    for (unsigned i = 0; i < row->bars->len; i++) {
        const GazBar *at = &g_array_index(row->bars, GazBar, i);
        double start = MAX((double)at->start / 1440 - figure->from, 0);
        double end = MIN((double)at->end / 1440, figure->to + 1) - figure->from;

        if (end >= start)
            bar(flow, at->style, x + start * scale, flow->y + (drawing->row - bar_height) / 2,
                (end - start) * scale, bar_height);
    }
    flow->y += drawing->row;
}

/* Of `left` rows, `room` of which fit: a page isn't left with fewer than four. */
static unsigned rows_on_page(unsigned left, double room)
{
    const unsigned fewest = 4;
    unsigned fit = (unsigned)room;

    if (left <= fit)
        return left;
    return left - fit < fewest && fit > fewest ? MAX(left - fewest, 1) : fit;
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
    double x = flow->left + drawing->labels;
    double scale = (flow->width - drawing->labels) / (figure->to + 1 - figure->from);

    drawing->row = height_of_row(drawing);
    for (unsigned r = 0; r < figure->rows->len && !flow->failed;) {
        unsigned last;

        gaz_picture_need(picture, axis_height + 2 * drawing->row);
        last = r + rows_on_page(figure->rows->len - r,
                                (flow->bottom - flow->y - axis_height) / drawing->row + 0.01);
        month_axis(drawing, x, scale, axis_height + (last - r) * drawing->row);
        flow->y += axis_height;
        for (; r < last; r++)
            calendar_row(drawing, &g_array_index(figure->rows, GazFigureRow, r), x, scale);
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
static void bars_row(const Drawing *drawing, const GazFigureRow *row, double x, double scale)
{
    GazFlow *flow = drawing->flow;
    char value[32], required[32];
    g_autofree char *figures = g_strdup_printf("%s / %s", gaz_decimal_write(row->value, true, value),
                                               gaz_decimal_write(row->required, true, required));

    words(drawing, &row->label, text_size, flow->left, flow->y + 10);
    bar(flow, GAZ_BAR_PLANNED, x, flow->y + 2, (double)row->required * scale, 5);
    bar(flow, GAZ_BAR_VERIFIED, x, flow->y + 7, (double)row->value * scale, 5);
    digits(drawing, figures, flow->left + flow->width, flow->y + 10, 1);
    flow->y += row_height + 2;
}

static void bars(const Drawing *drawing, GazPicture *picture)
{
    const GazFigure *figure = drawing->figure;
    GazFlow *flow = drawing->flow;
    double figures = 90, x = flow->left + drawing->labels;
    double scale = (flow->width - drawing->labels - figures) / (double)largest(figure);

    for (unsigned r = 0; r < figure->rows->len && !flow->failed; r++) {
        gaz_picture_need(picture, row_height + 2);
        bars_row(drawing, &g_array_index(figure->rows, GazFigureRow, r), x, scale);
    }
}

/* Read out before the figure, whose alternative stands for all that is in it. */
static void caption(const Drawing *drawing)
{
    GazFlow *flow = drawing->flow;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *text = drawing->figure->caption.in[language];
        GazLanguage before;

        if (!says(drawing, &drawing->figure->caption, language) || !gaz_caption_is_news(drawing->node, text))
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

static double widest_label(const Drawing *drawing)
{
    const GArray *rows = drawing->figure->rows;
    double widest = 0;

    for (unsigned r = 0; r < rows->len; r++)
        widest = MAX(widest, width_of(drawing, &g_array_index(rows, GazFigureRow, r).label, text_size));
    return MIN(widest + gap, drawing->flow->width * most_label);
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
                       .zh = (flow->languages & GAZ_LANGUAGES_ZH) != 0,
                       .en = (flow->languages & GAZ_LANGUAGES_EN) != 0};
    GazPicture picture;

    drawing.labels = widest_label(&drawing);
    gaz_flow_target(flow, node->id);
    gaz_flow_need(flow, MIN(node->figure->rows->len, 12) * row_height + 60);
    caption(&drawing);
    picture = gaz_picture_begin(flow, &node->figure->alternative, is_shared(flow, node));
    key(&drawing, styles_of(node->figure));
    if (node->figure->kind == GAZ_FIGURE_CALENDAR)
        calendar(&drawing, &picture);
    else
        bars(&drawing, &picture);
    gaz_picture_end(&picture);
    flow->y += 12;
}
