/* line_list.c - the annual list of clinker lines (R11), with the violations to be noted in it and the lines
 * whose capacity may not be traded (R9). */
#include "check/list_changes.h"
#include "compose/cells.h"
#include "compose/cities.h"
#include "compose/composer.h"
#include "compose/findings.h"
#include "compose/list_changes.h"
#include <string.h>

const GazSlot gaz_line_list_slots[] = {
    GAZ_VALUE("enterprises"),
    GAZ_VALUE("lines"),
    GAZ_VALUE("cities"),
    GAZ_VALUE("daily"),
    GAZ_VALUE("annual"),
    GAZ_VALUE("finding-year"),     /* the year whose findings are noted */
    GAZ_VALUE("noted-lines"),      /* for that year; unset: none */
    GAZ_VALUE("late-lines"),       /* for earlier years: exposed after the list of their turn; unset: none */
    GAZ_VALUE("statuses"),         /* how many of each, in words */
    GAZ_VALUE("dismantled-lines"), /* listed only to be noted, and counted in no sum; unset: none */
    GAZ_LIST("notes", gaz_finding_slots), /* one a line noted */
    GAZ_TABLE("lines-table"),
    GAZ_TABLE("restricted-table"),
    GAZ_VALUE("lifted-lines"),  /* lines whose restriction has ended since the last list */
    GAZ_VALUE("last-year"),     /* of the list before; unset: the first on record */
    GAZ_VALUE("changes-words"), /* how many lines were added, removed, changed since then */
    GAZ_TABLE("changes-table"),
    GAZ_VALUE("changes-annex"), /* its number */
    {0},
};

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
    unsigned rows, lines;     /* a dismantled line has a row and is no line any more */
    GazDecimal daily, annual; /* [t/d], [10 kt a year] */
} Sum;

static void add_to(Sum *sum, const GazLine *line)
{
    sum->rows++;
    if (line->status == GAZ_LINE_DISMANTLED)
        return;
    sum->lines++;
    sum->daily += line->approved_capacity_tpd;
    sum->annual += line->annual_capacity_10kt;
}

/* A dismantled line has no capacity left and isn't listed, but where a finding must be noted at it. */
static GPtrArray *listed_lines(const GazData *data, const GPtrArray *annotations)
{
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL);
    GPtrArray *lines = g_ptr_array_new();

    for (unsigned i = 0; i < annotations->len; i++)
        g_hash_table_add(noted, (gpointer)((const GazFindingState *)annotations->pdata[i])->finding->line);
    for (unsigned i = 0; i < data->lines->len; i++) {
        const GazLine *line = data->lines->pdata[i];

        if (line->status != GAZ_LINE_DISMANTLED || g_hash_table_contains(noted, line))
            g_ptr_array_add(lines, (gpointer)line);
    }
    return lines;
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
        return gaz_arena_strconcat(work->arena, "φ", diameter, NULL);
    return gaz_arena_strconcat(work->arena, "φ", diameter, "×",
                               gaz_decimal_write(line->kiln_length_m, false, length), NULL);
}

static void add_line(GazComposing *work, GazGrid *grid, const GazLine *line, unsigned number,
                     const char *notes)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);

    row->id = line->record.id;
    row->tags = gaz_arena_strconcat(work->arena, "city=", line->enterprise->city->code,
                                    " status=", gaz_line_status[line->status].code,
                                    notes == NULL ? "" : " mark=noted", NULL);
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
        add_line(work, grid, line, total->rows, g_hash_table_lookup(notes, line));
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

enum { R_NUMBER, R_CITY, R_ENTERPRISE, R_LINE, R_DAILY, R_ANNUAL, R_YEAR, R_BASIS, R_FROM, R_LIFTED };

