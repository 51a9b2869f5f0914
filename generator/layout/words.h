/* words.h - where the words of a text end, by ICU's dictionary: for titles and cells, which part by sense.
 * Private to layout/. */
#ifndef GAZETTE_LAYOUT_WORDS_H
#define GAZETTE_LAYOUT_WORDS_H
#include "layout/faces.h"

typedef struct GazWords GazWords;

GazWords *gaz_words_new(void); /* yours: gaz_words_free() */
void gaz_words_free(GazWords *words);
GazWords *gaz_fonts_words(GazFonts *fonts); /* lent */

/* Marks in `ends`, which has room for `length` + 1 flags, each byte of `text` that a word ends before. */
void gaz_words_find(GazWords *words, const char *text, size_t length, bool *ends);

#endif
