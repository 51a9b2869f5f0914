/* special_task.c - lines with special tasks: recognition, votes, and when they make their days up (R4, R7).
 */
#include "compose/cells.h"
#include "compose/composer.h"
#include "compose/findings.h"
#include "compose/windows.h"

static const GazSlot task_slots[] = {
    GAZ_VALUE("line"),
    GAZ_VALUE("task"),
    GAZ_VALUE("measure"),
    GAZ_VALUE("declared-on"),
    GAZ_VALUE("recognised-by"),
    GAZ_VALUE("recognised-on"),
    GAZ_VALUE("votes-for"),
    GAZ_VALUE("votes-entitled"),
    GAZ_VALUE("share"),
    GAZ_VALUE("vote-date"),
    {0},
};

const GazSlot gaz_special_task_slots[] = {
    GAZ_VALUE("enterprises"),
    GAZ_VALUE("lines"),
    GAZ_FLAG("passed"), /* whether every vote won
                           more than the share that
                           the rule asks */
    GAZ_LIST("tasks", task_slots),
    GAZ_TABLE("tasks-table"),
    GAZ_TABLE("windows"),
    GAZ_WINDOWS_SLOTS,
    GAZ_LIST("remarks", gaz_remark_slots),
    {0},
};

enum {
    NUMBER,
    ENTERPRISE,
    LINE,
    TASK,
    MEASURE,
    DECLARED,
    RECOGNISED_BY,
    RECOGNISED,
    FOR,
    ENTITLED,
    SHARE,
    VOTED,
    FILED
};

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 9},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [TASK] = {.code = "task", .align = GAZ_ALIGN_START, .weight = 2},
    [MEASURE] = {.code = "measure", .align = GAZ_ALIGN_START, .weight = 4},
    [DECLARED] = {.code = "declared-on", .align = GAZ_ALIGN_CENTRE, .weight = 7},
    [RECOGNISED_BY] = {.code = "recognised-by", .align = GAZ_ALIGN_START, .weight = 6},
    [RECOGNISED] = {.code = "recognised-on", .align = GAZ_ALIGN_CENTRE, .weight = 7},
    [FOR] = {.code = "votes-for", .align = GAZ_ALIGN_DECIMAL, .weight = 5},
    [ENTITLED] = {.code = "votes-entitled", .align = GAZ_ALIGN_DECIMAL, .weight = 5},
    [SHARE] = {.code = "share", .align = GAZ_ALIGN_DECIMAL, .weight = 3},
    [VOTED] = {.code = "vote-date", .align = GAZ_ALIGN_CENTRE, .weight = 8},
    [FILED] = {.code = "plan-filed-on", .align = GAZ_ALIGN_CENTRE, .weight = 8},
};

/* Votes for in percent of those entitled, to one decimal. */
static GazDecimal share_of(const GazTask *task)
{
    if (task->votes_entitled <= 0)
        return 0;
    return (task->votes_for * 1000 + task->votes_entitled / 2) / task->votes_entitled *
           (GAZ_DECIMAL_ONE / 10);
}

/* More than the share, not at least. */
static bool has_passed(const GazRules *rules, const GazTask *task)
{
    return task->votes_for * rules->vote_denominator.value >
           rules->vote_numerator.value * task->votes_entitled;
}

static void add_row(GazComposing *work, GazGrid *grid, const GazTask *task, unsigned number)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);

    row->id = task->record.id;
    gaz_cell_count(work, row, NUMBER, number);
    gaz_cell_enterprise(work, row, ENTERPRISE, task->line->enterprise);
    gaz_cell_line(work, row, LINE, task->line);
    gaz_cell_text(work, row, TASK, *gaz_code_name(gaz_task_kind, task->task));
    gaz_cell_text(work, row, MEASURE, gaz_text_measure(work->arena, task->measure, task->unit));
    gaz_cell_date(work, row, DECLARED, task->declared_on);
    gaz_cell_text(work, row, RECOGNISED_BY, task->recognised_by);
    gaz_cell_date(work, row, RECOGNISED, task->recognised_on);
    gaz_cell_number(work, row, FOR, task->votes_for);
    gaz_cell_number(work, row, ENTITLED, task->votes_entitled);
    gaz_cell_number(work, row, SHARE, share_of(task));
    gaz_cell_date(work, row, VOTED, task->vote_date);
    gaz_cell_date(work, row, FILED, task->plan_filed_on);
    gaz_composing_names(work, task->line);
}

