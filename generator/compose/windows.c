/* windows.c - the stretches of all lines as a table. */
#include "compose/windows.h"

#include "compose/cells.h"
#include "compose/swaps.h"
#include <string.h>

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

const GazSlot gaz_remark_slots[] = {GAZ_VALUE("note-id"), GAZ_VALUE("note-mark"), GAZ_VALUE("remark"), {0}};

/* The table while it grows. The total is a column only where a line stops more than once, the note only where
 * there are notes that differ from row to row: a narrow table is easier to read. */
typedef struct {
    GazGrid *grid;
    unsigned total, note; /* index of the column; 0: there is none */
    unsigned number;      /* of lines so far */
    GHashTable *remarks;  /* Chinese note to the id of its remark; NULL: the notes have a column */
} Table;

/* Every row says whose it is, so that it can be read alone; the first of a line can be linked to. */
static GazRow *add_line_row(GazComposing *work, Table *table, const GazLine *line, bool first)
{
    GazRow *row = gaz_grid_add_row(work->arena, table->grid, GAZ_ROW_DATA);

    if (first) {
        row->id = line->record.id;
        gaz_cell_count(work, row, NUMBER, ++table->number);
    }
    row->tags = gaz_arena_strconcat(work->arena, "city=", line->enterprise->city->code, NULL);
    gaz_cell_enterprise(work, row, ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, LINE, line);
    return row;
}

/* A remark that is new gets the next number. */
static const char *remark_of(GazComposing *work, Table *table, GazText note)
{
    const char *id = g_hash_table_lookup(table->remarks, note.in[GAZ_ZH]);
    unsigned number = g_hash_table_size(table->remarks) + 1;
    const char *mark = gaz_arena_printf(work->arena, "%u", number);
    GazFrame *remark;

    if (id != NULL)
        return id;
    id = gaz_arena_printf(work->arena, "%s-%u", table->grid->code, number);
    remark = gaz_frame_add(work->facts, "remarks");
    gaz_frame_text(remark, "note-id", gaz_text(id, id));
    gaz_frame_text(remark, "note-mark", gaz_text(mark, mark));
    gaz_frame_text(remark, "remark", note);
    g_hash_table_insert(table->remarks, (gpointer)note.in[GAZ_ZH], (gpointer)id);
    return id;
}

static void put_note(GazComposing *work, Table *table, GazRow *row, GazText note)
{
    if (note.in[GAZ_ZH] == NULL)
        return;
    if (table->remarks != NULL)
        row->cells[LINE].notes = remark_of(work, table, note);
    else
        gaz_cell_text(work, row, table->note, note);
}

/* Why a line that takes part in no way has no stoppage. */
static GazText why_idle(GazComposing *work, const GazLine *line)
{
    return line->status == GAZ_LINE_OPERATING ? gaz_label(work, "window.none")
                                              : *gaz_code_name(gaz_line_status, line->status);
}

/* The note of the row of its stretch `index`; without stretches a line has one row. The first says who stops
 * in its place, too. */
static GazText note_of(GazComposing *work, const GazLine *line, const GArray *stretches, unsigned index)
{
    GazText swap = index == 0 ? gaz_swap_note(work, line) : gaz_text(NULL, NULL);
    GazText note = index < stretches->len
                       ? gaz_stretch_note(work, &g_array_index(stretches, GazStretch, index))
                       : gaz_text(NULL, NULL);
    GazText both[2] = {note, swap};

    if (note.in[GAZ_ZH] != NULL && swap.in[GAZ_ZH] != NULL)
        return gaz_glossary_format(work->glossary, work->arena, "join.sentences", both, 2);
    if (note.in[GAZ_ZH] != NULL || swap.in[GAZ_ZH] != NULL)
        return note.in[GAZ_ZH] != NULL ? note : swap;
    return stretches->len == 0 ? why_idle(work, line) : note;
}

static void fill_stretch(GazComposing *work, GazRow *row, const GazStretch *stretch)
{
    const GazSpan *span = &stretch->window.span;
    bool timed = gaz_span_is_timed(span->start, span->end);

    gaz_cell_string(work, row, FROM, gaz_text_begin_cell(work->arena, span->start, timed));
    gaz_cell_string(work, row, TO, gaz_text_end_cell(work->arena, span->end, timed));
    gaz_cell_number(work, row, DAYS, gaz_window_days(work->data, &stretch->window));
}

