/* frame.h - what many pages share, their navigation, foot and the key to the calendars: rendered once, and
 * put where a page has left its mark for it. */
#ifndef GAZETTE_SITE_FRAME_H
#define GAZETTE_SITE_FRAME_H
#include "site/page.h"

#define GAZ_FRAME_SHEET "frame"

/* `html`, the page's text in `language`, with the parts in place of the marks <?part head>, <?part nav> and
 * so on. NULL with `error` set where a part can't be rendered. A mark can't come from data: what is data has
 * no < in it. Yours: g_string_free(). */
GString *gaz_frame_fill(const GazPage *page, GazLanguage language, const GString *html, GError **error);

/* Adds to `bytes` what the parts of the page say besides the facts of the page itself. */
void gaz_frame_spell(const GazPage *page, GString *bytes);

#endif
