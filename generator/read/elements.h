/* elements.h - an XML file as elements with their places, checked against its RELAX NG schema; knows nothing
 * of what they say. No network, no document type, so no entity of the file's own: neither a bomb nor a file
 * from elsewhere gets in. */
#ifndef GAZETTE_READ_ELEMENTS_H
#define GAZETTE_READ_ELEMENTS_H
#include "base/arena.h"
#include "read/input.h"

/* No XML file is larger [bytes]. */
#define GAZ_LARGEST_XML ((size_t)16 << 20)

typedef struct {
    const char *name, *value;
    GazPlace place; /* of its name */
} GazAttribute;

typedef struct GazElement GazElement;
struct GazElement {
    const char *name; /* without prefix: the schema has seen to the namespace */
    const char *text; /* its own text, white space at the ends gone, other runs of it one space; never NULL */
    GazPlace place;   /* of its start tag */
    GazElement *first; /* child element; NULL: none */
    GazElement *next;  /* sibling element; NULL: the last */
    const GazAttribute *attributes;
    unsigned attribute_count;
};

typedef struct GazSchema GazSchema;

/* To be called before several threads read elements at once. */
void gaz_elements_begin(void);

/* Reads a RELAX NG schema in XML syntax. NULL with `error` set where it can't be read. Yours:
 * gaz_schema_free(). */
GazSchema *gaz_schema_read(const char *path, GError **error);
void gaz_schema_free(GazSchema *schema);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSchema, gaz_schema_free)

/* The root element of `input`; NULL where it isn't well-formed. `*valid`: whether it fits `schema` and has
 * no forbidden character. Faults go into `report`. Lent while the arena lives. */
const GazElement *gaz_elements_parse(GazArena *arena, GazInput *input, const GazSchema *schema,
                                     GazReport *report, bool *valid);

/* The first child called `name` of `element`, the next sibling of the same name; lent; NULL: none. */
const GazElement *gaz_element_child(const GazElement *element, const char *name);
const GazElement *gaz_element_again(const GazElement *element);

/* An attribute, its value; lent; NULL: none. */
const GazAttribute *gaz_element_attribute(const GazElement *element, const char *name);
const char *gaz_element_value(const GazElement *element, const char *name);

#endif
