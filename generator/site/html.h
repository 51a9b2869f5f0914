/* html.h - writes a tree of elements as HTML5, the way libxml2 writes HTML: without a blank or a line end of
 * its own, characters as UTF-8, ways to others (href, src, action) escaped for addresses. */
#ifndef GAZETTE_SITE_HTML_H
#define GAZETTE_SITE_HTML_H
#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* Adds `node` and all below it to `html`. Names are without prefix; there are no references to entities. */
void gaz_html_write(GString *html, const xmlNode *node);

/* Adds ` name="value"`, and a text, escaped; a value that is a way to others for addresses. */
void gaz_html_add_value(GString *html, const char *name, const char *value);
void gaz_html_add_text(GString *html, const char *text);
void gaz_html_add_address(GString *html, const char *name, const char *value);

/* For who writes an element piece by piece: its start tag as far as its attributes, each of them as its name
 * asks, and its end tag, where it has one. The start tag's > is the caller's. `space`: that of the element,
 * NULL for HTML's own. */
void gaz_html_open(GString *html, const xmlNode *element);
void gaz_html_add_attribute(GString *html, const xmlNs *space, const char *name, const char *value);
void gaz_html_close(GString *html, const xmlNode *element);

/* The mark of a part that many pages share (frame.h), as the writer writes the instruction. */
void gaz_html_add_part(GString *html, const char *name);

/* Whether what the element holds is no HTML: a script or a style sheet. */
bool gaz_html_is_raw(const xmlNode *element);

#endif
