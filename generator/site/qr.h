/* qr.h - an address as a QR code, drawn as SVG. */
#ifndef GAZETTE_SITE_QR_H
#define GAZETTE_SITE_QR_H
#include <glib.h>
#include <libxml/tree.h>
#include <stdbool.h>

/* Adds element svg to `parent`, with the quiet zone of four modules that readers need around the code. False,
 * and nothing added, where `text` is too long for a code. */
bool gaz_qr_add(xmlNodePtr parent, const char *text);

#endif
