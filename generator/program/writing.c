/* writing.c - the PDFs come first: the website gives their sizes. */
#include "program/writing.h"

#include "pdf/pdf.h"
#include "publish/tree.h"
#include "site/site.h"
#include <glib/gstdio.h>

static void free_site_notice(void *data)
{
    GazSiteNotice *notice = data;

    g_free((char *)notice->pdf);
    g_free(notice);
}

/* Where a notice's PDF stands below its folder: "notices/2021/plan-2021.pdf". Yours: g_free(). */
static char *pdf_address(const GazNotice *notice)
{
    int year, month, day;

    gaz_date_split(notice->date, &year, &month, &day);
    return notice->kind == GAZ_NOTICE_INTERVIEW ? g_strdup_printf("interviews/%s.pdf", notice->id)
                                                : g_strdup_printf("notices/%d/%s.pdf", year, notice->id);
}

/* Writes the PDF to `folder`/`address`, its folder made where it is missing. */
static bool write_pdf(const GazEdition *edition, const GazDocument *document, GazLanguageSet languages,
                      const char *folder, const char *address, GazPdfFacts *facts, GError **error)
{
    g_autofree char *path = g_build_filename(folder, address, NULL);
    g_autofree char *parent = g_path_get_dirname(path);

    if (g_mkdir_with_parents(parent, 0777) != 0)
        return gaz_tree_fail(error, parent, "create the folder");
    return gaz_pdf_write(document, languages, edition->fonts, path, facts, error);
}

static bool is_wanted(const GazIssue *issue, const GazOptions *options)
{
    return options->only < 0 || issue->notice->kind == options->only;
}

static unsigned count_wanted(const GazEdition *edition, const GazOptions *options)
{
    unsigned count = 0;

    for (unsigned i = 0; i < edition->issues->len; i++)
        count += is_wanted(edition->issues->pdata[i], options);
    return count;
}

/* Writes every PDF asked for: those of the website below `site`, the others below `apart`. Adds a
 * GazSiteNotice for each of the former to `listed`. */
static bool write_pdfs(const GazEdition *edition, const GazOptions *options, const char *site,
                       const char *apart, GPtrArray *listed, GazProgress *progress, GazWritten *written,
                       GError **error)
{
    unsigned wanted = count_wanted(edition, options);

    for (unsigned i = 0; i < edition->issues->len; i++) {
        const GazIssue *issue = edition->issues->pdata[i];
        g_autofree char *address = pdf_address(issue->notice);
        bool on_site = issue->document->on_website;
        GazPdfFacts facts;
        GazSiteNotice *notice;

        if (!is_wanted(issue, options))
            continue;
        gaz_progress_show(progress, "[%u/%u] %s", ++written->notices, wanted, address);
        if (!write_pdf(edition, issue->document, options->languages, on_site ? site : apart, address, &facts,
                       error))
            return false;
        written->pages += facts.pages;
        if (!on_site)
            continue;
        notice = g_new0(GazSiteNotice, 1);
        *notice = (GazSiteNotice){issue->notice, issue->document, g_steal_pointer(&address), facts.bytes,
                                  facts.pages};
        g_ptr_array_add(listed, notice);
    }
    return true;
}

static bool write_site(const GazEdition *edition, const GazOptions *options, const char *folder,
                       GPtrArray *notices, GError **error)
{
    g_autofree char *templates = g_build_filename(edition->share, "templates", "site", NULL);
    GazSite site = {.assessment = edition->assessment,
                    .wording = edition->wording,
                    .notices = notices,
                    .templates = templates,
                    .languages = options->languages,
                    .poster = {"poster.pdf", 0}};
    GazPdfFacts poster;

    if (!write_pdf(edition, edition->pages[GAZ_EDITION_POSTER], options->languages, folder, site.poster.path,
                   &poster, error))
        return false;
    site.poster.bytes = poster.bytes;
    for (unsigned i = 0; i < G_N_ELEMENTS(site.pages); i++)
        site.pages[i] = edition->pages[i];
    return gaz_site_write(&site, folder, error);
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
    g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(free_site_notice);

    if (g_mkdir(site, 0777) != 0)
        return gaz_tree_fail(error, site, "create the folder");
    if (!write_pdfs(edition, options, site, folder, notices, progress, written, error))
        return false;
    gaz_progress_show(progress, "Writing the website");
    return write_site(edition, options, site, notices, error) && write_readme(edition, folder, error);
}

bool gaz_write_part(const GazEdition *edition, const GazOptions *options, const char *folder,
                    GazProgress *progress, GazWritten *written, GError **error)
{
    g_autoptr(GPtrArray) notices = g_ptr_array_new_with_free_func(free_site_notice);

    return write_pdfs(edition, options, folder, folder, notices, progress, written, error);
}
