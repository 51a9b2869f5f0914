/* run.h - what one writing of the website shares between its pages: strings, stylesheets, and the records
 * indexed the way pages ask for them. */
#ifndef GAZETTE_SITE_RUN_H
#define GAZETTE_SITE_RUN_H
#include "site/calendar.h"
#include "site/packer.h"
#include "site/search.h"
#include "site/site.h"

/* A page or file as it was written, for the site map. */
typedef struct {
    char *path;       /* the same in both languages: "lines/SD-001.html" */
    GazDate changed;  /* by the data */
    bool in_site_map; /* 404 isn't */
} GazAddress;

/* That a line is noted for a finding in the list of a year (N 四). */
typedef struct {
    int list_year;
    const GazFindingState *finding;
} GazAnnotation;

/* Tables whose rows a line's page shows. */
typedef enum {
    GAZ_OF_LINE_LEDGER,
    GAZ_OF_LINE_SWAPS,
    GAZ_OF_LINE_ADJUSTMENTS,
    GAZ_OF_LINE_TASKS,
    GAZ_OF_LINE_CHANGES,
    GAZ_OF_LINE
} GazOfLine;

/* How figures name the months, January first; owned. */
typedef struct {
    const char *names[12], *initials[12];
} GazMonths;

struct GazSiteRun {
    const GazSite *site;
    const GazAssessment *assessment;
    const GazData *data;
    GazDate seen_on;    /* the day as on which enterprises and lines are told */
    GazData *past;      /* those of that day, where something has happened to them since; else NULL */
    const char *folder; /* what is written goes here */
    GazTurns *turns;    /* of this process; NULL: everything is ours to write */
    bool with_tables;   /* whether their page is ours */
    GazMonths months[GAZ_LANGUAGES];
    GazCalendars *calendars[GAZ_LANGUAGES];
    GazSiteTools *tools;       /* lent */
    GazSiteTools *own;         /* the same where the site has none; else NULL */
    const GazStrings *strings; /* of the tools; so are the sheets */
    GazSheets *sheets;
    GazPacker *packer;
    GazSearch *search;
    GHashTable *shared;   /* facts of several pages, char * to GazFacts *: see gaz_page_share() */
    GHashTable *parts;    /* of pages, char * to GString *: see frame.h */
    GError *trouble;      /* what went wrong where facts became XML; NULL: nothing */
    GPtrArray *notices;   /* of const GazSiteNotice *: those the public sees, newest first */
    GHashTable *by_owner; /* const GazEnterprise * to GPtrArray of const GazAccount * */
    GHashTable *by_city;  /* const GazCity * to GPtrArray of const GazAccount * */
    GHashTable *findings; /* const GazEnterprise * to GPtrArray of const GazFindingState * */
    GHashTable *naming;   /* id of an enterprise to GPtrArray of const GazSiteNotice * */
    GHashTable
        *naming_city; /* const GazCity * to GPtrArray of const GazSiteNotice *, those that name one of its */
    GHashTable *of_line[GAZ_OF_LINE]; /* const GazLine * to GPtrArray of the table's records, in its order */
    GHashTable *of_owner;             /* const GazEnterprise * to GPtrArray of const GazRegisterChange * */
    GHashTable *annotations;          /* const GazLine * to GArray of GazAnnotation, by list year */
    GPtrArray *addresses;             /* of GazAddress * */
    GazKnownDocuments *known;         /* the site's, or its own */
    char *links; /* the sum of all that links of documents can lead to; NULL: not yet asked
                    for */
};

/* That of a year of the site, for `run`'s own folder, turns, tools and site map; `run` must outlive it.
 * Enterprises and lines are told as they were at the end of the year, once that is over. NULL with `error`
 * set where that can't be made. Yours: gaz_site_run_free(). */
GazSiteRun *gaz_site_run_new_year(const GazSiteRun *run, const GazAssessment *assessment, GError **error);

/* Whether the site speaks it. */
bool gaz_site_run_has(const GazSiteRun *run, GazLanguage language);

/* A line of the run's data as it was on the day seen: its names, owner, state and sizes. Lent. */
const GazLine *gaz_site_run_seen(const GazSiteRun *run, const GazLine *line);

/* Accounts of an enterprise's or a city's lines; lent, empty where there is none. */
const GPtrArray *gaz_site_run_owned(const GazSiteRun *run, const GazEnterprise *enterprise);
const GPtrArray *gaz_site_run_in_city(const GazSiteRun *run, const GazCity *city);
/* The findings that are about it, in the order of the data; lent, empty where there is none. */
const GPtrArray *gaz_site_run_findings(const GazSiteRun *run, const GazEnterprise *enterprise);
/* Notices that name it, or one of the city's enterprises; lent; NULL: none. */
const GPtrArray *gaz_site_run_naming(const GazSiteRun *run, const GazEnterprise *enterprise);
const GPtrArray *gaz_site_run_naming_city(const GazSiteRun *run, const GazCity *city);
/* The table's records about the line; lent, empty where there is none. */
const GPtrArray *gaz_site_run_of_line(const GazSiteRun *run, GazOfLine table, const GazLine *line);
/* What happened to the enterprise itself, in the order of the data; lent. */
const GPtrArray *gaz_site_run_changes(const GazSiteRun *run, const GazEnterprise *enterprise);
/* Lent; NULL: none. */
const GArray *gaz_site_run_annotations(const GazSiteRun *run, const GazLine *line);

/* Whether the next page, or files that belong together, are ours to write; see base/turns.h. */
bool gaz_site_run_turn(GazSiteRun *run);

#endif
