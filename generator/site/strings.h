/* strings.h - the wording of the interface, in both languages, from templates/site/strings.xml.
 * A text that is missing, or a placeholder nobody fills, is an error with its name, never a blank. */
#ifndef GAZETTE_SITE_STRINGS_H
#define GAZETTE_SITE_STRINGS_H
#include "base/text.h"
#include <glib.h>
#include <stdbool.h>

typedef struct GazStrings GazStrings;

/* The value of one placeholder: {n} in "{n} lines". */
typedef struct {
    const char *name, *value;
} GazStringValue;

/* Reads the file; a text without both languages or with an id used twice sets `error`. Yours:
 * gaz_strings_free(). */
GazStrings *gaz_strings_read(const char *path, GError **error);
void gaz_strings_free(GazStrings *strings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazStrings, gaz_strings_free)

/* The text `id` in `language`, its placeholders filled; the English form for one is taken where {n} is "1".
 * NULL with `error` set where there is no such text, or a placeholder has no value. Yours: g_free(). */
char *gaz_strings_say(const GazStrings *strings, GazLanguage language, const char *id,
                      const GazStringValue *values, unsigned count, GError **error);

/* The same, put at the end of `to`. False with `error` set where it can't be. */
bool gaz_strings_add(const GazStrings *strings, GazLanguage language, const char *id,
                     const GazStringValue *values, unsigned count, GString *to, GError **error);

#endif
