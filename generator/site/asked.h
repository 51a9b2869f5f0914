/* asked.h - what a stylesheet may ask of C, in the namespace urn:gazette:site. Functions:
 *   g:say(id, name, value, ...)  a text of the interface      g:date(iso), g:moment(iso)  in words
 *   g:say-in(language, id)       a text in "zh" or "en", whatever the page's own
 *   g:number(decimal)            with thousands set off
 *   g:days(decimal)              the same, to one decimal
 *   g:uri(text)                  escaped for a part of an address
 *   g:json(text)                 as a JSON string, quotes included
 * and elements, for what is asked most, as each takes a quarter of the time of what else says the same:
 *   <g:say text="" .../>         a text of the interface; each other attribute is a value, n="days @days"
 *   <g:text of=""/>              a text in the page's language, in a span that says so where it is only in
 *                                the other; `of`: whose, "owner" or "line/owner"; without it, its own
 *   <g:date of=""/>, <g:moment of=""/>, <g:days of=""/>, <g:number of=""/>
 *                                the function's words for an attribute: "@days" or "sums/@days"
 *   <g:attribute name="" of=""/> an attribute with the value of such a one
 *   <g:part name="" of=""/>      the mark of a part that many pages share (frame.h); the value of such an
 *                                attribute, where `of` is given, ends its name
 */
#ifndef GAZETTE_SITE_ASKED_H
#define GAZETTE_SITE_ASKED_H
#include "site/strings.h"
#include <libxslt/xsltInternals.h>

/* Of one transformation. */
typedef struct {
    const GazStrings *strings;
    GazLanguage language;
    GString *trouble; /* what went wrong, empty: nothing */
} GazAsked;

/* Lets the stylesheet of `transform` ask; borrows `asked`. */
void gaz_asked_register(GazAsked *asked, xsltTransformContextPtr transform);

#endif
