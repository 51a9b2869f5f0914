/* summary_sum.h - what lines add up to in a summary: by city, in all, and year by year. Inside compose/ only.
 */
#ifndef GAZETTE_COMPOSE_SUMMARY_SUM_H
#define GAZETTE_COMPOSE_SUMMARY_SUM_H
#include "compose/composing.h"

typedef struct {
    unsigned lines, kept, short_lines;
    GazDecimal required, verified, short_days; /* [d] */
} GazSummarySum;

/* Days to a tenth, as all of the summary tells them [d]. */
GazDecimal gaz_summary_rounded(GazDecimal days);

/* A line of which nothing is required and nothing verified took no part. */
bool gaz_summary_takes_part(const GazAccount *account);

void gaz_summary_add_account(GazSummarySum *sum, const GazAccount *account);
void gaz_summary_add_sum(GazSummarySum *sum, const GazSummarySum *more);

/* The columns of a sum, after the one that says of what; gaz_summary_cells() fills them. */
enum {
    GAZ_SUM_LINES = 1,
    GAZ_SUM_REQUIRED,
    GAZ_SUM_VERIFIED,
    GAZ_SUM_KEPT,
    GAZ_SUM_SHORT_LINES,
    GAZ_SUM_SHORT_DAYS,
    GAZ_SUM_COLUMNS
};
#define GAZ_SUM_TABLE_COLUMNS                                                                                \
    [GAZ_SUM_LINES] = {.code = "lines", .align = GAZ_ALIGN_DECIMAL, .weight = 3},                            \
    [GAZ_SUM_REQUIRED] = {.code = "required", .align = GAZ_ALIGN_DECIMAL, .weight = 2},                      \
    [GAZ_SUM_VERIFIED] = {.code = "verified", .align = GAZ_ALIGN_DECIMAL, .weight = 1},                      \
    [GAZ_SUM_KEPT] = {.code = "kept-lines", .align = GAZ_ALIGN_DECIMAL, .weight = 4},                        \
    [GAZ_SUM_SHORT_LINES] = {.code = "short-lines", .align = GAZ_ALIGN_DECIMAL, .weight = 4},                \
    [GAZ_SUM_SHORT_DAYS] = {.code = "short", .align = GAZ_ALIGN_DECIMAL, .weight = 2}
void gaz_summary_cells(GazComposing *work, GazRow *row, const GazSummarySum *sum);

#endif
