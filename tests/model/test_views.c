/* test_views.c - the data of one year as they stood on a day. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "model/view.h"
#include <check.h>
#include <string.h>

static GazDate day(const char *text)
{
    GazDate date = GAZ_NO_DATE;

    ck_assert(gaz_date_parse(text, &date));
    return date;
}

static GazData *read_whole(GazReport *report)
{
    GazData *data = gaz_data_read("tests/model/input/whole", "data/rules", report, NULL);

    ck_assert_ptr_nonnull(data);
    return data;
}

/* Every record is copied, and every reference leads to a copy. */
START_TEST(a_view_stands_by_itself)
{
    GazReport *report = gaz_report_new();
    GazData *data = read_whole(report);
    GazViewDay today = {
        .year = 2021, .changes_until = day("2022-04-30"), .corrections_until = day("2022-04-30")};
    GazData *view = gaz_data_view(data, &today);
    const GazLine *line = gaz_data_lookup(view, "lines", "L1");

    ck_assert_ptr_ne(line, gaz_data_lookup(data, "lines", "L1"));
    ck_assert_ptr_eq(line->enterprise, gaz_data_lookup(view, "enterprises", "E1"));
    ck_assert_ptr_eq(line, view->lines->pdata[0]);
    for (unsigned i = 0; i < gaz_table_count; i++) {
        const GPtrArray *all = *(GPtrArray **)((char *)data + gaz_tables[i].list);
        const GPtrArray *seen = *(GPtrArray **)((char *)view + gaz_tables[i].list);

        ck_assert_uint_eq(all->len, seen->len);
    }
    ck_assert_int_eq(view->publication->year, 2021);
    ck_assert_uint_eq(view->publication->notices->len, data->publication->notices->len);
    ck_assert_int_eq(gaz_data_year_on(data, day("2022-04-30")), 2021);
    gaz_data_free(view);
    gaz_data_free(data);
    gaz_report_free(report);
}
END_TEST

/* Faulty changes may merge two enterprises into each other: that is told, and must not be followed for ever.
 */
START_TEST(what_became_of_an_enterprise_is_found)
{
    GazEnterprise last = {0}, next = {.merged_into = &last}, first = {.merged_into = &next};
    GazEnterprise one = {0}, other = {.merged_into = &one}, outside = {.merged_into = &other};
    const GazEnterprise *now;

    ck_assert_ptr_eq(gaz_enterprise_now(&first), &last);
    ck_assert_ptr_eq(gaz_enterprise_now(&last), &last);
    one.merged_into = &other;
    now = gaz_enterprise_now(&outside);
    ck_assert(now == &one || now == &other);
}
END_TEST

START_TEST(days_of_one_state_share_a_view)
{
    GazReport *report = gaz_report_new();
    GazData *data = read_whole(report);
    GazViews *views = gaz_views_new(data);
    GazViewDay one = {
        .year = 2021, .changes_until = day("2021-10-01"), .corrections_until = day("2021-10-01")};
    GazViewDay other = one;

    other.changes_until = day("2021-12-01");
    ck_assert_ptr_eq(gaz_views_get(views, &one), gaz_views_get(views, &other));
    gaz_views_free(views);
    gaz_data_free(data);
    gaz_report_free(report);
}
END_TEST

/* Three years, each view of which is a state of its own. */
static GazReport *report;
static GazData *years;
static GazViews *views;

static void set_up(void)
{
    report = gaz_report_new();
    years = gaz_data_read("tests/model/input/years", "data/rules", report, NULL);
    ck_assert_ptr_nonnull(years);
    views = gaz_views_new(years);
}

static void tear_down(void)
{
    gaz_views_free(views);
    gaz_data_free(years);
    gaz_report_free(report);
}

static const GazData *view(int year, const char *changes, const char *corrections, const char *only)
{
    GazViewDay wanted = {year, day(changes), day(corrections), only, false, 0};

    return gaz_views_get(views, &wanted);
}

