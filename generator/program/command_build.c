/* command_build.c - gazette build: an edition without a fault, staged and swapped in. */
#include "program/commands.h"
#include "program/edition.h"
#include "program/folders.h"
#include "program/ground.h"
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
static void print_changes(GazStaging *staging)
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

/* A day typed wrong, or a clock set wrong, announces what can't be taken back. */
static void print_ahead(const GazWriting *writing)
{
    const GazEdition *edition = writing->edition;
    GazDate today = writing->options->today;
    unsigned ahead = 0;
    char day[11];

    for (unsigned i = 0; i < edition->issues->len; i++)
        ahead += ((const GazIssue *)edition->issues->pdata[i])->notice->date > today;
    if (ahead > 0 && !edition->draft && writing->options->only < 0)
        gaz_print(
            "  announced ahead of their day: %u notice%s dated after today, %s; if that was not meant, put "
            "the publication before back (man gazette, The record)\n",
            ahead, ahead == 1 ? "" : "s", gaz_date_write(today, day));
}

static void print_summary(const GazWriting *writing, const char *output, GazStaging *staging)
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
    print_ahead(writing);
    print_substitutes(edition);
    if (gaz_report_count_notes(edition->report) > 0)
        gaz_print("  read otherwise than written: %u values or rows; gazette check says which\n",
                  gaz_report_count_notes(edition->report));
    print_changes(staging);
    print_record(writing);
}

/* Begins to write on the `ground`, once that is ready. False with `error` set. */
static bool begin(GazWriting *writing, GazGround *ground, GError **error)
{
    const GazStaging *staging;

    if (!gaz_ground_ready(ground, writing->edition->fonts, error))
        return false;
    staging = gaz_ground_staging(ground);
    writing->folder = gaz_staging_folder(staging);
    writing->before = gaz_staging_output(staging);
    writing->sums = gaz_staging_before(staging);
    writing->kept = gaz_ground_kept(ground);
    writing->tools = gaz_ground_tools(ground);
    writing->known = gaz_known_documents_new();
    return writing->options->only >= 0 || gaz_writing_begin(writing, error);
}

static bool is_begun(const GazWriting *writing)
{
    return writing->kept != NULL;
}

/* Where the data have no fault so far, and something is published already: what isn't needed in the end is
 * thrown away. Trouble with the ground is told only where no fault stands in the way. */
static bool begin_early(GazWriting *writing, GazEdition *edition, GazGround *ground, GError **error)
{
    if (!gaz_ground_is_begun(ground))
        return true;
    edition->fonts = gaz_ground_take_fonts(ground);
    edition->wording = gaz_ground_take_wording(ground);
    return edition->data == NULL || edition->fonts == NULL || gaz_report_has_faults(edition->report) ||
           !gaz_ground_ready(ground, edition->fonts, NULL) || begin(writing, ground, error);
}

/* Writes what is new, takes the rest from the publication before, and publishes. */
static bool write_and_publish(GazWriting *writing, GazGround *ground, GError **error)
{
    if (!(writing->options->only < 0 ? gaz_write_whole : gaz_write_part)(writing, error) ||
        !gaz_kept_clear_rest(writing->kept, error))
        return false;
    gaz_progress_show(writing->progress, "Publishing");
    if (!gaz_staging_publish(gaz_ground_staging(ground), writing->kept, error))
        return false;
    gaz_ground_list(ground);
    return true;
}

static void publish(GazWriting *writing, GazGround *ground, GError **error)
{
    bool done;

    if (!has_wanted(writing->edition, writing->options, error))
        return;
    done = (is_begun(writing) || begin(writing, ground, error)) && write_and_publish(writing, ground, error);
    gaz_progress_clear(writing->progress);
    if (done)
        print_summary(writing, gaz_ground_output(ground), gaz_ground_staging(ground));
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
            "--draft; where nobody changed the data, this gazette is another than the one that announced it: "
            "man gazette, The record");
    return GAZ_EXIT_FAULTS;
}

/* As far as it goes without a fault; how it ended, the edition's report and `error` say. */
static void read_and_publish(GazWriting *writing, GazEdition *edition, GazGround *ground, GError **error)
{
    gaz_edition_check(edition, writing->progress); /* while the ground is still being prepared */
    if (!begin_early(writing, edition, ground, error) ||
        !gaz_edition_complete(edition, writing->progress, error) || gaz_report_has_faults(edition->report))
        return;
    publish(writing, ground, error);
}

static int build(const GazOptions *options, void *tools)
{
    g_autoptr(GazGround) ground = gaz_ground_new(options, part_of(options), tools);
    g_autoptr(GazEdition) edition = NULL;
    GError *error = NULL;
    GazProgress progress;
    GazWriting writing = {.options = options, .progress = &progress};

    gaz_progress_init(&progress, !options->steps);
    writing.edition = edition = gaz_edition_read(options, &progress, &error);
    if (edition != NULL)
        read_and_publish(&writing, edition, ground, &error);
    gaz_writing_clear(&writing);
    gaz_progress_clear(&progress);
    if (error == NULL && gaz_report_has_faults(edition->report)) /* or what was announced, in the way */
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
