/* test_report.c - the report for the person who corrects the data: a page and a workbook, in both languages,
 * with every fault at its cell. */
#include "../support/suite.h"
#include "check/faults.h"
#include "compose/faults.h"
#include "layout/faults.h"
#include "model/faults.h"
#include "program/report_facts.h"
#include "program/report_file.h"
#include "publish/faults.h"
#include "read/faults.h"
#include "read/workbook.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

static const struct {
    const GazFaultKind *faults;
    unsigned count;
} tables[] = {
    {gaz_read_faults, GAZ_READ_FAULTS},     {gaz_read_notes, GAZ_READ_NOTES},
    {gaz_model_faults, GAZ_MODEL_FAULTS},   {gaz_model_notes, GAZ_MODEL_NOTES},
    {gaz_check_faults, GAZ_CHECK_FAULTS},   {gaz_compose_faults, GAZ_COMPOSE_FAULTS},
    {gaz_layout_faults, GAZ_LAYOUT_FAULTS}, {gaz_publish_faults, GAZ_PUBLISH_FAULTS},
};

/* A missing one would be shown in English. */
START_TEST(every_fault_has_its_chinese)
{
    g_autoptr(GazFaultWords) words = gaz_fault_words_read("templates/report/faults.xml", NULL);
    g_autoptr(GString) missing = g_string_new(NULL);
    const char *expected;

    for (unsigned i = 0; i < G_N_ELEMENTS(tables); i++)
        for (unsigned j = 0; j < tables[i].count; j++)
            if (gaz_fault_words_lookup(words, tables[i].faults[j].id, &expected) == NULL)
                g_string_append_printf(missing, " %s", tables[i].faults[j].id);
    ck_assert_msg(missing->len == 0, "templates/report/faults.xml lacks%s", missing->str);
}
END_TEST

static GazReport *sample_report(void)
{
    GazReport *report = gaz_report_new();
    GazPlace cell = {.file = "lines.xlsx", .sheet = "清单", .line = 14, .column = 4};
    GazPlace line = {.file = "plan.csv", .line = 3, .column = 7};

    gaz_report_add(report, &cell, &gaz_model_faults[GAZ_MODEL_NUMBER_UNKNOWN], "kiln_diameter_m",
                   "<宽> & \"wide\"", "such as 4.8");
    gaz_report_add(report, &line, &gaz_model_faults[GAZ_MODEL_CODE_UNKNOWN], "scope", "all", "line or city");
    gaz_report_add(report, NULL, &gaz_check_faults[0], NULL, NULL, NULL);
    gaz_report_note(report, &cell, &gaz_model_notes[GAZ_MODEL_NOTE_VALUE], "kiln_diameter_m", "４.8", "%s",
                    "4.8");
    return report;
}

/* Writes the sample report to a temporary file of this kind. Yours: g_free(), after the file is removed. */
static char *write_report(const char *pattern)
{
    g_autoptr(GazReport) report = sample_report();
    GError *error = NULL;
    char *path = NULL;
    int file = g_file_open_tmp(pattern, &path, NULL);

    ck_assert(g_close(file, NULL));
    gaz_report_file_write(report, "data/x", gaz_date_make(2021, 11, 15), ".", path, &error);
    g_assert_no_error(error);
    return path;
}

START_TEST(a_page)
{
    static const char *const wanted[] = {
        "lines.xlsx › 清单",   ">D14<",    "不是有效数字", "not a number",   "&lt;宽&gt; &amp; \"wide\"",
        "窑径（米）",          "plan.csv", "第3:7行",      "全省",           "共有 3 处错误需要更正",
        "3 faults to correct", "读作",     "４.8",         "number-unknown",
    };
    char *path = write_report("gazette-test-XXXXXX.html"), *html;

    ck_assert(g_file_get_contents(path, &html, NULL, NULL));
    for (unsigned i = 0; i < G_N_ELEMENTS(wanted); i++)
        ck_assert_msg(strstr(html, wanted[i]) != NULL, "%s is missing in\n%s", wanted[i], html);
    g_unlink(path);
    g_free(path);
    g_free(html);
}
END_TEST

/* Read back as any workbook is. */
START_TEST(a_workbook)
{
    g_autoptr(GazReport) report = gaz_report_new();
    char *path = write_report("gazette-test-XXXXXX.xlsx");
    g_autoptr(GazWorkbook) workbook = gaz_workbook_open(path, "r.xlsx", report, NULL);
    g_autoptr(GazRows) rows = gaz_workbook_rows(workbook, 0);
    const GazRow *row;

    ck_assert_uint_eq(gaz_workbook_count(workbook), 2);
    row = gaz_rows_next(rows);
    ck_assert_str_eq(row->cells[2].text, "位置\nCell");
    gaz_rows_next(rows); /* the fault without a place comes first */
    row = gaz_rows_next(rows);
    ck_assert_str_eq(row->cells[0].text, "lines.xlsx");
    ck_assert_str_eq(row->cells[1].text, "清单");
    ck_assert_str_eq(row->cells[2].text, "D14");
    ck_assert_str_eq(row->cells[4].text, "<宽> & \"wide\"");
    ck_assert_str_eq(row->cells[5].text, "不是有效数字\nnot a number");
    g_unlink(path);
    g_free(path);
}
END_TEST

START_TEST(the_same_bytes)
{
    static const char *const patterns[] = {"gazette-test-XXXXXX.html", "gazette-test-XXXXXX.xlsx"};
    char *one = write_report(patterns[_i]), *other = write_report(patterns[_i]), *first, *second;
    gsize length, same;

    ck_assert(g_file_get_contents(one, &first, &length, NULL) &&
              g_file_get_contents(other, &second, &same, NULL));
    ck_assert(length == same && memcmp(first, second, length) == 0);
    g_unlink(one);
    g_unlink(other);
    g_free(one);
    g_free(other);
    g_free(first);
    g_free(second);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report");
    TCase *tests = tcase_create("report");

    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, every_fault_has_its_chinese);
    tcase_add_test(tests, a_page);
    tcase_add_test(tests, a_workbook);
    tcase_add_loop_test(tests, the_same_bytes, 0, 2);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
