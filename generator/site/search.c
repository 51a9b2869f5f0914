/* search.c - pinyin by ICU, and everything folded into one string a row. */
#include "site/search.h"
#include <gio/gio.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct GazSearch {
    UTransliterator *latin;
    GHashTable *owners; /* const GazEnterprise * to its part of the text, made once */
};

GazSearch *gaz_search_new(GError **error)
{
    static const char rules[] = "Han-Latin; Latin-ASCII; Lower";
    UChar id[sizeof rules];
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *latin;
    GazSearch *search;

    u_charsToUChars(rules, id, sizeof rules);
    latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "ICU: %s: %s", rules, u_errorName(status));
        return NULL;
    }
    search = g_new0(GazSearch, 1);
    search->latin = latin;
    search->owners = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    return search;
}

void gaz_search_free(GazSearch *search)
{
    if (search == NULL)
        return;
    utrans_close(search->latin);
    g_hash_table_unref(search->owners);
    g_free(search);
}

void gaz_search_forget(GazSearch *search)
{
    g_hash_table_remove_all(search->owners);
}

/* `text` folded, with a blank wherever Chinese characters begin or end: ICU parts only their syllables. */
static char *parted(const char *text)
{
    g_autofree char *folded = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    GString *parts = g_string_new(NULL);
    bool was_han = false;

    for (const char *at = folded == NULL ? text : folded; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        bool is_han = g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;

        if (is_han != was_han && parts->len > 0)
            g_string_append_c(parts, ' ');
        g_string_append_unichar(parts, c);
        was_han = is_han;
    }
    return g_string_free(parts, FALSE);
}

/* Syllables with blanks between them. A character makes at most 8 letters. */
static char *syllables(GazSearch *search, const char *text)
{
    g_autofree char *parts = parted(text);
    int32_t capacity = (int32_t)strlen(parts) * 8 + 1, length = 0, limit, bytes = 0;
    g_autofree UChar *wide = g_new(UChar, capacity);
    g_autofree char *narrow = g_new0(char, capacity * 3);
    UErrorCode status = U_ZERO_ERROR;

    u_strFromUTF8(wide, capacity, &length, parts, -1, &status);
    limit = length;
    utrans_transUChars(search->latin, wide, &length, capacity, 0, &limit, &status);
    u_strToUTF8(narrow, capacity * 3, &bytes, wide, length, &status);
    return U_FAILURE(status) ? g_strdup("") : g_steal_pointer(&narrow);
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

char *gaz_search_pinyin(GazSearch *search, const char *text)
{
    g_autofree char *spaced = syllables(search, text);

    return without_blanks(spaced);
}

char *gaz_search_initials(GazSearch *search, const char *text)
{
    g_autofree char *spaced = syllables(search, text);

    return initials_of(spaced);
}

static const char *owner_text(GazSearch *search, const GazEnterprise *owner)
{
    char *text = g_hash_table_lookup(search->owners, owner);

    if (text == NULL) {
        g_autofree char *spaced = syllables(search, owner->name.in[GAZ_ZH]);
        g_autofree char *pinyin = without_blanks(spaced);
        g_autofree char *initials = owner->pinyin != NULL ? g_strdup(owner->pinyin) : initials_of(spaced);

        text = g_strjoin(" ", owner->name.in[GAZ_ZH], owner->name.in[GAZ_EN], pinyin, initials,
                         owner->credit_code, NULL);
        g_hash_table_insert(search->owners, (void *)(guintptr)owner, text);
    }
    return text;
}

char *gaz_search_key(const GazLine *line)
{
    const GazEnterprise *owner = line->enterprise;
    const char *const parts[] = {line->record.id,    line->name.in[GAZ_ZH],  line->name.in[GAZ_EN],
                                 owner->credit_code, owner->name.in[GAZ_ZH], owner->name.in[GAZ_EN],
                                 owner->pinyin};
    GString *key = g_string_new(NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_string_append(key, parts[i] == NULL ? "\1" : parts[i]);
        g_string_append_c(key, '\2');
    }
    return g_string_free(key, FALSE);
}

char *gaz_search_text(GazSearch *search, const GazLine *line)
{
    g_autofree char *all = g_strjoin(" ", line->record.id, owner_text(search, line->enterprise),
                                     line->name.in[GAZ_ZH], line->name.in[GAZ_EN], NULL);
    g_autofree char *folded = g_utf8_normalize(all, -1, G_NORMALIZE_ALL_COMPOSE);

    return g_utf8_strdown(folded == NULL ? all : folded, -1);
}
