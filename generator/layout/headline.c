/* headline.c - where an English title may be broken, and which of the ways looks best. */
#include "layout/headline.h"

#include <math.h>
#include <string.h>

enum { MOST_WORDS = 64, MOST_LINES = 8 };

/* Costs. One line of two that is a third shorter than the mean, the other longer by as much, costs 1.3. */
static const double uneven = 6;
static const double line_more = 3; /* than would do */
static const double plain = 1;     /* a break between two words, where sense gives no better one */
static const double loath = 1.6;   /* one that parts what belongs together */
static const double in_name = 2.2; /* one within a company's */
static const double bare = 5;      /* one after a word that leads on */
static const double torn = 10;

typedef struct {
    double width, blank; /* of the word, and of the blank before it on its line */
    double cost;         /* of a break before it */
    guint at;            /* [bytes] where it begins */
} Word;

typedef struct {
    Word words[MOST_WORDS];
    unsigned count;
    double measure;
} Headline;

static bool is_one_of(const char *word, const char *const *words)
{
    for (; *words != NULL; words++)
        if (g_ascii_strcasecmp(word, *words) == 0)
            return true;
    return false;
}

/* Words that what follows begins with: a line begins with one at best, and never ends with one. */
static bool leads_on(const char *word)
{
    static const char *const words[] = {"of",       "in",      "on",      "for",   "to",     "by",
                                        "with",     "from",    "and",     "or",    "at",     "as",
                                        "under",    "against", "after",   "since", "before", "outside",
                                        "compared", "without", "between", NULL};

    return is_one_of(word, words);
}

static bool is_article(const char *word)
{
    static const char *const words[] = {"the", "a", "an", "its", "their", "no.", "kiln", NULL};

    return is_one_of(word, words);
}

