/* summary_years.h - the parts of a summary that look beyond its year. Inside compose/ only. */
#ifndef GAZETTE_COMPOSE_SUMMARY_YEARS_H
#define GAZETTE_COMPOSE_SUMMARY_YEARS_H
#include "compose/composing.h"

/* Where there are years before: first-year, the table by-year and the figure years. */
void gaz_summary_years_give(GazComposing *work);

/* Where the ledger has entries: what it brought forward, added, made up, used and leaves, the table
 * ledger-table and its annex. */
void gaz_summary_ledger_give(GazComposing *work);

#endif
