/* markup.h - g:html, text of HTML with what is asked for among it, and g:plain, the same with plain text, as
 * literal.h writes them. They hold, in the namespace of what is asked of C, what says a text (said.h) and
 *   <g:part name="" of="">  the mark of a part
 *   <g:with name="">        an attribute; it holds the text of its value and what says one
 *   <g:value-of select=""/>, <g:if test="">, <g:choose>, <g:for-each select="">
 *                           XSLT's own, where they ask no more than select.h answers
 */
#ifndef GAZETTE_SITE_MARKUP_H
#define GAZETTE_SITE_MARKUP_H
#include <libxslt/xsltInternals.h>
#include <stdbool.h>

/* Adds the text to the result; that of g:html isn't to be escaped again. */
void gaz_markup_add(xsltTransformContextPtr transform, xmlNodePtr node, xmlNodePtr element,
                    xsltElemPreCompPtr compiled);

/* Whether such an element can stand within, and whether in g:plain too. */
bool gaz_markup_knows(const xmlNode *element);
bool gaz_markup_is_text(const xmlNode *element);

#endif
