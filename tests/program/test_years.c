/* test_years.c - data folders that go on: built again as of every day of the past, and over several years. */
#include "../support/suite.h"
#include "running.h"

/* Every notice's day, the day before it, and days in between. */
static const char *const days[] = {
    "2021-01-19", "2021-01-20", "2021-03-04", "2021-05-10", "2021-06-30", "2021-10-14", "2021-12-10",
    "2021-12-31", "2022-01-01", "2022-03-09", "2022-03-25", "2022-04-30", "2022-05-26", "2022-06-30",
    "2022-12-31", "2023-02-25", "2023-03-10", "2023-06-30", "2023-12-31", "2024-03-08", "2024-04-30"};

START_TEST(a_past_day_has_no_faults_of_later_ones)
{
    g_autofree char *as_of = g_strconcat("--as-of=", days[_i], NULL);
    g_auto(Run) checked = run("check", "data/shandong-2021", as_of, NULL);

    ck_assert_msg(checked.status == 0, "%s: %s", days[_i], checked.out);
}
END_TEST

/* Days of a year that isn't over are still open, to the fraction. */
START_TEST(a_day_within_the_year_can_be_published)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *output = g_build_filename(folder, "out", NULL), *catalog = NULL;
    g_auto(Run) built =
        run("build", "data/shandong-2021", "--draft", "-o", output, "--as-of=2021-10-31", NULL);

    ck_assert_msg(built.status == 0, "%s", built.err);
    catalog = text_of(output, "site/data/catalog.jsonld");
    ck_assert(strstr(catalog, "\"temporalCoverage\": \"2021\"") != NULL);
    folder_remove(folder);
    g_free(folder);
}
END_TEST

/* Each changes the sample years in one place, which must be told alone. */
static const struct {
    const char *name, *script, *told;
    unsigned
        further; /* what is true besides: references to what is gone, a correction that changes nothing */
} faults[] = {
    {"a debt that the finding excused",
     "sed -i 's/^F-2023-01,L-043-1,2023,breach\\(.*\\),21,/F-2023-01,L-044-1,2023,breach\\1,,/' "
     "2023/findings.csv",
     "2022/ledger.csv:9:22: error: days: days owed were not made up when due",
     3}, /* found on a line with other windows, of another enterprise than was called in */
    {"a line under a new id",
     "sed '1,2!d; s/^# .*/#/' 2022/lines.csv > 2023/lines.csv; "
     "echo 'L-900-1,E-011,1号窑,Kiln No. 1,4.8,72,4000,124,2011-09-09,suspended,ordinary,no,,,' >> "
     "2023/lines.csv",
     "2023/lines.csv:3:1: error: id: the line has had another id since an earlier year", 0},
    {"a year missing in the middle", "mv 2023 2024", "2024: error: a year is missing before this one", 0},
    {"what a correction says it was", "sed -i 's/,fine_yuan,50000,/,fine_yuan,60000,/' 2022/corrections.csv",
     "2022/corrections.csv:3:57: error: was: not what stands in the cell", 0},
    {"a restriction lifted before it began", "sed -i 's/,2023-02-15,/,2021-03-04,/' 2022/restrictions.csv",
     "2022/restrictions.csv:3:45: error: lifted_on: earlier than what it follows", 0},
    {"two corrections of one notice on one day",
     "sed -i 's/date=\"2022-07-08\" corrects/date=\"2022-05-27\" corrects/; "
     "s/printed-on=\"2022-07-08\"/printed-on=\"2022-05-27\"/' "
     "2022/publication.xml",
     "error: corrects: the notice is amended twice on one day", 1},
    {"the day of a notice that others are about",
     "sed -i '/id=\"exposure-2022-01\"/s/2022-01-14/2022-13-14/' publication.xml",
     "publication.xml:254:49: error: date: not a date", 0},
    {"the day of a draft that a plan follows",
     "sed -i '/id=\"plan-draft-2021\"/s/2021-09/2021-19/' publication.xml",
     "publication.xml:202:50: error: date: not a date", 0},
    {"a day of a draft's comments",
     "sed -i 's/comment from=\"2021-05-10\"/comment from=\"2021-05-32\"/' publication.xml",
     "publication.xml:179:14: error: from: not a date", 0},
    {"the draft that a plan follows",
     "sed -i 's/follows=\"plan-draft-2021\"/follows=\"plan-draft-20\"/' publication.xml",
     "publication.xml:211:78: error: follows: no notice of the publication has this id", 0},
    {"a row of a finding's story", "sed -i '30s/^[^,]*/?/' events.csv",
     "events.csv:30:1: error: finding: ", 0},
    {"a finding that is corrected", "sed -i '/^F-2021-05,/s/breach/breech/' findings.csv",
     "error: result: no code of the list", 0},
    {"a line that is corrected", "sed -i '/^L-024-1,/s/operating/operatng/' lines.csv",
     "error: status: no code of the list", 0},
    {"a change of a line", "sed -i '7s/^[^,]*/a b/' 2022/changes.csv",
     "2022/changes.csv:7:1: error: id: ", 0},
    {"a change that excuses a line", "sed -i '6s/^[^,]*/a b/' 2023/changes.csv",
     "2023/changes.csv:6:1: error: id: ", 0},
    {"a task that a later year doesn't vote on", "sed -i '/^T-22-04,/d' 2022/tasks.csv",
     "line L-027-1 let off in the season heating-2022", 0},
    {"a year without its list between two that have theirs",
     "sed -i '/id=\"line-list-2023\"/,/<\\/notice>/d' 2022/publication.xml",
     "2023/publication.xml:67:3: error: year: no line list announced for the year: found \"2024 after "
     "2022\"",
     0},
    {"a name that another enterprise has already",
     "sed -i '3s/烟台曦岩绿色建材/泰安岱砺水泥/' 2022/changes.csv",
     "enterprises.csv:42:7: error: name_zh: another enterprise has this name", 0},
    {"a finding lost that a notice names", "sed -i '/^F-2022-01,/d' 2022/findings.csv",
     "2022/publication.xml:87:14: error: ref: no record has this id", 6},
};

