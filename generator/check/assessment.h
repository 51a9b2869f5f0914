/* assessment.h - what follows from the data under the rules: windows per line, days due, days that count, and
 * how far each finding has gone. Computed once; check, compose and the website all take their numbers from
 * here, so that the number in a list, at the head of a page and under a figure is the same. */
#ifndef GAZETTE_CHECK_ASSESSMENT_H
#define GAZETTE_CHECK_ASSESSMENT_H
#include "model/data.h"

/* A stretch of time, [minutes since 1970-01-01 0:00], half-open. */
typedef struct {
    int64_t start, end;
} GazSpan;

/* A window as it reaches one line, adjustments and exclusions applied. Full stops don't overlap: where two
 * rows ask for the same time, the one that begins earlier has it. A quota gives its range, a load limit asks
 * no stop. An adjustment's stop carries the plan row it changes. */
typedef struct {
    GazSpan span;
    const GazPlan *plan;
    const GazSeason *season;
} GazWindow;

typedef struct {
    GazSpan span;
    const GazStoppage *stoppage;
    bool counts; /* under the counting rule of its season, and for something: see GazAccount */
} GazStop;

/* How far a finding has gone (R9). */
typedef enum {
    GAZ_STAGE_FOUND,
    GAZ_STAGE_INTERVIEWED, /* outcome still open */
    GAZ_STAGE_CORRECTED,
    GAZ_STAGE_REFUSED, /* interviewed and refused; not yet exposed */
    GAZ_STAGE_EXPOSED, /* and barred from capacity trading */
    GAZ_STAGE_ANNULLED /* by an objection or appeal that was upheld, however far it had gone */
} GazFindingStage;
enum { GAZ_FINDING_STAGES = GAZ_STAGE_ANNULLED + 1 };
extern const GazCode gaz_finding_stage[];

typedef struct {
    const GazFinding *finding;
    GPtrArray *events;           /* of const GazEvent *, by time */
    GPtrArray *interviews;       /* of const GazInterview *, by time */
    GPtrArray *objections;       /* of const GazObjection *, by the day they were filed */
    const GazNotice *exposure;   /* NULL: not exposed by the as-of date, or not any more */
    const GazNotice *exposed_by; /* the earliest notice that exposes it; where all were withdrawn, the
                                  * earliest of those; NULL: none */
    const GazNotice *withdrawal; /* of that notice, by the as-of date; NULL: none */
    const GazNotice *exposed_first, *first_withdrawal; /* where it was exposed again: the first notice, and
                                                        * what withdrew it; else NULL */
    const GazObjection *upheld; /* that annuls the finding, decided by the as-of date; NULL: none */
    const GazRestriction
        *restriction;      /* the latest that began by the as-of date; NULL: none is written down */
    GazFindingStage stage; /* as of the as-of date */
} GazFindingState;

/* A line's ledger of one accounting year, up to the as-of date where the year isn't over by then. All [d]. */
typedef struct {
    GazDecimal brought_owed, brought_earned; /* what the year before left */
    GazDecimal owed, earned;                 /* the year's entries; of each earned at most its cap */
    GazDecimal made_up;                      /* of what was owed, by make-up stops of the year */
    GazDecimal used;                         /* of what was earned, by windows not stopped for in full */
    GazDecimal left_owed, left_earned;       /* in the end */
    GazDecimal overdue;                      /* of left_owed, what was due before */
    GazDate due; /* when the first of left_owed is due; GAZ_NO_DATE: nothing is, or it has no day */
} GazBalance;

/* A line's account of one accounting year: the one that begins on rules->accounting_start of the
 * publication's year.
 *
 * A line takes part while it is operating and from the day it was commissioned on. Suspended, dismantled and
 * under construction: no window reaches it, nothing is required, what stops are verified is still shown and
 * counts for nothing. A line commissioned within the year owes what its windows ask from then on, but not the
 * annual least; so does one that ceases or pauses within it, for the time it is operating. A plan row reaches
 * whose the line is when the row begins.
 *
 * Stops count where the counting rule of their season says so: the season is that of the window they overlap
 * first, else of the nearest one (a make-up stop: that of the make-up window). They count towards what the
 * windows ask inside these, within a quota's range up to the quota, and elsewhere where they make days up or
 * are made for another line (R4): off-peak production is what the plan asks of the line, at the times that it
 * says (SD 二, SD 三). Others count towards the annual least alone (R2), and all of them where no plan
 * reaches the line. Days that make up for earlier years' debts are none of this year's, but where the plan
 * asks for them. After the first year of a folder, what was over before the year began is left to the account
 * of the year before, whichever folder records it. What isn't known by as_of (later stops, and those verified
 * later, adjustments approved later, swaps filed later) is left out. A swap belongs to the publication's
 * year: its days are credited to the carbide-slag line and required of the partner. A load limit asks no
 * stop. */
