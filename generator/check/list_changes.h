/* list_changes.h - what changed in the line list since the one before (N 四): lines added, removed, changed.
 */
#ifndef GAZETTE_CHECK_LIST_CHANGES_H
#define GAZETTE_CHECK_LIST_CHANGES_H
#include "check/assessment.h"

typedef enum { GAZ_LIST_ADDED, GAZ_LIST_REMOVED, GAZ_LIST_CHANGED } GazListChangeKind;
extern const GazCode gaz_list_change_kind[];

typedef struct {
    GazListChangeKind kind;
    const GazRegisterChange *change; /* the reason; NULL: a line that is new in the table */
    const GazEnterprise *enterprise; /* whose line it is, or which enterprise is renamed or merged */
    const GazLine *line;             /* NULL: all lines of the enterprise */
    GazText name_before;             /* of a change of name: the old one; else members NULL */
} GazListChange;

/* The list announced before `list` among the notices of the assessment's data; lent; NULL: none, so that
 * there is nothing to compare. */
const GazNotice *gaz_list_before(const GazAssessment *assessment, const GazNotice *list);

/* What happened after that list's day, up to the day of `list`: added, removed, changed, each by date. Empty
 * where there is no list before. Yours: g_array_unref(), of GazListChange. */
GArray *gaz_list_changes(const GazAssessment *assessment, const GazNotice *list);

#endif