START_TEST(later_years_are_left_out)
{
    const GazData *first = view(2021, "2024-01-01", "2024-01-01", NULL);
    const GazData *second = view(2022, "2024-01-01", "2024-01-01", NULL);

    ck_assert_ptr_null(gaz_data_lookup(first, "lines", "L4"));
    ck_assert_ptr_nonnull(gaz_data_lookup(second, "lines", "L4"));
    ck_assert_int_eq(first->publication->year, 2021);
    ck_assert_uint_eq(first->publication->notices->len, 2);
    ck_assert_uint_eq(second->publication->notices->len, 7);
    ck_assert_uint_eq(first->restrictions->len, 0);
    ck_assert_uint_eq(second->restrictions->len, 1);
}
END_TEST

/* The channels of a year stand in place of those before; a year without any keeps them. */
START_TEST(channels_are_replaced)
{
    ck_assert_str_eq(
        ((GazChannel *)view(2021, "2022-01-01", "2022-01-01", NULL)->channels->pdata[0])->record.id, "C1");
    for (int year = 2022; year <= 2023; year++) {
        const GazData *later = view(year, "2022-01-01", "2022-01-01", NULL);

        ck_assert_uint_eq(later->channels->len, 1);
        ck_assert_str_eq(((GazChannel *)later->channels->pdata[0])->record.id, "C2");
    }
}
END_TEST

START_TEST(an_enterprise_has_its_name_of_the_day)
{
    const GazEnterprise *before =
        gaz_data_lookup(view(2022, "2022-05-31", "2022-05-31", NULL), "enterprises", "E1");
    const GazEnterprise *after =
        gaz_data_lookup(view(2022, "2022-06-01", "2022-06-01", NULL), "enterprises", "E1");

    ck_assert_str_eq(before->name.in[GAZ_EN], "Jia");
    ck_assert_str_eq(after->name.in[GAZ_EN], "New Jia");
    ck_assert_str_eq(((const GazEnterprise *)gaz_data_lookup(years, "enterprises", "E1"))->name.in[GAZ_EN],
                     "Jia");
}
END_TEST

START_TEST(a_line_has_its_capacity_of_the_day)
{
    const GazLine *line = gaz_data_lookup(view(2022, "2022-06-15", "2022-06-15", NULL), "lines", "L1");

    ck_assert_int_eq(line->approved_capacity_tpd, 4500000);
    ck_assert_int_eq(line->annual_capacity_10kt, 140000);
    ck_assert_int_eq(line->kiln_diameter_m, 4700);
}
END_TEST

START_TEST(lines_go_with_an_enterprise_merged)
{
    const GazData *merged = view(2023, "2023-12-31", "2023-12-31", NULL);
    const GazEnterprise *one = gaz_data_lookup(merged, "enterprises", "E1");
    const GazEnterprise *other = gaz_data_lookup(merged, "enterprises", "E2");
    const GazLine *line = gaz_data_lookup(merged, "lines", "L2");

    ck_assert_ptr_eq(other->merged_into, one);
    ck_assert_ptr_eq(line->enterprise, one);
    ck_assert_ptr_eq(gaz_line_on(line, day("2022-07-31")).enterprise, other);
    ck_assert_ptr_eq(gaz_line_on(line, day("2022-08-01")).enterprise, one);
}
END_TEST

START_TEST(a_line_remembers_its_states)
{
    static const struct {
        const char *day;
        GazLineStatus status;
    } states[] = {{"2022-08-31", GAZ_LINE_OPERATING},
                  {"2022-09-01", GAZ_LINE_SUSPENDED},
                  {"2023-02-28", GAZ_LINE_SUSPENDED},
                  {"2023-03-01", GAZ_LINE_OPERATING}};
    const GazData *last = view(2023, "2023-12-31", "2023-12-31", NULL);
    const GazLine *line = gaz_data_lookup(last, "lines", "L2"), *new = gaz_data_lookup(last, "lines", "L4");
    const GazLine *old = gaz_data_lookup(last, "lines", "L3");

    for (unsigned i = 0; i < G_N_ELEMENTS(states); i++)
        ck_assert_int_eq(gaz_line_on(line, day(states[i].day)).status, states[i].status);
    ck_assert_int_eq(new->status, GAZ_LINE_OPERATING);
    ck_assert_int_eq(new->commissioned, day("2023-05-01"));
    ck_assert_int_eq(old->status, GAZ_LINE_DISMANTLED);
    ck_assert_ptr_eq(old->replaced_by, new);
    ck_assert_int_eq(gaz_line_on(old, day("2023-04-30")).status, GAZ_LINE_OPERATING);
}
END_TEST

