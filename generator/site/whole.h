/* whole.h - what isn't to be broken between two lines: a span of years or times at its dash, 2021–2022 and
 * 8:30—12:00, and the number of a document, 〔2021〕212号. A browser breaks them all, and no rule of CSS
 * knows them from other words. A span holds them, so that who copies or searches finds no character of ours.
 */
#ifndef GAZETTE_SITE_WHOLE_H
#define GAZETTE_SITE_WHOLE_H
#include <glib.h>

/* Takes the HTML of a page and gives it back, where it holds such with each in <span class="whole">: in words
 * alone, not in what no span may stand in, attributes, titles, options, scripts and what is drawn, nor before
 * the first tag. Yours: g_string_free(). */
GString *gaz_whole_keep(GString *html);

#endif
