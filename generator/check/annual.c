/* annual.c - R2: the least days of a year, from the plan before it is over and from verified stoppages after;
 * and the ledger's debts (R12). */
#include "check/credit.h"
#include "check/excuse.h"

#include "model/view.h"

static GazDecimal annual_least(const GazCheck *check)
{
    const GazRuleNumber *rule = &check->rules->annual_days;

    return rule->clause == NULL || rule->value == GAZ_NO_DECIMAL ? 0 : rule->value;
}

/* Whether some heating season has windows inside `part`. */
static bool is_planned(const GazCheck *check, GazSpan part)
{
    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && season->first != NULL &&
            !gaz_span_is_empty(gaz_span_clip(season->span, part)))
            return true;
    }
    return false;
}

/* A folder that holds a single season's plan says nothing about the year. It holds the year when each part of
 * the region's window inside it (the end of one heating season, the beginning of the next) is planned. */
static bool year_is_planned(const GazCheck *check, GazSpan year)
{
    const GazRegionWindow *window = gaz_rules_window(check->rules, check->data->publication->region);
    int first = check->data->publication->year;
    unsigned parts = 0;

    for (int begin = first - 1; begin <= first + 1; begin++) {
        GazSpan part = gaz_span_clip(gaz_region_span(window, begin), year);

        if (gaz_span_is_empty(part))
            continue;
        if (!is_planned(check, part))
            return false;
        parts++;
    }
    return parts > 0;
}

/* Days [d] planned for the account's line, those that another stops in its place among them. */
static GazDecimal days_planned(const GazCheck *check, const GazAccount *account)
{
    const GPtrArray *swaps = gaz_index_of(check->index->swaps, account->line);

    return account->days_planned + gaz_swapped_days(swaps, check->data->publication->year, INT32_MAX);
}

static void tell_planned(const GazCheck *check, const GazAccount *account, unsigned count)
{
    g_autofree char *least = gaz_days_text(annual_least(check)),
                    *windows = gaz_windows_text(account->windows);
    g_autofree char *planned = gaz_days_text(days_planned(check, account));
    g_autofree char *lines = gaz_lines_text(account->line, count);

    gaz_fault(check, GAZ_CHECK_ANNUAL_SHORT, check->rules->annual_days.clause,
              GAZ_AT(account->line, record.id), "id", g_strdup_printf("%s: %s", lines, planned),
              "at least %s in the accounting year; its windows: %s", least, windows);
}

/* The accounts of whole years for which less than the least is planned, by the days planned. */
static GHashTable *short_by_days(const GazCheck *check)
{
    GHashTable *by_days =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

    for (unsigned i = 0; i < check->accounts->len; i++) {
        GazAccount *account = check->accounts->pdata[i];
        GazDecimal planned = days_planned(check, account);
        GPtrArray *group = g_hash_table_lookup(by_days, &planned);

        if (!account->whole_year || planned >= annual_least(check))
            continue;
        if (group == NULL) {
            group = g_ptr_array_new();
            g_hash_table_insert(by_days, g_memdup2(&planned, sizeof planned), group);
        }
        g_ptr_array_add(group, account);
    }
    return by_days;
}

/* The report sorts what is told. */
void gaz_check_annual_plan(const GazCheck *check)
{
    GazSpan year = gaz_accounting_year(check->data, check->data->publication->year);
    g_autoptr(GHashTable) by_days = NULL;
    GHashTableIter at;
    gpointer value;

    if (annual_least(check) == 0 || !year_is_planned(check, year))
        return;
    by_days = short_by_days(check);
    g_hash_table_iter_init(&at, by_days);
    while (g_hash_table_iter_next(&at, NULL, &value)) {
        const GPtrArray *group = value;
        bool many = group->len > GAZ_FEW_LINES;

        for (unsigned i = 0; i < (many ? 1 : group->len); i++)
            tell_planned(check, group->pdata[i], many ? group->len : 1);
    }
}

/* A breach on record for the account's year; one annulled says nothing any more. */
static bool has_breach(const GazCheck *check, const GazAccount *account)
{
    GazDecimal year = (GazDecimal)check->data->publication->year * GAZ_DECIMAL_ONE;

    for (unsigned i = 0; i < account->findings->len; i++) {
        const GazFindingState *state = account->findings->pdata[i];

        if (state->finding->result == GAZ_RESULT_BREACH && state->finding->year == year &&
            state->stage != GAZ_STAGE_ANNULLED)
            return true;
    }
    return false;
}

/* Days earned beyond the caps of their entries [d]: they may not be used. */
static GazDecimal days_over_cap(const GazCheck *check, const GazAccount *account)
{
    const GPtrArray *entries = gaz_index_of(check->index->ledger, account->line);
    GazDecimal days = 0;

    for (unsigned i = 0; entries != NULL && i < entries->len; i++) {
        const GazLedgerEntry *entry = entries->pdata[i];

        if (entry->kind == GAZ_LEDGER_EARNED && entry->cap != GAZ_NO_DECIMAL &&
            gaz_is_of_year(check, &entry->record))
            days += MAX(0, entry->days - entry->cap);
    }
    return days;
}

/* How the shortfall comes about. Yours: g_free(). */
static char *balance_text(const GazAccount *account)
{
    g_autofree char *required = gaz_days_text(account->days_required);
    g_autofree char *verified = gaz_days_text(account->days_verified);
    g_autofree char *windows = gaz_windows_text(account->windows), *stops = gaz_stops_text(account->stops);

    return g_strdup_printf("%s required (windows: %s), %s verified (stops: %s)", required, windows, verified,
                           stops);
}

