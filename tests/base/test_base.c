/* test_base.c - dates, decimals, the arena and the report. */
#include "../support/suite.h"
#include "base/arena.h"
#include "base/decimal.h"
#include "base/key.h"
#include "base/moment.h"
#include "base/places.h"
#include "base/report.h"
#include "base/sum.h"
#include "base/text.h"
#include <check.h>
#include <string.h>

static const struct {
    const char *text;
    bool accepted;
    GazDecimal value;
    const char *plain, *grouped;
} decimals[] = {
    {"4500", true, 4500000, "4500", "4,500"},
    {"4.8", true, 4800, "4.8", "4.8"},
    {"44.50", true, 44500, "44.5", "44.5"},
    {"0.125", true, 125, "0.125", "0.125"},
    {"-0.5", true, -500, "-0.5", "-0.5"},
    {"1234567.891", true, 1234567891, "1234567.891", "1,234,567.891"},
    {"999999999999", true, 999999999999000, "999999999999", "999,999,999,999"},
    {"0", true, 0, "0", "0"},
    {"1000000000000", false, 0, NULL, NULL},
    {"0.1234", false, 0, NULL, NULL},
    {"1.", false, 0, NULL, NULL},
    {".5", false, 0, NULL, NULL},
    {"", false, 0, NULL, NULL},
    {"-", false, 0, NULL, NULL},
    {"1e3", false, 0, NULL, NULL},
    {" 1", false, 0, NULL, NULL},
    {"1,000", false, 0, NULL, NULL},
    {"４", false, 0, NULL, NULL},
};

START_TEST(decimal_is_read_and_written)
{
    GazDecimal value = GAZ_NO_DECIMAL;
    char text[32];

    ck_assert_msg(gaz_decimal_parse(decimals[_i].text, &value) == decimals[_i].accepted, "\"%s\"",
                  decimals[_i].text);
    if (!decimals[_i].accepted)
        return;
    ck_assert_int_eq(value, decimals[_i].value);
    ck_assert_str_eq(gaz_decimal_write(value, false, text), decimals[_i].plain);
    ck_assert_str_eq(gaz_decimal_write(value, true, text), decimals[_i].grouped);
}
END_TEST

/* Every day of eight centuries, against a calendar that only counts. */
START_TEST(dates_follow_one_another)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    GazDate expected = gaz_date_make(1900, 1, 1);

    ck_assert_int_eq(gaz_date_make(1970, 1, 1), 0);
    ck_assert_int_eq(expected, -25567);
    for (int year = 1900; year <= 3001; year++)
        for (int month = 1; month <= 12; month++) {
            bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            int length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);

            for (int day = 1; day <= length; day++, expected++) {
                int y, m, d;

                ck_assert_int_eq(gaz_date_make(year, month, day), expected);
                gaz_date_split(expected, &y, &m, &d);
                ck_assert(y == year && m == month && d == day);
            }
            ck_assert_int_eq(gaz_date_make(year, month, length + 1), GAZ_NO_DATE);
        }
}
END_TEST

static const struct {
    const char *text;
    bool accepted;
    const char *begin_of; /* the same moment, written with a time */
    const char *zh, *en;
} moments[] = {
    {"2021-11-15", true, "2021-11-15T00:00", "2021年11月15日", "15 November 2021"},
    {"2021-11-15 08:00", true, "2021-11-15T08:00", "2021年11月15日8时", "15 November 2021, 8:00"},
    {"2021-03-05T24:00", true, "2021-03-06T00:00", "2021年3月5日24时", "5 March 2021, 24:00"},
    {"2021-03-05T07:30", true, "2021-03-05T07:30", "2021年3月5日7时30分", "5 March 2021, 7:30"},
    {"2020-02-29", true, "2020-02-29T00:00", "2020年2月29日", "29 February 2020"},
    {"2021-02-29", false, NULL, NULL, NULL},
    {"2021-13-01", false, NULL, NULL, NULL},
    {"2021-00-10", false, NULL, NULL, NULL},
    {"1899-12-31", false, NULL, NULL, NULL},
    {"3000-01-01", false, NULL, NULL, NULL},
    {"2021-11-15T24:01", false, NULL, NULL, NULL},
    {"2021-11-15T08:60", false, NULL, NULL, NULL},
    {"2021-11-15T8:00", false, NULL, NULL, NULL},
    {"2021-11-15 08:00 ", false, NULL, NULL, NULL},
    {"2021-11-1", false, NULL, NULL, NULL},
    {"2021/11/15", false, NULL, NULL, NULL},
    {"", false, NULL, NULL, NULL},
};

