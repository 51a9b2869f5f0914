/* test_rules.c - the kept year breaks no rule; each row changes a few of its cells so that exactly the faults
 * named are found, or, where none is named, so that a rule is kept only just. */
#include "../support/build_data.h"
#include "../support/suite.h"
#include "check/faults.h"
#include <check.h>
#include <string.h>

#define YEAR "tests/check/data/year"
#define AS_OF "2022-08-31"
#define BY "市工业和信息化局,City bureau of industry,"
#define PLAN "plan.csv"
#define LINES "lines.csv"
#define LEDGER "ledger.csv"
#define SWAPS "swaps.csv"
#define ADJUSTMENTS "adjustments.csv"
#define STOPPAGES "stoppages.csv"
#define FINDINGS "findings.csv"
#define EVENTS "events.csv"
#define INTERVIEWS "interviews.csv"
#define TASKS "tasks.csv"
#define CHANNELS "channels.csv"
#define XML "publication.xml"
#define LIST_2021(date)                                                                                      \
    "<notice id=\"old\" kind=\"line-list\" date=\"" date                                                     \
    "\" year=\"2021\"><issuer ref=\"industry\"/></notice>\n"
#define LIST_2022_OF(findings)                                                                               \
    "<notice id=\"again\" kind=\"line-list\" date=\"2022-01-30\" year=\"2022\"><issuer "                     \
    "ref=\"industry\"/>" findings "</notice>\n"
#define WITHDRAWN_LIST                                                                                       \
    "<notice id=\"wrong\" kind=\"withdrawal\" date=\"2022-01-25\" withdraws=\"list-2022\">"                  \
    "<issuer ref=\"industry\"/><reason><zh>误</zh><en>E</en></reason></notice>\n"
#define CALL "kind=\"interview\" date=\"2021-07-28\">\n    <issuer ref=\"industry\"/>"
#define RULES_XML "rules.xml"
#define RULES(inside)                                                                                        \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rules xmlns=\"urn:gazette:rules:1\">" inside "</rules>\n"
#define HEATING_ONLY RULES("<make-up tasks=\"heating\" clause=\"N 二\"/>")
#define TEN_DAYS RULES("<comment-period value=\"10\" clause=\"SD 三\"/>")
#define SLUDGE_TASK "T-2,L-5,sludge,,,,yes,2021-08-01," BY "2021-08-20,3,3,2021-09-10,2021-09-30"
#define NEXT "2022/publication.xml"
#define NEXT_YEAR(inside)                                                                                    \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<publication xmlns=\"urn:gazette:publication:1\" "          \
    "year=\"2022\">\n" inside "</publication>\n"
#define AMENDS(id, date, how)                                                                                \
    "<notice id=\"" id "\" date=\"" date "\" " how                                                           \
    "><issuer ref=\"industry\"/><reason><zh>误</zh><en>Error</en></reason></notice>\n"
#define CORRECTS "kind=\"correction\" corrects=\"exposure-1\""
#define WITHDRAWS "kind=\"withdrawal\" withdraws=\"exposure-1\""
#define DECIDES                                                                                              \
    "<notice id=\"decided\" kind=\"objection\" date=\"2022-03-01\"><issuer ref=\"industry\"/>"               \
    "<objection ref=\"O-1\"/></notice>\n"
#define CORRECTION_ROWS "2022/corrections.csv", NULL, "id,notice,table,row,column,was,becomes\n"
#define FIRST_ROW "K-1,c-1,findings,F-1,duty_en,Summer off-peak stop,Summer stop\n"
#define OBJECTIONS                                                                                           \
    "2022/objections.csv", NULL, "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
#define UPHELD                                                                                               \
    "objections.csv", NULL,                                                                                  \
        "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"                                \
        "O-1,F-1,2021-09-20,objection,由,Grounds,2022-01-19,upheld\n"
#define CHANGES(row)                                                                                         \
    "changes.csv", NULL,                                                                                     \
        "id,kind,date,enterprise,line,name_zh,name_en,to_enterprise,by_line,approval\n" row "\n"
#define RESTRICTIONS "2022/restrictions.csv", NULL, "id,finding,from,approval,lifted_on,lift_approval\n"
#define DAY_SHORT                                                                                            \
    {                                                                                                        \
        STOPPAGES, "S-13,L-4,2021-07-06", "S-13,L-4,2021-07-07"                                              \
    }
#define STOPS_OF_2021                                                                                        \
    {STOPPAGES, "S-05,L-1,2021-11-15,2022-03-15", "S-05,L-1,2021-11-15,2021-12-31"},                         \
        {STOPPAGES, "S-09,L-2,2021-11-15,2022-03-15", "S-09,L-2,2021-11-15,2021-12-31"},                     \
    {                                                                                                        \
        STOPPAGES, "S-18,L-5,2021-11-15,2022-03-15", "S-18,L-5,2021-11-15,2021-12-31"                        \
    }
#define LATE_LIST                                                                                            \
    {                                                                                                        \
        XML, "\"2022-01-20\" year", "\"2023-03-01\" year"                                                    \
    }
#define LATE_SUMMARY                                                                                         \
    {                                                                                                        \
        XML, "\"2022-02-01\" year", "\"2023-03-01\" year"                                                    \
    }
enum { MOST_EDITS = 6 };

