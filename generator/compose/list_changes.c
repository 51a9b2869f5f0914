/* list_changes.c - the table of what changed in the line list since the one before: added, removed, changed,
 * each with its day, its approval and its reason. */
#include "compose/list_changes.h"

#include "check/list_changes.h"
#include "compose/cells.h"
#include <string.h>

enum { NUMBER, WHAT, ENTERPRISE, LINE, DETAIL, DATE, APPROVAL, REASON };

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 8},
    [WHAT] = {.code = "list-change", .align = GAZ_ALIGN_CENTRE, .weight = 4},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [DETAIL] = {.code = "change-detail", .align = GAZ_ALIGN_START, .weight = 2},
    [DATE] = {.code = "change-date", .align = GAZ_ALIGN_CENTRE, .weight = 5},
    [APPROVAL] = {.code = "change-approval", .align = GAZ_ALIGN_START, .weight = 6},
    [REASON] = {.code = "change-reason", .align = GAZ_ALIGN_START, .weight = 7},
};

static GazText number_of(GazComposing *work, GazDecimal number)
{
    return gaz_text_number(work->arena, number);
}

/* The new capacities, each that is given. */
static GazText capacity(GazComposing *work, const GazRegisterChange *change)
{
    const struct {
        const char *label;
        GazDecimal number;
    } parts[] = {{"list-change.daily", change->approved_capacity_tpd},
                 {"list-change.annual", change->annual_capacity_10kt},
                 {"list-change.diameter", change->kiln_diameter_m}};
    GazValue words = {0};

    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++) {
        GazText number;

        if (parts[i].number == GAZ_NO_DECIMAL)
            continue;
        if (words.first != NULL)
            gaz_value_add(work->arena, &words,
                          gaz_glossary_between(work->glossary, work->arena, "join.clauses"), NULL);
        number = strcmp(parts[i].label, "list-change.annual") == 0
                     ? gaz_text_ten_thousands(work->arena, parts[i].number)
                     : number_of(work, parts[i].number);
        gaz_value_add(work->arena, &words,
                      gaz_glossary_format(work->glossary, work->arena, parts[i].label, &number, 1), NULL);
    }
    return gaz_text(gaz_value_text(work->arena, &words, GAZ_ZH), gaz_value_text(work->arena, &words, GAZ_EN));
}

static GazText format(GazComposing *work, const char *label, GazText one, GazText two)
{
    GazText texts[2] = {one, two};

    return gaz_glossary_format(work->glossary, work->arena, label, texts, 2);
}

/* What happened, in a few words. */
static GazText detail(GazComposing *work, const GazListChange *told)
{
    const GazRegisterChange *change = told->change;

    if (change == NULL)
        return *gaz_code_name(gaz_line_status, told->line->status);
    switch ((GazChangeKind)change->kind) {
    case GAZ_CHANGE_RENAMED:
        return format(work, "list-change.renamed", told->name_before, change->name);
    case GAZ_CHANGE_MERGED:
        return format(work, "list-change.merged", change->to_enterprise->name, gaz_text("", ""));
    case GAZ_CHANGE_MOVED:
        return format(work, "list-change.moved", change->to_enterprise->name, gaz_text("", ""));
    case GAZ_CHANGE_REPLACED:
        return format(work, "list-change.replaced", gaz_line_name(work, change->by_line), gaz_text("", ""));
    case GAZ_CHANGE_CAPACITY:
        return capacity(work, change);
    default:
        return *gaz_code_name(gaz_change_kind, change->kind);
    }
}

static void add_row(GazComposing *work, GazGrid *grid, const GazListChange *told)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);
    const GazRegisterChange *change = told->change;

    row->tags = gaz_arena_strconcat(work->arena, "city=", told->enterprise->city->code, NULL);
    gaz_cell_count(work, row, NUMBER, grid->rows->len);
    gaz_cell_text(work, row, WHAT, *gaz_code_name(gaz_list_change_kind, (int)told->kind));
    gaz_cell_enterprise(work, row, ENTERPRISE, told->enterprise);
    if (told->line != NULL)
        gaz_cell_line(work, row, LINE, told->line);
    else
        gaz_cell_text(work, row, LINE, gaz_label(work, "list-change.all-lines"));
    gaz_cell_text(work, row, DETAIL, detail(work, told));
    if (change == NULL) {
        gaz_cell_text(work, row, REASON, told->line->note);
        return;
    }
    gaz_cell_date(work, row, DATE, change->date);
    gaz_cell_string(work, row, APPROVAL, change->approval);
    gaz_cell_text(work, row, REASON, change->reason);
}

/* 新增生产线1条，移出生产线2条，名称、归属、产能、状态变更8项. */
static void give_words(GazComposing *work, const size_t counts[])
{
    static const char *const units[] = {"lines-added", "lines-removed", "lines-changed"};
    GazValue words = {0};

    for (unsigned i = 0; i < G_N_ELEMENTS(units); i++) {
        if (counts[i] == 0)
            continue;
        if (words.first != NULL)
            gaz_value_add(work->arena, &words,
                          gaz_glossary_between(work->glossary, work->arena, "list-change.between"), NULL);
        gaz_value_add(work->arena, &words, gaz_count_of(work, units[i], counts[i]), NULL);
    }
    gaz_frame_value(work->facts, "changes-words", &words);
}

static void give_table(GazComposing *work, const GArray *changes)
{
    GazGrid *grid = gaz_composing_grid(work, "list-changes", columns, G_N_ELEMENTS(columns));
    size_t counts[GAZ_LIST_CHANGED + 1] = {0};

    grid->wide = true;
    for (unsigned i = 0; i < changes->len; i++) {
        const GazListChange *told = &g_array_index(changes, GazListChange, i);

        add_row(work, grid, told);
        counts[told->kind]++;
    }
    give_words(work, counts);
    gaz_frame_table(work->facts, "changes-table", grid);
    gaz_composing_annex_numbered(work, "annex-list-changes", "changes-annex");
}

void gaz_list_changes_give(GazComposing *work)
{
    const GazNotice *before = gaz_list_before(work->assessment, work->notice);
    g_autoptr(GArray) changes = gaz_list_changes(work->assessment, work->notice);

    /* The first year of a folder doesn't know what happened before it. */
    if (before != NULL && (changes->len > 0 || work->assessment->previous != NULL))
        gaz_frame_text(work->facts, "last-year", gaz_text_year(work->arena, before->year));
    if (changes->len > 0)
        give_table(work, changes);
}
