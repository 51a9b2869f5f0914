/* command_build.c - gazette build: an edition without a fault, staged and swapped in. */
#include "program/basis.h"
#include "program/commands.h"
#include "program/edition.h"
#include "program/folders.h"
#include "program/print.h"
#include "program/program.h"
#include "program/share.h"
#include "program/writing.h"
#include "publish/faults.h"
#include "publish/publish.h"
#include <stdio.h>
#include <string.h>

/* What is published where it isn't the whole; NULL: it is. */
static const char *part_of(const GazOptions *options)
{
    return options->draft ? "draft" : options->only >= 0 ? gaz_notice_kinds[options->only].code : NULL;
}

/* Whether there is anything to publish; else sets `error`. */
static bool has_wanted(const GazEdition *edition, const GazOptions *options, GError **error)
{
    char as_of[11];

    for (unsigned i = 0; i < edition->issues->len; i++)
        if (options->only < 0 || ((GazIssue *)edition->issues->pdata[i])->notice->kind == options->only)
            return true;
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: no %s%snotice is dated %s or earlier",
                options->arguments[0], options->only < 0 ? "" : gaz_notice_kinds[options->only].code,
                options->only < 0 ? "" : " ", gaz_date_write(edition->as_of, as_of));
    return false;
}

/* What was announced once doesn't change unseen. */
static void print_changes(const GazStaging *staging)
{
    const GPtrArray *changes = gaz_staging_changes(staging);

    for (unsigned i = 0; i < changes->len; i++) {
        const GazChange *change = changes->pdata[i];

        if (change->fate != GAZ_FILE_NEW && g_str_has_suffix(change->name, ".pdf"))
            gaz_print("  %s since the last publication: %s\n",
                      change->fate == GAZ_FILE_CHANGED ? "changed" : "withdrawn", change->name);
    }
}

static void print_substitutes(const GazEdition *edition)
{
    g_autofree char *characters = gaz_fonts_substitutes(edition->fonts);

    if (characters[0] != '\0')
        gaz_print("  set in a substitute face: %s\n", characters);
}

/* The sum is what an office signs and a reader compares. */
static void print_record(const GazWriting *writing)
{
    const GazRecordKeeper *record = writing->records[0];
    const GazChain *chain = record == NULL ? NULL : gaz_record_chain(record);

    if (chain == NULL)
        return;
    gaz_print("  record: site/" GAZ_RECORD_MANIFESTS "/%04u.json, %s\n    SHA-256 %s\n",
              chain->manifests->len,
              !gaz_record_is_new(record)   ? "nothing new since"
              : chain->manifests->len == 1 ? "the first of its chain"
                                           : "new",
              (const char *)chain->sums->pdata[chain->sums->len - 1]);
}

static void print_summary(const GazWriting *writing, const char *output, const GazStaging *staging)
{
    const GazEdition *edition = writing->edition;
    char as_of[11];

    if (writing->options->quiet)
        return;
    gaz_print("%s %u notice%s (%u pages)%s to %s, as of %s.\n", edition->draft ? "Drafted" : "Published",
              writing->notices, writing->notices == 1 ? "" : "s", writing->pages,
              writing->options->only < 0 ? " and the website" : "", output,
              gaz_date_write(edition->as_of, as_of));
    if (edition->later > 0)
        gaz_print("  left out, dated later: %u notice%s\n", edition->later, edition->later == 1 ? "" : "s");
    print_substitutes(edition);
    if (gaz_report_count_notes(edition->report) > 0)
        gaz_print("  read otherwise than written: %u values or rows; gazette check says which\n",
                  gaz_report_count_notes(edition->report));
    print_changes(staging);
    print_record(writing);
}

static GazKept *read_kept(const GazStaging *staging, const char *basis)
{
    return gaz_kept_read(gaz_staging_list(staging), gaz_staging_output(staging), gaz_staging_folder(staging),
                         basis);
}

/* What serves of the publication before, and the staging folder with nothing else in it. NULL with `error`
 * set. */
static GazKept *begin(const GazEdition *edition, GazStaging *staging, GError **error)
{
    g_autofree char *basis = gaz_basis_describe(edition->share, edition->fonts);
    g_autoptr(GazKept) kept = read_kept(staging, basis);

    if (!gaz_kept_is_empty(kept))
        return gaz_kept_clear(kept, error) ? g_steal_pointer(&kept) : NULL;
    return gaz_staging_start_over(staging, error) ? read_kept(staging, basis) : NULL;
}

