/* search.h - what a row of the line list is found by: its id and credit code, its names in Chinese and
 * English, and the Chinese ones in pinyin, whole and by initials. Lower case, full-width forms folded. */
#ifndef GAZETTE_SITE_SEARCH_H
#define GAZETTE_SITE_SEARCH_H
#include "model/line.h"
#include <glib.h>

typedef struct GazSearch GazSearch;

/* NULL with `error` set where ICU has no transliteration of Han to Latin. Yours: gaz_search_free(). */
GazSearch *gaz_search_new(GError **error);
void gaz_search_free(GazSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazSearch, gaz_search_free)

/* All that gaz_search_text() goes by, put together without ICU. Yours: g_free(). */
char *gaz_search_key(const GazLine *line);

/* Yours: g_free(). What is found of an enterprise is kept by where it stands in memory. */
char *gaz_search_text(GazSearch *search, const GazLine *line);

/* Forgets the enterprises, before they go. */
void gaz_search_forget(GazSearch *search);

/* Pinyin of `text` without blanks and tones: "shimenling". Yours: g_free(). */
char *gaz_search_pinyin(GazSearch *search, const char *text);

/* The first letters of its syllables: "sml". Yours: g_free(). */
char *gaz_search_initials(GazSearch *search, const char *text);

#endif
