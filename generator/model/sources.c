/* sources.c - a table that stands in two places is a fault that names both: nobody could say which holds. */
#include "model/sources.h"

#include "base/files.h"
#include "model/guess.h"
#include <string.h>

/* Where a table stands. */
typedef struct {
    GazWorkbook *workbook; /* NULL: a CSV file */
    unsigned sheet;
    GazPlace place;
    bool found;
} Source;

struct GazSources {
    GazReading *reading;
    GPtrArray *workbooks; /* of GazWorkbook * */
    Source *tables;       /* one for each of gaz_tables */
    bool *broken;         /* for each: its file can't be read */
    bool any_broken;      /* a workbook that could hold any table can't be read */
    GazInput input;       /* of the CSV that is being read */
};

static const char *file_name(const GazSources *sources, const char *name)
{
    return gaz_reading_file(sources->reading, gaz_reading_shown(sources->reading, name));
}

static void claim(GazSources *sources, const GazTable *table, const Source *source)
{
    Source *first = &sources->tables[table - gaz_tables];
    g_autoptr(GString) where = g_string_new(NULL);

    if (!first->found) {
        *first = *source;
        first->found = true;
        return;
    }
    gaz_place_append(where, &first->place);
    gaz_report_add(sources->reading->report, &source->place, GAZ_MODEL_FAULT(TABLE_TWICE), NULL, table->name,
                   "one place for each table; %s has it as well", where->str);
}

static const GazTable *find_table(const char *name, const char *suffix)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (g_str_has_prefix(name, gaz_tables[i].name) &&
            strcmp(name + strlen(gaz_tables[i].name), suffix) == 0)
            return &gaz_tables[i];
    return NULL;
}

static bool has_rows(GazWorkbook *workbook, unsigned sheet)
{
    g_autoptr(GazRows) rows = gaz_workbook_rows(workbook, sheet);

    return rows == NULL || gaz_rows_next(rows) != NULL;
}

static void leave_sheet(GazSources *sources, const GazSheet *sheet, GazModelNote note)
{
    gaz_report_note(sources->reading->report, &sheet->place, &gaz_model_notes[note], NULL, NULL, NULL);
}

/* The table that a sheet has the headings of; NULL, and `*near`, as gaz_table_by_headings(). */
static const GazTable *guess(const GazHeadings *headings, GazWorkbook *workbook, unsigned index, char **near)
{
    g_autoptr(GazRows) rows = gaz_workbook_rows(workbook, index);

    return rows == NULL ? NULL : gaz_table_by_headings(headings, rows, near);
}

/* A sheet that no table is named after: misspelt, it would be left out without a word. */
static void judge_unknown(GazSources *sources, const GazHeadings *headings, GazWorkbook *workbook,
                          unsigned index)
{
    const GazSheet *sheet = gaz_workbook_sheet(workbook, index);
    GazReport *report = sources->reading->report;
    g_autofree char *near = NULL;
    const GazTable *table = guess(headings, workbook, index, &near);

    if (gaz_headings_is_instructions(headings, sheet->name)) {
        if (table !=
            NULL) /* where it only instructs there is nothing to tell: the starter workbook has two */
            leave_sheet(sources, sheet, GAZ_MODEL_NOTE_SHEET_LEFT);
    } else if (table != NULL && gaz_headings_is_nameless(headings, sheet->name)) {
        Source source = {.workbook = workbook, .sheet = index, .place = sheet->place};

        gaz_report_note(report, &sheet->place, &gaz_model_notes[GAZ_MODEL_NOTE_SHEET_TAKEN], NULL,
                        sheet->name, "%s", table->name);
        claim(sources, table, &source);
    } else if (has_rows(workbook, index)) {
        gaz_report_add(report, &sheet->place, GAZ_MODEL_FAULT(SHEET_UNKNOWN), NULL, sheet->name,
                       "a sheet called as a table of data/README.md, or as headings.xml calls it; hide one "
                       "that is no table%s%s",
                       near == NULL ? "" : "; by its headings it may be ", near == NULL ? "" : near);
    }
}

/* The sheet of a workbook named after `table` that holds it: the one of its name, or the first shown. */
static unsigned find_sheet(const GazHeadings *headings, const GazWorkbook *workbook, const GazTable *table)
{
    unsigned count = gaz_workbook_count(workbook), first = count;

    for (unsigned i = count; i-- > 0;) {
        const GazSheet *sheet = gaz_workbook_sheet(workbook, i);

        if (!sheet->hidden && gaz_headings_sheet(headings, sheet->name) == table)
            return i;
        if (!sheet->hidden && !gaz_headings_is_instructions(headings, sheet->name))
            first = i;
    }
    return first;
}

static void claim_sheets(GazSources *sources, const GazHeadings *headings, GazWorkbook *workbook,
                         const GazTable *own)
{
    unsigned own_sheet = own == NULL ? G_MAXUINT : find_sheet(headings, workbook, own);

    for (unsigned i = 0; i < gaz_workbook_count(workbook); i++) {
        const GazSheet *sheet = gaz_workbook_sheet(workbook, i);
        const GazTable *table = i == own_sheet ? own : gaz_headings_sheet(headings, sheet->name);
        Source source = {.workbook = workbook, .sheet = i, .place = sheet->place};

        if (sheet->hidden)
            leave_sheet(sources, sheet, GAZ_MODEL_NOTE_SHEET_HIDDEN);
        else if (table == NULL)
            judge_unknown(sources, headings, workbook, i);
        else
            claim(sources, table, &source);
    }
}

