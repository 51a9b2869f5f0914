/* sheet.c - one row of a sheet at a time, each cell by its type as the text that its reader sees. */
#include "read/merges.h"
#include "read/workbook_parts.h"

#include <string.h>

/* Spreadsheet programs keep 15 digits of a number. */
#define LONGEST 1e15

/* A range of hidden columns, and what was seen in them. */
typedef struct {
    unsigned first, last;
} Hidden;

typedef struct {
    GazRows rows; /* first, so that a GazRows * is one of these */
    GazWorkbook *workbook;
    GazPart *part;
    GazMerges *merges;
    GazRowBuffer buffer;
    GString *value; /* of the cell that is being read */
    GString *shown; /* the same as its reader sees it */
    unsigned row;   /* number of the row that is being read, or of the last; 0: none yet */
    GArray *hidden; /* of Hidden: columns */
    unsigned hidden_rows, first_hidden_row, first_hidden_column; /* with texts; 0: none */
    guint64 read; /* [bytes] of text in all rows so far: cells may share a string, as bytes of a file can't */
    bool beyond;  /* a text of the row is too far right to be kept: told */
    bool noted;
} Sheet;

/* One cell as the file says it. */
typedef struct {
    GazPlace place;
    char type[12];
    guint64 style;
    bool formula, value; /* has the element, and text in it */
    unsigned values;     /* elements that say what it holds: there is one at most */
    bool told;           /* a fault of it */
} Cell;

static void refuse(Sheet *sheet, Cell *cell, GazReadFault fault, const char *found, const char *expected)
{
    gaz_report_add(sheet->workbook->report, &cell->place, &gaz_read_faults[fault], NULL, found,
                   expected == NULL ? NULL : "%s", expected);
    sheet->buffer.row.marked = true;
    cell->told = true;
}

/* No spreadsheet program writes such a cell: what else the file says can't be believed either. */
static void break_at(Sheet *sheet, const Cell *cell, const char *what)
{
    g_autoptr(GString) place = g_string_new(NULL);

    gaz_place_append(place, &cell->place);
    g_string_append_printf(place, ": %s", what);
    gaz_package_break(sheet->workbook->package, place->str);
}

/* A workbook may have no styles at all. */
static GazNumberFormat format_of(Sheet *sheet, const Cell *cell)
{
    const GArray *formats = sheet->workbook->formats;

    if (cell->style < formats->len)
        return g_array_index(formats, GazNumberFormat, cell->style);
    if (cell->style > 0)
        break_at(sheet, cell, "its style is missing");
    return GAZ_FORMAT_NUMBER;
}

static void show_number(Sheet *sheet, Cell *cell)
{
    const char *text = sheet->value->str;
    char *end = NULL;
    double number = g_ascii_strtod(text, &end);
    bool decimal = text[strspn(text, "0123456789.+-eE")] == '\0'; /* and not 0x10, which C takes as well */

    if (!decimal || *end != '\0' || !(number > -1e300 && number < 1e300))
        refuse(sheet, cell, GAZ_READ_CELL_ERROR, text, "a number");
    else if (number >= LONGEST || number <= -LONGEST) /* a credit code, typed into a cell for numbers */
        refuse(sheet, cell, GAZ_READ_CELL_DIGITS, text, "a cell formatted as text before it is typed in");
    else if (!gaz_number_append(sheet->shown, number, format_of(sheet, cell), sheet->workbook->since_1904))
        refuse(sheet, cell, GAZ_READ_CELL_DATE, text, "a day from 1900 to 2999");
}

static void show_shared(Sheet *sheet, Cell *cell)
{
    guint64 index = 0;
    const char *text = NULL;

    if (!cell->value)
        return;
    if (g_ascii_string_to_unsigned(sheet->value->str, 10, 0, G_MAXUINT32, &index, NULL))
        text = gaz_shared_get(&sheet->workbook->strings, index);
    if (text == NULL)
        refuse(sheet, cell, GAZ_READ_CELL_ERROR, sheet->value->str, "one of the workbook's strings");
    else
        g_string_assign(sheet->shown, text);
}

static void show_flag(Sheet *sheet, Cell *cell)
{
    const char *text = sheet->value->str;

    if (strcmp(text, "0") == 0 || strcmp(text, "1") == 0)
        g_string_assign(sheet->shown, *text == '0' ? "FALSE" : "TRUE");
    else if (cell->value)
        refuse(sheet, cell, GAZ_READ_CELL_ERROR, text, "0 or 1");
}

