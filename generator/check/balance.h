/* balance.h - a line's ledger over the years: days owed, each with its due day, and days earned, each with
 * its cap, brought forward from the year before. Inside check/ only; the sums are in GazAccount.balance. */
#ifndef GAZETTE_CHECK_BALANCE_H
#define GAZETTE_CHECK_BALANCE_H
#include "check/index.h"

/* What is left of an entry at the end of the year, or as of the as-of date before. */
typedef struct {
    const GazLedgerEntry *entry; /* of its own year's view */
    GazDecimal left;             /* [d] */
} GazLedgerRest;

/* Settles the account's ledger with what `before` (the account of the year before; NULL: none) left: its
 * balance is set but for what is used of days earned. */
void gaz_balance_open(GazAccount *account, const GazIndex *index, const GazAccount *before);

/* After the days required are known: makes `used` [d] of days earned, the oldest first, and pays the debts
 * with `made_up` [d] of make-up stops, those due first first. */
void gaz_balance_close(GazAccount *account, GazDecimal used, GazDecimal made_up, GazDate as_of);

/* What of the days owed since earlier years [d] was paid by then. */
GazDecimal gaz_balance_paid_earlier(const GazAccount *account, int year);

#endif
