/* edition.c - the stages in their order. A stage that finds faults doesn't keep the next from looking for its
 * own, so that all are told in one run; only data that isn't whole ends the way. */
#include "program/edition.h"

#include "check/check.h"
#include "program/characters.h"
#include "program/share.h"

const char *const gaz_edition_page_names[GAZ_EDITION_PAGES] = {"about", "legal", "channels", "poster"};

static void free_issue(void *data)
{
    GazIssue *issue = data;

    gaz_document_free(issue->document);
    g_free(issue);
}

void gaz_edition_free(GazEdition *edition)
{
    if (edition == NULL)
        return;
    for (unsigned i = 0; i < GAZ_EDITION_PAGES; i++)
        gaz_document_free(edition->pages[i]);
    g_ptr_array_unref(edition->issues);
    gaz_fonts_free(edition->fonts);
    gaz_wording_free(edition->wording);
    gaz_assessment_free(edition->assessment);
    gaz_data_free(edition->data);
    gaz_report_free(edition->report);
    g_free(edition->share);
    g_free(edition);
}

/* Newest first; of one day, the one written later in publication.xml first. */
static int compare_issues(const void *a, const void *b)
{
    const GazNotice *first = (*(GazIssue *const *)a)->notice, *second = (*(GazIssue *const *)b)->notice;

    if (first->date != second->date)
        return first->date > second->date ? -1 : 1;
    return first->at.line > second->at.line ? -1 : first->at.line < second->at.line;
}

static void choose_notices(GazEdition *edition)
{
    const GPtrArray *notices = edition->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];
        GazIssue *issue;

        if (notice->carried)
            continue;
        if (notice->date > edition->as_of) {
            edition->later++;
            continue;
        }
        issue = g_new0(GazIssue, 1);
        issue->notice = notice;
        g_ptr_array_add(edition->issues, issue);
    }
    g_ptr_array_sort(edition->issues, compare_issues);
}

static bool read_data(GazEdition *edition, const char *folder, GError **error)
{
    g_autofree char *rules = g_build_filename(edition->share, "data", "rules", NULL);

    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: there is no such folder", folder);
        return false;
    }
    edition->data = gaz_data_read(folder, rules, edition->report, error);
    return edition->data != NULL || *error == NULL;
}

static bool read_wording(GazEdition *edition, GError **error)
{
    g_autofree char *folder = g_build_filename(edition->share, "templates", "wording", NULL);
    unsigned before = gaz_report_count(edition->report);

    edition->wording = gaz_wording_read(folder, edition->data, edition->report, error);
    if (edition->wording == NULL)
        return false;
    if (gaz_report_count(edition->report) > before)
        g_clear_pointer(&edition->wording,
                        gaz_wording_free); /* with a part missing, every notice would miss it */
    return true;
}

GazEdition *gaz_edition_read(const GazOptions *options, GazProgress *progress, GError **error)
{
    g_autoptr(GazEdition) edition = g_new0(GazEdition, 1);
    GError *failure = NULL; /* tells a fault in the data, where gaz_data_read() gives NULL too */

    edition->as_of = options->as_of;
    edition->report = gaz_report_new();
    edition->issues = g_ptr_array_new_with_free_func(free_issue);
    edition->share = gaz_share_find(options->share, error);
    if (edition->share == NULL)
        return NULL;
    gaz_progress_show(progress, "Reading %s", options->arguments[0]);
    if (!read_data(edition, options->arguments[0], &failure)) {
        g_propagate_error(error, failure);
        return NULL;
    }
    if (edition->data == NULL)
        return g_steal_pointer(&edition);
    edition->assessment = gaz_assessment_new(edition->data, edition->as_of);
    choose_notices(edition);
    return read_wording(edition, error) ? g_steal_pointer(&edition) : NULL;
}

static void compose_all(GazEdition *edition, GazProgress *progress)
{
    if (edition->wording == NULL)
        return;
    gaz_progress_show(progress, "Composing %u notices", edition->issues->len);
    for (unsigned i = 0; i < edition->issues->len; i++) {
        GazIssue *issue = edition->issues->pdata[i];

        issue->document = gaz_compose(edition->assessment, edition->wording, issue->notice, edition->report);
    }
    for (unsigned i = 0; i < GAZ_EDITION_PAGES; i++)
        edition->pages[i] = gaz_compose_page(edition->assessment, edition->wording, gaz_edition_page_names[i],
                                             edition->report);
}

static bool look_for_characters(GazEdition *edition, GazProgress *progress, GError **error)
{
    g_autofree char *folder = g_build_filename(edition->share, "fonts", NULL);

    gaz_progress_show(progress, "Looking for every character in the fonts");
    edition->fonts = gaz_fonts_open(folder, error);
    if (edition->fonts == NULL)
        return false;
    gaz_characters_check(edition->data, edition->fonts, edition->report);
    for (unsigned i = 0; i < edition->issues->len; i++) {
        const GazIssue *issue = edition->issues->pdata[i];

        if (issue->document != NULL)
            gaz_fonts_check(edition->fonts, issue->document, edition->report);
    }
    if (edition->pages[GAZ_EDITION_POSTER] != NULL)
        gaz_fonts_check(edition->fonts, edition->pages[GAZ_EDITION_POSTER], edition->report);
    return true;
}

bool gaz_edition_complete(GazEdition *edition, GazProgress *progress, GError **error)
{
    if (edition->data == NULL)
        return true;
    gaz_progress_show(progress, "Checking against the rules");
    gaz_check(edition->assessment, edition->report);
    compose_all(edition, progress);
    return look_for_characters(edition, progress, error);
}
