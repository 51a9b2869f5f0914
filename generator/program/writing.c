/* writing.c - tables and PDFs come first: the website gives their sizes. */
#include "program/writing.h"

#include "base/tree.h"
#include "program/jobs.h"
#include "program/prints.h"
#include "program/recording.h"
#include "publish/publish.h"
#include "site/site.h"
#include <glib/gstdio.h>
#include <string.h>

#define POSTER "poster.pdf"

static void count_print(const GazPrint *print, unsigned wanted, void *user)
{
    GazWriting *writing = user;

    writing->pages += print->facts.pages;
    gaz_progress_show(writing->progress, "[%u/%u] %s", ++writing->notices, wanted, print->address);
}

static char *site_folder(const GazWriting *writing)
{
    return g_build_filename(writing->folder, GAZ_STAGING_SITE, NULL);
}

/* What a process at work says of its files in the end. */
static bool tell_notes(const GazKept *kept, const GazTeller *teller, GError **error)
{
    g_autofree char *notes = gaz_kept_tell(kept);

    return gaz_jobs_tell(teller, notes, error);
}

static bool write_tables(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const GazWriting *writing = user;
    g_autofree char *folder = site_folder(writing);
    GazSite site = {.assessment = writing->edition->assessment, .kept = writing->kept};

    gaz_kept_begin(writing->kept);
    return gaz_site_write_tables(&site, folder, turns, error) && tell_notes(writing->kept, teller, error);
}

static void take_table_notes(const char *notes, void *user)
{
    gaz_kept_hear(((const GazWriting *)user)->kept, notes);
}

bool gaz_writing_begin(GazWriting *writing, GError **error)
{
    g_autofree char *folder = site_folder(writing);
    GazJobs jobs = {write_tables, take_table_notes, writing};

    if (g_mkdir_with_parents(folder, 0777) != 0)
        return gaz_tree_fail(error, folder, "create the folder");
    writing->tables = gaz_jobs_start(&jobs, 1, error);
    return writing->tables != NULL &&
           (writing->options->jobs > 1 ||
            gaz_jobs_wait(writing->tables, error)); /* never more at work than asked */
}

static bool write_pdfs(GazWriting *writing, GArray *prints, GError **error)
{
    GazPrinting printing = {writing->edition->fonts,
                            writing->options->languages,
                            writing->options->jobs,
                            writing->kept,
                            writing->known,
                            count_print,
                            writing};

    return gaz_prints_write(prints, &printing, error);
}

/* The versions before the issue's own; NULL: none. Yours: g_array_unref(). */
static GArray *list_earlier(const GazEdition *edition, const GArray *prints, const GazIssue *issue)
{
    GArray *earlier = issue->earlier->len == 0 ? NULL : g_array_new(FALSE, FALSE, sizeof(GazSiteVersion));

    for (unsigned i = 0; i < issue->earlier->len; i++) {
        const GazIssue *before = issue->earlier->pdata[i];
        const GazPrint *print = gaz_prints_lookup(prints, before, false);
        GazSiteVersion version = {before->version,
                                  {print->address, print->facts.bytes},
                                  print->facts.pages,
                                  gaz_view_notice(edition->data, before->ended_by)};

        g_array_append_val(earlier, version);
    }
    return earlier;
}

static void free_site_notice(void *notice)
{
    g_clear_pointer(&((GazSiteNotice *)notice)->earlier, g_array_unref);
    g_free(notice);
}

/* What the website says of the PDFs on it, newest notice first. Yours: g_ptr_array_unref(). */
static GPtrArray *list_notices(const GazEdition *edition, const GArray *prints)
{
    GPtrArray *notices = g_ptr_array_new_with_free_func(free_site_notice);

    for (unsigned i = 0; i < edition->issues->len; i++) {
        const GazIssue *issue = edition->issues->pdata[i];
        const GazPrint *print = gaz_prints_lookup(prints, issue, false);
        GazSiteNotice *notice;

        if (!issue->document->on_website)
            continue;
        notice = g_new0(GazSiteNotice, 1);
        *notice =
            (GazSiteNotice){gaz_view_notice(edition->data, issue->notice),
                            issue->document,
                            print->address,
                            print->facts.bytes,
                            print->facts.pages,
                            issue->version,
                            issue->ended_by == NULL ? NULL : gaz_view_notice(edition->data, issue->ended_by),
                            list_earlier(edition, prints, issue)};
        g_ptr_array_add(notices, notice);
    }
    return notices;
}

/* What all processes at the website know. */
typedef struct {
    GazSiteRun *run;
    GazKept *kept;
    bool tables; /* whether the tables are written, as only the process that is started last knows */
} Weaving;

/* One process's part; it tells what its files were made from. */
static bool weave_some(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const Weaving *weaving = user;

    gaz_kept_begin(weaving->kept);
    return gaz_site_write(weaving->run, turns, weaving->tables, error) &&
           tell_notes(weaving->kept, teller, error);
}

static void take_notes(const char *notes, void *user)
{
    gaz_kept_hear(((const Weaving *)user)->kept, notes);
}

