/* words.c - ICU's word iterator, opened once: opening it reads the dictionary. */
#include "layout/words.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct GazWords {
    UBreakIterator *iterator; /* NULL: none could be opened; then every place is a word's end */
};

GazWords *gaz_words_new(void)
{
    GazWords *words = g_new0(GazWords, 1);
    UErrorCode status = U_ZERO_ERROR;

    words->iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    if (U_FAILURE(status))
        words->iterator = NULL;
    return words;
}

void gaz_words_free(GazWords *words)
{
    if (words == NULL)
        return;
    if (words->iterator != NULL)
        ubrk_close(words->iterator);
    g_free(words);
}

void gaz_words_find(GazWords *words, const char *text, size_t length, bool *ends)
{
    UErrorCode status = U_ZERO_ERROR;
    UText *input = utext_openUTF8(NULL, text, (int64_t)length, &status);

    memset(ends, words->iterator == NULL, sizeof *ends * (length + 1));
    if (words->iterator != NULL && U_SUCCESS(status)) {
        ubrk_setUText(words->iterator, input, &status);
        for (int32_t at = ubrk_first(words->iterator); U_SUCCESS(status) && at != UBRK_DONE;
             at = ubrk_next(words->iterator))
            ends[at] = true;
    }
    if (input != NULL)
        utext_close(input);
}
