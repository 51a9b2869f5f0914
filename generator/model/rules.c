/* rules.c - looking things up in the rules. */
#include "model/rules.h"

#include <string.h>

const GazCounting *gaz_rules_counting(const GazRules *rules, const char *id)
{
    for (unsigned i = 0; i < rules->countings->len; i++) {
        const GazCounting *counting = rules->countings->pdata[i];

        if (strcmp(counting->id, id) == 0)
            return counting;
    }
    return NULL;
}

const GazClause *gaz_rules_clause(const GazRules *rules, const char *id)
{
    for (unsigned i = 0; i < rules->clauses->len; i++)
        if (strcmp(((const GazClause *)rules->clauses->pdata[i])->id, id) == 0)
            return rules->clauses->pdata[i];
    return NULL;
}

const GazRegionWindow *gaz_rules_window(const GazRules *rules, const char *region)
{
    for (unsigned i = 0; i < rules->windows->len; i++) {
        const GazRegionWindow *window = rules->windows->pdata[i];

        if (strcmp(window->region, region) == 0)
            return window;
    }
    return NULL;
}

static GazDate last_of_month(int year, int month)
{
    GazDate next = month == 12 ? gaz_date_make(year + 1, 1, 1) : gaz_date_make(year, month + 1, 1);

    return next == GAZ_NO_DATE ? GAZ_NO_DATE : next - 1;
}

GazDate gaz_month_day_in(GazMonthDay day, int year)
{
    GazDate date = GAZ_NO_DATE;

    if (day.month == 0)
        return GAZ_NO_DATE;
    if (day.day > 0)
        date = gaz_date_make(year, day.month, day.day);
    return date == GAZ_NO_DATE ? last_of_month(year, day.month) : date;
}

GazDate gaz_rules_year_begin(const GazRules *rules, int year)
{
    GazDate first = gaz_month_day_in(rules->accounting_start, year);

    return first == GAZ_NO_DATE ? gaz_date_make(year, 1, 1) : first;
}
