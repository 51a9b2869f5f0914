/* test_workbooks.c - workbooks with something wrong with them, by seeds: whatever it is, what is read is what
 * there was, or a fault is told. GAZETTE_SEEDS=50000 tries so many of each kind of damage. */
#include "../support/damage.h"
#include "../support/suite.h"
#include "read/workbook.h"
#include <check.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { FEW_SEEDS = 400, ROWS = 12, SHEETS = 2 };

static unsigned seeds(void)
{
    const char *said = g_getenv("GAZETTE_SEEDS");

    return said == NULL ? FEW_SEEDS : (unsigned)atoi(said);
}

/* What stands in a cell, rows and columns from 0: it tells where it belongs. "" below what is merged and
 * beside the table. Yours: g_free(). */
static char *belongs(unsigned sheet, unsigned row, unsigned column)
{
    unsigned place = 1000 * (sheet + 1) + 10 * row + column;

    if (row >= ROWS || column > 4)
        return g_strdup("");
    if (row == 0)
        return g_strdup_printf("标题%u", sheet);
    if (column == 3)
        return g_strdup_printf("并%u", 1000 * (sheet + 1) + 10 * (row - (row - 1) % 3));
    if (column == 1)
        return g_strdup_printf("%u.5", place);
    if (column == 2)
        return g_strdup_printf("2021-11-%02u", row + 10 * sheet);
    return g_strdup_printf("值 %u <&>", place);
}

/* Cell by cell, as constant memory wants it; a merge writes its cells itself. */
static void write_row(lxw_worksheet *sheet, unsigned number, unsigned row, lxw_format *day)
{
    g_autofree char *first = belongs(number, row, 0), *second = belongs(number, row, 1),
                    *merged = belongs(number, row, 3), *last = belongs(number, row, 4);
    lxw_datetime date = {.year = 2021, .month = 11, .day = (int)(row + 10 * number)};

    worksheet_write_string(sheet, row, 0, first, NULL);
    worksheet_write_number(sheet, row, 1, g_ascii_strtod(second, NULL), NULL);
    worksheet_write_datetime(sheet, row, 2, &date, day);
    worksheet_write_string(sheet, row, 3, (row - 1) % 3 == 0 ? merged : "", NULL);
    worksheet_write_string(sheet, row, 4, last, NULL);
}

static void write_sheet(lxw_workbook *book, unsigned number, lxw_format *day)
{
    g_autofree char *title = belongs(number, 0, 0), *name = g_strdup_printf("附件%u", number + 1);
    lxw_worksheet *sheet = workbook_add_worksheet(book, name);
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};

    worksheet_set_column_opt(sheet, 2, 2, 12, NULL, number == 1 ? &hidden : NULL);
    worksheet_merge_range(sheet, 0, 0, 0, 4, title, NULL);
    for (unsigned row = 1; row < ROWS; row++)
        write_row(sheet, number, row, day);
    for (unsigned row = 1; row + 2 < ROWS; row += 3) {
        g_autofree char *merged = belongs(number, row, 3);

        worksheet_merge_range(sheet, row, 3, row + 2, 3, "", NULL);
        worksheet_write_string(sheet, row, 3, merged, NULL);
    }
}

/* A workbook whose strings are shared. Yours: g_bytes_unref(). */
static GBytes *write_book(void)
{
    g_autofree char *path = NULL, *bytes = NULL;
    int file = g_file_open_tmp("gazette-test-XXXXXX.xlsx", &path, NULL);
    lxw_workbook *book = workbook_new(path);
    lxw_doc_properties properties = {.created = 1636934400};
    lxw_format *day = workbook_add_format(book);
    gsize length;

    ck_assert(g_close(file, NULL));
    workbook_set_properties(book, &properties);
    format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
    for (unsigned i = 0; i < SHEETS; i++)
        write_sheet(book, i, day);
    ck_assert_int_eq(workbook_close(book), LXW_NO_ERROR);
    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    g_unlink(path);
    return g_bytes_new_take(g_steal_pointer(&bytes), length);
}

