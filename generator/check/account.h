/* account.h - what the rules ask of an account beyond its totals. Inside check/ only. */
#ifndef GAZETTE_CHECK_ACCOUNT_H
#define GAZETTE_CHECK_ACCOUNT_H
#include "check/assessment.h"

/* The accounting year that begins in calendar year `year`. */
GazSpan gaz_accounting_year(const GazData *data, int year);
bool gaz_year_is_over(const GazAssessment *assessment, GazSpan year);

/* Days [d] of the stops that count inside `within`, each minute once; swaps are no stops of the line. */
GazDecimal gaz_stops_verified(const GazData *data, const GazAccount *account, GazSpan within);

/* Days [d] of the swaps among `swaps` (NULL: none) of `year`'s folder filed by `as_of`. */
GazDecimal gaz_swapped_days(const GPtrArray *swaps, int year, GazDate as_of);

/* Days [d] that the line is short: of the year where it is over by as_of, else of what its windows have asked
 * so far. */
GazDecimal gaz_account_short(const GazAssessment *assessment, const GazAccount *account);

#endif