static const struct {
    const char *name, *faults;
    DataEdit edits[MOST_EDITS];
    const char *as_of; /* NULL: AS_OF */
} cases[] = {
    {"a year that keeps every rule", "", {{0}}, NULL},

    /* the rows of the plan themselves */
    {"a declared total a day short", "declared-days", {{PLAN, "07-25,,,,,20", "07-25,,,,,19"}}, NULL},
    {"a declared quota", "declared-days", {{PLAN, "2021-09-20,,15", "2021-09-20,,16"}}, NULL},
    {"a declared total of a row with start and days",
     "declared-days",
     {{PLAN, ",121,,,,121", ",121,,,,122"}},
     NULL},
    {"a quota longer than its range",
     "quota-over-range",
     {{PLAN, "10-31,,15,2021-09-20,,15", "10-31,,62,2021-09-20,,62"}, {FINDINGS, "stop,10,", "stop,56,"}},
     NULL},
    {"a line renamed within the range of its quota",
     "",
     {{CHANGES("C-1,renamed,2021-10-01,,L-2,新2号窑,New Kiln No. 2,,,文")}},
     NULL},
    {"a line moved to another enterprise within the range of its quota",
     "",
     {{CHANGES("C-1,moved,2021-10-01,,L-2,,,E-3,,文")}, {LINES, "L-6,E-3,2号窑", "L-6,E-3,3号窑"}},
     NULL},
    {"a quota as long as its range",
     "",
     {{PLAN, "10-31,,15,2021-09-20,,15", "10-31,,61,2021-09-20,,61"}, {FINDINGS, "stop,10,", "stop,56,"}},
     NULL},

    /* R1, R3 */
    {"a plan that begins a day late",
     "window-short",
     {{PLAN, "L-3,2021-11-15,2022-03-15,,,,,121", "L-3,2021-11-16,2022-03-15,,,,,120"}},
     NULL},
    {"a plan that ends a day early",
     "window-short",
     {{PLAN, "L-3,2021-11-15,2022-03-15,,,,,121", "L-3,2021-11-15,2022-03-14,,,,,120"}},
     NULL},
    {"a city that is stricter",
     "",
     {{PLAN, NULL, "P-8,heating-2021,,,city,370100,,2022-03-16,2022-03-31,,,,,16"}},
     NULL},
    {"a shorter window for a line without a task",
     "window-short",
     {{PLAN, "L-3,2021-11-15", "L-3;L-5,2021-11-15"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-5,,2021-12-01,2022-03-15,,,,,"}},
     NULL},
    {"rows of province, city and enterprise that make up the window together",
     "",
     {{PLAN, "P-3,heating-2021,both,window,province,,L-3,2021-11-15,2022-03-15,,,,,121",
       "P-3,heating-2021,both,window,province,,L-3,2021-12-01,2022-03-15,,,,,105"},
      {PLAN, NULL, "P-8,heating-2021,,,city,370100,,2021-11-15,2021-12-10,,,,,"},
      {PLAN, NULL, "P-9,heating-2021,,,enterprise,E-2,L-3,2021-11-15,2021-11-30,,,,,"},
      {PLAN, NULL, "P-10,heating-2021,,,line,L-5,,2021-11-15,2021-12-31,,,,,"}},
     NULL},
    {"a quota in place of the window",
     "window-short",
     {{PLAN, "L-3,2021-11-15", "L-3;L-5,2021-11-15"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-5,,2021-11-15,2022-03-15,,100,,,"}},
     NULL},
    {"a load limit in place of the window",
     "annual-short window-short",
     {{PLAN, "L-3,2021-11-15", "L-3;L-5,2021-11-15"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-5,,2021-11-15,2022-03-15,,,,80,"}},
     NULL},
    {"a line left out by the kind of its kiln",
     "annual-short line-not-reached",
     {{PLAN, "L-3,2021-11-15", "L-3;special-cement,2021-11-15"}},
     NULL},
    {"a line reached by the draft only",
     "annual-short line-not-reached",
     {{PLAN, "L-3,2021-11-15", "L-3;L-5,2021-11-15"},
      {PLAN, NULL, "P-8,heating-2021,draft,,line,L-5,,2021-11-15,2022-03-15,,,,,121"}},
     NULL},
    {"a line that isn't operating need not be reached",
     "",
     {{PLAN, "L-3,2021-11-15", "L-3;L-6,2021-11-15"}},
     NULL},

    /* R2 */
    {"fewer days planned than the year asks",
     "annual-short",
     {{PLAN, "L-3,,2021-08-01,2021-08-25", "L-3,,2022-08-01,2022-08-25"}},
     NULL},
    {"the same of a line commissioned within the year",
     "",
     {{PLAN, "L-3,,2021-08-01,2021-08-25", "L-3,,2022-08-01,2022-08-25"},
      {LINES, "2010-09-01", "2021-02-01"}},
     NULL},
    {"commissioned on the year's first day",
     "annual-short",
     {{PLAN, "L-3,,2021-08-01,2021-08-25", "L-3,,2022-08-01,2022-08-25"},
      {LINES, "2010-09-01", "2021-01-01"}},
     NULL},
    {"a day short, told nowhere",
     "shortfall-unrecorded",
     {{STOPPAGES, "S-13,L-4,2021-07-06", "S-13,L-4,2021-07-07"}},
     NULL},
    {"a day short while the year's last stops are still being verified",
     "",
     {STOPS_OF_2021, DAY_SHORT},
     "2022-01-19"},
    {"a day short when the next year's list is out",
     "shortfall-unrecorded",
     {STOPS_OF_2021, DAY_SHORT},
     "2022-01-20"},
    {"a day short when the year's summary is out",
     "shortfall-unrecorded",
     {STOPS_OF_2021, DAY_SHORT, {XML, "\"2022-01-20\" year", "\"2022-03-01\" year"}},
     "2022-02-01"},
    {"a day short in a year without either", "", {DAY_SHORT, LATE_LIST, LATE_SUMMARY}, "2022-12-30"},
    {"a day short in such a year when the next one is over too",
     "shortfall-unrecorded",
     {DAY_SHORT, LATE_LIST, LATE_SUMMARY},
     "2022-12-31"},
    {"a day short, owed in the ledger",
     "",
     {{STOPPAGES, "S-13,L-4,2021-07-06", "S-13,L-4,2021-07-07"},
      {LEDGER, NULL, "B-3,L-4,owed,1,欠补,Owed,,,"}},
     NULL},
    {"a day short, found",
     "",
     {{STOPPAGES, "S-13,L-4,2021-07-06", "S-13,L-4,2021-07-07"},
      {FINDINGS, NULL, "F-3,L-4,2021,breach,停窑,Stop,1,official"},
      {EVENTS, NULL, "F-3,2021-07-06 12:00,found-running," BY "现场,On site,"}},
     NULL},
    {"a repair does not count",
     "shortfall-unrecorded",
     {{STOPPAGES, "S-13,L-4,2021-07-06,2021-07-25,off-peak", "S-13,L-4,2021-07-06,2021-07-25,repair"}},
     NULL},
    {"more of the days earned used than the cap allows",
     "earned-over-cap",
     {{LEDGER, "L-1,earned,5,", "L-1,earned,20,"},
      {STOPPAGES, "S-01,L-1,2020-11-15,2021-03-15", "S-01,L-1,2020-11-15,2021-02-20"}},
     NULL},
    {"days earned used up to the cap",
     "",
     {{LEDGER, "L-1,earned,5,", "L-1,earned,20,"},
      {STOPPAGES, "S-01,L-1,2020-11-15,2021-03-15", "S-01,L-1,2020-11-15,2021-03-05"}},
     NULL},
    {"days earned without a cap",
     "shortfall-unrecorded",
     {{LEDGER, "鲁水泥协〔2021〕3号,5", "鲁水泥协〔2021〕3号,"},
      {STOPPAGES, "S-01,L-1,2020-11-15,2021-03-15", "S-01,L-1,2020-11-15,2021-02-20"}},
     NULL},
    {"a debt due today", "", {{LEDGER, NULL, "B-3,L-1,owed,1,欠补,Owed,2022-08-31,,"}}, NULL},
    {"a debt due yesterday", "debt-overdue", {{LEDGER, NULL, "B-3,L-1,owed,1,欠补,Owed,2022-08-30,,"}}, NULL},
    {"a debt made up on the day it was due", "", {{LEDGER, "2021-10-31", "2021-09-05"}}, NULL},
    {"a debt made up a day after it was due", "debt-overdue", {{LEDGER, "2021-10-31", "2021-09-04"}}, NULL},
    {"two debts paid with one stop",
     "debt-overdue",
     {{LEDGER, NULL, "B-3,L-1,owed,1,欠补,Owed,2021-11-30,,"}},
     NULL},

    /* R4 */
    {"a make-up day too few", "make-up-short", {{PLAN, ",121,,,,121", ",120,,,,120"}}, NULL},
    {"a make-up day more", "", {{PLAN, ",121,,,,121", ",122,,,,122"}}, NULL},
    {"make-up days under another season belong to the heating season before them",
     "",
     {{PLAN, "P-6,heating-2021", "P-6,autumn-2021"}, {PLAN, "P-5,heating-2020", "P-5,autumn-2021"}},
     NULL},
    {"make-up days of the heating season before",
     "make-up-short",
     {{PLAN, "P-6,heating-2021", "P-6,heating-2020"}},
     NULL},
    {"make-up days in the heating season",
     "make-up-inside",
     {{PLAN, "L-3,,2022-04-01", "L-3,,2022-03-15"}},
     NULL},
    {"make-up days from its end", "", {{PLAN, "L-3,,2022-04-01", "L-3,,2022-03-16"}}, NULL},
    {"make-up days in an off-peak window",
     "make-up-inside",
     {{PLAN, "L-3,,2021-08-01,2021-08-25", "L-3,,2021-07-25,2021-08-18"}},
     NULL},
    {"make-up days in a longer season that the line is excused from",
     "make-up-inside",
     {{PLAN, ",121,,,,121", ",137,,,,137"},
      {PLAN, "L-3,,2022-04-01", "L-3,,2022-03-25"},
      {PLAN, NULL, "P-8,heating-2021,,,province,,L-3;L-4,2022-03-16,2022-03-31,,,,,16"},
      {SWAPS, "L-5,121", "L-5,137"},
      {LEDGER, NULL, "B-3,L-5,owed,16,欠补,Owed,,,"}},
     NULL},
    {"make-up days behind it",
     "",
     {{PLAN, ",121,,,,121", ",137,,,,137"},
      {PLAN, NULL, "P-8,heating-2021,,,province,,L-3;L-4,2022-03-16,2022-03-31,,,,,16"},
      {SWAPS, "L-5,121", "L-5,137"},
      {LEDGER, NULL, "B-3,L-5,owed,16,欠补,Owed,,,"}},
     NULL},
    {"make-up and swap for a stricter season",
     "make-up-short swap-short",
     {{PLAN, "L-3,2021-11-15,2022-03-15,,,,,121", "L-3,2021-11-15,2022-03-31,,,,,137"}},
     NULL},
    {"a waste line at full load where it need not make up",
     "annual-short load-limit-missing",
     {{RULES_XML, NULL, HEATING_ONLY},
      {LINES, "special-cement,no,", "special-cement,no,sludge"},
      {TASKS, NULL, SLUDGE_TASK},
      {PLAN, "L-3,2021-11-15", "L-3;L-5,2021-11-15"}},
     NULL},
    {"a waste line at reduced load",
     "annual-short",
     {{RULES_XML, NULL, HEATING_ONLY},
      {LINES, "special-cement,no,", "special-cement,no,sludge"},
      {TASKS, NULL, SLUDGE_TASK},
      {PLAN, "L-3,2021-11-15", "L-3;L-5,2021-11-15"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-5,,2021-11-15,2022-03-15,,,,80,"}},
     NULL},
    {"a carbide-slag line without a swap",
     "swap-missing",
     {{SWAPS, "W-1,L-4,L-5,121,置换协议1号," BY "2021-01-10\n", ""},
      {LEDGER, NULL, "B-3,L-4,owed,121,欠补,Owed,,,"}},
     NULL},
    {"a swap of a day too few",
     "swap-short",
     {{SWAPS, "L-5,121", "L-5,120"}, {LEDGER, NULL, "B-3,L-4,owed,1,欠补,Owed,,,"}},
     NULL},
    {"a swap for what the line does not stop itself",
     "",
     {{SWAPS, "L-5,121", "L-5,105"},
      {PLAN, "L-3,2021-11-15", "L-3;L-4,2021-11-15"},
      {PLAN, "L-3,2020-11-15", "L-3;L-4,2020-11-15"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-4,,2021-11-15,2021-11-30,,,,,16"},
      {PLAN, NULL, "P-9,heating-2020,,,line,L-4,,2020-11-15,2020-11-30,,,,,16"}},
     NULL},
    {"a swap beside a row of the plan that can't be read",
     "time-unknown",
     {{SWAPS, "L-5,121", "L-5,105"},
      {PLAN, "L-3,2021-11-15", "L-3;L-4,2021-11-15"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-4,,2021-11-15,2021-11-31,,,,,"}},
     NULL},
    {"a swap with a line that is gone since",
     "",
     {{"changes.csv", NULL, "id,kind,date,enterprise,line,approval\nC-1,dismantled,2022-04-01,,L-5,批准\n"}},
     NULL},
    {"a swap with a line that was gone before",
     "swap-partner",
     {{"changes.csv", NULL, "id,kind,date,enterprise,line,approval\nC-1,dismantled,2020-12-01,,L-5,批准\n"}},
     NULL},
    {"a swap with a suspended line", "swap-partner", {{SWAPS, "L-4,L-5", "L-4,L-6"}}, NULL},
    {"a swap with itself", "shortfall-unrecorded swap-partner", {{SWAPS, "L-4,L-5", "L-4,L-4"}}, NULL},
    {"a swap between carbide-slag lines",
     "swap-missing swap-partner",
     {{LINES, "special-cement,no,", "special-cement,yes,"}},
     NULL},

    /* adjustments */
    {"a stop shorter than the opening",
     "adjustment-unequal",
     {{ADJUSTMENTS, "2021-08-14", "2021-08-13"}},
     NULL},
    {"an opening that ends after its window",
     "adjustment-outside",
     {{ADJUSTMENTS, "2021-07-21,2021-07-25", "2021-07-22,2021-07-26"}},
     NULL},
    {"an opening within the range of a quota",
     "adjustment-outside",
     {{ADJUSTMENTS, NULL, "A-2,1,L-2,2021-10-01,2021-10-05,2021-11-01,2021-11-05,批准,2021-07-10"}},
     NULL},
    {"an opening under a load limit",
     "adjustment-outside",
     {{PLAN, NULL, "P-8,autumn-2021,,,line,L-5,,2021-09-01,2021-09-30,,,,80,"},
      {ADJUSTMENTS, NULL, "A-2,1,L-5,2021-09-01,2021-09-05,2021-10-01,2021-10-05,批准,2021-07-10"}},
     NULL},
    {"a stop inside a window",
     "adjustment-stop-inside",
     {{ADJUSTMENTS, "2021-08-10,2021-08-14", "2021-07-10,2021-07-14"}},
     NULL},
    {"the stop of another opening",
     "adjustment-stop-inside",
     {{ADJUSTMENTS, NULL, "A-2,2,L-1,2021-07-11,2021-07-15,2021-08-10,2021-08-14,批准,2021-07-05"},
      {STOPPAGES, "S-02,L-1,2021-07-06,2021-07-20", "S-02,L-1,2021-07-06,2021-07-10"},
      {LEDGER, NULL, "B-3,L-1,owed,5,欠补,Owed,,,"}},
     NULL},
    {"two openings, each with a stop of its own",
     "",
     {{ADJUSTMENTS, NULL, "A-2,2,L-1,2021-07-11,2021-07-15,2021-08-15,2021-08-19,批准,2021-07-05"},
      {STOPPAGES, "S-02,L-1,2021-07-06,2021-07-20", "S-02,L-1,2021-07-06,2021-07-10"},
      {STOPPAGES, "S-03,L-1,2021-08-10,2021-08-14", "S-03,L-1,2021-08-10,2021-08-19"},
      {LEDGER, NULL, "B-3,L-1,owed,5,欠补,Owed,,,"}},
     NULL},
    {"an opening approved on its first day",
     "adjustment-late",
     {{ADJUSTMENTS, "2021-07-10", "2021-07-21"}},
     NULL},
    {"an adjustment of a plan by its number",
     "",
     {{ADJUSTMENTS, "approved_on", "approved_on,supersedes"},
      {ADJUSTMENTS, "2021-07-10", "2021-07-10,鲁水泥协〔2021〕6号"}},
     NULL},
    {"an adjustment of a notice that is none",
     "adjustment-plan",
     {{ADJUSTMENTS, "approved_on", "approved_on,supersedes"},
      {ADJUSTMENTS, "2021-07-10", "2021-07-10,鲁水泥协〔2021〕99号"}},
     NULL},
    {"an adjustment of a plan that came later",
     "adjustment-plan",
     {{ADJUSTMENTS, "approved_on", "approved_on,supersedes"},
      {ADJUSTMENTS, "2021-07-10", "2021-07-10,鲁水泥协〔2021〕9号"}},
     NULL},
    {"an opening approved the day before", "", {{ADJUSTMENTS, "2021-07-10", "2021-07-20"}}, NULL},

    /* stoppages */
    {"a first stop a day late",
     "first-stop-late",
     {{STOPPAGES, "2021-09-10,2021-09-24", "2021-09-21,2021-10-05"}},
     NULL},
    {"a first stop on the last day",
     "",
     {{STOPPAGES, "2021-09-10,2021-09-24", "2021-09-20,2021-10-04"}},
     NULL},
    {"no first stop at all",
     "first-stop-late",
     {{STOPPAGES, "S-08,L-2,", "S-08,L-6,"}, {FINDINGS, "stop,10,", "stop,25,"}},
     NULL},
    {"stoppages verified beyond the as-of date", "stoppage-unended", {{0}}, "2022-03-14"},
    {"stoppages verified up to it", "", {{0}}, "2022-03-15"},
    {"the same stoppage twice",
     "stoppage-duplicate",
     {{STOPPAGES, NULL, "S-20,L-4,2021-07-06,2021-07-25,off-peak,另一单位,Another body"}},
     NULL},
    {"a stoppage of the year before without the day it was verified",
     "stoppage-undated",
     {{NEXT, NULL, NEXT_YEAR("")},
      {"2022/stoppages.csv", NULL,
       "id,line,start,end,why,verified_by_zh,verified_by_en\nS-20,L-4,2021-06-01,2021-06-03,repair,局,Body"}},
     NULL},
    {"a stoppage of the year before with it",
     "",
     {{NEXT, NULL, NEXT_YEAR("")},
      {"2022/stoppages.csv", NULL,
       "id,line,start,end,why,verified_by_zh,verified_by_en,verified_on\n"
       "S-20,L-4,2021-06-01,2021-06-03,repair,局,Body,2022-05-10"}},
     NULL},
    {"stoppages that overlap for another reason",
     "",
     {{STOPPAGES, NULL, "S-20,L-4,2021-07-06,2021-07-25,repair,另一单位,Another body"}},
     NULL},

    /* findings */
    {"a finding a day off", "days-short-wrong", {{FINDINGS, "stop,10,", "stop,11,"}}, NULL},
    {"days short shared by two findings",
     "",
     {{FINDINGS, "stop,10,", "stop,4,"},
      {FINDINGS, NULL, "F-3,L-2,2021,breach,停窑,Stop,6,official"},
      {EVENTS, NULL, "F-3,2021-07-22,found-running," BY "现场,On site,"}},
     NULL},
    {"found running during a stop",
     "running-while-stopped",
     {{EVENTS, "2021-07-20 10:30", "2021-07-15 23:59"}},
     NULL},
    {"found running when the stop was over", "", {{EVENTS, "2021-07-20 10:30", "2021-07-16 00:00"}}, NULL},
    {"found running as a stop begins",
     "running-while-stopped",
     {{EVENTS, "F-1,2021-07-24", "F-1,2021-11-15 00:00"}},
     NULL},
    {"found running when the window was over",
     "running-outside",
     {{EVENTS, "F-1,2021-07-24,second-breach", "F-1,2021-07-26,second-breach"}},
     NULL},
    {"found running within a quota's range",
     "",
     {{EVENTS, "F-1,2021-07-24,second-breach", "F-1,2021-10-05,second-breach"}},
     NULL},
    {"found running in a time that it was let run",
     "event-result running-outside",
     {{EVENTS, "F-2,2021-07-10,checked", "F-2,2021-07-22,found-running"}},
     NULL},
    {"found short of its days by the records",
     "",
     {{EVENTS, "F-1,2021-07-24,second-breach", "F-1,2021-12-26,shortfall"}},
     NULL},
    {"found short by the records, and by how many days isn't said",
     "event-result",
     {{EVENTS, NULL, "F-3,2021-07-26,shortfall,市工业和信息化局,Bureau,台账,Ledger,"},
      {FINDINGS, NULL, "F-3,L-2,2021,breach,停窑,Stop,,official"}},
     NULL},
    {"a finding without events",
     "event-missing",
     {{EVENTS, "F-2,2021-07-10,checked," BY "现场核查,On-site inspection,\n", ""}},
     NULL},
    {"events whose dates run backwards", "event-order", {{EVENTS, "2021-07-24", "2021-07-20 11:00"}}, NULL},
    {"an order to stop before anything was found",
     "event-order",
     {{EVENTS, "2021-07-20 10:30,found-running", "2021-07-20 10:30,checked"}},
     NULL},
    {"a clean finding with a breach",
     "event-result",
     {{EVENTS, "F-2,2021-07-10,checked", "F-2,2021-08-12 09:00,found-running"},
      {STOPPAGES, "L-1,2021-08-10,2021-08-14,off-peak", "L-1,2021-08-13,2021-08-17,off-peak"}},
     NULL},
    {"a breach without one",
     "event-result",
     {{FINDINGS, NULL, "F-3,L-5,2021,breach,停窑,Stop,,official"},
      {EVENTS, NULL, "F-3,2021-07-22,checked," BY "现场,On site,"}},
     NULL},
    {"an event before the finding's year",
     "finding-year",
     {{EVENTS, "F-2,2021-07-10", "F-2,2020-12-31"}},
     NULL},
    {"an event on its first day", "", {{EVENTS, "F-2,2021-07-10", "F-2,2021-01-01"}}, NULL},
    {"an event after the next year", "finding-year", {{EVENTS, "F-2,2021-07-10", "F-2,2023-01-01"}}, NULL},

    /* R9 */
    {"an interview before anything was found",
     "interview-early",
     {{INTERVIEWS, "2021-08-02", "2021-07-19"}, {XML, "2021-07-28", "2021-07-18"}},
     NULL},
    {"an interview about a clean finding",
     "interview-clean",
     {{INTERVIEWS, NULL, "V-2,F-2,2021-08-02," BY ",corrected"}},
     NULL},
    {"a call to another enterprise than the finding is about",
     "interview-addressee",
     {{XML, CALL, CALL "<addressee><zh>青岛示例水泥有限公司</zh><en>Qingdao</en></addressee>"}},
     NULL},
    {"a call to the enterprise, and to one beside it",
     "",
     {{XML, CALL,
       CALL "<addressee><zh>青岛示例水泥有限公司</zh><en>Qingdao</en></addressee>"
            "<addressee><zh>济南示例水泥有限公司</zh><en>It</en></addressee>"}},
     NULL},
    {"a call to what no table knows",
     "",
     {{XML, CALL, CALL "<addressee><zh>某集团有限公司</zh><en>Group</en></addressee>"}},
     NULL},
    {"a call before there was anything to find",
     "interview-early",
     {{XML, "kind=\"interview\" date=\"2021-07-28\"", "kind=\"interview\" date=\"2021-07-19\""}},
     NULL},
    {"a call to an interview that is over", "interview-notice", {{XML, "2021-07-28", "2021-08-03"}}, NULL},
    {"a call on the day of the interview", "", {{XML, "2021-07-28", "2021-08-02"}}, NULL},
    {"exposed though corrected",
     "annotation-unfounded exposure-unrefused",
     {{INTERVIEWS, "refused", "corrected"}},
     NULL},
    {"exposed though corrected at a later interview",
     "annotation-unfounded exposure-unrefused",
     {{INTERVIEWS, NULL, "V-2,F-1,2021-08-20," BY ",corrected"}},
     NULL},
    {"exposed when corrected at an earlier one",
     "",
     {{INTERVIEWS, NULL, "V-2,F-1,2021-07-29," BY ",corrected"}},
     NULL},
    {"exposed when found running again after it was corrected",
     "",
     {{INTERVIEWS, NULL, "V-2,F-1,2021-08-20," BY ",corrected"},
      {EVENTS, "F-1,2021-07-24", "F-1,2021-09-05"}},
     NULL},
    {"exposed before the interview is held",
     "annotation-unfounded exposure-unrefused",
     {{INTERVIEWS, "refused", ""}},
     NULL},
    {"exposed on the day of the refusal",
     "annotation-unfounded exposure-unrefused",
     {{XML, "kind=\"exposure\" date=\"2021-09-10\"", "kind=\"exposure\" date=\"2021-08-02\""}},
     NULL},
    {"exposed the day after",
     "",
     {{XML, "kind=\"exposure\" date=\"2021-09-10\"", "kind=\"exposure\" date=\"2021-08-03\""},
      {INTERVIEWS, "2021-08-10", "2021-08-02"}},
     NULL},
    {"exposed on the last day to put matters right",
     "exposure-early",
     {{INTERVIEWS, "2021-08-10", "2021-09-10"}},
     NULL},
    {"exposed the day after that", "", {{INTERVIEWS, "2021-08-10", "2021-09-09"}}, NULL},
    {"refused and corrected, nobody knows in which order",
     "annotation-unfounded exposure-unrefused",
     {{INTERVIEWS, NULL, "V-2,F-1,2021-08-02 09:00," BY ",corrected"}},
     NULL},
    {"a clean finding exposed",
     "exposure-clean",
     {{XML,
       "<notice id=\"exposure-1\" kind=\"exposure\" date=\"2021-09-10\">\n    <issuer ref=\"industry\"/>",
       "<notice id=\"exposure-1\" kind=\"exposure\" date=\"2021-09-10\">\n    <issuer ref=\"industry\"/>\n   "
       " "
       "<finding ref=\"F-2\"/>"}},
     NULL},
    {"noted in the list of its own year",
     "annotation-unfounded",
     {{XML, "date=\"2022-01-20\" year=\"2022\"", "date=\"2022-01-20\" year=\"2021\""}},
     NULL},

    /* over the years */
    {"a year that follows", "", {{NEXT, NULL, NEXT_YEAR("")}}, NULL},
    {"a line that comes again under another id",
     "line-renumbered",
     {{NEXT, NULL, NEXT_YEAR("")},
      {"2022/lines.csv", NULL,
       "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,status,kiln,"
       "carbide_slag\nL-9,E-1,1号窑,Kiln No. 1,4.8,5000,155,suspended,ordinary,no\n"}},
     NULL},
    {"a correction",
     "",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("c-1", "2022-03-01", CORRECTS))}, {CORRECTION_ROWS FIRST_ROW}},
     NULL},
    {"a correction on the day of its notice",
     "correction-early",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("c-1", "2021-09-10", CORRECTS))}, {CORRECTION_ROWS FIRST_ROW}},
     NULL},
    {"a correction of nothing",
     "correction-empty",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("c-1", "2022-03-01", CORRECTS))}},
     NULL},
    {"two corrections of one notice on one day",
     "correction-twice",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("c-1", "2022-03-01", CORRECTS) AMENDS("c-2", "2022-03-01", CORRECTS))},
      {CORRECTION_ROWS FIRST_ROW "K-2,c-2,findings,F-1,duty_en,Summer stop,Stop\n"}},
     NULL},
    {"two corrections a day apart",
     "",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("c-1", "2022-03-01", CORRECTS) AMENDS("c-2", "2022-03-02", CORRECTS))},
      {CORRECTION_ROWS FIRST_ROW "K-2,c-2,findings,F-1,duty_en,Summer stop,Stop\n"}},
     NULL},
    {"a correction of what was withdrawn",
     "correction-withdrawn",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("w-1", "2022-02-28", WITHDRAWS) AMENDS("c-1", "2022-03-01", CORRECTS))},
      {CORRECTION_ROWS FIRST_ROW}},
     NULL},
    {"an interview before the law it needs",
     "interview-early notice-unfounded",
     {{XML, "kind=\"interview\" date=\"2021-07-28\"", "kind=\"interview\" date=\"2020-12-20\""}},
     NULL},
    {"a list before the law it needs",
     "notice-unfounded",
     {{XML, "</publication>", LIST_2021("2020-12-20") "</publication>"}},
     NULL},
    {"a list on the law's first day",
     "",
     {{XML, "</publication>", LIST_2021("2020-12-21") "</publication>"}},
     NULL},
    {"an exposure withdrawn after the list",
     "",
     {{NEXT, NULL, NEXT_YEAR(AMENDS("w-1", "2022-01-21", WITHDRAWS))}},
     NULL},
    {"an exposure withdrawn before the list that notes it",
     "annotation-unfounded",
     {{XML, "</publication>", AMENDS("w-1", "2022-01-19", WITHDRAWS) "</publication>"}},
     NULL},
    {"an exposure withdrawn before the list that notes it, and exposed again",
     "",
     {{XML, "</publication>",
       AMENDS("w-1", "2021-12-20", WITHDRAWS) "<notice id=\"again\" kind=\"exposure\" date=\"2022-01-10\">"
                                              "<issuer ref=\"industry\"/><finding ref=\"F-1\"/></notice>\n"
                                              "</publication>"}},
     NULL},
    {"an exposure withdrawn, and exposed again after the list that notes it",
     "annotation-unfounded",
     {{XML, "</publication>",
       AMENDS("w-1", "2021-12-20", WITHDRAWS) "<notice id=\"again\" kind=\"exposure\" date=\"2022-01-21\">"
                                              "<issuer ref=\"industry\"/><finding ref=\"F-1\"/></notice>\n"
                                              "</publication>"}},
     NULL},
    {"an objection upheld before the list",
     "annotation-unfounded",
     {{UPHELD}, {STOPPAGES, NULL, "S-20,L-2,2021-07-16,2021-07-25,off-peak,市工业和信息化局,Bureau"}},
     NULL},
    {"an objection upheld, and the days still short",
     "annotation-unfounded shortfall-unrecorded",
     {{UPHELD}},
     NULL},
    {"an objection upheld, and rejected on appeal",
     "",
     {{"objections.csv", NULL,
       "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
       "O-1,F-1,2021-09-20,objection,由,Grounds,2021-10-19,upheld\n"
       "O-2,F-1,2021-10-20,appeal,由,Grounds,2022-01-10,rejected\n"}},
     NULL},
    {"an objection decided in two ways",
     "objection-twice",
     {{NEXT, NULL, NEXT_YEAR("")},
      {OBJECTIONS "O-1,F-1,2021-07-20,objection,由,Grounds,2022-03-01,rejected\n"
                  "O-2,F-1,2021-07-20,objection,由,Grounds,2022-03-01,partly-upheld\n"}},
     NULL},
    {"an objection and an appeal of one day",
     "",
     {{NEXT, NULL, NEXT_YEAR("")},
      {OBJECTIONS "O-1,F-1,2021-07-20,objection,由,Grounds,2022-03-01,rejected\n"
                  "O-2,F-1,2021-07-20,appeal,由,Grounds,2022-03-01,rejected\n"}},
     NULL},
    {"an objection before the finding",
     "objection-early",
     {{NEXT, NULL, NEXT_YEAR("")}, {OBJECTIONS "O-1,F-1,2021-07-19,objection,由,Grounds,,\n"}},
     NULL},
    {"an objection on the day of the finding",
     "",
     {{NEXT, NULL, NEXT_YEAR("")}, {OBJECTIONS "O-1,F-1,2021-07-20,objection,由,Grounds,,\n"}},
     NULL},
    {"a decision not yet taken",
     "objection-undecided",
     {{NEXT, NULL, NEXT_YEAR(DECIDES)}, {OBJECTIONS "O-1,F-1,2021-07-20,objection,由,Grounds,,\n"}},
     NULL},
    {"a decision taken the day after",
     "objection-undecided",
     {{NEXT, NULL, NEXT_YEAR(DECIDES)},
      {OBJECTIONS "O-1,F-1,2021-07-20,objection,由,Grounds,2022-03-02,rejected\n"}},
     NULL},
    {"a decision of the day",
     "",
     {{NEXT, NULL, NEXT_YEAR(DECIDES)},
      {OBJECTIONS "O-1,F-1,2021-07-20,objection,由,Grounds,2022-03-01,rejected\n"}},
     NULL},
    {"a restriction before the exposure",
     "restriction-unfounded",
     {{NEXT, NULL, NEXT_YEAR("")}, {RESTRICTIONS "R-1,F-1,2021-09-09,限,,\n"}},
     NULL},
    {"a restriction from the exposure on",
     "",
     {{NEXT, NULL, NEXT_YEAR("")}, {RESTRICTIONS "R-1,F-1,2021-09-10,限,2022-02-01,解\n"}},
     NULL},
    {"a restriction without an exposure",
     "restriction-unfounded",
     {{NEXT, NULL, NEXT_YEAR("")}, {RESTRICTIONS "R-1,F-2,2021-09-10,限,,\n"}},
     NULL},
    {"a line replaced by another enterprise's while it is barred",
     "trade-barred",
     {{CHANGES("C-1,replaced,2022-03-20,,L-2,,,,L-6,文")}},
     NULL},
    {"by its own enterprise's", "", {{CHANGES("C-1,replaced,2022-03-20,,L-2,,,,L-1,文")}}, NULL},
    {"a line that isn't barred", "", {{CHANGES("C-1,replaced,2022-03-20,,L-1,,,,L-6,文")}}, NULL},
    {"a line whose bar was lifted by then",
     "",
     {{CHANGES("C-1,replaced,2022-03-20,,L-2,,,,L-6,文")},
      {"restrictions.csv", NULL,
       "id,finding,from,approval,lifted_on,lift_approval\nR-1,F-1,2021-09-10,限,2022-03-20,解"}},
     NULL},
    {"a line whose bar is lifted the day after",
     "trade-barred",
     {{CHANGES("C-1,replaced,2022-03-20,,L-2,,,,L-6,文")},
      {"restrictions.csv", NULL,
       "id,finding,from,approval,lifted_on,lift_approval\nR-1,F-1,2021-09-10,限,2022-03-21,解"}},
     NULL},
    {"a list that doesn't name all it notes",
     "annotation-dropped",
     {{FINDINGS, NULL, "F-3,L-4,2021,breach,停窑,Stop,,official"},
      {EVENTS, NULL, "F-3,2021-02-20 09:00,found-running,市工业和信息化局,Bureau,现场,On site,"},
      {INTERVIEWS, NULL, "V-3,F-3,2021-02-25 09:00," BY ",refused"},
      {XML, "<notice id=\"list-2022\"",
       "<notice id=\"x-3\" kind=\"exposure\" date=\"2021-06-01\"><issuer ref=\"industry\"/><finding "
       "ref=\"F-3\"/></notice>\n  <notice id=\"list-2022\""}},
     NULL},

    /* R7 */
    {"a vote before recognition", "task-order", {{TASKS, "2021-08-20", "2021-09-11"}}, NULL},
    {"recognised on the day of the vote", "", {{TASKS, "2021-08-20", "2021-09-10"}}, NULL},
    {"a plan filed before the vote", "task-order", {{TASKS, "2021-09-30", "2021-09-09"}}, NULL},
    {"a special-task plan filed a day late", "task-late", {{TASKS, "2021-09-30", "2021-10-16"}}, NULL},
    {"a special-task plan filed on the last day", "", {{TASKS, "2021-09-30", "2021-10-15"}}, NULL},
    {"a special-task plan never filed", "task-unfiled", {{TASKS, "2021-09-30", ""}}, NULL},
    {"another task than the line has",
     "task-unlisted task-unrecognised",
     {{TASKS, "L-3,heating", "L-3,sludge"}},
     NULL},
    {"a task that nobody recognised",
     "task-unrecognised",
     {{LINES, "special-cement,no,", "special-cement,no,project-supply"}},
     NULL},
    {"the same task twice",
     "task-duplicate",
     {{TASKS, NULL,
       "T-2,L-3,heating,18,万平方米,Units,no,2021-08-01," BY "2021-08-20,3,3,2021-09-10,2021-09-30"}},
     NULL},
    {"exactly two thirds of the votes", "vote-lost", {{TASKS, ",3,3,", ",2,3,"}}, NULL},
    {"more votes entitled than enterprises", "vote-entitled", {{TASKS, ",3,3,", ",3,4,"}}, NULL},
    {"fewer votes entitled than enterprises", "vote-entitled", {{TASKS, ",3,3,", ",2,2,"}}, NULL},
    {"an enterprise whose only line begins after the vote has none",
     "",
     {{LINES, "2008-05-01", "2021-10-01"},
      {TASKS, ",3,3,", ",2,2,"},
      {STOPPAGES, "L-5,2021-03-16,2021-07-05,swap", "L-1,2021-03-16,2021-07-05,swap"},
      {STOPPAGES, "L-5,2021-07-26,2021-08-03,swap", "L-1,2021-07-26,2021-08-03,swap"},
      {"swaps.csv", "L-4,L-5", "L-4,L-1"}},
     NULL},
    {"more votes than entitled", "vote-entitled", {{TASKS, ",3,3,", ",4,3,"}}, NULL},

    /* R6 */
    {"a heating plan a day late",
     "plan-late",
     {{XML, "date=\"2021-10-15\" season", "date=\"2021-10-16\" season"},
      {XML, "printed-on=\"2021-10-15\"", ""}},
     NULL},
    {"another plan nine days before",
     "plan-late",
     {{XML, "date=\"2021-06-20\"", "date=\"2021-06-27\""}},
     NULL},
    {"another plan ten days before", "", {{XML, "date=\"2021-06-20\"", "date=\"2021-06-26\""}}, NULL},
    {"a plan on the day its first window begins",
     "plan-after-start",
     {{XML, "date=\"2021-06-20\"", "date=\"2021-07-06\""}},
     NULL},
    {"a plan the day before", "plan-late", {{XML, "date=\"2021-06-20\"", "date=\"2021-07-05\""}}, NULL},
    {"a plan that was never out for comment",
     "draft-missing",
     {{XML, "kind=\"plan-draft\" date=\"2021-06-01\"", "kind=\"special-task\" date=\"2021-06-01\""},
      {XML, " follows=\"draft-summer\"", ""}},
     NULL},
    {"a draft on the day of its plan",
     "draft-missing",
     {{XML, "date=\"2021-06-01\" season", "date=\"2021-06-20\" season"},
      {XML, "<comment from=\"2021-06-01\" to=\"2021-06-10\"/>", ""}},
     NULL},
    {"a plan while comments are open",
     "draft-open",
     {{XML, "date=\"2021-06-20\"", "date=\"2021-06-10\""}},
     NULL},
    {"a plan the day after", "", {{XML, "date=\"2021-06-20\"", "date=\"2021-06-11\""}}, NULL},
    {"a plan that follows another season's draft",
     "follows-wrong",
     {{XML, "follows=\"draft-autumn\"", "follows=\"draft-summer\""}},
     NULL},
    {"a plan that changes the plan before it",
     "",
     {{XML, "</publication>",
       "<notice id=\"change\" kind=\"plan\" date=\"2021-07-10\" season=\"summer-2021\" "
       "follows=\"plan-summer\"><issuer ref=\"association\"/></notice></publication>"}},
     NULL},
    {"a plan that follows a special-task plan",
     "follows-wrong",
     {{XML, "</publication>",
       "<notice id=\"change\" kind=\"plan\" date=\"2021-11-10\" season=\"heating-2021\" "
       "follows=\"tasks-heating\"><issuer ref=\"association\"/></notice></publication>"}},
     NULL},
    {"a special-task plan that follows the draft",
     "",
     {{XML, "kind=\"special-task\" date=\"2021-10-08\"",
       "kind=\"special-task\" date=\"2021-10-08\" follows=\"draft-heating\""}},
     NULL},
    {"comments for one day", "", {{XML, "to=\"2021-06-10\"", "to=\"2021-06-01\""}}, NULL},
    {"comments before the notice",
     "comment-period",
     {{XML, "from=\"2021-06-01\"", "from=\"2021-05-31\""}},
     NULL},
    {"comments for nine days where ten are asked",
     "comment-period",
     {{RULES_XML, NULL, TEN_DAYS}, {XML, "to=\"2021-06-10\"", "to=\"2021-06-09\""}},
     NULL},
    {"comments for ten days", "", {{RULES_XML, NULL, TEN_DAYS}}, NULL},

    /* R10 to R12, and notices */
    {"no fax for complaints", "channel-missing", {{CHANNELS, "fax", "visit"}}, NULL},
    {"no line list for the year",
     "list-missing",
     {{XML, "kind=\"line-list\" date=\"2022-01-20\" year=\"2022\"", "kind=\"exposure\" date=\"2022-01-20\""}},
     NULL},
    {"a line list of the year after the next",
     "list-year",
     {{XML, "date=\"2022-01-20\" year=\"2022\"", "date=\"2022-01-20\" year=\"2023\""},
      {XML, "year=\"2023\">\n    <issuer ref=\"industry\"/>\n    <finding ref=\"F-1\"/>",
       "year=\"2023\"><issuer ref=\"industry\"/>"}},
     NULL},
    {"a summary of another year",
     "summary-year",
     {{XML, "date=\"2022-02-01\" year=\"2021\"", "date=\"2022-02-01\" year=\"2020\""}},
     NULL},
    {"a summary on the year's last day",
     "summary-early",
     {{XML, "date=\"2022-02-01\" year=\"2021\"", "date=\"2021-12-31\" year=\"2021\""}},
     NULL},
    {"a summary of which nothing is verified", "summary-unverified", {{STOPPAGES, NULL, NULL}}, NULL},
    {"a summary the day after",
     "",
     {{XML, "date=\"2022-02-01\" year=\"2021\"", "date=\"2022-01-01\" year=\"2021\""}},
     NULL},
    {"one number for two notices", "number-duplicate", {{XML, "serial=\"9\"", "serial=\"6\""}}, NULL},
    {"a number of last year",
     "number-year",
     {{XML, "year=\"2021\" serial=\"9\"", "year=\"2020\" serial=\"9\""}},
     NULL},
    {"printed before it was issued",
     "printed-early",
     {{XML, "printed-on=\"2021-10-15\"", "printed-on=\"2021-10-14\""}},
     NULL},
    {"printed 92 days after it was issued",
     "",
     {{XML, "printed-on=\"2021-10-15\"", "printed-on=\"2022-01-15\""}},
     NULL},
    {"printed in another year than it was issued",
     "printed-late",
     {{XML, "printed-on=\"2021-10-15\"", "printed-on=\"2022-10-15\""}},
     NULL},
    {"addressed twice to the same body",
     "copy-duplicate",
     {{XML, "<addressee>",
       "<addressee><zh>各市工业和信息化局</zh><en>City bureaux</en></addressee>\n    <addressee>"}},
     NULL},
    {"issued twice by the same authority",
     "issuer-duplicate",
     {{XML, "year=\"2022\">\n    <issuer ref=\"industry\"/>",
       "year=\"2022\">\n    <issuer ref=\"industry\"/>\n    <issuer ref=\"industry\"/>"}},
     NULL},
    {"a second list of a year",
     "year-twice",
     {{XML, "</publication>", LIST_2022_OF("") "</publication>"}},
     NULL},
    {"a second list of a year, the first withdrawn",
     "",
     {{XML, "</publication>", WITHDRAWN_LIST LIST_2022_OF("") "</publication>"}},
     NULL},
    {"a list announced anew, after an exposure that the one withdrawn couldn't know",
     "",
     {{XML, "date=\"2021-09-10\"", "date=\"2022-01-22\""},
      {XML, "year=\"2022\">\n    <issuer ref=\"industry\"/>\n    <finding ref=\"F-1\"/>",
       "year=\"2022\">\n    <issuer ref=\"industry\"/>"},
      {XML, "</publication>", WITHDRAWN_LIST LIST_2022_OF("<finding ref=\"F-1\"/>") "</publication>"}},
     NULL},
    {"a summary that the departments circulate beside the association's",
     "",
     {{XML, "</publication>",
       "<notice id=\"again\" kind=\"summary\" date=\"2022-03-01\" year=\"2021\"><issuer ref=\"industry\"/>"
       "</notice>\n</publication>"}},
     NULL},
    {"copied to an addressee", "copy-duplicate", {{XML, "省生态环境厅", "各市工业和信息化局"}}, NULL},
    {"lists and summaries that lie ahead of the as-of date", "stoppage-unended", {{0}}, "2021-08-15"},

    {"two lines of one name in two ways of writing",
     "line-duplicate",
     {{LINES, "L-2,E-1,2号窑", "L-2,E-1,１#窑"}},
     NULL},
    {"two enterprises of one name",
     "enterprise-duplicate",
     {{"enterprises.csv", "E-2,淄博示例", "E-2,济南示例"}},
     NULL},
    {"two lines of one name", "line-duplicate", {{LINES, "L-2,E-1,2号窑", "L-2,E-1,1号窑"}}, NULL},
};

