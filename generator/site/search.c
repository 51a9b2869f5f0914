/* search.c - pinyin, and everything folded into one string a row. */
#include "site/search.h"

#include "site/readings.h"
#include <stdbool.h>
#include <string.h>

struct GazSearch {
    GHashTable *owners; /* const GazEnterprise * to its part of the text, made once */
    GHashTable *lines;  /* const GazLine * to its text: a list is made in each language */
};

GazSearch *gaz_search_new(void)
{
    GazSearch *search = g_new0(GazSearch, 1);

    search->owners = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    search->lines = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    return search;
}

void gaz_search_free(GazSearch *search)
{
    if (search == NULL)
        return;
    g_hash_table_unref(search->owners);
    g_hash_table_unref(search->lines);
    g_free(search);
}

/* Yours: g_free(); NULL: it is so already, or isn't to be read as UTF-8. */
static char *compose(const char *text)
{
    return gaz_text_is_plain(text) ? NULL : g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* `text` folded, each Chinese character as its syllable, with a blank on both sides. */
static char *syllables(const char *text)
{
    g_autofree char *folded = compose(text);
    GString *parts = g_string_new(NULL);
    bool was_han = false;

    for (const char *at = folded == NULL ? text : folded; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        const char *reading = gaz_reading_of(c);
        bool is_han = reading != NULL || g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;

        if ((is_han || was_han) && parts->len > 0)
            g_string_append_c(parts, ' ');
        if (reading != NULL)
            g_string_append(parts, reading);
        else
            g_string_append_unichar(parts, g_unichar_tolower(c));
        was_han = is_han;
    }
    return g_string_free(parts, FALSE);
}

static char *without_blanks(const char *spaced)
{
    g_auto(GStrv) parts = g_strsplit(spaced, " ", -1);

    return g_strjoinv("", parts);
}

static char *initials_of(const char *spaced)
{
    g_auto(GStrv) parts = g_strsplit(spaced, " ", -1);
    GString *initials = g_string_new(NULL);

    for (char **part = parts; *part != NULL; part++) {
        const char *letter = *part;

        while (*letter != '\0' && !g_ascii_isalnum(*letter))
            letter++;
        if (*letter != '\0')
            g_string_append_c(initials, *letter);
    }
    return g_string_free(initials, FALSE);
}

char *gaz_search_pinyin(const char *text)
{
    g_autofree char *spaced = syllables(text);

    return without_blanks(spaced);
}

char *gaz_search_initials(const char *text)
{
    g_autofree char *spaced = syllables(text);

    return initials_of(spaced);
}

/* Composed, in lower case. Yours: g_free(). */
static char *fold(const char *text)
{
    g_autofree char *composed = compose(text);

    return composed == NULL ? g_ascii_strdown(text, -1) : g_utf8_strdown(composed, -1);
}

static const char *owner_text(GazSearch *search, const GazEnterprise *owner)
{
    char *text = g_hash_table_lookup(search->owners, owner);

    if (text == NULL) {
        g_autofree char *spaced = syllables(owner->name.in[GAZ_ZH]);
        g_autofree char *pinyin = without_blanks(spaced);
        g_autofree char *initials = owner->pinyin != NULL ? g_strdup(owner->pinyin) : initials_of(spaced);
        g_autofree char *all = g_strjoin(" ", owner->name.in[GAZ_ZH], owner->name.in[GAZ_EN], pinyin,
                                         initials, owner->credit_code, NULL);

        text = fold(all);
        g_hash_table_insert(search->owners, (void *)(guintptr)owner, text);
    }
    return text;
}

const char *gaz_search_text(GazSearch *search, const GazLine *line)
{
    char *text = g_hash_table_lookup(search->lines, line);

    if (text == NULL) {
        g_autofree char *id = fold(line->record.id);
        g_autofree char *spaced = g_strjoin(" ", line->name.in[GAZ_ZH], line->name.in[GAZ_EN], NULL);
        g_autofree char *names = fold(spaced);

        text = g_strjoin(" ", id, owner_text(search, line->enterprise), names, NULL);
        g_hash_table_insert(search->lines, (void *)(guintptr)line, text);
    }
    return text;
}
