/* compose.h - facts and wording become document trees. */
#ifndef GAZETTE_COMPOSE_COMPOSE_H
#define GAZETTE_COMPOSE_COMPOSE_H
#include "check/assessment.h"
#include "compose/glossary.h"
#include "document/document.h"

/* The wording of templates/wording/ and the glossary, parsed once a run. */
typedef struct GazWording GazWording;

/* Reads what of the wording doesn't need the data: `folder` (templates/wording) and the glossary. Faults in
 * it (raw HTML, a link of an unsafe kind) go into `report`. NULL with `error` set where a file can't be read,
 * NULL without where the glossary isn't well-formed. Yours: gaz_wording_free(). */
GazWording *gaz_wording_load(const char *folder, GazReport *report, GError **error);

/* Reads the data folder's texts/, which come before the wording's own, and checks all of it: an unknown
 * placeholder, a missing translation. Borrows `data`. */
void gaz_wording_complete(GazWording *wording, const GazData *data, GazReport *report);
void gaz_wording_free(GazWording *wording);

/* Its glossary; lent. */
const GazGlossary *gaz_wording_glossary(const GazWording *wording);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazWording, gaz_wording_free)

/* The document of one notice; NULL where `report` got a fault, here or while its data was read. Borrows both;
 * the document owns its texts (strings of the model may be lent: keep `assessment` while it lives). Yours:
 * gaz_document_free(). */
GazDocument *gaz_compose(const GazAssessment *assessment, const GazWording *wording, const GazNotice *notice,
                         GazReport *report);

/* A page of the website that is words, not a notice: "about", "legal", "channels"; and the "poster" that says
 * whom to tell, dated by the publication's year alone. The same conditions. */
GazDocument *gaz_compose_page(const GazAssessment *assessment, const GazWording *wording, const char *page,
                              GazReport *report);

#endif
