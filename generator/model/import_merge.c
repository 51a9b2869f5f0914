/* import_merge.c - which rows speak of the same, and what comes of two that do. */
#include "model/import_rows.h"

#include "model/headings.h"
#include "model/names.h"
#include <string.h>

static int find_column(const GazTable *table, const char *name)
{
    for (unsigned i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

static const char *cell(const GazImportTable *table, const GazImportRow *row, const char *column)
{
    int index = find_column(table->table, column);

    return index < 0 ? NULL : row->cells[index];
}

/* The columns that tell what a row speaks of, in the order in which they are asked; two of one name together.
 */
static const struct {
    const char *table, *first, *second;
} identities[] = {
    {"enterprises", "credit_code", NULL},
    {"enterprises", "name_zh", NULL},
    {"lines", "enterprise", "name_zh"},
};

/* Yours: g_free(). NULL: a cell is empty. */
static char *identity_key(const GazImportTable *table, const GazImportRow *row, unsigned index)
{
    const char *first = cell(table, row, identities[index].first);
    const char *second = identities[index].second == NULL ? "" : cell(table, row, identities[index].second);
    g_autofree char *one = first == NULL ? NULL : gaz_heading_key(first);
    g_autofree char *other = second == NULL                     ? NULL
                             : identities[index].second == NULL ? g_strdup("")
                                                                : gaz_line_name_key(second);

    if (one == NULL || other == NULL)
        return NULL;
    return g_strdup_printf("%u/%s/%s", index, one, other);
}

/* Of tables without an identity of their own: rows all of whose cells but the id are the same. */
static char *whole_key(const GazImportTable *table, const GazImportRow *row)
{
    GString *key = g_string_new("=");
    int id = find_column(table->table, "id");

    for (unsigned i = 0; i < table->table->column_count; i++)
        if ((int)i != id)
            g_string_append_printf(key, "%s\x1f", row->cells[i] == NULL ? "" : row->cells[i]);
    return g_string_free(key, FALSE);
}

/* The keys that a row goes by. Yours: g_ptr_array_unref(). */
static GPtrArray *keys_of(const GazImportTable *table, const GazImportRow *row)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    const char *id = cell(table, row, "id");
    bool known = false;

    if (id != NULL)
        g_ptr_array_add(keys, g_strdup_printf("id/%s", id));
    for (unsigned i = 0; i < G_N_ELEMENTS(identities); i++) {
        char *key;

        if (strcmp(identities[i].table, table->table->name) != 0)
            continue;
        known = true;
        key = identity_key(table, row, i);
        if (key != NULL)
            g_ptr_array_add(keys, key);
    }
    if (!known)
        g_ptr_array_add(keys, whole_key(table, row));
    return keys;
}

static GazImportRow *find_same(const GazImportTable *table, const GPtrArray *keys)
{
    GazImportRow *row = NULL;

    for (unsigned i = 0; i < keys->len && row == NULL; i++)
        row = g_hash_table_lookup(table->keys, keys->pdata[i]);
    return row;
}

/* 4 and 4.0, 8:00 and T08:00; of the names of lines, which are told by them, 1#线 and 1号窑. */
static bool is_same(const GazTable *table, const GazColumn *column, const char *one, const char *other)
{
    GazDecimal numbers[2];
    GazMoment moments[2];
    g_autofree char *first = NULL, *second = NULL;

    if (strcmp(one, other) == 0)
        return true;
    if (column->kind == GAZ_COLUMN_DECIMAL || column->kind == GAZ_COLUMN_COUNT)
        return gaz_decimal_parse(one, &numbers[0]) && gaz_decimal_parse(other, &numbers[1]) &&
               numbers[0] == numbers[1];
    if (column->kind == GAZ_COLUMN_MOMENT)
        return gaz_moment_parse(one, &moments[0]) && gaz_moment_parse(other, &moments[1]) &&
               moments[0].timed == moments[1].timed &&
               gaz_moment_begin(moments[0]) == gaz_moment_begin(moments[1]);
    if (table != &gaz_tables[GAZ_TABLE_LINES] || strcmp(column->name, "name_zh") != 0)
        return false;
    first = gaz_line_name_key(one);
    second = gaz_line_name_key(other);
    return strcmp(first, second) == 0;
}

/* Whether the two say the same of a column, or one of them nothing. */
static bool merge_cell(GazImport *import, GazImportTable *table, GazImportRow *into, const GazImportRow *row,
                       unsigned column)
{
    g_autoptr(GString) where = g_string_new(NULL);
    g_autofree char *said = NULL;

    if (row->cells[column] == NULL ||
        (into->cells[column] != NULL &&
         is_same(table->table, &table->table->columns[column], row->cells[column], into->cells[column])))
        return true;
    if (into->cells[column] == NULL && into->from != GAZ_IMPORT_OTHER) {
        into->cells[column] = row->cells[column];
        into->places[column] = row->places[column];
        table->changed = true;
        return true;
    }
    gaz_place_append(where, &into->places[column]);
    said = into->cells[column] == NULL ? g_strdup("nothing") : g_strdup_printf("\"%s\"", into->cells[column]);
    gaz_report_add(import->reading.report, &row->places[column], GAZ_MODEL_FAULT(IMPORT_CONFLICT),
                   table->table->columns[column].name, row->cells[column], "%s, as %s says%s", said,
                   where->str,
                   into->from == GAZ_IMPORT_OTHER ? ": what has changed since is a row of changes.csv" : "");
    return false;
}

/* An id that was made here for a row that has one elsewhere doesn't matter. */
static void merge_into(GazImport *import, GazImportTable *table, GazImportRow *into, const GazImportRow *row)
{
    for (unsigned i = 0; i < table->table->column_count; i++)
        if (!merge_cell(import, table, into, row, i) && strcmp(table->table->columns[i].name, "name_zh") == 0)
            gaz_name_leave_out(&import->reading, table->table->name,
                               row->cells[i]); /* who uses it is let pass */
    table->merged++;
}

/* "E-" of "E-041"; the number behind it; false: the id is of another kind. */
static bool split_id(const char *id, size_t *prefix, guint64 *number)
{
    size_t length = strlen(id);

    *prefix = length;
    while (*prefix > 0 && g_ascii_isdigit(id[*prefix - 1]))
        (*prefix)--;
    return *prefix < length && g_ascii_string_to_unsigned(id + *prefix, 10, 0, G_MAXUINT32, number, NULL);
}

/* Ids made here go on in the manner of the table's first: E-041 after E-040. */
static void count_id(GazImport *import, GazImportTable *table, const char *id)
{
    guint64 number;
    size_t length;

    if (!split_id(id, &length, &number))
        return;
    if (table->prefix == NULL) {
        table->prefix = gaz_arena_strndup(import->reading.data->arena, id, length);
        table->digits = (unsigned)(strlen(id) - length);
    }
    if (strlen(table->prefix) == length && strncmp(table->prefix, id, length) == 0)
        table->highest = MAX(table->highest, number);
}

static const char *next_id(GazImport *import, GazImportTable *table)
{
    GazArena *arena = import->reading.data->arena;

    if (table->prefix == NULL) {
        table->prefix = gaz_arena_printf(arena, "%c-", g_ascii_toupper(table->table->name[0]));
        table->digits = 3;
    }
    return gaz_arena_printf(arena, "%s%0*" G_GUINT64_FORMAT, table->prefix, (int)table->digits,
                            table->highest + 1);
}

static void add_line(GazData *data, GazLine *line, const char *enterprise, const char *name)
{
    line->enterprise = enterprise == NULL ? NULL : gaz_data_lookup(data, "enterprises", enterprise);
    line->name.in[GAZ_ZH] = name;
    g_ptr_array_add(data->lines, line);
}

/* So that rows after it can refer to it, by its id or, an enterprise or a line, by its name. */
static void make_known(GazImport *import, const GazImportTable *table, const GazImportRow *row)
{
    GazData *data = import->reading.data;
    const char *id = cell(table, row, "id");
    const char *key = gaz_arena_printf(data->arena, "%s/%s", table->table->name, id);
    GazRecord *record;

    if (g_hash_table_contains(data->records, key))
        return;
    record = gaz_arena_alloc(data->arena, table->table->size);
    record->table = table->table;
    record->id = id;
    g_hash_table_insert(data->records, (gpointer)key, record);
    if (table->table == &gaz_tables[GAZ_TABLE_ENTERPRISES]) {
        ((GazEnterprise *)record)->name.in[GAZ_ZH] = cell(table, row, "name_zh");
        g_ptr_array_add(data->enterprises, record);
    } else if (table->table == &gaz_tables[GAZ_TABLE_LINES]) {
        add_line(data, (GazLine *)record, cell(table, row, "enterprise"), cell(table, row, "name_zh"));
    }
}

static void add_row(GazImport *import, GazImportTable *table, GazImportRow *row)
{
    int id = find_column(table->table, "id");

    if (id >= 0 && row->cells[id] == NULL)
        row->cells[id] = next_id(import, table);
    if (row->from != GAZ_IMPORT_OTHER)
        g_ptr_array_add(table->rows, row);
    table->added += row->from == GAZ_IMPORT_NEW;
    table->changed = table->changed || row->from == GAZ_IMPORT_NEW;
    if (id < 0)
        return;
    count_id(import, table, row->cells[id]);
    make_known(import, table, row);
}

static void remember(GazImportTable *table, GazImportRow *row)
{
    g_autoptr(GPtrArray) keys = keys_of(table, row);

    for (unsigned i = 0; i < keys->len; i++)
        if (!g_hash_table_contains(table->keys, keys->pdata[i]))
            g_hash_table_insert(table->keys, g_strdup(keys->pdata[i]), row);
    for (unsigned i = 0; i < table->table->column_count; i++)
        table->columns[i] = table->columns[i] || (row->from != GAZ_IMPORT_OTHER && row->cells[i] != NULL);
}

void gaz_import_merge(GazImport *import, GazImportTable *table, GazImportRow *row)
{
    g_autoptr(GPtrArray) keys = keys_of(table, row);
    GazImportRow *same = row->from == GAZ_IMPORT_NEW ? find_same(table, keys) : NULL;

    if (same == NULL)
        add_row(import, table, row);
    else
        merge_into(import, table, same, row);
    remember(table, same == NULL ? row : same);
}
