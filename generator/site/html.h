/* html.h - writes a tree of elements as HTML5, the way libxml2 writes HTML: without a blank or a line end of
 * its own, characters as UTF-8, ways to others (href, src, action) escaped for addresses. */
#ifndef GAZETTE_SITE_HTML_H
#define GAZETTE_SITE_HTML_H
#include <glib.h>
#include <libxml/tree.h>

/* Adds `node` and all below it to `html`. Names are without prefix; there are no references to entities. */
void gaz_html_write(GString *html, const xmlNode *node);

/* Adds ` name="value"`, and a text, escaped; a value that is a way to others for addresses. */
void gaz_html_add_value(GString *html, const char *name, const char *value);
void gaz_html_add_text(GString *html, const char *text);
void gaz_html_add_address(GString *html, const char *name, const char *value);

#endif
