/* gaps.h - the parts of a line's windows for which no stop that counts was verified: not verified, which is
 * no accusation. */
#ifndef GAZETTE_SITE_GAPS_H
#define GAZETTE_SITE_GAPS_H
#include "check/assessment.h"

/* Of the account within `shown` and up to the end of `as_of`; windows that ask for a full stop only. In
 * order; overlapping windows once. Yours: g_array_unref(), of GazSpan. */
GArray *gaz_gaps(const GazAccount *account, GazSpan shown, GazDate as_of);

#endif
