/* title.c - where a title may be broken, and which of the ways looks best.
 * Words come from ICU's dictionary; what it doesn't know (names of companies) is kept whole by a few rules of
 * Chinese titles: they part before 关于, after the names of agencies, never before 的 or inside 《》. */
#include "layout/title.h"

#include <stdint.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

enum { MOST_LINES = 6, NEVER = 1000000 };

typedef struct {
    gunichar *letters;
    unsigned count;
    int *cost; /* of a break before letter i; NEVER: none */
} Title;

static bool is_among(gunichar letter, const char *set)
{
    return g_utf8_strchr(set, -1, letter) != NULL;
}

/* Marks the letters that begin a word by ICU's dictionary. Letters beyond the BMP take two UTF-16 units. */
static void find_words(const Title *title, const char *text)
{
    UErrorCode status = U_ZERO_ERROR;
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, NULL, NULL);
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", (const UChar *)units, -1, &status);
    unsigned letter = 0, unit = 0;

    if (U_FAILURE(status))
        return;
    for (int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words)) {
        for (; unit < (unsigned)at && letter < title->count; letter++)
            unit += title->letters[letter] > 0xFFFF ? 2 : 1;
        if (letter > 0 && letter < title->count)
            title->cost[letter] = 0;
    }
    ubrk_close(words);
}

static bool begins(const Title *title, unsigned at, const char *word)
{
    for (; *word != '\0'; word = g_utf8_next_char(word), at++)
        if (at >= title->count || title->letters[at] != g_utf8_get_char(word))
            return false;
    return true;
}

/* Terms of the field that the dictionary takes for several words. */
static bool parts_term(const Title *title, unsigned at)
{
    static const char *const terms[] = {"水泥熟料",   "熟料企业", "熟料生产线", "错峰生产", "实施方案",
                                        "征求意见稿", "产能置换", "有限公司",   "执行情况", "未按规定"};

    for (unsigned i = 0; i < G_N_ELEMENTS(terms); i++) {
        unsigned length = (unsigned)g_utf8_strlen(terms[i], -1);

        for (unsigned inside = 1; inside < length; inside++)
            if (at >= inside && begins(title, at - inside, terms[i]))
                return true;
    }
    return false;
}

/* What sense adds to the dictionary's words. */
static int sense_of(const Title *title, unsigned at)
{
    gunichar before = title->letters[at - 1], after = title->letters[at];

    if (before == ' ')
        return begins(title, at, "关于") ? -400 : -200;
    if (begins(title, at, "关于") && !is_among(before, "《“（〔")) /* 关于《关于……的通知》的更正公告 */
        return -400;
    if (after == ' ' || is_among(after, "的等及和与、，》”）〕年月日号条家个季") ||
        is_among(before, "《“（〔第〇及和与未不"))
        return NEVER;
    if (is_among(before, "—–-～") || is_among(after, "—–-～")) /* 2021—2022 */
        return NEVER;
    if (before == 0x7B49 && g_unichar_isdigit(after)) /* 等3家企业 */
        return NEVER;
    if (at > 1 && is_among(before, "家条个起项") && g_unichar_isdigit(title->letters[at - 2]))
        return NEVER;
    if (g_unichar_isdigit(before) || (g_unichar_isdigit(after) && g_unichar_isdigit(before)))
        return NEVER;
    if (parts_term(title, at))
        return NEVER;
    return is_among(before, "的》”、，等季") ? -30 : 0;
}

static void weigh_breaks(const Title *title)
{
    int depth = 0;

    for (unsigned i = 0; i < title->count; i++) {
        if (i > 0) {
            int sense = sense_of(title, i);

            if (sense < 0 && title->cost[i] == NEVER)
                title->cost[i] = 0;
            title->cost[i] = sense == NEVER || title->cost[i] == NEVER ? NEVER : sense + (depth > 0 ? 60 : 0);
        }
        depth += title->letters[i] == 0x300A ? 1 : title->letters[i] == 0x300B ? -1 : 0;
    }
}

/* Where the line from `from` up to `to` ends, the blank at its end left out. */
static unsigned end_of(const Title *title, unsigned from, unsigned to)
{
    return to > from && title->letters[to - 1] == ' ' ? to - 1 : to;
}

