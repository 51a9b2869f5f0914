/* command_verify.c - gazette verify: whether what stands in a folder is what was published. */
#include "base/files.h"
#include "program/commands.h"
#include "program/print.h"
#include "program/program.h"
#include "publish/verify.h"

static void print_verdict(const GazOptions *options, const GazVerified *verified, unsigned faults)
{
    if (options->json || options->quiet)
        return;
    if (faults > 0)
        gaz_print_complaint("%u fault%s in %s", faults, faults == 1 ? "" : "s", options->arguments[0]);
    else
        gaz_print("%s: %u files as published; %u manifests, %u versions of notices announced\n",
                  options->arguments[0], verified->files, verified->manifests, verified->notices);
    if (verified->newest != NULL)
        gaz_print("  newest: %s\n    SHA-256 %s\n", verified->newest, verified->newest_sum);
    for (unsigned i = 0; i < verified->signatures->len; i++)
        gaz_print("  signature, not checked here: %s\n", (const char *)verified->signatures->pdata[i]);
}

int gaz_command_verify(const GazOptions *options)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_auto(GazVerified) verified = {0};
    g_autofree char *faults = NULL;
    GError *error = NULL;

    if (!gaz_folder_named(options->arguments[0], &error) ||
        !gaz_verify(options->arguments[0], &verified, report, &error))
        return gaz_command_fail(error);
    faults = options->json ? gaz_report_to_json(report) : gaz_report_to_text(report);
    gaz_print("%s", faults);
    print_verdict(options, &verified, gaz_report_count(report));
    return gaz_report_has_faults(report) ? GAZ_EXIT_FAULTS : GAZ_EXIT_DONE;
}