static unsigned count_faults(const char *told)
{
    unsigned count = 0;

    while ((told = strstr(told, ": error: ")) != NULL) {
        told++;
        count++;
    }
    return count;
}

START_TEST(a_fault_of_the_years_is_told_at_its_place)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *script =
        g_strdup_printf("cp -r data/shandong-2021 \"$1/data\" && (cd \"$1/data\" && %s) && "
                        "\"$gazette\" check \"$1/data\" --as-of=2024-04-30",
                        faults[_i].script);
    g_auto(Run) checked = run_shell(script, folder);

    ck_assert_msg(checked.status == 1, "%s: %d %s", faults[_i].name, checked.status, checked.err);
    ck_assert_msg(strstr(checked.out, faults[_i].told) != NULL ||
                      strstr(checked.err, faults[_i].told) != NULL,
                  "%s: %s%s", faults[_i].name, checked.out, checked.err);
    ck_assert_msg(count_faults(checked.out) == 1 + faults[_i].further, "%s: not told alone: %s",
                  faults[_i].name, checked.out);
    folder_remove(folder);
    g_free(folder);
}
END_TEST

/* Runs a script in a folder of its own, which it is given, and sees that all of it was done. */
static Run do_all(const char *script)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    Run run = run_shell(script, folder);

    ck_assert_msg(run.status == 0, "%s", run.err);
    folder_remove(folder);
    g_free(folder);
    return run;
}

START_TEST(corrected_numbers_are_written_as_elsewhere)
{
    static const char *const script =
        "\"$gazette\" build data/shandong-2021 --as-of=2024-04-30 -q -o \"$1/out\" && "
        "grep -q '<del>50,000</del>.*<ins>30,000</ins>' \"$1/out/site/corrections.html\" && "
        "grep -q '<del>99.2</del>' \"$1/out/site/corrections.html\" && "
        "grep -q '\"temporalCoverage\": \"2021/2023\"' \"$1/out/site/data/catalog.jsonld\""; /* rows of all
                                                                                                years */
    g_auto(Run) built = do_all(script);

    ck_assert_int_eq(built.status, 0);
}
END_TEST

/* What the folder of 2023 records of 2022 is shown with its day, changes no notice announced before it, and
 * counts from then on; were it known before the summary of 2023, that would have said so. */
START_TEST(a_stoppage_recorded_late_changes_nothing_announced)
{
    static const char *const script =
        "cp -r data/shandong-2021 \"$1/data\" && "
        "\"$gazette\" build \"$1/data\" --as-of=2024-04-30 -q -o \"$1/out\" && cd \"$1\" && "
        "sed -i '/^id,/s/$/,verified_on/; /^S-/s/$/,/' data/2023/stoppages.csv && "
        "echo 'S-9,L-001-1,2022-05-01,2022-05-10,make-up,某局,Bureau,,,2024-04-10' >> "
        "data/2023/stoppages.csv && "
        "\"$gazette\" build data --as-of=2024-04-30 -q -o out && "
        "grep -q '某局（2024年4月10日核实）' out/site/lines/L-001-1.html && "
        "sed -i '$s/2024-04-10/2024-02-10/' data/2023/stoppages.csv && "
        "! \"$gazette\" build data --as-of=2024-04-30 -q -o out";
    g_auto(Run) built = do_all(script);

    ck_assert_ptr_nonnull(strstr(built.err, "announced-changed"));
}
END_TEST

/* The line was found running under its seller, and is exposed when it is its buyer's. */
START_TEST(a_notice_of_a_breach_names_the_seller)
{
    static const char *const script =
        "cp -r data/shandong-2021 \"$1/data\" && cd \"$1/data\" && "
        "echo 'F-2022-90,L-006-2,2022,breach,停窑,Stop,,official,,,,,' >> 2022/findings.csv && "
        "echo 'F-2022-90,2022-12-01 10:00,found-running,某局,Bureau,现场,On site,' >> 2022/events.csv && "
        "sed -i '/id=\"exposure-2024-01\"/,/<\\/notice>/s/F-2023-01/F-2022-90/' 2023/publication.xml && "
        "\"$gazette\" compose . exposure-2024-01 --as-of=2024-04-30 > tree.xml; "
        "grep -q 青岛澄砾水泥有限公司 tree.xml && ! grep -q 青岛琅矶建材有限公司 tree.xml";
    g_auto(Run) composed = do_all(script);

    ck_assert_ptr_nonnull(composed.out);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("years");
    TCase *tests = tcase_create("past days");

    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, a_day_within_the_year_can_be_published);
    tcase_add_test(tests, corrected_numbers_are_written_as_elsewhere);
    tcase_add_test(tests, a_stoppage_recorded_late_changes_nothing_announced);
    tcase_add_test(tests, a_notice_of_a_breach_names_the_seller);
    tcase_add_loop_test(tests, a_past_day_has_no_faults_of_later_ones, 0, G_N_ELEMENTS(days));
    tcase_add_loop_test(tests, a_fault_of_the_years_is_told_at_its_place, 0, G_N_ELEMENTS(faults));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