/* [字] of that line, a figure or Latin letter six tenths of one. */
static int length_of(const Title *title, unsigned from, unsigned to)
{
    int tenths = 0;

    to = end_of(title, from, to);
    for (unsigned i = from; i < to; i++)
        tenths += title->letters[i] < 0x80 ? 6 : 10;
    return (tenths + 9) / 10;
}

/* Neither all lines equal nor an hourglass: from the first to the last they grow, shrink, or grow and shrink.
 */
static int shape_cost(const int *lengths, unsigned lines)
{
    int cost = 0, mean = 0;
    bool equal = true, shrank = false;

    for (unsigned i = 0; i < lines; i++)
        mean += lengths[i];
    for (unsigned i = 0; i < lines; i++) {
        int off = lengths[i] * (int)lines - mean;

        cost += off * off / (int)(lines * lines);
        if (i > 0) {
            equal = equal && lengths[i] == lengths[i - 1];
            shrank = shrank || lengths[i] < lengths[i - 1];
            if (shrank && lengths[i] > lengths[i - 1])
                cost += 60;
        }
    }
    return cost + (equal && lines > 1 ? 15 : 0) + (lengths[lines - 1] < 4 ? 80 : 0);
}

typedef struct {
    const Title *title;
    unsigned most, lines;
    unsigned at[MOST_LINES + 1], best_at[MOST_LINES + 1];
    int best;
} Search;

/* Tries every way to part the title into `lines`; titles are short and lines few. */
static void try_line(Search *search, unsigned line, int cost)
{
    const Title *title = search->title;
    unsigned from = search->at[line];
    int lengths[MOST_LINES];

    if (line + 1 == search->lines) {
        search->at[search->lines] = title->count;
        for (unsigned i = 0; i < search->lines; i++) {
            lengths[i] = length_of(title, search->at[i], search->at[i + 1]);
            if (lengths[i] > (int)search->most)
                return;
        }
        cost += shape_cost(lengths, search->lines);
        if (cost < search->best) {
            search->best = cost;
            memcpy(search->best_at, search->at, sizeof search->at);
        }
        return;
    }
    for (unsigned to = from + 2; to < title->count && length_of(title, from, to) <= (int)search->most; to++) {
        if (title->cost[to] == NEVER)
            continue;
        search->at[line + 1] = to;
        try_line(search, line + 1, cost + title->cost[to]);
    }
}

static GStrv cut(const Search *search)
{
    GStrv lines = g_new0(char *, search->lines + 1);

    for (unsigned i = 0; i < search->lines; i++) {
        unsigned from = search->best_at[i];

        lines[i] = g_ucs4_to_utf8(search->title->letters + from,
                                  (glong)(end_of(search->title, from, search->best_at[i + 1]) - from), NULL,
                                  NULL, NULL);
    }
    return lines;
}

/* Where words leave no way, letters do. */
static void free_breaks(const Title *title)
{
    for (unsigned i = 1; i < title->count; i++)
        if (title->cost[i] == NEVER)
            title->cost[i] = 500;
}

GStrv gaz_title_break(const char *text, unsigned most)
{
    glong count;
    g_autofree gunichar *letters = g_utf8_to_ucs4_fast(text, -1, &count);
    g_autofree int *cost = g_new(int, (size_t)count + 1);
    Title title = {letters, (unsigned)count, cost};
    Search search = {.title = &title, .most = most, .best = INT32_MAX};

    for (unsigned i = 0; i < title.count; i++)
        cost[i] = NEVER;
    find_words(&title, text);
    weigh_breaks(&title);
    for (unsigned pass = 0; pass < 2 && search.best == INT32_MAX; pass++) {
        if (pass > 0)
            free_breaks(&title);
        for (search.lines = ((unsigned)length_of(&title, 0, title.count) + most - 1) / most;
             search.lines <= MOST_LINES && search.best == INT32_MAX; search.lines++)
            try_line(&search, 0, 0);
    }
    search.lines--;
    if (search.best == INT32_MAX) /* longer than any title: left to the caller's measure */
        return g_strsplit(text, "\n", -1);
    return cut(&search);
}
