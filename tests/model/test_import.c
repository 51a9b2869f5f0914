/* test_import.c - lists of several offices become rows of the folder's tables: what is new is added, what is
 * known is merged, what contradicts is told with both places, and nothing is written then. */
#include "../support/data_folder.h"
#include "../support/sample_workbook.h"
#include "../support/suite.h"
#include "model/import.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

/* An import into the whole data folder of files that are written beside it. */
typedef struct {
    char *folder, *other;
    GazReport *report;
    char *told, *understood;
    bool written, is_new;
} Run;

static char *place_file(const char *folder, const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);

    ck_assert(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static void run_import(Run *run, const char *into, const char *first, const char *second)
{
    char *paths[] = {place_file(run->other, "甲市.csv", first),
                     second == NULL ? NULL : place_file(run->other, "乙市.csv", second), NULL};
    GError *error = NULL;
    g_autoptr(GazImport) import = gaz_import_new(into, "data/rules", run->report, &error);

    g_assert_no_error(error);
    ck_assert_ptr_nonnull(import);
    gaz_import_files(import, paths, &error);
    g_assert_no_error(error);
    run->told = gaz_report_to_text(run->report);
    run->understood = gaz_import_describe(import);
    run->is_new = gaz_import_is_new(import);
    run->written = *run->told == '\0' && gaz_import_write(import, &error);
    g_clear_error(&error);
    for (char **path = paths; *path != NULL; path++) {
        g_unlink(*path);
        g_free(*path);
    }
}

static Run run_of(const char *first, const char *second)
{
    Run run = {.folder = data_folder_new(),
               .other = g_dir_make_tmp("gazette-test-XXXXXX", NULL),
               .report = gaz_report_new()};

    run_import(&run, run.folder, first, second);
    return run;
}

static char *table_of(const Run *run, const char *name)
{
    g_autofree char *path = g_build_filename(run->folder, name, NULL);
    char *text = NULL;

    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void run_clear(Run *run)
{
    g_rmdir(run->other);
    g_free(run->other);
    g_free(run->told);
    g_free(run->understood);
    gaz_report_free(run->report);
    data_folder_remove(run->folder);
}

#define ENTERPRISES "序号,企业名称,统一社会信用代码,所在地,是否会员\n"
#define LINES "企业名称,窑号,窑规格,熟料产能（吨/日）,年产能（万吨）,状态,窑型,是否电石渣\n"

START_TEST(new_rows_are_added)
{
    Run run = run_of(LINES "丁 水泥,1#窑,Φ4.8×74m,\"5,000\",155,在产,新型干法窑,否\n合计,,,5000,,,,\n",
                     ENTERPRISES "1,丁水泥,91370100MA3C0ABC1L,济南,是\n");
    g_autofree char *enterprises = NULL, *lines = NULL;

    ck_assert_msg(strstr(run.told, "import-conflict") != NULL, "%s", run.told); /* E1 has this credit code */
    lines = table_of(&run, "lines.csv");
    ck_assert_ptr_null(strstr(lines, "1#窑"));
    run_clear(&run);
    run = run_of(LINES "丁 水泥,1#窑,Φ4.8×74m,\"5,000\",155,在产,新型干法窑,否\n合计,,,5000,,,,\n",
                 ENTERPRISES "1,丁水泥,,济南,是\n");
    ck_assert_msg(run.written, "%s", run.told);
    enterprises = table_of(&run, "enterprises.csv");
    g_free(lines);
    lines = table_of(&run, "lines.csv");
    ck_assert_msg(strstr(enterprises, "\nE3,丁水泥,,,370100,,,yes,\n") != NULL, "%s", enterprises);
    ck_assert_msg(g_str_has_prefix(enterprises, "# A comment, with a comma, before the header.\n"), "%s",
                  enterprises);
    ck_assert_msg(strstr(lines, ",1#窑,,4.8,74,5000,155,") != NULL, "%s", lines);
    ck_assert_msg(strstr(run.understood, "窑规格: kiln_length_m (the second number)") != NULL, "%s",
                  run.understood);
    run_clear(&run);
}
END_TEST

/* Taken in again, nothing changes and nothing is asked. */
START_TEST(what_is_known_is_not_added_again)
{
    const char *list = ENTERPRISES "1,丁水泥,,济南,是\n";
    Run run = run_of(list, list);
    g_autofree char *once = NULL, *twice = NULL;

    ck_assert_msg(run.written && run.is_new, "%s", run.told);
    once = table_of(&run, "enterprises.csv");
    g_free(run.told);
    g_free(run.understood);
    run_import(&run, run.folder, list, NULL);
    ck_assert_msg(run.written && !run.is_new, "%s", run.told);
    twice = table_of(&run, "enterprises.csv");
    ck_assert_str_eq(once, twice);
    ck_assert_msg(strstr(run.understood, "1 row: 0 new, 1 known") != NULL, "%s", run.understood);
    run_clear(&run);
}
END_TEST

/* The code of E1, as it is typed from a licence. */
START_TEST(a_credit_code_is_known_however_it_is_typed)
{
    const char *list = "企业名称,统一社会信用代码\n\"甲\"\"乙\"\" <&>水泥\",9137 0100 ma3c 0abc 1l\n";
    Run run = run_of(list, list);

    ck_assert_msg(run.written, "%s", run.told);
    ck_assert_msg(strstr(run.understood, "1 row: 0 new, 1 known") != NULL, "%s", run.understood);
    run_clear(&run);
}
END_TEST

START_TEST(a_file_named_in_capitals_is_what_it_is)
{
    Run run = {.folder = data_folder_new(),
               .other = g_dir_make_tmp("gazette-test-XXXXXX", NULL),
               .report = gaz_report_new()};
    char *path = place_file(run.other, "CITY.CSV", "企业名称,所在地\n丁水泥,济南市\n");
    char *paths[] = {path, NULL};
    g_autoptr(GazImport) import = gaz_import_new(run.folder, "data/rules", run.report, NULL);

    ck_assert(gaz_import_files(import, paths, NULL));
    run.told = gaz_report_to_text(run.report);
    ck_assert_str_eq(run.told, "");
    ck_assert(gaz_import_is_new(import));
    g_unlink(path);
    g_free(path);
    run_clear(&run);
}
END_TEST

START_TEST(what_one_lacks_the_other_gives)
{
    Run run = run_of("企业名称,所在地\n丁水泥,济南市\n",
                     "企业名称,所在地,县（市、区）,是否会员\n丁水泥,370100,章丘区,否\n");
    g_autofree char *enterprises = table_of(&run, "enterprises.csv");

    ck_assert_msg(run.written, "%s", run.told);
    ck_assert_msg(strstr(enterprises, ",丁水泥,,,370100,章丘区,,no,") != NULL, "%s", enterprises);
    run_clear(&run);
}
END_TEST

START_TEST(a_conflict_names_both_places)
{
    Run run = run_of("企业名称,所在地,是否会员\n丁水泥,济南市,是\n",
                     "企业名称,所在地,是否会员\n丁水泥,济南市,否\n");

    ck_assert_msg(strstr(run.told,
                         "乙市.csv:2:9: error: member: two lists say different things of the same: found "
                         "\"no\", expected \"yes\", as 甲市.csv:2:9 says (import-conflict)") != NULL,
                  "%s", run.told);
    ck_assert(!run.written && gaz_report_count(run.report) == 1);
    run_clear(&run);
}
END_TEST

/* What the folder has can't be read as a whole: written anew, it would lose a column. */
START_TEST(a_faulty_table_is_left_alone)
{
    Run run = {.folder = data_folder_new(),
               .other = g_dir_make_tmp("gazette-test-XXXXXX", NULL),
               .report = gaz_report_new()};
    g_autofree char *after = NULL;
    const char *faulty =
        "id,name_zh,name_en,credit_code,city,member,价格\nE1,甲水泥,Jia,91370100MA3C0ABC1L,370100,yes,1\n";

    data_folder_write(run.folder, "enterprises.csv", faulty, -1);
    run_import(&run, run.folder, "企业名称,所在地\n丁水泥,济南市\n", NULL);
    after = table_of(&run, "enterprises.csv");
    ck_assert(!run.written);
    ck_assert_str_eq(after, faulty);
    run_clear(&run);
}
END_TEST

/* Enterprises are written before lines. */
START_TEST(a_table_that_cannot_be_written_keeps_the_others_as_they_are)
{
    Run run = {.folder = data_folder_new(),
               .other = g_dir_make_tmp("gazette-test-XXXXXX", NULL),
               .report = gaz_report_new()};
    g_autofree char *before = table_of(&run, "enterprises.csv"), *after = NULL;

    data_folder_write(
        run.folder, "lines.csv",
        "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,"
        "status,kiln,carbide_slag,价格\n"
        "L1,E1,1号窑,Kiln No. 1,4.8,5000,155,operating,ordinary,no,1\n",
        -1);
    run_import(&run, run.folder, ENTERPRISES "1,丁水泥,,济南,是\n",
               LINES "丁水泥,1#窑,Φ4.8×74m,5000,155,在产,新型干法窑,否\n");
    after = table_of(&run, "enterprises.csv");
    ck_assert_msg(!run.written && *run.told == '\0', "%s", run.told);
    ck_assert_str_eq(after, before);
    run_clear(&run);
}
END_TEST

/* The whole folder has L1, 1号窑 of 4.8 m, and L2, 1号窑 of 4 m: both lists mean them. */
START_TEST(the_same_in_other_words_is_no_conflict)
{
    Run run = run_of("企业名称,窑号,窑径,熟料产能（吨/日）\n丙水泥,1#线,4.0,\"2,500.0\"\n",
                     "企业名称,生产线,停窑时间,点火时间\n丙水泥,1#线,2021年11月15日8时,2022-03-15T08:00\n");

    ck_assert_str_eq(run.told, "");
    ck_assert_msg(strstr(run.understood, "lines (水泥熟料生产线), 1 row: 0 new, 1 known") != NULL, "%s",
                  run.understood);
    run_clear(&run);
}
END_TEST

/* An enterprise under another name: its lines are let pass. */
START_TEST(one_conflict_is_told_once)
{
    Run run = run_of("企业名称,信用代码\n丙新水泥,914403001922038216\n",
                     "企业名称,窑号,窑径,熟料产能（吨/日）\n丙新水泥,1号窑,4,2500\n");

    ck_assert_msg(strstr(run.told, "found \"丙新水泥\", expected \"丙水泥\"") != NULL, "%s", run.told);
    ck_assert_msg(gaz_report_count(run.report) == 1, "%s", run.told);
    run_clear(&run);
}
END_TEST

/* Years 2021 to 2023; what is taken in goes to 2022. */
static Run run_of_year(const char *file, const char *second)
{
    Run run = {.folder = data_folder_copy("tests/model/input/years"),
               .other = g_dir_make_tmp("gazette-test-XXXXXX", NULL),
               .report = gaz_report_new()};
    g_autofree char *into = g_build_filename(run.folder, "2022/", NULL);

    run_import(&run, into, file, second);
    return run;
}

START_TEST(rows_go_to_the_year_that_is_said)
{
    Run run =
        run_of_year("企业名称,信用代码,所在地,是否会员\n丁水泥,,济南市,是\n甲水泥,,济南市,是\n",
                    "企业名称,窑号,窑规格,熟料产能（吨/日）\n甲水泥,一号窑,4.8,5000\n丁水泥,1号窑,4,2500\n");
    g_autofree char *first = NULL, *enterprises = NULL, *lines = NULL, *path = NULL;

    ck_assert_msg(run.written, "%s", run.told);
    first = table_of(&run, "enterprises.csv");
    enterprises = table_of(&run, "2022/enterprises.csv");
    lines = table_of(&run, "2022/lines.csv");
    path = g_build_filename(run.folder, "2022/events.csv", NULL);
    ck_assert(strstr(first, "丁水泥") == NULL); /* an earlier year is left as it is */
    /* Excel takes a file without the mark for one in the encoding of its country */
    ck_assert_str_eq(enterprises, "\xEF\xBB\xBF"
                                  "id,name_zh,city,member\nE3,丁水泥,370100,yes\n");
    ck_assert_msg(g_str_has_suffix(lines, "\nL4,E1,二号窑,Kiln 2,5,6000,186,under-construction,ordinary,no,\n"
                                          "L5,E3,1号窑,,4,2500,,,,,\n"),
                  "%s", lines);
    ck_assert(!g_file_test(path, G_FILE_TEST_EXISTS));
    run_clear(&run);
}
END_TEST

/* What an earlier year says differently is a change, which has a table of its own. */
START_TEST(an_earlier_year_is_never_edited)
{
    Run run = run_of_year("企业名称,窑号,窑规格,窑长\n甲水泥,一号窑,4.9,72\n", NULL);

    ck_assert_msg(strstr(run.told,
                         "甲市.csv:2:9: error: kiln_diameter_m: two lists say different things of the same: "
                         "found \"4.9\", expected \"4.8\", as lines.csv:2:18 says: what has changed since is "
                         "a row of changes.csv (import-conflict)") != NULL,
                  "%s", run.told);
    ck_assert_msg(strstr(run.told, "expected nothing, as lines.csv:2:1 says") != NULL, "%s", run.told);
    ck_assert(!run.written);
    run_clear(&run);
}
END_TEST

START_TEST(of_several_years_one_has_to_be_said)
{
    static const struct {
        const char *into, *told;
    } refused[] = {{"", "holds several years: say which one is added to, such as "},
                   {"2024", "2024 is no year of "}};
    char *folder = data_folder_copy("tests/model/input/years");
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *into = g_build_filename(folder, refused[_i].into, NULL);
    g_autoptr(GError) error = NULL;

    ck_assert_ptr_null(gaz_import_new(into, "data/rules", report, &error));
    ck_assert_ptr_nonnull(error);
    ck_assert_msg(strstr(error->message, refused[_i].told) != NULL, "%s", error->message);
    data_folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("import");
    TCase *tests = tcase_create("import");

    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, new_rows_are_added);
    tcase_add_test(tests, what_is_known_is_not_added_again);
    tcase_add_test(tests, a_credit_code_is_known_however_it_is_typed);
    tcase_add_test(tests, a_file_named_in_capitals_is_what_it_is);
    tcase_add_test(tests, what_one_lacks_the_other_gives);
    tcase_add_test(tests, a_conflict_names_both_places);
    tcase_add_test(tests, a_faulty_table_is_left_alone);
    tcase_add_test(tests, a_table_that_cannot_be_written_keeps_the_others_as_they_are);
    tcase_add_test(tests, the_same_in_other_words_is_no_conflict);
    tcase_add_test(tests, one_conflict_is_told_once);
    tcase_add_test(tests, rows_go_to_the_year_that_is_said);
    tcase_add_test(tests, an_earlier_year_is_never_edited);
    tcase_add_loop_test(tests, of_several_years_one_has_to_be_said, 0, 2);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