static void show_error(Sheet *sheet, Cell *cell)
{
    refuse(sheet, cell, GAZ_READ_CELL_ERROR, sheet->value->str, "a value");
}

/* An empty number is a formula that was never calculated; an empty string may be its result. */
static void show_plain(Sheet *sheet, Cell *cell)
{
    if (cell->value)
        show_number(sheet, cell);
    else if (cell->formula)
        refuse(sheet, cell, GAZ_READ_FORMULA_EMPTY, NULL,
               "a workbook saved by a spreadsheet program, which calculates it");
}

static void show_result(Sheet *sheet, Cell *cell)
{
    (void)cell;
    gaz_append_unescaped(sheet->shown, sheet->value->str, sheet->value->len);
}

/* The text of an inline string, and a day as ISO 8601. */
static void show_text(Sheet *sheet, Cell *cell)
{
    (void)cell;
    g_string_assign(sheet->shown, sheet->value->str);
}

static const struct {
    const char *type;
    void (*show)(Sheet *, Cell *);
} types[] = {{"n", show_plain}, {"s", show_shared}, {"str", show_result}, {"inlineStr", show_text},
             {"b", show_flag},  {"e", show_error},  {"d", show_text}};

static void show_cell(Sheet *sheet, Cell *cell)
{
    g_string_truncate(sheet->shown, 0);
    if (cell->values > 1)
        break_at(sheet, cell, "a cell of several values");
    for (unsigned i = 0; i < G_N_ELEMENTS(types); i++) {
        if (strcmp(cell->type, types[i].type) == 0) {
            types[i].show(sheet, cell);
            return;
        }
    }
    break_at(sheet, cell, "a cell of no known type");
}

static void note_hidden_column(Sheet *sheet, unsigned column)
{
    for (guint i = 0; i < sheet->hidden->len; i++) {
        const Hidden *range = &g_array_index(sheet->hidden, Hidden, i);

        if (sheet->first_hidden_column == 0 && column >= range->first && column <= range->last)
            sheet->first_hidden_column = column;
    }
}

static void check_text(Sheet *sheet, Cell *cell, const char *text)
{
    const char *found = gaz_forbidden_character(text);
    g_autofree char *name = NULL;

    if (sheet->shown->len > GAZ_LONGEST_FIELD)
        refuse(sheet, cell, GAZ_READ_FIELD_TOO_LONG, NULL, "at most 1 MiB");
    if (found == NULL)
        return;
    name = g_strdup_printf("U+%04X", g_utf8_get_char(found));
    refuse(sheet, cell, GAZ_READ_FORBIDDEN_CHARACTER, name, NULL);
}

/* What is said there would be left out without a word. */
static void check_beyond(Sheet *sheet, Cell *cell)
{
    g_autofree char *expected = g_strdup_printf("at most %u columns", GAZ_MOST_COLUMNS);

    if (sheet->shown->len > 0 && !sheet->beyond)
        refuse(sheet, cell, GAZ_READ_ROW_RAGGED, sheet->shown->str, expected);
    sheet->beyond = sheet->beyond || sheet->shown->len > 0;
}

static void add_cell(Sheet *sheet, Cell *cell)
{
    GazPlace place = cell->place;
    const char *text;

    while (sheet->buffer.row.width + 1 < cell->place.column && sheet->buffer.row.width < GAZ_MOST_COLUMNS) {
        place.column = sheet->buffer.row.width + 1;
        gaz_row_buffer_add(&sheet->buffer, "", 0, &place);
    }
    text = gaz_row_buffer_add(&sheet->buffer, sheet->shown->str, sheet->shown->len, &cell->place);
    if (text == NULL)
        check_beyond(sheet, cell);
    if (text != NULL && *text != '\0') {
        check_text(sheet, cell, text);
        note_hidden_column(sheet, cell->place.column);
    }
    if (text != NULL && cell->told)
        gaz_row_buffer_mark(&sheet->buffer);
}

/* Up to the end of the element `name`, which started: its text. */
static bool read_value(Sheet *sheet, const char *name)
{
    for (GazPartEvent event; (event = gaz_part_next(sheet->part)) != GAZ_PART_DONE;) {
        if (event == GAZ_PART_TEXT && sheet->value->len <= GAZ_LONGEST_FIELD)
            g_string_append(sheet->value, gaz_part_text(sheet->part));
        else if (event == GAZ_PART_END && gaz_part_is(sheet->part, name))
            return true;
    }
    return false;
}

