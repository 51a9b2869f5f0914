/* issues.h - the notices of an edition with their versions: each as it was announced, and again with every
 * correction of it since. A withdrawal makes no version: it ends the last one. */
#ifndef GAZETTE_PROGRAM_ISSUES_H
#define GAZETTE_PROGRAM_ISSUES_H
#include "check/years.h"
#include "document/document.h"

/* One version of a notice on its way out. */
typedef struct GazIssue GazIssue;
struct GazIssue {
    const GazNotice *notice;    /* of the version's view */
    GazViewDay day;             /* its view: as on the notice's day, corrected by its own corrections since */
    GazDate as_of;              /* its day: what the view is assessed as of */
    GazDocument *document;      /* NULL: not (yet) composed; the report says why */
    unsigned version;           /* 1: as announced */
    const GazNotice *amendment; /* the correction that made this version; NULL: version 1 */
    const GazNotice *ended_by;  /* the correction or withdrawal since which it is in force no longer; NULL: it
                                 * is in force */
    GPtrArray *earlier;         /* of GazIssue *: the versions before, oldest first */
};

/* The current versions of the notices of `data` dated by `as_of`, newest first, which hold their earlier
 * ones; those that another notice carries are left out. `*later`: how many are dated after it. Yours:
 * g_ptr_array_unref(). */
GPtrArray *gaz_issues_find(GazYears *years, const GazData *data, GazDate as_of, unsigned *later);

#endif
