/* summary_years.c - the years on record side by side: days required and verified, lines short, breaches found
 * and exposed. */
#include "compose/summary_years.h"

#include "compose/cells.h"
#include "compose/summary_sum.h"

enum { YEAR, BREACHES = GAZ_SUM_COLUMNS, EXPOSED };

static const GazTableColumn columns[] = {
    [YEAR] = {.code = "year", .align = GAZ_ALIGN_CENTRE, .weight = 1, .row_header = true},
    GAZ_SUM_TABLE_COLUMNS,
    [BREACHES] = {.code = "breaches", .align = GAZ_ALIGN_DECIMAL, .weight = 5},
    [EXPOSED] = {.code = "exposed", .align = GAZ_ALIGN_DECIMAL, .weight = 5},
};

/* What a year adds up to. */
typedef struct {
    GazSummarySum sum;
    unsigned breaches, exposed;
} Year;

static void add_accounts(GazSummarySum *sum, const GazAssessment *assessment)
{
    const GPtrArray *accounts = gaz_assessment_accounts(assessment);

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];

        if (gaz_summary_takes_part(account))
            gaz_summary_add_account(sum, account);
    }
}

/* What has become of each year's findings is known to the summary's own assessment. */
static void add_findings(Year *year, const GazAssessment *now, int of_year)
{
    for (unsigned i = 0; i < now->findings->len; i++) {
        const GazFindingState *state = now->findings->pdata[i];

        if (state->finding->year != (GazDecimal)of_year * GAZ_DECIMAL_ONE || state->upheld != NULL ||
            state->finding->result != GAZ_RESULT_BREACH || !gaz_finding_is_known(now, state))
            continue;
        year->breaches++;
        year->exposed += state->exposure != NULL;
    }
}

static void add_year(GazComposing *work, GazGrid *grid, GazFigure *bars, const GazAssessment *assessment)
{
    int of_year = assessment->data->publication->year;
    GazText label = gaz_text_year(work->arena, of_year);
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);
    GazFigureRow *bar = gaz_figure_add_row(bars, label);
    Year year = {0};

    add_accounts(&year.sum, assessment);
    add_findings(&year, work->assessment, of_year);
    gaz_cell_text(work, row, YEAR, label);
    gaz_summary_cells(work, row, &year.sum);
    gaz_cell_count(work, row, BREACHES, year.breaches);
    gaz_cell_count(work, row, EXPOSED, year.exposed);
    bar->value = gaz_summary_rounded(year.sum.verified);
    bar->required = gaz_summary_rounded(year.sum.required);
}

/* The oldest first. */
static void add_years(GazComposing *work, GazGrid *grid, GazFigure *bars, const GazAssessment *assessment)
{
    g_autoptr(GPtrArray) years = g_ptr_array_new();

    for (; assessment != NULL; assessment = assessment->previous)
        g_ptr_array_add(years, (gpointer)assessment);
    for (unsigned i = years->len; i-- > 0;)
        add_year(work, grid, bars, years->pdata[i]);
}

void gaz_summary_years_give(GazComposing *work)
{
    const GazAssessment *first = work->assessment;
    GazGrid *grid;
    GazFigure *bars;

    if (first->previous == NULL)
        return;
    while (first->previous != NULL)
        first = first->previous;
    grid = gaz_composing_grid(work, "by-year", columns, G_N_ELEMENTS(columns));
    bars = gaz_composing_figure(work, "years", GAZ_FIGURE_BARS);
    bars->unit = gaz_label(work, "unit.days");
    add_years(work, grid, bars, work->assessment);
    gaz_frame_text(work->facts, "first-year", gaz_text_year(work->arena, first->data->publication->year));
    gaz_frame_table(work->facts, "by-year", grid);
    gaz_frame_figure(work->facts, "years", bars);
}
