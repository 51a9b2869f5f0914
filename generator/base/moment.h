/* moment.h - dates and times of day as the regime writes them.
 * A moment is a count of minutes; 2021-11-15T24:00 and 2021-11-16T00:00 are the same moment. There are no
 * time zones: every time of the regime is Beijing time. Years 1900 to 2999. */
#ifndef GAZETTE_BASE_MOMENT_H
#define GAZETTE_BASE_MOMENT_H
#include "base/decimal.h"
#include <stdbool.h>
#include <stdint.h>

typedef int32_t GazDate; /* [days] since 1970-01-01; GAZ_NO_DATE: none given */
#define GAZ_NO_DATE INT32_MIN

/* A point in time, or a whole day where no time of day was given. */
typedef struct {
    GazDate day;     /* GAZ_NO_DATE: none given */
    int16_t minutes; /* [min] after 0:00 of `day`, 0 to 1440; 0 where not timed */
    bool timed;      /* whether a time of day was written */
} GazMoment;

#define GAZ_NO_MOMENT ((GazMoment){.day = GAZ_NO_DATE})

/* Reads "2021-11-15", whole; false for anything else, an impossible day (2021-02-29) among it. */
bool gaz_date_parse(const char *text, GazDate *date);

/* Reads "2021-11-15", "2021-11-15 08:00" or "2021-11-15T24:00"; 24:00 is kept as 1440 minutes of that day. */
bool gaz_moment_parse(const char *text, GazMoment *moment);

/* Splits a date. `month` 1 to 12, `day` 1 to 31. */
void gaz_date_split(GazDate date, int *year, int *month, int *day);

/* The date of these parts; GAZ_NO_DATE where there is no such day. Two years more at either end than can be
 * read: whoever asks for the month after a day, or the year after a period, gets one. */
GazDate gaz_date_make(int year, int month, int day);

/* Minutes since 1970-01-01 0:00 of the beginning of `moment` (its day's 0:00 where not timed). */
int64_t gaz_moment_begin(GazMoment moment);

/* The same of its end: where not timed, the 24:00 of its day if `inclusive`, else its 0:00. */
int64_t gaz_moment_end(GazMoment moment, bool inclusive);

/* Writes a date as "2021-11-15"; `text` has room for 11 bytes. Returns `text`. */
char *gaz_date_write(GazDate date, char text[11]);

/* Writes "2021-11-15", or "2021-11-15T08:00" where timed; `text` has room for 17 bytes. Returns `text`. */
char *gaz_moment_write(GazMoment moment, char text[17]);

/* For readers: 2021年11月15日 (GB/T 9704 7.3.5.4: no leading zeros) and 15 November 2021. Yours: g_free(). */
char *gaz_date_in_words(GazDate date, int language);

/* The same with the time of day, where given: 2021年11月15日8时, 15 November 2021, 8:00. Yours: g_free(). */
char *gaz_moment_in_words(GazMoment moment, int language);

#endif
