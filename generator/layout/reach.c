/* reach.c - sums of advances, with room for what the neighbours of a character change. */
#include "layout/reach.h"

#include <math.h>

/* Kerning that parts letters; figures, their points and hyphens, and Han characters are never parted. A word
 * may have few letters. */
static const double spare = 1.05, spare_once = 0.25 /* [em] */;

static const double gap = 0.25; /* [em] between Han and Latin */

static double ascii_advance(GazFonts *fonts, const GazSetting *setting, GazAdvances *advances, char character)
{
    double *advance = &advances->ascii[(unsigned char)character];
    const char text[] = {character, '\0'};
    GazFace face = setting->faces[setting->language == GAZ_ZH ? 0 : 1];

    if (*advance <= 0)
        *advance = gaz_fonts_shape(fonts, text, face, setting->size, setting->language)->width;
    return *advance;
}

static bool is_han(gunichar character)
{
    return character >= 0x4E00 && character <= 0x9FFF;
}

GazReach gaz_reach_of(GazFonts *fonts, const char *text, const GazSetting *setting, GazAdvances *advances)
{
    double whole = 0, word = 0, longest = 0, once = 0;
    bool han = false, was_han = false;

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        bool now_han = is_han(character);
        double width = now_han ? setting->size : 0;

        if (!now_han && (character < ' ' || character >= 0x7F))
            return (GazReach){INFINITY, INFINITY, han};
        if (!now_han)
            width = ascii_advance(fonts, setting, advances, *at);
        if (g_ascii_isalpha(*at)) {
            width *= spare;
            once = spare_once * setting->size;
        }
        if (now_han != was_han && at > text)
            width += gap * setting->size;
        whole += width;
        word = character == ' ' ? 0 : word + width;
        longest = MAX(longest, word);
        han = han || now_han;
        was_han = now_han;
    }
    return (GazReach){whole + once, longest + once, han};
}