#define HEATING_RULE RULES("<heating-plan by=\"10-15\" clause=\"N 三\"/>")
#define ANNUAL(days) RULES("<annual-days value=\"" days "\" clause=\"N 二\"/>")
#define TASK(line, task, year_round)                                                                         \
    "id,line,task,year_round,declared_on,recognised_by_zh,recognised_by_en,recognised_on,votes_for,"         \
    "votes_entitled,vote_date,plan_filed_on\nT-1," line "," task "," year_round                              \
    ",2025-08-01,局,Bureau,2025-08-20,0,9,2025-09-10,2025-12-30\n"

#define SHORT(days)                                                                                          \
    "id,line,year,result,duty_zh,duty_en,days_short,source\nF-1,L-1,2026,breach,停窑,Stop," days ",official" \
    "\n"
#define FOUND                                                                                                \
    "finding,at,kind,by_zh,by_en,how_zh,how_en\nF-1,2026-02-01 09:00,found-running,局,Bureau,现场,On site\n"
#define STOPPED                                                                                              \
    "id,line,start,end,why,verified_by_zh,verified_by_en\nS-1,L-1,2026-01-01,2026-01-31,off-peak,局,"       \
    "Bureau\n"

/* Under the nation's rules alone, by calendar years. What its rules don't have is not asked. */
static const struct {
    const char *name, *faults;
    DataEdit edits[MOST_EDITS];
    const char *as_of; /* NULL: the year's last day */
} others[] = {
    {"a plan on the day before it starts, without deadline and draft", "", {{0}}, NULL},
    {"a plan on the day it starts", "plan-after-start", {{XML, "2025-12-31", "2026-01-01"}}, NULL},
    {"a plan that ends its year a day early", "window-short", {{PLAN, "2026-12-31", "2026-12-30"}}, NULL},
    {"a plan that begins its year a day late", "window-short", {{PLAN, "2026-01-01", "2026-01-02"}}, NULL},
    {"a plan that takes up winter a day late", "window-short", {{PLAN, "2026-11-01", "2026-11-02"}}, NULL},
    {"the deadline before the winter it begins in",
     "draft-missing plan-late",
     {{RULES_XML, NULL, HEATING_RULE}},
     NULL},
    {"a plan in time for it",
     "draft-missing",
     {{RULES_XML, NULL, HEATING_RULE}, {XML, "2025-12-31", "2025-10-15"}},
     NULL},
    {"as many days as the year asks", "", {{RULES_XML, NULL, ANNUAL("166")}}, NULL},
    {"a day fewer", "annual-short", {{RULES_XML, NULL, ANNUAL("167")}}, NULL},
    {"a plan that doesn't hold the year",
     "",
     {{RULES_XML, NULL, ANNUAL("167")}, {PLAN, "P-2,heating-2026,province,,,2026-11-01,2026-12-31,\n", ""}},
     NULL},
    {"a lost vote and a late filing",
     "",
     {{TASKS, NULL, TASK("L-1", "heating", "no")}, {LINES, "no,\nL-2", "no,heating\nL-2"}},
     NULL},
    {"a heating line that doesn't make up",
     "make-up-short",
     {{TASKS, NULL, TASK("L-1", "heating", "no")},
      {LINES, "no,\nL-2", "no,heating\nL-2"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"}},
     NULL},
    {"a waste line, not all year",
     "window-short",
     {{TASKS, NULL, TASK("L-1", "sludge", "no")},
      {LINES, "no,\nL-2", "no,sludge\nL-2"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"}},
     NULL},
    {"a waste line whose task can't be read",
     "code-unknown",
     {{TASKS, NULL, TASK("L-1", "sludg", "yes")},
      {LINES, "no,\nL-2", "no,sludge\nL-2"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"}},
     NULL},
    {"a waste line all year, at full load",
     "load-limit-missing",
     {{TASKS, NULL, TASK("L-1", "sludge", "yes")},
      {LINES, "no,\nL-2", "no,sludge\nL-2"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"}},
     NULL},
    {"a region that sets its own window",
     "",
     {{RULES_XML, NULL, RULES("<window region=\"JL\" clause=\"N 二\"/>")},
      {PLAN, "2026-01-01", "2026-02-01"}},
     NULL},
    {"a line commissioned after the season",
     "",
     {{PLAN, "P-1,heating-2026,province,,", "P-1,heating-2026,province,,L-1"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"},
      {LINES, "2009-06-18,operating,ordinary,no,\nL-2", "2027-01-01,operating,ordinary,no,\nL-2"}},
     NULL},
    {"a line commissioned on its last day",
     "line-not-reached",
     {{PLAN, "P-1,heating-2026,province,,", "P-1,heating-2026,province,,L-1"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"},
      {LINES, "2009-06-18,operating,ordinary,no,\nL-2", "2026-12-31,operating,ordinary,no,\nL-2"}},
     NULL},
    {"a line whose first day isn't known",
     "line-not-reached",
     {{PLAN, "P-1,heating-2026,province,,", "P-1,heating-2026,province,,L-1"},
      {PLAN, "P-2,heating-2026,province,,", "P-2,heating-2026,province,,L-1"},
      {LINES, "2009-06-18,operating,ordinary,no,\nL-2", ",operating,ordinary,no,\nL-2"}},
     NULL},
    {"draft and special-task plan call for no line list",
     "",
     {{XML, "</publication>",
       "<notice id=\"d\" kind=\"plan-draft\" date=\"2025-12-01\" season=\"heating-2026\"><issuer "
       "ref=\"industry\"/></notice><notice id=\"s\" kind=\"special-task\" date=\"2025-12-01\" "
       "season=\"heating-2026\"><issuer ref=\"industry\"/></notice></publication>"}},
     NULL},
    {"days short so far",
     "",
     {{"findings.csv", NULL, SHORT("4")}, {EVENTS, NULL, FOUND}, {STOPPAGES, NULL, STOPPED}},
     "2026-02-04"},
    {"days short so far, a day off",
     "days-short-wrong",
     {{"findings.csv", NULL, SHORT("5")}, {EVENTS, NULL, FOUND}, {STOPPAGES, NULL, STOPPED}},
     "2026-02-04"},
    {"days short where nothing was verified of any line",
     "",
     {{"findings.csv", NULL, SHORT("5")}, {EVENTS, NULL, FOUND}},
     "2026-02-04"},
    {"exposed without an interview",
     "list-missing",
     {{"findings.csv", NULL,
       "id,line,year,result,duty_zh,duty_en,source\nF-1,L-1,2026,breach,停窑,Stop,official\n"},
      {EVENTS, NULL,
       "finding,at,kind,by_zh,by_en,how_zh,how_en\nF-1,2026-01-05,found-running,局,Bureau,现场,On site\n"},
      {XML, "</publication>",
       "<notice id=\"x\" kind=\"exposure\" date=\"2026-02-01\"><issuer ref=\"industry\"/><finding "
       "ref=\"F-1\"/></notice></publication>"}},
     NULL},
};

START_TEST(other_region_is_asked_less)
{
    g_autofree char *text = NULL, *faults = NULL;

    faults = data_fault_ids("tests/check/data/jilin", others[_i].edits, MOST_EDITS,
                            others[_i].as_of == NULL ? "2026-12-31" : others[_i].as_of, &text);
    ck_assert_msg(strcmp(faults, others[_i].faults) == 0, "%s:\ngot      \"%s\"\nexpected \"%s\"\n%s",
                  others[_i].name, faults, others[_i].faults, text);
}
END_TEST

START_TEST(year_breaks_only_what_is_broken)
{
    g_autofree char *text = NULL, *faults = NULL;
    const char *as_of = cases[_i].as_of == NULL ? AS_OF : cases[_i].as_of;

    faults = data_fault_ids(YEAR, cases[_i].edits, MOST_EDITS, as_of, &text);
    ck_assert_msg(strcmp(faults, cases[_i].faults) == 0, "%s:\ngot      \"%s\"\nexpected \"%s\"\n%s",
                  cases[_i].name, faults, cases[_i].faults, text);
}
END_TEST

/* One slip, and what it makes of the rows that follow from it. */
static const struct {
    const char *name;
    DataEdit edits[MOST_EDITS];
    unsigned faults;
} slips[] = {
    {"the first event under a wrong kind, the others for want of it", /* and the result, which waits for it */
     {{EVENTS, "2021-07-20 10:30,found-running", "2021-07-20 10:30,ordered-to-stop"},
      {EVENTS, "2021-07-24,second-breach", "2021-07-24,stopped"}},
     2},
    {"a season whose row stands in the draft alone",
     {{PLAN, "P-3,heating-2021,both", "P-3,heating-2021,draft"},
      {PLAN, NULL, "P-8,heating-2021,,,line,L-3,,2021-11-15,2022-03-15,,,,80,"},
      {LINES, NULL, "L-7,E-3,3号窑,Kiln No. 3,3.5,2000,62,1999-05-01,operating,ordinary,no,"},
      {LINES, NULL, "L-8,E-3,4号窑,Kiln No. 4,3.5,2000,62,1999-05-01,operating,ordinary,no,"},
      {FINDINGS, "stop,10,", "stop,,"}},
     5}, /* five lines not reached; four with 94 days planned; one with 109; two new ones without a stoppage
          */
    {"a counting rule that counts what there isn't",
     {{RULES_XML, NULL,
       RULES(
           "<counting id=\"mine\" end=\"inclusive\" days=\"hours\" rounding=\"none\" counts=\"offpeak\"/>")},
      {XML, "heating=\"no\" counting=\"shandong\"><name><zh>汛",
       "heating=\"no\" counting=\"mine\"><name><zh>汛"}},
     1},
};

START_TEST(slip_is_told_once)
{
    g_autofree char *text = NULL, *ids = data_fault_ids(YEAR, slips[_i].edits, MOST_EDITS, AS_OF, &text);
    unsigned count = 0;

    for (const char *at = text; (at = strstr(at, ": error: ")) != NULL; at++)
        count++;
    ck_assert_msg(count == slips[_i].faults, "%s: expected %u faults, got %u (%s)\n%s", slips[_i].name,
                  slips[_i].faults, count, ids, text);
}
END_TEST

/* A rule that nothing provokes could be taken away unseen. */
START_TEST(every_kind_of_fault_is_provoked)
{
    g_autoptr(GString) all = g_string_new(" ");
    g_autofree char *id = g_strdup_printf(" %s ", gaz_check_faults[_i].id);

    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++)
        g_string_append_printf(all, "%s ", cases[i].faults);
    ck_assert_msg(strstr(all->str, id) != NULL, "no case provokes%s", id);
}
END_TEST

static const struct {
    const char *name;
    DataEdit edit;
    const char *line;
} messages[] = {
    {"a declared total shows both figures and how the days were counted",
     {PLAN, "07-25,,,,,20", "07-25,,,,,19"},
     "plan.csv:3:66: error: declared_days: the days declared are not those of the row's own dates: found "
     "\"19 "
     "days\", expected 20 days (2021-07-06T00:00 to 2021-07-25T24:00 by the counting rule shandong: a bare "
     "last "
     "day counts, 24 hours a day, not rounded) [SD 二] (declared-days)\n"},
    {"days short show windows and stops",
     {FINDINGS, "stop,10,", "stop,11,"},
     "findings.csv:2:49: error: days_short: the days short are not those computed from plan and stoppages: "
     "found "
     "\"11 days\", expected 10 days as of 2022-08-31: 156 days required of line L-2 in the accounting year "
     "(windows: 2020-11-15T00:00 to 2021-03-15T24:00, 2021-07-06T00:00 to 2021-07-25T24:00, 15 days in "
     "2021-09-01T00:00 "
     "to "
     "2021-10-31T24:00, 2021-11-15T00:00 to 2022-03-15T24:00), 146 days verified (stops: 2020-11-15T00:00 to "
     "2021-03-15T24:00, 2021-07-06T00:00 to 2021-07-15T24:00, 2021-09-10T00:00 to 2021-09-24T24:00, "
     "2021-11-15T00:00 to 2022-03-15T24:00) [SD 二] (days-short-wrong)\n"},
    {"lines short by the same days are told once",
     {PLAN, "L-3,2021-11-15,2022-03-15,,,,,121", "L-3,2021-11-15,2022-03-14,,,,,120"},
     "plan.csv:4:44: error: start: the heating-season plan stops for less than the region's off-peak window: "
     "found "
     "\"line L-1 and 2 more lines: 120 days\", expected at least the 121 days of 2021-11-15T00:00 to "
     "2022-03-15T24:00 [SD 二] (window-short)\n"},
    {"a vote shows what would have done",
     {TASKS, ",3,3,", ",2,3,"},
     "tasks.csv:2:95: error: votes_for: not enough votes for the special task: found \"2 of 3\", expected 3 "
     "or more: "
     "over 2/3 of them [SD 三] (vote-lost)\n"},
};

START_TEST(message_shows_the_figures)
{
    g_autofree char *text = NULL, *ids = data_fault_ids(YEAR, &messages[_i].edit, 1, AS_OF, &text);

    ck_assert_str_eq(text, messages[_i].line);
    ck_assert_str_ne(ids, "");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("rules");
    TCase *tests = tcase_create("rules");

    tcase_add_loop_test(tests, year_breaks_only_what_is_broken, 0, G_N_ELEMENTS(cases));
    tcase_add_loop_test(tests, slip_is_told_once, 0, G_N_ELEMENTS(slips));
    tcase_add_loop_test(tests, other_region_is_asked_less, 0, G_N_ELEMENTS(others));
    tcase_add_loop_test(tests, every_kind_of_fault_is_provoked, 0, GAZ_CHECK_FAULTS);
    tcase_add_loop_test(tests, message_shows_the_figures, 0, G_N_ELEMENTS(messages));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
