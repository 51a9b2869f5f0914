/* summary_ledger.c - the ledger's balance of the year, line by line (R12): days owed and earned, brought
 * forward, added, made up or used, and left. */
#include "compose/cells.h"
#include "compose/summary_sum.h"
#include "compose/summary_years.h"

enum {
    NUMBER,
    ENTERPRISE,
    LINE,
    BROUGHT,
    OWED,
    MADE_UP,
    LEFT,
    OVERDUE,
    DUE,
    EARNED_BROUGHT,
    EARNED,
    USED,
    EARNED_LEFT
};

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 9},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [BROUGHT] = {.code = "brought-owed", .align = GAZ_ALIGN_DECIMAL, .weight = 4},
    [OWED] = {.code = "owed", .align = GAZ_ALIGN_DECIMAL, .weight = 3},
    [MADE_UP] = {.code = "made-up", .align = GAZ_ALIGN_DECIMAL, .weight = 3},
    [LEFT] = {.code = "left-owed", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [OVERDUE] = {.code = "overdue", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [DUE] = {.code = "due", .align = GAZ_ALIGN_CENTRE, .weight = 6},
    [EARNED_BROUGHT] = {.code = "brought-earned", .align = GAZ_ALIGN_DECIMAL, .weight = 7},
    [EARNED] = {.code = "earned", .align = GAZ_ALIGN_DECIMAL, .weight = 7},
    [USED] = {.code = "used", .align = GAZ_ALIGN_DECIMAL, .weight = 7},
    [EARNED_LEFT] = {.code = "left-earned", .align = GAZ_ALIGN_DECIMAL, .weight = 6},
};

static const struct {
    unsigned column;
    size_t balance; /* offset of its GazDecimal in GazBalance */
    const char *slot;
} amounts[] = {
    {BROUGHT, offsetof(GazBalance, brought_owed), "brought-owed"},
    {OWED, offsetof(GazBalance, owed), "owed"},
    {MADE_UP, offsetof(GazBalance, made_up), "made-up"},
    {LEFT, offsetof(GazBalance, left_owed), "left-owed"},
    {OVERDUE, offsetof(GazBalance, overdue), "overdue"},
    {EARNED_BROUGHT, offsetof(GazBalance, brought_earned), "brought-earned"},
    {EARNED, offsetof(GazBalance, earned), "earned"},
    {USED, offsetof(GazBalance, used), "used"},
    {EARNED_LEFT, offsetof(GazBalance, left_earned), "left-earned"},
};

static GazDecimal *amount_of(GazBalance *balance, unsigned index)
{
    return (GazDecimal *)(void *)((char *)balance + amounts[index].balance);
}

static bool has_ledger(const GazAccount *account)
{
    const GazBalance *balance = &account->balance;

    return balance->brought_owed + balance->owed + balance->brought_earned + balance->earned > 0;
}

static void add_line(GazComposing *work, GazGrid *grid, const GazAccount *account, GazBalance *total)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);
    GazBalance balance = account->balance;

    row->id = account->line->record.id;
    row->tags = gaz_arena_strconcat(work->arena, "city=", account->line->enterprise->city->code,
                                    balance.overdue > 0 ? " mark=overdue" : "", NULL);
    gaz_cell_count(work, row, NUMBER, grid->rows->len);
    gaz_cell_enterprise(work, row, ENTERPRISE, account->line->enterprise);
    gaz_cell_line(work, row, LINE, account->line);
    gaz_cell_date(work, row, DUE, balance.left_owed > 0 ? balance.due : GAZ_NO_DATE);
    for (unsigned i = 0; i < G_N_ELEMENTS(amounts); i++) {
        gaz_cell_number(work, row, amounts[i].column, gaz_summary_rounded(*amount_of(&balance, i)));
        *amount_of(total, i) += *amount_of(&balance, i);
    }
    gaz_composing_names(work, account->line);
}

static void add_total(GazComposing *work, GazGrid *grid, GazBalance *total)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_TOTAL);

    gaz_cell_text(work, row, ENTERPRISE, gaz_label(work, "row.total"));
    for (unsigned i = 0; i < G_N_ELEMENTS(amounts); i++) {
        GazDecimal days = gaz_summary_rounded(*amount_of(total, i));

        gaz_cell_number(work, row, amounts[i].column, days);
        if (days > 0 || amounts[i].column != OVERDUE)
            gaz_frame_text(work->facts, amounts[i].slot, gaz_count(work, "days", days));
    }
}

void gaz_summary_ledger_give(GazComposing *work)
{
    const GPtrArray *accounts = gaz_assessment_accounts(work->assessment);
    GazGrid *grid = NULL;
    GazBalance total = {0};
    size_t overdue = 0;

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];

        if (!has_ledger(account))
            continue;
        if (grid == NULL)
            grid = gaz_composing_grid(work, "ledger", columns, G_N_ELEMENTS(columns));
        add_line(work, grid, account, &total);
        overdue += account->balance.overdue > 0;
    }
    if (grid == NULL)
        return;
    grid->wide = true;
    add_total(work, grid, &total);
    gaz_frame_table(work->facts, "ledger-table", grid);
    if (overdue > 0)
        gaz_frame_text(work->facts, "overdue-lines", gaz_count_of(work, "lines", overdue));
}