static const GazTableColumn restricted_columns[] = {
    [R_NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 8},
    [R_CITY] = {.code = "city", .align = GAZ_ALIGN_START, .weight = 4},
    [R_ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [R_LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [R_DAILY] = {.code = "daily", .align = GAZ_ALIGN_DECIMAL, .weight = 2},
    [R_ANNUAL] = {.code = "annual", .align = GAZ_ALIGN_DECIMAL, .weight = 3},
    [R_YEAR] = {.code = "finding-year", .align = GAZ_ALIGN_CENTRE, .weight = 5},
    [R_BASIS] = {.code = "exposed-by", .align = GAZ_ALIGN_START, .weight = 6},
    [R_FROM] = {.code = "restricted-from", .align = GAZ_ALIGN_CENTRE, .weight = 2},
    [R_LIFTED] = {.code = "lifted", .align = GAZ_ALIGN_START, .weight = 2},
};

/* Where nothing is written down of a restriction, it began with the exposure. */
static GazDate restricted_from(const GazFindingState *state)
{
    return state->restriction == NULL ? state->exposed_by->date : state->restriction->from;
}

static GazText lifted_text(GazComposing *work, const GazRestriction *restriction)
{
    char day[11];
    const char *date = gaz_arena_strdup(work->arena, gaz_date_write(restriction->lifted_on, day));
    GazText texts[2] = {gaz_text(date, date),
                        gaz_text(restriction->lift_approval, restriction->lift_approval)};

    return gaz_glossary_format(work->glossary, work->arena, "restriction.lifted", texts, 2);
}

/* Who is to be asked about the line, and whose breach it was, where that was another (R9). */
static void name_enterprises(GazComposing *work, GazRow *row, const GazFindingState *state)
{
    const GazEnterprise *now = state->finding->line->enterprise,
                        *then = gaz_finding_enterprise(work->data, state);
    GazText names[2] = {now->name, then->name};

    gaz_cell_enterprise(work, row, R_ENTERPRISE, now);
    if (then != now)
        gaz_cell_text(work, row, R_ENTERPRISE,
                      gaz_glossary_format(work->glossary, work->arena, "restriction.since-moved", names, 2));
}

static void add_restricted(GazComposing *work, GazGrid *grid, const GazFindingState *state, unsigned number)
{
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);
    const GazLine *line = state->finding->line;
    g_autofree char *exposed_by =
        state->exposed_by == NULL ? NULL : gaz_document_number_write(&state->exposed_by->number);

    gaz_cell_count(work, row, R_NUMBER, number);
    gaz_cell_text(work, row, R_CITY, line->enterprise->city->name);
    name_enterprises(work, row, state);
    gaz_cell_line(work, row, R_LINE, line);
    gaz_cell_number(work, row, R_DAILY, line->approved_capacity_tpd);
    gaz_cell_number(work, row, R_ANNUAL, line->annual_capacity_10kt);
    gaz_cell_text(work, row, R_YEAR,
                  gaz_text_year(work->arena, (int)(state->finding->year / GAZ_DECIMAL_ONE)));
    gaz_cell_string(work, row, R_BASIS, exposed_by);
    gaz_cell_date(work, row, R_FROM, restricted_from(state));
    if (gaz_finding_is_unbarred(state, work->notice->date))
        gaz_cell_text(work, row, R_LIFTED, lifted_text(work, state->restriction));
}

/* In force on the list's day, or lifted since the list before. */
static bool is_restricted(const GazComposing *work, const GazFindingState *state)
{
    const GazNotice *before = gaz_list_before(work->assessment, work->notice);

    if (gaz_finding_is_barred(work->data, state, work->notice->date))
        return true;
    return state->exposed_by != NULL && gaz_finding_is_unbarred(state, work->notice->date) &&
           before != NULL && state->restriction->lifted_on > before->date;
}

/* Whether the line stays barred for another finding: then what was lifted of this one isn't to be told. */
static bool is_barred_still(const GazFindingState *state, const GPtrArray *restricted, GazDate by)
{
    for (unsigned i = 0; gaz_finding_is_unbarred(state, by) && i < restricted->len; i++) {
        const GazFindingState *other = restricted->pdata[i];

        if (other->finding->line == state->finding->line && !gaz_finding_is_unbarred(other, by))
            return true;
    }
    return false;
}

/* Those the list notes, and those that earlier lists noted and that still hold. */
static GPtrArray *restrictions_of(const GazComposing *work, const GPtrArray *annotations)
{
    const GPtrArray *findings = work->assessment->findings;
    GPtrArray *restricted = g_ptr_array_new();

    for (unsigned i = 0; i < findings->len; i++) {
        const GazFindingState *state = findings->pdata[i];

        if (g_ptr_array_find((GPtrArray *)annotations, state, NULL) || is_restricted(work, state))
            g_ptr_array_add(restricted, (gpointer)state);
    }
    return restricted;
}

/* Each line once, however many findings it has. */
static void give_restricted(GazComposing *work, const GPtrArray *annotations)
{
    g_autoptr(GPtrArray) restricted = restrictions_of(work, annotations);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    size_t lifted = 0;
    GazGrid *grid;

    if (restricted->len == 0 || work->data->rules->trade_restriction.value == 0)
        return;
    grid = gaz_composing_grid(work, "restricted", restricted_columns, G_N_ELEMENTS(restricted_columns));
    grid->wide = true;
    for (unsigned i = 0; i < restricted->len; i++) {
        const GazFindingState *state = restricted->pdata[i];

        if (is_barred_still(state, restricted, work->notice->date) ||
            !g_hash_table_add(seen, (gpointer)state->finding->line))
            continue;
        add_restricted(work, grid, state, g_hash_table_size(seen));
        lifted += gaz_finding_is_unbarred(state, work->notice->date);
    }
    gaz_frame_table(work->facts, "restricted-table", grid);
    if (lifted > 0)
        gaz_frame_text(work->facts, "lifted-lines", gaz_count_of(work, "lines", lifted));
}

static void give_noted_lines(GazComposing *work, const char *slot, GHashTable *lines)
{
    if (g_hash_table_size(lines) > 0)
        gaz_frame_text(work->facts, slot, gaz_count_of(work, "lines", g_hash_table_size(lines)));
}

/* How many lines are noted for the year whose turn it is, and how many for years before. */
static void give_noted(GazComposing *work, const GPtrArray *annotations)
{
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL), late = g_hash_table_new(NULL, NULL);
    GazDecimal turn =
        (GazDecimal)work->notice->year * GAZ_DECIMAL_ONE - work->data->rules->annotation_delay.value;

    for (unsigned i = 0; i < annotations->len; i++) {
        const GazFinding *finding = ((const GazFindingState *)annotations->pdata[i])->finding;

        g_hash_table_add(finding->year < turn ? late : noted, (gpointer)finding->line);
    }
    give_noted_lines(work, "noted-lines", noted);
    give_noted_lines(work, "late-lines", late);
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

/* Whose the lines are and where, but for those dismantled. */
static void count_places(const GPtrArray *cities, GHashTable *enterprises, GHashTable *in)
{
    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];

        for (unsigned k = 0; k < city->lines->len; k++) {
            const GazLine *line = city->lines->pdata[k];

            if (line->status == GAZ_LINE_DISMANTLED)
                continue;
            g_hash_table_add(enterprises, (gpointer)line->enterprise);
            g_hash_table_add(in, (gpointer)city->city);
        }
    }
}

