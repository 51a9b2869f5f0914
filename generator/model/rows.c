/* rows.c - the rows of a table become its records. */
#include "model/reading.h"

#include <string.h>

/* A table on its way in. */
typedef struct {
    GazReading *reading;
    const GazTable *table;
    const GazRows *rows;
    int *cells;    /* for each column of the table, the index of its cell in a row; -1: not in the file */
    bool complete; /* whether all required columns are there */
    GPtrArray *list;
} Import;

static int find_column(const GazTable *table, const char *name)
{
    for (unsigned i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

static void map_cell(Import *import, unsigned index)
{
    const GazCell *cell = &import->rows->header.cells[index];
    int column = find_column(import->table, cell->text);

    if (column < 0)
        gaz_report_add(import->reading->report, &cell->place, GAZ_MODEL_FAULT(COLUMN_UNKNOWN), NULL,
                       cell->text, "a column that data/README.md lists for %s.csv", import->table->name);
    else if (import->cells[column] >= 0)
        gaz_report_add(import->reading->report, &cell->place, GAZ_MODEL_FAULT(COLUMN_DUPLICATE), cell->text,
                       NULL, NULL);
    else
        import->cells[column] = (int)index;
}

static void map_columns(Import *import)
{
    const GazTable *table = import->table;

    import->cells = g_new(int, table->column_count);
    import->complete = true;
    for (unsigned i = 0; i < table->column_count; i++)
        import->cells[i] = -1;
    for (unsigned i = 0; i < import->rows->header.count; i++)
        map_cell(import, i);
    for (unsigned i = 0; i < table->column_count; i++) {
        if (import->cells[i] >= 0 || !table->columns[i].required)
            continue;
        gaz_report_add(import->reading->report, &import->rows->header.place, GAZ_MODEL_FAULT(COLUMN_MISSING),
                       table->columns[i].name, NULL, NULL);
        import->complete = false;
    }
}

/* NULL: the file has no such column, or the row is too short. */
static const GazCell *cell_of(const Import *import, const GazRow *row, unsigned column)
{
    int index = import->cells[column];

    return index < 0 || (unsigned)index >= row->count ? NULL : &row->cells[index];
}

static GazRecord *new_record(const Import *import, const GazRow *row)
{
    const GazTable *table = import->table;
    GazArena *arena = import->reading->data->arena;
    GazRecord *record = gaz_arena_alloc(arena, table->size);
    GazPlace *places = gaz_arena_new0(arena, GazPlace, table->column_count);

    for (unsigned i = 0; i < table->column_count; i++) {
        const GazCell *cell = cell_of(import, row, i);

        places[i] = cell == NULL ? row->place : cell->place;
        gaz_cell_clear(&table->columns[i], record);
    }
    record->table = table;
    record->places = places;
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

    if (import->cells[index] < 0 && column->required)
        return false; /* the missing column is told once, at the header */
    if (translation_is_given(import, row, index))
        kind = GAZ_MODEL_FAULT(TRANSLATION_MISSING);
    else if (column->required)
        kind = GAZ_MODEL_FAULT(CELL_REQUIRED);
    else
        return true;
    gaz_report_add(import->reading->report, &record->places[index], kind, column->name, NULL, NULL);
    return false;
}

static bool fill(const Import *import, const GazRow *row, GazRecord *record)
{
    bool good = !row->marked;

    for (unsigned i = 0; i < import->table->column_count; i++) {
        const GazCell *cell = cell_of(import, row, i);

        if (cell == NULL || *cell->text == '\0')
            good = check_empty(import, row, record, i) && good;
        else
            good = gaz_cell_convert(import->reading, &import->table->columns[i], cell, record) && good;
    }
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

    if (first == NULL)
        return true;
    within = gaz_place_within(&first->places[0]);
    place = g_string_new(first->year == record->year ? within : NULL);
    if (first->year != record->year)
        gaz_place_append(place, &first->places[0]);
    gaz_report_add(import->reading->report, gaz_record_place(record, offsetof(GazRecord, id)),
                   GAZ_MODEL_FAULT(ID_DUPLICATE), "id", record->id, "an id of its own (%s has this one)",
                   place->str);
    return false;
}

/* What the table says as a whole can't be judged any more. */
static void lack_row(const Import *import)
{
    import->reading->data->lacking |= 1u << (unsigned)(import->table - gaz_tables);
}

static void import_row(const Import *import, const GazRow *row)
{
    const char *id = id_cell(import, row);
    const char *key = id == NULL ? NULL : key_of(import, id);
    GazRecord *record = row->ragged ? NULL : new_record(import, row);
    bool good = record != NULL && fill(import, row, record) && import->complete;

    good = record != NULL && gaz_record_check(import->reading, record, good) && good;
    record = good ? record : NULL;
    if (record == NULL || (record->id != NULL && !claim(import, record, key))) {
        if (record == NULL && key != NULL)
            g_hash_table_add(import->reading->left_out, (gpointer)key);
        lack_row(import);
        return;
    }
    g_ptr_array_add(import->list, record);
    if (key != NULL)
        g_hash_table_insert(import->reading->data->records, (gpointer)key, record);
}

static void import_rows(GazReading *reading, const GazTable *table, const GazRows *rows)
{
    Import import = {.reading = reading, .table = table, .rows = rows};

    import.list = *(GPtrArray **)((char *)reading->data + table->list);
    map_columns(&import);
    for (unsigned i = 0; i < rows->count; i++)
        import_row(&import, &rows->rows[i]);
    g_free(import.cells);
}

static void miss_table(GazReading *reading, const GazTable *table)
{
    g_hash_table_add(reading->partial, (gpointer)table->name);
    reading->broken = reading->broken || table->required;
}

bool gaz_reading_table(GazReading *reading, const GazTable *table, GError **error)
{
    g_autofree char *name = g_strconcat(table->name, ".csv", NULL);
    const char *file = gaz_reading_file(reading, name), *path = gaz_reading_path(reading, name);
    g_auto(GazInput) input = {0};
    GazPlace place = {.file = file};
    const GazRows *rows;

    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        if (table->required && !reading->later) {
            gaz_report_add(reading->report, &place, &gaz_read_faults[GAZ_READ_FILE_MISSING], NULL, NULL,
                           NULL);
            miss_table(reading, table);
        }
        return true;
    }
    if (!gaz_input_load(&input, path, file, error))
        return false;
    rows = gaz_rows_parse(reading->data->arena, &input, reading->report);
    if (rows == NULL || !rows->whole)
        reading->data->lacking |= 1u << (unsigned)(table - gaz_tables);
    if (rows == NULL)
        miss_table(reading, table);
    else if (!rows->whole)
        g_hash_table_add(reading->partial, (gpointer)table->name);
    if (rows != NULL)
        import_rows(reading, table, rows);
    return true;
}
