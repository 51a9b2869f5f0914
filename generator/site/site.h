/* site.h - the same trees and the record become the bilingual website. */
#ifndef GAZETTE_SITE_SITE_H
#define GAZETTE_SITE_SITE_H
#include "base/kept.h"
#include "base/turns.h"
#include "compose/compose.h"
#include "document/known.h"
#include "layout/layout.h"
#include "site/tools.h"

/* A PDF that is written already. */
typedef struct {
    const char *path; /* address below the site's root, "poster.pdf"; NULL: there is none */
    size_t bytes;
} GazSiteFile;

/* A version of a notice that is in force no longer; its PDF stays where it is. */
typedef struct {
    unsigned version; /* 1: as announced */
    GazSiteFile pdf;
    unsigned pdf_pages;
    const GazNotice *ended_by; /* the correction since which there is another */
} GazSiteVersion;

/* A notice as the website shows it. */
typedef struct {
    const GazNotice *notice;
    const GazDocument *document;
    const char *pdf; /* address below the site's root, "notices/2021/plan-2021.pdf" */
    size_t pdf_bytes;
    unsigned pdf_pages;
    unsigned version;          /* of the document; 1: as announced */
    const GazNotice *ended_by; /* the withdrawal since which it is in force no longer; NULL: it is */
    GArray *earlier;           /* of GazSiteVersion, oldest first; NULL: none */
} GazSiteNotice;

typedef struct {
    const GazAssessment *assessment;
    const GazWording *wording;
    GPtrArray *notices;          /* of GazSiteNotice *, newest first */
    const GazDocument *pages[3]; /* about, legal, channels */
    GazSiteFile poster;
    const char *templates; /* folder templates/site */
    GazSiteTools *tools;   /* lent, of that folder; NULL: the website makes its own */
    GazLanguageSet languages;
    bool draft;               /* nothing is announced: every page says so, and none is for search engines */
    GazKept *kept;            /* pages of last time that serve again; NULL: none */
    GazKnownDocuments *known; /* lent; NULL: the website makes the sums it needs */
} GazSite;

/* Writes the published tables whose turn it is as files of each format below `folder`, which exists. They
 * wait for nothing. `turns` NULL: every one. */
bool gaz_site_write_tables(const GazSite *site, const char *folder, GazTurns *turns, GError **error);

/* What pages share: made once, before processes are started that share the pages out. Nothing is written yet.
 * Borrows `site` and `folder`. NULL with `error` set where the strings or stylesheets can't be read. Yours:
 * gaz_site_run_free(). */
typedef struct GazSiteRun GazSiteRun;
GazSiteRun *gaz_site_run_new(const GazSite *site, const char *folder, GError **error);
void gaz_site_run_free(GazSiteRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSiteRun, gaz_site_run_free)

/* Writes every page and asset whose turn it is below the folder, which holds nothing but the tables, the PDFs
 * that `notices` name and what others write in their turns. `turns` NULL: every one. `tables`: the page of
 * the tables and the zip of them too, for which they must be written; exactly one of those that share the
 * turns writes these. False with `error` set where disk or stylesheet failed. */
bool gaz_site_write(GazSiteRun *run, GazTurns *turns, bool tables, GError **error);

#endif