/* Only the page of the tables, with their zip, waits for them: the last process makes it. */
static bool weave(GazWriting *writing, Weaving *weaving, GError **error)
{
    const GazJobs jobs = {weave_some, take_notes, weaving};

    writing->weavers = gaz_jobs_start(&jobs, writing->options->jobs - 1, error);
    if (writing->weavers == NULL || !gaz_jobs_wait(writing->tables, error))
        return false;
    weaving->tables = true;
    return gaz_jobs_add(writing->weavers, error) && gaz_jobs_wait(writing->weavers, error);
}

static bool write_site(GazWriting *writing, const char *folder, const GArray *prints, GError **error)
{
    const GazEdition *edition = writing->edition;
    g_autoptr(GPtrArray) notices = list_notices(edition, prints);
    const GazPrint *poster = gaz_prints_lookup(prints, NULL, false);
    g_autofree char *templates = g_build_filename(edition->share, "templates", "site", NULL);
    GazSite site = {.assessment = edition->assessment,
                    .wording = edition->wording,
                    .notices = notices,
                    .templates = templates,
                    .tools = writing->tools,
                    .languages = writing->options->languages,
                    .draft = edition->draft,
                    .poster = {poster->address, poster->facts.bytes},
                    .kept = writing->kept,
                    .known = writing->known};
    g_autoptr(GazSiteRun) run = NULL;
    Weaving weaving = {.kept = writing->kept};

    for (unsigned i = 0; i < G_N_ELEMENTS(site.pages); i++)
        site.pages[i] = edition->pages[i];
    weaving.run = run = gaz_site_run_new(&site, folder, error);
    return run != NULL && weave(writing, &weaving, error);
}

static bool write_readme(const GazEdition *edition, const char *folder, GError **error)
{
    g_autofree char *source =
        g_build_filename(edition->share, "templates", "publication", "README.txt", NULL);
    g_autofree char *target = g_build_filename(folder, "README.txt", NULL);
    g_autofree char *text = NULL;

    return g_file_get_contents(source, &text, NULL, error) && g_file_set_contents(target, text, -1, error);
}

/* The versions whose record stands in `root`, their addresses seen from there. Yours: g_ptr_array_unref(). */
static GPtrArray *list_versions(const GArray *prints, bool on_website)
{
    GPtrArray *versions = g_ptr_array_new_with_free_func(g_free);
    size_t root = on_website ? 0 : strlen(GAZ_PRINTS_INTERVIEWS "/");

    for (unsigned i = 0; i < prints->len; i++) {
        const GazPrint *print = &g_array_index(prints, GazPrint, i), *announced;
        GazWrittenVersion *version;

        if (!gaz_print_is_told(print) || print->document->on_website != on_website)
            continue;
        announced = gaz_prints_lookup(prints, print->issue, true);
        version = g_new0(GazWrittenVersion, 1);
        *version = (GazWrittenVersion){print->issue, print->address + root,
                                       announced == NULL ? NULL : announced->address + root};
        g_ptr_array_add(versions, version);
    }
    return versions;
}

/* The record of the website, and the one of what isn't public. */
static bool write_records(GazWriting *writing, const GArray *prints, GError **error)
{
    static const struct {
        const char *root;
        bool on_website;
    } records[GAZ_WRITING_RECORDS] = {{"site", true}, {GAZ_PRINTS_INTERVIEWS, false}};
    bool good = true;

    for (unsigned i = 0; i < G_N_ELEMENTS(records); i++) {
        g_autoptr(GPtrArray) versions = list_versions(prints, records[i].on_website);
        GazRecordingPlace place;

        if (versions->len == 0 && !gaz_recording_exists(writing->before, records[i].root))
            continue;
        place = (GazRecordingPlace){
            writing->folder, records[i].root, writing->before, writing->sums, writing->options->reset_layout,
            writing->kept,   writing->known};
        writing->records[i] = gaz_recording_write(writing->edition, &place, versions, error);
        if (writing->records[i] == NULL)
            good = false; /* the other one may have something against it as well */
        if (*error != NULL)
            return false;
    }
    return good;
}

void gaz_writing_clear(GazWriting *writing)
{
    g_clear_pointer(&writing->tables, gaz_jobs_end);
    g_clear_pointer(&writing->weavers, gaz_jobs_end);
    for (unsigned i = 0; i < G_N_ELEMENTS(writing->records); i++)
        g_clear_pointer(&writing->records[i], gaz_record_free);
    g_clear_pointer(&writing->known, gaz_known_documents_free);
}

bool gaz_write_whole(GazWriting *writing, GError **error)
{
    g_autofree char *site = site_folder(writing);
    g_autoptr(GArray) prints = gaz_prints_find(writing->edition, writing->options, site, writing->folder);

    gaz_prints_add_poster(prints, writing->edition, POSTER, site);
    if (!write_pdfs(writing, prints, error))
        return false;
    if (!writing->edition->draft) {
        gaz_progress_show(writing->progress, "Comparing with what was announced");
        if (!write_records(writing, prints, error))
            return false;
    }
    gaz_progress_show(writing->progress, "Writing the website");
    return write_site(writing, site, prints, error) && write_readme(writing->edition, writing->folder, error);
}

bool gaz_write_part(GazWriting *writing, GError **error)
{
    g_autoptr(GArray) prints =
        gaz_prints_find(writing->edition, writing->options, writing->folder, writing->folder);

    return write_pdfs(writing, prints, error);
}