static bool add_workbook(GazSources *sources, const char *name, GError **error)
{
    const char *path = gaz_reading_path(sources->reading, name);
    const GazHeadings *headings = gaz_reading_headings(sources->reading, error);
    const GazTable *own = find_table(name, ".xlsx");
    GError *failure = NULL;
    GazWorkbook *workbook;

    if (headings == NULL)
        return *error == NULL;
    workbook = gaz_workbook_open(path, file_name(sources, name), sources->reading->report, &failure);
    if (workbook != NULL) {
        g_ptr_array_add(sources->workbooks, workbook);
        claim_sheets(sources, headings, workbook, own);
    } else if (own != NULL) {
        sources->broken[own - gaz_tables] = true;
    } else {
        sources->any_broken = true;
    }
    if (failure != NULL)
        g_propagate_error(error, failure);
    return failure == NULL;
}

static void add_csv(GazSources *sources, const char *name)
{
    const GazTable *table = find_table(name, ".csv");
    Source source = {.place = {.file = file_name(sources, name)}};

    if (table != NULL)
        claim(sources, table, &source);
}

/* Spreadsheet programs keep "~$lines.xlsx" beside a workbook that is open. */
static bool add_file(GazSources *sources, const char *name, GError **error)
{
    static const char *const others[] = {".xls", ".xlsm", ".xlsb", ".et", ".ods"};
    GazPlace place = {.file = file_name(sources, name)};

    if (g_str_has_prefix(name, "~$") || g_str_has_prefix(name, ".~"))
        return true;
    if (g_str_has_suffix(name, ".xlsx"))
        return add_workbook(sources, name, error);
    if (g_str_has_suffix(name, ".csv"))
        add_csv(sources, name);
    for (unsigned i = 0; i < G_N_ELEMENTS(others); i++)
        if (gaz_file_ends(name, others[i]))
            gaz_report_add(sources->reading->report, &place, &gaz_read_faults[GAZ_READ_WORKBOOK_OLD], NULL,
                           others[i], "an Excel workbook (.xlsx): open it and save it as such");
    return true;
}

static int compare_names(const void *one, const void *two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

/* In the order of their names, so that the same folder gives the same messages. */
static bool add_files(GazSources *sources, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GDir *open = g_dir_open(sources->reading->folder, 0, error);
    bool good = open != NULL;

    if (open == NULL)
        return false;
    for (const char *name; (name = g_dir_read_name(open)) != NULL;)
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(open);
    g_ptr_array_sort(names, compare_names);
    for (unsigned i = 0; i < names->len && good; i++)
        good = add_file(sources, names->pdata[i], error);
    return good;
}

GazSources *gaz_sources_open(GazReading *reading, GError **error)
{
    g_autoptr(GazSources) sources = g_new0(GazSources, 1);

    sources->reading = reading;
    sources->workbooks = g_ptr_array_new_with_free_func((GDestroyNotify)gaz_workbook_free);
    sources->tables = g_new0(Source, gaz_table_count);
    sources->broken = g_new0(bool, gaz_table_count);
    return add_files(sources, error) ? g_steal_pointer(&sources) : NULL;
}

void gaz_sources_free(GazSources *sources)
{
    if (sources == NULL)
        return;
    gaz_input_clear(&sources->input);
    g_ptr_array_unref(sources->workbooks);
    g_free(sources->tables);
    g_free(sources->broken);
    g_free(sources);
}

static bool open_csv(GazSources *sources, const GazTable *table, const char *file, GazRows **rows,
                     GError **error)
{
    g_autofree char *name = g_strconcat(table->name, ".csv", NULL);
    const char *path = gaz_reading_path(sources->reading, name);

    gaz_input_clear(&sources->input);
    if (!gaz_input_load(&sources->input, path, file, error))
        return false;
    *rows = gaz_csv_open(&sources->input, sources->reading->report);
    return true;
}

/* The rows of a sheet whose places last as long as the data: the workbook is closed before. */
static GazRows *open_sheet(const GazSources *sources, const Source *source)
{
    GazRows *rows = gaz_workbook_rows(source->workbook, source->sheet);

    if (rows != NULL)
        rows->place.sheet = gaz_arena_intern(sources->reading->data->arena, rows->place.sheet);
    return rows;
}

GazSourceState gaz_source_open(GazSources *sources, const GazTable *table, GazRows **rows, GError **error)
{
    unsigned index = (unsigned)(table - gaz_tables);
    const Source *source = &sources->tables[index];

    *rows = NULL;
    if (!source->found)
        return sources->broken[index] || sources->any_broken ? GAZ_SOURCE_BROKEN : GAZ_SOURCE_NONE;
    if (source->workbook != NULL)
        *rows = open_sheet(sources, source);
    else if (!open_csv(sources, table, source->place.file, rows, error))
        return GAZ_SOURCE_FAILED;
    return *rows == NULL ? GAZ_SOURCE_BROKEN : GAZ_SOURCE_ROWS;
}
