/* chart.c - figures: calendars of windows and bars of days, told apart by place and pattern, not by colour.
 */
#include "layout/blocks.h"

static const double label_width = 110, row_height = 13, axis_height = 16;

static const char *label_of(const GazFlow *flow, const GazText *text)
{
    if (flow->languages == GAZ_LANGUAGES_EN && text->in[GAZ_EN] != NULL)
        return text->in[GAZ_EN];
    if (flow->languages == GAZ_LANGUAGES_BOTH && text->in[GAZ_EN] != NULL &&
        text->in[GAZ_EN] != text->in[GAZ_ZH])
        return gaz_arena_printf(flow->arena, "%s %s", text->in[GAZ_ZH], text->in[GAZ_EN]);
    return text->in[GAZ_ZH];
}

static GazLanguage language_of(const GazFlow *flow)
{
    return flow->languages == GAZ_LANGUAGES_EN ? GAZ_EN : GAZ_ZH;
}

static void words(GazFlow *flow, const char *text, double size, double x, double y, double align)
{
    GazLanguage language = language_of(flow);

    gaz_flow_text(flow, text, language == GAZ_ZH ? GAZ_FACE_SONG : GAZ_FACE_LATIN, size, language, x, y,
                  align, GAZ_INK_BLACK);
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

/* Planned: light, framed; load limit: framed with a bar in its middle; make-up: hatched; verified: dark; a
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
        for (double at = 0; at + height / 2 < width; at += 3)
            stroke(flow, x + at, y + height, height / 2, -height, 0.4, GAZ_INK_BLACK);
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

static void month_axis(GazFlow *flow, const GazFigure *figure, double x, double y, double scale,
                       double height)
{
    int year, month, day;

    gaz_date_split(figure->from, &year, &month, &day);
    for (GazDate at = gaz_date_make(year, month, 1); at <= figure->to; at = gaz_date_make(year, month, 1)) {
        double place = x + MAX(0, at - figure->from) * scale;
        const char *name = month == 1 || at <= figure->from
                               ? gaz_arena_printf(flow->arena, "%d-%02d", year, month)
                               : gaz_arena_printf(flow->arena, "%02d", month);

        stroke(flow, place, y, 0, height, 0.25, GAZ_INK_GREY);
        words(flow, name, 7, place + 2, y + 9, 0);
        month = month == 12 ? 1 : month + 1;
        year += month == 1 ? 1 : 0;
    }
}

static void calendar_row(GazFlow *flow, const GazFigure *figure, const GazFigureRow *row, double x,
                         double scale)
{
    words(flow, label_of(flow, &row->label), 7.5, flow->left, flow->y + row_height - 4, 0);
    for (unsigned i = 0; i < row->bars->len; i++) {
        const GazBar *at = &g_array_index(row->bars, GazBar, i);
        double start = MAX((double)at->start / 1440 - figure->from, 0);
        double end = MIN((double)at->end / 1440, figure->to + 1) - figure->from;

        if (end >= start)
            bar(flow, at->style, x + start * scale, flow->y + 2, (end - start) * scale, row_height - 4);
    }
    flow->y += row_height;
}

static void calendar(GazFlow *flow, const GazFigure *figure)
{
    double x = flow->left + label_width;
    double scale = (flow->width - label_width) / (figure->to + 1 - figure->from);

    for (unsigned r = 0; r < figure->rows->len;) {
        unsigned fit, last;

        gaz_flow_need(flow, axis_height + 3 * row_height);
        fit = (unsigned)((flow->bottom - flow->y - axis_height) / row_height);
        last = MIN(figure->rows->len, r + fit);
        month_axis(flow, figure, x, flow->y, scale, axis_height + (last - r) * row_height);
        flow->y += axis_height;
        for (; r < last; r++)
            calendar_row(flow, figure, &g_array_index(figure->rows, GazFigureRow, r), x, scale);
    }
}

static void bars(GazFlow *flow, const GazFigure *figure)
{
    double x = flow->left + label_width, most = 1;

    for (unsigned r = 0; r < figure->rows->len; r++) {
        const GazFigureRow *row = &g_array_index(figure->rows, GazFigureRow, r);

        most = MAX(most, (double)MAX(row->value, row->required));
    }
    for (unsigned r = 0; r < figure->rows->len; r++) {
        const GazFigureRow *row = &g_array_index(figure->rows, GazFigureRow, r);
        double scale = (flow->width - label_width - 70) / most;
        char value[32], required[32];

        gaz_flow_need(flow, row_height);
        words(flow, label_of(flow, &row->label), 7.5, flow->left, flow->y + row_height - 4, 0);
        bar(flow, GAZ_BAR_PLANNED, x, flow->y + 2, (double)row->required * scale, 4.5);
        bar(flow, GAZ_BAR_VERIFIED, x, flow->y + 6.5, (double)row->value * scale, 4.5);
        words(flow,
              gaz_arena_printf(flow->arena, "%s / %s", gaz_decimal_write(row->value, true, value),
                               gaz_decimal_write(row->required, true, required)),
              7, flow->left + flow->width, flow->y + row_height - 4, 1);
        flow->y += row_height;
    }
}

void gaz_figure_layout(GazFlow *flow, const GazNode *node)
{
    const GazFigure *figure = node->figure;

    gaz_flow_need(flow, 120);
    gaz_flow_open(flow, "Figure", NULL);
    if (figure->caption.in[GAZ_ZH] != NULL) {
        words(flow, label_of(flow, &figure->caption), 10, flow->left + flow->width / 2, flow->y + 10, 0.5);
        flow->y += 18;
    }
    if (figure->kind == GAZ_FIGURE_CALENDAR)
        calendar(flow, figure);
    else
        bars(flow, figure);
    gaz_flow_close(flow, "Figure");
    flow->y += 10;
}