typedef struct {
    const GazLine *line;
    GArray *windows; /* of GazWindow, by start; of the published plan (both and final rows), over the year's
                      * ends, while the line takes part */
    GArray *stops;   /* of GazStop, by start */
    GPtrArray *findings;        /* of const GazFindingState *, by first event */
    GazSpan year;               /* the accounting year */
    bool whole_year;            /* whether the line takes part for all of it */
    GazDecimal days_planned;    /* [d] asked by windows inside the year, overlaps once, and of each quota the
                                 * least that must fall inside it beyond what the windows in its range ask */
    GazDecimal days_required;   /* [d] days_planned less days_earned, but no less than the annual least (R2);
                                 * then the days that it stops for others (swaps) added; 0: takes no part */
    GazDecimal days_verified;   /* [d] of stops that count, inside the year, overlaps once, swaps added; those
                                 * outside the windows as far as the annual least asks for more than these */
    GazDecimal days_in_windows; /* [d] of days_verified, those that stand for what the windows ask */
    bool reckoned; /* whether it is known by as_of which lines kept the year: it is over, and its summary or
                    * the next year's list is out, or that year is over too; false where the folder has no
                    * stoppages at all: then nothing is known of any line */
    GazDecimal days_short; /* [d] required less verified, at least 0; 0 too where the year isn't reckoned */
    GazDecimal days_owed, days_earned; /* [d] of the ledger, what was brought forward with it */
    GazBalance balance;
    GArray *debts, *credits; /* what is left of entries: check/balance.h */
} GazAccount;

typedef struct GazAssessment GazAssessment;
struct GazAssessment {
    const GazData *data;
    GazDate as_of;
    GPtrArray *findings; /* of GazFindingState *, in the order of data->findings: those known by then */
    const GazAssessment *previous; /* of the year before, as of the same day; NULL: the first year */
};

/* Computes; adds no fault. `as_of`: what happened later is not yet known. Borrows `data`. Yours:
 * gaz_assessment_free(). */
GazAssessment *gaz_assessment_new(const GazData *data, GazDate as_of);

/* The same with the year before, which must outlive it: its balances are brought forward. */
GazAssessment *gaz_assessment_new_after(const GazData *data, GazDate as_of, const GazAssessment *previous);

void gaz_assessment_free(GazAssessment *assessment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazAssessment, gaz_assessment_free)

/* The account of `line`, one of `assessment->data`, for the publication's year; made when it is first asked
 * for, as most notices ask for few. Lent. */
const GazAccount *gaz_assessment_account(const GazAssessment *assessment, const GazLine *line);

/* Those of all lines, of GazAccount *, in the order of data->lines. Lent. */
const GPtrArray *gaz_assessment_accounts(const GazAssessment *assessment);

const GazFindingState *gaz_assessment_finding(const GazAssessment *assessment, const GazFinding *finding);

/* Windows that reach `line` in one season under the draft (DRAFT: draft and both rows, no adjustments) or the
 * published plan (else: final and both rows, with the adjustments approved by `day`), in order of start. For
 * plan notices. Yours: g_array_unref(), of GazWindow. */
GArray *gaz_assessment_windows(const GazAssessment *assessment, const GazLine *line, const GazSeason *season,
                               GazPlanVersion version, GazDate day);

/* Days [d] that such windows ask together, counted as days_planned is, but over their whole length. */
GazDecimal gaz_windows_days(const GazData *data, const GArray *windows);

/* Days [d] of a stretch of time by a season's counting rule. */
GazDecimal gaz_span_days(const GazData *data, const GazSeason *season, GazSpan span);

/* Days [d] of one row of the plan by its season's counting rule: of a window from its dates, of a quota the
 * quota. */
GazDecimal gaz_plan_days(const GazData *data, const GazPlan *plan);

/* The row's span, the end computed where only days are given; a quota gives its range. */
GazSpan gaz_plan_span(const GazData *data, const GazPlan *plan);

/* Whom the finding is about: whose the line was when it was found running, or, found short by the records, at
 * the end of the year in which the days are missing. A line sold since is not the buyer's breach; what was
 * merged is answered for by what it was merged into. Without an event: whose the line is. Lent. */
const GazEnterprise *gaz_finding_enterprise(const GazData *data, const GazFindingState *state);

/* Whether the finding was known by the as-of date: something of it had happened, or nothing of it has a day.
 */
bool gaz_finding_is_known(const GazAssessment *assessment, const GazFindingState *state);

/* Whether the finding is a breach, known by the as-of date, and not annulled. */
bool gaz_finding_stands(const GazAssessment *assessment, const GazFindingState *state);

/* Whether an authority had lifted the bar from capacity trading that the finding brought by then. */
bool gaz_finding_is_unbarred(const GazFindingState *state, GazDate by);

/* Whether its line may not be traded on that day (N 四): exposed by then, and not unbarred. */
bool gaz_finding_is_barred(const GazData *data, const GazFindingState *state, GazDate by);

/* The year of the line list that notes a finding exposed on that day (N 四): the one the rule names, or,
 * where that was out before, the first after it. */
int gaz_finding_list_year(const GazData *data, const GazFinding *finding, GazDate exposed_on);

/* Findings to be noted in the list of `list_year`: those of the year before (N 四) that were exposed after an
 * interview refused, unless by the list's day the exposure was withdrawn or the finding annulled; and those
 * of earlier years whose exposure came after the list they belonged to. Yours: g_ptr_array_unref(), of const
 * GazFindingState
 * *. */
GPtrArray *gaz_assessment_annotations(const GazAssessment *assessment, int list_year);

#endif
