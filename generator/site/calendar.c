/* calendar.c - geometry of the calendars. Lengths are in hundredths of SVG's units, as whole numbers, so
 * that they print the same everywhere. */
#include "site/calendar.h"
#include "site/svg.h"

#define MINUTES_A_DAY 1440

/* The calendar by months: a day is 9.6 wide, a month 26 high. */
enum { DAY = 960, LABEL = 4400, ROW = 2600, HEAD = 1700, LANE = 900, UPPER = 300, LOWER = 1350 };
/* The strip: as wide as a leap year at one a day, however long its axis, so that letters keep their size. */
enum { STRIP = 36600, STRIP_HEAD = 1500, STRIP_LANE = 900, STRIP_GAP = 150, YEAR_HEIGHT = 6000 };

static const char *const classes[GAZ_BAR_STYLES] = {
    [GAZ_BAR_PLANNED] = "planned",   [GAZ_BAR_LIMITED] = "limited",         [GAZ_BAR_MAKE_UP] = "make-up",
    [GAZ_BAR_VERIFIED] = "verified", [GAZ_BAR_NOT_COUNTED] = "not-counted", [GAZ_BAR_RUNNING] = "running"};

/* A figure without marks, for the axis that was asked for last: nearly all lines share one. */
typedef struct {
    GazAxis axis;
    GazDrawing *drawing; /* NULL: none yet */
} Empty;

struct GazCalendars {
    const char *const *names, *const *initials;
    Empty months, strip;
};

GazCalendars *gaz_calendars_new(const char *const *names, const char *const *initials)
{
    GazCalendars *calendars = g_new0(GazCalendars, 1);

    calendars->names = names;
    calendars->initials = initials;
    return calendars;
}

void gaz_calendars_free(GazCalendars *calendars)
{
    if (calendars == NULL)
        return;
    gaz_svg_free(calendars->months.drawing);
    gaz_svg_free(calendars->strip.drawing);
    g_free(calendars);
}

typedef GazDrawing *(*EmptyDrawer)(GazAxis axis, const char *const *names);

/* To be drawn on. */
static GazDrawing *begin_with(Empty *empty, GazAxis axis, EmptyDrawer draw, const char *const *names)
{
    if (empty->drawing == NULL || empty->axis.from != axis.from || empty->axis.to != axis.to) {
        gaz_svg_free(empty->drawing);
        *empty = (Empty){axis, draw(axis, names)};
    }
    return gaz_svg_dup(empty->drawing);
}

static int64_t begin_of(GazDate date)
{
    return (int64_t)date * MINUTES_A_DAY;
}

static GazDate month_begin(GazDate date)
{
    int year, month, day;

    gaz_date_split(date, &year, &month, &day);
    return date - day + 1;
}

static GazDate next_month(GazDate first)
{
    return month_begin(first + 31);
}

static void add_mark(GArray *marks, GazSpan span, GazBarStyle style, GazDecimal load)
{
    GazMark mark = {span, style, 1000};

    if (load != GAZ_NO_DECIMAL)
        mark.share = (unsigned)CLAMP(load / 100, 0, 1000);
    g_array_append_val(marks, mark);
}

static void add_running(GArray *marks, const GazFindingState *state)
{
    for (unsigned i = 0; i < state->events->len; i++) {
        const GazEvent *event = state->events->pdata[i];
        int64_t at = gaz_moment_begin(event->at);

        if (!event->at.timed)
            at += MINUTES_A_DAY / 2;
        if (event->kind == GAZ_EVENT_FOUND_RUNNING || event->kind == GAZ_EVENT_SECOND_BREACH)
            add_mark(marks, (GazSpan){at, at}, GAZ_BAR_RUNNING, GAZ_NO_DECIMAL);
    }
}

static GazBarStyle window_style(const GazWindow *window)
{
    if (window->plan->purpose == GAZ_PLAN_MAKE_UP)
        return GAZ_BAR_MAKE_UP;
    /* A quota's range is not a stop from end to end: it is drawn as a limit to a share of the time. */
    return window->plan->load_percent != GAZ_NO_DECIMAL || window->plan->quota_days != GAZ_NO_DECIMAL
               ? GAZ_BAR_LIMITED
               : GAZ_BAR_PLANNED;
}

/* How much of its lane a window fills: a load limit its percent, a quota its share of the range. */
static GazDecimal window_share(const GazWindow *window)
{
    int64_t minutes = window->span.end - window->span.start;

    if (window->plan->quota_days != GAZ_NO_DECIMAL && minutes > 0)
        return window->plan->quota_days * MINUTES_A_DAY * 100 / minutes;
    return window->plan->load_percent;
}

