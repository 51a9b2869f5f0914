/* figure.c - building the facts of a figure. */
#include "document/figure.h"

const GazText gaz_bar_style_names[GAZ_BAR_STYLES] = {
    [GAZ_BAR_PLANNED] = GAZ_TEXT("应停窑", "Stop required"),
    [GAZ_BAR_LIMITED] = GAZ_TEXT("限负荷或者时段内天数", "Load limit, or days within a period"),
    [GAZ_BAR_MAKE_UP] = GAZ_TEXT("补足停窑", "Make-up stop"),
    [GAZ_BAR_VERIFIED] = GAZ_TEXT("经核实停窑", "Verified stop"),
    [GAZ_BAR_NOT_COUNTED] = GAZ_TEXT("停窑不计入", "Stop that doesn’t count"),
    [GAZ_BAR_RUNNING] = GAZ_TEXT("核查发现运行", "Found running"),
};

static void clear_row(void *row)
{
    g_clear_pointer(&((GazFigureRow *)row)->bars, g_array_unref);
}

GazFigure *gaz_figure_new(GazArena *arena, GazFigureKind kind)
{
    GazFigure *figure = gaz_arena_new0(arena, GazFigure, 1);

    figure->kind = kind;
    figure->rows = g_array_new(FALSE, TRUE, sizeof(GazFigureRow));
    g_array_set_clear_func(figure->rows, clear_row);
    return figure;
}

void gaz_figure_clear(GazFigure *figure)
{
    g_clear_pointer(&figure->rows, g_array_unref);
}

GazFigureRow *gaz_figure_add_row(GazFigure *figure, GazText label)
{
    GazFigureRow row = {.label = label};

    if (figure->kind == GAZ_FIGURE_CALENDAR)
        row.bars = g_array_new(FALSE, TRUE, sizeof(GazBar));
    g_array_append_val(figure->rows, row);
    return &g_array_index(figure->rows, GazFigureRow, figure->rows->len - 1);
}

void gaz_figure_add_bar(GazFigureRow *row, int64_t start, int64_t end, GazBarStyle style)
{
    GazBar bar = {.start = start, .end = end, .style = style};

    g_array_append_val(row->bars, bar);
}
