/* line_list.c - the annual list of clinker lines (R11), with the violations to be noted in it and the lines
 * whose capacity may not be traded (R9). */
#include "compose/cells.h"
#include "compose/cities.h"
#include "compose/composer.h"
#include "compose/faults.h"
#include "compose/findings.h"
#include <string.h>

const GazSlot gaz_line_list_slots[] = {
    GAZ_VALUE("enterprises"),
    GAZ_VALUE("lines"),
    GAZ_VALUE("cities"),
    GAZ_VALUE("daily"),
    GAZ_VALUE("annual"),
    GAZ_VALUE("finding-year"), /* the year whose findings are noted */
    GAZ_VALUE("noted-lines"),
    GAZ_VALUE("statuses"),                /* how many of each, in words */
    GAZ_LIST("notes", gaz_finding_slots), /* one a line noted */
    GAZ_TABLE("lines-table"),
    GAZ_TABLE("restricted-table"),
    {0},
};

enum { TEN_KT_IN_MT = 100 }; /* so many times 10 kt make a million tonnes */

enum { NUMBER, ENTERPRISE, LINE, KILN, DAILY, ANNUAL, COMMISSIONED, STATUS, REMARK };

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 8},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [KILN] = {.code = "kiln", .align = GAZ_ALIGN_CENTRE, .weight = 6},
    [DAILY] = {.code = "daily", .align = GAZ_ALIGN_DECIMAL, .weight = 3},
    [ANNUAL] = {.code = "annual", .align = GAZ_ALIGN_DECIMAL, .weight = 4},
    [COMMISSIONED] = {.code = "commissioned", .align = GAZ_ALIGN_CENTRE, .weight = 7},
    [STATUS] = {.code = "status", .align = GAZ_ALIGN_START, .weight = 2},
    [REMARK] = {.code = "remark", .align = GAZ_ALIGN_START, .weight = 5},
};

/* What a group of rows adds up to. */
typedef struct {
    unsigned lines;
    GazDecimal daily, annual; /* [t/d], [10 kt a year] */
} Sum;

static void add_to(Sum *sum, const GazLine *line)
{
    sum->lines++;
    sum->daily += line->approved_capacity_tpd;
    sum->annual += line->annual_capacity_10kt;
}

/* A dismantled line has no capacity left and isn't listed. */
static bool is_listed(const GazLine *line)
{
    return line->status != GAZ_LINE_DISMANTLED;
}

static void append(GazComposing *work, GazValue *value, GazText text)
{
    if (text.in[GAZ_ZH] == NULL || text.in[GAZ_EN] == NULL)
        return;
    if (value->first != NULL)
        gaz_value_add(work->arena, value, gaz_glossary_between(work->glossary, work->arena, "join.clauses"),
                      NULL);
    gaz_value_add(work->arena, value, text, NULL);
}

/* Special tasks, carbide slag, and the line's own note. */
static GazText remark_of(GazComposing *work, const GazLine *line)
{
    GazValue remark = {0};

    for (int task = 0; gaz_task_kind[task].code != NULL; task++)
        if (line->special_tasks & 1u << task)
            append(work, &remark, *gaz_code_name(gaz_task_kind, task));
    if (line->carbide_slag && line->note.in[GAZ_ZH] == NULL)
        append(work, &remark, gaz_label(work, "line.carbide-slag"));
    append(work, &remark, line->note);
    if (remark.first == NULL)
        return gaz_text(NULL, NULL);
    return gaz_text(gaz_value_text(work->arena, &remark, GAZ_ZH),
                    gaz_value_text(work->arena, &remark, GAZ_EN));
}

static const char *kiln_size(GazComposing *work, const GazLine *line)
{
    char diameter[32], length[32];

    gaz_decimal_write(line->kiln_diameter_m, false, diameter);
    if (line->kiln_length_m == GAZ_NO_DECIMAL)
        return gaz_arena_printf(work->arena, "φ%s", diameter);
    return gaz_arena_printf(work->arena, "φ%s×%s", diameter,
                            gaz_decimal_write(line->kiln_length_m, false, length));
}

static void add_line(GazComposing *work, GazGrid *grid, const GazLine *line, unsigned number,
                     const char *notes)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);

    row->id = line->record.id;
    row->tags = gaz_arena_printf(work->arena, "city=%s status=%s%s", line->enterprise->city->code,
                                 gaz_line_status[line->status].code, notes == NULL ? "" : " mark=noted");
    gaz_cell_count(work, row, NUMBER, number);
    gaz_cell_enterprise(work, row, ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, LINE, line);
    row->cells[LINE].notes = notes;
    gaz_cell_string(work, row, KILN, kiln_size(work, line));
    gaz_cell_number(work, row, DAILY, line->approved_capacity_tpd);
    gaz_cell_number(work, row, ANNUAL, line->annual_capacity_10kt);
    gaz_cell_date(work, row, COMMISSIONED, line->commissioned);
    gaz_cell_text(work, row, STATUS, *gaz_code_name(gaz_line_status, line->status));
    gaz_cell_text(work, row, REMARK, remark_of(work, line));
    gaz_composing_names(work, line);
}