static GazDecimal days_short(const GazData *seen)
{
    return ((const GazFinding *)gaz_data_lookup(seen, "findings", "F1"))->days_short;
}

static const char *name_of(const GazData *seen)
{
    return ((const GazLine *)gaz_data_lookup(seen, "lines", "L2"))->name.in[GAZ_ZH];
}

/* Each version of a notice sees the corrections of its own that were made by then. */
START_TEST(corrections_are_made_from_their_notices_on)
{
    ck_assert_int_eq(days_short(view(2021, "2022-01-10", "2022-05-09", "exposure")), 18500);
    ck_assert_int_eq(days_short(view(2021, "2022-01-10", "2022-05-10", "exposure")), 18000);
    ck_assert_int_eq(days_short(view(2021, "2022-01-10", "2022-07-10", "exposure")), 17500);
    ck_assert_int_eq(days_short(view(2021, "2022-07-15", "2022-07-15", NULL)), 17500);
}
END_TEST

START_TEST(a_version_sees_no_corrections_of_other_notices)
{
    ck_assert_str_eq(name_of(view(2021, "2022-01-10", "2022-12-31", "exposure")), "一号窑");
    ck_assert_str_eq(name_of(view(2021, "2022-01-10", "2022-12-31", "list-2021")), "壹号窑");
    ck_assert_int_eq(days_short(view(2021, "2022-01-10", "2022-12-31", "list-2021")), 18500);
    ck_assert_str_eq(name_of(view(2021, "2022-08-01", "2022-08-01", "exposure")), "壹号窑");
}
END_TEST

/* What is named in notices is the view's. */
START_TEST(notices_are_of_the_view)
{
    const GazData *seen = view(2022, "2022-03-01", "2022-03-01", NULL);
    const GazNotice *exposure = gaz_publication_notice(seen->publication, "exposure");
    const GazNotice *decision = gaz_publication_notice(seen->publication, "decision");

    ck_assert_ptr_eq(exposure->findings->pdata[0], gaz_data_lookup(seen, "findings", "F1"));
    ck_assert_ptr_eq(decision->objections->pdata[0], gaz_data_lookup(seen, "objections", "O1"));
    ck_assert_ptr_eq(gaz_view_notice(seen, gaz_publication_notice(years->publication, "exposure")), exposure);
}
END_TEST

/* Days that see the same share one view: as many views as states, however many days are asked for. */
START_TEST(few_views_are_made)
{
    for (GazDate date = day("2021-01-01"); date < day("2023-12-31"); date++) {
        GazViewDay wanted = {2023, date, date, NULL, false, 0};

        gaz_views_get(views, &wanted);
    }
    ck_assert_uint_eq(gaz_views_count(views), 1 + 4 + 3 + 2);
}
END_TEST

static const GazData *known_on(const char *text)
{
    GazViewDay wanted = {2022, day(text), day(text), NULL, true, 0};

    return gaz_views_get(views, &wanted);
}

/* A past day is seen as it was: what came later is left out, and what went on is known up to that day. */
START_TEST(what_came_later_is_not_known)
{
    const GazData *before = known_on("2021-11-01"), *during = known_on("2021-12-01");

    ck_assert_uint_eq(before->findings->len, 0);
    ck_assert_uint_eq(before->events->len, 0);
    ck_assert_uint_eq(before->interviews->len, 0);
    ck_assert_uint_eq(before->stoppages->len, 0);
    ck_assert_uint_eq(before->objections->len, 0);
    ck_assert_uint_eq(before->publication->notices->len, 1);
    ck_assert_uint_eq(during->findings->len, 1);
    ck_assert_uint_eq(during->events->len, 1);
    ck_assert_int_eq(during->known_until, day("2021-12-01"));
}
END_TEST

