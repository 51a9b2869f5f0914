/* test_practice.c - the plans of data/practice, made from real ones: each folder checks without a fault, and
 * its days are those that were published. */
#include "../support/data_view.h"
#include "../support/suite.h"
#include "check/check.h"

#include <check.h>

static const char practice[] = "data/practice";
static const char as_printed[] = "tests/practice/input";

typedef struct {
    GazReport *report;
    DataView view;
    const GazData *data;
    GazAssessment *assessment;
} Folder;

static Folder folder_open_at(const char *parent, const char *name, GazDate as_of)
{
    g_autofree char *path = g_build_filename(parent, name, NULL);
    Folder folder = {.report = gaz_report_new()};
    GError *error = NULL;

    folder.view = data_view_open(path, as_of, folder.report, &error);
    folder.data = folder.view.data;
    ck_assert_msg(error == NULL, "%s: %s", name, error == NULL ? "" : error->message);
    ck_assert_ptr_nonnull(folder.data);
    folder.assessment = gaz_assessment_new(folder.data, as_of);
    gaz_check(folder.assessment, folder.report);
    return folder;
}

/* Read and checked when whatever these plans say is over. */
static Folder folder_open(const char *parent, const char *name)
{
    return folder_open_at(parent, name, gaz_date_make(2027, 1, 1));
}

static void folder_close(Folder *folder)
{
    gaz_assessment_free(folder->assessment);
    data_view_close(&folder->view);
    gaz_report_free(folder->report);
}

static void assert_days(const char *what, const char *name, GazDecimal got, GazDecimal published)
{
    char shown[2][32];

    ck_assert_msg(got == published, "%s, %s: counted %s days, published %s", name, what,
                  gaz_decimal_write(got, false, shown[0]), gaz_decimal_write(published, false, shown[1]));
}

#define DAYS(days) ((GazDecimal)((days)*GAZ_DECIMAL_ONE))

/* One window or quota each, as the plan prints it. */
static const struct {
    const char *folder, *row;
    GazDecimal days;
} rows[] = {
    {"gansu-2016", "P-1", DAYS(90)},           {"guizhou-2019", "P-11", DAYS(30)},
    {"guizhou-2019", "P-21", DAYS(30)},        {"guizhou-2021", "P-1", DAYS(40)},
    {"guizhou-2021", "P-2", DAYS(30)},         {"guizhou-2021", "P-3", DAYS(40)},
    {"hebei-2018", "P-1", DAYS(10)},           {"heilongjiang-2024-07", "P-1", DAYS(15)},
    {"inner-mongolia-2017", "P-1", DAYS(121)}, {"jilin-2024-07", "P-1", DAYS(15)},
    {"jilin-2026", "P-01", DAYS(90)},          {"jilin-2026", "P-02", DAYS(61)},
    {"jilin-2026", "P-03", DAYS(15)},          {"jincheng-2021", "P-1", DAYS(10)},
    {"jincheng-2021", "P-2", DAYS(121)},       {"liaoning-2024-07", "P-1", DAYS(15)},
    {"quxian-2020", "P-1", DAYS(50)},          {"shandong-2025", "P-1", DAYS(20)},
    {"shanxi-2018", "P-11", DAYS(20)},         {"shanxi-2018", "P-21", DAYS(20)},
    {"shanxi-2018", "P-31", DAYS(20)},         {"xinjiang-2023", "P-11", DAYS(167)},
    {"xinjiang-2023", "P-31", DAYS(136)},      {"xinjiang-2024", "P-11", DAYS(181)},
    {"xinjiang-2024", "P-43", DAYS(15)},       {"xinjiang-2024", "P-53", DAYS(46)},
    {"xinxiang-2020", "P-09", DAYS(44.5)},     {"zibo-2017", "P-01", DAYS(121)},
};

START_TEST(a_row_has_the_days_published)
{
    Folder folder = folder_open(practice, rows[_i].folder);
    const GazPlan *plan = gaz_data_lookup(folder.data, "plan", rows[_i].row);

    ck_assert_msg(plan != NULL, "%s: no row %s", rows[_i].folder, rows[_i].row);
    assert_days(rows[_i].row, rows[_i].folder, gaz_plan_days(folder.data, plan), rows[_i].days);
    folder_close(&folder);
}
END_TEST