START_TEST(moment_is_read_and_written)
{
    GazMoment moment, begin;
    g_autofree char *zh = NULL, *en = NULL;

    ck_assert_msg(gaz_moment_parse(moments[_i].text, &moment) == moments[_i].accepted, "\"%s\"",
                  moments[_i].text);
    if (!moments[_i].accepted)
        return;
    ck_assert(gaz_moment_parse(moments[_i].begin_of, &begin));
    ck_assert_int_eq(gaz_moment_begin(moment), gaz_moment_begin(begin));
    zh = gaz_moment_in_words(moment, GAZ_ZH);
    en = gaz_moment_in_words(moment, GAZ_EN);
    ck_assert_str_eq(zh, moments[_i].zh);
    ck_assert_str_eq(en, moments[_i].en);
}
END_TEST

START_TEST(end_of_a_bare_date_depends_on_the_rule)
{
    GazMoment bare, timed;

    ck_assert(gaz_moment_parse("2018-08-20", &bare));
    ck_assert(gaz_moment_parse("2018-08-20T08:00", &timed));
    ck_assert_int_eq(gaz_moment_end(bare, true) - gaz_moment_end(bare, false), 1440);
    ck_assert_int_eq(gaz_moment_end(timed, true), gaz_moment_end(timed, false));
}
END_TEST

START_TEST(arena_keeps_and_interns)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    g_autofree char *large = g_strnfill(3 << 20, 'x');
    const char *first = gaz_arena_intern(arena, "济南市");

    for (int i = 0; i < 10000; i++) {
        const char *text = gaz_arena_printf(arena, "line %d", i);
        const long double *number = gaz_arena_new0(arena, long double, 1);

        ck_assert_uint_eq((uintptr_t)number % _Alignof(max_align_t), 0);
        ck_assert(*number == 0 && g_str_has_prefix(text, "line "));
    }
    ck_assert_str_eq(gaz_arena_strdup(arena, large), large);
    ck_assert_ptr_eq(gaz_arena_intern(arena, "济南市"), first);
    ck_assert_ptr_ne(gaz_arena_intern(arena, "青岛市"), first);
    ck_assert_str_eq(first, "济南市");
    ck_assert_str_eq(gaz_arena_strconcat(arena, "济南", "", "市", NULL), "济南市");
    ck_assert_str_eq(gaz_arena_strconcat(arena, large, NULL), large);
    ck_assert_ptr_null(gaz_arena_strdup(arena, NULL));
    ck_assert_ptr_null(gaz_arena_intern(arena, NULL));
}
END_TEST

static const GazFaultKind short_days = {"days-short", "SD 二", "fewer days stopped than the rule asks"};
static const GazFaultKind bad_number = {"not-a-number", NULL, "not a number"};

START_TEST(report_sorts_by_place)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *text = NULL;

    gaz_report_add(report, &(GazPlace){.file = "plan.csv", .line = 3, .column = 1}, &bad_number, "days", "x",
                   "a number such as %d", 45);
    gaz_report_add(report, &(GazPlace){.file = "lines.csv", .line = 14, .column = 7}, &short_days, "line",
                   "96", "%u or more", 120u);
    gaz_report_add(report, &(GazPlace){.file = "lines.csv", .line = 14, .column = 2}, &bad_number, "id", NULL,
                   NULL);
    gaz_report_add_under(report, "N 二", &(GazPlace){.file = "lines.csv", .line = 2, .column = 0},
                         &short_days, NULL, NULL, NULL);
    gaz_report_add(report, NULL, &bad_number, NULL, NULL, NULL);
    text = gaz_report_to_text(report);
    ck_assert_str_eq(text, "error: not a number (not-a-number)\n"
                           "lines.csv:2: error: fewer days stopped than the rule asks [N 二] (days-short)\n"
                           "lines.csv:14:2: error: id: not a number (not-a-number)\n"
                           "lines.csv:14:7: error: line: fewer days stopped than the rule asks: found "
                           "\"96\", expected 120 or more "
                           "[SD 二] (days-short)\n"
                           "plan.csv:3:1: error: days: not a number: found \"x\", expected a number such as "
                           "45 (not-a-number)\n");
    ck_assert(gaz_report_has(report, "days-short") && !gaz_report_has(report, "other"));
    ck_assert_uint_eq(gaz_report_count(report), 5);
}
END_TEST

