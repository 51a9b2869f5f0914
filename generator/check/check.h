/* check.h - all rules over one data folder (shared/regime: R1 to R13), one small function a rule. */
#ifndef GAZETTE_CHECK_CHECK_H
#define GAZETTE_CHECK_CHECK_H
#include "check/assessment.h"

/* Adds a fault to `report` for every breach of a rule by the data; goes on after each. Returns whether there
 * was none. */
bool gaz_check(const GazAssessment *assessment, GazReport *report);

#endif
