/* summary.c - the year's execution: days required and kept by city and by line, checks and what became of
 * them, good practice and negative cases (R12). */
#include "compose/cells.h"
#include "compose/composer.h"
#include "compose/summary_sum.h"
#include "compose/summary_years.h"
#include "compose/windows.h"

static const GazSlot practice_slots[] = {GAZ_VALUE("title"), GAZ_VALUE("text"), GAZ_VALUE("enterprise"), {0}};

const GazSlot gaz_summary_slots[] = {
    GAZ_VALUE("paper.summary"),
    GAZ_VALUE("enterprises"),
    GAZ_VALUE("lines"), /* that took part */
    GAZ_VALUE("cities"),
    GAZ_VALUE("required"),
    GAZ_VALUE("verified"),
    GAZ_VALUE("kept-lines"),  /* empty: none */
    GAZ_VALUE("short-lines"), /* empty: none */
    GAZ_VALUE("short-days"),
    GAZ_VALUE("checks"), /* findings of the year, clean ones among them */
    GAZ_VALUE("clean"),
    GAZ_VALUE("breaches"),
    GAZ_VALUE("corrected"),
    GAZ_VALUE("open"),
    GAZ_VALUE("exposed"),
    GAZ_VALUE("annulled"), /* by an objection upheld */
    GAZ_VALUE("task-lines"),
    GAZ_VALUE("swap-lines"),
    GAZ_VALUE("swap-days"),
    GAZ_VALUE("adjusted-lines"),
    GAZ_LIST("good", practice_slots),
    GAZ_LIST("negative", practice_slots),
    GAZ_TABLE("by-city"),
    GAZ_TABLE("by-line"),
    GAZ_FIGURE("bars"),
    GAZ_FIGURE("calendar"),
    /* over the years: unset where the folder knows none before */
    GAZ_VALUE("first-year"),
    GAZ_TABLE("by-year"),
    GAZ_FIGURE("years"),
    /* the ledger: unset where it has no entry */
    GAZ_VALUE("brought-owed"),
    GAZ_VALUE("owed"),
    GAZ_VALUE("made-up"),
    GAZ_VALUE("left-owed"),
    GAZ_VALUE("overdue"), /* unset: nothing is */
    GAZ_VALUE("overdue-lines"),
    GAZ_VALUE("brought-earned"),
    GAZ_VALUE("earned"),
    GAZ_VALUE("used"),
    GAZ_VALUE("left-earned"),
    GAZ_VALUE("ledger-annex"),
    GAZ_TABLE("ledger-table"),
    {0},
};

enum { CITY };

static const GazTableColumn city_columns[] = {
    [CITY] = {.code = "city", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    GAZ_SUM_TABLE_COLUMNS,
};

static void add_city_row(GazComposing *work, GazGrid *grid, GazRowKind kind, GazText name,
                         const GazSummarySum *sum)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, kind);

    gaz_cell_text(work, row, CITY, name);
    gaz_summary_cells(work, row, sum);
}

enum { L_NUMBER, L_ENTERPRISE, L_LINE, L_REQUIRED, L_VERIFIED, L_SHORT, L_REMARK };

