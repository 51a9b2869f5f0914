/* import_files.c - which table each sheet and each CSV file holds, and in which order they are taken in. */
#include "base/files.h"
#include "model/complete.h"
#include "model/import_rows.h"
#include "read/encoding.h"
#include "read/workbook.h"

#include <string.h>

/* One sheet, or one CSV file. */
typedef struct {
    GazWorkbook *workbook;
    unsigned sheet;
    GazInput *input;
    GazPlace place;
    const GazTable *table; /* NULL: not known */
} Sheet;

static GazRows *open_rows(GazImport *import, const Sheet *sheet, GazReport *report)
{
    if (sheet->workbook != NULL)
        return gaz_workbook_rows(sheet->workbook, sheet->sheet);
    return gaz_csv_open(sheet->input, report == NULL ? import->reading.report : report);
}

/* How many of the first rows' texts are headings of the table: the most in one row. */
static unsigned count_headings(const GazHeadings *headings, const GazTable *table, const GPtrArray *texts)
{
    unsigned known = 0;

    for (unsigned i = 0; i < texts->len; i++) {
        GazHeadingKind kind = gaz_heading_find(headings, table, texts->pdata[i]).kind;

        known += (kind != GAZ_HEADING_UNKNOWN && kind != GAZ_HEADING_IGNORED) ||
                 gaz_heading_is_owner(headings, table, texts->pdata[i]);
    }
    return known;
}

/* The table that knows the most of the first rows' texts, if it knows two; of two that do, the first. */
static const GazTable *guess_table(GazImport *import, const GazHeadings *headings, const Sheet *sheet)
{
    enum { LOOKED_AT = 6, ENOUGH = 2 };
    g_autoptr(GazReport) quiet = gaz_report_new();
    g_autoptr(GazRows) rows = open_rows(import, sheet, quiet);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    const GazTable *best = NULL;
    unsigned most = ENOUGH - 1;
    const GazRow *row;

    for (unsigned r = 0; r < LOOKED_AT && rows != NULL && (row = gaz_rows_next(rows)) != NULL; r++)
        for (unsigned i = 0; i < row->count; i++)
            g_ptr_array_add(texts, g_strdup(row->cells[i].text));
    for (unsigned i = 0; i < gaz_table_count; i++) {
        unsigned known = count_headings(headings, &gaz_tables[i], texts);

        if (known > most) {
            most = known;
            best = &gaz_tables[i];
        }
    }
    return best;
}

static void find_table(GazImport *import, const GazHeadings *headings, Sheet *sheet, const char *name)
{
    sheet->table = gaz_headings_sheet(headings, name);
    if (sheet->table == NULL)
        sheet->table = guess_table(import, headings, sheet);
}

static bool add_workbook(GazImport *import, const GazHeadings *headings, const char *path, const char *file,
                         GArray *sheets, GError **error)
{
    GError *failure = NULL;
    GazWorkbook *workbook = gaz_workbook_open(path, file, import->reading.report, &failure);

    if (failure != NULL) {
        g_propagate_error(error, failure);
        return false;
    }
    if (workbook == NULL)
        return true;
    g_ptr_array_add(import->workbooks, workbook);
    for (unsigned i = 0; i < gaz_workbook_count(workbook); i++) {
        const GazSheet *of = gaz_workbook_sheet(workbook, i);
        Sheet sheet = {.workbook = workbook, .sheet = i, .place = of->place};

        if (of->hidden || gaz_headings_is_instructions(headings, of->name)) {
            gaz_report_note(
                import->reading.report, &of->place,
                &gaz_model_notes[of->hidden ? GAZ_MODEL_NOTE_SHEET_HIDDEN : GAZ_MODEL_NOTE_SHEET_LEFT], NULL,
                NULL, NULL);
            continue;
        }
        find_table(import, headings, &sheet, of->name);
        g_array_append_val(sheets, sheet);
    }
    return true;
}

static bool add_csv(GazImport *import, const GazHeadings *headings, const char *path, const char *file,
                    GArray *sheets, GError **error)
{
    g_autofree char *stem = g_strndup(file, strlen(file) - (gaz_file_ends(file, ".csv") ? 4 : 0));
    Sheet sheet = {.input = g_new0(GazInput, 1), .place = {.file = file}};

    g_ptr_array_add(import->inputs, sheet.input);
    if (!gaz_input_load(sheet.input, path, file, error))
        return false;
    if (!gaz_input_decode(sheet.input, import->reading.report))
        return true;
    find_table(import, headings, &sheet, stem);
    g_array_append_val(sheets, sheet);
    return true;
}

static bool add_file(GazImport *import, const GazHeadings *headings, const char *path, GArray *sheets,
                     GError **error)
{
    g_autofree char *base = g_path_get_basename(path);
    const char *file = gaz_reading_shown(&import->reading, base);

    return gaz_file_ends(path, ".csv") || gaz_file_ends(path, ".txt")
               ? add_csv(import, headings, path, file, sheets, error)
               : add_workbook(import, headings, path, file, sheets, error);
}

static bool has_rows(GazImport *import, const Sheet *sheet)
{
    g_autoptr(GazReport) quiet = gaz_report_new();
    g_autoptr(GazRows) rows = open_rows(import, sheet, quiet);

    return rows != NULL && gaz_rows_next(rows) != NULL;
}

static bool take_sheet(GazImport *import, const Sheet *sheet, GError **error)
{
    g_autoptr(GazRows) rows = NULL;

    if (sheet->table == NULL && has_rows(import, sheet))
        gaz_report_add(import->reading.report, &sheet->place, GAZ_MODEL_FAULT(SHEET_UNKNOWN), NULL, NULL,
                       "a name or headings of one of the tables of data/README.md");
    rows = sheet->table == NULL ? NULL : open_rows(import, sheet, NULL);
    return rows == NULL ||
           gaz_import_rows(import, &import->tables[sheet->table - gaz_tables], rows, GAZ_IMPORT_NEW, error);
}

/* Enterprises before the lines that name them: the tables' own order. */
bool gaz_import_files(GazImport *import, char **paths, GError **error)
{
    g_autoptr(GArray) sheets = g_array_new(FALSE, FALSE, sizeof(Sheet));
    const GazHeadings *headings = gaz_reading_headings(&import->reading, error);
    bool good = headings != NULL;

    for (char **path = paths; good && *path != NULL; path++)
        good = add_file(import, headings, *path, sheets, error);
    for (unsigned t = 0; t <= gaz_table_count && good; t++)
        for (unsigned i = 0; i < sheets->len && good; i++) {
            const Sheet *sheet = &g_array_index(sheets, Sheet, i);
            unsigned order = sheet->table == NULL ? gaz_table_count : (unsigned)(sheet->table - gaz_tables);

            if (order == t)
                good = take_sheet(import, sheet, error);
        }
    return good;
}
