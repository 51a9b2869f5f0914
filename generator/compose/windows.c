/* windows.c - the windows of a plan as a table. */
#include "compose/windows.h"

#include "compose/cells.h"
#include <string.h>

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

/* The reason says as much as "make-up" would. */
GazText gaz_stretch_note(GazComposing *work, const GazStretch *stretch)
{
    const GazPlan *plan = stretch->window.plan;
    bool has_reason = stretch->reason.in[GAZ_ZH] != NULL;
    bool only_make_up = plan->purpose == GAZ_PLAN_MAKE_UP && plan->quota_days == GAZ_NO_DECIMAL &&
                        plan->load_percent == GAZ_NO_DECIMAL;
    GazText terms = gaz_window_terms(work, &stretch->window);
    GazValue note = {0};

    if (terms.in[GAZ_ZH] != NULL && !(only_make_up && has_reason))
        append_note(work, &note, terms);
    if (has_reason)
        append_note(work, &note, stretch->reason);
    return note_text(work, &note);
}

/* Whether `next` goes on where `before` ends: both whole stops of one purpose. */
static bool goes_on(const GazWindow *before, const GazWindow *next)
{
    const GazPlan *a = before->plan, *b = next->plan;

    return before->span.end == next->span.start && a->purpose == b->purpose &&
           a->quota_days == GAZ_NO_DECIMAL && b->quota_days == GAZ_NO_DECIMAL &&
           a->load_percent == GAZ_NO_DECIMAL && b->load_percent == GAZ_NO_DECIMAL;
}

/* Adds a reason that isn't there yet. */
static void add_reason(GazComposing *work, GazStretch *stretch, const GazText *reason)
{
    GazValue both = {0};

    if (reason->in[GAZ_ZH] == NULL || reason->in[GAZ_EN] == NULL)
        return;
    if (stretch->reason.in[GAZ_ZH] == NULL) {
        stretch->reason = *reason;
    } else if (strstr(stretch->reason.in[GAZ_ZH], reason->in[GAZ_ZH]) == NULL) {
        append_note(work, &both, stretch->reason);
        append_note(work, &both, *reason);
        stretch->reason = note_text(work, &both);
    }
}

GArray *gaz_stretches_of(GazComposing *work, const GazLine *line, const GazSeason *season,
                         GazPlanVersion version)
{
    g_autoptr(GArray) windows = gaz_assessment_windows(work->assessment, line, season, version);
    GArray *stretches = g_array_new(FALSE, FALSE, sizeof(GazStretch));

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        GazStretch *last =
            stretches->len == 0 ? NULL : &g_array_index(stretches, GazStretch, stretches->len - 1);
        GazStretch next = {.window = *window};

        if (last != NULL && goes_on(&last->window, window)) {
            last->window.span.end = window->span.end;
        } else {
            g_array_append_val(stretches, next);
            last = &g_array_index(stretches, GazStretch, stretches->len - 1);
        }
        add_reason(work, last, &window->plan->reason);
    }
    return stretches;
}

GazText gaz_window_span(GazComposing *work, const GazWindow *window)
{
    return gaz_text_span(work->arena, window->span.start, window->span.end);
}

enum { NUMBER, ENTERPRISE, LINE, FROM, TO, DAYS, ALWAYS, MOST = ALWAYS + 2 };

static const GazTableColumn columns[ALWAYS] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 6},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 2, .row_header = true},
    [FROM] = {.code = "from", .align = GAZ_ALIGN_CENTRE, .weight = 3},
    [TO] = {.code = "to", .align = GAZ_ALIGN_CENTRE, .weight = 3},
    [DAYS] = {.code = "days", .align = GAZ_ALIGN_DECIMAL, .weight = 4},
};
static const GazTableColumn total_column = {.code = "total", .align = GAZ_ALIGN_DECIMAL, .weight = 2};
static const GazTableColumn note_column = {.code = "note", .align = GAZ_ALIGN_START, .weight = 5};

/* The table while it grows. The total is a column only where a line stops more than once, the note only where
 * there is one: a narrow table is easier to read. */
typedef struct {
    GazGrid *grid;
    unsigned total, note; /* index of the column; 0: there is none */
    unsigned number;      /* of lines so far */
} Table;