START_TEST(what_goes_on_is_known_until_the_day)
{
    const GazStoppage *stoppage = known_on("2021-12-01")->stoppages->pdata[0];
    const GazInterview *interview = known_on("2021-12-09")->interviews->pdata[0];
    const GazObjection *objection = known_on("2022-02-01")->objections->pdata[0];
    const GazRestriction *restriction = known_on("2022-11-30")->restrictions->pdata[0];

    ck_assert_int_eq(gaz_moment_end(stoppage->end, true),
                     gaz_moment_end((GazMoment){.day = day("2021-12-01")}, true));
    ck_assert_int_eq(interview->outcome, -1);
    ck_assert_int_eq(objection->outcome, -1);
    ck_assert_int_eq(objection->decided_on, GAZ_NO_DATE);
    ck_assert_int_eq(restriction->lifted_on, GAZ_NO_DATE);
    ck_assert_ptr_null(restriction->lift_approval);
}
END_TEST

/* Declared alone it says nothing yet of who agreed; its plan may be filed later. */
START_TEST(a_task_is_known_from_its_vote_on)
{
    const GPtrArray *voted = known_on("2021-10-01")->tasks, *filed = known_on("2021-10-12")->tasks;

    ck_assert_uint_eq(known_on("2021-09-30")->tasks->len, 0);
    ck_assert_uint_eq(voted->len, 1);
    ck_assert_int_eq(((const GazTask *)voted->pdata[0])->plan_filed_on, GAZ_NO_DATE);
    ck_assert_int_eq(((const GazTask *)filed->pdata[0])->plan_filed_on, day("2021-10-12"));
}
END_TEST

/* Once nothing lies ahead, it is the same view. */
START_TEST(all_is_known_in_the_end)
{
    GazViewDay wanted = {2023, day("2023-12-31"), day("2023-12-31"), NULL, true, 0};

    ck_assert_ptr_eq(gaz_views_get(views, &wanted), view(2023, "2023-12-31", "2023-12-31", NULL));
}
END_TEST

START_TEST(the_year_of_a_day)
{
    ck_assert_int_eq(gaz_data_year_on(years, day("2020-01-01")), 2021);
    ck_assert_int_eq(gaz_data_year_on(years, day("2022-02-28")), 2021);
    ck_assert_int_eq(gaz_data_year_on(years, day("2022-03-01")), 2022);
    ck_assert_int_eq(gaz_data_year_on(years, day("2023-06-01")), 2023);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("views");
    TCase *tests = tcase_create("one year"), *three = tcase_create("three years");

    tcase_add_test(tests, a_view_stands_by_itself);
    tcase_add_test(tests, what_became_of_an_enterprise_is_found);
    tcase_add_test(tests, days_of_one_state_share_a_view);
    tcase_add_checked_fixture(three, set_up, tear_down);
    tcase_add_test(three, later_years_are_left_out);
    tcase_add_test(three, channels_are_replaced);
    tcase_add_test(three, an_enterprise_has_its_name_of_the_day);
    tcase_add_test(three, a_line_has_its_capacity_of_the_day);
    tcase_add_test(three, lines_go_with_an_enterprise_merged);
    tcase_add_test(three, a_line_remembers_its_states);
    tcase_add_test(three, corrections_are_made_from_their_notices_on);
    tcase_add_test(three, a_version_sees_no_corrections_of_other_notices);
    tcase_add_test(three, notices_are_of_the_view);
    tcase_add_test(three, few_views_are_made);
    tcase_add_test(three, what_came_later_is_not_known);
    tcase_add_test(three, what_goes_on_is_known_until_the_day);
    tcase_add_test(three, a_task_is_known_from_its_vote_on);
    tcase_add_test(three, all_is_known_in_the_end);
    tcase_add_test(three, the_year_of_a_day);
    suite_add_tcase(suite, tests);
    suite_add_tcase(suite, three);
    return suite_run(suite);
}
