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

int main(void)
{
    Suite *suite = suite_create("views");
    TCase *tests = tcase_create("one year");

    tcase_add_test(tests, a_view_stands_by_itself);
    tcase_add_test(tests, days_of_one_state_share_a_view);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