/* Every row says whose it is, so that it can be read alone; the first of a line can be linked to. */
static GazRow *add_line_row(GazComposing *work, Table *table, const GazLine *line, bool first)
{
    GazRow *row = gaz_grid_add_row(work->arena, table->grid, GAZ_ROW_DATA);

    if (first) {
        row->id = line->record.id;
        gaz_cell_count(work, row, NUMBER, ++table->number);
    }
    row->tags = gaz_arena_printf(work->arena, "city=%s", line->enterprise->city->code);
    gaz_cell_enterprise(work, row, ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, LINE, line);
    return row;
}

static void fill_stretch(GazComposing *work, const Table *table, GazRow *row, const GazStretch *stretch)
{
    const GazSpan *span = &stretch->window.span;
    bool timed = gaz_span_is_timed(span->start, span->end);

    gaz_cell_string(work, row, FROM, gaz_text_begin_cell(work->arena, span->start, timed));
    gaz_cell_string(work, row, TO, gaz_text_end_cell(work->arena, span->end, timed));
    gaz_cell_number(work, row, DAYS, gaz_window_days(work->data, &stretch->window));
    if (table->note != 0)
        gaz_cell_text(work, row, table->note, gaz_stretch_note(work, stretch));
}

static GazText why_empty(GazComposing *work, const GazLine *line)
{
    return line->status == GAZ_LINE_OPERATING ? gaz_label(work, "window.none")
                                              : *gaz_code_name(gaz_line_status, line->status);
}

static void add_empty(GazComposing *work, Table *table, const GazLine *line)
{
    GazRow *row = add_line_row(work, table, line, true);

    gaz_cell_count(work, row, table->total != 0 ? table->total : DAYS, 0);
    gaz_cell_text(work, row, table->note, why_empty(work, line));
}

/* Together, so that quotas that share a range with a stop count once. */
GazDecimal gaz_stretches_days(const GazData *data, const GArray *stretches)
{
    g_autoptr(GArray) windows = g_array_new(FALSE, FALSE, sizeof(GazWindow));

    for (unsigned i = 0; i < stretches->len; i++)
        g_array_append_val(windows, g_array_index(stretches, GazStretch, i).window);
    return gaz_windows_days(data, windows);
}

static void add_line(GazComposing *work, Table *table, const GazLine *line, const GArray *stretches)
{
    for (unsigned i = 0; i < stretches->len; i++) {
        GazRow *row = add_line_row(work, table, line, i == 0);

        fill_stretch(work, table, row, &g_array_index(stretches, GazStretch, i));
        if (i == 0 && table->total != 0)
            gaz_cell_number(work, row, table->total, gaz_stretches_days(work->data, stretches));
    }
    if (stretches->len == 0)
        add_empty(work, table, line);
    gaz_composing_names(work, line);
}

/* Which columns the lines need. */
static void look_at(GazComposing *work, const GArray *stretches, bool *total, bool *note)
{
    *total |= stretches->len > 1;
    *note |= stretches->len == 0;
    for (unsigned i = 0; i < stretches->len; i++)
        *note |= gaz_stretch_note(work, &g_array_index(stretches, GazStretch, i)).in[GAZ_ZH] != NULL;
}

static Table table_begin(GazComposing *work, const char *code, bool total, bool note)
{
    GazTableColumn all[MOST];
    Table table = {0};
    unsigned count = ALWAYS;

    memcpy(all, columns, sizeof columns);
    if (total)
        all[table.total = count++] = total_column;
    if (note)
        all[table.note = count++] = note_column;
    table.grid = gaz_composing_grid(work, code, all, count);
    return table;
}

GazGrid *gaz_windows_grid(GazComposing *work, const char *code, const GPtrArray *cities,
                          const GazSeason *season, GazPlanVersion version)
{
    g_autoptr(GPtrArray) stretches = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    bool total = false, note = false;
    unsigned next = 0;
    Table table;

    for (unsigned i = 0; i < cities->len; i++) {
        const GPtrArray *lines = ((const GazCityLines *)cities->pdata[i])->lines;

        for (unsigned k = 0; k < lines->len; k++) {
            g_ptr_array_add(stretches, gaz_stretches_of(work, lines->pdata[k], season, version));
            look_at(work, stretches->pdata[stretches->len - 1], &total, &note);
        }
    }
    table = table_begin(work, code, total, note);
    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];

        gaz_row_city(work, table.grid, city->city);
        for (unsigned k = 0; k < city->lines->len; k++)
            add_line(work, &table, city->lines->pdata[k], stretches->pdata[next++]);
    }
    return table.grid;
}
