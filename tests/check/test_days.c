/* test_days.c - days of a row, of layered windows and of stoppages, as of a day. Each row of a table is a
 * plan of its own; the lines and rules around it are those of tests/check/data/days. */
#include "../support/build_data.h"
#include "../support/suite.h"
#include "check/years.h"
#include <check.h>
#include <string.h>

#define DAYS "tests/check/data/days"

/* `days` in thousandths, so that 44.5 days are 44500. */
static const struct {
    const char *name, *row; /* after id, and after the season */
    GazDecimal days;
} rows[] = {
    {"a bare last day that counts", "whole,province,,2021-11-15,2022-03-15,,", 121000},
    {"one day", "whole,province,,2021-11-15,2021-11-15,,", 1000},
    {"across the year end", "whole,province,,2021-12-31,2022-01-01,,", 2000},
    {"a leap year", "whole,province,,2024-02-28,2024-03-01,,", 3000},
    {"0:00 to 24:00", "whole,province,,2021-12-01 00:00,2022-03-31 24:00,,", 121000},
    {"24:00 is the next midnight", "whole,province,,2021-07-05 24:00,2021-07-25T24:00,,", 20000},
    {"midnight to midnight", "half-open,province,,2018-08-10,2018-08-20,,", 10000},
    {"8:00 to 8:00", "half-open,province,,2024-07-01 08:00,2024-07-16 08:00,,", 15000},
    {"8:00 to 8:00, the last day counting or not", "whole,province,,2024-07-01 08:00,2024-07-16 08:00,,",
     15000},
    {"8:00 to 8:00 in calendar dates", "dates,province,,2024-07-01 08:00,2024-07-16 08:00,,", 16000},
    {"noon to midnight", "whole,province,,2021-07-01 12:00,2021-07-03 24:00,,", 2500},
    {"a third of a day", "whole,province,,2021-07-01 08:00,2021-07-02 16:00,,", 1333},
    {"a third of a day, to half days", "half,province,,2021-07-01 08:00,2021-07-02 16:00,,", 1500},
    {"less than a quarter, to half days", "half,province,,2021-07-01 00:00,2021-07-02 05:59,,", 1000},
    {"a quarter, to half days", "half,province,,2021-07-01 00:00,2021-07-02 06:00,,", 1500},
    {"rounded down", "down,province,,2021-07-01 00:00,2021-07-02 23:59,,", 1000},
    {"rounded up", "up,province,,2021-07-01 00:00,2021-07-02 00:01,,", 2000},
    {"rounded to the nearest, below", "nearest,province,,2021-07-01 00:00,2021-07-02 11:59,,", 1000},
    {"rounded to the nearest, the half", "nearest,province,,2021-07-01 00:00,2021-07-02 12:00,,", 2000},
    {"half days from a start", "whole,province,,2020-07-01 12:00,,44.5,", 44500},
    {"days from a start", "whole,province,,2024-07-01 08:00,,15,", 15000},
    {"days from a start, not whole minutes", "whole,province,,2024-07-01,,0.333,", 333},
    {"a quota", "whole,province,,2020-11-23,2021-03-31,,50", 50000},
};

START_TEST(row_has_its_days)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *row = g_strdup_printf("P-1,%s,,", rows[_i].row);
    const DataEdit edit = {"plan.csv", NULL, row};
    g_autoptr(GazData) data = data_build(DAYS, &edit, 1, report);
    GazDecimal days;

    ck_assert_msg(!gaz_report_has_faults(report), "%s: %s", rows[_i].name, gaz_report_to_text(report));
    days = gaz_plan_days(data, data->plan->pdata[0]);
    ck_assert_msg(days == rows[_i].days, "%s: got %d, expected %d", rows[_i].name, (int)days,
                  (int)rows[_i].days);
}
END_TEST

#define LATE_SUMMARY                                                                                         \
    {                                                                                                        \
        "publication.xml", "2021-12-31", "2022-01-20"                                                        \
    }
enum { MOST_EDITS = 6 };

