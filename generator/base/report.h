/* report.h - the faults of one run, each with its place, sorted and printed at the end.
 * A fault in the input goes in here and work goes on; a failure of the machine is a GError and stops.
 * Beside the faults it keeps notes: what was read in another way than it was written, for the person who
 * wrote it to look at. A note is no fault and hinders nothing. */
#ifndef GAZETTE_BASE_REPORT_H
#define GAZETTE_BASE_REPORT_H
#include "base/place.h"
#include <glib.h>
#include <stdbool.h>

/* A kind of fault. Each stage keeps a table of its own kinds (read/faults.h, check/faults.h ...); the
 * manual's list is made from those tables, and each kind has a test that provokes it. */
typedef struct {
    const char *id;     /* "days-short": stable, for scripts */
    const char *clause; /* "SD 二": the clause behind it; NULL: none, or the rule file names it */
    const char *text;   /* "fewer days stopped than the rule asks" */
} GazFaultKind;

/* One fault or note as it was found. All strings belong to the report. */
typedef struct {
    GazPlace place;
    bool note; /* no fault */
    const GazFaultKind *kind;
    const char *field;    /* column, element or attribute; NULL: none */
    const char *clause;   /* NULL: none */
    const char *found;    /* NULL: nothing to show */
    const char *expected; /* NULL: nothing to say */
} GazFault;

typedef struct GazReport GazReport;

GazReport *gaz_report_new(void); /* yours: gaz_report_free() */
void gaz_report_free(GazReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazReport, gaz_report_free)

/* Adds a fault; copies what it is given. `place`, `field`, `found` and `expected` may be NULL; `expected` is
 * a printf format. All is made printable by the report, and what was found shortened, not by the caller. */
void gaz_report_add(GazReport *report, const GazPlace *place, const GazFaultKind *kind, const char *field,
                    const char *found, const char *expected, ...) G_GNUC_PRINTF(6, 7);

/* The same, with the clause that a rule file gives in place of the kind's own. */
void gaz_report_add_under(GazReport *report, const char *clause, const GazPlace *place,
                          const GazFaultKind *kind, const char *field, const char *found,
                          const char *expected, ...) G_GNUC_PRINTF(7, 8);

/* Adds a note in the same way: `found` is what was written, `taken` (a printf format) what it was read as. */
void gaz_report_note(GazReport *report, const GazPlace *place, const GazFaultKind *kind, const char *field,
                     const char *found, const char *taken, ...) G_GNUC_PRINTF(6, 7);

/* Of faults; notes don't count. */
unsigned gaz_report_count(const GazReport *report);
unsigned gaz_report_count_notes(const GazReport *report);
bool gaz_report_has_faults(const GazReport *report);

/* Faults, and notes, sorted by file, sheet, line, column, then in the order found. Lent until the next
 * addition. */
const GazFault *gaz_report_get(GazReport *report, unsigned index);
const GazFault *gaz_report_get_note(GazReport *report, unsigned index);

/* Whether a fault or note of the kind with this id was found; for tests. */
bool gaz_report_has(const GazReport *report, const char *id);

/* All faults, one a line: "lines.csv:14:7: error: capacity: not a number: found "x", expected 2500 [N 二]
 * (id)". Yours: g_free(). */
char *gaz_report_to_text(GazReport *report);

/* All notes, one a line: "lines.xlsx:清单!D14: note: kiln_diameter_m: a number with its sign: "Φ4.8", read as
 * 4.8 (id)". Yours: g_free(). */
char *gaz_report_notes_to_text(GazReport *report);

/* All faults, then all notes, as a JSON array of objects with severity (error, note), file, sheet, line,
 * column, field, id, text, found, expected (of a note: what it was read as), clause. Yours: g_free(). */
char *gaz_report_to_json(GazReport *report);

#endif
