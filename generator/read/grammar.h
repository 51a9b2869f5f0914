/* grammar.h - what a RELAX NG schema asks, in words: libxml2 says that something doesn't fit, not what would.
 * Inside read/ only. */
#ifndef GAZETTE_READ_GRAMMAR_H
#define GAZETTE_READ_GRAMMAR_H
#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* An attribute or a child that an element may have. */
typedef struct {
    xmlNodePtr pattern; /* <attribute> or <element> of the grammar; lent */
    const char *name;   /* lent */
    bool attribute;
    bool optional;
} GazGrammarPart;

/* The parts of the element called `name`, in the schema's order; NULL where the grammar has none of that
 * name. Yours: g_array_unref(); of GazGrammarPart. */
GArray *gaz_grammar_parts(xmlDocPtr grammar, const char *name);

/* The children that the element called `name` may have: "name, office?, address?"; "text" where it has none.
 * Yours: g_free(). */
char *gaz_grammar_children(xmlDocPtr grammar, const char *name);

/* What the value of an attribute, or the text of an element, must be: the documentation of its pattern, or
 * its values. `pattern` is an <attribute> or <element>. Yours: g_free(). */
char *gaz_grammar_values(xmlDocPtr grammar, xmlNodePtr pattern);

/* Whether `value` is one of the values of an <attribute>, or fits one of its regular expressions; true where
 * it has none of either. For messages only: it knows no more of RELAX NG than the schemas here use. */
bool gaz_grammar_accepts(xmlDocPtr grammar, xmlNodePtr pattern, const char *value);

#endif
