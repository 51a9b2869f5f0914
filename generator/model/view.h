/* view.h - the data of one year as they stood on a day.
 * A folder of several years is read as a whole. Rules, notices and pages work on the data of one year as seen
 * on a day, which is a copy: rows of later years left out, corrections made known by then made in their
 * cells, and what happened to enterprises and lines by then applied to them, in order of date. So a notice of
 * March keeps the name of March though the enterprise was renamed in June, and its corrected version is the
 * view of March with the correction. All is a function of the data and the day. */
#ifndef GAZETTE_MODEL_VIEW_H
#define GAZETTE_MODEL_VIEW_H
#include "model/data.h"

/* Which view. */
typedef struct {
    int year;                        /* the publication's; rows of later years are left out */
    GazDate changes_until;           /* changes dated on this day or before hold */
    GazDate corrections_until;       /* so do corrections whose notice is dated so */
    const char *only_corrections_of; /* of those made known after `changes_until`, only the ones of the notice
                                      * with this id (GazNotice.corrects); NULL: all */
    bool known_only; /* whether what was not yet known on `changes_until` is left out: what begins, was found,
                      * filed, approved or announced later; of what went on then, the part after it */
    int recorded_until; /* stoppages of the view's year that a later year's folder brings are in it up to this
                         * year; 0: none are, as when the year was the last */
} GazViewDay;

/* The view of `all` on `day`: a GazData like any other, whose publication is of that year, with the
 * authorities, seasons, notices and channels there were by then. Records and notices are copies: their
 * pointers are the view's own, the ids the same; texts, rules, regions and places are lent by `all`, which
 * must outlive it. Corrections come first, in order of their notices' dates, then changes. Yours:
 * gaz_data_free(). */
GazData *gaz_data_view(const GazData *all, const GazViewDay *day);

/* Such a view of the enterprises and lines alone, with what happened to them: the other tables are empty.
 * Yours: gaz_data_free(). */
GazData *gaz_data_register(const GazData *all, const GazViewDay *day);

/* Views kept by what they hold: days between which nothing changed share one. */
typedef struct GazViews GazViews;

GazViews *gaz_views_new(const GazData *all); /* borrows; yours: gaz_views_free() */
void gaz_views_free(GazViews *views);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazViews, gaz_views_free)

/* Lent while `views` lives. */
const GazData *gaz_views_get(GazViews *views, const GazViewDay *day);

/* How many views were made; tests judge growth by it. */
unsigned gaz_views_count(const GazViews *views);

/* The copy of a notice of another view, or of the whole data, in `view`; NULL: not of its years. Lent. */
const GazNotice *gaz_view_notice(const GazData *view, const GazNotice *notice);

/* Whether the view is of the last year that the folder holds. */
bool gaz_data_is_last_year(const GazData *view);

/* The year that the folder is in on `as_of`: the last whose folder holds a notice dated by then, the first
 * where none is. */
int gaz_data_year_on(const GazData *all, GazDate as_of);

#endif
