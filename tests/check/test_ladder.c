/* test_ladder.c - how far finding F-1 of the kept year has gone on a given day, and which lists note it. */
#include "../support/build_data.h"
#include "../support/suite.h"
#include <check.h>
#include <string.h>

#define YEAR "tests/check/data/year"
#define BY "市工业和信息化局,City bureau of industry,"
enum { MOST_EDITS = 3 };

static const struct {
    const char *name;
    DataEdit edits[MOST_EDITS];
    const char *as_of;
    const char *stage;
    unsigned events, interviews;
    bool noted; /* in the list of 2022 */
} states[] = {
    {"before anything was found", {{0}}, "2021-07-19", "found", 0, 0, false},
    {"on the day it was found", {{0}}, "2021-07-20", "found", 2, 0, false},
    {"before the interview", {{0}}, "2021-08-01", "found", 3, 0, false},
    {"refused", {{0}}, "2021-08-02", "refused", 3, 1, false},
    {"exposed", {{0}}, "2021-09-10", "exposed", 3, 1, true},
    {"interviewed, the outcome open",
     {{"interviews.csv", "refused", ""}},
     "2021-08-02",
     "interviewed",
     3,
     1,
     false},
    {"corrected", {{"interviews.csv", "refused", "corrected"}}, "2021-08-02", "corrected", 3, 1, false},
    {"corrected in a second interview, written first",
     {{"interviews.csv", "outcome\n", "outcome\nV-0,F-1,2021-08-20," BY ",corrected\n"}},
     "2021-09-01",
     "corrected",
     3,
     2,
     false},
    {"a second interview that lies ahead",
     {{"interviews.csv", NULL, "V-2,F-1,2021-09-20," BY ",corrected"}},
     "2021-09-01",
     "refused",
     3,
     1,
     false},
    {"a second interview whose outcome is open",
     {{"interviews.csv", NULL, "V-2,F-1,2021-08-20," BY ",\n"}},
     "2021-09-01",
     "refused",
     3,
     2,
     false},
    {"exposed, but not after a refusal",
     {{"interviews.csv", "refused", "corrected"}},
     "2022-08-31",
     "exposed",
     3,
     1,
     false},
    {"exposed on the day of the refusal",
     {{"interviews.csv", "2021-08-02", "2021-09-10"}, {"interviews.csv", "2021-08-10", "2021-09-20"}},
     "2022-08-31",
     "exposed",
     3,
     1,
     false},
    {"exposed twice, the first time too early",
     {{"publication.xml", "</publication>",
       "<notice id=\"early\" kind=\"exposure\" date=\"2021-08-01\"><issuer ref=\"industry\"/>"
       "<finding ref=\"F-1\"/></notice></publication>"}},
     "2022-08-31",
     "exposed",
     3,
     1,
     false},
    {"annulled by an objection upheld",
     {{"objections.csv", NULL,
       "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
       "O-1,F-1,2021-09-20,objection,由,Grounds,2021-10-19,upheld\n"}},
     "2021-10-19",
     "annulled",
     3,
     1,
     false},
    {"the day before that",
     {{"objections.csv", NULL,
       "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
       "O-1,F-1,2021-09-20,objection,由,Grounds,2021-10-19,upheld\n"}},
     "2021-10-18",
     "exposed",
     3,
     1,
     true},
    {"an objection upheld, and rejected on appeal",
     {{"objections.csv", NULL,
       "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
       "O-1,F-1,2021-09-20,objection,由,Grounds,2021-10-19,upheld\n"
       "O-2,F-1,2021-10-20,appeal,由,Grounds,2022-01-10,rejected\n"}},
     "2022-08-31",
     "exposed",
     3,
     1,
     true},
    {"a finding of the year before",
     {{"findings.csv", "F-1,L-2,2021", "F-1,L-2,2020"}},
     "2022-08-31",
     "exposed",
     3,
     1,
     false},
};

START_TEST(finding_has_its_stage)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(YEAR, states[_i].edits, MOST_EDITS, report);
    g_autoptr(GazAssessment) assessment = NULL;
    g_autoptr(GPtrArray) list = NULL, early = NULL;
    const GazFindingState *state;

    ck_assert_msg(!gaz_report_has_faults(report), "%s: %s", states[_i].name, gaz_report_to_text(report));
    assessment = gaz_assessment_new(data, data_date(states[_i].as_of));
    state = gaz_assessment_finding(assessment, gaz_data_lookup(data, "findings", "F-1"));
    ck_assert_msg(strcmp(gaz_finding_stage[state->stage].code, states[_i].stage) == 0,
                  "%s: got %s, expected %s", states[_i].name, gaz_finding_stage[state->stage].code,
                  states[_i].stage);
    ck_assert_uint_eq(state->events->len, states[_i].events);
    ck_assert_uint_eq(state->interviews->len, states[_i].interviews);
    list = gaz_assessment_annotations(assessment, 2022);
    early = gaz_assessment_annotations(assessment, 2023);
    ck_assert_msg(list->len == states[_i].noted, "%s: %u noted", states[_i].name, list->len);
    ck_assert_uint_eq(early->len, 0);
    ck_assert(gaz_finding_stands(assessment, state) ==
              (state->events->len > 0 && strcmp(states[_i].stage, "annulled") != 0));
}
END_TEST

/* The list of 2022 is of 20 January: what is exposed later waits for the next one. */
START_TEST(a_list_notes_what_was_exposed_before_it)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(YEAR, NULL, 0, report);
    const GazFinding *finding = gaz_data_lookup(data, "findings", "F-1");

    ck_assert_int_eq(gaz_finding_list_year(data, finding, data_date("2021-09-10")), 2022);
    ck_assert_int_eq(gaz_finding_list_year(data, finding, data_date("2022-01-20")), 2022);
    ck_assert_int_eq(gaz_finding_list_year(data, finding, data_date("2022-01-21")), 2023);
}
END_TEST

START_TEST(accounts_hold_their_findings_by_time)
{
    static const DataEdit edits[] = {
        {"findings.csv", "F-2,L-1,2021,clean", "F-2,L-2,2021,clean"},
    };
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(YEAR, edits, G_N_ELEMENTS(edits), report);
    g_autoptr(GazAssessment) assessment = gaz_assessment_new(data, data_date("2022-08-31"));
    const GazAccount *account = gaz_assessment_account(assessment, gaz_data_lookup(data, "lines", "L-2"));

    ck_assert_uint_eq(account->findings->len, 2);
    ck_assert_str_eq(((const GazFindingState *)account->findings->pdata[0])->finding->record.id, "F-2");
    ck_assert_str_eq(((const GazFindingState *)account->findings->pdata[1])->finding->record.id, "F-1");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("ladder");
    TCase *tests = tcase_create("ladder");

    tcase_add_loop_test(tests, finding_has_its_stage, 0, G_N_ELEMENTS(states));
    tcase_add_test(tests, a_list_notes_what_was_exposed_before_it);
    tcase_add_test(tests, accounts_hold_their_findings_by_time);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
