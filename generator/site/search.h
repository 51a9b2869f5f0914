/* search.h - what a row of the line list is found by: its id and credit code, its names in Chinese and
 * English, and the Chinese ones in pinyin, whole and by initials. Lower case, full-width forms folded. */
#ifndef GAZETTE_SITE_SEARCH_H
#define GAZETTE_SITE_SEARCH_H
#include "model/line.h"
#include <glib.h>

typedef struct GazSearch GazSearch;

GazSearch *gaz_search_new(void); /* yours: gaz_search_free() */
void gaz_search_free(GazSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSearch, gaz_search_free)

/* Lent. It is kept by where the line, and its enterprise, stand in memory: none may go before the search
 * does. */
const char *gaz_search_text(GazSearch *search, const GazLine *line);

/* Pinyin of `text` without blanks and tones: "shimenling". Yours: g_free(). */
char *gaz_search_pinyin(const char *text);

/* The first letters of its syllables: "sml". Yours: g_free(). */
char *gaz_search_initials(const char *text);

#endif
