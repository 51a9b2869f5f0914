/* difference.c - a difference of two trees as a sentence. */
#include "compose/difference.h"

#include <string.h>

enum {
    WHOLE = 40,   /* [characters] a text up to this long is quoted whole */
    AROUND = 12,  /* [characters] kept beside the words that differ */
    FURTHER = 16, /* [characters] more, where a clause then begins or ends */
    MOST = 240,   /* [characters] quoted at most */
    LETTERS = 2   /* a text in letters takes so many times the characters */
};

/* Both languages of `text`: where one is missing, the other's. */
static GazText in_both(GazText text)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (text.in[language] == NULL)
            text.in[language] = text.in[GAZ_LANGUAGES - 1 - language];
    return text;
}

static bool is_set(GazText text)
{
    return text.in[GAZ_ZH] != NULL || text.in[GAZ_EN] != NULL;
}

static GazText format_one(const GazGlossary *glossary, GazArena *arena, const char *id, GazText value)
{
    value = in_both(value);
    return gaz_glossary_format(glossary, arena, id, &value, 1);
}

/* `place`, then `part`. */
static void join(const GazGlossary *glossary, GazArena *arena, GazText *place, GazText part)
{
    GazText both[2] = {*place, part};

    *place = is_set(*place) ? gaz_glossary_format(glossary, arena, "differ.join", both, 2) : part;
}

/* "地点", of the label "地点：". */
static const char *without_colon(GazArena *arena, const char *label)
{
    static const char *const colons[] = {"：", ":"};

    for (unsigned i = 0; label != NULL && i < G_N_ELEMENTS(colons); i++)
        if (g_str_has_suffix(label, colons[i]))
            return gaz_arena_strndup(arena, label, strlen(label) - strlen(colons[i]));
    return label;
}

static GazText counted(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference)
{
    const char *id = gaz_arena_printf(arena, "differ.nth.%s", difference->what);
    const char *number = gaz_arena_printf(arena, "%u", difference->nth);

    if (difference->nth > 0 && gaz_glossary_lookup(glossary, id) != NULL)
        return format_one(glossary, arena, id, gaz_text(number, number));
    return gaz_glossary_label(glossary, gaz_arena_printf(arena, "differ.what.%s", difference->what));
}

/* Whether the annex is named as its table is: then it need not be named again. */
static bool is_named_by_annex(const GazDifference *difference)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *annex = difference->annex.in[language], *table = difference->table.in[language];
        size_t longer = annex == NULL ? 0 : strlen(annex), shorter = table == NULL ? 0 : strlen(table);

        if (annex == NULL || table == NULL || shorter > longer ||
            g_ascii_strcasecmp(annex + longer - shorter, table) != 0)
            return false;
    }
    return true;
}

/* The place inside a table or figure. */
static void join_cell(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference,
                      GazText *place)
{
    static const char *const telling[] = {"alternative", "unit",     "period", "bars",
                                          "value",       "required", "caption"};

    if (!is_named_by_annex(difference))
        join(glossary, arena, place,
             format_one(glossary, arena, difference->table_code != NULL ? "differ.table" : "differ.figure",
                        difference->table));
    if (is_set(difference->row))
        join(glossary, arena, place, format_one(glossary, arena, "differ.row", difference->row));
    if (is_set(difference->column))
        join(glossary, arena, place, format_one(glossary, arena, "differ.column", difference->column));
    for (unsigned i = 0; i < G_N_ELEMENTS(telling); i++)
        if (strcmp(difference->what, telling[i]) == 0)
            join(glossary, arena, place, counted(glossary, arena, difference));
}

static void join_block(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference,
                       GazText *place)
{
    GazText label = {
        {without_colon(arena, difference->row.in[GAZ_ZH]), without_colon(arena, difference->row.in[GAZ_EN])}};

    if (difference->under != NULL)
        join(glossary, arena, place,
             format_one(glossary, arena, "differ.under", gaz_text(difference->under, difference->under)));
    join(glossary, arena, place,
         is_set(label) ? format_one(glossary, arena, "differ.fact", label)
                       : counted(glossary, arena, difference));
}

GazText gaz_difference_place(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference,
                             bool say_language)
{
    static const char *const languages[] = {[GAZ_ZH] = "differ.text.zh", [GAZ_EN] = "differ.text.en"};
    GazText place = {{NULL, NULL}};

    if (say_language && difference->language < GAZ_LANGUAGES)
        join(glossary, arena, &place, gaz_glossary_label(glossary, languages[difference->language]));
    if (is_set(difference->annex))
        join(glossary, arena, &place, in_both(difference->annex));
    if (is_set(difference->table))
        join_cell(glossary, arena, difference, &place);
    else
        join_block(glossary, arena, difference, &place);
    return place;
}

