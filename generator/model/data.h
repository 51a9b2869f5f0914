/* data.h - a whole data folder: the publication, the rules it is under, and its tables. */
#ifndef GAZETTE_MODEL_DATA_H
#define GAZETTE_MODEL_DATA_H
#include "base/arena.h"
#include "base/report.h"
#include "model/change.h"
#include "model/compliance.h"
#include "model/publication.h"
#include "model/rules.h"

/* Places of the tables in gaz_tables. */
typedef enum {
    GAZ_TABLE_ENTERPRISES,
    GAZ_TABLE_LINES,
    GAZ_TABLE_PLAN,
    GAZ_TABLE_LEDGER,
    GAZ_TABLE_SWAPS,
    GAZ_TABLE_ADJUSTMENTS,
    GAZ_TABLE_STOPPAGES,
    GAZ_TABLE_FINDINGS,
    GAZ_TABLE_EVENTS,
    GAZ_TABLE_INTERVIEWS,
    GAZ_TABLE_TASKS,
    GAZ_TABLE_CHANNELS,
    GAZ_TABLE_PRACTICES,
    GAZ_TABLE_CHANGES,
    GAZ_TABLE_CORRECTIONS,
    GAZ_TABLE_OBJECTIONS,
    GAZ_TABLE_RESTRICTIONS,
    GAZ_TABLES
} GazTableIndex;

typedef struct GazData GazData;
struct GazData {
    GazArena *arena;    /* all strings and records below */
    const char *folder; /* as named by the caller */
    GazPublication *publication;
    GazRules *rules;         /* of the last year; in a view of its own (GazPublication.rules) */
    GPtrArray *enterprises;  /* of GazEnterprise *, as written; never NULL */
    GPtrArray *lines;        /* of GazLine * */
    GPtrArray *plan;         /* of GazPlan * */
    GPtrArray *ledger;       /* of GazLedgerEntry * */
    GPtrArray *swaps;        /* of GazSwap * */
    GPtrArray *adjustments;  /* of GazAdjustment * */
    GPtrArray *stoppages;    /* of GazStoppage * */
    GPtrArray *findings;     /* of GazFinding * */
    GPtrArray *events;       /* of GazEvent * */
    GPtrArray *interviews;   /* of GazInterview * */
    GPtrArray *tasks;        /* of GazTask * */
    GPtrArray *channels;     /* of GazChannel * */
    GPtrArray *practices;    /* of GazPractice * */
    GPtrArray *changes;      /* of GazRegisterChange * */
    GPtrArray *corrections;  /* of GazCorrection * */
    GPtrArray *objections;   /* of GazObjection * */
    GPtrArray *restrictions; /* of GazRestriction * */
    unsigned lacking;    /* bits 1u << GazTableIndex: a row was left out for a fault, or the rest of the file;
                          * 1u << GAZ_TABLES: a notice was */
    GHashTable *records; /* "lines/L-001" to record *, for all tables with ids */
    GPtrArray *arrays;   /* every GPtrArray of the data, publication and rules, to be freed with them */
    GPtrArray *rewordings; /* of const GazNotice *, of the whole data: the corrections that bring words of
                            * their own, texts/NAME.ID.zh.md, by date; in a view those that hold */
    GPtrArray *years; /* of GazPublication *, one a year of the folder, each with all that it and those before
                       * it say; the last is `publication`. In a view: that alone */
    GazDate known_until; /* in a view of what was known on a day: that day; else GAZ_NO_DATE */
    const GazData *of;   /* in a view: the whole data it is a view of; else NULL */
    GHashTable *copies;  /* in a view: record * of `of` to the view's copy; else NULL */
    GHashTable *texts;   /* "summary.zh" to GazSourceText *: texts/summary.zh.md, not yet parsed */
};

/* CommonMark source of a wording, of the data folder or of templates/. */
typedef struct {
    const char *file; /* for places */
    const char *text; /* UTF-8, checked */
} GazSourceText;

/* Every table of a data folder, in the order they must be read (a table after those it refers to). */
extern const GazTable gaz_tables[];
extern const unsigned gaz_table_count;

/* Reads the data folder `folder` under the rule files in `rules_folder` (their schemas: ../schema beside it).
 * Faults go into `report`, all of them in one run. A record with a fault, or one that refers to such a
 * record, is left out, and the data given all the same, so that the rules can be checked in the same run:
 * whether the data is whole, the report says. Gives NULL where the publication, the rules or a required
 * table could not be read at all. A file that can't be read for reasons of the machine, or a missing folder,
 * sets `error` (and gives NULL). Yours: gaz_data_free(). */
GazData *gaz_data_read(const char *folder, const char *rules_folder, GazReport *report, GError **error);
void gaz_data_free(GazData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazData, gaz_data_free)

/* The record with this id in the table called `table`; lent; NULL: none. */
const void *gaz_data_lookup(const GazData *data, const char *table, const char *id);

#endif
