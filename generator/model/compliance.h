/* compliance.h - what was done: verified stoppages, findings with their dated events, interviews. */
#ifndef GAZETTE_MODEL_COMPLIANCE_H
#define GAZETTE_MODEL_COMPLIANCE_H
#include "model/plan.h"

/* Why a kiln stood still. Which of these count is data of the season's counting rule (GazCounting.counts). */
typedef enum {
    GAZ_STOP_OFF_PEAK,
    GAZ_STOP_MAKE_UP,
    GAZ_STOP_SWAP,
    GAZ_STOP_POLLUTION_ALERT, /* 重污染天气应急 */
    GAZ_STOP_REPAIR,          /* 检修 */
    GAZ_STOP_KILN_DRYING      /* 烘窑 */
} GazStopWhy;
extern const GazCode gaz_stop_why[];

typedef struct {
    GazRecord record; /* stoppages.csv */
    const GazLine *line;
    GazMoment start, end; /* a bare end date counts as its season's counting rule says */
    int why;              /* GazStopWhy */
    GazText verified_by;
    GazText evidence;    /* members may be NULL */
    GazDate verified_on; /* not known before; GAZ_NO_DATE: known as it goes on */
} GazStoppage;

typedef enum { GAZ_RESULT_BREACH, GAZ_RESULT_CLEAN } GazResult;
extern const GazCode gaz_result[];

typedef enum { GAZ_SOURCE_OFFICIAL, GAZ_SOURCE_REPORTED } GazSource;
extern const GazCode gaz_source[];

typedef struct {
    GazRecord record; /* findings.csv */
    const GazLine *line;
    GazDecimal year;       /* 2021: the year of the duty; noted in the line list of the next one (N 四) */
    int result;            /* GazResult: a clean outcome is a result too */
    GazText duty;          /* which plan, which window, stop or load */
    GazDecimal days_short; /* [d] must agree with the days computed; GAZ_NO_DECIMAL: none stated */
    int source;            /* GazSource */
    GazDecimal fine_yuan;  /* GAZ_NO_DECIMAL: none; its legal ground is kept apart from the off-peak breach */
    GazText fine_ground;   /* members may be NULL */
    GazText statement;     /* the enterprise's, word for word; members may be NULL */
} GazFinding;

typedef enum {
    GAZ_EVENT_FOUND_RUNNING,
    GAZ_EVENT_ORDERED_TO_STOP,
    GAZ_EVENT_STOPPED,
    GAZ_EVENT_SECOND_BREACH,
    GAZ_EVENT_CHECKED,  /* nothing wrong found */
    GAZ_EVENT_SHORTFALL /* by the records it stopped for fewer days than it had to: at what time it ran,
                           nobody saw */
} GazEventKind;
extern const GazCode gaz_event_kind[];

typedef struct {
    GazRecord record; /* events.csv */
    const GazFinding *finding;
    GazMoment at;
    int kind;             /* GazEventKind */
    GazText by;           /* the authority */
    GazText how;          /* on-site inspection, power data ... */
    const char *evidence; /* reference in the file; NULL: none */
} GazEvent;

typedef enum { GAZ_OUTCOME_CORRECTED, GAZ_OUTCOME_REFUSED } GazOutcome;
extern const GazCode gaz_outcome[];

typedef struct {
    GazRecord record; /* interviews.csv */
    const GazFinding *finding;
    GazMoment at;
    GazText by;
    GazText venue;      /* members may be NULL */
    GazDate correct_by; /* GAZ_NO_DATE: none */
    int outcome;        /* GazOutcome; -1: not yet held (an empty cell) */
} GazInterview;

typedef enum {
    GAZ_CHANNEL_PHONE,
    GAZ_CHANNEL_FAX,
    GAZ_CHANNEL_EMAIL,
    GAZ_CHANNEL_WEB,
    GAZ_CHANNEL_POST,
    GAZ_CHANNEL_VISIT
} GazChannelKind;
extern const GazCode gaz_channel_kind[];

/* A complaint channel (R10). */
typedef struct {
    GazRecord record;      /* channels.csv */
    const char *authority; /* id of an authority of the publication */
    int kind;              /* GazChannelKind */
    GazText value;         /* a number, address or URL; the English member may be NULL: the same */
    GazText takes;         /* what it accepts; members may be NULL */
    GazText hours;         /* members may be NULL */
    const GazCity *city;   /* NULL: the whole province */
} GazChannel;

typedef enum { GAZ_PRACTICE_GOOD, GAZ_PRACTICE_NEGATIVE } GazPracticeKind;
extern const GazCode gaz_practice_kind[];

typedef enum {
    GAZ_OBJECTION_OBJECTION, /* 异议: to the authority that found it */
    GAZ_OBJECTION_APPEAL     /* 申诉: to the one above it */
} GazObjectionKind;
extern const GazCode gaz_objection_kind[];

typedef enum { GAZ_DECISION_UPHELD, GAZ_DECISION_PARTLY_UPHELD, GAZ_DECISION_REJECTED } GazDecision;
extern const GazCode gaz_decision[];

/* An enterprise's objection to a finding, and what became of it. */
typedef struct {
    GazRecord record; /* objections.csv */
    const GazFinding *finding;
    GazDate filed_on;
    int kind; /* GazObjectionKind */
    GazText grounds;
    GazDate decided_on; /* GAZ_NO_DATE: pending */
    int outcome;        /* GazDecision; -1: pending (an empty cell) */
    GazText decision;   /* the reasons given; members may be NULL */
} GazObjection;

/* That the line of a finding exposed may not be traded as capacity-replacement quota (R9). */
typedef struct {
    GazRecord record; /* restrictions.csv */
    const GazFinding *finding;
    GazDate from; /* its first day */
    const char *approval;
    GazDate lifted_on;         /* from this day on it no longer holds; GAZ_NO_DATE: it still holds */
    const char *lift_approval; /* NULL while it holds */
} GazRestriction;

/* A good practice or negative case of the year's summary (R12). */
typedef struct {
    GazRecord record;                /* practices.csv */
    int kind;                        /* GazPracticeKind */
    const GazEnterprise *enterprise; /* NULL: none named */
    GazText title, text;
} GazPractice;

#endif