/* A child of c: f, v or is; what else there is, is passed over. */
static bool read_child(Sheet *sheet, Cell *cell)
{
    bool empty = gaz_part_is_empty(sheet->part);

    if (gaz_part_is(sheet->part, "f")) {
        cell->formula = true;
        gaz_part_skip(sheet->part);
    } else if (!empty && gaz_part_is(sheet->part, "v")) {
        cell->values++;
        if (!read_value(sheet, "v"))
            return false;
        cell->value = sheet->value->len > 0;
    } else if (!empty && gaz_part_is(sheet->part, "is")) {
        cell->values++;
        return gaz_part_append_rich_text(sheet->part, "is", sheet->value);
    } else {
        gaz_part_skip(sheet->part);
    }
    return true;
}

static bool start_cell(Sheet *sheet, Cell *cell)
{
    const char *reference = gaz_part_peek(sheet->part, "r"), *type = gaz_part_peek(sheet->part, "t"), *end;
    unsigned column = sheet->buffer.row.width + 1, row = sheet->row;

    *cell = (Cell){.place = sheet->rows.place, .style = gaz_part_number(sheet->part, "s", 0)};
    g_strlcpy(cell->type, type == NULL ? "n" : type, sizeof cell->type);
    g_string_truncate(sheet->value, 0);
    if (reference != NULL && (!gaz_cell_reference(reference, &column, &row, &end) || *end != '\0' ||
                              row != sheet->row || column <= sheet->buffer.row.width)) {
        if (sheet->buffer.row.width < GAZ_MOST_COLUMNS)
            gaz_package_break(sheet->workbook->package, reference);
    }
    cell->place.line = sheet->row;
    cell->place.column = column;
    return !gaz_package_is_broken(sheet->workbook->package);
}

static bool read_cell(Sheet *sheet)
{
    bool empty = gaz_part_is_empty(sheet->part);
    Cell cell;

    if (!start_cell(sheet, &cell))
        return false;
    while (!empty) {
        GazPartEvent event = gaz_part_next(sheet->part);

        if (event == GAZ_PART_DONE)
            return false;
        if (event == GAZ_PART_END && gaz_part_is(sheet->part, "c"))
            break;
        if (event == GAZ_PART_START && !read_child(sheet, &cell))
            return false;
    }
    show_cell(sheet, &cell);
    add_cell(sheet, &cell);
    if (gaz_row_buffer_is_full(&sheet->buffer))
        break_at(sheet, &cell, "a row of more than 16 MiB");
    return !gaz_package_is_broken(sheet->workbook->package);
}

static bool start_row(Sheet *sheet, bool *hidden)
{
    guint64 number = gaz_part_number(sheet->part, "r", (guint64)sheet->row + 1);

    *hidden = gaz_part_flag(sheet->part, "hidden");
    if (gaz_package_is_broken(sheet->workbook->package))
        return false;
    if (number <= sheet->row || number > 1048576) {
        gaz_package_break(sheet->workbook->package, "rows out of order");
        return false;
    }
    sheet->row = (unsigned)number;
    sheet->beyond = false;
    gaz_row_buffer_begin(&sheet->buffer);
    sheet->buffer.row.place = (GazPlace){sheet->rows.place.file, sheet->rows.place.sheet, sheet->row, 0};
    return true;
}

static bool end_row(Sheet *sheet, bool hidden)
{
    if (!gaz_merges_fill(sheet->merges, &sheet->buffer, &sheet->rows.place, sheet->row)) {
        gaz_package_break(sheet->workbook->package, "merged cells that overlap");
        return false;
    }
    if (gaz_row_buffer_is_full(&sheet->buffer)) {
        gaz_package_break(sheet->workbook->package, "a row of more than 16 MiB");
        return false;
    }
    sheet->read += sheet->buffer.text->len - MIN(sheet->buffer.cells->len, sheet->buffer.text->len);
    if (sheet->read > GAZ_LARGEST_FILE) {
        gaz_package_overflow(sheet->workbook->package);
        return false;
    }
    if (hidden && sheet->buffer.any && sheet->hidden_rows++ == 0)
        sheet->first_hidden_row = sheet->row;
    return true;
}