/* What reaches one line of a season: all its windows and quotas, adjustments applied. */
static const struct {
    const char *folder, *season, *line;
    GazDecimal days;
} seasons[] = {
    {"guizhou-2021", "year-2021", "L-01-1", DAYS(110)},
    {"inner-mongolia-2017", "heating-2017", "L-01-1", DAYS(121)},
    {"inner-mongolia-2017", "heating-2017", "L-04-1", DAYS(121)}, /* all of it made up */
    {"inner-mongolia-2017", "heating-2017", "L-05-1", DAYS(151)}, /* five months */
    {"jilin-2026", "heating-2026", "L-01-1", DAYS(151)},
    {"jilin-2026", "monthly-2026", "L-01-1", DAYS(105)},
    {"jincheng-2021", "heating-2021", "L-01-1", DAYS(131)},
    {"shandong-2025", "flood-2025", "L-02-1", DAYS(20)}, /* special cement takes part */
    {"shandong-2025", "flood-2025", "L-03-1", DAYS(0)},  /* a chemical works doesn't */
    {"shanxi-2018", "summer-2018", "L-01-1", DAYS(20)},
    {"shanxi-2018", "summer-2018", "L-01-2", DAYS(20)}, /* moved as a whole */
    {"shanxi-2018", "summer-2018", "L-02-1", DAYS(20)}, /* moved in part */
    {"shanxi-2018", "summer-2018", "L-03-2", DAYS(20)},
    {"xinjiang-2023", "year-2023", "L-01-1", DAYS(228)},
    {"xinjiang-2023", "year-2023", "L-03-1", DAYS(198)},
    {"xinjiang-2024", "year-2024", "L-01-1", DAYS(211)},
    {"xinjiang-2024", "year-2024", "L-04-1", DAYS(211)},
    {"xinjiang-2024", "year-2024", "L-05-1", DAYS(211)},
    {"zibo-2017", "heating-2017", "L-03-1", DAYS(121)},
    {"zibo-2017", "heating-2017", "L-03-2", DAYS(121)},
};

START_TEST(a_line_has_the_days_published)
{
    Folder folder = folder_open(practice, seasons[_i].folder);
    const GazSeason *season = gaz_publication_season(folder.data->publication, seasons[_i].season);
    const GazLine *line = gaz_data_lookup(folder.data, "lines", seasons[_i].line);
    g_autoptr(GArray) windows =
        gaz_assessment_windows(folder.assessment, line, season, GAZ_PLAN_FINAL, folder.assessment->as_of);

    assert_days(seasons[_i].line, seasons[_i].folder, gaz_windows_days(folder.data, windows),
                seasons[_i].days);
    folder_close(&folder);
}
END_TEST

/* The account of the publication's year. */
static const struct {
    const char *folder, *line;
    GazDecimal planned, owed, earned;
} accounts[] = {
    {"guizhou-2021", "L-02-1", DAYS(110), 0, 0},
    {"jilin-2026", "L-02-1", DAYS(256), 0, 0},
    {"shandong-2025", "L-01-2", DAYS(20), 0, DAYS(5)}, /* seven earned, five usable */
    {"xinxiang-2020", "L-01-6", DAYS(17), DAYS(17), 0},
    {"xinxiang-2020", "L-06-1", DAYS(44.5), DAYS(44.5), 0},
};

START_TEST(an_account_has_the_days_published)
{
    Folder folder = folder_open(practice, accounts[_i].folder);
    const GazLine *line = gaz_data_lookup(folder.data, "lines", accounts[_i].line);
    const GazAccount *account = gaz_assessment_account(folder.assessment, line);

    assert_days("planned", accounts[_i].folder, account->days_planned, accounts[_i].planned);
    assert_days("owed", accounts[_i].folder, account->days_owed, accounts[_i].owed);
    assert_days("earned", accounts[_i].folder, account->days_earned, accounts[_i].earned);
    folder_close(&folder);
}
END_TEST

/* The city's bureau gave each enterprise a sum over its kilns. */
static const struct {
    const char *enterprise;
    GazDecimal days;
} sums[] = {{"E-01", DAYS(95)}, {"E-02", DAYS(18)}, {"E-03", DAYS(31)}, {"E-04", DAYS(22)},
            {"E-05", DAYS(74)}, {"E-06", DAYS(89)}, {"E-07", DAYS(19)}, {"E-08", DAYS(20)}};

