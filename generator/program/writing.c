/* writing.c - the PDFs come first: the website gives their sizes. */
#include "program/writing.h"

#include "pdf/pdf.h"
#include "program/jobs.h"
#include "publish/tree.h"
#include "site/site.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define POSTER "poster.pdf"

/* A PDF to be written: what is known of it before and after. */
typedef struct {
    const GazDocument *document;
    const GazNotice *notice; /* NULL: the poster, no notice */
    char *address;           /* "notices/2021/plan-2021.pdf" below its folder */
    const char *below;       /* that folder; lent */
    size_t weight;           /* roughly how long it takes */
    GazPdfFacts facts;
} Print;

/* What all processes at the PDFs know. */
typedef struct {
    const GazEdition *edition;
    GazLanguageSet languages;
    GArray *prints;   /* of Print, the heaviest first */
    unsigned notices; /* of them */
    GazProgress *progress;
    GazWritten *written;
} Printing;

static void clear_print(void *data)
{
    g_free(((Print *)data)->address);
}

/* Where a notice's PDF stands below its folder: "notices/2021/plan-2021.pdf". Yours: g_free(). */
static char *pdf_address(const GazNotice *notice)
{
    int year, month, day;

    gaz_date_split(notice->date, &year, &month, &day);
    return notice->kind == GAZ_NOTICE_INTERVIEW ? g_strdup_printf("interviews/%s.pdf", notice->id)
                                                : g_strdup_printf("notices/%d/%s.pdf", year, notice->id);
}

