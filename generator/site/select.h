/* select.h - the little of XPath that most of a stylesheet asks, without libxml2's machine, which takes ten
 * times as long for it. What is said of a node here is what XPath says of it.
 *   paths: names, or *, with slashes between, from a node or the root, each with a test or none, an attribute
 *     at the end or not: "window", "sums/@days", "/page/@root", "finding[@result = 'breach']"
 *   tests: a path, for whether there is such a one; "not(path)"; "path/@name = 'text'", the same with != or
 *     with > and a number; several of these, all with "and" or all with "or" between */
#ifndef GAZETTE_SITE_SELECT_H
#define GAZETTE_SITE_SELECT_H
#include <libxml/tree.h>
#include <stdbool.h>

/* Whether the text is such a path, one with an attribute at the end, or a test. */
bool gaz_select_is_path(const char *text);
bool gaz_select_is_value(const char *text);
bool gaz_select_is_test(const char *text);

/* Shows what is found at a path, elements or attributes, to `seen`, in the order of the document, until that
 * has seen enough; returns whether it has. */
typedef bool (*GazSeen)(const xmlNode *found, void *user);
bool gaz_select(const xmlNode *node, const char *path, GazSeen seen, void *user);

/* The first. NULL: none. */
const xmlNode *gaz_select_first(const xmlNode *node, const char *path);

/* The value of the first, an attribute; empty: there is none, or it isn't one. */
const char *gaz_select_value(const xmlNode *node, const char *path);

bool gaz_select_test(const xmlNode *node, const char *test);

/* The text that an attribute, or an element with nothing else in it, holds; empty: none. Lent. */
static inline const char *gaz_text_in(const xmlNode *holder)
{
    return holder->children == NULL ? "" : (const char *)holder->children->content;
}

#endif