static bool read_row(Sheet *sheet)
{
    bool empty = gaz_part_is_empty(sheet->part), hidden;

    if (!start_row(sheet, &hidden))
        return false;
    while (!empty) {
        GazPartEvent event = gaz_part_next(sheet->part);

        if (event == GAZ_PART_DONE)
            return false;
        if (event == GAZ_PART_END && gaz_part_is(sheet->part, "row"))
            break;
        if (event == GAZ_PART_START && gaz_part_is(sheet->part, "c") && !read_cell(sheet))
            return false;
    }
    return end_row(sheet, hidden);
}

static void keep_hidden(Sheet *sheet)
{
    Hidden range = {(unsigned)gaz_part_number(sheet->part, "min", 0),
                    (unsigned)gaz_part_number(sheet->part, "max", 0)};

    if (gaz_part_flag(sheet->part, "hidden") && sheet->hidden->len < GAZ_MOST_COLUMNS)
        g_array_append_val(sheet->hidden, range);
}

static void tell_notes(Sheet *sheet)
{
    GazReport *report = sheet->workbook->report;
    GazPlace place = sheet->rows.place;

    if (sheet->noted)
        return;
    sheet->noted = true;
    place.line = sheet->first_hidden_row;
    if (sheet->hidden_rows > 0)
        gaz_report_note(report, &place, &gaz_read_notes[GAZ_READ_NOTE_HIDDEN_ROWS], NULL, NULL,
                        "%u of the table's rows", sheet->hidden_rows);
    place.line = 1;
    place.column = sheet->first_hidden_column;
    if (sheet->first_hidden_column > 0)
        gaz_report_note(report, &place, &gaz_read_notes[GAZ_READ_NOTE_HIDDEN_COLUMNS], NULL, NULL,
                        "columns of the table");
    if (gaz_merges_went_down(sheet->merges, &sheet->rows.place, &place))
        gaz_report_note(report, &place, &gaz_read_notes[GAZ_READ_NOTE_MERGED], NULL, NULL, NULL);
}

static const GazRow *sheet_next(GazRows *rows)
{
    Sheet *sheet = (Sheet *)rows;

    for (GazPartEvent event; (event = gaz_part_next(sheet->part)) != GAZ_PART_DONE;) {
        if (event != GAZ_PART_START)
            continue;
        if (gaz_part_is(sheet->part, "col"))
            keep_hidden(sheet);
        else if (gaz_part_is(sheet->part, "row") && (!read_row(sheet) || sheet->buffer.any))
            break;
    }
    sheet->rows.whole = !gaz_package_is_broken(sheet->workbook->package);
    if (sheet->rows.whole && sheet->buffer.any) {
        const GazRow *row = gaz_row_buffer_finish(&sheet->buffer);

        sheet->buffer.any = false; /* given once */
        return row;
    }
    if (sheet->rows.whole)
        tell_notes(sheet);
    return NULL;
}

static void sheet_close(GazRows *rows)
{
    Sheet *sheet = (Sheet *)rows;

    gaz_part_free(sheet->part);
    gaz_merges_free(sheet->merges);
    gaz_row_buffer_clear(&sheet->buffer);
    g_string_free(sheet->value, TRUE);
    g_string_free(sheet->shown, TRUE);
    g_array_unref(sheet->hidden);
    g_free(sheet);
}

GazRows *gaz_workbook_rows(GazWorkbook *workbook, unsigned index)
{
    const char *name = workbook->parts->pdata[index];
    GazMerges *merges = gaz_merges_read(workbook->package, name);
    GazPart *part = merges == NULL ? NULL : gaz_part_open(workbook->package, name);
    Sheet *sheet;

    if (part == NULL) {
        gaz_merges_free(merges);
        return NULL;
    }
    sheet = g_new0(Sheet, 1);
    sheet->rows = (GazRows){.next = sheet_next, .free = sheet_close, .whole = true};
    sheet->rows.place = gaz_workbook_sheet(workbook, index)->place;
    sheet->workbook = workbook;
    sheet->part = part;
    sheet->merges = merges;
    sheet->value = g_string_new(NULL);
    sheet->shown = g_string_new(NULL);
    sheet->hidden = g_array_new(FALSE, FALSE, sizeof(Hidden));
    gaz_row_buffer_init(&sheet->buffer);
    return &sheet->rows;
}