static void add_line(GazComposing *work, Table *table, const GazLine *line, const GArray *stretches)
{
    for (unsigned i = 0; i < MAX(stretches->len, 1); i++) {
        GazRow *row = add_line_row(work, table, line, i == 0);

        if (i < stretches->len)
            fill_stretch(work, row, &g_array_index(stretches, GazStretch, i));
        if (i == 0 && table->total != 0)
            gaz_cell_number(work, row, table->total, gaz_stretches_days(work->data, stretches));
        else if (stretches->len == 0)
            gaz_cell_count(work, row, DAYS, 0);
        put_note(work, table, row, note_of(work, line, stretches, i));
    }
    gaz_composing_names(work, line);
}

/* What the rows of a table will hold. */
typedef struct {
    bool total;         /* whether a line stops more than once */
    bool quotas;        /* whether a line stops for so many days within a period */
    bool limits;        /* whether a line goes on, at limited load */
    unsigned notes;     /* rows with a note */
    GHashTable *differ; /* the Chinese notes, each once */
} Needs;

static void need_note(Needs *needs, const char *note)
{
    if (note == NULL)
        return;
    needs->notes++;
    g_hash_table_add(needs->differ, (gpointer)note);
}

static void look_at(GazComposing *work, Needs *needs, const GazLine *line, const GArray *stretches)
{
    needs->total |= stretches->len > 1;
    for (unsigned i = 0; i < MAX(stretches->len, 1); i++)
        need_note(needs, note_of(work, line, stretches, i).in[GAZ_ZH]);
    for (unsigned i = 0; i < stretches->len; i++) {
        const GazPlan *plan = g_array_index(stretches, GazStretch, i).window.plan;

        needs->quotas |= plan->quota_days != GAZ_NO_DECIMAL;
        needs->limits |= plan->load_percent != GAZ_NO_DECIMAL;
    }
}

/* Notes become remarks where a row in three, or fewer, has one that no other has. */
static Table table_begin(GazComposing *work, const char *code, const Needs *needs)
{
    bool remarks = g_hash_table_size(needs->differ) * 3 <= needs->notes;
    GazTableColumn all[MOST];
    Table table = {0};
    unsigned count = ALWAYS;

    memcpy(all, columns, sizeof columns);
    if (needs->quotas || needs->limits) {
        all[FROM].code = "period-from";
        all[TO].code = "period-to";
    }
    if (needs->total)
        all[table.total = count++] = total_column;
    if (needs->notes > 0 && !remarks)
        all[table.note = count++] = note_column;
    if (needs->notes > 0 && remarks)
        table.remarks = g_hash_table_new(g_str_hash, g_str_equal);
    table.grid = gaz_composing_grid(work, code, all, count);
    return table;
}

GPtrArray *gaz_stretches_of_all(GazComposing *work, const GPtrArray *cities, const GazSeason *season,
                                GazPlanVersion version)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);

    for (unsigned i = 0; i < cities->len; i++) {
        const GPtrArray *lines = ((const GazCityLines *)cities->pdata[i])->lines;

        for (unsigned k = 0; k < lines->len; k++)
            g_ptr_array_add(all, gaz_stretches_of(work, lines->pdata[k], season, version));
    }
    return all;
}

static void look_at_all(GazComposing *work, Needs *needs, const GPtrArray *cities, const GPtrArray *stretches)
{
    unsigned next = 0;

    for (unsigned i = 0; i < cities->len; i++) {
        const GPtrArray *lines = ((const GazCityLines *)cities->pdata[i])->lines;

        for (unsigned k = 0; k < lines->len; k++)
            look_at(work, needs, lines->pdata[k], stretches->pdata[next++]);
    }
}

GazGrid *gaz_windows_grid(GazComposing *work, const char *code, const GPtrArray *cities,
                          const GPtrArray *stretches)
{
    Needs needs = {.differ = g_hash_table_new(g_str_hash, g_str_equal)};
    unsigned next = 0;
    Table table;

    look_at_all(work, &needs, cities, stretches);
    gaz_frame_flag(work->facts, "quotas", needs.quotas);
    gaz_frame_flag(work->facts, "limits", needs.limits);
    gaz_frame_flag(work->facts, "periods", needs.quotas || needs.limits);
    table = table_begin(work, code, &needs);
    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];

        gaz_row_city(work, table.grid, city->city);
        for (unsigned k = 0; k < city->lines->len; k++)
            add_line(work, &table, city->lines->pdata[k], stretches->pdata[next++]);
    }
    g_hash_table_unref(needs.differ);
    g_clear_pointer(&table.remarks, g_hash_table_unref);
    return table.grid;
}