GArray *gaz_calendar_marks(const GazAccount *account)
{
    GArray *marks = g_array_new(FALSE, FALSE, sizeof(GazMark));

    for (unsigned i = 0; i < account->windows->len; i++) {
        const GazWindow *window = &g_array_index(account->windows, GazWindow, i);

        add_mark(marks, window->span, window_style(window), window_share(window));
    }
    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        add_mark(marks, stop->span, stop->counts ? GAZ_BAR_VERIFIED : GAZ_BAR_NOT_COUNTED, GAZ_NO_DECIMAL);
    }
    for (unsigned i = 0; i < account->findings->len; i++)
        if (((const GazFindingState *)account->findings->pdata[i])->stage != GAZ_STAGE_ANNULLED)
            add_running(marks, account->findings->pdata[i]);
    return marks;
}

char *gaz_calendar_key(const GArray *marks)
{
    /* So that no byte of a mark is left to chance. */
    G_STATIC_ASSERT(sizeof(GazMark) == sizeof(GazSpan) + sizeof(GazBarStyle) + sizeof(unsigned));

    return g_base64_encode((const guchar *)marks->data, marks->len * sizeof(GazMark));
}

GazAxis gaz_calendar_axis(const GazAccount *account, const GArray *marks)
{
    int64_t start = account->year.start, end = account->year.end;

    for (unsigned i = 0; i < marks->len; i++) {
        GazSpan span = g_array_index(marks, GazMark, i).span;

        if (span.end <= account->year.start || span.start >= account->year.end)
            continue;
        start = MIN(start, span.start);
        end = MAX(end, span.end);
    }
    return (GazAxis){month_begin((GazDate)(start / MINUTES_A_DAY)),
                     next_month(month_begin((GazDate)((end - 1) / MINUTES_A_DAY))) - 1};
}

/* Where in [0, days * unit] a moment lies, counted from the day `from`. */
static int64_t place(int64_t minutes, GazDate from, int64_t unit)
{
    return (minutes - begin_of(from)) * unit / MINUTES_A_DAY;
}

static bool is_upper(GazBarStyle style)
{
    return style == GAZ_BAR_PLANNED || style == GAZ_BAR_LIMITED || style == GAZ_BAR_MAKE_UP;
}

/* Draws what of `mark` lies between two days at this left edge. `y` is the top of its lane. */
static void draw_mark(GazDrawing *svg, const GazMark *mark, GazDate from, GazDate to, int64_t left,
                      int64_t unit, int64_t y)
{
    int64_t start = MAX(mark->span.start, begin_of(from)), end = MIN(mark->span.end, begin_of(to + 1));
    int64_t x = left + place(start, from, unit), height = (int64_t)LANE * mark->share / 1000;

    if (mark->style == GAZ_BAR_RUNNING && mark->span.start >= begin_of(from) &&
        mark->span.start < begin_of(to + 1))
        gaz_svg_cross(svg, classes[mark->style], x, y + LANE / 2, 400);
    if (mark->style == GAZ_BAR_RUNNING || end <= start)
        return;
    if (mark->style == GAZ_BAR_LIMITED)
        gaz_svg_rect(svg, "limit", (GazRect){x, y, place(end, from, unit) - place(start, from, unit), LANE});
    gaz_svg_rect(svg, classes[mark->style],
                 (GazRect){x, y + LANE - height, place(end, from, unit) - place(start, from, unit), height});
}

static void draw_month(GazDrawing *svg, GazDate first, int64_t y, bool with_year, const char *const *names)
{
    int year, month, day, days = next_month(first) - first;

    gaz_date_split(first, &year, &month, &day);
    gaz_svg_text(svg, "month", 0, y + (with_year ? 2200 : 1750), names[month - 1]);
    if (with_year)
        gaz_svg_number(svg, "year", 0, y + 950, year);
    gaz_svg_rect(svg, "lane", (GazRect){LABEL, y + UPPER, (int64_t)days * DAY, LANE});
    gaz_svg_rect(svg, "lane", (GazRect){LABEL, y + LOWER, (int64_t)days * DAY, LANE});
}

/* The days that are named at the head, and a line down from each. */
static void draw_days(GazDrawing *svg, int64_t height)
{
    static const int named[] = {1, 5, 10, 15, 20, 25, 30};

    for (unsigned i = 0; i < G_N_ELEMENTS(named); i++) {
        int64_t x = LABEL + (int64_t)(named[i] - 1) * DAY;

        gaz_svg_line(svg, "tick", x, HEAD, x, height);
        gaz_svg_number(svg, "day", x + DAY / 2, 1150, named[i]);
    }
}

