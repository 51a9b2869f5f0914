/* readings.c - a table of two steps: the page of 256 characters, then the number of the syllable. */
#include "site/readings.h"

#include "readings.inc"

const char *gaz_reading_of(gunichar character)
{
    unsigned number;

    if (character / 256 >= G_N_ELEMENTS(pages))
        return NULL;
    number = numbers[pages[character / 256]][character % 256];
    return number == 0 ? NULL : syllables[number];
}
