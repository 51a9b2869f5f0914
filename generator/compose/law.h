/* law.h - the rules as wording cites them: values, documents and sections. */
#ifndef GAZETTE_COMPOSE_LAW_H
#define GAZETTE_COMPOSE_LAW_H
#include "compose/composing.h"

/* A clause in full: 《……的通知》（鲁工信原〔2021〕212号）第二部分; Section 2 of the Notice of ... NULL
 * members where `id` is NULL; several ids have ", " between them. */
GazText gaz_law_clause(const GazComposing *work, const char *id);

/* The same by the document's number alone: 鲁工信原〔2021〕212号第二部分; Section 2 of 鲁工信原〔2021〕212号.
 */
GazText gaz_law_cite(const GazComposing *work, const char *id);

/* The number of a document, which stands in brackets at the end of its Chinese title; the title itself where
 * there is none. In the work's arena. */
const char *gaz_law_number(const GazComposing *work, const GazText *document);

/* Sets the slots "law.…" of the common frame, from the documents that were there on the notice's day: what is
 * younger than the notice is neither cited nor asked in it. */
void gaz_law_give(GazComposing *work);

#define GAZ_LAW_SLOTS                                                                                        \
    GAZ_VALUE("law.annual-days"), GAZ_VALUE("law.annual-days.clause"), GAZ_VALUE("law.annual-days.cite"),    \
        GAZ_VALUE("law.window"), GAZ_VALUE("law.window.clause"), GAZ_VALUE("law.window.cite"),               \
        GAZ_VALUE("law.make-up.clause"), GAZ_VALUE("law.make-up.cite"), GAZ_VALUE("law.make-up.tasks"),      \
        GAZ_FLAG("law.reduced-load"), GAZ_VALUE("law.exposure.clause"), GAZ_VALUE("law.exposure.cite"),      \
        GAZ_FLAG("law.interview-first"), GAZ_VALUE("law.heating-plan-by"),                                   \
        GAZ_VALUE("law.heating-plan-by.clause"), GAZ_VALUE("law.heating-plan-by.cite"),                      \
        GAZ_VALUE("law.notice-days"), GAZ_VALUE("law.notice-days.clause"),                                   \
        GAZ_VALUE("law.notice-days.cite"), GAZ_VALUE("law.special-plan-by"),                                 \
        GAZ_VALUE("law.special-plan-by.clause"), GAZ_VALUE("law.special-plan-by.cite"),                      \
        GAZ_VALUE("law.vote-share"), GAZ_VALUE("law.vote-share.clause"), GAZ_VALUE("law.vote-share.cite"),   \
        GAZ_VALUE("law.ladder.clause"), GAZ_VALUE("law.ladder.cite"), GAZ_VALUE("law.annotation.clause"),    \
        GAZ_VALUE("law.annotation.cite"), GAZ_VALUE("law.trade.clause"), GAZ_VALUE("law.trade.cite"),        \
        GAZ_VALUE("law.comment-days"), GAZ_VALUE("law.basis"), GAZ_VALUE("law.national"),                    \
        GAZ_VALUE("law.national.number"), GAZ_VALUE("law.regional"), GAZ_VALUE("law.regional.number")

#endif