START_TEST(report_shows_what_cannot_be_printed)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *large = g_strnfill(100000, 'a');

    gaz_report_add(report, NULL, &bad_number, NULL, "a\x1b[2J\u202e\xff\n", NULL);
    gaz_report_add(report, NULL, &bad_number, NULL, large, NULL);
    ck_assert_str_eq(gaz_report_get(report, 0)->found, "a<U+001B>[2J<U+202E>\\xFF<U+000A>");
    ck_assert_uint_lt(strlen(gaz_report_get(report, 1)->found), 100);
}
END_TEST

/* Names come from whoever made a copy of a website. */
START_TEST(report_shows_names_that_cannot_be_printed)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *text = NULL, *json = NULL;

    gaz_report_add(report,
                   &(GazPlace){.file = "a\x1b[2J\xff水.html", .sheet = "b\u200f", .line = 1, .column = 2},
                   &bad_number, "c\a", NULL, "%s", "d\r");
    text = gaz_report_to_text(report);
    json = gaz_report_to_json(report);
    ck_assert_str_eq(
        text, "a<U+001B>[2J\\xFF水.html:b<U+200F>!B1: error: c<U+0007>: not a number: expected d<U+000D> "
              "(not-a-number)\n");
    ck_assert(g_utf8_validate(json, -1, NULL));
}
END_TEST

START_TEST(report_is_json)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *none = gaz_report_to_json(report), *one = NULL;

    gaz_report_add(report, &(GazPlace){.file = "a\"b.csv", .line = 1, .column = 2}, &short_days, "days",
                   "x\\y", "\"120\"");
    one = gaz_report_to_json(report);
    ck_assert_str_eq(none, "[]\n");
    ck_assert_str_eq(one,
                     "[\n  {\"severity\": \"error\", \"file\": \"a\\\"b.csv\", \"sheet\": null, \"line\": 1, "
                     "\"column\": 2, \"field\": \"days\", "
                     "\"id\": \"days-short\", \"text\": \"fewer days stopped than the rule asks\", "
                     "\"found\": \"x\\\\y\", \"expected\": \"\\\"120\\\"\", \"clause\": \"SD 二\"}\n]\n");
}
END_TEST

static const struct {
    const char *name;
    GazPlace place;
    const char *whole, *within;
} places[] = {
    {"a line of a text", {.file = "a.csv", .line = 3, .column = 4}, "a.csv:3:4", "line 3"},
    {"a cell", {.file = "a.xlsx", .sheet = "清单", .line = 14, .column = 4}, "a.xlsx:清单!D14", "清单!D14"},
    {"after Z comes AA", {.file = "a.xlsx", .sheet = "S", .line = 1, .column = 27}, "a.xlsx:S!AA1", "S!AA1"},
    {"the last column",
     {.file = "a.xlsx", .sheet = "S", .line = 1, .column = 16384},
     "a.xlsx:S!XFD1",
     "S!XFD1"},
    {"a row", {.file = "a.xlsx", .sheet = "S", .line = 5}, "a.xlsx:S!5:5", "S!5:5"},
    {"a sheet", {.file = "a.xlsx", .sheet = "S"}, "a.xlsx:S", "S"},
};

static const GazPlace rows[][3] = {
    {{"a.csv", NULL, 3, 1}, {"a.csv", NULL, 3, 0}, {"a.csv", NULL, 3, 65535}},
    {{"a.csv", NULL, 3, 1}, {"a.csv", NULL, 3, 65536}, {"a.csv", NULL, 3, 70000}},
    {{"a.csv", NULL, 3, 1}, {"a.csv", NULL, 4, 2}, {"a.csv", NULL, 3, 9}}, /* a line ends within a cell */
    {{"a.xlsx", "一", 3, 1}, {"a.xlsx", "二", 3, 2}, {"b.xlsx", "一", 3, 3}},
};