/* Whether a break before word `at` parts a term of the field. */
static bool parts_term(char **words, unsigned at)
{
    static const char *const pairs[][2] = {
        {"Clinker", "Line"},        {"Clinker", "Lines"}, {"Clinker", "Enterprise"},
        {"Clinker", "Enterprises"}, {"Line", "List"},     {"Heating", "Season"},
        {"Heating", "Periods"},     {"Carry", "Out"},     {"Off-Peak", "Production"},
        {"Off-Peak", "Periods"},    {"Off-Peak", "Year"}, {"Implementation", "Plan"},
        {"Special", "Tasks"},
    };

    for (unsigned i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (g_ascii_strcasecmp(words[at - 1], pairs[i][0]) == 0 &&
            g_ascii_strcasecmp(words[at], pairs[i][1]) == 0)
            return true;
    return false;
}

/* A word without the comma after it. */
static bool is_word(const char *word, const char *wanted)
{
    size_t length = strlen(wanted);

    return strncmp(word, wanted, length) == 0 && (word[length] == '\0' || strcmp(word + length, ",") == 0);
}

/* Whether the words before `at` are Xinjiang Production and …, and the one at it goes on so. */
static bool parts_corps(char **words, unsigned at)
{
    static const char *const corps[] = {"Xinjiang", "Production", "and", "Construction", "Corps"};

    for (unsigned inside = 1; inside < G_N_ELEMENTS(corps) && inside <= at; inside++) {
        unsigned same = 0;

        while (same <= inside && is_word(words[at - inside + same], corps[same]))
            same++;
        if (same > inside)
            return true;
    }
    return false;
}

/* Whether a break before word `at` lies inside the name of a province or of what ranks with one: Henan |
 * Province, Inner | Mongolia | Autonomous | Region. */
static bool parts_region(char **words, unsigned at)
{
    const char *after = words[at], *next = words[at + 1];

    return is_word(after, "Province") || is_word(after, "Autonomous") ||
           is_word(words[at - 1], "Autonomous") || (next != NULL && is_word(next, "Autonomous")) ||
           parts_corps(words, at);
}

/* Whether a break before word `at` lies inside the name of a company: up to Co., no word but names' own. */
static bool parts_name(char **words, unsigned at)
{
    if (leads_on(words[at - 1]) || is_article(words[at - 1]))
        return false;
    for (; words[at] != NULL && !leads_on(words[at]); at++)
        if (strcmp(words[at], "Co.,") == 0)
            return true;
    return false;
}

/* 2022, 2021–2022, 3: what they count or name follows, unless they end a phrase. */
static bool is_number(const char *word)
{
    return g_ascii_isdigit(word[0]);
}

/* What a break before word `at` costs by its sense. */
static double sense_of(char **words, unsigned at)
{
    const char *before = words[at - 1], *after = words[at];

    if (strcmp(before, "Co.,") == 0 || g_ascii_strcasecmp(before, "No.") == 0)
        return torn;
    if (g_str_has_suffix(before, ","))
        return 0;
    if (parts_region(words, at))
        return bare;
    if (leads_on(before) || is_article(before))
        return bare;
    if (leads_on(after))
        return 0;
    if (is_number(before) || strcmp(after, "Co.,") == 0)
        return bare;
    if (parts_name(words, at))
        return in_name;
    return parts_term(words, at) ? loath : plain;
}

/* False where it is too long, or a word is. */
static bool measure(Headline *headline, GazFonts *fonts, const char *title, const GazSetting *setting)
{
    g_auto(GStrv) words = g_strsplit(title, " ", MOST_WORDS + 1);
    double blank = gaz_text_width(fonts, "n n", setting) - gaz_text_width(fonts, "nn", setting);
    guint at = 0;

    headline->count = g_strv_length(words);
    headline->measure = setting->measure;
    if (headline->count == 0 || headline->count > MOST_WORDS)
        return false;
    for (unsigned i = 0; i < headline->count; i++) {
        Word *word = &headline->words[i];

        *word = (Word){gaz_text_width(fonts, words[i], setting), blank, i > 0 ? sense_of(words, i) : 0, at};
        at += (guint)strlen(words[i]) + 1;
        if (word->width > headline->measure)
            return false;
    }
    return true;
}

/* Of the words from `from` up to `to` on a line. */
static double line_width(const Headline *headline, unsigned from, unsigned to)
{
    double width = 0;

    for (unsigned i = from; i < to; i++)
        width += headline->words[i].width + (i > from ? headline->words[i].blank : 0);
    return width;
}

/* For each number of lines and of words on them: the least cost, and where the last line begins. */
typedef struct {
    double cost[MOST_LINES + 1][MOST_WORDS + 1];
    unsigned from[MOST_LINES + 1][MOST_WORDS + 1];
} Ways;

/* The ways to set the first words on one line more than those known. */
static void add_line(const Headline *headline, Ways *ways, unsigned lines, double mean)
{
    for (unsigned to = 0; to <= headline->count; to++) {
        ways->cost[lines][to] = G_MAXDOUBLE;
        for (unsigned from = 0; from < to; from++) {
            double width = line_width(headline, from, to), off = (width - mean) / mean, cost;

            if (width > headline->measure || ways->cost[lines - 1][from] == G_MAXDOUBLE)
                continue;
            cost = ways->cost[lines - 1][from] + uneven * off * off +
                   (from > 0 ? headline->words[from].cost : 0);
            if (cost < ways->cost[lines][to]) {
                ways->cost[lines][to] = cost;
                ways->from[lines][to] = from;
            }
        }
    }
}

/* The best way on `lines` lines; gives its cost. `starts` holds as many. */
static double find_way(const Headline *headline, unsigned lines, guint *starts)
{
    Ways ways = {0};
    double mean = line_width(headline, 0, headline->count) / lines;
    unsigned to = headline->count;

    for (unsigned i = 1; i <= headline->count; i++)
        ways.cost[0][i] = G_MAXDOUBLE;
    for (unsigned line = 1; line <= lines; line++)
        add_line(headline, &ways, line, mean);
    for (unsigned line = lines; line > 0 && ways.cost[lines][headline->count] < G_MAXDOUBLE; line--) {
        to = ways.from[line][to];
        starts[line - 1] = headline->words[to].at;
    }
    return ways.cost[lines][headline->count];
}

GArray *gaz_headline_break(GazFonts *fonts, const char *title, const GazSetting *setting)
{
    Headline headline;
    GArray *best = NULL;
    double least = G_MAXDOUBLE;

    if (!measure(&headline, fonts, title, setting))
        return NULL;
    for (unsigned lines = 1, tried = 0; lines <= MOST_LINES && tried < 2; lines++) {
        guint starts[MOST_LINES];
        double cost = find_way(&headline, lines, starts);

        if (cost == G_MAXDOUBLE)
            continue;
        cost += tried++ * line_more;
        if (cost >= least)
            continue;
        least = cost;
        best = best == NULL ? g_array_new(FALSE, FALSE, sizeof(guint)) : g_array_set_size(best, 0);
        g_array_append_vals(best, starts, lines);
    }
    return best;
}
