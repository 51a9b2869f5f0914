/* command_check.c - gazette check: the faults are the result, so they go to standard output. */
#include "program/commands.h"
#include "program/edition.h"
#include "program/folders.h"
#include "program/print.h"
#include "program/program.h"
#include "program/report_file.h"

static void print_verdict(const GazEdition *edition, const GazOptions *options)
{
    unsigned faults = gaz_report_count(edition->report);
    char as_of[11];

    if (options->json || options->quiet)
        return;
    if (faults > 0)
        gaz_print_complaint("%u fault%s in %s", faults, faults == 1 ? "" : "s", options->arguments[0]);
    else
        gaz_print("%s: no faults as of %s\n", options->arguments[0], gaz_date_write(options->as_of, as_of));
}

static bool write_report(const GazEdition *edition, const GazOptions *options, GError **error)
{
    return options->report == NULL ||
           gaz_report_file_write(edition->report, options->arguments[0], options->as_of, edition->share,
                                 options->report, error);
}

static int check(const GazOptions *options, void *user)
{
    g_autoptr(GazEdition) edition = NULL;
    g_autofree char *faults = NULL, *notes = NULL;
    GError *error = NULL;
    GazProgress progress;
    bool done;

    if (options->report != NULL && !gaz_report_file_is_known(options->report, &error))
        return gaz_command_fail(error);
    (void)user;
    gaz_progress_init(&progress, !options->steps);
    edition = gaz_edition_read(options, &progress, &error);
    if (edition != NULL)
        gaz_edition_check(edition, &progress);
    done = edition != NULL && gaz_edition_complete(edition, &progress, &error);
    gaz_progress_clear(&progress);
    if (!done)
        return gaz_command_fail(error);
    faults = options->json ? gaz_report_to_json(edition->report) : gaz_report_to_text(edition->report);
    gaz_print("%s", faults);
    notes = gaz_report_notes_to_text(edition->report);
    if (!options->json && !options->quiet)
        gaz_print("%s", notes);
    print_verdict(edition, options);
    if (!write_report(edition, options, &error))
        return gaz_command_fail(error);
    return gaz_report_has_faults(edition->report) ? GAZ_EXIT_FAULTS : GAZ_EXIT_DONE;
}

int gaz_command_check(const GazOptions *options)
{
    GazFolders folders = {.command = check};

    if (options->arguments[1] == NULL)
        return check(options, NULL);
    if (options->report == NULL)
        return gaz_folders_run(&folders, options);
    gaz_print_complaint("--report: expected one data folder, whose faults the report is about");
    return GAZ_EXIT_USAGE;
}
