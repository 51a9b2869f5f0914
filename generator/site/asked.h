/* asked.h - what a stylesheet may ask of C, in the namespace urn:gazette:site. Functions:
 *   g:say(id, name, value, ...)  a text of the interface      g:date(iso), g:moment(iso)  in words
 *   g:say-in(language, id)       a text in "zh" or "en", whatever the page's own
 *   g:number(decimal)            with thousands set off
 *   g:days(decimal)              the same, to one decimal
 *   g:uri(text)                  escaped for a part of an address
 *   g:json(text)                 as a JSON string, quotes included
 * and elements, for what is asked for most: each takes a quarter of the time of the instructions that say the
 * same. <g:say id="..."/>            a text of the interface that takes no values <g:text of="..."/> the text
 * of the element of that name, "owner", or at that way down, "line/owner"; without `of`, of the element at
 * hand: in a span that says so where it is only in the other language <g:part name="..."/>         the mark
 * of a part that many pages share (frame.h) */
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
