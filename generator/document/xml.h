/* xml.h - the document tree written out as XML, for `gazette compose`, for tests and for the website. */
#ifndef GAZETTE_DOCUMENT_XML_H
#define GAZETTE_DOCUMENT_XML_H
#include "base/key.h"
#include "document/document.h"
#include <libxml/tree.h>

/* `document` as one element `document` in no namespace. Yours: xmlFreeDoc(). */
xmlDocPtr gaz_document_to_xml(const GazDocument *document);

/* The same as a text for people and for the record: indented, in UTF-8 with an XML declaration.
 * Yours: g_free(). */
char *gaz_document_to_text(const GazDocument *document);

/* Another key whenever the document would be written otherwise. */
GazKey gaz_document_key(const GazDocument *document);

/* Adds to `to` what a page in `language` shows of it, as element `document`: title and brief, the body in
 * that language and the annexes; its tables without rows, the rows of its figures without bars. */
void gaz_document_add_xml(xmlNodePtr to, const GazDocument *document, GazLanguage language);

#endif