/* The account of line L-1 (2021, under no annual least unless said), days in thousandths. */
static const struct {
    const char *name;
    DataEdit edits[MOST_EDITS];
    const char *as_of;
    GazDecimal planned, required, verified, missing;
} accounts[] = {
#define PLAN(row)                                                                                            \
    {                                                                                                        \
        "plan.csv", NULL, row ",,"                                                                           \
    }
#define STOP(row)                                                                                            \
    {                                                                                                        \
        "stoppages.csv", NULL, row ",核实,Verified"                                                        \
    }
#define SWAP(row)                                                                                            \
    {                                                                                                        \
        "swaps.csv", NULL, row                                                                               \
    }
#define LEDGER(row)                                                                                          \
    {                                                                                                        \
        "ledger.csv", NULL, row                                                                              \
    }
#define ADJUST(row)                                                                                          \
    {                                                                                                        \
        "adjustments.csv", NULL, row ",1,批准"                                                             \
    }
    {"no row", {{0}}, "2022-06-30", 0, 0, 0, 0},
    {"a window cut at the year's end",
     {PLAN("P-1,whole,province,,2021-11-15,2022-03-15,,")},
     "2021-06-30",
     47000,
     47000,
     0,
     0},
    {"a window cut at the year's beginning",
     {PLAN("P-1,whole,province,,2020-11-15,2021-03-15,,")},
     "2021-06-30",
     74000,
     74000,
     0,
     0},
    {"province and city overlap",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,city,370100,2021-07-16,2021-07-30,,")},
     "2021-06-30",
     25000,
     25000,
     0,
     0},
    {"one inside the other, the longer written last",
     {PLAN("P-1,whole,line,L-1,2021-07-10,2021-07-12,,"),
      PLAN("P-2,whole,province,,2021-07-06,2021-07-25,,")},
     "2021-06-30",
     20000,
     20000,
     0,
     0},
    {"rows of others",
     {PLAN("P-1,whole,city,370200,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,enterprise,E-2,2021-07-06,2021-07-25,,"),
      PLAN("P-3,whole,line,L-2,2021-07-06,2021-07-25,,")},
     "2021-06-30",
     0,
     0,
     0,
     0},
    {"all four levels",
     {PLAN("P-1,whole,province,,2021-07-01,2021-07-05,,"),
      PLAN("P-2,whole,city,370100,2021-07-06,2021-07-10,,"),
      PLAN("P-3,whole,enterprise,E-1,2021-07-11,2021-07-15,,"),
      PLAN("P-4,whole,line,L-1,2021-07-16,2021-07-20,,")},
     "2021-06-30",
     20000,
     20000,
     0,
     0},
    {"8:00 to 8:00 twice, in dates, share one date",
     {PLAN("P-1,dates,province,,2021-07-01 08:00,2021-07-03 08:00,,"),
      PLAN("P-2,dates,province,,2021-07-03 20:00,2021-07-04 08:00,,")},
     "2021-06-30",
     4000,
     4000,
     0,
     0},
    {"two halves are rounded once",
     {PLAN("P-1,nearest,province,,2021-07-01 00:00,2021-07-01 11:00,,"),
      PLAN("P-2,nearest,province,,2021-08-01 00:00,2021-08-01 11:00,,")},
     "2021-06-30",
     1000,
     1000,
     0,
     0},
    {"a quota beside a window",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,province,,2021-09-01,2021-10-31,,15")},
     "2021-06-30",
     35000,
     35000,
     0,
     0},
    {"a quota that the windows in its range fill in part",
     {PLAN("P-1,whole,line,L-1,2021-09-05,2021-09-14,,"),
      PLAN("P-2,whole,province,,2021-09-01,2021-10-31,,15")},
     "2021-06-30",
     15000,
     15000,
     0,
     0},
    {"a quota a month within a quota a quarter",
     {PLAN("P-1,whole,province,,2021-07-01,2021-09-30,,40"),
      PLAN("P-2,whole,province,,2021-07-01,2021-07-31,,10"),
      PLAN("P-3,whole,province,,2021-08-01,2021-08-31,,10")},
     "2021-06-30",
     40000,
     40000,
     0,
     0},
    {"quotas whose ranges overlap share days",
     {PLAN("P-1,whole,province,,2021-07-01,2021-07-20,,10"),
      PLAN("P-2,whole,province,,2021-07-11,2021-07-30,,15")},
     "2021-06-30",
     15000,
     15000,
     0,
     0},
    {"a quota laid before a window at its range's end, shared by the next",
     {PLAN("P-1,whole,province,,2021-07-16,2021-07-20,,"),
      PLAN("P-2,whole,province,,2021-07-01,2021-07-20,,10"),
      PLAN("P-3,whole,province,,2021-07-16,2021-07-30,,8")},
     "2021-06-30",
     13000,
     13000,
     0,
     0},
    {"a quota laid on both sides of a window, shared by the next",
     {PLAN("P-1,whole,province,,2021-07-18,2021-07-19,,"),
      PLAN("P-2,whole,province,,2021-07-01,2021-07-20,,10"),
      PLAN("P-3,whole,province,,2021-07-12,2021-07-30,,10")},
     "2021-06-30",
     11000,
     11000,
     0,
     0},
    {"a quota whose range leaves the year: what can't be stopped after it",
     {PLAN("P-1,whole,province,,2021-12-15,2022-01-10,,20")},
     "2021-06-30",
     10000,
     10000,
     0,
     0},
    {"a quota that may wholly be stopped after it",
     {PLAN("P-1,whole,province,,2021-12-15,2022-03-31,,90")},
     "2021-06-30",
     0,
     0,
     0,
     0},
    {"earned days within the cap",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), LEDGER("B-1,L-1,earned,8,补,Earned,批,5")},
     "2021-06-30",
     20000,
     15000,
     0,
     0},
    {"earned days and no cap",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), LEDGER("B-1,L-1,earned,8,补,Earned,批,")},
     "2021-06-30",
     20000,
     12000,
     0,
     0},
    {"the annual least",
     {{"rules.xml", "<annual-days value=\"0\"", "<annual-days value=\"120\""},
      PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      LEDGER("B-1,L-1,earned,8,补,Earned,批,")},
     "2021-06-30",
     20000,
     120000,
     0,
     0},
    {"a line commissioned in the year",
     {{"rules.xml", "<annual-days value=\"0\"", "<annual-days value=\"120\""},
      PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      {"lines.csv", "2009-06-18", "2021-07-16"}},
     "2021-06-30",
     10000,
     10000,
     0,
     0},
    {"a line commissioned after the year",
     {{"rules.xml", "<annual-days value=\"0\"", "<annual-days value=\"120\""},
      PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      {"lines.csv", "2009-06-18", "2022-01-01"}},
     "2021-06-30",
     0,
     0,
     0,
     0},
    {"a suspended line",
     {{"rules.xml", "<annual-days value=\"0\"", "<annual-days value=\"120\""},
      PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      {"lines.csv", "2009-06-18,operating", "2009-06-18,suspended"}},
     "2021-06-30",
     0,
     0,
     0,
     0},
    {"a quota whose range was over before the line was commissioned",
     {PLAN("P-1,whole,province,,2021-03-01,2021-04-30,,10"),
      STOP("S-1,L-1,2021-04-01,2021-04-10,off-peak"),
      STOP("S-2,L-1,2021-09-01,2021-09-03,off-peak"),
      {"lines.csv", "2009-06-18", "2021-08-22"}},
     "2021-12-31",
     0,
     0,
     3000,
     0},
    {"a suspended line's stop, outside the windows or inside",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      STOP("S-1,L-1,2021-04-06,2021-04-25,off-peak"),
      STOP("S-2,L-1,2021-07-06,2021-07-25,off-peak"),
      {"lines.csv", "2009-06-18,operating", "2009-06-18,suspended"}},
     "2021-12-31",
     0,
     0,
     0,
     0},
    {"an accounting year of its own",
     {{"rules.xml", "<accounting start=\"01-01\"/>", "<accounting start=\"11-15\"/>"},
      PLAN("P-1,whole,province,,2021-11-15,2022-03-15,,"),
      PLAN("P-2,whole,province,,2021-07-06,2021-07-25,,")},
     "2021-06-30",
     121000,
     121000,
     0,
     0},
    {"a swap is credited to the line",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      SWAP("W-1,L-1,L-2,12,协议,核实,Verified,2021-07-01")},
     "2021-07-01",
     20000,
     20000,
     12000,
     0},
    {"a swap filed later isn't known",
     {SWAP("W-1,L-1,L-2,12,协议,核实,Verified,2021-07-01")},
     "2021-06-30",
     0,
     0,
     0,
     0},
    {"a swap is required of the partner",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      SWAP("W-1,L-2,L-1,12,协议,核实,Verified,2021-07-01")},
     "2021-07-01",
     20000,
     32000,
     0,
     0},
    {"an adjustment moves days",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2021-08-01,2021-08-05,2021-07-01"),
      STOP("S-1,L-1,2021-07-06,2021-08-05,off-peak")},
     "2022-01-01",
     20000,
     20000,
     20000,
     0},
    {"an adjustment that shortens",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2022-08-01,2022-08-05,2021-07-01")},
     "2021-07-01",
     15000,
     15000,
     0,
     0},
    {"an adjustment approved later isn't known",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2022-08-01,2022-08-05,2021-07-01")},
     "2021-06-30",
     20000,
     20000,
     0,
     0},
    {"nor is its stop",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2021-08-01,2021-08-05,2021-07-01")},
     "2021-06-30",
     20000,
     20000,
     0,
     0},
    {"stops that overlap count once",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      STOP("S-2,L-1,2021-07-11,2021-07-18,off-peak")},
     "2021-12-31",
     20000,
     20000,
     13000,
     7000},
    {"stops that do not count",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      STOP("S-2,L-1,2021-07-11,2021-07-18,repair"), STOP("S-3,L-1,2021-08-01,2021-08-02,pollution-alert")},
     "2021-12-31",
     20000,
     20000,
     10000,
     10000},
    {"kiln drying counts where the season's rule says so",
     {PLAN("P-1,drying,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,province,,2021-09-01,2021-09-10,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,kiln-drying"),
      STOP("S-2,L-1,2021-09-01,2021-09-05,kiln-drying")},
     "2021-12-31",
     30000,
     30000,
     10000,
     20000},
    {"a stop outside counts as the nearest window's season says",
     {PLAN("P-1,drying,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,province,,2021-09-01,2021-09-10,,"), STOP("S-1,L-1,2021-07-28,2021-07-29,make-up"),
      STOP("S-2,L-1,2021-08-28,2021-08-29,make-up")},
     "2021-12-31",
     30000,
     30000,
     2000,
     28000},
    {"a stop outside doesn't stand for a window",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      STOP("S-2,L-1,2021-07-26,2021-08-25,off-peak")},
     "2021-12-31",
     20000,
     20000,
     10000,
     10000},
    {"nor while the year goes on",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-06-01,2021-07-05,off-peak")},
     "2021-07-15",
     20000,
     20000,
     0,
     0},
    {"days made up do, and those of one overlap once",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      STOP("S-2,L-1,2021-08-01,2021-08-08,off-peak"), STOP("S-3,L-1,2021-08-06,2021-08-10,make-up")},
     "2021-12-31",
     20000,
     20000,
     15000,
     5000},
    {"days beyond a quota don't stand for a window",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,province,,2021-09-01,2021-09-30,,10"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      STOP("S-2,L-1,2021-09-01,2021-09-20,off-peak")},
     "2021-12-31",
     30000,
     30000,
     20000,
     10000},
    {"a quota may share the days of another",
     {PLAN("P-1,whole,province,,2021-07-01,2021-07-31,,10"),
      PLAN("P-2,whole,province,,2021-07-01,2021-08-31,,15"), STOP("S-1,L-1,2021-07-06,2021-07-17,off-peak"),
      STOP("S-2,L-1,2021-08-01,2021-08-03,off-peak")},
     "2021-12-31",
     15000,
     15000,
     15000,
     0},
    {"of another season, days stopped stand for what the annual least asks beyond the windows",
     {{"rules.xml", "annual-days value=\"0\"", "annual-days value=\"30\""},
      PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      STOP("S-1,L-1,2021-07-06,2021-07-25,off-peak"),
      STOP("S-2,L-1,2021-08-01,2021-08-20,off-peak")},
     "2021-12-31",
     20000,
     30000,
     30000,
     0},
    {"but not for these",
     {{"rules.xml", "annual-days value=\"0\"", "annual-days value=\"30\""},
      PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      STOP("S-2,L-1,2021-08-01,2021-08-30,off-peak")},
     "2021-12-31",
     20000,
     30000,
     20000,
     10000},
    {"a bare end of a stop as its season says",
     {PLAN("P-1,half-open,province,,2021-07-06,2021-07-26,,"),
      STOP("S-1,L-1,2021-07-06,2021-07-26,off-peak")},
     "2021-12-31",
     20000,
     20000,
     20000,
     0},
    {"a stop cut at the year's end",
     {PLAN("P-1,whole,province,,2021-11-15,2022-03-15,,"), STOP("S-1,L-1,2021-11-15,2022-03-15,off-peak")},
     "2022-06-30",
     47000,
     47000,
     47000,
     0},
    {"a stop cut at the as-of date",
     {PLAN("P-1,whole,province,,2021-11-15,2022-03-15,,"), STOP("S-1,L-1,2021-11-15,2022-03-15,off-peak")},
     "2021-11-30",
     47000,
     47000,
     16000,
     0},
    {"nothing is short before the year is over",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak")},
     "2021-12-30",
     20000,
     20000,
     10000,
     0},
    {"nothing is short before the year is reckoned up",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      LATE_SUMMARY},
     "2022-01-19",
     20000,
     20000,
     10000,
     0},
    {"short when it is",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
      LATE_SUMMARY},
     "2022-01-20",
     20000,
     20000,
     10000,
     10000},
    {"nothing is short where nothing was verified of any line",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,")},
     "2021-12-31",
     20000,
     20000,
     0,
     0},
    {"another line's stops show that this one has none",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), STOP("S-1,L-2,2021-07-06,2021-07-25,off-peak")},
     "2021-12-31",
     20000,
     20000,
     0,
     20000},
};

