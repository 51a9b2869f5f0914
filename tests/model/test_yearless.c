/* test_yearless.c - days without their year: taken where the row or its season says it, else a fault. */
#include "../support/data_folder.h"
#include "../support/data_reading.h"
#include "../support/suite.h"
#include "model/data.h"
#include <check.h>
#include <string.h>

/* Its heating season is called `heating`, its summer season `summer`. */
static Reading reading_with_names(const char *file, const char *text, const char *heating, const char *summer)
{
    char *folder = data_folder_new();
    g_autofree char *path = g_build_filename(folder, "publication.xml", NULL), *xml = NULL;
    g_autoptr(GString) named = NULL;

    ck_assert(g_file_get_contents(path, &xml, NULL, NULL));
    named = g_string_new(xml);
    ck_assert_uint_eq(g_string_replace(named, "<zh>采暖季</zh>", heating, 0), 1);
    ck_assert_uint_eq(g_string_replace(named, "<zh>夏季</zh>", summer, 0), 1);
    data_folder_write(folder, "publication.xml", named->str, -1);
    data_folder_write(folder, file, text, -1);
    return reading_of_folder(folder);
}

#define SEASON "2021—2022年采暖季"

/* Region SD: from 15 November to 15 March (R1). */
static const struct {
    const char *name, *season, *heating, *summer, *start, *end;
    const char *start_taken, *end_taken; /* NULL: that cell is a fault */
} rows[] = {
    {"both by the season", "heating", SEASON, "夏", "11月15日8时", "3月15日24时", "2021-11-15T08:00",
     "2022-03-15T24:00"},
    {"full-width, and a blank", "heating", SEASON, "夏", "１１月１５日 8时", "2022-03-15", "2021-11-15T08:00",
     "2022-03-15"},
    {"at the end of the window", "heating", SEASON, "夏", "1月5日", "3月15日", "2022-01-05", "2022-03-15"},
    {"by the start", "heating", "采暖季", "夏", "2021-11-15", "3月15日", "2021-11-15", "2022-03-15"},
    {"by the end", "heating", "采暖季", "夏", "11月15日", "2022/3/15", "2021-11-15", "2022-03-15"},
    {"by the end, of the same year", "heating", "采暖季", "夏", "1月5日", "2022/3/15", "2022-01-05",
     "2022-03-15"},
    {"on the same day", "heating", "采暖季", "夏", "2022-03-15", "3月15日", "2022-03-15", "2022-03-15"},
    {"outside the window, by the end", "heating", SEASON, "夏", "11月1日", "3月15日", "2021-11-01",
     "2022-03-15"},
    {"a season of one year", "summer", SEASON, "2021年夏季", "6月1日", "9月10日8时", "2021-06-01",
     "2021-09-10T08:00"},
    {"outside the window, by nothing", "heating", SEASON, "夏", "11月1日", "4月1日", NULL, NULL},
    {"nothing says it", "heating", "采暖季", "夏", "11月15日", "3月15日", NULL, NULL},
    {"a heating season of one year", "heating", "2021年采暖季", "夏", "11月15日", "3月15日", NULL, NULL},
    {"a summer of two years", "summer", SEASON, "2021年、2022年夏季", "6月1日", "9月10日", NULL, NULL},
    {"season and row differ", "heating", SEASON, "夏", "11月15日", "2023-03-15", NULL, "2023-03-15"},
    {"a day that isn't", "summer", SEASON, "2021年夏季", "2月29日", "2021-09-10", NULL, "2021-09-10"},
    {"day and month in doubt", "heating", SEASON, "夏", "11/12", "2022-03-15", NULL, "2022-03-15"},
};

static bool has_fault(const Reading *reading, const char *field)
{
    g_autofree char *text = g_strdup_printf("error: %s: ", field);

    return strstr(reading->told, text) != NULL;
}

static void check_moment(const char *name, GazMoment moment, const char *taken)
{
    char text[17];

    ck_assert_msg(strcmp(gaz_moment_write(moment, text), taken) == 0, "%s: %s, not %s", name, text, taken);
}

START_TEST(days_of_a_plan)
{
    g_autofree char *text = g_strdup_printf("id,season,scope,start,end\nP1,%s,province,%s,%s\n",
                                            rows[_i].season, rows[_i].start, rows[_i].end);
    g_autofree char *heating = g_strdup_printf("<zh>%s</zh>", rows[_i].heating);
    g_autofree char *summer = g_strdup_printf("<zh>%s</zh>", rows[_i].summer);
    Reading reading = reading_with_names("plan.csv", text, heating, summer);
    const GazPlan *plan = gaz_data_lookup(reading.data, "plan", "P1");

    ck_assert_msg(has_fault(&reading, "start") == (rows[_i].start_taken == NULL), "%s: %s", rows[_i].name,
                  reading.told);
    ck_assert_msg(has_fault(&reading, "end") == (rows[_i].end_taken == NULL), "%s: %s", rows[_i].name,
                  reading.told);
    if (rows[_i].start_taken != NULL && rows[_i].end_taken != NULL) {
        ck_assert_msg(plan != NULL, "%s: %s", rows[_i].name, reading.told);
        check_moment(rows[_i].name, plan->start, rows[_i].start_taken);
        check_moment(rows[_i].name, plan->end, rows[_i].end_taken);
    }
    reading_clear(&reading);
}
END_TEST

/* What was taken is told once a column, with the year. */
START_TEST(what_was_taken_is_noted_once)
{
    Reading reading = reading_with_names("plan.csv",
                                         "id,season,scope,start,end\n"
                                         "P1,heating,province,11月15日,3月15日\n"
                                         "P2,heating,province,12月1日,3月15日\n",
                                         "<zh>" SEASON "</zh>", "<zh>夏</zh>");

    ck_assert_str_eq(
        reading.told,
        "plan.csv:2:21: note: start: written in another way: \"11月15日\", read as 2021-11-15 (one of 2 "
        "cells of the column) (value-taken)\n"
        "plan.csv:2:28: note: end: written in another way: \"3月15日\", read as 2022-03-15 (one of 2 cells "
        "of the column) (value-taken)\n");
    reading_clear(&reading);
}
END_TEST

/* A day that has no other in its row, and no season. */
START_TEST(a_day_alone_stays_a_fault)
{
    Reading reading =
        reading_with_names("swaps.csv",
                           "id,line,partner,days,agreement,verified_by_zh,verified_by_en,filed_on\n"
                           "W1,L1,L2,120,协议,局,Office,10月1日\n",
                           "<zh>" SEASON "</zh>", "<zh>夏</zh>");

    ck_assert_msg(strstr(reading.told,
                         "swaps.csv:2:26: error: filed_on: it can be read in more than one way: found "
                         "\"10月1日\", expected the year in four digits") != NULL,
                  "%s", reading.told);
    reading_clear(&reading);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("days without a year");
    TCase *tests = tcase_create("days without a year");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, days_of_a_plan, 0, G_N_ELEMENTS(rows));
    tcase_add_test(tests, what_was_taken_is_noted_once);
    tcase_add_test(tests, a_day_alone_stays_a_fault);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