/* The same with its strings in the cells. Takes `shared`. */
static GBytes *inline_strings(GBytes *shared)
{
    g_autoptr(GPtrArray) parts = damage_unpack(shared);
    DamagePart *strings = damage_find(parts, "xl/sharedStrings.xml");
    g_autoptr(GRegex) items = g_regex_new("<si>(.*?)</si>", G_REGEX_DOTALL, 0, NULL);
    g_autoptr(GMatchInfo) item = NULL;
    unsigned index = 0;

    for (g_regex_match(items, strings->text->str, 0, &item); g_match_info_matches(item);
         g_match_info_next(item, NULL), index++) {
        g_autofree char *text = g_match_info_fetch(item, 1);
        g_autofree char *cell = g_strdup_printf(" t=\"s\"><v>%u</v>", index);
        g_autofree char *other = g_strdup_printf(" t=\"inlineStr\"><is>%s</is>", text);

        for (guint i = 0; i < parts->len; i++)
            g_string_replace(((DamagePart *)parts->pdata[i])->text, cell, other, 0);
    }
    g_bytes_unref(shared);
    return damage_pack(parts);
}

/* What came of a copy. */
typedef struct {
    const char *what; /* for messages */
    guint32 seed;
    GString *text; /* the texts of all cells with their places */
    char *told;
    bool told_fault;
    char *misplaced; /* the first cell that says what belongs elsewhere; NULL: none */
} Outcome;

static void look_at_cell(Outcome *outcome, unsigned sheet, const GazRow *row, unsigned index)
{
    const GazCell *cell = &row->cells[index];
    gsize length = strlen(cell->text);
    g_autofree char *expected = belongs(sheet, cell->place.line - 1, cell->place.column - 1);

    ck_assert_msg(cell->place.column == index + 1 && (length > 1000 || g_utf8_validate(cell->text, -1, NULL)),
                  "%s %u: a cell out of its place", outcome->what, outcome->seed);
    ck_assert(cell->told || row->marked || length <= GAZ_LONGEST_FIELD);
    g_string_append_printf(outcome->text, "%.99s%s", cell->text, index + 1 == row->count ? "\n" : "|");
    if (outcome->misplaced == NULL && *cell->text != '\0' && strcmp(cell->text, expected) != 0)
        outcome->misplaced = g_strdup_printf("%u:%u %.99s, not %s", cell->place.line, cell->place.column,
                                             cell->text, expected);
}

static void look_at_sheet(Outcome *outcome, GazWorkbook *workbook, unsigned index, const GazReport *report)
{
    g_autoptr(GazRows) rows = gaz_workbook_rows(workbook, index);
    unsigned line = 0, sheet = strcmp(gaz_workbook_sheet(workbook, index)->name, "附件2") == 0 ? 1 : 0;

    g_string_append_printf(outcome->text, "= %s\n", gaz_workbook_sheet(workbook, index)->name);
    for (const GazRow *row; rows != NULL && (row = gaz_rows_next(rows)) != NULL;) {
        ck_assert_uint_gt(row->count, 0);
        ck_assert_uint_gt(row->place.line, line);
        line = row->place.line;
        for (unsigned i = 0; i < row->count; i++)
            look_at_cell(outcome, sheet, row, i);
    }
    ck_assert_msg((rows != NULL && rows->whole) || gaz_report_has_faults(report),
                  "%s %u: cut short without a word", outcome->what, outcome->seed);
}

