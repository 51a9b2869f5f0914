/* shown.h - an account as a calendar shows it, which reaches back to where a window over New Year began: what
 * was over before the accounting year began is of the account of the year before, and left out the kiln would
 * seem never to have stopped. */
#ifndef GAZETTE_SITE_SHOWN_H
#define GAZETTE_SITE_SHOWN_H
#include "check/assessment.h"

/* The account of `assessment` with the windows and stops of the years before that lasted into the day `from`
 * or began after it, all by start. Its sums stay those of the year. Yours: gaz_shown_free(); what it points
 * to is lent while `assessment` lives. */
GazAccount *gaz_shown_new(const GazAssessment *assessment, const GazAccount *account, GazDate from);
void gaz_shown_free(GazAccount *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazAccount, gaz_shown_free)

#endif
