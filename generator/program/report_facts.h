/* report_facts.h - the faults and notes of a run as a tree for the report that a person corrects a data
 * folder by: grouped by file and sheet, each with its cell, its column's headings, and its wording in both
 * languages. The English is the program's, the Chinese that of templates/report/faults.xml. */
#ifndef GAZETTE_PROGRAM_REPORT_FACTS_H
#define GAZETTE_PROGRAM_REPORT_FACTS_H
#include "base/moment.h"
#include "base/report.h"
#include "site/strings.h"
#include <libxml/tree.h>

/* The Chinese of faults by their ids. */
typedef struct GazFaultWords GazFaultWords;

/* Reads faults.xml. NULL with `error` set. Yours: gaz_fault_words_free(). */
GazFaultWords *gaz_fault_words_read(const char *path, GError **error);
void gaz_fault_words_free(GazFaultWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazFaultWords, gaz_fault_words_free)

/* Of the fault with this id; NULL: none. Lent. `*expected`: what is expected, where that is always the same.
 */
const char *gaz_fault_words_lookup(const GazFaultWords *words, const char *id, const char **expected);

/* The tree: report(@folder, @faults), of(zh, en), count(zh, en), faults and notes with sheet(@file, @name)
 * with fault(@id) with cell, column, text, expected (each zh, en), found, clause. NULL with `error` set where
 * a text of `strings` is missing. Yours: xmlFreeDoc(). */
xmlDocPtr gaz_report_facts(GazReport *report, const char *folder, GazDate as_of, const GazFaultWords *words,
                           const GazStrings *strings, GError **error);

#endif