static Outcome read_copy(const char *what, guint32 seed, GBytes *bytes)
{
    Outcome outcome = {.what = what, .seed = seed, .text = g_string_new(NULL)};
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazWorkbook) workbook = NULL;
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("gazette-test-XXXXXX.xlsx", &path, NULL);

    ck_assert(g_close(file, NULL));
    ck_assert(g_file_set_contents_full(path, g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes),
                                       G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    workbook = gaz_workbook_open(path, "t.xlsx", report, NULL);
    ck_assert_msg(workbook != NULL || gaz_report_has_faults(report), "%s %u: refused without a word", what,
                  seed);
    for (unsigned i = 0; workbook != NULL && i < gaz_workbook_count(workbook); i++)
        look_at_sheet(&outcome, workbook, i, report);
    outcome.told = gaz_report_to_text(report);
    outcome.told_fault = gaz_report_has_faults(report);
    g_unlink(path);
    return outcome;
}

static void outcome_clear(Outcome *outcome)
{
    g_string_free(outcome->text, TRUE);
    g_free(outcome->told);
    g_free(outcome->misplaced);
}

/* Every fault leads to the file, says what is wrong in words, and can be shown. */
static void check_told(const Outcome *outcome)
{
    g_auto(GStrv) lines = g_strsplit(outcome->told, "\n", -1);

    ck_assert_msg(g_utf8_validate(outcome->told, -1, NULL), "%s %u", outcome->what, outcome->seed);
    for (char **line = lines; *line != NULL && **line != '\0'; line++)
        ck_assert_msg(g_str_has_prefix(*line, "t.xlsx:") && strstr(*line, ": error: ") != NULL, "%s %u: %s",
                      outcome->what, outcome->seed, *line);
}

static void check_outcome(const Outcome *outcome, Damage kind, const char *whole)
{
    check_told(outcome);
    if (outcome->told_fault)
        return;
    ck_assert_msg(kind != DAMAGE_BYTES || strcmp(outcome->text->str, whole) == 0,
                  "%s %u: read otherwise:\n%s", outcome->what, outcome->seed, outcome->text->str);
    ck_assert_msg(kind != DAMAGE_ELEMENTS || outcome->misplaced == NULL, "%s %u: %s", outcome->what,
                  outcome->seed, outcome->misplaced);
}

static const char *const kinds[] = {[DAMAGE_BYTES] = "bytes",
                                    [DAMAGE_ELEMENTS] = "elements",
                                    [DAMAGE_VALUES] = "values",
                                    [DAMAGE_PARTS] = "parts"};

static void damage_many(GBytes *whole, Damage kind)
{
    Outcome good = read_copy("whole", 0, whole);
    unsigned refused = 0;

    ck_assert_msg(!good.told_fault && good.misplaced == NULL, "%s %s", good.told, good.misplaced);
    for (guint32 seed = 1; seed <= seeds(); seed++) {
        g_autoptr(GBytes) copy = damage(whole, kind, seed);
        Outcome outcome = read_copy(kinds[kind], seed, copy);

        check_outcome(&outcome, kind, good.text->str);
        refused += outcome.told_fault;
        outcome_clear(&outcome);
    }
    /* Damage that never shows, or always, would test nothing. */
    ck_assert_msg(refused > seeds() / 20 && refused < seeds(), "%s: %u of %u refused", kinds[kind], refused,
                  seeds());
    outcome_clear(&good);
}

START_TEST(shared_strings)
{
    g_autoptr(GBytes) whole = write_book();

    damage_many(whole, (Damage)_i);
}
END_TEST

START_TEST(strings_in_their_cells)
{
    g_autoptr(GBytes) whole = inline_strings(write_book());

    damage_many(whole, (Damage)_i);
}
END_TEST

enum { MEBIBYTE = 1 << 20, MANY = 2000 };

static GString *repeat(const char *begin, const char *text, unsigned count, const char *end)
{
    GString *whole = g_string_new(begin);

    for (unsigned i = 0; i < count; i++)
        g_string_append(whole, text);
    return g_string_append(whole, end);
}