static bool write_pdf(const Printing *printing, const Print *print, GazPdfFacts *facts, GError **error)
{
    g_autofree char *path = g_build_filename(print->below, print->address, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    if (g_mkdir_with_parents(parent, 0777) != 0)
        return gaz_tree_fail(error, parent, "create the folder");
    return gaz_pdf_write(print->document, printing->languages, printing->edition->fonts, path, facts, error);
}

static bool is_wanted(const GazIssue *issue, const GazOptions *options)
{
    return options->only < 0 || issue->notice->kind == options->only;
}

/* Rows and blocks of a document. */
static size_t weigh(const GazDocument *document)
{
    const GazNode *roots[] = {document->bodies[GAZ_ZH], document->bodies[GAZ_EN], document->annexes};
    size_t weight = 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        for (const GazNode *node = roots[i]; node != NULL; node = gaz_node_next(node, roots[i]))
            weight += 1 + (node->table == NULL ? 0 : node->table->rows->len);
    return weight;
}

/* The longest work begins first, so that none is left alone with it at the end. */
static int compare_weights(const void *a, const void *b)
{
    const Print *first = a, *second = b;

    if (first->weight != second->weight)
        return first->weight > second->weight ? -1 : 1;
    return strcmp(first->address, second->address);
}

static void add_print(GArray *prints, const GazDocument *document, const GazNotice *notice, char *address,
                      const char *below)
{
    Print print = {document, notice, address, below, weigh(document), {0}};

    g_array_append_val(prints, print);
}

/* Every notice's PDF asked for: those of the website below `site`, the others below `apart`. Yours:
 * g_array_unref(). */
static GArray *find_prints(const GazEdition *edition, const GazOptions *options, const char *site,
                           const char *apart)
{
    GArray *prints = g_array_new(FALSE, TRUE, sizeof(Print));

    g_array_set_clear_func(prints, clear_print);
    for (unsigned i = 0; i < edition->issues->len; i++) {
        const GazIssue *issue = edition->issues->pdata[i];

        if (is_wanted(issue, options))
            add_print(prints, issue->document, issue->notice, pdf_address(issue->notice),
                      issue->document->on_website ? site : apart);
    }
    return prints;
}

/* One process's part of the PDFs: it tells which it wrote, of how many pages and bytes. */
static bool print_some(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const Printing *printing = user;

    for (unsigned i = 0; i < printing->prints->len; i++) {
        GazPdfFacts facts;
        g_autofree char *text = NULL;

        if (!gaz_turns_take(turns))
            continue;
        if (!write_pdf(printing, &g_array_index(printing->prints, Print, i), &facts, error))
            return false;
        text = g_strdup_printf("%u %u %zu", i, facts.pages, facts.bytes);
        if (!gaz_jobs_tell(teller, text, error))
            return false;
    }
    return true;
}

static void note_printed(const char *text, void *user)
{
    const Printing *printing = user;
    GazPdfFacts facts;
    unsigned at;
    Print *print;

    if (sscanf(text, "%u %u %zu", &at, &facts.pages, &facts.bytes) != 3)
        return;
    print = &g_array_index(printing->prints, Print, at);
    print->facts = facts;
    if (print->notice == NULL)
        return;
    printing->written->pages += facts.pages;
    gaz_progress_show(printing->progress, "[%u/%u] %s", ++printing->written->notices, printing->notices,
                      print->address);
}

static bool write_pdfs(const GazEdition *edition, const GazOptions *options, GArray *prints,
                       GazProgress *progress, GazWritten *written, GError **error)
{
    Printing printing = {edition, options->languages, prints, 0, progress, written};
    GazJobs jobs = {print_some, note_printed, &printing};

    for (unsigned i = 0; i < prints->len; i++)
        printing.notices += g_array_index(prints, Print, i).notice != NULL;
    g_array_sort(prints, compare_weights);
    return gaz_jobs_run(&jobs, MIN(options->jobs, prints->len), error);
}

static const Print *lookup_print(const GArray *prints, const GazNotice *notice)
{
    for (unsigned i = 0; i < prints->len; i++)
        if (g_array_index(prints, Print, i).notice == notice)
            return &g_array_index(prints, Print, i);
    return NULL;
}

/* What the website says of the PDFs on it, newest notice first. Yours: g_ptr_array_unref(). */
static GPtrArray *list_notices(const GazEdition *edition, const GArray *prints)
{
    GPtrArray *notices = g_ptr_array_new_with_free_func(g_free);

    for (unsigned i = 0; i < edition->issues->len; i++) {
        const GazIssue *issue = edition->issues->pdata[i];
        const Print *print = lookup_print(prints, issue->notice);
        GazSiteNotice *notice;

        if (!issue->document->on_website)
            continue;
        notice = g_new0(GazSiteNotice, 1);
        *notice = (GazSiteNotice){gaz_view_notice(edition->data, issue->notice), issue->document,
                                  print->address, print->facts.bytes, print->facts.pages};
        g_ptr_array_add(notices, notice);
    }
    return notices;
}

/* What all processes at the website know. */
typedef struct {
    GazSite site;
    const char *folder;
} Weaving;

static bool weave_some(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const Weaving *weaving = user;

    (void)teller;
    return gaz_site_write(&weaving->site, weaving->folder, turns, error);
}

static bool write_site(const GazEdition *edition, const GazOptions *options, const char *folder,
                       const GArray *prints, GError **error)
{
    g_autoptr(GPtrArray) notices = list_notices(edition, prints);
    const Print *poster = lookup_print(prints, NULL);
    g_autofree char *templates = g_build_filename(edition->share, "templates", "site", NULL);
    Weaving weaving = {.site = {.assessment = edition->assessment,
                                .wording = edition->wording,
                                .notices = notices,
                                .templates = templates,
                                .languages = options->languages,
                                .poster = {poster->address, poster->facts.bytes}},
                       .folder = folder};
    GazJobs jobs = {.work = weave_some, .user = &weaving};

    for (unsigned i = 0; i < G_N_ELEMENTS(weaving.site.pages); i++)
        weaving.site.pages[i] = edition->pages[i];
    return gaz_jobs_run(&jobs, options->jobs, error);
}

static bool write_readme(const GazEdition *edition, const char *folder, GError **error)
{
    g_autofree char *source =
        g_build_filename(edition->share, "templates", "publication", "README.txt", NULL);
    g_autofree char *target = g_build_filename(folder, "README.txt", NULL);
    g_autofree char *text = NULL;

    return g_file_get_contents(source, &text, NULL, error) && g_file_set_contents(target, text, -1, error);
}

bool gaz_write_whole(const GazEdition *edition, const GazOptions *options, const char *folder,
                     GazProgress *progress, GazWritten *written, GError **error)
{
    g_autofree char *site = g_build_filename(folder, "site", NULL);
    g_autoptr(GArray) prints = find_prints(edition, options, site, folder);

    add_print(prints, edition->pages[GAZ_EDITION_POSTER], NULL, g_strdup(POSTER), site);
    if (g_mkdir(site, 0777) != 0)
        return gaz_tree_fail(error, site, "create the folder");
    if (!write_pdfs(edition, options, prints, progress, written, error))
        return false;
    gaz_progress_show(progress, "Writing the website");
    return write_site(edition, options, site, prints, error) && write_readme(edition, folder, error);
}

bool gaz_write_part(const GazEdition *edition, const GazOptions *options, const char *folder,
                    GazProgress *progress, GazWritten *written, GError **error)
{
    g_autoptr(GArray) prints = find_prints(edition, options, folder, folder);

    return write_pdfs(edition, options, prints, progress, written, error);
}
