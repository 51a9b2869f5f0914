/* import.c - files become rows of tables: what each sheet is, what each column is, what each cell says. */
#include "model/import.h"

#include "base/files.h"
#include "model/beside.h"
#include "model/complete.h"
#include "model/import_rows.h"
#include "model/names.h"
#include "model/plan_names.h"
#include "model/sources.h"
#include "model/taken.h"
#include "model/unknown.h"
#include "read/input.h"
#include <stdlib.h>
#include <string.h>

static void free_input(void *data)
{
    gaz_input_clear(data);
    g_free(data);
}

static void open_tables(GazImport *import)
{
    import->tables = g_new0(GazImportTable, gaz_table_count);
    for (unsigned i = 0; i < gaz_table_count; i++) {
        import->tables[i].table = &gaz_tables[i];
        import->tables[i].rows = g_ptr_array_new();
        import->tables[i].keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        import->tables[i].columns = g_new0(bool, gaz_tables[i].column_count);
    }
}

void gaz_import_free(GazImport *import)
{
    if (import == NULL)
        return;
    for (unsigned i = 0; import->tables != NULL && i < gaz_table_count; i++) {
        g_ptr_array_unref(import->tables[i].rows);
        g_hash_table_unref(import->tables[i].keys);
        g_free(import->tables[i].columns);
    }
    g_free(import->tables);
    g_string_free(import->told, TRUE);
    g_ptr_array_unref(import->workbooks);
    g_ptr_array_unref(import->inputs);
    gaz_names_clear(&import->reading);
    g_clear_pointer(&import->reading.schemas, g_hash_table_unref);
    g_clear_pointer(&import->reading.taken, g_hash_table_unref);
    g_hash_table_unref(import->reading.left_out);
    g_hash_table_unref(import->reading.unknown);
    g_hash_table_unref(import->reading.partial);
    gaz_headings_free(import->reading.headings);
    gaz_data_free(import->reading.data);
    g_free(import);
}

/* The lines before the heading of a CSV file. */
static const char *read_intro(GazImport *import, const char *path)
{
    g_autofree char *text = NULL;
    size_t at = 0;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    if (g_str_has_prefix(text, GAZ_BYTE_ORDER_MARK))
        at = strlen(GAZ_BYTE_ORDER_MARK);
    while (text[at] == '#') {
        at += strcspn(text + at, "\r\n");
        at += strspn(text + at, "\r\n");
    }
    return g_utf8_validate_len(text, at, NULL) ? gaz_arena_strndup(import->reading.data->arena, text, at)
                                               : NULL;
}

/* Complaint channels of an earlier year are no longer those of the folder. */
static bool read_old(GazImport *import, GazSources *sources, GazImportTable *table, GazImportFrom from,
                     GError **error)
{
    g_autofree char *name = g_strconcat(table->table->name, ".csv", NULL);
    g_autoptr(GazRows) rows = NULL;

    if (from == GAZ_IMPORT_OTHER && table->table == &gaz_tables[GAZ_TABLE_CHANNELS])
        return true;
    switch (gaz_source_open(sources, table->table, &rows, error)) {
    case GAZ_SOURCE_ROWS:
        if (from == GAZ_IMPORT_OTHER)
            return gaz_import_rows(import, table, rows, from, error);
        if (rows->place.sheet != NULL)
            table->book = rows->place.file;
        else
            table->intro = read_intro(import, gaz_reading_path(&import->reading, name));
        return gaz_import_rows(import, table, rows, from, error);
    case GAZ_SOURCE_FAILED:
        return false;
    default:
        return true;
    }
}

static bool read_folder(GazImport *import, const char *folder, const char *prefix, GError **error)
{
    bool own = strcmp(folder, import->folder) == 0;
    g_autoptr(GazSources) sources = NULL;
    bool good;

    import->reading.folder = folder;
    import->reading.prefix = prefix;
    sources = gaz_sources_open(&import->reading, error);
    good = sources != NULL;
    for (unsigned i = 0; i < gaz_table_count && good; i++)
        good = read_old(import, sources, &import->tables[i], own ? GAZ_IMPORT_OLD : GAZ_IMPORT_OTHER, error);
    return good;
}

/* Notes on what the data folder has are told by `check`, not again here. */
static bool read_folders(GazImport *import, GError **error)
{
    g_autoptr(GazReport) quiet = gaz_report_new();
    GazReport *report = import->reading.report;
    const GazData *data = import->reading.data;
    bool good;

    import->reading.report = quiet;
    good = read_folder(import, data->folder, "", error);
    for (unsigned i = 1; i < data->years->len && good; i++) {
        int year = ((const GazPublication *)data->years->pdata[i])->year;

        good = read_folder(import, gaz_arena_printf(data->arena, "%s/%d", data->folder, year),
                           gaz_arena_printf(data->arena, "%d/", year), error);
    }
    import->reading.report = report;
    import->reading.prefix = "";
    g_string_truncate(import->told, 0);
    return good;
}

