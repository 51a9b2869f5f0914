/* list_changes.c - the changes between two lists' days, and the lines that a year's table adds. */
#include "check/list_changes.h"

#include <string.h>

const GazCode gaz_list_change_kind[] = {
    {"added", GAZ_TEXT("新增", "Added")},
    {"removed", GAZ_TEXT("移出", "Removed")},
    {"changed", GAZ_TEXT("变更", "Changed")},
    {0},
};

const GazNotice *gaz_list_before(const GazAssessment *assessment, const GazNotice *list)
{
    const GPtrArray *notices = assessment->data->publication->notices;
    const GazNotice *before = NULL;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->kind == GAZ_NOTICE_LINE_LIST && notice->year < list->year && notice->date < list->date &&
            (before == NULL || notice->date > before->date))
            before = notice;
    }
    return before;
}

static void add_new_lines(const GazData *data, const GazNotice *before, const GazNotice *list,
                          GArray *changes)
{
    for (unsigned i = 0; i < data->lines->len; i++) {
        const GazLine *line = data->lines->pdata[i];
        GazListChange added = {.kind = GAZ_LIST_ADDED, .enterprise = line->enterprise, .line = line};

        if (line->record.year > before->folder_year && line->record.year <= list->folder_year &&
            line->status != GAZ_LINE_DISMANTLED)
            g_array_append_val(changes, added);
    }
}

/* Of an enterprise or a line before `change`, by the changes before it; as first written where there are
 * none.
 */
static GazText name_before(const GazData *view, const GazRegisterChange *change)
{
    const GazRecord *subject = change->line != NULL ? &change->line->record : &change->enterprise->record;
    const void *written =
        gaz_data_lookup(view->of, change->line != NULL ? "lines" : "enterprises", subject->id);
    GazText name =
        change->line != NULL ? ((const GazLine *)written)->name : ((const GazEnterprise *)written)->name;

    for (unsigned i = 0; view->changes->pdata[i] != change; i++) {
        const GazRegisterChange *earlier = view->changes->pdata[i];

        if (earlier->kind == GAZ_CHANGE_RENAMED && earlier->line == change->line &&
            earlier->enterprise == change->enterprise)
            name = earlier->name;
    }
    return name;
}

static GazListChange of_change(const GazData *view, const GazRegisterChange *change)
{
    bool gone = change->kind == GAZ_CHANGE_DISMANTLED || change->kind == GAZ_CHANGE_REPLACED;
    GazListChange told = {.kind = gone ? GAZ_LIST_REMOVED : GAZ_LIST_CHANGED,
                          .change = change,
                          .enterprise = change->line != NULL ? change->line->enterprise : change->enterprise,
                          .line = change->line};

    if (change->kind == GAZ_CHANGE_RENAMED)
        told.name_before = name_before(view, change);
    return told;
}

/* `changes` of the view are in order of date. */
static void add_changes(const GazData *view, const GazNotice *before, const GazNotice *list,
                        GazListChangeKind kind, GArray *changes)
{
    for (unsigned i = 0; i < view->changes->len; i++) {
        const GazRegisterChange *change = view->changes->pdata[i];
        GazListChange told;

        if (change->date <= before->date || change->date > list->date)
            continue;
        told = of_change(view, change);
        if (told.kind == kind)
            g_array_append_val(changes, told);
    }
}

GArray *gaz_list_changes(const GazAssessment *assessment, const GazNotice *list)
{
    const GazNotice *before = gaz_list_before(assessment, list);
    GArray *changes = g_array_new(FALSE, TRUE, sizeof(GazListChange));

    if (before == NULL || assessment->data->of == NULL)
        return changes;
    add_new_lines(assessment->data, before, list, changes);
    add_changes(assessment->data, before, list, GAZ_LIST_REMOVED, changes);
    add_changes(assessment->data, before, list, GAZ_LIST_CHANGED, changes);
    return changes;
}
