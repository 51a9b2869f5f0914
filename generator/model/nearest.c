/* nearest.c - the distance is Levenshtein's, in characters. */
#include "model/nearest.h"

#include "model/headings.h"

static unsigned distance(const gunichar *one, glong length, const char *other)
{
    g_autofree unsigned *row = g_new(unsigned, (gsize)length + 1);
    unsigned line = 0;

    for (glong i = 0; i <= length; i++)
        row[i] = (unsigned)i;
    for (const char *at = other; *at != '\0'; at = g_utf8_next_char(at)) {
        unsigned corner = line++;

        row[0] = line;
        for (glong i = 1; i <= length; i++) {
            unsigned same = corner + (one[i - 1] == g_utf8_get_char(at) ? 0 : 1);

            corner = row[i];
            row[i] = MIN(same, MIN(row[i], row[i - 1]) + 1);
        }
    }
    return row[length];
}

void gaz_nearest_init(GazNearest *nearest, const char *text)
{
    enum { LONGEST = 64 }; /* [characters] */
    g_autofree char *key = gaz_heading_key(text);

    *nearest = (GazNearest){.best = G_MAXUINT};
    if (*key != '\0' && g_utf8_strlen(key, -1) <= LONGEST)
        nearest->text = g_utf8_to_ucs4_fast(key, -1, &nearest->length);
}

/* How many of so many characters may differ. The names of enterprises end alike (水泥有限公司), which makes
 * half of one like half of any other: of two that have no more in common, none was meant for the other. */
static unsigned most_away(glong length)
{
    enum { SHORT = 8 };

    return (unsigned)length / (length > SHORT ? 3 : 2);
}

void gaz_nearest_try(GazNearest *nearest, const char *known, unsigned index)
{
    g_autofree char *key = nearest->text == NULL ? NULL : gaz_heading_key(known);
    unsigned away = key == NULL ? G_MAXUINT : distance(nearest->text, nearest->length, key);

    if (away >= nearest->best || away > most_away(MAX(nearest->length, g_utf8_strlen(key, -1))))
        return;
    nearest->best = away;
    nearest->index = index;
    g_free(nearest->found);
    nearest->found = g_strdup(known);
}

void gaz_nearest_clear(GazNearest *nearest)
{
    g_free(nearest->text);
    g_free(nearest->found);
    *nearest = (GazNearest){0};
}