static void add_sum(GazComposing *work, GazGrid *grid, GazRowKind kind, const char *label, const Sum *sum)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, kind);

    gaz_cell_text(work, row, ENTERPRISE, gaz_label(work, label));
    gaz_cell_text(work, row, LINE, gaz_count_of(work, "lines", sum->lines));
    gaz_cell_number(work, row, DAILY, sum->daily);
    gaz_cell_number(work, row, ANNUAL, sum->annual);
}

static void add_city(GazComposing *work, GazGrid *grid, const GazCityLines *city, GHashTable *notes,
                     Sum *total)
{
    Sum sum = {0};

    gaz_row_city(work, grid, city->city);
    for (unsigned i = 0; i < city->lines->len; i++) {
        const GazLine *line = city->lines->pdata[i];

        add_to(&sum, line);
        add_to(total, line);
        add_line(work, grid, line, total->lines, g_hash_table_lookup(notes, line));
    }
    add_sum(work, grid, GAZ_ROW_SUBTOTAL, "row.subtotal", &sum);
}

static Sum add_lines(GazComposing *work, const GPtrArray *cities, GHashTable *notes)
{
    GazGrid *grid = gaz_composing_grid(work, "lines", columns, G_N_ELEMENTS(columns));
    Sum total = {0};

    grid->wide = true;
    for (unsigned i = 0; i < cities->len; i++)
        add_city(work, grid, cities->pdata[i], notes, &total);
    add_sum(work, grid, GAZ_ROW_TOTAL, "row.total", &total);
    gaz_frame_table(work->facts, "lines-table", grid);
    return total;
}

/* Ids of the notes at each line, "note-1 note-4", and the notes' frames, in the order of the findings. */
static GHashTable *give_notes(GazComposing *work, const GPtrArray *annotations)
{
    GHashTable *notes = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < annotations->len; i++) {
        const GazFindingState *state = annotations->pdata[i];
        GazFrame *note = gaz_frame_add(work->facts, "notes");
        const char *mark = gaz_arena_printf(work->arena, "%u", i + 1);
        const char *id = gaz_arena_printf(work->arena, "note-%u", i + 1);
        const char *before = g_hash_table_lookup(notes, state->finding->line);

        gaz_finding_give(work, note, state, work->notice->date);
        gaz_frame_text(note, "note-id", gaz_text(id, id));
        gaz_frame_text(note, "note-mark", gaz_text(mark, mark));
        g_hash_table_insert(
            notes, (gpointer)state->finding->line,
            (gpointer)(before == NULL ? id : gaz_arena_printf(work->arena, "%s %s", before, id)));
    }
    return notes;
}

enum { R_NUMBER, R_CITY, R_ENTERPRISE, R_LINE, R_DAILY, R_ANNUAL, R_YEAR, R_BASIS };

static const GazTableColumn restricted_columns[] = {
    [R_NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 8},
    [R_CITY] = {.code = "city", .align = GAZ_ALIGN_START, .weight = 4},
    [R_ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [R_LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [R_DAILY] = {.code = "daily", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [R_ANNUAL] = {.code = "annual", .align = GAZ_ALIGN_DECIMAL, .weight = 3},
    [R_YEAR] = {.code = "finding-year", .align = GAZ_ALIGN_CENTRE, .weight = 5},
    [R_BASIS] = {.code = "exposed-by", .align = GAZ_ALIGN_START, .weight = 6},
};

static void add_restricted(GazComposing *work, GazGrid *grid, const GazFindingState *state, unsigned number)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);
    const GazLine *line = state->finding->line;
    g_autofree char *exposed_by =
        state->exposure == NULL ? NULL : gaz_document_number_write(&state->exposure->number);

    gaz_cell_count(work, row, R_NUMBER, number);
    gaz_cell_text(work, row, R_CITY, line->enterprise->city->name);
    gaz_cell_enterprise(work, row, R_ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, R_LINE, line);
    gaz_cell_number(work, row, R_DAILY, line->approved_capacity_tpd);
    gaz_cell_number(work, row, R_ANNUAL, line->annual_capacity_10kt);
    gaz_cell_text(work, row, R_YEAR,
                  gaz_text_year(work->arena, (int)(state->finding->year / GAZ_DECIMAL_ONE)));
    gaz_cell_string(work, row, R_BASIS, exposed_by);
}

/* Each line once, however many findings it has. */
static void give_restricted(GazComposing *work, const GPtrArray *annotations)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    GazGrid *grid;

    if (annotations->len == 0 || work->data->rules->trade_restriction.value == 0)
        return;
    grid = gaz_composing_grid(work, "restricted", restricted_columns, G_N_ELEMENTS(restricted_columns));
    for (unsigned i = 0; i < annotations->len; i++) {
        const GazFindingState *state = annotations->pdata[i];

        if (g_hash_table_add(seen, (gpointer)state->finding->line))
            add_restricted(work, grid, state, g_hash_table_size(seen));
    }
    gaz_frame_table(work->facts, "restricted-table", grid);
    gaz_frame_text(work->facts, "noted-lines", gaz_count_of(work, "lines", g_hash_table_size(seen)));
}

