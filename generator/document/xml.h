/* xml.h - the document tree written out as XML, for `gazette compose`, for tests and for the website. */
#ifndef GAZETTE_DOCUMENT_XML_H
#define GAZETTE_DOCUMENT_XML_H
#include "base/sum.h"
#include "document/document.h"
#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

/* Writes `document` as one element `document` in no namespace. Returns whether the writer took it all. */
bool gaz_document_write_xml(const GazDocument *document, xmlTextWriterPtr writer);

/* The same as a tree. Yours: xmlFreeDoc(). */
xmlDocPtr gaz_document_to_xml(const GazDocument *document);

/* The same as a text for people and for the record: indented, in UTF-8 with an XML declaration. NULL where
 * memory ends. Yours: g_free(). */
char *gaz_document_to_text(const GazDocument *document);

/* Another sum whenever the document would be written otherwise. */
GazSum gaz_document_sum(const GazDocument *document);

#endif