static void give_task(GazComposing *work, const GazTask *task)
{
    GazFrame *member = gaz_frame_add(work->facts, "tasks");
    GazText percent = gaz_text_number(work->arena, share_of(task));

    gaz_frame_link(member, "line", gaz_line_name(work, task->line), gaz_link_line(work, task->line));
    gaz_frame_text(member, "task", gaz_text_inside(work->arena, *gaz_code_name(gaz_task_kind, task->task)));
    gaz_frame_text(member, "measure", gaz_text_measure(work->arena, task->measure, task->unit));
    gaz_frame_date(member, "declared-on", task->declared_on);
    gaz_frame_text(member, "recognised-by", gaz_bodies_in_text(work, task->recognised_by));
    gaz_frame_date(member, "recognised-on", task->recognised_on);
    gaz_frame_text(member, "votes-for", gaz_count(work, "votes", task->votes_for));
    gaz_frame_text(member, "votes-entitled", gaz_count(work, "votes-entitled", task->votes_entitled));
    gaz_frame_text(member, "share", gaz_glossary_format(work->glossary, work->arena, "percent", &percent, 1));
    gaz_frame_date(member, "vote-date", task->vote_date);
}

/* The date of the last special-task notice before this one; what was voted by then is told there. */
static GazDate told_until(const GazComposing *work)
{
    const GPtrArray *notices = work->data->publication->notices;
    GazDate until = GAZ_NO_DATE;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->kind == GAZ_NOTICE_SPECIAL_TASK && notice->date < work->notice->date)
            until = MAX(until, notice->date);
    }
    return until;
}

/* Gives the tasks of this notice; the lines they are on, each once. Yours: g_ptr_array_unref(). */
static GPtrArray *give_tasks(GazComposing *work)
{
    GazGrid *grid = gaz_composing_grid(work, "tasks", columns, G_N_ELEMENTS(columns));
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    GPtrArray *lines = g_ptr_array_new();
    GazDate until = told_until(work);
    bool passed = true;

    grid->wide = true;
    for (unsigned i = 0; i < work->data->tasks->len; i++) {
        const GazTask *task = work->data->tasks->pdata[i];

        if (task->vote_date > work->notice->date || task->vote_date <= until)
            continue;
        passed &= has_passed(work->data->rules, task);
        add_row(work, grid, task, grid->rows->len + 1);
        give_task(work, task);
        if (g_hash_table_add(seen, (gpointer)task->line))
            g_ptr_array_add(lines, (gpointer)task->line);
    }
    gaz_frame_table(work->facts, "tasks-table", grid);
    gaz_frame_flag(work->facts, "passed", passed && gaz_frame_is_set(work->common, "law.vote-share"));
    return lines;
}

bool gaz_special_task_give(GazComposing *work)
{
    g_autoptr(GPtrArray) lines = NULL, cities = NULL, stretches = NULL;

    if (work->notice->season == NULL)
        return gaz_composing_lacks(work, "season", NULL, "the season that it is about");
    lines = give_tasks(work);
    if (lines->len == 0)
        return gaz_composing_lacks(work, NULL, NULL,
                                   "tasks voted on by its date, and after that of the last such notice");
    cities = gaz_cities_of_lines(work->data, lines);
    stretches = gaz_stretches_of_all(work, cities, work->notice->season, GAZ_PLAN_FINAL);
    gaz_frame_table(work->facts, "windows", gaz_windows_grid(work, "task-windows", cities, stretches));
    gaz_frame_text(work->facts, "enterprises", gaz_count_of(work, "enterprises", gaz_enterprises_of(lines)));
    gaz_frame_text(work->facts, "lines", gaz_count_of(work, "lines", lines->len));
    gaz_composing_annex(work, "annex-tasks");
    gaz_composing_annex(work, "annex-windows");
    return true;
}
