/* known.h - the keys of documents, each made once though PDF, website and record all go by it. */
#ifndef GAZETTE_DOCUMENT_KNOWN_H
#define GAZETTE_DOCUMENT_KNOWN_H
#include "document/xml.h"

/* Documents, by what they are in memory: none may change or be freed while it is known. */
typedef struct GazKnownDocuments GazKnownDocuments;

GazKnownDocuments *gaz_known_documents_new(void); /* yours: gaz_known_documents_free() */
void gaz_known_documents_free(GazKnownDocuments *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazKnownDocuments, gaz_known_documents_free)

/* gaz_document_key(); lent. */
const GazKey *gaz_known_document(GazKnownDocuments *known, const GazDocument *document);

#endif
