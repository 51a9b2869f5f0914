/* known.h - what the public could know on the as-of date: a build for an earlier day tells nothing of later
 * ones. The assessment sees to it for days and stages; here it is for rows and findings as such. */
#ifndef GAZETTE_SITE_KNOWN_H
#define GAZETTE_SITE_KNOWN_H
#include "check/assessment.h"

/* Whether the finding has come about: false where all that happened in it is dated later. */
bool gaz_known_finding(const GazAssessment *assessment, const GazFindingState *state);

/* The rows of a table that were known: an event from its day on, a swap from its filing on. Yours:
 * g_ptr_array_unref(). */
GPtrArray *gaz_known_rows(const GazAssessment *assessment, const GazTable *table);

/* Whether the notice that makes the correction known was out by the as-of date. */
bool gaz_known_correction(const GazAssessment *assessment, const GazCorrection *correction);

#endif
