/* command_compose.c - gazette compose: the tree between the stages, for a person to look at. */
#include "document/xml.h"
#include "program/commands.h"
#include "program/edition.h"
#include "program/print.h"
#include "program/program.h"
#include <stdio.h>
#include <string.h>

/* Sets `error` to what NOTICE could have been. */
static void list_notices(const GazEdition *edition, const char *word, GError **error)
{
    const GPtrArray *notices = edition->all->publication->notices;
    g_autoptr(GString) ids = g_string_new("about, legal, channels, poster");

    for (unsigned i = 0; i < notices->len; i++)
        g_string_append_printf(ids, ", %s", ((const GazNotice *)notices->pdata[i])->id);
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: no such notice; there are %s", word,
                ids->str);
}

/* The current version of a notice, also of one that lies ahead or that another carries; NULL: none of that
 * id. */
static const GazAssessment *assess(const GazEdition *edition, const char *id)
{
    const GazNotice *notice = gaz_publication_notice(edition->all->publication, id);
    g_autoptr(GPtrArray) amendments = NULL;
    GazViewDay day;

    if (notice == NULL)
        return NULL;
    amendments = gaz_notice_amendments(edition->all, notice, edition->as_of);
    day = gaz_version_day(notice, amendments, amendments->len + 1);
    return gaz_years_assess(edition->years, &day, notice->date);
}

/* NULL where the report got a fault, or with `error` set where there is no such notice. */
static GazDocument *compose(GazEdition *edition, const char *id, GError **error)
{
    const GazAssessment *assessment = assess(edition, id);

    if (assessment != NULL)
        return gaz_compose(assessment, edition->wording,
                           gaz_publication_notice(assessment->data->publication, id), edition->report);
    for (unsigned i = 0; i < GAZ_EDITION_PAGES; i++)
        if (strcmp(id, gaz_edition_page_names[i]) == 0)
            return gaz_compose_page(edition->assessment, edition->wording, id, edition->report);
    list_notices(edition, id, error);
    return NULL;
}

static void print_document(const GazDocument *document)
{
    g_autofree char *text = gaz_document_to_text(document);

    gaz_print("%s", text);
}

int gaz_command_compose(const GazOptions *options)
{
    g_autoptr(GazEdition) edition = NULL;
    g_autoptr(GazDocument) document = NULL;
    g_autofree char *faults = NULL;
    GError *error = NULL;
    GazProgress progress;

    gaz_progress_init(&progress, true);
    edition = gaz_edition_read(options, &progress, &error);
    if (edition != NULL && gaz_edition_read_wording(edition, &error) && edition->wording != NULL)
        document = compose(edition, options->arguments[1], &error);
    if (error != NULL)
        return gaz_command_fail(error);
    if (document != NULL) {
        print_document(document);
        return GAZ_EXIT_DONE;
    }
    faults = gaz_report_to_text(edition->report);
    fputs(faults, stderr);
    return GAZ_EXIT_FAULTS;
}
