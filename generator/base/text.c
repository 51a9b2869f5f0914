/* text.c - names of the two languages, and texts of one form. */
#include "base/text.h"

#include <glib.h>

const char *gaz_language_tag(GazLanguage language)
{
    return language == GAZ_ZH ? "zh-CN" : "en";
}

const char *gaz_language_code(GazLanguage language)
{
    return language == GAZ_ZH ? "zh" : "en";
}

bool gaz_text_is_plain(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar character = g_utf8_get_char(text);

        if (character >= 0x80 && (character < 0x4E00 || character > 0x9FFF))
            return false;
    }
    return true;
}
