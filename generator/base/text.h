/* text.h - a text in both languages of a publication. */
#ifndef GAZETTE_BASE_TEXT_H
#define GAZETTE_BASE_TEXT_H
#include <stdbool.h>

typedef enum { GAZ_ZH, GAZ_EN, GAZ_LANGUAGES } GazLanguage;

/* The same thing said in Chinese and in English. The strings are lent (UTF-8, from the model, an arena or
 * static storage). A member is NULL only where a header says that a language may be missing. */
typedef struct {
    const char *in[GAZ_LANGUAGES];
} GazText;

/* For initialisers; in expressions: gaz_text(). */
#define GAZ_TEXT(zh, en)                                                                                     \
    {                                                                                                        \
        {                                                                                                    \
            (zh), (en)                                                                                       \
        }                                                                                                    \
    }

static inline GazText gaz_text(const char *zh, const char *en)
{
    return (GazText){{zh, en}};
}

/* "zh-CN" or "en": the tag for lang attributes, PDF and Pango. Static. */
const char *gaz_language_tag(GazLanguage language);

/* "zh" or "en": the tag in file names and options. Static. */
const char *gaz_language_code(GazLanguage language);

/* Whether all of `text` (UTF-8) is ASCII or plain Chinese characters, U+4E00 to U+9FFF, as nearly all names
 * and headings are: Unicode has one form of those, which GLib would look for long. */
bool gaz_text_is_plain(const char *text);

#endif
