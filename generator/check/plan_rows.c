/* plan_rows.c - rows of the plan that contradict themselves. */
#include "check/rule.h"

static const char *rounding_text(GazRounding rounding)
{
    static const char *const texts[] = {[GAZ_ROUND_NONE] = "not rounded",
                                        [GAZ_ROUND_HALF] = "rounded to half days",
                                        [GAZ_ROUND_DOWN] = "rounded down",
                                        [GAZ_ROUND_UP] = "rounded up",
                                        [GAZ_ROUND_NEAREST] = "rounded to whole days"};

    return texts[rounding];
}

/* How the days of a row were counted, for whoever has to find the mistake. */
static char *counting_text(const GazRow *row)
{
    g_autofree char *span = gaz_span_text(row->span);

    if (row->plan->quota_days != GAZ_NO_DECIMAL)
        return g_strdup_printf("the quota within %s", span);
    return g_strdup_printf("%s by the counting rule %s: a bare last day %s, %s, %s", span,
                           row->season->counting, row->counting->end_inclusive ? "counts" : "doesn't count",
                           row->counting->days_as_dates ? "dates touched" : "24 hours a day",
                           rounding_text(row->counting->rounding));
}

void gaz_check_declared_days(const GazCheck *check)
{
    for (unsigned i = 0; i < check->index->rows->len; i++) {
        const GazRow *row = &g_array_index(check->index->rows, GazRow, i);
        GazDecimal declared = row->plan->declared_days, computed = gaz_plan_days(check->data, row->plan);
        g_autofree char *days = gaz_days_text(computed), *how = counting_text(row);

        if (declared != GAZ_NO_DECIMAL && declared != computed && gaz_is_of_year(check, &row->plan->record))
            gaz_fault(check, GAZ_CHECK_DECLARED_DAYS, row->counting->clause, GAZ_AT(row->plan, declared_days),
                      "declared_days", gaz_days_text(declared), "%s (%s)", days, how);
    }
}

void gaz_check_quotas(const GazCheck *check)
{
    for (unsigned i = 0; i < check->index->rows->len; i++) {
        const GazRow *row = &g_array_index(check->index->rows, GazRow, i);
        GazDecimal most = gaz_span_days(check->data, row->season, row->span);
        g_autofree char *days = gaz_days_text(most), *range = gaz_span_text(row->span);

        if (row->plan->quota_days != GAZ_NO_DECIMAL && row->plan->quota_days > most &&
            gaz_is_of_year(check, &row->plan->record))
            gaz_fault(check, GAZ_CHECK_QUOTA_OVER_RANGE, NULL, GAZ_AT(row->plan, quota_days), "quota_days",
                      gaz_days_text(row->plan->quota_days), "at most %s, the length of %s", days, range);
    }
}