/* The beginning of the character that byte `at` of `text` belongs to. */
static size_t character_start(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* `count` characters before or after byte `at`. */
static size_t move_by(const char *text, size_t at, int count)
{
    const char *end = text + strlen(text), *here = text + at;

    for (; count < 0 && here > text; count++)
        here = g_utf8_prev_char(here);
    for (; count > 0 && here < end; count--)
        here = g_utf8_next_char(here);
    return (size_t)(here - text);
}

/* Not inside a word of letters, nor between a number and what it counts. */
static size_t word_start(const char *text, size_t at)
{
    while (at > 0 && g_ascii_isalnum(text[at - 1]))
        at--;
    return at;
}

static size_t word_end(const char *text, size_t at)
{
    while (text[at] != '\0' && at > 0 && g_ascii_isalnum(text[at]) && g_ascii_isalnum(text[at - 1]))
        at++;
    return at;
}

/* Whether a clause ends before byte `at`: after a stop, and the space behind it in English. */
static bool is_clause_break(const char *text, size_t at)
{
    static const char *const stops[] = {"，", "、", "。", "；", "：", "？", "！", ", ", ". ", "; ", ": "};

    for (unsigned i = 0; i < G_N_ELEMENTS(stops); i++) {
        size_t length = strlen(stops[i]);

        if (at >= length && memcmp(text + at - length, stops[i], length) == 0)
            return true;
    }
    return at == 0 || text[at] == '\0';
}

/* Moves `at` by `step` to the nearest clause break, if there is one within FURTHER. */
static bool reach_break(const char *text, size_t *at, int step, int wide)
{
    size_t here = *at;

    for (int i = 0; i <= FURTHER * wide && !is_clause_break(text, here); i++)
        here = move_by(text, here, step);
    if (!is_clause_break(text, here))
        return false;
    *at = here;
    return true;
}

const char *gaz_difference_excerpt(GazArena *arena, const char *text, const char *other, GazLanguage language)
{
    const char *gap = language == GAZ_ZH ? "……" : "…";
    size_t length = strlen(text), second = strlen(other), shorter = MIN(length, second);
    size_t start = 0, end = 0, from, to;
    int wide = language == GAZ_ZH ? 1 : LETTERS;

    if (g_utf8_strlen(text, -1) <= WHOLE * wide)
        return gaz_arena_intern(arena, text);
    while (start < shorter && text[start] == other[start])
        start++;
    while (end < shorter - start && text[length - end - 1] == other[second - end - 1])
        end++;
    from = move_by(text, character_start(text, start), -AROUND * wide);
    if (!reach_break(text, &from, -1, wide))
        from = word_start(text, from);
    to = move_by(text, character_start(text, length - end), AROUND * wide);
    if (!reach_break(text, &to, 1, wide))
        to = word_end(text, to);
    to = MIN(to, move_by(text, from, MOST * wide));
    return gaz_arena_printf(arena, "%s%.*s%s", from == 0 ? "" : gap, (int)(to - from), text + from,
                            to == length ? "" : gap);
}

/* What is quoted of `text`: "nothing" where it is empty. */
static GazText quoted(const GazGlossary *glossary, GazArena *arena, GazText text, GazText other)
{
    GazText quote;

    text = in_both(text);
    other = in_both(other);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *words = text.in[language] == NULL ? "" : text.in[language];

        quote.in[language] = gaz_difference_excerpt(
            arena, words, other.in[language] == NULL ? "" : other.in[language], language);
    }
    return quote.in[GAZ_ZH][0] == '\0' && quote.in[GAZ_EN][0] == '\0'
               ? gaz_glossary_label(glossary, "differ.nothing")
               : format_one(glossary, arena, "differ.quote", quote);
}

/* Whether its place says all: a row or column that came, went or moved. */
static bool place_says_all(const GazDifference *difference)
{
    return difference->kind != GAZ_DIFFERS_CHANGED && difference->kind != GAZ_DIFFERS_RENUMBERED &&
           (is_set(difference->row) || is_set(difference->column)) && is_set(difference->table);
}

GazText gaz_difference_words(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference)
{
    const char *id = gaz_arena_printf(arena, "differ.%s%s", gaz_difference_kind_code(difference->kind),
                                      place_says_all(difference) ? ".whole" : "");
    GazText values[3] = {gaz_difference_place(glossary, arena, difference, true),
                         quoted(glossary, arena, difference->was, difference->is),
                         quoted(glossary, arena, difference->is, difference->was)};

    return gaz_glossary_format(glossary, arena, id, values, G_N_ELEMENTS(values));
}
