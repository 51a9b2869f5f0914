/* pieces.h - what of a stylesheet can stand among text of HTML, and how it is put together there, as g:html
 * and g:plain (markup.h). Pieces are text, what asks C for a text, and those of XSLT's own that C can do. */
#ifndef GAZETTE_SITE_PIECES_H
#define GAZETTE_SITE_PIECES_H
#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* A stylesheet as it was parsed; all lent. */
typedef struct {
    xmlDocPtr doc;
    xmlNsPtr own;       /* of what is asked of C */
    GHashTable *giving; /* names of the templates that give attributes to what they are called in */
} GazTemplates;

/* Whether it is an instruction of XSLT, of that name (NULL: any), or an element that asks C. */
bool gaz_pieces_is_xslt(const xmlNode *node, const char *name);
bool gaz_pieces_is_own(const GazTemplates *sheet, const xmlNode *node);

/* Whether g:value can say it: a variable, "$title", or a value of the facts, "@id". */
bool gaz_pieces_is_value(const char *asked);

/* New ones: a text that libxslt takes no blank of away, and an element that asks C, with an attribute or
 * (NULL) without. */
xmlNodePtr gaz_pieces_text(const GazTemplates *sheet, const char *text, size_t length);
xmlNodePtr gaz_pieces_own(const GazTemplates *sheet, const char *name, const char *attribute,
                          const char *value);

/* Empties `text` into such a new one before `place`; where it is empty, there is none. */
void gaz_pieces_put(const GazTemplates *sheet, xmlNodePtr place, GString *text);

/* Whether all that `node` holds is pieces of plain text. */
bool gaz_pieces_hold_text(const GazTemplates *sheet, const xmlNode *node);

/* Makes what `node`, a piece, holds ready to be done by C, as HTML or as plain text. */
void gaz_pieces_convert(const GazTemplates *sheet, xmlNodePtr node, bool html);

/* Puts pieces that stand side by side anywhere within `parent` together, where there is markup or an
 * instruction among them. Markup is what gaz_pieces_text() made. */
void gaz_pieces_join(const GazTemplates *sheet, xmlNodePtr parent);

#endif