START_TEST(kilns_add_up_to_their_enterprise)
{
    Folder folder = folder_open(practice, "xinxiang-2020");
    GazDecimal days = 0;

    for (unsigned i = 0; i < folder.data->lines->len; i++) {
        const GazAccount *account = gaz_assessment_account(folder.assessment, folder.data->lines->pdata[i]);

        if (g_str_equal(account->line->enterprise->record.id, sums[_i].enterprise))
            days += account->days_planned;
    }
    assert_days(sums[_i].enterprise, "xinxiang-2020", days, sums[_i].days);
    folder_close(&folder);
}
END_TEST

static bool has_published_days(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(rows); i++)
        if (g_str_equal(rows[i].folder, name))
            return true;
    return false;
}

START_TEST(every_folder_checks_and_is_counted)
{
    g_autoptr(GDir) folders = g_dir_open(practice, 0, NULL);
    unsigned count = 0;

    ck_assert_ptr_nonnull(folders);
    for (const char *name; (name = g_dir_read_name(folders)) != NULL;) {
        g_autofree char *path = g_build_filename(practice, name, NULL);
        g_autofree char *faults = NULL;
        Folder folder;

        if (!g_file_test(path, G_FILE_TEST_IS_DIR))
            continue;
        ck_assert_msg(has_published_days(name), "%s: no days published to compare with", name);
        folder = folder_open(practice, name);
        faults = gaz_report_to_text(folder.report);
        ck_assert_msg(!gaz_report_has_faults(folder.report), "%s:\n%s", name, faults);
        folder_close(&folder);
        count++;
    }
    ck_assert_uint_ge(count, 12);
}
END_TEST

/* Where a plan as printed breaks a rule, that and nothing else is said. */
static const struct {
    const char *folder, *fault;
} printed[] = {
    {"hebei-2018-miscounted", "declared-days"},
    {"shandong-2021-late-window", "window-short"},
    {"xinjiang-2020-printed-late", "plan-after-start"},
};

START_TEST(a_fault_as_printed_is_named)
{
    Folder folder = folder_open(as_printed, printed[_i].folder);
    g_autofree char *faults = gaz_report_to_text(folder.report);

    ck_assert_msg(gaz_report_has(folder.report, printed[_i].fault), "%s: no %s in\n%s", printed[_i].folder,
                  printed[_i].fault, faults);
    ck_assert_msg(gaz_report_count(folder.report) == 1, "%s:\n%s", printed[_i].folder, faults);
    folder_close(&folder);
}
END_TEST

/* The whole demonstration year, which `make demo` publishes. */
START_TEST(shandong_checks)
{
    Folder folder = folder_open_at("data", "shandong-2021", gaz_date_make(2022, 4, 30));
    g_autofree char *faults = gaz_report_to_text(folder.report);

    ck_assert_msg(!gaz_report_has_faults(folder.report), "%s", faults);
    ck_assert_uint_eq(folder.data->enterprises->len, 60);
    ck_assert_uint_eq(folder.data->lines->len, 90);
    folder_close(&folder);
}
END_TEST

static Suite *practice_suite(void)
{
    Suite *suite = suite_create("practice");
    TCase *tcase = tcase_create("practice");

    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_row_has_the_days_published, 0, G_N_ELEMENTS(rows));
    tcase_add_loop_test(tcase, a_line_has_the_days_published, 0, G_N_ELEMENTS(seasons));
    tcase_add_loop_test(tcase, an_account_has_the_days_published, 0, G_N_ELEMENTS(accounts));
    tcase_add_loop_test(tcase, kilns_add_up_to_their_enterprise, 0, G_N_ELEMENTS(sums));
    tcase_add_test(tcase, every_folder_checks_and_is_counted);
    tcase_add_loop_test(tcase, a_fault_as_printed_is_named, 0, G_N_ELEMENTS(printed));
    tcase_add_test(tcase, shandong_checks);
    suite_add_tcase(suite, tcase);
    return suite;
}

int main(void)
{
    return suite_run(practice_suite());
}
