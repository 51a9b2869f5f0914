/* windows.c - the stretches of all lines as a table. */
#include "compose/windows.h"

#include "compose/cells.h"
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

static void fill_stretch(GazComposing *work, Table *table, GazRow *row, const GazStretch *stretch)
{
    const GazSpan *span = &stretch->window.span;
    bool timed = gaz_span_is_timed(span->start, span->end);

    gaz_cell_string(work, row, FROM, gaz_text_begin_cell(work->arena, span->start, timed));
    gaz_cell_string(work, row, TO, gaz_text_end_cell(work->arena, span->end, timed));
    gaz_cell_number(work, row, DAYS, gaz_window_days(work->data, &stretch->window));
    put_note(work, table, row, gaz_stretch_note(work, stretch));
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
    put_note(work, table, row, why_empty(work, line));
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

/* What the rows of a table will hold. */
typedef struct {
    bool total;         /* whether a line stops more than once */
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
    if (stretches->len == 0)
        need_note(needs, why_empty(work, line).in[GAZ_ZH]);
    for (unsigned i = 0; i < stretches->len; i++)
        need_note(needs, gaz_stretch_note(work, &g_array_index(stretches, GazStretch, i)).in[GAZ_ZH]);
}

/* Notes become remarks where a row in three, or fewer, has one that no other has. */
static Table table_begin(GazComposing *work, const char *code, const Needs *needs)
{
    bool remarks = g_hash_table_size(needs->differ) * 3 <= needs->notes;
    GazTableColumn all[MOST];
    Table table = {0};
    unsigned count = ALWAYS;

    memcpy(all, columns, sizeof columns);
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
