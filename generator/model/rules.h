/* rules.h - the regime's dates, thresholds and counting rules, from data/rules/, each with its clause.
 * C code holds no number of a notice: whatever a check compares with comes from here. */
#ifndef GAZETTE_MODEL_RULES_H
#define GAZETTE_MODEL_RULES_H
#include "base/decimal.h"
#include "base/moment.h"
#include "base/place.h"
#include "model/region.h"
#include <stdbool.h>

/* A day of any year. */
typedef struct {
    int month, day; /* month 0: none; day 0: the month's last */
} GazMonthDay;

/* R1: the off-peak window of a region; crosses the year end where `end` is before `start`. */
typedef struct {
    const char *region;
    GazMonthDay start, end; /* both count */
    bool local;             /* no fixed window: set locally */
    const char *clause;
} GazRegionWindow;

typedef enum { GAZ_ROUND_NONE, GAZ_ROUND_HALF, GAZ_ROUND_DOWN, GAZ_ROUND_UP, GAZ_ROUND_NEAREST } GazRounding;

/* How days of one plan are counted. */
typedef struct {
    GazPlace at;
    const char *id;
    bool end_inclusive;   /* whether a bare end date belongs to the window (else half-open, midnight to
                             midnight) */
    GazRounding rounding; /* HALF: to half days, the nearer; NONE: exact fractions */
    bool days_as_dates;   /* whether a window's days are calendar dates touched instead of 24 hours each */
    unsigned counts;      /* bits 1u << GazStopWhy of the stoppages that count as off-peak days */
    const char *clause;
} GazCounting;

/* A value of the law with the clause it comes from; clause NULL: the region has no such rule. */
typedef struct {
    GazDecimal value;
    const char *clause;
} GazRuleNumber;

typedef struct {
    GazMonthDay day;
    const char *clause;
} GazRuleDay;

typedef struct GazRules GazRules;
struct GazRules {
    const GazRules *before; /* as they were before the file read last changed them: what holds for a notice
                               older than its documents; NULL: nothing was read before */
    const GazRegion *region;
    GPtrArray *windows;           /* of GazRegionWindow * (R1) */
    GPtrArray *countings;         /* of GazCounting * */
    GazRuleNumber annual_days;    /* R2 [d] */
    GazMonthDay accounting_start; /* first day of the year that annual days are counted over */
    GazRuleNumber make_up;        /* R4: 1 where special-task lines make their days up, with its clause */
    unsigned make_up_tasks;       /* R4: bits 1u << GazTaskKind of the tasks it holds for */
    GazRuleDay heating_plan_by;   /* R6: latest publication of a heating season's plan */
    GazRuleNumber notice_days;    /* R6 [d]: of any other plan, before it starts */
    GazRuleDay special_plan_by;   /* R7 */
    GazRuleNumber vote_numerator, vote_denominator; /* R7: votes/entitled must be MORE than this share */
    GazRuleNumber voluntary_plan; /* R8: 1 where an association's other plans are agreed on by its members */
    GazRuleNumber exposure;       /* R9: 1 where enterprises are publicly exposed */
    GazRuleNumber ladder;         /* R9: 1 where exposure needs an interview refused */
    GazRuleNumber annotation_delay;  /* R9 [years] from the finding to the list that notes it */
    GazRuleNumber trade_restriction; /* R9: 1 where the capacity of a line exposed may not be traded */
    GazRuleNumber comment_days;      /* [d] least length of a comment period; clause NULL: none */
    GPtrArray *clauses;              /* of GazClause *: the legal basis page */
};

/* A document of the legal basis and what of it is cited. */
typedef struct {
    const char *id;   /* "SD 二" as cited */
    GazText document; /* 鲁工信原〔2021〕212号 with its title */
    GazDate issued;   /* the document's day: a notice can rest on it from then on */
    GazText text;     /* what it asks, in one sentence of ours */
} GazClause;

const GazCounting *gaz_rules_counting(const GazRules *rules, const char *id);       /* lent; NULL: none */
const GazRegionWindow *gaz_rules_window(const GazRules *rules, const char *region); /* lent; NULL: none */
const GazClause *gaz_rules_clause(const GazRules *rules, const char *id);           /* lent; NULL: none */

/* The date of `day` in `year`; a day that its month doesn't have is the month's last. GAZ_NO_DATE: none. */
GazDate gaz_month_day_in(GazMonthDay day, int year);

/* First day of the accounting year that begins in calendar year `year`. */
GazDate gaz_rules_year_begin(const GazRules *rules, int year);

#endif
