/* known.c - which column of a table says since when its row is known. */
#include "site/known.h"
#include <string.h>

static const struct {
    const char *table, *column;
} since[] = {{"swaps", "filed_on"}, {"adjustments", "approved_on"}, {"stoppages", "start"},
             {"events", "at"},      {"interviews", "at"},           {"tasks", "vote_date"},
             {"changes", "date"},   {"objections", "filed_on"},     {"restrictions", "from"}};

/* The column that dates rows of `table`; NULL: they are known from the beginning. */
static const GazColumn *dating_column(const GazTable *table)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(since); i++)
        for (unsigned c = 0; c < table->column_count && strcmp(since[i].table, table->name) == 0; c++)
            if (strcmp(table->columns[c].name, since[i].column) == 0)
                return &table->columns[c];
    return NULL;
}

static GazDate day_of(const GazColumn *column, const void *record)
{
    const void *member = (const char *)record + column->offset;

    return column->kind == GAZ_COLUMN_MOMENT ? ((const GazMoment *)member)->day : *(const GazDate *)member;
}

bool gaz_known_finding(const GazAssessment *assessment, const GazFindingState *state)
{
    return gaz_finding_is_known(assessment, state);
}

bool gaz_known_correction(const GazAssessment *assessment, const GazCorrection *correction)
{
    return correction->made_known != NULL && correction->made_known->date <= assessment->as_of;
}

static bool is_known(const GazAssessment *assessment, const GazTable *table, const GazColumn *column,
                     const void *record)
{
    if (strcmp(table->name, "findings") == 0)
        return gaz_known_finding(assessment, gaz_assessment_finding(assessment, record));
    if (strcmp(table->name, "corrections") == 0)
        return gaz_known_correction(assessment, record);
    if (strcmp(table->name, "stoppages") == 0 &&
        ((const GazStoppage *)record)->verified_on > assessment->as_of)
        return false;
    return column == NULL || day_of(column, record) <= assessment->as_of;
}

GPtrArray *gaz_known_rows(const GazAssessment *assessment, const GazTable *table)
{
    const GPtrArray *all = *(GPtrArray *const *)(const void *)((const char *)assessment->data + table->list);
    const GazColumn *column = dating_column(table);
    GPtrArray *known = g_ptr_array_new();

    for (unsigned i = 0; i < all->len; i++)
        if (is_known(assessment, table, column, all->pdata[i]))
            g_ptr_array_add(known, all->pdata[i]);
    return known;
}
