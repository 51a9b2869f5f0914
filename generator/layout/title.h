/* title.h - a Chinese title broken by sense. Private to layout/. */
#ifndef GAZETTE_LAYOUT_TITLE_H
#define GAZETTE_LAYOUT_TITLE_H
#include <glib.h>
#include <stdbool.h>

/* Breaks `title` into lines of at most `most` [字], figures and Latin letters
 * taken for six tenths of one, each ending where a word ends, so that the lines
 * make a trapezium or a rhombus (GB/T 9704 7.3.1). A blank at a break goes. Yours: g_strfreev(). */
GStrv gaz_title_break(const char *title, unsigned most);

#endif
