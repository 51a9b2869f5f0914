/* title.h - a Chinese title broken by sense. Private to layout/. */
#ifndef GAZETTE_LAYOUT_TITLE_H
#define GAZETTE_LAYOUT_TITLE_H
#include <glib.h>
#include <stdbool.h>

/* Breaks `title` into lines of at most `most` [字], each ending where a word ends, so that the lines make a
 * trapezium or a rhombus, never an hourglass (GB/T 9704 7.3.1), and what only together has a sense stays on a
 * line: for that there may be a line more than would do. A blank at a break goes. Yours: g_strfreev(). */
GStrv gaz_title_break(const char *title, unsigned most);

#endif
