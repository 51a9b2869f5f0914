/* command_import.c - gazette import: says how each sheet and column was understood, then adds the rows. */
#include "base/files.h"
#include "model/import.h"
#include "program/commands.h"
#include "program/print.h"
#include "program/program.h"
#include "program/report_file.h"
#include "program/share.h"
#include <stdio.h>

static char **files_of(const GazOptions *options)
{
    return options->arguments;
}

static int refuse(GazReport *report, const GazOptions *options, const char *share)
{
    g_autofree char *faults = gaz_report_to_text(report);
    unsigned count = gaz_report_count(report);
    GError *error = NULL;

    fputs(faults, stderr);
    gaz_print_complaint("%u fault%s: nothing was added to %s", count, count == 1 ? "" : "s", options->into);
    if (options->report != NULL &&
        !gaz_report_file_write(report, options->into, options->as_of, share, options->report, &error))
        return gaz_command_fail(error);
    return GAZ_EXIT_FAULTS;
}

static void print_notes(GazReport *report, const GazImport *import)
{
    g_autofree char *understood = gaz_import_describe(import);
    g_autofree char *notes = gaz_report_notes_to_text(report);

    gaz_print("%s%s", understood, notes);
}

static bool are_files(const GazOptions *options, GError **error)
{
    for (char **path = files_of(options); *path != NULL; path++)
        if (!gaz_file_named(*path, error))
            return false;
    return true;
}

/* Sets `error`, or leaves faults in the report, or has added all rows. */
static bool add_files(const GazOptions *options, const char *rules, GazReport *report, GError **error)
{
    g_autoptr(GazImport) import = gaz_import_new(options->into, rules, report, error);

    if (import == NULL || !are_files(options, error) || !gaz_import_files(import, files_of(options), error))
        return false;
    if (!options->quiet)
        print_notes(report, import);
    if (gaz_report_has_faults(report))
        return true;
    if (!gaz_import_write(import, error))
        return false;
    if (!options->quiet && gaz_import_is_new(import))
        gaz_print("Added to %s. gazette check %s says what is missing still.\n", options->into,
                  gaz_import_root(import));
    else if (!options->quiet)
        gaz_print("Nothing was added to %s: these files say nothing that it doesn't have.\n", options->into);
    return true;
}

int gaz_command_import(const GazOptions *options)
{
    g_autoptr(GazReport) report = gaz_report_new();
    GError *error = NULL;
    g_autofree char *share = NULL, *rules = NULL;

    if (options->into == NULL) {
        gaz_print_complaint("--into says which data folder the files are added to");
        return GAZ_EXIT_USAGE;
    }
    if (options->report != NULL && !gaz_report_file_is_known(options->report, &error))
        return gaz_command_fail(error);
    share = gaz_share_find(options->share, &error);
    rules = share == NULL ? NULL : g_build_filename(share, "data", "rules", NULL);
    if (share == NULL || (!add_files(options, rules, report, &error) && error != NULL))
        return gaz_command_fail(error);
    if (gaz_report_has_faults(report))
        return refuse(report, options, share);
    return GAZ_EXIT_DONE;
}
