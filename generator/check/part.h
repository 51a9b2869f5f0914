/* part.h - when a line takes part: while it is operating, from the day it was commissioned on. Inside check/
 * only. */
#ifndef GAZETTE_CHECK_PART_H
#define GAZETTE_CHECK_PART_H
#include "check/span.h"

/* The stretches of `within` for which `line` takes part, in order. Yours: g_array_unref(), of GazSpan. */
GArray *gaz_line_parts(const GazLine *line, GazSpan within);

/* Whether such `parts` of `within` are all of it. */
bool gaz_parts_are_all(const GArray *parts, GazSpan within);

/* Whether it is operating at some time of `within`, commissioned or not. */
bool gaz_line_operates_in(const GazLine *line, GazSpan within);

/* Whose the line is when `span` begins. Lent. */
const GazEnterprise *gaz_line_owner_at(const GazLine *line, GazSpan span);

#endif
