/* schema.h - RELAX NG validation of a libxml2 tree whose elements know their places; inside read/ only. */
#ifndef GAZETTE_READ_SCHEMA_H
#define GAZETTE_READ_SCHEMA_H
#include "read/elements.h"
#include <libxml/tree.h>

/* What an element's `_private` points to: where its start tag is in the input. */
typedef struct {
    size_t start, end; /* [bytes] of "<", of ">" or "/>" */
    GazPlace place;    /* of start */
} GazTag;

/* Place of the attribute called `name` (without prefix) in a start tag; of the tag where it isn't found.
 * Looks from `*from` on (0: from the tag's start) and leaves the place after the name there, so that
 * attributes asked for in their order cost one walk through the tag. */
GazPlace gaz_tag_attribute(GazInput *input, const GazTag *tag, const char *name, size_t *from);

/* Ends the program as g_malloc() does where memory can't hold what libxml2 makes of a text of `length` bytes:
 * without it libxml2 goes on with half a tree. */
void gaz_xml_expect(size_t length);

/* Whether `document` fits; each misfit becomes a fault at its element or attribute. */
bool gaz_schema_check(const GazSchema *schema, xmlDocPtr document, GazInput *input, GazReport *report);

#endif
