/* year.h - the year of all lines together: how many had to stand still on each day, and how many were
 * verified to. */
#ifndef GAZETTE_SITE_YEAR_H
#define GAZETTE_SITE_YEAR_H
#include "check/assessment.h"

/* Lines on each day of the accounting year, by what was so at noon. A load limit or a quota asks no stop on a
 * certain day and is left out. */
typedef struct {
    GazDate from;                 /* its first day */
    unsigned days;                /* 0: there are no lines */
    unsigned *planned, *verified; /* `days` of each; owned */
} GazYear;

void gaz_year_init(GazYear *year, const GPtrArray *accounts); /* of GazAccount * */
void gaz_year_clear(GazYear *year);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazYear, gaz_year_clear)

/* The first day with the most lines due: an index into `planned`. */
unsigned gaz_year_peak(const GazYear *year);

#endif
