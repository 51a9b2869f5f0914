/* years.h - the assessments of a data folder of several years: of each year as seen on a day, each knowing
 * that of the year before. A one-year folder has one view and one assessment a day. */
#ifndef GAZETTE_CHECK_YEARS_H
#define GAZETTE_CHECK_YEARS_H
#include "check/assessment.h"
#include "model/view.h"

typedef struct GazYears GazYears;

GazYears *gaz_years_new(const GazData *all); /* borrows; yours: gaz_years_free() */
void gaz_years_free(GazYears *years);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazYears, gaz_years_free)

/* The assessment as of `as_of` of the view of `day`; kept, and lent until gaz_years_keep(). Its `previous` is
 * that of the year before under the same conditions, NULL in the first year; a stoppage that the folder of a
 * later year records, up to that of `day`, counts there in the year in which it lies. */
const GazAssessment *gaz_years_assess(GazYears *years, const GazViewDay *day, GazDate as_of);

/* The view itself; lent while `years` lives. */
const GazData *gaz_years_view(GazYears *years, const GazViewDay *day);

/* Frees all assessments but `wanted` and those before it; NULL: all. The views stay. */
void gaz_years_keep(GazYears *years, const GazAssessment *wanted);

/* The view and as-of date that version `version` of a notice is written on: 1 is the notice as it was
 * announced, on its own day; each later one has one more of its corrections or withdrawals `amendments` (of
 * GazNotice *, by date), and no other that came after its day. */
GazViewDay gaz_version_day(const GazNotice *notice, const GPtrArray *amendments, unsigned version);

/* The corrections and withdrawals of `notice` dated by `as_of`, by date. Yours: g_ptr_array_unref(), of const
 * GazNotice *. */
GPtrArray *gaz_notice_amendments(const GazData *data, const GazNotice *notice, GazDate as_of);

#endif