/* Writes what is new, takes the rest from the publication before, and publishes. */
static bool write_and_publish(GazWriting *writing, GazStaging *staging, GError **error)
{
    g_autoptr(GazKept) kept = begin(writing->edition, staging, error);

    if (kept == NULL)
        return false;
    writing->folder = gaz_staging_folder(staging);
    writing->before = gaz_staging_output(staging);
    writing->sums = gaz_staging_before(staging);
    writing->kept = kept;
    writing->known = gaz_known_documents_new();
    if (!(writing->options->only < 0 ? gaz_write_whole : gaz_write_part)(writing, error) ||
        !gaz_kept_clear_rest(kept, error))
        return false;
    gaz_progress_show(writing->progress, "Publishing");
    if (!gaz_staging_publish(staging, gaz_kept_files(kept), error))
        return false;
    gaz_kept_write(kept, gaz_staging_list(staging), gaz_staging_sums(staging));
    return true;
}

static bool publish(const GazEdition *edition, const GazOptions *options, GazSiteTools *tools,
                    GazProgress *progress, GError **error)
{
    const char *part = part_of(options);
    g_autofree char *output = options->output != NULL ? g_strdup(options->output)
                                                      : gaz_folders_output(NULL, options->arguments[0], part);
    g_autoptr(GazStaging) staging = NULL;
    GazWriting writing = {.edition = edition, .options = options, .tools = tools, .progress = progress};
    bool done;

    if (!has_wanted(edition, options, error))
        return false;
    staging = (options->only < 0 ? gaz_staging_new_after_last : gaz_staging_new)(output, part, error);
    done = staging != NULL && write_and_publish(&writing, staging, error);
    gaz_progress_clear(progress);
    if (done)
        print_summary(&writing, output, staging);
    gaz_writing_clear(&writing);
    return done;
}

/* Faults stand in the way of the result: they go to standard error. */
static int refuse(const GazEdition *edition, const GazOptions *options)
{
    g_autofree char *faults = gaz_report_to_text(edition->report);
    unsigned count = gaz_report_count(edition->report);

    fputs(faults, stderr);
    gaz_print_complaint("%u fault%s in %s: nothing was published", count, count == 1 ? "" : "s",
                        options->arguments[0]);
    if (gaz_report_has(edition->report, gaz_publish_faults[GAZ_PUBLISH_ANNOUNCED_CHANGED].id))
        gaz_print_complaint(
            "what was announced is changed by a correction; what nobody has seen yet is tried with "
            "--draft");
    return GAZ_EXIT_FAULTS;
}

static int build(const GazOptions *options, void *tools)
{
    g_autoptr(GazEdition) edition = NULL;
    GError *error = NULL;
    GazProgress progress;

    gaz_progress_init(&progress, !options->steps);
    edition = gaz_edition_read(options, &progress, &error);
    if (edition != NULL && gaz_edition_complete(edition, &progress, &error)) {
        if (gaz_report_has_faults(edition->report)) {
            gaz_progress_clear(&progress);
            return refuse(edition, options);
        }
        publish(edition, options, tools, &progress, &error);
    }
    gaz_progress_clear(&progress);
    if (error == NULL && gaz_report_has_faults(edition->report)) /* what was announced stands in the way */
        return refuse(edition, options);
    return error == NULL ? GAZ_EXIT_DONE : gaz_command_fail(error);
}

/* Loaded once for all websites. NULL where there will be none, or with `error` set. */
static GazSiteTools *load_tools(const GazOptions *options, GError **error)
{
    g_autofree char *share = options->only >= 0 ? NULL : gaz_share_find(options->share, error);
    g_autofree char *templates = share == NULL ? NULL : g_build_filename(share, "templates", "site", NULL);
    g_autoptr(GazSiteTools) tools = templates == NULL ? NULL : gaz_site_tools_new(templates, error);

    return tools != NULL && gaz_site_tools_load(tools, error) ? g_steal_pointer(&tools) : NULL;
}

int gaz_command_build(const GazOptions *options)
{
    g_autoptr(GazSiteTools) tools = NULL;
    GazFolders folders = {.command = build, .part = part_of(options)};
    GError *error = NULL;

    if (options->arguments[1] == NULL)
        return build(options, NULL);
    folders.user = tools = load_tools(options, &error);
    return error == NULL ? gaz_folders_run(&folders, options) : gaz_command_fail(error);
}
