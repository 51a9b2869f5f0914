/* title.c - where a title may be broken, and which of the ways looks best.
 * Words come from ICU's dictionary; what it doesn't know (names of companies) is kept whole by a few rules of
 * Chinese titles: they part before 关于, after the names of agencies, never before 的 or inside 《》. */
#include "layout/title.h"

#include <stdint.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

/* Costs are those of a shape: one line off the mean by one 字 costs 1, by two 4. */
enum {
    MOST_LINES = 6,
    NEVER = 1000000,
    MUST = -400, /* before 关于, where it doesn't begin what is cited */
    CITED = 80,  /* a break inside 《》, on top */
    PLAIN = 30,  /* of a break between two words, where sense gives no better one */
    LOATH = 80,  /* of one that parts what belongs together */
    TORN_NAME = 160,
    ALONE = 200,       /* of one that leaves the last word alone */
    HOURGLASS = 300,   /* more than any of these: the standard names the shapes there may be */
    TORN_ISSUER = 700, /* and more than two hourglasses: words stay whole before the shape is looked at */
    LINE_MORE = 60,
    EM = 100,     /* [hundredths of a 字]: the unit of lengths */
    SEEN = EM / 3 /* what two lines differ by before it is seen */
};

typedef struct {
    gunichar *letters;
    unsigned count;
    int *cost; /* of a break before letter i; NEVER: none */
    int *ends; /* [EM] where letter i ends, all on one line */
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

/* Whether a break before letter `at` lies inside one of `terms`. */
static bool parts_one_of(const Title *title, unsigned at, const char *const *terms)
{
    for (; *terms != NULL; terms++) {
        unsigned length = (unsigned)g_utf8_strlen(*terms, -1);

        for (unsigned inside = 1; inside < length; inside++)
            if (at >= inside && begins(title, at - inside, *terms))
                return true;
    }
    return false;
}

/* Terms of the field that the dictionary takes for several words, and what only together has a sense. */
static bool parts_term(const Title *title, unsigned at)
{
    static const char *const terms[] = {"水泥熟料",     "水泥行业", "水泥企业",   "熟料企业", "水泥错峰生产",
                                        "错峰生产",     "实施方案", "征求意见稿", "产能置换", "有限公司",
                                        "有限责任公司", "股份有限", "执行情况",   "未按规定", "特殊任务",
                                        "委员会",       "停窑",     "停窑天数",   "停窑时间", "核算办法",
                                        "操作规程",     "时间表",   "日历图",     NULL};

    return parts_one_of(title, at, terms);
}

/* 的通知, 》的公告: what a break costs that parts the kind of document, or of document cited, from all before
 * it. At the title's end it would be a line of its own: 更正公告. */
static int parts_kind(const Title *title, unsigned at)
{
    unsigned rest = 0;

    while (at + rest < title->count && title->letters[at + rest] != 0x300B)
        rest++;
    if (title->letters[at - 1] != 0x7684 || rest > 4)
        return 0;
    return at + rest == title->count ? ALONE : LOATH;
}

/* Whether the name of a company or an agency ends with the letters at `at`. */
static bool ends_name(const Title *title, unsigned at)
{
    if (begins(title, at, "公司"))
        return true;
    return is_among(title->letters[at], "厅局会部") && at + 1 < title->count &&
           is_among(title->letters[at + 1], "、（ ");
}

/* Whether a break before letter `at` lies inside the name of one who issues it: these stand before the blank
 * before 关于, with a blank between two. */
static bool parts_issuer(const Title *title, unsigned at)
{
    if (title->letters[at - 1] == ' ' || title->letters[at] == ' ')
        return false;
    for (unsigned end = at; end < title->count && !is_among(title->letters[end], "《》"); end++)
        if (begins(title, end, " 关于"))
            return true;
    return false;
}

/* Whether a break before letter `at` lies inside a name: what one may begin after doesn't stand between it
 * and the name's end. */
static bool parts_name(const Title *title, unsigned at)
{
    static const char *const outside = "于《》“”（）、，的等和及与 ";
    unsigned end = at;

    if (is_among(title->letters[at - 1], outside))
        return false;
    while (end < title->count && !ends_name(title, end) && !is_among(title->letters[end], outside))
        end++;
    return end < title->count && ends_name(title, end);
}

/* What belongs together, but may be parted where all else is worse. */
static int loath_of(const Title *title, unsigned at)
{
    static const char *const pairs[] = {"熟料生产线", "错峰生产实施方案", "承担特殊任务", "未按规定执行",
                                        NULL};

    if (parts_issuer(title, at))
        return TORN_ISSUER;
    if (parts_name(title, at))
        return TORN_NAME;
    return MAX(parts_kind(title, at), parts_one_of(title, at, pairs) ? LOATH : 0);
}

static bool may_not_part(const Title *title, unsigned at)
{
    gunichar before = title->letters[at - 1], after = title->letters[at];

    if (after == ' ' || is_among(after, "的等及和与、，》”）〕年月日号条家个季厅局委") ||
        is_among(before, "《“（〔第〇及和与未不"))
        return true;
    if (is_among(before, "—–-～") || is_among(after, "—–-～")) /* 2021—2022 */
        return true;
    if (before == 0x7B49 && g_unichar_isdigit(after)) /* 等3家企业 */
        return true;
    if (at > 1 && is_among(before, "家条个起项") && g_unichar_isdigit(title->letters[at - 2]))
        return true;
    return g_unichar_isdigit(before) || parts_term(title, at);
}

/* What a break before letter `at` costs by its sense, a blessing where it is less than nothing. */
static int sense_of(const Title *title, unsigned at)
{
    gunichar before = title->letters[at - 1], after = title->letters[at];
    int loath;

    if (before == ' ')
        return begins(title, at, "关于") ? MUST : 0;
    if (begins(title, at, "关于") && !is_among(before, "《“（〔")) /* 关于《关于……的通知》的更正公告 */
        return MUST;
    if (may_not_part(title, at))
        return NEVER;
    loath = loath_of(title, at);
    if (loath > 0)
        return loath;
    if (is_among(before, "的》”）、，等季")) /* also where the dictionary sees no word's end */
        return 0;
    return g_unichar_isdigit(after) || before == 0x5E74 ? LOATH : PLAIN; /* 山西省|2018年|夏季 */
}

static void weigh_breaks(const Title *title)
{
    int depth = 0;

    for (unsigned i = 0; i < title->count; i++) {
        if (i > 0) {
            int sense = sense_of(title, i);

            if (sense <= 0 && title->cost[i] == NEVER)
                title->cost[i] = 0;
            title->cost[i] =
                sense == NEVER || title->cost[i] == NEVER ? NEVER : sense + (depth > 0 ? CITED : 0);
        }
        depth += title->letters[i] == 0x300A ? 1 : title->letters[i] == 0x300B ? -1 : 0;
    }
}

/* Where the line from `from` up to `to` ends, the blank at its end left out. */
static unsigned end_of(const Title *title, unsigned from, unsigned to)
{
    return to > from && title->letters[to - 1] == ' ' ? to - 1 : to;
}

/* As the face of titles has them. */
static int width_of(gunichar letter)
{
    return letter >= 0x80 ? EM : g_unichar_isdigit(letter) ? 56 : letter == ' ' ? 25 : 62;
}

static void measure(const Title *title)
{
    for (unsigned i = 0; i < title->count; i++)
        title->ends[i] = (i > 0 ? title->ends[i - 1] : 0) + width_of(title->letters[i]);
}

/* [EM] of that line. */
static int length_of(const Title *title, unsigned from, unsigned to)
{
    to = end_of(title, from, to);
    return to == from ? 0 : title->ends[to - 1] - (from > 0 ? title->ends[from - 1] : 0);
}

/* Whether line `i` is narrower than one above it and one below it, of those from `first` on. */
static bool is_waist(const int *lengths, unsigned first, unsigned lines, unsigned i)
{
    int above = 0, below = 0;

    for (unsigned k = first; k < lines; k++) {
        if (k < i)
            above = MAX(above, lengths[k]);
        else if (k > i)
            below = MAX(below, lengths[k]);
    }
    return MIN(above, below) > lengths[i] + SEEN;
}

/* Neither all lines equal nor an hourglass: from the first to the last they grow, shrink, or grow and shrink.
 * The `names` first lines hold a name each, and are as long as it is. */
static int shape_cost(const int *lengths, unsigned names, unsigned lines)
{
    int cost = 0, mean = 0, shortest = INT32_MAX, longest = 0;

    for (unsigned i = 0; i < lines; i++) {
        mean += lengths[i] / (int)lines;
        shortest = MIN(shortest, lengths[i]);
        longest = MAX(longest, lengths[i]);
    }
    for (unsigned i = 0; i < lines; i++) {
        int off = lengths[i] - mean;

        cost += off * off / (EM * EM) + (i >= names && is_waist(lengths, names, lines, i) ? HOURGLASS : 0);
    }
    return cost + (longest - shortest <= SEEN && lines > 1 ? 15 : 0) + (lengths[lines - 1] < 4 * EM ? 80 : 0);
}

typedef struct {
    const Title *title;
    int most; /* [EM] */
    unsigned lines;
    unsigned at[MOST_LINES + 1], best_at[MOST_LINES + 1], best_lines;
    int best;
} Search;

/* How many lines those who issue it take, where no line holds them all; else none. */
static unsigned lines_of_issuers(const Search *search)
{
    const Title *title = search->title;

    for (unsigned line = 2; line < search->lines; line++) {
        unsigned at = search->at[line];

        if (begins(title, at, "关于") && title->letters[at - 1] == ' ')
            return length_of(title, 0, at) > search->most ? line : 0;
    }
    return 0;
}

static void weigh(Search *search, int cost)
{
    int lengths[MOST_LINES];

    search->at[search->lines] = search->title->count;
    for (unsigned i = 0; i < search->lines; i++) {
        lengths[i] = length_of(search->title, search->at[i], search->at[i + 1]);
        if (lengths[i] > search->most)
            return;
    }
    cost += shape_cost(lengths, lines_of_issuers(search), search->lines);
    if (cost >= search->best)
        return;
    search->best = cost;
    search->best_lines = search->lines;
    memcpy(search->best_at, search->at, sizeof search->at);
}

/* Tries every way to part the title into `lines`; titles are short and lines few. */
static void try_line(Search *search, unsigned line, int cost)
{
    const Title *title = search->title;
    unsigned from = search->at[line], left = search->lines - line - 1;

    if (left == 0) {
        weigh(search, cost);
        return;
    }
    for (unsigned to = from + 2; to < title->count && length_of(title, from, to) <= search->most; to++) {
        if (title->cost[to] == NEVER || length_of(title, to, title->count) > (int)left * search->most)
            continue;
        search->at[line + 1] = to;
        try_line(search, line + 1, cost + title->cost[to]);
    }
}

/* As few lines as there can be; one more where these have no good shape or sense. */
static void try_lines(Search *search)
{
    int whole = length_of(search->title, 0, search->title->count);
    unsigned fewest = (unsigned)((whole + search->most - 1) / search->most), tried = 0;

    for (search->lines = fewest; search->lines <= MOST_LINES && tried < 2; search->lines++) {
        try_line(search, 0, (int)tried * LINE_MORE);
        tried += search->best < INT32_MAX;
        if (search->lines == 1)
            return;
    }
}

static GStrv cut(const Search *search)
{
    GStrv lines = g_new0(char *, search->best_lines + 1);

    for (unsigned i = 0; i < search->best_lines; i++) {
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
    g_autofree int *cost = g_new(int, (size_t)count + 1), *ends = g_new(int, (size_t)count + 1);
    Title title = {letters, (unsigned)count, cost, ends};
    Search search = {.title = &title, .most = (int)most * EM, .best = INT32_MAX};

    measure(&title);
    if (length_of(&title, 0, title.count) > MOST_LINES * search.most) /* left to the caller's measure */
        return g_strsplit(text, "\n", -1);
    for (unsigned i = 0; i < title.count; i++)
        cost[i] = NEVER;
    find_words(&title, text);
    weigh_breaks(&title);
    try_lines(&search);
    if (search.best == INT32_MAX) {
        free_breaks(&title);
        try_lines(&search);
    }
    if (search.best == INT32_MAX)
        return g_strsplit(text, "\n", -1);
    return cut(&search);
}
