/* calendar.h - a line's year drawn as SVG: above, what the plan asks; below, what was verified. Colours and
 * line styles are the style sheet's. Names of months, January first, are lent; `label` is the id of the
 * element that says in words what is shown, NULL: the words stand elsewhere. */
#ifndef GAZETTE_SITE_CALENDAR_H
#define GAZETTE_SITE_CALENDAR_H
#include "check/assessment.h"
#include "document/figure.h"
#include "site/facts.h"
#include "site/year.h"

typedef struct {
    GazSpan span;
    GazBarStyle style;
    unsigned share; /* [1/1000] of the lane's height: 1000, or a load limit */
} GazMark;

/* Whole months. */
typedef struct {
    GazDate from, to; /* first day of a month, last day of a month */
} GazAxis;

/* Windows, stops and moments found running of an account, in drawing order. Yours: g_array_unref(), of
 * GazMark. */
GArray *gaz_calendar_marks(const GazAccount *account);

/* Another text for other marks, which costs a tenth of drawing them. Yours: g_free(). */
char *gaz_calendar_key(const GArray *marks);

/* The accounting year in whole months, longer at both ends by the marks that reach over them, so that a
 * window over the year end stays whole. */
GazAxis gaz_calendar_axis(const GazAccount *account, const GArray *marks);

/* The calendars of one language, which begin with what most of them share: lanes, lines and the months'
 * names, drawn once. Lends the names and initials of its months. Yours: gaz_calendars_free(). */
typedef struct GazCalendars GazCalendars;
GazCalendars *gaz_calendars_new(const char *const *names, const char *const *initials);
void gaz_calendars_free(GazCalendars *calendars);

/* Months as rows, days as columns. Each figure is an element svg as text (svg.h), yours: g_free(). */
char *gaz_calendar_months(GazCalendars *calendars, const GArray *marks, GazAxis axis, const char *label);

/* One row for the whole axis, the initials of its months above it, with a lane for stops. */
char *gaz_calendar_strip(GazCalendars *calendars, const GArray *marks, GazAxis axis, const char *label);

/* The year of all lines: days from left to right, lines upwards; what was due behind what was verified. */
char *gaz_calendar_year(const GazYear *year, const char *const *initials, const char *label);

/* Draws every figure of a document: adds an element drawing, which holds it as text, to each row of element
 * figure (as in document/xml.h). */
void gaz_calendar_figure(xmlNodePtr element, const GazFigure *figure, const char *const *initials);

#endif
