/* index.h - the records of a data folder by what they belong to, so that every rule is one pass over lines.
 * Inside check/ only. */
#ifndef GAZETTE_CHECK_INDEX_H
#define GAZETTE_CHECK_INDEX_H
#include "check/span.h"

/* How a plan row treats a line that its scope reaches. */
typedef enum {
    GAZ_REACH_IN,
    GAZ_REACH_OUT_BY_NAME, /* `excludes` names the line or its enterprise */
    GAZ_REACH_OUT_BY_KILN  /* `excludes` names the kind of its kiln */
} GazReach;

/* A row of the plan with what it refers to looked up once. */
typedef struct {
    const GazPlan *plan;
    const GazSeason *season;
    const GazCounting *counting;
    GazSpan span;
    GHashTable *excludes; /* set of ids and kiln codes; NULL: none */
    unsigned order;       /* as written */
} GazRow;

typedef struct {
    const GazData *data;
    GArray *rows;         /* of GazRow, as written */
    GHashTable *scope[4]; /* by GazScope: id or code ("" for the province) to GPtrArray of GazRow * */
    GHashTable *adjustments, *stoppages, *ledger, *swaps, *partners, *tasks, *findings; /* by line */
    GHashTable *events, *interviews, *objections, *restrictions;                        /* by finding */
} GazIndex;

GazIndex *gaz_index_new(const GazData *data); /* yours: gaz_index_free() */
void gaz_index_free(GazIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazIndex, gaz_index_free)

/* The records grouped under `owner` in one of the tables above, as written; NULL: none. Lent. */
const GPtrArray *gaz_index_of(GHashTable *group, const void *owner);

/* The rows whose scope reaches `line`, in order of start, the longer first, then as written, those that
 * exclude it too (ask gaz_row_reach()). Yours: g_ptr_array_unref(), of const GazRow *. */
GPtrArray *gaz_index_rows(const GazIndex *index, const GazLine *line);
GazReach gaz_row_reach(const GazRow *row, const GazLine *line);

/* The counting rule of a season; one that counts nothing where the rule files lack it. Lent. */
const GazCounting *gaz_season_counting(const GazData *data, const GazSeason *season);

/* The index behind an assessment. Lent. */
const GazIndex *gaz_assessment_index(const GazAssessment *assessment);

#endif
