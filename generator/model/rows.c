/* rows.c - the rows of a table become its records. */
#include "model/beside.h"
#include "model/complete.h"
#include "model/head.h"
#include "model/names.h"
#include "model/plan_names.h"
#include "model/sources.h"
#include "model/taken.h"

#include <string.h>

/* A table on its way in. */
typedef struct {
    GazReading *reading;
    const GazTable *table;
    GazRows *rows;
    GazHead head;
    GPtrArray *list;
    GHashTable *seen; /* hash of a row's texts but its id to the GazRecord * of the first that had it */
} Import;

static int find_column(const GazTable *table, const char *name)
{
    for (unsigned i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

static const GazCell *cell_of(const Import *import, const GazRow *row, unsigned column)
{
    return gaz_head_cell(&import->head, row, column);
}

static GazRecord *new_record(const Import *import, const GazRow *row)
{
    const GazTable *table = import->table;
    GazArena *arena = import->reading->data->arena;
    GazRecord *record = gaz_arena_alloc(arena, table->size);
    GazPlace *places = g_newa(GazPlace, table->column_count);

    for (unsigned i = 0; i < table->column_count; i++) {
        const GazCell *cell = cell_of(import, row, i);

        places[i] = cell == NULL ? row->place : cell->place;
        gaz_cell_clear(&table->columns[i], record);
    }
    record->table = table;
    record->places = gaz_places_pack(arena, places, table->column_count);
    record->year = import->reading->year;
    return record;
}

/* A pair of columns that may be empty together, not singly; where only the Chinese is required, the English
 * may be missing. */
static bool is_translation(const GazColumn *column, const GazColumn *other)
{
    bool pair = (column->kind == GAZ_COLUMN_ZH && other->kind == GAZ_COLUMN_EN) ||
                (column->kind == GAZ_COLUMN_EN && other->kind == GAZ_COLUMN_ZH);

    return pair && column->offset == other->offset && column->required == other->required;
}

static bool translation_is_given(const Import *import, const GazRow *row, unsigned column)
{
    const GazTable *table = import->table;

    for (unsigned i = 0; i < table->column_count; i++) {
        const GazCell *cell = cell_of(import, row, i);

        if (cell != NULL && *cell->text != '\0' &&
            is_translation(&table->columns[column], &table->columns[i]))
            return true;
    }
    return false;
}

static bool check_empty(const Import *import, const GazRow *row, const GazRecord *record, unsigned index)
{
    const GazColumn *column = &import->table->columns[index];
    const GazFaultKind *kind;
    GazPlace place;

    if (import->head.cells[index] < 0 && column->required)
        return false; /* the missing column is told once, at the header */
    if (translation_is_given(import, row, index))
        kind = GAZ_MODEL_FAULT(TRANSLATION_MISSING);
    else if (column->required)
        kind = GAZ_MODEL_FAULT(CELL_REQUIRED);
    else
        return true;
    place = gaz_places_get(record->places, index);
    gaz_report_add(import->reading->report, &place, kind, column->name, NULL, NULL);
    return false;
}

/* The text of a cell as its column has it; NULL: there is nothing in it, or, with `*good` false, a fault is
 * told. Lent, by the row or by `*made`, which is yours: g_free(). */
static const char *read_cell(const Import *import, const GazRow *row, unsigned index, int *shift, bool *good,
                             char **made)
{
    const GazCell *cell = cell_of(import, row, index);
    const GazColumn *column = &import->table->columns[index];
    unsigned number = import->head.parts[index];
    g_autofree char *part = number == 0 ? NULL : gaz_value_part(cell->text, number);
    g_autofree char *whole = gaz_cell_complete(import->reading, import->table, &import->head, row, index);
    const char *text = part == NULL ? cell->text : part;

    if (*text == '\0')
        return NULL;
    text = whole == NULL ? text : whole;
    switch (gaz_cell_take(import->reading, import->table, &import->head, row, index, text, shift, made)) {
    case GAZ_VALUE_NAMED:
        return *made;
    case GAZ_VALUE_TAKEN:
        gaz_taken_add(import->reading, column, &cell->place, cell->text, *made);
        return *made;
    case GAZ_VALUE_NOTHING:
        gaz_taken_add(import->reading, column, &cell->place, cell->text, NULL);
        return NULL;
    case GAZ_VALUE_AMBIGUOUS:
        *good = false;
        gaz_report_add(import->reading->report, &cell->place, GAZ_MODEL_FAULT(VALUE_AMBIGUOUS), column->name,
                       cell->text, "%s", *made);
        return NULL;
    default:
        *made = whole == NULL ? g_steal_pointer(&part) : g_steal_pointer(&whole);
        return text;
    }
}

/* What a spreadsheet program shows for a value that it could not get stays in the CSV file that it saves. */
static bool is_error(const char *text)
{
    static const char *const errors[] = {"#N/A",   "#REF!",   "#VALUE!",       "#DIV/0!", "#NAME?", "#NUM!",
                                         "#NULL!", "#SPILL!", "#GETTING_DATA", "#CALC!",  NULL};

    return *text == '#' && g_strv_contains(errors, text);
}

static bool refuse_error(const Import *import, const GazColumn *column, const GazCell *cell)
{
    gaz_report_add(import->reading->report, &cell->place, &gaz_read_faults[GAZ_READ_CELL_ERROR], column->name,
                   cell->text, "a value");
    return false;
}

static bool fill_member(const Import *import, const GazRow *row, GazRecord *record, unsigned index)
{
    const GazCell *cell = cell_of(import, row, index);
    int shift = import->head.shifts[index];
    g_autofree char *made = NULL;
    const char *text;
    bool good = true;
    GazCell read;

    if (cell != NULL && (cell->told || (row->marked && gaz_forbidden_character(cell->text) != NULL)))
        return false;
    if (cell != NULL && is_error(cell->text))
        return refuse_error(import, &import->table->columns[index], cell);
    text = cell == NULL ? NULL : read_cell(import, row, index, &shift, &good, &made);
    if (text == NULL)
        return good && check_empty(import, row, record, index);
    read = *cell;
    read.text = text;
    return gaz_cell_convert(import->reading, &import->table->columns[index], &read, shift, record);
}

static bool fill(const Import *import, const GazRow *row, GazRecord *record)
{
    bool good = !row->marked;

    for (unsigned i = 0; i < import->table->column_count; i++)
        good = fill_member(import, row, record, i) && good;
    if (import->table == &gaz_tables[GAZ_TABLE_LINES])
        good = gaz_city_agrees(import->reading, &import->head, row, record) && good;
    return good;
}

static const char *id_cell(const Import *import, const GazRow *row)
{
    int column = find_column(import->table, "id");
    const GazCell *cell = column < 0 ? NULL : cell_of(import, row, (unsigned)column);

    return cell == NULL || *cell->text == '\0' ? NULL : cell->text;
}

static const char *key_of(const Import *import, const char *id)
{
    return gaz_arena_printf(import->reading->data->arena, "%s/%s", import->table->name, id);
}

/* Whether the record has its id for itself. */
static bool claim(const Import *import, GazRecord *record, const char *key)
{
    const GazRecord *first = g_hash_table_lookup(import->reading->data->records, key);
    g_autofree char *within = NULL;
    g_autoptr(GString) place = NULL;
    GazPlace at;

    if (first == NULL)
        return true;
    at = gaz_places_get(first->places, 0);
    within = gaz_place_within(&at);
    place = g_string_new(first->year == record->year ? within : NULL);
    if (first->year != record->year)
        gaz_place_append(place, &at);
    gaz_report_add(import->reading->report, GAZ_PLACE_OF(record, offsetof(GazRecord, id)),
                   GAZ_MODEL_FAULT(ID_DUPLICATE), "id", record->id, "an id of its own (%s has this one)",
                   place->str);
    return false;
}

/* FNV-1a over what stands in the cells, the id left out. */
static uint64_t hash_of(const Import *import, const GazRow *row)
{
    uint64_t hash = 0xCBF29CE484222325u;

    for (unsigned i = 0; i < import->table->column_count; i++) {
        const GazCell *cell =
            import->table->columns[i].kind == GAZ_COLUMN_ID ? NULL : cell_of(import, row, i);

        for (const char *at = cell == NULL ? "" : cell->text; *at != '\0'; at++)
            hash = (hash ^ (unsigned char)*at) * 0x100000001B3u;
        hash = (hash ^ 0xFF) * 0x100000001B3u; /* no byte of UTF-8: here the cell ends */
    }
    return hash;
}

static bool says_the_same(const GazTable *table, const GazRecord *one, const GazRecord *other)
{
    for (unsigned i = 0; i < table->column_count; i++)
        if (table->columns[i].kind != GAZ_COLUMN_ID && !gaz_member_equal(&table->columns[i], one, other))
            return false;
    return true;
}

/* A row copied under a new id would count twice: days earned, swapped or owed. */
static bool is_new(const Import *import, const GazRow *row, const GazRecord *record)
{
    gpointer key = (gpointer)(uintptr_t)hash_of(import, row);
    const GazRecord *first = g_hash_table_lookup(import->seen, key);
    g_autofree char *within = NULL;
    GazPlace at;

    if (import->table->repeats || first == NULL || !says_the_same(import->table, first, record)) {
        if (first == NULL)
            g_hash_table_insert(import->seen, key, (gpointer)record);
        return true;
    }
    at = gaz_places_get(first->places, 0);
    within = gaz_place_within(&at);
    gaz_report_add(import->reading->report, GAZ_PLACE_OF(record, offsetof(GazRecord, id)),
                   GAZ_MODEL_FAULT(ROW_TWICE), NULL, record->id, "something else than %s says", within);
    return false;
}

/* What the table says as a whole can't be judged any more. */
static void lack_row(const Import *import)
{
    import->reading->data->lacking |= 1u << (unsigned)(import->table - gaz_tables);
}

/* Whoever refers to the row, by its id or its name, is let pass; where it has no id that could be read,
 * whoever refers to a row of the table that isn't known. */
static void leave_out(const Import *import, const GazRow *row, const char *id, const char *key)
{
    int column = find_column(import->table, "name_zh");
    const GazCell *name = column < 0 ? NULL : cell_of(import, row, (unsigned)column);

    if (key != NULL)
        g_hash_table_add(import->reading->left_out, (gpointer)key);
    if (id == NULL || !gaz_id_is_valid(id))
        g_hash_table_add(import->reading->partial, (gpointer)import->table->name);
    if (name != NULL && *name->text != '\0')
        gaz_name_leave_out(import->reading, import->table->name, name->text);
}

static void import_row(const Import *import, const GazRow *row)
{
    bool fits = gaz_rows_fit(import->rows, &import->head.row, row, import->reading->report);
    GazRecord *record = fits ? new_record(import, row) : NULL;
    bool good = record != NULL && fill(import, row, record) && import->head.complete;
    const char *id = record == NULL || record->id == NULL ? id_cell(import, row) : record->id;
    const char *key = id == NULL ? NULL : key_of(import, id);

    good = record != NULL && gaz_record_check(import->reading, record, good) && good;
    record = good ? record : NULL;
    if (record != NULL && record->id != NULL && !claim(import, record, key)) {
        lack_row(import);
        return;
    }
    if (record == NULL || !is_new(import, row, record)) {
        leave_out(import, row, id, key);
        lack_row(import);
        return;
    }
    g_ptr_array_add(import->list, record);
    if (key != NULL)
        g_hash_table_insert(import->reading->data->records, (gpointer)key, record);
}

static void import_rows(Import *import)
{
    import->list = *(GPtrArray **)((char *)import->reading->data + import->table->list);
    for (const GazRow *row; (row = gaz_head_next(&import->head, import->rows)) != NULL;) {
        GazBeside beside = gaz_beside_judge(import->reading, import->table, &import->head, row);

        if (beside == GAZ_BESIDE_ROW)
            import_row(import, row);
        else if (beside != GAZ_BESIDE_LEFT)
            lack_row(import);
        if (beside == GAZ_BESIDE_ANOTHER)
            return;
    }
}

/* Nothing of the table can be read. */
static void miss_table(GazReading *reading, const GazTable *table)
{
    reading->data->lacking |= 1u << (unsigned)(table - gaz_tables);
    g_hash_table_add(reading->partial, (gpointer)table->name);
    reading->broken = reading->broken || table->required;
}

static bool read_rows(GazReading *reading, const GazTable *table, GazRows *rows, GError **error)
{
    Import import = {.reading = reading, .table = table, .rows = rows};
    GError *failure = NULL;

    import.seen = g_hash_table_new(NULL, NULL);
    if (gaz_head_read(&import.head, reading, table, rows, true, &failure))
        import_rows(&import);
    else
        miss_table(reading, table);
    g_hash_table_unref(import.seen);
    gaz_head_clear(&import.head);
    gaz_taken_tell(reading);
    if (!rows->whole) {
        reading->data->lacking |= 1u << (unsigned)(table - gaz_tables);
        g_hash_table_add(reading->partial, (gpointer)table->name);
    }
    if (failure != NULL)
        g_propagate_error(error, failure);
    return failure == NULL;
}

static void refuse_missing(GazReading *reading, const GazTable *table)
{
    g_autofree char *name = g_strconcat(table->name, ".csv", NULL);
    GazPlace place = {.file = gaz_reading_file(reading, name)};

    if (!table->required || reading->later)
        return;
    gaz_report_add(reading->report, &place, &gaz_read_faults[GAZ_READ_FILE_MISSING], NULL, NULL,
                   "%s, or a workbook with that table; to begin with, its heading alone will do", name);
    miss_table(reading, table);
}

bool gaz_reading_table(GazReading *reading, GazSources *sources, const GazTable *table, GError **error)
{
    g_autoptr(GazRows) rows = NULL;

    switch (gaz_source_open(sources, table, &rows, error)) {
    case GAZ_SOURCE_ROWS:
        return read_rows(reading, table, rows, error);
    case GAZ_SOURCE_NONE:
        refuse_missing(reading, table);
        return true;
    case GAZ_SOURCE_BROKEN:
        miss_table(reading, table);
        return true;
    default:
        return false;
    }
}
