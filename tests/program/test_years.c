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

int main(void)
{
    Suite *suite = suite_create("years");
    TCase *tests = tcase_create("past days");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, a_past_day_has_no_faults_of_later_ones, 0, G_N_ELEMENTS(days));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
