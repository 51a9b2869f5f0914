/* test_years.c - what is carried from year to year: the ledger's balance, whose a line was and when it ran,
 * what changed in the list, and the versions of a notice. */
#include "../support/build_data.h"
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "check/list_changes.h"
#include "check/years.h"
#include <check.h>
#include <string.h>

#define AS_OF "2023-06-30"

static GazReport *report;
static GazData *data;
static GazYears *years;

static void set_up(void)
{
    report = gaz_report_new();
    data = gaz_data_read("tests/model/input/years", "data/rules", report, NULL);
    ck_assert_ptr_nonnull(data);
    years = gaz_years_new(data);
}

static void tear_down(void)
{
    gaz_years_free(years);
    gaz_data_free(data);
    gaz_report_free(report);
}

static const GazAssessment *assess(int year, const char *as_of)
{
    GazViewDay day = {year, data_date(as_of), data_date(as_of), NULL, false, 0};

    return gaz_years_assess(years, &day, data_date(as_of));
}

static const GazAccount *account(const GazAssessment *assessment, const char *line)
{
    return gaz_assessment_account(assessment, gaz_data_lookup(assessment->data, "lines", line));
}

static const struct {
    int year;
    GazDecimal brought_owed, owed, made_up, left_owed, overdue; /* [d], whole */
    GazDecimal brought_earned, earned, used, left_earned;
    const char *due;
} balances[] = {
    {2021, 0, 10, 0, 10, 0, 0, 5, 0, 5, NULL},
    {2022, 10, 20, 15, 15, 0, 5, 0, 5, 0, "2022-12-31"},
    {2023, 15, 0, 5, 10, 10, 0, 0, 0, 0, "2022-12-31"},
};

