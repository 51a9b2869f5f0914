/* swaps.c - R4: a carbide-slag line takes part by letting another line stop in its place (错峰置换). */
#include "check/excuse.h"

/* `year`: that of the swap. What became of the partner later takes nothing back. */
static const char *why_not(const GazSwap *swap, GazSpan year)
{
    if (swap->partner == swap->line)
        return "the same line";
    if (swap->partner->carbide_slag)
        return "a carbide-slag line";
    return gaz_line_runs_in(swap->partner, year) ? NULL : "a line that isn't operating";
}

void gaz_check_swaps(const GazCheck *check)
{
    GazSpan year = gaz_accounting_year(check->data, check->data->publication->year);

    for (unsigned i = 0; i < check->data->swaps->len; i++) {
        const GazSwap *swap = check->data->swaps->pdata[i];
        const char *reason = why_not(swap, year);

        if (reason != NULL && gaz_is_of_year(check, &swap->record))
            gaz_fault(check, GAZ_CHECK_SWAP_PARTNER, NULL, GAZ_AT(swap, partner), "partner",
                      g_strdup_printf("%s, %s", swap->partner->record.id, reason),
                      "another line of the province, operating and without carbide slag");
    }
}

/* Days swapped must make up what the line doesn't stop itself. A line that no row excludes goes on all the
 * same while its partner stops, so that all its days are to be swapped. */
static GazDecimal days_to_swap(const GazCheck *check, const GazSeasonPlan *season, const GazLine *line)
{
    GazDecimal due = gaz_days_due(check, season, line), own = gaz_days_own(check, season, line);

    return own < due ? due - own : due;
}

/* A swap names no season. The swaps on record are those of one year, and a year holds one heating season's
 * days, be it in two parts: the season that asks most is what they must make up. */
static GazDecimal days_asked(const GazCheck *check, const GazLine *line)
{
    GazDecimal most = 0;

    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && gaz_season_is_of_year(check, season) &&
            gaz_line_runs_in(line, season->span))
            most = MAX(most, days_to_swap(check, season, line));
    }
    return most;
}

/* The first of the year's swaps of `line`, NULL: none, and the days of them all [d]. */
static const GazSwap *first_swap(const GazCheck *check, const GazLine *line, GazDecimal *days)
{
    const GPtrArray *swaps = gaz_index_of(check->index->swaps, line);
    const GazSwap *first = NULL;

    for (unsigned i = 0; swaps != NULL && i < swaps->len; i++) {
        const GazSwap *swap = swaps->pdata[i];

        if (!gaz_is_of_year(check, &swap->record))
            continue;
        first = first == NULL ? swap : first;
        *days += swap->days;
    }
    return first;
}

void gaz_check_carbide_slag(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];
        GazDecimal asked = line->carbide_slag ? days_asked(check, line) : 0;
        GazDecimal swapped = 0;
        const GazSwap *first = first_swap(check, line, &swapped);
        g_autofree char *asked_text = gaz_days_text(asked);

        if (asked > 0 && first == NULL)
            gaz_fault(check, GAZ_CHECK_SWAP_MISSING, NULL, GAZ_AT(line, carbide_slag), "carbide_slag", NULL,
                      "a row of swaps.csv of %d for line %s with %s", check->data->publication->year,
                      line->record.id, asked_text);
        else if (swapped < asked)
            gaz_fault(check, GAZ_CHECK_SWAP_SHORT, NULL, GAZ_AT(first, days), "days", gaz_days_text(swapped),
                      "%s, as many as line %s is to stop", asked_text, line->record.id);
    }
}
