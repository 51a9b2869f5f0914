/* issues.c - which notices go out, and the view each of their versions is written on. */
#include "program/issues.h"

static void free_issue(void *data)
{
    GazIssue *issue = data;

    gaz_document_free(issue->document);
    g_ptr_array_unref(issue->earlier);
    g_free(issue);
}

static GazIssue *new_issue(GazYears *years, const GazNotice *notice, const GPtrArray *amendments,
                           unsigned version)
{
    GazIssue *issue = g_new0(GazIssue, 1);

    issue->version = version;
    issue->amendment = version == 1 ? NULL : amendments->pdata[version - 2];
    issue->day = gaz_version_day(notice, amendments, version);
    issue->as_of = notice->date;
    issue->notice = gaz_view_notice(gaz_years_view(years, &issue->day), notice);
    issue->earlier = g_ptr_array_new_with_free_func(free_issue);
    return issue;
}

/* Takes the withdrawal out of `amendments`, which leaves the corrections. NULL: there is none. */
static const GazNotice *take_withdrawal(GPtrArray *amendments)
{
    const GazNotice *withdrawal = NULL;

    for (unsigned i = amendments->len; i-- > 0;)
        if (((const GazNotice *)amendments->pdata[i])->withdraws != NULL)
            withdrawal = g_ptr_array_remove_index(amendments, i);
    return withdrawal;
}

static GazIssue *find_versions(GazYears *years, const GazData *data, const GazNotice *notice, GazDate as_of)
{
    g_autoptr(GPtrArray) corrections = gaz_notice_amendments(data, notice, as_of);
    const GazNotice *withdrawal = take_withdrawal(corrections);
    GazIssue *current = new_issue(years, notice, corrections, corrections->len + 1);

    current->ended_by = withdrawal;
    for (unsigned version = 1; version <= corrections->len; version++) {
        GazIssue *earlier = new_issue(years, notice, corrections, version);

        earlier->ended_by = corrections->pdata[version - 1];
        g_ptr_array_add(current->earlier, earlier);
    }
    return current;
}

/* Newest first; of one day, the one written later in publication.xml first, and a later year's before that.
 */
static int compare_issues(const void *a, const void *b)
{
    const GazNotice *first = (*(GazIssue *const *)a)->notice, *second = (*(GazIssue *const *)b)->notice;

    if (first->date != second->date)
        return first->date > second->date ? -1 : 1;
    if (first->folder_year != second->folder_year)
        return first->folder_year > second->folder_year ? -1 : 1;
    return first->at.line > second->at.line ? -1 : first->at.line < second->at.line;
}

GPtrArray *gaz_issues_find(GazYears *years, const GazData *data, GazDate as_of, unsigned *later)
{
    const GPtrArray *notices = data->publication->notices;
    GPtrArray *issues = g_ptr_array_new_with_free_func(free_issue);

    *later = 0;
    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->carried)
            continue;
        if (notice->date <= as_of)
            g_ptr_array_add(issues, find_versions(years, data, notice, as_of));
        else
            ++*later;
    }
    g_ptr_array_sort(issues, compare_issues);
    return issues;
}