static const GazTableColumn line_columns[] = {
    [L_NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 5},
    [L_ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [L_LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [L_REQUIRED] = {.code = "required", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [L_VERIFIED] = {.code = "verified", .align = GAZ_ALIGN_DECIMAL, .weight = 1},
    [L_SHORT] = {.code = "short", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [L_REMARK] = {.code = "remark", .align = GAZ_ALIGN_START, .weight = 4},
};

/* Special tasks and carbide slag: why a line's days lie elsewhere. */
static GazText remark_of(GazComposing *work, const GazLine *line)
{
    GazValue remark = {0};
    unsigned count = 0;

    for (int task = 0; gaz_task_kind[task].code != NULL; task++)
        if (line->special_tasks & 1u << task)
            gaz_value_add_member(work->arena, work->glossary, &remark, count++, 0,
                                 *gaz_code_name(gaz_task_kind, task), NULL);
    if (line->carbide_slag)
        gaz_value_add_member(work->arena, work->glossary, &remark, count++, 0,
                             gaz_label(work, "line.carbide-slag"), NULL);
    if (count == 0)
        return gaz_text(NULL, NULL);
    return gaz_text(gaz_value_text(work->arena, &remark, GAZ_ZH),
                    gaz_value_text(work->arena, &remark, GAZ_EN));
}

static void add_line_row(GazComposing *work, GazGrid *grid, const GazAccount *account, unsigned number)
{
    const GazLine *line = account->line;
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);

    row->id = line->record.id;
    row->tags = gaz_arena_strconcat(work->arena, "city=", line->enterprise->city->code,
                                    account->days_short > 0 ? " mark=short" : "", NULL);
    gaz_cell_count(work, row, L_NUMBER, number);
    gaz_cell_enterprise(work, row, L_ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, L_LINE, line);
    gaz_cell_number(work, row, L_REQUIRED, gaz_summary_rounded(account->days_required));
    gaz_cell_number(work, row, L_VERIFIED, gaz_summary_rounded(account->days_verified));
    gaz_cell_number(work, row, L_SHORT, gaz_summary_rounded(account->days_short));
    gaz_cell_text(work, row, L_REMARK, remark_of(work, line));
    gaz_composing_names(work, line);
}

/* The tables and the bars grow together, city by city. */
typedef struct {
    GazGrid *by_city, *by_line;
    GazFigure *bars;
    GazSummarySum total;
    unsigned cities;
    GHashTable *enterprises;
} Tables;

static void add_city(GazComposing *work, Tables *tables, const GazCityLines *city)
{
    GazSummarySum sum = {0};
    GazFigureRow *bar;

    for (unsigned i = 0; i < city->lines->len; i++) {
        const GazAccount *account = gaz_assessment_account(work->assessment, city->lines->pdata[i]);

        if (!gaz_summary_takes_part(account))
            continue;
        if (sum.lines == 0)
            gaz_row_city(work, tables->by_line, city->city);
        gaz_summary_add_account(&sum, account);
        add_line_row(work, tables->by_line, account, tables->total.lines + sum.lines);
        g_hash_table_add(tables->enterprises, (gpointer)account->line->enterprise);
    }
    if (sum.lines == 0)
        return;
    add_city_row(work, tables->by_city, GAZ_ROW_DATA, city->city->name, &sum);
    bar = gaz_figure_add_row(tables->bars, city->city->name);
    bar->value = gaz_summary_rounded(sum.verified);
    bar->required = gaz_summary_rounded(sum.required);
    gaz_summary_add_sum(&tables->total, &sum);
    tables->cities++;
}

static void give_days(GazComposing *work, const Tables *tables)
{
    const GazSummarySum *total = &tables->total;

    gaz_frame_text(work->facts, "enterprises",
                   gaz_count_of(work, "enterprises", g_hash_table_size(tables->enterprises)));
    gaz_frame_text(work->facts, "cities", gaz_count_cities(work, tables->cities));
    gaz_frame_text(work->facts, "lines", gaz_count_of(work, "lines", total->lines));
    gaz_frame_text(work->facts, "required", gaz_count(work, "days", gaz_summary_rounded(total->required)));
    gaz_frame_text(work->facts, "verified", gaz_count(work, "days", gaz_summary_rounded(total->verified)));
    if (total->kept > 0)
        gaz_frame_text(work->facts, "kept-lines", gaz_count_of(work, "lines", total->kept));
    if (total->short_lines == 0)
        return;
    gaz_frame_text(work->facts, "short-lines", gaz_count_of(work, "lines", total->short_lines));
    gaz_frame_text(work->facts, "short-days",
                   gaz_count(work, "days", gaz_summary_rounded(total->short_days)));
}

static void give_tables(GazComposing *work)
{
    g_autoptr(GPtrArray) cities = gaz_cities_of(work->data, NULL);
    Tables tables = {
        .by_city = gaz_composing_grid(work, "by-city", city_columns, G_N_ELEMENTS(city_columns)),
        .by_line = gaz_composing_grid(work, "by-line", line_columns, G_N_ELEMENTS(line_columns)),
        .bars = gaz_composing_figure(work, "bars", GAZ_FIGURE_BARS),
        .enterprises = g_hash_table_new(NULL, NULL),
    };

    tables.bars->unit = gaz_label(work, "unit.days");
    for (unsigned i = 0; i < cities->len; i++)
        add_city(work, &tables, cities->pdata[i]);
    add_city_row(work, tables.by_city, GAZ_ROW_TOTAL, gaz_label(work, "row.total"), &tables.total);
    give_days(work, &tables);
    gaz_frame_table(work->facts, "by-city", tables.by_city);
    gaz_frame_table(work->facts, "by-line", tables.by_line);
    gaz_frame_figure(work->facts, "bars", tables.bars);
    gaz_frame_figure(work->facts, "calendar", gaz_year_figure(work, cities));
    g_hash_table_unref(tables.enterprises);
}

static void give_count(GazComposing *work, const char *slot, const char *unit, size_t count)
{
    if (count > 0)
        gaz_frame_text(work->facts, slot, gaz_count_of(work, unit, count));
}

/* Findings of the year, by how far each had gone. */
static void give_findings(GazComposing *work)
{
    size_t stages[GAZ_FINDING_STAGES] = {0}, clean = 0, all = 0;
    const GPtrArray *findings = work->assessment->findings;

    for (unsigned i = 0; i < findings->len; i++) {
        const GazFindingState *state = findings->pdata[i];

        if (state->finding->year != (GazDecimal)work->notice->year * GAZ_DECIMAL_ONE ||
            !gaz_finding_is_known(work->assessment, state))
            continue;
        all++;
        if (state->finding->result == GAZ_RESULT_CLEAN)
            clean++;
        else
            stages[state->stage]++;
    }
    give_count(work, "checks", "checks", all);
    give_count(work, "clean", "checks", clean);
    give_count(work, "annulled", "findings", stages[GAZ_STAGE_ANNULLED]);
    give_count(work, "breaches", "findings", all - clean - stages[GAZ_STAGE_ANNULLED]);
    give_count(work, "corrected", "findings", stages[GAZ_STAGE_CORRECTED]);
    give_count(work, "exposed", "findings", stages[GAZ_STAGE_EXPOSED]);
    give_count(work, "open", "findings",
               stages[GAZ_STAGE_FOUND] + stages[GAZ_STAGE_INTERVIEWED] + stages[GAZ_STAGE_REFUSED]);
}

/* The tables of a folder of several years hold those of the years before too. */
static bool is_of_year(const GazComposing *work, const GazRecord *record)
{
    return record->year == work->notice->year;
}

/* How many lines the year's records of `table` are about, each once; `line` is where a record keeps its line.
 */
static size_t count_lines(const GazComposing *work, const GPtrArray *table, size_t line)
{
    g_autoptr(GHashTable) lines = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < table->len; i++)
        if (is_of_year(work, table->pdata[i]))
            g_hash_table_add(lines, *(gpointer *)((char *)table->pdata[i] + line));
    return g_hash_table_size(lines);
}

static void give_arrangements(GazComposing *work)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < work->data->swaps->len; i++)
        if (is_of_year(work, work->data->swaps->pdata[i]))
            days += ((const GazSwap *)work->data->swaps->pdata[i])->days;
    give_count(work, "task-lines", "lines", count_lines(work, work->data->tasks, offsetof(GazTask, line)));
    give_count(work, "adjusted-lines", "lines",
               count_lines(work, work->data->adjustments, offsetof(GazAdjustment, line)));
    give_count(work, "swap-lines", "lines", count_lines(work, work->data->swaps, offsetof(GazSwap, line)));
    if (days > 0)
        gaz_frame_text(work->facts, "swap-days", gaz_count(work, "days", days));
}

