/* frontmatter.h - what stands around the wording of every document: issuers' mark, number, title, addressees,
 * annex list, signature, date, remark, imprint (GB/T 9704). */
#ifndef GAZETTE_COMPOSE_FRONTMATTER_H
#define GAZETTE_COMPOSE_FRONTMATTER_H
#include "compose/composing.h"

/* Sets the document's own members from the notice, or from a page's name. */
void gaz_frontmatter_notice(GazComposing *work);
void gaz_frontmatter_page(GazComposing *work, const char *page);

/* Adds the annexes: those the composer asked for, then the notice's attachments. False after a fault. */
bool gaz_annexes_add(GazComposing *work);

/* Says in the common facts what the first of them is called, once all are asked for: 附件1, or 附件 alone. */
void gaz_annexes_name(GazComposing *work);

/* Adds to `annex` the whole of a notice that another one carries, in both languages: a BODY and an IMPRINT
 * each. False after a fault. */
bool gaz_carried_add(const GazComposing *work, const GazNotice *notice, GazNode *annex);

/* Adds the body of one language, with everything around it, and the imprint. The annexes stand already. */
bool gaz_body_add(GazComposing *work, GazLanguage language);

#endif
