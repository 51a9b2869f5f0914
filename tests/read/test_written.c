/* test_written.c - workbooks as other programs write them, kept in tests/read/input (its `make` writes them
 * anew), and damaged copies of each. */
#include "../support/suite.h"
#include "read/workbook.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

/* The rows of all sheets: "|" behind each cell, v and > behind those that are merged down and across; then
 * what was told. Yours: g_free(). */
static char *dump(const char *path)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazWorkbook) workbook = gaz_workbook_open(path, "t.xlsx", report, NULL);
    GString *text = g_string_new(NULL);
    g_autofree char *faults = NULL, *notes = NULL;

    for (unsigned i = 0; workbook != NULL && i < gaz_workbook_count(workbook); i++) {
        const GazSheet *sheet = gaz_workbook_sheet(workbook, i);
        g_autoptr(GazRows) rows = gaz_workbook_rows(workbook, i);

        g_string_append_printf(text, "= %s%s\n", sheet->name, sheet->hidden ? " (hidden)" : "");
        for (const GazRow *row; rows != NULL && (row = gaz_rows_next(rows)) != NULL;) {
            for (unsigned c = 0; c < row->count; c++)
                g_string_append_printf(text, "%s%s|", row->cells[c].text,
                                       row->cells[c].spread == GAZ_SPREAD_NONE   ? ""
                                       : row->cells[c].spread == GAZ_SPREAD_DOWN ? "v"
                                                                                 : ">");
            g_string_append_c(text, '\n');
        }
    }
    faults = gaz_report_to_text(report);
    notes = gaz_report_notes_to_text(report);
    g_string_append_printf(text, "%s%s", faults, notes);
    return g_string_free(text, FALSE);
}

#define NO_VALUE                                                                                             \
    "a formula whose result isn't in the file: expected a workbook saved by a spreadsheet program, which "   \
    "calculates it (formula-empty)\n"
#define QUIRKS                                                                                                                            \
    "= "                                                                                                                                  \
    "清单\n2021年清单|2021年清单>|2021年清单>|2021年清单>|2021年清单>|\n企业名称|窑规格|窑规格>|投产日期|" \
    "停窑|\n"                                                                                                                           \
    "企业名称v|直径（米）|长度（米）|\n甲水泥|4.8|74|2009-06-18|2021-11-15 "                                             \
    "08:00|\n甲水泥v|4|60|TRUE|08:30|\n"
#define NOTES                                                                                                \
    "t.xlsx:清单!C1: note: hidden columns, which are read like the others: read as columns of the table "  \
    "(columns-hidden)\n"                                                                                     \
    "t.xlsx:清单!A2: note: merged cells, which say the same of every row they span (cells-merged)\n"       \
    "t.xlsx:清单!5:5: note: hidden rows, which are read like the others: read as 1 of the table's rows "   \
    "(rows-hidden)\n"
#define NOT_AVAILABLE                                                                                        \
    "t.xlsx:清单!C7: error: the cell shows an error, not a value: found \"#N/A\", expected a value "       \
    "(cell-error)\n"

static const struct {
    const char *file, *text;
} written[] = {
    {"openpyxl.xlsx",
     QUIRKS "|50%|||\n= 旧 (hidden)\nx|\n" NOT_AVAILABLE "t.xlsx:清单!D7: error: " NO_VALUE NOTES},
    {"libreoffice.xlsx", QUIRKS "|50%||9.6|\n= 旧 (hidden)\nx|\n" NOT_AVAILABLE NOTES},
    {"xlsxwriter.xlsx", "= 清单\n编号|时间|数|结果|\n堃喆䶮|2021-11-15 08:00|4.8|9.6|\nabc||FALSE||\n"
                        "t.xlsx:清单!D3: error: " NO_VALUE},
};

START_TEST(workbooks_of_other_programs)
{
    g_autofree char *path = g_build_filename("tests/read/input", written[_i].file, NULL);
    g_autofree char *text = dump(path);

    ck_assert_msg(strcmp(text, written[_i].text) == 0, "%s: got\n%s", written[_i].file, text);
}
END_TEST

/* Whatever is wrong with a copy, it is read or told; what is told is text that a terminal can show. */
static void try_copy(const char *bytes, gsize length)
{
    g_autofree char *path = NULL, *text = NULL;
    int file = g_file_open_tmp("gazette-test-XXXXXX.xlsx", &path, NULL);

    ck_assert(g_close(file, NULL));
    ck_assert(g_file_set_contents(path, bytes, (gssize)length, NULL));
    text = dump(path);
    ck_assert(*text != '\0' && g_utf8_validate(text, -1, NULL));
    g_unlink(path);
}

START_TEST(damaged_copies)
{
    enum { STEP = 61 }; /* every so manyth byte is cut at or changed */
    g_autofree char *path = g_build_filename("tests/read/input", written[_i].file, NULL), *bytes = NULL;
    gsize length;

    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    for (gsize i = 1; i < length; i += STEP) {
        char kept = bytes[i];

        try_copy(bytes, i);
        bytes[i] = (char)(kept ^ 0x15);
        try_copy(bytes, length);
        bytes[i] = kept;
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("written workbooks");
    TCase *tests = tcase_create("written workbooks");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, workbooks_of_other_programs, 0, G_N_ELEMENTS(written));
    tcase_add_loop_test(tests, damaged_copies, 0, G_N_ELEMENTS(written));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
