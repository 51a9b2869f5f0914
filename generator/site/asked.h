/* asked.h - what a stylesheet may ask of C, in the namespace urn:gazette:site. Functions:
 *   g:say(id, name, value, ...)  a text of the interface      g:date(iso), g:moment(iso)  in words
 *   g:say-in(language, id)       a text in "zh" or "en", whatever the page's own
 *   g:number(decimal)            with thousands set off
 *   g:days(decimal)              the same, to one decimal
 *   g:annual(decimal)            a capacity in 10 kt as the language counts it: in 万吨, or in tonnes
 *   g:uri(text)                  escaped for a part of an address
 *   g:json(text)                 as a JSON string, quotes included
 * and elements, for what is asked most, as each takes a quarter of the time of what else says the same:
 *   <g:say text="" .../>         a text of the interface; each other attribute is a value, n="days @days"
 *   <g:text of=""/>              a text in the page's language, in a span that says so where it is only in
 *                                the other; `of`: whose, "owner" or "line/owner"; without it, its own
 *   <g:date of=""/>, <g:moment of=""/>, <g:days of=""/>, <g:number of=""/>, <g:uri of=""/>, <g:json of=""/>
 *                                the function's words for an attribute, "@days" or "sums/@days", or for a
 *                                variable, "$title"
 *   <g:value of=""/>             the value of such a one
 *   <g:attribute name="" of=""/> an attribute with that value, of the element it stands in
 *   <g:part name="" of=""/>      the mark of a part that many pages share (frame.h); the value of such a one,
 *                                where `of` is given, ends its name
 */
#ifndef GAZETTE_SITE_ASKED_H
#define GAZETTE_SITE_ASKED_H
#include "site/strings.h"
#include <libxslt/xsltInternals.h>

/* Of functions and elements. */
#define GAZ_SITE_NAMESPACE "urn:gazette:site"

/* Of one transformation. */
typedef struct {
    const GazStrings *strings;
    GazLanguage language;
    GString *trouble;             /* what went wrong, empty: nothing */
    GString *text, *value, *said; /* room for what is being written (markup.h) */
} GazAsked;

/* Lets the stylesheet of `transform` ask by functions, and by elements once they are known (said.h); borrows
 * `asked`. */
void gaz_asked_register(GazAsked *asked, xsltTransformContextPtr transform);

/* `text` put into words by the conversion `name`: "date", "days". Yours: g_free(); NULL where it can't be,
 * which stops the transformation. */
char *gaz_asked_convert(xsltTransformContextPtr transform, const char *name, const char *text);

/* Whether there is a conversion of the name. */
bool gaz_asked_converts(const char *name);

/* Stops the transformation, saying why. */
void gaz_asked_stop(xsltTransformContextPtr transform, const char *message);

#endif