/* The data folder that `folder` is a year of, or is itself. Yours: g_free(). */
static char *find_root(const char *folder)
{
    g_autofree char *canonical = g_canonicalize_filename(folder, NULL);
    g_autofree char *year = g_path_get_basename(canonical), *parent = g_path_get_dirname(canonical);
    g_autofree char *publication = g_build_filename(parent, "publication.xml", NULL);

    return gaz_year_names_folder(year) && g_file_test(publication, G_FILE_TEST_EXISTS)
               ? g_steal_pointer(&parent)
               : g_strdup(folder);
}

static bool has_year(const GazData *data, const char *year)
{
    for (unsigned i = 1; i < data->years->len; i++)
        if (((const GazPublication *)data->years->pdata[i])->year == atoi(year))
            return true;
    return false;
}

/* The folder whose tables are added to, as the arena's. Where there are several years, it has to be said of
 * which: an earlier one is never edited without a word. */
static const char *choose_folder(const GazData *data, const char *folder, GError **error)
{
    g_autofree char *canonical = g_canonicalize_filename(folder, NULL),
                    *year = g_path_get_basename(canonical);

    if (strcmp(data->folder, folder) == 0 && data->years->len <= 1)
        return data->folder;
    if (strcmp(data->folder, folder) != 0 && has_year(data, year))
        return gaz_arena_printf(data->arena, "%s/%s", data->folder, year);
    if (strcmp(data->folder, folder) == 0)
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "%s holds several years: say which one is added to, such as %s/%d", folder, folder,
                    data->publication->year);
    else
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "%s is no year of %s: it needs a publication.xml", folder, data->folder);
    return NULL;
}

GazImport *gaz_import_new(const char *folder, const char *rules_folder, GazReport *report, GError **error)
{
    g_autoptr(GazReport) quiet = gaz_report_new();
    g_autofree char *root = find_root(folder);
    g_autoptr(GazData) data = NULL;
    g_autoptr(GazImport) import = NULL;
    const char *chosen;

    if (!gaz_folder_named(root, error))
        return NULL;
    data = gaz_data_read(root, rules_folder, quiet, error);
    if (data == NULL) { /* what a folder that can be used lacks is for `check` to tell */
        if (error == NULL || *error == NULL)
            gaz_data_free(gaz_data_read(root, rules_folder, report, error));
        return NULL;
    }
    chosen = choose_folder(data, folder, error);
    if (chosen == NULL)
        return NULL;
    import = g_new0(GazImport, 1);
    import->folder = chosen;
    import->reading = (GazReading){.data = g_steal_pointer(&data),
                                   .report = report,
                                   .rules_folder = rules_folder,
                                   .folder = chosen,
                                   .prefix = "",
                                   .left_out = g_hash_table_new(g_str_hash, g_str_equal),
                                   .unknown = gaz_unknown_new(),
                                   .partial = g_hash_table_new(g_str_hash, g_str_equal)};
    import->told = g_string_new(NULL);
    import->workbooks = g_ptr_array_new_with_free_func((GDestroyNotify)gaz_workbook_free);
    import->inputs = g_ptr_array_new_with_free_func(free_input);
    open_tables(import);
    return read_folders(import, error) ? g_steal_pointer(&import) : NULL;
}

/* What a cell says in the column's own terms; NULL: nothing, or a fault is told. */
static const char *read_cell(GazImport *import, const GazHead *head, const GazTable *table, const GazRow *row,
                             unsigned index, GazRecord *scratch)
{
    const GazCell *from = gaz_head_cell(head, row, index);
    const GazColumn *column = &table->columns[index];
    unsigned part = head->parts[index];
    g_autofree char *text = part == 0 ? g_strdup(from->text) : gaz_value_part(from->text, part);
    g_autofree char *whole = gaz_cell_complete(&import->reading, table, head, row, index);
    g_autofree char *taken = NULL, *number = NULL;
    int shift = head->shifts[index];
    const char *said;
    GazCell cell = *from;
    GazValueKind kind;

    if (*text == '\0' || from->told)
        return NULL;
    kind = gaz_cell_take(&import->reading, table, head, row, index, whole == NULL ? text : whole, &shift,
                         &taken);
    if (kind == GAZ_VALUE_TAKEN)
        gaz_taken_add(&import->reading, column, &from->place, from->text, taken);
    if (kind == GAZ_VALUE_AMBIGUOUS)
        gaz_report_add(import->reading.report, &from->place, GAZ_MODEL_FAULT(VALUE_AMBIGUOUS), column->name,
                       from->text, "%s", taken);
    if (kind == GAZ_VALUE_NOTHING || kind == GAZ_VALUE_AMBIGUOUS)
        return NULL;
    said = taken != NULL ? taken : whole != NULL ? whole : text;
    number = gaz_number_shift(said, shift);
    cell.text = column->kind == GAZ_COLUMN_DECIMAL || column->kind == GAZ_COLUMN_COUNT ? number : said;
    return gaz_cell_convert(&import->reading, column, &cell, 0, scratch)
               ? gaz_arena_strdup(import->reading.data->arena, cell.text)
               : NULL;
}

