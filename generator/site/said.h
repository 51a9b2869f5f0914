/* said.h - the elements by which a stylesheet asks C (asked.h lists them), each saying something about the
 * node of the facts that its template is at. */
#ifndef GAZETTE_SITE_SAID_H
#define GAZETTE_SITE_SAID_H
#include "site/asked.h"
#include <string.h>

/* One element, and the node it is to speak about. */
typedef struct {
    xsltTransformContextPtr transform; /* its _private is a GazAsked */
    const xmlNode *node, *element;
} GazSaying;

/* Lets stylesheets that are compiled from then on use the elements: each adds what it says to the result.
 * libxslt keeps them for the whole process: to tell each transformation of them, and to look for them there,
 * took a fortieth of the time of a website. */
void gaz_said_register(void);

/* Whether the element's name is `name`: most differ in their first letter. */
static inline bool gaz_is_called(const xmlNode *element, const char *name)
{
    return *element->name == (xmlChar)*name && strcmp((const char *)element->name, name) == 0;
}

/* Whether the element, of the namespace of those that ask C, says a text. */
bool gaz_said_is(const xmlNode *element);

/* Adds the text that the element says to `to`. Returns its language where the text is there only in the other
 * than the page's, as its tag; lent; NULL: it is in the page's. */
const char *gaz_said(const GazSaying *saying, GString *to);

/* What a g:part names: its name and the value of its attribute. Yours: g_free(). */
char *gaz_said_part(const GazSaying *saying);

/* The value of an attribute of the element; empty: there is none. */
const char *gaz_said_by(const xmlNode *element, const char *name);

#endif
