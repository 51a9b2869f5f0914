/* edition.c - the stages in their order. A stage that finds faults doesn't keep the next from looking for its
 * own, so that all are told in one run; only data that isn't whole ends the way. */
#include "program/edition.h"

#include "base/files.h"
#include "check/check.h"
#include "compose/standing.h"
#include "program/characters.h"
#include "program/share.h"

const char *const gaz_edition_page_names[GAZ_EDITION_PAGES] = {"about", "legal", "channels", "poster"};

void gaz_edition_free(GazEdition *edition)
{
    if (edition == NULL)
        return;
    for (unsigned i = 0; i < GAZ_EDITION_PAGES; i++)
        gaz_document_free(edition->pages[i]);
    g_clear_pointer(&edition->issues, g_ptr_array_unref);
    gaz_fonts_free(edition->fonts);
    gaz_wording_free(edition->wording);
    gaz_years_free(edition->years);
    gaz_data_free(edition->all);
    gaz_report_free(edition->report);
    g_free(edition->share);
    g_free(edition);
}

static bool read_data(GazEdition *edition, const char *folder, GError **error)
{
    g_autofree char *rules = g_build_filename(edition->share, "data", "rules", NULL);

    if (!gaz_folder_named(folder, error))
        return false;
    edition->all = gaz_data_read(folder, rules, edition->report, error);
    return edition->all != NULL || *error == NULL;
}

/* The last day of the record that isn't ahead: of its last notice, but not before the as-of date. */
static GazDate last_day(const GazEdition *edition, GazDate today)
{
    const GPtrArray *notices = edition->all->publication->notices;
    GazDate last = edition->as_of;

    for (unsigned i = 0; i < notices->len; i++)
        last = MAX(last, MIN(today, ((const GazNotice *)notices->pdata[i])->date));
    return last;
}

/* The day is seen with what was known on it: what is written but not announced yet is nobody's to see. */
static void see(GazEdition *edition)
{
    GazViewDay day = {.year = gaz_data_year_on(edition->all, edition->as_of),
                      .changes_until = edition->as_of,
                      .corrections_until = edition->as_of,
                      .known_only = true};

    edition->years = gaz_years_new(edition->all);
    edition->assessment = gaz_years_assess(edition->years, &day, edition->as_of);
    edition->data = edition->assessment->data;
    edition->issues = gaz_issues_find(edition->years, edition->all, edition->as_of, &edition->later);
}

bool gaz_edition_read_wording(GazEdition *edition, GError **error)
{
    g_autofree char *folder = g_build_filename(edition->share, "templates", "wording", NULL);
    unsigned before = gaz_report_count(edition->report);

    if (edition->data == NULL)
        return true;
    if (edition->wording == NULL)
        edition->wording = gaz_wording_load(folder, edition->report, error);
    if (edition->wording == NULL)
        return false;
    gaz_wording_complete(edition->wording, edition->all, edition->report);
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
    edition->draft = options->draft;
    edition->website = options->only < 0;
    edition->report = gaz_report_new();
    edition->share = gaz_share_find(options->share, error);
    if (edition->share == NULL)
        return NULL;
    gaz_progress_show(progress, "Reading %s", options->arguments[0]);
    if (!read_data(edition, options->arguments[0], &failure)) {
        g_propagate_error(error, failure);
        return NULL;
    }
    if (edition->all == NULL)
        return g_steal_pointer(&edition);
    see(edition);
    edition->checked_on = last_day(edition, options->today);
    return g_steal_pointer(&edition);
}

/* Assessments are made when they are needed and freed before the next is made, but for that of the website:
 * of very many lines each is a sixth of what is kept. Notices of one day have one, and follow one another. */
static const GazAssessment *assess(GazEdition *edition, const GazIssue *issue, const GazAssessment *last)
{
    if (last != NULL && last->as_of == issue->as_of &&
        last->data == gaz_years_view(edition->years, &issue->day))
        return last;
    gaz_years_keep(edition->years, edition->assessment);
    return gaz_years_assess(edition->years, &issue->day, issue->as_of);
}

static void compose_issue(GazEdition *edition, GazIssue *issue, const GazAssessment **last)
{
    for (unsigned i = 0; i < issue->earlier->len; i++)
        compose_issue(edition, issue->earlier->pdata[i], last);
    *last = assess(edition, issue, *last);
    issue->document = gaz_compose(*last, edition->wording, issue->notice, edition->report);
    if (issue->document == NULL)
        return;
    if (edition->draft)
        gaz_compose_draft(issue->document, edition->wording);
    else if (issue->ended_by != NULL)
        gaz_compose_standing(issue->document, edition->wording, issue->ended_by);
}

static void compose_issues(GazEdition *edition)
{
    const GazAssessment *last = NULL;

    for (unsigned i = 0; i < edition->issues->len; i++)
        compose_issue(edition, edition->issues->pdata[i], &last);
    gaz_years_keep(edition->years, edition->assessment);
}

static void compose_all(GazEdition *edition, GazProgress *progress)
{
    if (edition->wording == NULL)
        return;
    gaz_progress_show(progress, "Composing %u notices", edition->issues->len);
    for (unsigned i = 0; i < GAZ_EDITION_PAGES; i++)
        edition->pages[i] = gaz_compose_page(edition->assessment, edition->wording, gaz_edition_page_names[i],
                                             edition->report);
    if (!edition->website)
        edition->assessment = NULL;
    compose_issues(edition);
}

static void look_for_characters_of(GazEdition *edition, const GazIssue *issue)
{
    for (unsigned i = 0; i < issue->earlier->len; i++)
        look_for_characters_of(edition, issue->earlier->pdata[i]);
    if (issue->document != NULL)
        gaz_fonts_check(edition->fonts, issue->document, edition->report);
}

static bool look_for_characters(GazEdition *edition, GazProgress *progress, GError **error)
{
    g_autofree char *folder = g_build_filename(edition->share, "fonts", NULL);

    gaz_progress_show(progress, "Looking for every character in the fonts");
    if (edition->fonts == NULL)
        edition->fonts = gaz_fonts_open(folder, error);
    if (edition->fonts == NULL)
        return false;
    gaz_characters_check(edition->data, edition->fonts, edition->report);
    for (unsigned i = 0; i < edition->issues->len; i++)
        look_for_characters_of(edition, edition->issues->pdata[i]);
    if (edition->pages[GAZ_EDITION_POSTER] != NULL)
        gaz_fonts_check(edition->fonts, edition->pages[GAZ_EDITION_POSTER], edition->report);
    return true;
}

/* Each year once: a day that is past is built from a record that has gone on since, and what the rules want
 * of that day may stand in what came later. */
void gaz_edition_check(const GazEdition *edition, GazProgress *progress)
{
    GazViewDay day;

    if (edition->data == NULL)
        return;
    gaz_progress_show(progress, "Checking against the rules");
    day = (GazViewDay){.year = gaz_data_year_on(edition->all, edition->checked_on),
                       .changes_until = edition->checked_on,
                       .corrections_until = edition->checked_on};
    for (const GazAssessment *year = gaz_years_assess(edition->years, &day, edition->checked_on);
         year != NULL; year = year->previous)
        gaz_check(year, edition->report);
}

bool gaz_edition_complete(GazEdition *edition, GazProgress *progress, GError **error)
{
    if (edition->data == NULL)
        return true;
    if (!gaz_edition_read_wording(edition, error))
        return false;
    compose_all(edition, progress);
    return look_for_characters(edition, progress, error);
}