/* A string of a megabyte that every cell of a row shows. */
static void share_a_long_text(DamagePart *sheet, DamagePart *strings)
{
    GString *text = repeat("<sst><si><t>", "x", MEBIBYTE, "</t></si></sst>");
    GString *row = repeat("<worksheet><sheetData><row>", "<c t=\"s\"><v>0</v></c>", 900,
                          "</row></sheetData></worksheet>");

    g_string_assign(strings->text, text->str);
    g_string_assign(sheet->text, row->str);
    g_string_free(text, TRUE);
    g_string_free(row, TRUE);
}

/* Rows within their bounds, of which there are too many. */
static void merge_a_long_text_down(DamagePart *sheet, DamagePart *strings)
{
    GString *rows = repeat("<worksheet><sheetData><row>", "<c t=\"s\"><v>0</v></c>", 15, "</row>");

    share_a_long_text(sheet, strings);
    for (unsigned i = 0; i < 40; i++)
        g_string_append(rows, "<row><c/></row>");
    g_string_append(rows, "</sheetData><mergeCells>");
    for (char column = 'A'; column < 'A' + 15; column++)
        g_string_append_printf(rows, "<mergeCell ref=\"%c1:%c1048576\"/>", column, column);
    g_string_assign(sheet->text, g_string_append(rows, "</mergeCells></worksheet>")->str);
    g_string_free(rows, TRUE);
}

static void nest_deeply(DamagePart *sheet, DamagePart *strings)
{
    GString *deep = repeat("<worksheet><sheetData>", "<row>", 100000, "");

    (void)strings;
    g_string_assign(sheet->text, deep->str);
    g_string_free(deep, TRUE);
}

/* 20 MiB that pack a thousandfold. */
static void pack_much(DamagePart *sheet, DamagePart *strings)
{
    GString *blanks = repeat("<worksheet>", " ", 20 * MEBIBYTE, "</worksheet>");

    (void)strings;
    g_string_assign(sheet->text, blanks->str);
    g_string_free(blanks, TRUE);
}

static void merge_all_rows_at_once(DamagePart *sheet, DamagePart *strings)
{
    GString *merges = repeat("<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>",
                             "<mergeCell ref=\"A1:XFD1048576\"/>", MANY, "</mergeCells></worksheet>");

    (void)strings;
    g_string_assign(sheet->text, merges->str);
    g_string_free(merges, TRUE);
}

static const struct {
    const char *name;
    void (*make)(DamagePart *sheet, DamagePart *strings);
    const char *told;
} bombs[] = {
    {"a long text in many cells", share_a_long_text, "P1: a row of more than 16 MiB"},
    {"a long text in many rows", merge_a_long_text_down, "at most 512 MiB of text"},
    {"deep nesting", nest_deeply, "xl/worksheets/sheet1.xml"},
    {"much in little", pack_much, "(workbook-too-large)"},
    {"many ranges over all cells", merge_all_rows_at_once, "merged cells that overlap"},
};

START_TEST(more_than_there_is_room_for)
{
    g_autoptr(GBytes) whole = write_book(), bomb = NULL;
    g_autoptr(GPtrArray) parts = damage_unpack(whole);
    Outcome outcome;

    bombs[_i].make(damage_find(parts, "xl/worksheets/sheet1.xml"),
                   damage_find(parts, "xl/sharedStrings.xml"));
    bomb = damage_pack(parts);
    outcome = read_copy(bombs[_i].name, 0, bomb);
    check_told(&outcome);
    ck_assert_msg(strstr(outcome.told, bombs[_i].told) != NULL, "%s: %s", bombs[_i].name, outcome.told);
    outcome_clear(&outcome);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("damaged workbooks");
    TCase *tests = tcase_create("damaged workbooks");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, shared_strings, 0, DAMAGES);
    tcase_add_loop_test(tests, strings_in_their_cells, 0, DAMAGES);
    tcase_add_loop_test(tests, more_than_there_is_room_for, 0, G_N_ELEMENTS(bombs));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