/* 在产85条、停产2条、在建1条. */
static void give_statuses(GazComposing *work)
{
    unsigned counts[GAZ_LINE_UNDER_CONSTRUCTION + 1] = {0};
    unsigned kinds = 0, told = 0;
    GazValue words = {0};

    for (unsigned i = 0; i < work->data->lines->len; i++)
        counts[((const GazLine *)work->data->lines->pdata[i])->status]++;
    counts[GAZ_LINE_DISMANTLED] = 0;
    for (unsigned status = 0; status < G_N_ELEMENTS(counts); status++)
        kinds += counts[status] > 0;
    for (unsigned status = 0; status < G_N_ELEMENTS(counts); status++) {
        g_autofree char *id = g_strconcat("status.", gaz_line_status[status].code, NULL);
        GazText count;

        if (counts[status] == 0)
            continue;
        count = gaz_text_number(work->arena, (GazDecimal)counts[status] * GAZ_DECIMAL_ONE);
        gaz_value_add_member(work->arena, work->glossary, &words, told++, kinds,
                             gaz_glossary_format(work->glossary, work->arena, id, &count, 1), NULL);
    }
    gaz_frame_value(work->facts, "statuses", &words);
}

static void give_totals(GazComposing *work, const GPtrArray *cities, const Sum *total)
{
    g_autoptr(GHashTable) enterprises = g_hash_table_new(NULL, NULL);
    GazText annual[2];

    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];

        for (unsigned k = 0; k < city->lines->len; k++)
            g_hash_table_add(enterprises, (gpointer)((const GazLine *)city->lines->pdata[k])->enterprise);
    }
    gaz_frame_text(work->facts, "enterprises",
                   gaz_count_of(work, "enterprises", g_hash_table_size(enterprises)));
    gaz_frame_text(work->facts, "lines", gaz_count_of(work, "lines", total->lines));
    gaz_frame_text(work->facts, "cities", gaz_count_of(work, "cities", cities->len));
    gaz_frame_text(work->facts, "daily", gaz_text_number(work->arena, total->daily));
    annual[0] = gaz_text_number(work->arena, total->annual);
    annual[1] = gaz_text_number(work->arena, total->annual / TEN_KT_IN_MT);
    gaz_frame_text(work->facts, "annual",
                   gaz_glossary_format(work->glossary, work->arena, "amount.annual", annual, 2));
}

bool gaz_line_list_give(GazComposing *work)
{
    g_autoptr(GPtrArray) cities = gaz_cities_of(work->data, is_listed);
    g_autoptr(GPtrArray) annotations = NULL;
    g_autoptr(GHashTable) notes = NULL;
    int delay = (int)(work->data->rules->annotation_delay.value / GAZ_DECIMAL_ONE);
    Sum total;

    if (work->notice->year == 0) {
        gaz_report_add(work->report, &work->notice->at, &gaz_compose_faults[GAZ_COMPOSE_NOTICE_INCOMPLETE],
                       "year", NULL, "the year that it is the list of");
        return false;
    }
    annotations = gaz_assessment_annotations(work->assessment, work->notice->year);
    notes = give_notes(work, annotations);
    total = add_lines(work, cities, notes);
    give_totals(work, cities, &total);
    give_statuses(work);
    give_restricted(work, annotations);
    gaz_frame_text(work->facts, "finding-year", gaz_text_year(work->arena, work->notice->year - delay));
    gaz_composing_annex(work, "annex-lines");
    if (gaz_frame_is_set(work->facts, "restricted-table"))
        gaz_composing_annex(work, "annex-restricted");
    return true;
}
