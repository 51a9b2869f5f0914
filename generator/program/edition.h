/* edition.h - what one run makes of a data folder before anything is written: read, checked, composed. */
#ifndef GAZETTE_PROGRAM_EDITION_H
#define GAZETTE_PROGRAM_EDITION_H
#include "compose/compose.h"
#include "program/issues.h"
#include "program/options.h"
#include "program/progress.h"

/* What is composed besides the notices: the website's pages of words, and the poster. */
enum { GAZ_EDITION_POSTER = 3, GAZ_EDITION_PAGES };
extern const char
    *const gaz_edition_page_names[GAZ_EDITION_PAGES]; /* "about", "legal", "channels", "poster" */

typedef struct {
    char *share; /* the program's own files */
    GazDate as_of;
    bool draft;         /* every document says that it is one */
    GazDate checked_on; /* the day the rules are asked on: the as-of date, or the record's last day where that
                           is past */
    GazReport *report;
    GazData *all;                    /* of every year; NULL: too faulty to go on with; the report says why */
    GazYears *years;                 /* NULL where there is no data; so are the rest */
    const GazData *data;             /* the view of the as-of date's year, as seen on that day */
    bool website;                    /* whether it is wanted as well as PDFs */
    const GazAssessment *assessment; /* of that view, with the years before as its `previous`; NULL once the
                                        edition is complete, unless the website is wanted */
    GazWording *wording;             /* NULL too where it has a fault: nothing is composed then */
    GazFonts *fonts;                 /* opened when they are needed; may be given before */
    GPtrArray
        *issues; /* of GazIssue *: notices dated by the as-of date, newest first, in their current version */
    unsigned later;                        /* notices dated after it, which are not issued yet */
    GazDocument *pages[GAZ_EDITION_PAGES]; /* NULL: not composed */
} GazEdition;

/* Reads the data folder that the options name and assesses it. Faults go into the edition's
 * report. NULL with `error` set where the machine fails; G_OPTION_ERROR: where there is no such folder.
 * Yours: gaz_edition_free(). */
GazEdition *gaz_edition_read(const GazOptions *options, GazProgress *progress, GError **error);

/* Reads the wording, which follows from the data: where there are none it isn't asked for. False with `error`
 * set where the machine fails. */
bool gaz_edition_read_wording(GazEdition *edition, GError **error);

/* Asks the rules of all that was read. */
void gaz_edition_check(const GazEdition *edition, GazProgress *progress);

/* Reads the wording, composes, and finds what other faults there are: in the wording of every notice and
 * page, characters no font has. An edition that was checked and completed without a fault can be written.
 * False with `error` set where the machine fails. */
bool gaz_edition_complete(GazEdition *edition, GazProgress *progress, GError **error);

void gaz_edition_free(GazEdition *edition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazEdition, gaz_edition_free)

#endif
