/* test_new.c - the workbook to start from says the same as the CSV files to start from. */
#include "../support/data_cells.h"
#include "../support/suite.h"
#include "read/workbook.h"
#include "running.h"
#include <check.h>

static char *new_folder(const char *option)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_auto(Run) got = run("new", folder, option, NULL);

    ck_assert_msg(got.status == 0, "%s", got.err);
    return folder;
}

static void remove_folder(char *folder)
{
    g_auto(Run) got = run_shell("rm -rf \"$1\"", folder);

    assert_status(&got, 0);
    g_free(folder);
}

/* What the folder says; it must be without a fault. */
static char *cells_of(const char *folder)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = gaz_data_read(folder, "data/rules", report, NULL);
    g_autofree char *told = gaz_report_to_text(report), *notes = gaz_report_notes_to_text(report);

    ck_assert_msg(data != NULL && *told == '\0', "%s", told);
    ck_assert_str_eq(notes, ""); /* which whoever begins would get used to */
    return data_cells(data);
}

START_TEST(the_workbook_says_the_same)
{
    char *texts = new_folder("--quiet"), *book = new_folder("--xlsx");
    g_autofree char *one = cells_of(texts), *other = cells_of(book);

    ck_assert_str_eq(one, other);
    ck_assert_uint_gt(strlen(one), 1000);
    remove_folder(texts);
    remove_folder(book);
}
END_TEST

START_TEST(it_has_a_sheet_for_each_table)
{
    char *folder = new_folder("--xlsx");
    g_autofree char *path = g_build_filename(folder, "tables.xlsx", NULL);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazWorkbook) workbook = gaz_workbook_open(path, "tables.xlsx", report, NULL);

    ck_assert_uint_eq(gaz_workbook_count(workbook), gaz_table_count + 2);
    ck_assert_str_eq(gaz_workbook_sheet(workbook, 0)->name, "填写说明");
    for (unsigned i = 0; i < gaz_table_count; i++)
        ck_assert_str_eq(gaz_workbook_sheet(workbook, i + 1)->name, gaz_tables[i].title.in[GAZ_ZH]);
    remove_folder(folder);
}
END_TEST

START_TEST(the_same_bytes_each_time)
{
    char *one = new_folder("--xlsx"), *other = new_folder("--xlsx");
    g_autofree char *command = g_strdup_printf("cmp \"$1\"/tables.xlsx '%s'/tables.xlsx", other);
    g_auto(Run) got = run_shell(command, one);

    ck_assert_msg(got.status == 0, "%s", got.out);
    remove_folder(one);
    remove_folder(other);
}
END_TEST

/* Excel would show the Chinese of a file without the mark as other characters, and save them so. */
START_TEST(its_csv_files_open_in_excel)
{
    char *folder = new_folder("--quiet");
    g_auto(Run) got = run_shell("for f in \"$1\"/*.csv; do head -c 3 \"$f\" | od -An -tx1; done", folder);

    ck_assert_uint_gt(strlen(got.out), 0);
    for (const char *line = got.out; *line != '\0'; line = strchr(line, '\n') + 1)
        ck_assert_msg(g_str_has_prefix(line, " ef bb bf\n"), "%s", got.out);
    remove_folder(folder);
}
END_TEST

/* Else whoever sent an empty sheet, or a hidden one, would believe that it was taken in. */
START_TEST(what_was_not_added_is_not_said_to_be)
{
    char *folder = new_folder("--quiet");
    g_autofree char *lines = g_build_filename(folder, "lines.csv", NULL),
                    *into = g_strconcat("--into=", folder, NULL);
    g_auto(Run) got = run("import", into, lines, NULL);

    assert_status(&got, 0);
    assert_says(got.out, "4 rows: 0 new, 4 known");
    assert_says(got.out, "\nNothing was added to ");
    remove_folder(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("new");
    TCase *tests = tcase_create("new");

    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, the_workbook_says_the_same);
    tcase_add_test(tests, it_has_a_sheet_for_each_table);
    tcase_add_test(tests, the_same_bytes_each_time);
    tcase_add_test(tests, its_csv_files_open_in_excel);
    tcase_add_test(tests, what_was_not_added_is_not_said_to_be);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