/* What the folder has stays as it is written where it can't be read. */
static GazImportRow *read_row(GazImport *import, const GazHead *head, const GazTable *table,
                              const GazRow *from, GazImportFrom source)
{
    GazArena *arena = import->reading.data->arena;
    GazImportRow *row = gaz_arena_new0(arena, GazImportRow, 1);
    GazRecord *scratch = gaz_arena_alloc(arena, table->size);

    row->from = source;
    row->cells = gaz_arena_new0(arena, const char *, table->column_count);
    row->places = gaz_arena_new0(arena, GazPlace, table->column_count);
    for (unsigned i = 0; i < table->column_count; i++) {
        const GazCell *cell = gaz_head_cell(head, from, i);

        row->places[i] = cell == NULL ? from->place : cell->place;
        if (cell == NULL)
            continue;
        row->places[i].file = gaz_arena_intern(arena, row->places[i].file);
        row->cells[i] = read_cell(import, head, table, from, i, scratch);
        if (source != GAZ_IMPORT_NEW && row->cells[i] == NULL && *cell->text != '\0' && head->parts[i] != 2)
            row->cells[i] = gaz_arena_strdup(arena, cell->text);
    }
    if (table == &gaz_tables[GAZ_TABLE_LINES])
        gaz_city_agrees(&import->reading, head, from, scratch);
    return row;
}

static void tell_columns(GazImport *import, const GazTable *table, const GazHead *head)
{
    for (unsigned i = 0; i < head->row.count; i++)
        for (unsigned c = 0; c < table->column_count; c++) {
            if (head->cells[c] != (int)i)
                continue;
            g_string_append_printf(import->told, "  %s: %s%s\n", head->row.cells[i].text,
                                   table->columns[c].name, head->parts[c] == 2 ? " (the second number)" : "");
        }
}

static void tell_table(GazImport *import, const GazImportTable *table, const GazRows *rows, unsigned count,
                       unsigned added, unsigned merged)
{
    GString *line = g_string_new(NULL);

    gaz_place_append(line, &rows->place);
    g_string_append_printf(line, ": %s (%s), %u row%s: %u new, %u known\n", table->table->name,
                           table->table->title.in[GAZ_ZH], count, count == 1 ? "" : "s", added, merged);
    g_string_append(import->told, line->str);
    g_string_free(line, TRUE);
}

static unsigned read_all(GazImport *import, GazImportTable *table, GazHead *head, GazRows *rows,
                         GazImportFrom from)
{
    bool old = from == GAZ_IMPORT_OLD;
    unsigned count = 0;

    for (const GazRow *row; (row = gaz_head_next(head, rows)) != NULL;) {
        GazBeside beside = gaz_beside_judge(&import->reading, table->table, head, row);

        table->unsafe = table->unsafe || (old && beside != GAZ_BESIDE_ROW && beside != GAZ_BESIDE_LEFT);
        if (beside == GAZ_BESIDE_ANOTHER)
            break;
        if (beside != GAZ_BESIDE_ROW)
            continue;
        if (gaz_rows_fit(rows, &head->row, row, import->reading.report)) {
            gaz_import_merge(import, table, read_row(import, head, table->table, row, from));
            count++;
        } else {
            table->unsafe = table->unsafe || old;
        }
    }
    return count;
}

bool gaz_import_rows(GazImport *import, GazImportTable *table, GazRows *rows, GazImportFrom from,
                     GError **error)
{
    bool old = from == GAZ_IMPORT_OLD;
    unsigned faults = gaz_report_count(import->reading.report);
    unsigned added = table->added, merged = table->merged, count;
    GError *failure = NULL;
    GazHead head;

    if (gaz_head_read(&head, &import->reading, table->table, rows, false, &failure)) {
        for (unsigned i = 0; i < table->table->column_count; i++)
            table->columns[i] = table->columns[i] || (old && head.cells[i] >= 0);
        table->unsafe = table->unsafe || (old && gaz_report_count(import->reading.report) > faults);
        count = read_all(import, table, &head, rows, from);
        tell_table(import, table, rows, count, table->added - added, table->merged - merged);
        tell_columns(import, table->table, &head);
    }
    table->unsafe = table->unsafe || (old && !rows->whole);
    gaz_taken_tell(&import->reading);
    gaz_unknown_tell(&import->reading);
    gaz_head_clear(&head);
    if (failure != NULL)
        g_propagate_error(error, failure);
    return failure == NULL;
}

const char *gaz_import_root(const GazImport *import)
{
    return import->reading.data->folder;
}

bool gaz_import_is_new(const GazImport *import)
{
    bool is_new = false;

    for (unsigned i = 0; i < gaz_table_count; i++)
        is_new = is_new || import->tables[i].changed;
    return is_new;
}

char *gaz_import_describe(const GazImport *import)
{
    return g_strdup(import->told->str);
}