START_TEST(line_has_its_account)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(DAYS, accounts[_i].edits, MOST_EDITS, report);
    g_autoptr(GazAssessment) assessment = NULL;
    const GazAccount *account;

    ck_assert_msg(!gaz_report_has_faults(report), "%s: %s", accounts[_i].name, gaz_report_to_text(report));
    assessment = gaz_assessment_new(data, data_date(accounts[_i].as_of));
    account = gaz_assessment_account(assessment, gaz_data_lookup(data, "lines", "L-1"));
    ck_assert_msg(
        account->days_planned == accounts[_i].planned && account->days_required == accounts[_i].required &&
            account->days_verified == accounts[_i].verified && account->days_short == accounts[_i].missing,
        "%s: planned %d (%d), required %d (%d), verified %d (%d), short %d (%d)", accounts[_i].name,
        (int)account->days_planned, (int)accounts[_i].planned, (int)account->days_required,
        (int)accounts[_i].required, (int)account->days_verified, (int)accounts[_i].verified,
        (int)account->days_short, (int)accounts[_i].missing);
}
END_TEST

/* L-1 stood still from the 26th to the 5th: what of the quota was kept before isn't kept once more after it,
 * to make up for the window that was missed. */
START_TEST(a_quota_is_granted_once)
{
    static const DataEdit edits[] = {
        PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
        PLAN("P-2,whole,province,,2021-09-01,2021-10-31,,40"),
        STOP("S-1,L-1,2021-09-01,2021-09-25,off-peak"),
        STOP("S-2,L-1,2021-10-06,2021-10-31,off-peak"),
        {"changes.csv", NULL,
         "id,kind,date,line,approval\nC-1,suspended,2021-09-26,L-1,批\nC-2,resumed,2021-10-06,L-1,批\n"}};
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(DAYS, edits, G_N_ELEMENTS(edits), report);
    g_autoptr(GazYears) years = gaz_years_new(data);
    GazViewDay day = {2021, data_date("2021-12-31"), data_date("2021-12-31"), NULL, false, 0};
    const GazAssessment *year = gaz_years_assess(years, &day, data_date("2021-12-31"));
    const GazAccount *account = gaz_assessment_account(year, gaz_data_lookup(year->data, "lines", "L-1"));

    ck_assert_msg(!gaz_report_has_faults(report), "%s", gaz_report_to_text(report));
    ck_assert_int_eq(account->days_required, (20 + 4 + 5) * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(account->days_verified, 40 * GAZ_DECIMAL_ONE);
}
END_TEST

/* Which of the stops of L-1 the pages show as counted: "1" or "0" each, by start. */
static const struct {
    const char *name, *least, *counts; /* `least`: the rule of the annual least */
} shown[] = {
    {"outside the windows, for nothing", "annual-days value=\"0\"", "1010"},
    {"outside the windows, for the annual least", "annual-days value=\"30\"", "1011"},
};

START_TEST(a_stop_counts_for_something)
{
    const DataEdit edits[] = {{"rules.xml", "annual-days value=\"0\"", shown[_i].least},
                              PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
                              STOP("S-1,L-1,2021-07-06,2021-07-15,off-peak"),
                              STOP("S-2,L-1,2021-07-26,2021-07-27,repair"),
                              STOP("S-3,L-1,2021-08-01,2021-08-10,make-up"),
                              STOP("S-4,L-1,2021-09-01,2021-09-10,off-peak")};
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(DAYS, edits, G_N_ELEMENTS(edits), report);
    g_autoptr(GazAssessment) assessment = gaz_assessment_new(data, data_date("2021-12-31"));
    const GArray *stops = gaz_assessment_account(assessment, gaz_data_lookup(data, "lines", "L-1"))->stops;

    for (unsigned i = 0; i < stops->len; i++)
        ck_assert_msg(g_array_index(stops, GazStop, i).counts == (shown[_i].counts[i] == '1'), "%s: %u",
                      shown[_i].name, i);
}
END_TEST

/* Commissioned inside the window: the calendar shows nothing asked before. */
START_TEST(nothing_is_asked_before_the_line_is_there)
{
    const DataEdit edits[] = {{"lines.csv", "2009-06-18", "2021-07-16"},
                              PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
                              PLAN("P-2,whole,province,,2021-06-01,2021-06-10,,"),
                              PLAN("P-3,whole,province,,2021-05-01,2021-06-30,,10")};
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(DAYS, edits, G_N_ELEMENTS(edits), report);
    g_autoptr(GazAssessment) assessment = gaz_assessment_new(data, data_date("2021-12-31"));
    const GazAccount *account = gaz_assessment_account(assessment, gaz_data_lookup(data, "lines", "L-1"));

    ck_assert_uint_eq(account->windows->len, 1);
    ck_assert_int_eq(g_array_index(account->windows, GazWindow, 0).span.start / 1440,
                     data_date("2021-07-16"));
    ck_assert_int_eq(account->days_planned, 10 * GAZ_DECIMAL_ONE);
}
END_TEST

/* The windows of L-1 as text: "07-06+20 ..." day and month of the start, and days. */
static const struct {
    const char *name;
    DataEdit edits[MOST_EDITS];
    const char *season;
    GazPlanVersion version;
    const char *windows;
} layers[] = {
    {"draft and published plan differ",
     {{"plan.csv", NULL, "P-1,whole,province,,2021-07-06,2021-07-25,,,draft,"},
      {"plan.csv", NULL, "P-2,whole,province,,2021-08-06,2021-08-25,,,final,"},
      {"plan.csv", NULL, "P-3,whole,province,,2021-09-06,2021-09-25,,,both,"}},
     "whole",
     GAZ_PLAN_DRAFT,
     "07-06+20 09-06+20"},
    {"the published plan",
     {{"plan.csv", NULL, "P-1,whole,province,,2021-07-06,2021-07-25,,,draft,"},
      {"plan.csv", NULL, "P-2,whole,province,,2021-08-06,2021-08-25,,,final,"},
      {"plan.csv", NULL, "P-3,whole,province,,2021-09-06,2021-09-25,,,both,"}},
     "whole",
     GAZ_PLAN_FINAL,
     "08-06+20 09-06+20"},
    {"another season's rows",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,half,province,,2021-08-06,2021-08-25,,")},
     "half",
     GAZ_PLAN_FINAL,
     "08-06+20"},
    {"what an earlier window covers is cut off a later one",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      PLAN("P-2,whole,city,370100,2021-07-16,2021-07-30,,"),
      PLAN("P-3,whole,line,L-1,2021-07-20,2021-07-22,,")},
     "whole",
     GAZ_PLAN_FINAL,
     "07-06+20 07-26+5"},
    {"of two that begin together the longer stands, whichever is written first",
     {PLAN("P-1,whole,line,L-1,2021-07-06,2021-07-08,,"),
      PLAN("P-2,whole,province,,2021-07-06,2021-07-25,,")},
     "whole",
     GAZ_PLAN_FINAL,
     "07-06+20"},
    {"an opening splits a window",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2021-08-01,2021-08-05,2021-07-01")},
     "whole",
     GAZ_PLAN_FINAL,
     "07-06+4 07-15+11 08-01+5"},
    {"an opening doesn't change the draft",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2021-08-01,2021-08-05,2021-07-01")},
     "whole",
     GAZ_PLAN_DRAFT,
     "07-06+20"},
    {"an opening changes only the season whose window it opens",
     {PLAN("P-1,whole,province,,2021-07-06,2021-07-25,,"), PLAN("P-2,half,province,,2021-08-06,2021-08-25,,"),
      ADJUST("A-1,L-1,2021-07-10,2021-07-14,2021-08-01,2021-08-05,2021-07-01")},
     "half",
     GAZ_PLAN_FINAL,
     "08-06+20"},
    {"left out by name of the line",
     {{"plan.csv", NULL, "P-1,whole,province,,2021-07-06,2021-07-25,,,,L-1"}},
     "whole",
     GAZ_PLAN_FINAL,
     ""},
    {"left out by name of the enterprise",
     {{"plan.csv", NULL, "P-1,whole,province,,2021-07-06,2021-07-25,,,,L-9 ; E-1"},
      {"lines.csv", NULL, "L-9,E-2,9号窑,Kiln 9,4,2500,77,2009-06-18,operating,jt,no"}},
     "whole",
     GAZ_PLAN_FINAL,
     ""},
    {"left out by kind of kiln",
     {{"plan.csv", NULL, "P-1,whole,province,,2021-07-06,2021-07-25,,,,jt;ordinary"}},
     "whole",
     GAZ_PLAN_FINAL,
     ""},
    {"others left out",
     {{"plan.csv", NULL, "P-1,whole,province,,2021-07-06,2021-07-25,,,,L-2;E-2;jt"}},
     "whole",
     GAZ_PLAN_FINAL,
     "07-06+20"},
};