static unsigned months_of(GazAxis axis)
{
    unsigned months = 0;

    for (GazDate first = axis.from; first <= axis.to; first = next_month(first))
        months++;
    return months;
}

static GazDrawing *draw_months(GazAxis axis, const char *const *names)
{
    int64_t height = HEAD + (int64_t)months_of(axis) * ROW, y = HEAD;
    GazDrawing *svg = gaz_svg_begin("calendar", LABEL + 31 * DAY + 40, height);

    draw_days(svg, height); /* below the bars */
    for (GazDate first = axis.from; first <= axis.to; first = next_month(first), y += ROW) {
        int year, month, day;

        gaz_date_split(first, &year, &month, &day);
        draw_month(svg, first, y, month == 1 || first == axis.from, names);
    }
    return svg;
}

char *gaz_calendar_months(GazCalendars *calendars, const GArray *marks, GazAxis axis, const char *label)
{
    GazDrawing *svg = begin_with(&calendars->months, axis, draw_months, calendars->names);
    int64_t y = HEAD;

    for (GazDate first = axis.from, next; first <= axis.to; first = next, y += ROW) {
        next = next_month(first);
        for (unsigned i = 0; i < marks->len; i++) {
            const GazMark *mark = &g_array_index(marks, GazMark, i);

            draw_mark(svg, mark, first, next - 1, LABEL, DAY, y + (is_upper(mark->style) ? UPPER : LOWER));
        }
    }
    return gaz_svg_end(svg, label);
}

static void draw_heads(GazDrawing *svg, GazAxis axis, int64_t unit, int64_t height,
                       const char *const *initials)
{
    for (GazDate first = axis.from; first <= axis.to; first = next_month(first)) {
        int64_t x = (int64_t)(first - axis.from) * unit;
        int year, month, day;

        gaz_date_split(first, &year, &month, &day);
        gaz_svg_line(svg, month == 1 ? "tick year" : "tick", x, initials != NULL ? 200 : 0, x, height);
        if (initials != NULL)
            gaz_svg_text(svg, "initial", x + 250, 1100, initials[month - 1]);
    }
}

/* One row for the whole axis; `initials`: of the months, above it, NULL: none; `lower`: whether there is a
 * lane for stops. */
typedef struct {
    GazAxis axis;
    const char *const *initials;
    bool lower;
} Strip;

static int64_t top_of(const Strip *strip)
{
    return strip->initials != NULL ? STRIP_HEAD : STRIP_GAP;
}

static int64_t unit_of(GazAxis axis)
{
    return STRIP / (axis.to - axis.from + 1);
}

static GazDrawing *draw_lanes(const Strip *strip)
{
    int64_t top = top_of(strip), lower = top + STRIP_LANE + STRIP_GAP;
    int64_t height = strip->lower ? lower + STRIP_LANE + STRIP_GAP : lower;
    GazDrawing *svg = gaz_svg_begin("strip", STRIP, height);

    gaz_svg_rect(svg, "lane", (GazRect){0, top, STRIP, STRIP_LANE});
    if (strip->lower)
        gaz_svg_rect(svg, "lane", (GazRect){0, lower, STRIP, STRIP_LANE});
    draw_heads(svg, strip->axis, unit_of(strip->axis), height, strip->initials);
    return svg;
}

static char *mark_lanes(GazDrawing *svg, const Strip *strip, const GArray *marks, const char *label)
{
    int64_t top = top_of(strip), unit = unit_of(strip->axis);

    for (unsigned i = 0; i < marks->len; i++) {
        const GazMark *mark = &g_array_index(marks, GazMark, i);
        int64_t y = is_upper(mark->style) || !strip->lower ? top : top + STRIP_LANE + STRIP_GAP;

        draw_mark(svg, mark, strip->axis.from, strip->axis.to, 0, unit, y);
    }
    return gaz_svg_end(svg, label);
}

static GazDrawing *draw_strip(GazAxis axis, const char *const *initials)
{
    return draw_lanes(&(Strip){axis, initials, true});
}

char *gaz_calendar_strip(GazCalendars *calendars, const GArray *marks, GazAxis axis, const char *label)
{
    GazDrawing *svg = begin_with(&calendars->strip, axis, draw_strip, calendars->initials);

    return mark_lanes(svg, &(Strip){axis, calendars->initials, true}, marks, label);
}