static void give_practices(GazComposing *work)
{
    for (unsigned i = 0; i < work->data->practices->len; i++) {
        const GazPractice *practice = work->data->practices->pdata[i];
        GazFrame *member;

        if (!is_of_year(work, &practice->record))
            continue;
        member = gaz_frame_add(work->facts, practice->kind == GAZ_PRACTICE_GOOD ? "good" : "negative");

        gaz_frame_text_from(member, "title", practice->title, GAZ_AT(practice, title));
        gaz_frame_text_from(member, "text", practice->text, GAZ_AT(practice, text));
        if (practice->enterprise == NULL)
            continue;
        gaz_frame_link(member, "enterprise", practice->enterprise->name,
                       gaz_link_enterprise(work, practice->enterprise));
        gaz_composing_names_enterprise(work, practice->enterprise);
    }
}

/* The association reports to the departments; the departments circulate. */
static void give_paper(GazComposing *work)
{
    gaz_frame_text(
        work->facts, "paper.summary",
        gaz_label(work, work->document->form == GAZ_FORM_PUBLICITY ? "paper.report" : "paper.circular"));
}

bool gaz_summary_give(GazComposing *work)
{
    if (work->notice->year == 0)
        return gaz_composing_lacks(work, "year", NULL, "the year that it sums up");
    give_paper(work);
    give_tables(work);
    give_findings(work);
    give_arrangements(work);
    give_practices(work);
    gaz_composing_annex(work, "annex-by-city");
    gaz_composing_annex(work, "annex-by-line");
    if (gaz_frame_is_set(work->facts, "calendar"))
        gaz_composing_annex(work, "annex-calendar");
    gaz_summary_years_give(work);
    gaz_summary_ledger_give(work);
    if (gaz_frame_is_set(work->facts, "ledger-table"))
        gaz_composing_annex_numbered(work, "annex-ledger", "ledger-annex");
    return true;
}
