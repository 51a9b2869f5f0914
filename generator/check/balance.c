/* balance.c - debts are paid in the order they fall due, older ones without a day first; days earned are used
 * in the order they were written down. */
#include "check/balance.h"

static void add_rest(GArray *rests, const GazLedgerEntry *entry, GazDecimal left)
{
    GazLedgerRest rest = {entry, left};

    if (left > 0)
        g_array_append_val(rests, rest);
}

static GazDecimal sum(const GArray *rests)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < rests->len; i++)
        days += g_array_index(rests, GazLedgerRest, i).left;
    return days;
}

/* Where a debt stands in the order of paying: those brought forward without a day before all others, those of
 * `year` without a day after them. */
static int64_t turn_of(const GazLedgerRest *rest, int year)
{
    if (rest->entry->due != GAZ_NO_DATE)
        return rest->entry->due;
    return rest->entry->record.year < year ? INT64_MIN : INT64_MAX;
}

static int compare_turns(const void *one, const void *two, void *year)
{
    int64_t a = turn_of(one, *(const int *)year), b = turn_of(two, *(const int *)year);

    return (a > b) - (a < b);
}

static void bring_forward(GArray *rests, const GArray *before)
{
    for (unsigned i = 0; before != NULL && i < before->len; i++)
        g_array_append_val(rests, g_array_index(before, GazLedgerRest, i));
}

/* Days earned count up to the cap of their entry. */
static void add_entries(GazAccount *account, const GazIndex *index)
{
    const GPtrArray *entries = gaz_index_of(index->ledger, account->line);

    for (unsigned i = 0; entries != NULL && i < entries->len; i++) {
        const GazLedgerEntry *entry = entries->pdata[i];
        bool owed = entry->kind == GAZ_LEDGER_OWED;

        if (entry->record.year == index->data->publication->year)
            add_rest(owed ? account->debts : account->credits, entry,
                     owed || entry->cap == GAZ_NO_DECIMAL ? entry->days : MIN(entry->days, entry->cap));
    }
}

void gaz_balance_open(GazAccount *account, const GazIndex *index, const GazAccount *before)
{
    GazBalance *balance = &account->balance;

    account->debts = g_array_new(FALSE, FALSE, sizeof(GazLedgerRest));
    account->credits = g_array_new(FALSE, FALSE, sizeof(GazLedgerRest));
    bring_forward(account->debts, before == NULL ? NULL : before->debts);
    bring_forward(account->credits, before == NULL ? NULL : before->credits);
    balance->brought_owed = sum(account->debts);
    balance->brought_earned = sum(account->credits);
    add_entries(account, index);
    balance->owed = sum(account->debts) - balance->brought_owed;
    balance->earned = sum(account->credits) - balance->brought_earned;
    g_array_sort_with_data(account->debts, compare_turns, &index->data->publication->year);
}

/* Takes `days` from the rests in their order; what is used up is dropped. Gives what was taken [d]. */
static GazDecimal take(GArray *rests, GazDecimal days)
{
    GazDecimal taken = 0;

    while (rests->len > 0 && taken < days) {
        GazLedgerRest *rest = &g_array_index(rests, GazLedgerRest, 0);
        GazDecimal part = MIN(rest->left, days - taken);

        taken += part;
        rest->left -= part;
        if (rest->left == 0)
            g_array_remove_index(rests, 0);
    }
    return taken;
}

static GazDecimal overdue(const GArray *debts, GazDate as_of)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < debts->len; i++) {
        const GazLedgerRest *debt = &g_array_index(debts, GazLedgerRest, i);

        if (debt->entry->due != GAZ_NO_DATE && debt->entry->due < as_of)
            days += debt->left;
    }
    return days;
}

void gaz_balance_close(GazAccount *account, GazDecimal used, GazDecimal made_up, GazDate as_of)
{
    GazBalance *balance = &account->balance;

    balance->used = take(account->credits, used);
    balance->made_up = take(account->debts, made_up);
    balance->left_owed = sum(account->debts);
    balance->left_earned = sum(account->credits);
    balance->overdue = overdue(account->debts, as_of);
    balance->due =
        account->debts->len == 0 ? GAZ_NO_DATE : g_array_index(account->debts, GazLedgerRest, 0).entry->due;
}

GazDecimal gaz_balance_paid_earlier(const GazAccount *account, int year)
{
    GazDecimal left = 0;

    for (unsigned i = 0; i < account->debts->len; i++) {
        const GazLedgerRest *debt = &g_array_index(account->debts, GazLedgerRest, i);

        left += debt->entry->record.year < year ? debt->left : 0;
    }
    return account->balance.brought_owed - left;
}