/* Each stretch of days with the same count is one bar, standing on the base line. */
static void draw_counts(GazDrawing *svg, const char *class, const unsigned *counts, unsigned days,
                        unsigned most)
{
    for (unsigned from = 0, to; from < days; from = to) {
        int64_t height = (int64_t)counts[from] * YEAR_HEIGHT / most;

        for (to = from + 1; to < days && counts[to] == counts[from];)
            to++;
        if (height > 0)
            gaz_svg_rect(svg, class,
                         (GazRect){(int64_t)from * STRIP / days, STRIP_HEAD + YEAR_HEIGHT - height,
                                   (int64_t)to * STRIP / days - (int64_t)from * STRIP / days, height});
    }
}

char *gaz_calendar_year(const GazYear *year, const char *const *initials, const char *label)
{
    GazAxis axis = {year->from, year->from + (GazDate)year->days - 1};
    unsigned most = MAX(year->planned[gaz_year_peak(year)], 1);
    int64_t height = STRIP_HEAD + YEAR_HEIGHT;
    GazDrawing *svg = gaz_svg_begin("strip", STRIP, height + STRIP_GAP);

    for (unsigned i = 0; i < year->days; i++)
        most = MAX(most, year->verified[i]);
    gaz_svg_rect(svg, "lane", (GazRect){0, STRIP_HEAD, STRIP, YEAR_HEIGHT});
    draw_heads(svg, axis, STRIP / year->days, height, initials);
    draw_counts(svg, "due-lines", year->planned, year->days, most);
    draw_counts(svg, "verified", year->verified, year->days, most);
    return gaz_svg_end(svg, label);
}

static bool has_lower(const GazFigure *figure)
{
    for (unsigned r = 0; r < figure->rows->len; r++) {
        const GArray *bars = g_array_index(figure->rows, GazFigureRow, r).bars;

        for (unsigned i = 0; bars != NULL && i < bars->len; i++)
            if (!is_upper(g_array_index(bars, GazBar, i).style))
                return true;
    }
    return false;
}

static char *draw_calendar_row(const GazFigureRow *facts, const Strip *strip)
{
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(GazMark));

    for (unsigned i = 0; facts->bars != NULL && i < facts->bars->len; i++) {
        const GazBar *bar = &g_array_index(facts->bars, GazBar, i);

        add_mark(marks, (GazSpan){bar->start, bar->end}, bar->style, GAZ_NO_DECIMAL);
    }
    return mark_lanes(draw_lanes(strip), strip, marks, NULL);
}

/* Days kept against days due: a bar, and a line across at what is due. */
static char *draw_value_row(const GazFigureRow *facts, GazDecimal most)
{
    const int64_t width = STRIP;
    GazDrawing *svg = gaz_svg_begin("strip", width, STRIP_LANE + 2 * STRIP_GAP);
    int64_t value = MAX(facts->value, 0) * width / most, due = MAX(facts->required, 0) * width / most;

    gaz_svg_rect(svg, "lane", (GazRect){0, STRIP_GAP, width, STRIP_LANE});
    gaz_svg_rect(svg, facts->value < facts->required ? "verified missing" : "verified",
                 (GazRect){0, STRIP_GAP, value, STRIP_LANE});
    gaz_svg_line(svg, "due", MIN(due, width - 75), 0, MIN(due, width - 75), STRIP_LANE + 2 * STRIP_GAP);
    return gaz_svg_end(svg, NULL);
}

static GazDecimal greatest_value(const GazFigure *figure)
{
    GazDecimal most = GAZ_DECIMAL_ONE;

    for (unsigned i = 0; i < figure->rows->len; i++) {
        const GazFigureRow *row = &g_array_index(figure->rows, GazFigureRow, i);

        most = MAX(most, MAX(row->value, row->required));
    }
    return most;
}

void gaz_calendar_figure(xmlNodePtr element, const GazFigure *figure, const char *const *initials)
{
    GazDecimal most = greatest_value(figure);
    bool lower = figure->kind == GAZ_FIGURE_CALENDAR && has_lower(figure);
    GazAxis axis = {figure->from, figure->to};
    unsigned i = 0;

    for (xmlNodePtr row = xmlFirstElementChild(element); row != NULL; row = xmlNextElementSibling(row)) {
        g_autofree char *drawn = NULL;
        const GazFigureRow *facts;

        if (!xmlStrEqual(row->name, BAD_CAST "row") || i >= figure->rows->len)
            continue;
        facts = &g_array_index(figure->rows, GazFigureRow, i++);
        drawn = figure->kind == GAZ_FIGURE_CALENDAR
                    ? draw_calendar_row(facts, &(Strip){axis, i == 1 ? initials : NULL, lower})
                    : draw_value_row(facts, most);
        xmlNewTextChild(row, NULL, BAD_CAST "drawing", BAD_CAST drawn);
    }
}