static void tell_shortfall(const GazCheck *check, const GazAccount *account)
{
    g_autofree char *missing = gaz_days_text(account->days_short), *balance = balance_text(account);
    g_autofree char *cap = gaz_days_text(account->days_earned);
    char *found = g_strdup_printf("line %s: %s short", account->line->record.id, missing);

    if (days_over_cap(check, account) > 0)
        gaz_fault(check, GAZ_CHECK_EARNED_OVER_CAP, NULL, GAZ_AT(account->line, record.id), "id", found,
                  "none beyond the %s of those earned that the cap lets be used: %s", cap, balance);
    else
        gaz_fault(check, GAZ_CHECK_SHORTFALL_UNRECORDED, check->rules->annual_days.clause,
                  GAZ_AT(account->line, record.id), "id", found,
                  "none, or a finding of the year, or as many days owed in ledger.csv: %s", balance);
}

void gaz_check_shortfalls(const GazCheck *check)
{
    for (unsigned i = 0; i < check->accounts->len; i++) {
        const GazAccount *account = check->accounts->pdata[i];

        if (account->days_short > 0 && account->balance.owed < account->days_short &&
            !has_breach(check, account))
            tell_shortfall(check, account);
    }
}

static int compare_due(const void *one, const void *two)
{
    const GazLedgerEntry *a = *(const GazLedgerEntry *const *)one, *b = *(const GazLedgerEntry *const *)two;

    return (a->due > b->due) - (a->due < b->due);
}

static GPtrArray *debts_due(const GazCheck *check, const GPtrArray *entries)
{
    GPtrArray *debts = g_ptr_array_new();

    for (unsigned i = 0; i < entries->len; i++) {
        const GazLedgerEntry *entry = entries->pdata[i];

        if (entry->kind == GAZ_LEDGER_OWED && entry->due != GAZ_NO_DATE &&
            entry->due < check->assessment->as_of)
            g_ptr_array_add(debts, entries->pdata[i]);
    }
    g_ptr_array_sort(debts, compare_due);
    return debts;
}

/* Days [d] of make-up stops verified by the end of `due`, those of the years before among them. */
static GazDecimal made_up_by(const GazCheck *check, const GazAccount *account, GazDate due)
{
    const char *id = account->line->record.id;
    GazSpan within = {INT64_MIN, gaz_date_end(due)};
    GazDecimal days = 0;

    for (const GazAssessment *year = check->assessment; year != NULL && account != NULL;
         year = year->previous) {
        const GazLine *before =
            year->previous == NULL ? NULL : gaz_data_lookup(year->previous->data, "lines", id);

        within.start = before == NULL ? INT64_MIN : account->year.start;
        days += gaz_stops_made_up(year->data, account, within);
        within.end = MIN(within.end, within.start);
        account = before == NULL ? NULL : gaz_assessment_account(year->previous, before);
    }
    return days;
}

/* Days [d] of earlier years' debts without a day: they are paid before those that have one. */
static GazDecimal owed_before(const GazCheck *check, const GPtrArray *entries)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < entries->len; i++) {
        const GazLedgerEntry *entry = entries->pdata[i];

        if (entry->kind == GAZ_LEDGER_OWED && entry->due == GAZ_NO_DATE &&
            !gaz_is_of_year(check, &entry->record))
            days += entry->days;
    }
    return days;
}

/* Whether this is the year to tell of a debt: the one in which it falls due, or the nearest that the folder
 * holds. What makes it up may stand in a year after the one that wrote it down. */
static bool falls_due(const GazCheck *check, const GazLedgerEntry *debt)
{
    int year = check->data->publication->year;
    GazSpan span = gaz_accounting_year(check->data, year);
    bool first = check->assessment->previous == NULL, last = gaz_data_is_last_year(check->data);

    return (gaz_date_begin(debt->due) >= span.start || first) &&
           (gaz_date_begin(debt->due) < span.end || last);
}

/* Debts are paid in the order they fall due; a breach on record says already that the line doesn't pay. */
static void check_debts(const GazCheck *check, const GazAccount *account, const GPtrArray *entries)
{
    g_autoptr(GPtrArray) debts = debts_due(check, entries);
    GazDecimal owed = owed_before(check, entries);

    for (unsigned i = 0; i < debts->len; i++) {
        const GazLedgerEntry *debt = debts->pdata[i];
        GazDecimal made_up = made_up_by(check, account, debt->due);
        g_autofree char *due = gaz_date_text(debt->due), *owed_text = NULL;

        owed += debt->days;
        if (made_up >= owed || !falls_due(check, debt))
            continue;
        owed_text = gaz_days_text(owed);
        gaz_fault(check, GAZ_CHECK_DEBT_OVERDUE, check->rules->make_up.clause, GAZ_AT(debt, days), "days",
                  gaz_days_text(made_up), "%s of make-up stoppages by %s, or a finding of the year",
                  owed_text, due);
    }
}

/* A ledger without any stoppages beside it is a plan's, not a record's. */
void gaz_check_debts(const GazCheck *check)
{
    for (unsigned i = 0; check->data->stoppages->len > 0 && i < check->accounts->len; i++) {
        const GazAccount *account = check->accounts->pdata[i];
        const GPtrArray *entries = gaz_index_of(check->index->ledger, account->line);

        if (entries != NULL && !has_breach(check, account))
            check_debts(check, account, entries);
    }
}