static char *windows_text(const GazData *data, const GArray *windows)
{
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        char day[11], days[32];

        g_string_append_printf(
            text, "%s%s+%s", i == 0 ? "" : " ", gaz_date_write((GazDate)(window->span.start / 1440), day) + 5,
            gaz_decimal_write(gaz_span_days(data, window->season, window->span), false, days));
    }
    return g_string_free(text, FALSE);
}

START_TEST(windows_reach_the_line)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(DAYS, layers[_i].edits, MOST_EDITS, report);
    g_autoptr(GazAssessment) assessment = NULL;
    g_autoptr(GArray) windows = NULL;
    g_autofree char *text = NULL;

    ck_assert_msg(!gaz_report_has_faults(report), "%s: %s", layers[_i].name, gaz_report_to_text(report));
    assessment = gaz_assessment_new(data, data_date("2021-12-31"));
    windows = gaz_assessment_windows(assessment, gaz_data_lookup(data, "lines", "L-1"),
                                     gaz_publication_season(data->publication, layers[_i].season),
                                     layers[_i].version, assessment->as_of);
    text = windows_text(data, windows);
    ck_assert_msg(strcmp(text, layers[_i].windows) == 0, "%s: got \"%s\", expected \"%s\"", layers[_i].name,
                  text, layers[_i].windows);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("days");
    TCase *tests = tcase_create("days");

    tcase_add_loop_test(tests, row_has_its_days, 0, G_N_ELEMENTS(rows));
    tcase_add_loop_test(tests, line_has_its_account, 0, G_N_ELEMENTS(accounts));
    tcase_add_test(tests, a_quota_is_granted_once);
    tcase_add_test(tests, nothing_is_asked_before_the_line_is_there);
    tcase_add_loop_test(tests, a_stop_counts_for_something, 0, G_N_ELEMENTS(shown));
    tcase_add_loop_test(tests, windows_reach_the_line, 0, G_N_ELEMENTS(layers));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