/* The oldest debt is paid first; of days earned no more than the cap, and only beyond the annual least. */
START_TEST(the_balance_is_brought_forward)
{
    const GazBalance *balance = &account(assess(balances[_i].year, AS_OF), "L1")->balance;

    ck_assert_int_eq(balance->brought_owed, balances[_i].brought_owed * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->owed, balances[_i].owed * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->made_up, balances[_i].made_up * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->left_owed, balances[_i].left_owed * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->overdue, balances[_i].overdue * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->brought_earned, balances[_i].brought_earned * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->earned, balances[_i].earned * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->used, balances[_i].used * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->left_earned, balances[_i].left_earned * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(balance->due, balances[_i].due == NULL ? GAZ_NO_DATE : data_date(balances[_i].due));
}
END_TEST

/* 15 days of make-up stops pay the 10 owed since the year before: 5 are left for the windows of the year. */
START_TEST(days_that_pay_an_earlier_debt_count_once)
{
    const GazAccount *of = account(assess(2022, AS_OF), "L1");

    ck_assert_int_eq(of->balance.brought_owed, 10 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(of->days_verified, 5 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(of->days_short, of->days_required - of->days_verified);
}
END_TEST

/* Two stoppages of 2022 that the folder of 2023 brings: one verified in February, one that went on over the
 * year's end. */
static const char *const late = "id,line,start,end,why,verified_by_zh,verified_by_en,verified_on\n"
                                "S3,L1,2023-01-10,2023-01-14,make-up,局,Bureau,\n"
                                "S4,L1,2022-06-01,2022-06-10,make-up,局,Bureau,2023-02-20\n"
                                "S5,L1,2022-12-25,2023-01-05,make-up,局,Bureau,\n";

static const struct {
    int year, seen_from;
    const char *as_of;
    GazDecimal made_up, brought_owed; /* [d], whole */
    unsigned stops;
} lates[] = {
    {2022, 2022, AS_OF, 15, 10, 1},        /* a notice of 2022 is as it was */
    {2022, 2023, AS_OF, 25, 10, 3},        /* 10 days more; none of December, when the line was to stop */
    {2023, 2023, AS_OF, 5, 5, 2},          /* of 10 days in January: no more are owed */
    {2022, 2023, "2023-02-19", 15, 10, 2}, /* the first isn't verified yet */
    {2023, 2023, "2023-02-19", 10, 15, 2},
};

/* The folder with these stoppages in that of 2023. Yours: gaz_data_free(). */
static GazData *read_with(const char *stoppages, GazReport *own)
{
    char *folder = data_folder_copy("tests/model/input/years");
    GazData *all;

    data_folder_write(folder, "2023/stoppages.csv", stoppages, -1);
    all = gaz_data_read(folder, "data/rules", own, NULL);
    data_folder_remove(folder);
    ck_assert_ptr_nonnull(all);
    return all;
}

START_TEST(what_a_later_folder_records_counts_in_its_year)
{
    GazReport *own = gaz_report_new();
    GazData *all = read_with(late, own);
    GazYears *each = gaz_years_new(all);
    GazDate as_of = data_date(lates[_i].as_of);
    GazViewDay day = {lates[_i].seen_from, as_of, as_of, NULL, false, 0};
    const GazAssessment *seen = gaz_years_assess(each, &day, as_of);
    const GazAccount *of;

    ck_assert_uint_eq(gaz_report_count(own), 0);
    while (seen->data->publication->year > lates[_i].year)
        seen = seen->previous;
    of = account(seen, "L1");
    ck_assert_int_eq(of->balance.made_up, lates[_i].made_up * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(of->balance.brought_owed, lates[_i].brought_owed * GAZ_DECIMAL_ONE);
    ck_assert_uint_eq(of->stops->len, lates[_i].stops);
    gaz_years_free(each);
    gaz_data_free(all);
    gaz_report_free(own);
}
END_TEST

static const struct {
    const char *row; /* added */
    unsigned undated, twice;
} late_rows[] = {
    {"", 0, 0},
    {"S6,L1,2022-07-01,2022-07-10,make-up,局,Bureau,\n", 1, 0},
    {"S6,L1,2022-06-01,2022-06-10,make-up,局,Bureau,2023-03-01\n", 0, 1},
    {"S6,L1,2022-05-01,2022-05-15,make-up,局,Bureau,2023-03-01\n", 0, 1}, /* S2 of 2022 again */
    {"S6,L1,2022-12-25,2023-01-05,make-up,县局,County,\n", 0, 1},         /* in both years, told once */
};

START_TEST(what_is_recorded_late_has_its_day_and_stands_once)
{
    GazReport *own = gaz_report_new();
    g_autofree char *rows = g_strconcat(late, late_rows[_i].row, NULL);
    GazData *all = read_with(rows, own);
    GazYears *each = gaz_years_new(all);
    GazViewDay day = {2023, data_date(AS_OF), data_date(AS_OF), NULL, false, 0};
    unsigned undated = 0, twice = 0;

    for (const GazAssessment *year = gaz_years_assess(each, &day, data_date(AS_OF)); year != NULL;
         year = year->previous)
        gaz_check(year, own);
    for (unsigned i = 0; i < gaz_report_count(own); i++) {
        undated += strcmp(gaz_report_get(own, i)->kind->id, "stoppage-undated") == 0;
        twice += strcmp(gaz_report_get(own, i)->kind->id, "stoppage-duplicate") == 0;
    }
    ck_assert_uint_eq(undated, late_rows[_i].undated);
    ck_assert_uint_eq(twice, late_rows[_i].twice);
    gaz_years_free(each);
    gaz_data_free(all);
    gaz_report_free(own);
}
END_TEST

START_TEST(each_year_knows_the_one_before)
{
    const GazAssessment *last = assess(2023, AS_OF);

    ck_assert_int_eq(last->previous->data->publication->year, 2022);
    ck_assert_int_eq(last->previous->previous->data->publication->year, 2021);
    ck_assert_ptr_null(last->previous->previous->previous);
    ck_assert_ptr_eq(assess(2023, AS_OF), last);
    ck_assert_ptr_eq(assess(2022, AS_OF), last->previous);
}
END_TEST

START_TEST(what_is_wanted_is_kept_with_the_years_before_it)
{
    const GazAssessment *wanted = assess(2023, AS_OF);

    assess(2023, "2021-12-31");
    gaz_years_keep(years, wanted);
    ck_assert_ptr_eq(assess(2023, AS_OF), wanted);
    ck_assert_ptr_eq(assess(2022, AS_OF), wanted->previous);
    ck_assert_int_eq(account(wanted->previous, "L1")->balance.left_owed, 15 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(assess(2023, "2021-12-31")->as_of, data_date("2021-12-31")); /* anew */
}
END_TEST

static const GazWindow *window_of(const GazAccount *of, const char *plan)
{
    for (unsigned i = 0; i < of->windows->len; i++)
        if (strcmp(g_array_index(of->windows, GazWindow, i).plan->record.id, plan) == 0)
            return &g_array_index(of->windows, GazWindow, i);
    return NULL;
}

/* L2 was E2's until August 2022, and E1's from then on: a row reaches whose it was when the row began. */
START_TEST(a_row_reaches_whose_line_it_was)
{
    const GazAssessment *second = assess(2022, AS_OF);

    ck_assert_ptr_nonnull(window_of(account(second, "L2"), "P3"));
    ck_assert_ptr_null(window_of(account(second, "L1"), "P3"));
    ck_assert_ptr_nonnull(window_of(account(second, "L3"), "P4"));
}
END_TEST

/* L2 stood still by leave from September 2022 to February 2023: no window reaches it then. */
START_TEST(a_line_owes_nothing_while_suspended)
{
    const GazAssessment *last = assess(2023, AS_OF);
    const GazAccount *second = account(last->previous, "L2");

    ck_assert_ptr_null(window_of(second, "P4"));
    ck_assert_ptr_null(window_of(account(last, "L2"), "P3")); /* of the year before */
    ck_assert(!second->whole_year);
    ck_assert_int_eq(second->days_required, (74 + 10) * GAZ_DECIMAL_ONE);
    ck_assert(account(last->previous, "L1")->whole_year);
}
END_TEST

static const struct {
    GazListChangeKind kind;
    const char *change, *enterprise, *line, *before;
} listed[] = {
    {GAZ_LIST_ADDED, NULL, "E1", "L4", NULL},       {GAZ_LIST_REMOVED, "H7", "E1", "L3", NULL},
    {GAZ_LIST_CHANGED, "H1", "E1", NULL, "甲水泥"}, {GAZ_LIST_CHANGED, "H2", "E1", "L1", NULL},
    {GAZ_LIST_CHANGED, "H3", "E2", NULL, NULL},     {GAZ_LIST_CHANGED, "H4", "E1", "L2", NULL},
    {GAZ_LIST_CHANGED, "H5", "E1", "L2", NULL},     {GAZ_LIST_CHANGED, "H6", "E1", "L4", NULL},
};

START_TEST(a_list_says_what_changed)
{
    const GazAssessment *last = assess(2023, "2023-06-01");
    const GazNotice *list = gaz_publication_notice(last->data->publication, "list-2023");
    GArray *changes = gaz_list_changes(last, list);

    ck_assert_str_eq(gaz_list_before(last, list)->id, "list-2021");
    ck_assert_uint_eq(changes->len, G_N_ELEMENTS(listed));
    for (unsigned i = 0; i < changes->len; i++) {
        const GazListChange *change = &g_array_index(changes, GazListChange, i);

        ck_assert_int_eq(change->kind, listed[i].kind);
        ck_assert_str_eq(change->enterprise->record.id, listed[i].enterprise);
        ck_assert_int_eq(change->change == NULL, listed[i].change == NULL);
        if (listed[i].change != NULL)
            ck_assert_str_eq(change->change->record.id, listed[i].change);
        ck_assert_int_eq(change->line == NULL, listed[i].line == NULL);
        if (listed[i].line != NULL)
            ck_assert_str_eq(change->line->record.id, listed[i].line);
        if (listed[i].before != NULL)
            ck_assert_str_eq(change->name_before.in[GAZ_ZH], listed[i].before);
    }
    g_array_unref(changes);
}
END_TEST

START_TEST(the_first_list_has_none_before)
{
    const GazAssessment *first = assess(2021, "2021-03-01");
    const GazNotice *list = gaz_publication_notice(first->data->publication, "list-2021");
    GArray *changes = gaz_list_changes(first, list);

    ck_assert_ptr_null(gaz_list_before(first, list));
    ck_assert_uint_eq(changes->len, 0);
    g_array_unref(changes);
}
END_TEST

static const struct {
    unsigned version;
    const char *by; /* the amendment that makes it */
    GazDecimal days_short;
} versions[] = {{1, NULL, 18500}, {2, "correction-1", 18000}, {3, "correction-2", 17500}};

/* Each version is the notice on its own day, with its corrections up to that version. */
START_TEST(a_notice_has_a_version_for_each_correction)
{
    const GazNotice *exposure = gaz_publication_notice(data->publication, "exposure");
    GPtrArray *amendments = gaz_notice_amendments(data, exposure, data_date(AS_OF));
    GazViewDay day = gaz_version_day(exposure, amendments, versions[_i].version);
    const GazAssessment *seen = gaz_years_assess(years, &day, exposure->date);
    const GazFinding *finding = gaz_data_lookup(seen->data, "findings", "F1");

    ck_assert_uint_eq(amendments->len, 2);
    if (versions[_i].by != NULL)
        ck_assert_str_eq(((const GazNotice *)amendments->pdata[versions[_i].version - 2])->id,
                         versions[_i].by);
    ck_assert_int_eq(finding->days_short, versions[_i].days_short);
    ck_assert_str_eq(finding->line->enterprise->name.in[GAZ_EN], "Jia");
    ck_assert_int_eq(seen->as_of, exposure->date);
    g_ptr_array_unref(amendments);
}
END_TEST

START_TEST(later_corrections_are_not_yet_made)
{
    const GazNotice *exposure = gaz_publication_notice(data->publication, "exposure");
    GPtrArray *amendments = gaz_notice_amendments(data, exposure, data_date("2022-05-10"));

    ck_assert_uint_eq(amendments->len, 1);
    g_ptr_array_unref(amendments);
}
END_TEST

START_TEST(a_finding_knows_its_objections_and_restriction)
{
    const GazAssessment *last = assess(2023, AS_OF), *before = assess(2023, "2022-01-15");
    const GazFindingState *state =
        gaz_assessment_finding(last, gaz_data_lookup(last->data, "findings", "F1"));
    const GazFindingState *then =
        gaz_assessment_finding(before, gaz_data_lookup(before->data, "findings", "F1"));

    ck_assert_uint_eq(state->objections->len, 2);
    ck_assert_str_eq(((const GazObjection *)state->objections->pdata[1])->record.id, "O3");
    ck_assert_ptr_null(state->upheld);
    ck_assert_str_eq(state->restriction->record.id, "R1");
    ck_assert_str_eq(state->exposed_by->id, "exposure");
    ck_assert_ptr_eq(state->exposure, state->exposed_by);
    ck_assert_uint_eq(then->objections->len, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("years");
    TCase *tests = tcase_create("carried");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, the_balance_is_brought_forward, 0, G_N_ELEMENTS(balances));
    tcase_add_test(tests, days_that_pay_an_earlier_debt_count_once);
    tcase_add_loop_test(tests, what_a_later_folder_records_counts_in_its_year, 0, G_N_ELEMENTS(lates));
    tcase_add_loop_test(tests, what_is_recorded_late_has_its_day_and_stands_once, 0, G_N_ELEMENTS(late_rows));
    tcase_add_test(tests, each_year_knows_the_one_before);
    tcase_add_test(tests, what_is_wanted_is_kept_with_the_years_before_it);
    tcase_add_test(tests, a_row_reaches_whose_line_it_was);
    tcase_add_test(tests, a_line_owes_nothing_while_suspended);
    tcase_add_test(tests, a_list_says_what_changed);
    tcase_add_test(tests, the_first_list_has_none_before);
    tcase_add_loop_test(tests, a_notice_has_a_version_for_each_correction, 0, G_N_ELEMENTS(versions));
    tcase_add_test(tests, later_corrections_are_not_yet_made);
    tcase_add_test(tests, a_finding_knows_its_objections_and_restriction);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