static void give_totals(GazComposing *work, const GPtrArray *cities, const Sum *total)
{
    g_autoptr(GHashTable) enterprises = g_hash_table_new(NULL, NULL), in = g_hash_table_new(NULL, NULL);
    GazText annual;

    count_places(cities, enterprises, in);
    gaz_frame_text(work->facts, "enterprises",
                   gaz_count_of(work, "enterprises", g_hash_table_size(enterprises)));
    gaz_frame_text(work->facts, "lines", gaz_count_of(work, "lines", total->lines));
    gaz_frame_text(work->facts, "cities", gaz_count_cities(work, g_hash_table_size(in)));
    if (total->rows > total->lines)
        gaz_frame_text(work->facts, "dismantled-lines",
                       gaz_count_of(work, "lines", total->rows - total->lines));
    gaz_frame_text(work->facts, "daily", gaz_text_number(work->arena, total->daily));
    annual = gaz_text_ten_thousands(work->arena, total->annual);
    gaz_frame_text(work->facts, "annual",
                   gaz_glossary_format(work->glossary, work->arena, "amount.annual", &annual, 1));
}

bool gaz_line_list_give(GazComposing *work)
{
    g_autoptr(GPtrArray) cities = NULL, lines = NULL, annotations = NULL;
    g_autoptr(GHashTable) notes = NULL;
    int delay = (int)(work->data->rules->annotation_delay.value / GAZ_DECIMAL_ONE);
    Sum total;

    if (work->notice->year == 0)
        return gaz_composing_lacks(work, "year", NULL, "the year that it is the list of");
    annotations = gaz_assessment_annotations(work->assessment, work->notice->year);
    lines = listed_lines(work->data, annotations);
    cities = gaz_cities_of_lines(work->data, lines);
    notes = give_notes(work, annotations);
    total = add_lines(work, cities, notes);
    give_totals(work, cities, &total);
    give_statuses(work);
    give_noted(work, annotations);
    give_restricted(work, annotations);
    gaz_frame_text(work->facts, "finding-year", gaz_text_year(work->arena, work->notice->year - delay));
    gaz_composing_annex(work, "annex-lines");
    if (gaz_frame_is_set(work->facts, "restricted-table"))
        gaz_composing_annex(work, "annex-restricted");
    gaz_list_changes_give(work);
    return true;
}
