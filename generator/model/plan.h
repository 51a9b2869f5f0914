/* plan.h - what was planned: windows and quotas, days owed and earned, swaps, adjustments, special tasks. */
#ifndef GAZETTE_MODEL_PLAN_H
#define GAZETTE_MODEL_PLAN_H
#include "model/line.h"

typedef enum { GAZ_SCOPE_LINE, GAZ_SCOPE_ENTERPRISE, GAZ_SCOPE_CITY, GAZ_SCOPE_PROVINCE } GazScope;
extern const GazCode gaz_scope[];

typedef enum { GAZ_PLAN_BOTH, GAZ_PLAN_DRAFT, GAZ_PLAN_FINAL } GazPlanVersion;
extern const GazCode gaz_plan_version[];

typedef enum {
    GAZ_PLAN_WINDOW, /* 错峰生产 */
    GAZ_PLAN_MAKE_UP /* 补足: outside the season and outside off-peak windows (R4) */
} GazPlanPurpose;
extern const GazCode gaz_plan_purpose[];

/* One window or quota. Exactly one of these forms: start and end; start and days (the end follows); range
 * (start and end) and quota_days, stops to be chosen inside. A line's duty is the union of all rows that
 * reach it. */
typedef struct {
    GazRecord record;      /* plan.csv */
    const char *season;    /* id of a season of the publication */
    int version;           /* GazPlanVersion: in the draft, in the published plan, or in both (empty cell) */
    int purpose;           /* GazPlanPurpose */
    int scope;             /* GazScope */
    const char *target;    /* id of line or enterprise, or code of city; NULL for the province */
    const char *excludes;  /* ids of lines or enterprises, or kiln codes, ";" between them; NULL: none */
    GazMoment start, end;  /* end: GAZ_NO_MOMENT in the form start + days */
    GazDecimal days;       /* [d] GAZ_NO_DECIMAL unless the form start + days */
    GazDecimal quota_days; /* [d] GAZ_NO_DECIMAL: the whole window stops */
    GazMoment first_stop_by;  /* with a quota: latest begin of the first stop */
    GazDecimal load_percent;  /* GAZ_NO_DECIMAL: full stop; else load limit in percent */
    GazDecimal declared_days; /* as printed in the source; checked, never believed; GAZ_NO_DECIMAL: none */
    GazText reason;           /* members may be NULL */
} GazPlan;

typedef enum { GAZ_LEDGER_OWED, GAZ_LEDGER_EARNED } GazLedgerKind;
extern const GazCode gaz_ledger_kind[];

typedef struct {
    GazRecord record; /* ledger.csv */
    const GazLine *line;
    int kind;        /* GazLedgerKind */
    GazDecimal days; /* [d] */
    GazText reason;
    GazDate due;          /* of days owed; GAZ_NO_DATE: none */
    const char *approval; /* of days earned */
    GazDecimal cap;       /* [d] most that may be used of days earned */
} GazLedgerEntry;

/* 错峰置换: `line` (carbide slag) goes on, `partner` stops in its place (R4). */
typedef struct {
    GazRecord record; /* swaps.csv */
    const GazLine *line, *partner;
    GazDecimal days; /* [d] */
    const char *agreement;
    GazText verified_by;
    GazDate filed_on;
} GazSwap;

/* `line` runs in one period inside its window and stops as long in another. */
typedef struct {
    GazRecord record;  /* adjustments.csv */
    const char *batch; /* "1": 第1批 */
    const GazLine *line;
    GazMoment open_start, open_end; /* runs: taken out of its windows */
    GazMoment stop_start, stop_end; /* stops instead */
    const char *approval;
    GazDate approved_on;
    const char *supersedes; /* document number of the plan changed; NULL: none */
} GazAdjustment;

/* A special task with its recognition and vote (R7). */
typedef struct {
    GazRecord record; /* tasks.csv */
    const GazLine *line;
    int task;           /* GazTaskKind */
    GazDecimal measure; /* GAZ_NO_DECIMAL: none */
    GazText unit;       /* of the measure: 万平方米供暖面积, 10,000 m² heated */
    bool year_round;    /* 全年协同处置 */
    GazDate declared_on;
    GazText recognised_by;
    GazDate recognised_on;
    GazDecimal votes_for, votes_entitled;
    GazDate vote_date;
    GazDate plan_filed_on;
} GazTask;

#endif
