/* subjects.h - how records appear in the facts of a page: the same line, finding or notice in a list, on its
 * own page and on its owner's, with the same numbers. All take them from the assessment. */
#ifndef GAZETTE_SITE_SUBJECTS_H
#define GAZETTE_SITE_SUBJECTS_H
#include "site/calendar.h"
#include "site/page.h"

/* Whether the finding is about the owner of its line, which may be one of the register of an earlier day:
 * beside the name of a line's buyer stands no breach of the seller's. */
bool gaz_subject_is_about(const GazSiteRun *run, const GazFindingState *state, const GazEnterprise *owner);

/* The finding as the publication's newest year knows it: in the list of an earlier year, which has the rows
 * of its own folder alone, its state is how far it had gone when that year's last row was written. `state`
 * itself where the newest year doesn't know the finding. Lent. */
const GazFindingState *gaz_subject_newest(const GazSiteRun *run, const GazFindingState *state);

/* Element `line`: identity, status, days and annotations. */
GazFact *gaz_subject_line(const GazPage *page, GazFact *parent, const GazAccount *account);

/* Element `windows` and `stops`: what was asked and what was verified, for the table under a calendar of that
 * axis, and each `gap` between them. */
void gaz_subject_record(const GazPage *page, GazFact *parent, const GazAccount *account, GazAxis axis);

/* Element `sums` of these accounts (of const GazAccount *): lines, capacity, days. */
void gaz_subject_sums(const GazPage *page, GazFact *parent, const GPtrArray *accounts);

/* Element `enterprise` with its sums. */
GazFact *gaz_subject_enterprise(const GazPage *page, GazFact *parent, const GazEnterprise *enterprise);

/* Element `city`. */
GazFact *gaz_subject_city(const GazPage *page, GazFact *parent, const GazCity *city);

/* Element `finding` with its steps by time; NULL where it hasn't come about by the as-of date. */
GazFact *gaz_subject_finding(const GazPage *page, GazFact *parent, const GazFindingState *state);

/* Element `name` of how far a finding has gone; its @tone, "breach", "good" or "note", says how to take that.
 */
GazFact *gaz_subject_stage(GazFact *parent, const char *name, GazFindingStage stage);

/* Element `notice` as a list shows it. */
GazFact *gaz_subject_notice(const GazPage *page, GazFact *parent, const GazSiteNotice *notice);
/* The same on pages many of which show the same notices. */
void gaz_subject_share_notice(const GazPage *page, GazFact *parent, const GazSiteNotice *notice);

/* Adds to element `notice` an element `version` for each before its own, and `ended` where it was withdrawn.
 */
void gaz_subject_versions(const GazPage *page, GazFact *node, const GazSiteNotice *notice);

/* Adds to element `notice` the SHA-256 of its PDF, where the file is there already. */
void gaz_subject_pdf_sum(const GazPage *page, GazFact *node, const GazSiteNotice *notice);

/* Adds to `site` an element `publisher` for each authority that issues notices, in the order of the data, and
 * as @email the address that questions go to; none where there is none. */
void gaz_subject_publishers(const GazPage *page, GazFact *site);

/* Adds an element `change` for each of these (of const GazRegisterChange *) that holds by the as-of date. */
void gaz_subject_changes(const GazPage *page, GazFact *parent, const GPtrArray *changes);

/* Adds an element `former` for each name that the enterprise has had before its own, with the last day of it.
 */
void gaz_subject_former_names(const GazPage *page, GazFact *node, const GazEnterprise *enterprise);

/* Element `correction`; one for each made known by the as-of date, newest first. */
void gaz_subject_correction(const GazPage *page, GazFact *parent, const GazCorrection *correction);
void gaz_subject_corrections(const GazPage *page, GazFact *parent);

/* Element `channels`: an `authority` each, with its `channel`s. */
void gaz_subject_channels(const GazPage *page, GazFact *parent);

#endif
