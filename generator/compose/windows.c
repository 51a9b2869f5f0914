/* windows.c - the windows of a plan as a table. */
#include "compose/windows.h"

#include "compose/cells.h"

bool gaz_line_is_planned(const GazLine *line)
{
    return line->status == GAZ_LINE_OPERATING || line->status == GAZ_LINE_SUSPENDED;
}

GazDecimal gaz_window_days(const GazData *data, const GazWindow *window)
{
    if (window->plan->load_percent != GAZ_NO_DECIMAL)
        return 0;
    if (window->plan->quota_days != GAZ_NO_DECIMAL)
        return window->plan->quota_days;
    return gaz_span_days(data, window->season, window->span);
}

static void append_note(GazComposing *work, GazValue *note, GazText text)
{
    if (note->first != NULL)
        gaz_value_add(work->arena, note, gaz_glossary_between(work->glossary, work->arena, "join.clauses"),
                      NULL);
    gaz_value_add(work->arena, note, text, NULL);
}

static void append_quota(GazComposing *work, GazValue *note, const GazPlan *plan)
{
    GazText days, first;

    if (plan->quota_days == GAZ_NO_DECIMAL)
        return;
    days = gaz_count(work, "days", plan->quota_days);
    append_note(work, note, gaz_glossary_format(work->glossary, work->arena, "window.quota", &days, 1));
    if (plan->first_stop_by.day == GAZ_NO_DATE)
        return;
    first = gaz_text_moment(work->arena, plan->first_stop_by);
    append_note(work, note, gaz_glossary_format(work->glossary, work->arena, "window.first-stop", &first, 1));
}

static GazText note_text(GazComposing *work, const GazValue *note)
{
    if (note->first == NULL)
        return gaz_text(NULL, NULL);
    return gaz_text(gaz_value_text(work->arena, note, GAZ_ZH), gaz_value_text(work->arena, note, GAZ_EN));
}

GazText gaz_window_terms(GazComposing *work, const GazWindow *window)
{
    const GazPlan *plan = window->plan;
    GazValue terms = {0};

    if (plan->purpose == GAZ_PLAN_MAKE_UP)
        append_note(work, &terms, gaz_label(work, "window.make-up"));
    append_quota(work, &terms, plan);
    if (plan->load_percent != GAZ_NO_DECIMAL) {
        GazText percent = gaz_text_number(work->arena, plan->load_percent);

        append_note(work, &terms,
                    gaz_glossary_format(work->glossary, work->arena, "window.load", &percent, 1));
    }
    return note_text(work, &terms);
}

/* The plan's own reason says as much as "make-up" would. */
GazText gaz_window_note(GazComposing *work, const GazWindow *window)
{
    const GazText *reason = &window->plan->reason;
    bool has_reason = reason->in[GAZ_ZH] != NULL && reason->in[GAZ_EN] != NULL;
    bool only_make_up = window->plan->purpose == GAZ_PLAN_MAKE_UP &&
                        window->plan->quota_days == GAZ_NO_DECIMAL &&
                        window->plan->load_percent == GAZ_NO_DECIMAL;
    GazText terms = gaz_window_terms(work, window);
    GazValue note = {0};

    if (terms.in[GAZ_ZH] != NULL && !(only_make_up && has_reason))
        append_note(work, &note, terms);
    if (has_reason)
        append_note(work, &note, *reason);
    return note_text(work, &note);
}

GazText gaz_window_span(GazComposing *work, const GazWindow *window)
{
    return gaz_text_span(work->arena, window->span.start, window->span.end);
}

enum { NUMBER, ENTERPRISE, LINE, FROM, TO, DAYS, TOTAL, NOTE };

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 6},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 2, .row_header = true},
    [FROM] = {.code = "from", .align = GAZ_ALIGN_CENTRE, .weight = 3},
    [TO] = {.code = "to", .align = GAZ_ALIGN_CENTRE, .weight = 3},
    [DAYS] = {.code = "days", .align = GAZ_ALIGN_DECIMAL, .weight = 4},
    [TOTAL] = {.code = "total", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [NOTE] = {.code = "note", .align = GAZ_ALIGN_START, .weight = 5},
};

/* Every row says whose it is, so that it can be read alone; the first of a line can be linked to. */
static GazRow *add_line_row(GazComposing *work, GazGrid *grid, const GazLine *line, unsigned number,
                            bool first)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);

    if (first) {
        row->id = line->record.id;
        gaz_cell_count(work, row, NUMBER, number);
    }
    row->tags = gaz_arena_printf(work->arena, "city=%s", line->enterprise->city->code);
    gaz_cell_enterprise(work, row, ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, LINE, line);
    return row;
}

static void fill_window(GazComposing *work, GazRow *row, const GazWindow *window)
{
    bool timed = gaz_span_is_timed(window->span.start, window->span.end);

    gaz_cell_string(work, row, FROM, gaz_text_begin_cell(work->arena, window->span.start, timed));
    gaz_cell_string(work, row, TO, gaz_text_end_cell(work->arena, window->span.end, timed));
    gaz_cell_number(work, row, DAYS, gaz_window_days(work->data, window));
    gaz_cell_text(work, row, NOTE, gaz_window_note(work, window));
}

static void add_line(GazComposing *work, GazGrid *grid, const GazLine *line, const GArray *windows,
                     unsigned number)
{
    for (unsigned i = 0; i < windows->len; i++) {
        GazRow *row = add_line_row(work, grid, line, number, i == 0);

        fill_window(work, row, &g_array_index(windows, GazWindow, i));
        if (i == 0)
            gaz_cell_number(work, row, TOTAL, gaz_windows_days(work->data, windows));
    }
    if (windows->len == 0) {
        GazRow *row = add_line_row(work, grid, line, number, true);

        gaz_cell_count(work, row, TOTAL, 0);
        gaz_cell_text(work, row, NOTE,
                      line->status == GAZ_LINE_OPERATING ? gaz_label(work, "window.none")
                                                         : *gaz_code_name(gaz_line_status, line->status));
    }
    gaz_composing_names(work, line);
}

GazGrid *gaz_windows_grid(GazComposing *work, const char *code, const GPtrArray *cities,
                          const GazSeason *season, GazPlanVersion version)
{
    GazGrid *grid = gaz_composing_grid(work, code, columns, G_N_ELEMENTS(columns));
    unsigned number = 0;

    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];

        gaz_row_city(work, grid, city->city);
        for (unsigned k = 0; k < city->lines->len; k++) {
            const GazLine *line = city->lines->pdata[k];
            g_autoptr(GArray) windows = gaz_assessment_windows(work->assessment, line, season, version);

            add_line(work, grid, line, windows, ++number);
        }
    }
    return grid;
}
