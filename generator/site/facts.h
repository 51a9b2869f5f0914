/* facts.h - small steps for writing the facts of a page as XML: numbers and dates plainly (4500,
 * 2021-11-15), texts in both languages as child elements zh and en, that of the page's own language first;
 * one that isn't there in it has @only, the other's tag. How they look is the stylesheet's matter. A value
 * that isn't given leaves no attribute and no element. */
#ifndef GAZETTE_SITE_FACTS_H
#define GAZETTE_SITE_FACTS_H
#include "base/moment.h"
#include "base/text.h"
#include "model/record.h"
#include <glib.h>
#include <libxml/tree.h>

/* An empty document whose texts come first in `language`, with root element `name`. Yours: xmlFreeDoc(). */
xmlDocPtr gaz_facts_new(const char *name, GazLanguage language);

xmlNodePtr gaz_fact(xmlNodePtr parent, const char *name);                           /* an empty element */
xmlNodePtr gaz_fact_text(xmlNodePtr parent, const char *name, const char *text);    /* NULL: none is made */
xmlNodePtr gaz_fact_both(xmlNodePtr parent, const char *name, const GazText *text); /* the same */
/* Puts an element with children zh and en into that order. */
void gaz_fact_order(xmlNodePtr node);
xmlNodePtr gaz_fact_code(xmlNodePtr parent, const char *name, const GazCode *codes,
                         int index); /* with its code and its name; index -1: none */

void gaz_fact_set(xmlNodePtr node, const char *name, const char *value);
void gaz_fact_set_date(xmlNodePtr node, const char *name, GazDate date);
void gaz_fact_set_moment(xmlNodePtr node, const char *name, GazMoment moment);
void gaz_fact_set_minutes(xmlNodePtr node, const char *name, int64_t minutes, bool is_end);
void gaz_fact_set_decimal(xmlNodePtr node, const char *name, GazDecimal decimal);
void gaz_fact_set_count(xmlNodePtr node, const char *name, size_t count);
void gaz_fact_set_flag(xmlNodePtr node, const char *name, bool flag); /* "yes" or nothing */

/* The facts of a document as bytes that are others whenever the facts are; put at the end of `bytes`. */
void gaz_facts_spell(const xmlDoc *doc, GString *bytes);

#endif
