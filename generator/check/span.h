/* span.h - stretches of time and the days they make.
 * A day is 1440 minutes; what is left over is a fraction, rounded as a counting rule says. Windows and stops
 * that overlap count once: a tally keeps what is covered already. Knows model/, does no I/O. */
#ifndef GAZETTE_CHECK_SPAN_H
#define GAZETTE_CHECK_SPAN_H
#include "check/assessment.h"

enum { GAZ_MINUTES_A_DAY = 1440 };

/* From the begin of `start` to the end of `end`; a bare end date counts as `counting` says. */
GazSpan gaz_span_between(const GazCounting *counting, GazMoment start, GazMoment end);

/* The part of `span` inside `within`; empty (end not after start) where there is none. */
GazSpan gaz_span_clip(GazSpan span, GazSpan within);
bool gaz_span_is_empty(GazSpan span);

/* Minutes; 0 of an empty one. */
int64_t gaz_span_minutes(GazSpan span);

/* The whole calendar days that `span` touches, where `counting` counts dates; else `span` itself. */
GazSpan gaz_span_counted(const GazCounting *counting, GazSpan span);

/* Minutes [min] as days, rounded: NONE to the nearest thousandth of a day; a half goes up. */
GazDecimal gaz_days_of_minutes(int64_t minutes, GazRounding rounding);

/* Days [d] as minutes, to the nearest. */
int64_t gaz_minutes_of_days(GazDecimal days);

/* 0:00 of `date`, in minutes; and 24:00. */
int64_t gaz_date_begin(GazDate date);
int64_t gaz_date_end(GazDate date);

/* The stretch that the window of `region` covers when it begins in `year`; empty where it is set locally. */
GazSpan gaz_region_span(const GazRegionWindow *window, int year);

/* Minutes covered, each once, by counting rule. */
typedef struct GazTally GazTally;

GazTally *gaz_tally_new(void); /* yours: gaz_tally_free() */
void gaz_tally_free(GazTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazTally, gaz_tally_free)

/* Adds what of `span` isn't covered yet. Spans come in order of their start. */
void gaz_tally_add(GazTally *tally, const GazCounting *counting, GazSpan span);

/* Adds what a quota of `minutes` inside `range` asks beyond what is covered there already, laid as late as
 * can be, so that a quota that follows may share it. Quotas come in order of their range's end, after all
 * spans. */
void gaz_tally_add_quota(GazTally *tally, const GazCounting *counting, GazSpan range, int64_t minutes);

/* The days [d] of it all, the minutes under each counting rule rounded by that rule. */
GazDecimal gaz_tally_days(const GazTally *tally);

#endif
