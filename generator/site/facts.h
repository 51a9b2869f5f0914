/* facts.h - small steps for writing the facts of a page: numbers and dates plainly (4500, 2021-11-15), texts
 * in both languages as child elements zh and en, that of the page's own language first; one that isn't there
 * in it has @only, the other's tag. How they look is the stylesheet's matter. A value that isn't given leaves
 * no attribute and no element.
 *
 * Facts are put together for every page on every run, to know whether it is the page of last time: once for
 * the page in both languages. They become XML, of one language, only where it isn't: their own tree is of a
 * few kinds of steps in one arena. */
#ifndef GAZETTE_SITE_FACTS_H
#define GAZETTE_SITE_FACTS_H
#include "base/moment.h"
#include "base/text.h"
#include "model/record.h"
#include <glib.h>
#include <libxml/tree.h>

typedef struct GazFacts GazFacts; /* of one page */
typedef struct GazFact GazFact;   /* an element of them; lent while they live */

/* No facts but a root element `name`. Yours: gaz_facts_free(). */
GazFacts *gaz_facts_new(const char *name);
void gaz_facts_free(GazFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazFacts, gaz_facts_free)
GazFact *gaz_facts_root(const GazFacts *facts);

/* Names of elements and attributes are lent, and so are texts in both languages; other texts and values are
 * copied. What is added to NULL, an element that wasn't made, is left out. */
GazFact *gaz_fact(GazFact *parent, const char *name);                           /* an empty element */
GazFact *gaz_fact_text(GazFact *parent, const char *name, const char *text);    /* NULL: none is made */
GazFact *gaz_fact_both(GazFact *parent, const char *name, const GazText *text); /* the same */
GazFact *gaz_fact_code(GazFact *parent, const char *name, const GazCode *codes,
                       int index); /* with its code and its name; index -1: none */

/* Lends the value of attribute `name` in that language; NULL: there is none. */
const char *gaz_fact_value(const GazFact *fact, GazLanguage language, const char *name);

/* A copy of `size` bytes that lives as long as the facts. */
void *gaz_facts_keep(GazFacts *facts, const void *bytes, size_t size);

/* Adds to the element `to` elements and attributes that are dear to make. */
typedef void (*GazFactMaker)(xmlNodePtr to, GazLanguage language, const void *context, const void *subject);

/* Leaves to `make` what it adds to the element, after all that stands there so far: only where the facts
 * become XML. `key` is another one whenever that would be; it is copied, `context` and `subject` are lent. */
void gaz_fact_later(GazFact *fact, const char *key, GazFactMaker make, const void *context,
                    const void *subject);

/* What only the XML of `language` has. */
void gaz_fact_set_in(GazFact *fact, GazLanguage language, const char *name, const char *value);
GazFact *gaz_fact_text_in(GazFact *parent, GazLanguage language, const char *name, const char *text);

/* Makes the text of an element: yours, g_free(). */
typedef char *(*GazFactDrawer)(GazLanguage language, const void *context, const void *subject);

/* An element whose text is left to `draw`, on the same terms as what gaz_fact_later() leaves. */
GazFact *gaz_fact_drawn(GazFact *parent, const char *name, const char *key, GazFactDrawer draw,
                        const void *context, const void *subject);

/* Adds the elements below the root of `others`, as if they had been put together here; they are spelt as
 * their key, which is made once. Nothing is added to `others` any more, which are lent. */
void gaz_fact_share(GazFact *parent, GazFacts *others);

void gaz_fact_set(GazFact *fact, const char *name, const char *value);
void gaz_fact_set_date(GazFact *fact, const char *name, GazDate date);
void gaz_fact_set_moment(GazFact *fact, const char *name, GazMoment moment);
void gaz_fact_set_minutes(GazFact *fact, const char *name, int64_t minutes, bool is_end);
void gaz_fact_set_decimal(GazFact *fact, const char *name, GazDecimal decimal);
void gaz_fact_set_count(GazFact *fact, const char *name, size_t count);
void gaz_fact_set_flag(GazFact *fact, const char *name, bool flag); /* "yes" or nothing */

/* The facts as bytes that are others whenever the facts are; put at the end of `bytes`. */
void gaz_facts_spell(const GazFacts *facts, GString *bytes);

/* As XML of one language; lent until it is asked for again or the facts are freed, to be read alone. */
xmlDocPtr gaz_facts_to_xml(GazFacts *facts, GazLanguage language);

#endif