START_TEST(packed_places_are_what_they_were)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    const GazPlaces *packed = gaz_places_pack(arena, rows[_i], G_N_ELEMENTS(rows[_i]));

    for (unsigned i = 0; i < G_N_ELEMENTS(rows[_i]); i++) {
        GazPlace place = gaz_places_get(packed, i);

        ck_assert_ptr_eq(place.file, rows[_i][i].file);
        ck_assert_ptr_eq(place.sheet, rows[_i][i].sheet);
        ck_assert_uint_eq(place.line, rows[_i][i].line);
        ck_assert_uint_eq(place.column, rows[_i][i].column);
    }
}
END_TEST

START_TEST(sum_of_parts_is_that_of_the_whole)
{
    GazSumming *summing = gaz_summing_new();

    gaz_summing_add(summing, "a", 1);
    gaz_summing_add(summing, "", 0);
    gaz_summing_add(summing, "bc", 2);
    ck_assert_str_eq(gaz_summing_end(summing).text, /* FIPS 180-2, B.1 */
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    ck_assert_str_eq(gaz_sum_of("abc", 3).text,
                     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
END_TEST

START_TEST(key_of_parts_is_that_of_the_whole)
{
    GazKeying *keying = gaz_keying_new();

    gaz_keying_add(keying, "a", 1);
    gaz_keying_add(keying, "", 0);
    gaz_keying_add(keying, "bc", 2);
    ck_assert_str_eq(gaz_keying_end(keying).text, gaz_key_of("abc", 3).text);
    ck_assert_str_eq(gaz_key_of("", 0).text, "99aa06d3014798d86001c324468d497f"); /* xxhsum -H2 */
    ck_assert_str_ne(gaz_key_of("abc", 3).text, gaz_key_of("abd", 3).text);
}
END_TEST

START_TEST(places_as_a_person_finds_them)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    g_autofree char *within = gaz_place_within(&places[_i].place);

    gaz_place_append(whole, &places[_i].place);
    ck_assert_msg(strcmp(whole->str, places[_i].whole) == 0, "%s: %s", places[_i].name, whole->str);
    ck_assert_msg(strcmp(within, places[_i].within) == 0, "%s: %s", places[_i].name, within);
}
END_TEST

START_TEST(notes_are_no_faults)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *faults = NULL, *notes = NULL, *json = NULL;

    gaz_report_note(report, &(GazPlace){.file = "a.xlsx", .sheet = "S", .line = 2, .column = 2}, &bad_number,
                    "days", "４５天", "%d", 45);
    gaz_report_note(report, &(GazPlace){.file = "a.xlsx", .sheet = "S", .line = 1, .column = 3}, &bad_number,
                    NULL, NULL, NULL);
    faults = gaz_report_to_text(report);
    notes = gaz_report_notes_to_text(report);
    json = gaz_report_to_json(report);
    ck_assert_str_eq(faults, "");
    ck_assert_str_eq(notes, "a.xlsx:S!C1: note: not a number (not-a-number)\n"
                            "a.xlsx:S!B2: note: days: not a number: \"４５天\", read as 45 (not-a-number)\n");
    ck_assert(!gaz_report_has_faults(report) && gaz_report_count_notes(report) == 2);
    ck_assert_ptr_nonnull(strstr(json, "{\"severity\": \"note\", \"file\": \"a.xlsx\", \"sheet\": \"S\""));
}
END_TEST

static Suite *base_suite(void)
{
    Suite *suite = suite_create("base");
    TCase *tests = tcase_create("base");

    tcase_add_loop_test(tests, decimal_is_read_and_written, 0, G_N_ELEMENTS(decimals));
    tcase_add_test(tests, dates_follow_one_another);
    tcase_add_loop_test(tests, moment_is_read_and_written, 0, G_N_ELEMENTS(moments));
    tcase_add_test(tests, end_of_a_bare_date_depends_on_the_rule);
    tcase_add_test(tests, arena_keeps_and_interns);
    tcase_add_test(tests, report_sorts_by_place);
    tcase_add_test(tests, report_shows_what_cannot_be_printed);
    tcase_add_test(tests, report_shows_names_that_cannot_be_printed);
    tcase_add_test(tests, report_is_json);
    tcase_add_test(tests, notes_are_no_faults);
    tcase_add_loop_test(tests, packed_places_are_what_they_were, 0, G_N_ELEMENTS(rows));
    tcase_add_test(tests, sum_of_parts_is_that_of_the_whole);
    tcase_add_test(tests, key_of_parts_is_that_of_the_whole);
    tcase_add_loop_test(tests, places_as_a_person_finds_them, 0, G_N_ELEMENTS(places));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(base_suite());
}
