/* credit.h - what a line's verified stops stand for. Off-peak production is what the plan asks of the line
 * (SD 三), in its windows (SD 二, N 二): a stop at another time doesn't take the place of a window, unless it
 * makes days up (R4) or is made for another line (R4). Inside check/ only. */
#ifndef GAZETTE_CHECK_CREDIT_H
#define GAZETTE_CHECK_CREDIT_H
#include "check/span.h"

/* Days [d] of stops that count, each minute once. */
typedef struct {
    GazDecimal
        windows; /* inside full stops of the plan, make-up windows among them, whatever the stop's why */
    GazDecimal quotas;  /* inside the ranges of quotas, of each no more than it asks beside the full stops */
    GazDecimal made_up; /* of make-up stops, outside the full stops */
    GazDecimal swapped; /* of stops for another line, outside the full stops */
    GazDecimal elsewhere; /* of others, outside both */
} GazCredit;

/* Of the account's stops inside the `parts` of its year in which the line takes part (of GazSpan, by start).
 * A quota is granted once, in however many of them it can be kept. */
GazCredit gaz_account_credit(const GazData *data, const GazAccount *account, const GArray *parts);

/* Has the account's stops not count that stand for none of this: outside all windows, neither to make days up
 * nor for another line. */
void gaz_stops_drop_elsewhere(const GazData *data, GazAccount *account);

/* Days [d] of make-up stops inside `within` but outside the plan's windows: off-peak days are made up outside
 * off-peak periods (N 二, SD 二); a make-up window is none of these. */
GazDecimal gaz_stops_made_up(const GazData *data, const GazAccount *account, GazSpan within);

#endif
