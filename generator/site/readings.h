/* readings.h - how a Chinese character is read. */
#ifndef GAZETTE_SITE_READINGS_H
#define GAZETTE_SITE_READINGS_H
#include <glib.h>

/* The commonest reading of `character` in pinyin, lower case, without its tone ("shi"; ü as u), as ICU has it
 * (Unicode's kMandarin). NULL for all that has none. */
const char *gaz_reading_of(gunichar character);

#endif
