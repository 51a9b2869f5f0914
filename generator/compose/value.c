/* value.c - texts for placeholders. */
#include "compose/value.h"

#include <string.h>

enum { MINUTES_A_DAY = 24 * 60 };

void gaz_value_add(GazArena *arena, GazValue *value, GazText text, const char *link)
{
    GazPhrase *phrase = gaz_arena_new0(arena, GazPhrase, 1);

    phrase->text = text;
    phrase->link = link;
    if (value->last == NULL)
        value->first = phrase;
    else
        value->last->next = phrase;
    value->last = phrase;
}

void gaz_value_add_member(GazArena *arena, const GazGlossary *glossary, GazValue *value, unsigned index,
                          unsigned count, GazText text, const char *link)
{
    if (index > 0)
        gaz_value_add(arena, value,
                      gaz_glossary_between(glossary, arena, index + 1 == count ? "join.last" : "join.middle"),
                      NULL);
    gaz_value_add(arena, value, text, link);
}

const char *gaz_value_text(GazArena *arena, const GazValue *value, GazLanguage language)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (const GazPhrase *phrase = value->first; phrase != NULL; phrase = phrase->next) {
        if (phrase->text.in[language] == NULL)
            return NULL;
        g_string_append(text, phrase->text.in[language]);
    }
    return gaz_arena_strdup(arena, text->str);
}

/* Takes over both strings. */
static GazText keep(GazArena *arena, char *zh, char *en)
{
    GazText text = gaz_text(gaz_arena_intern(arena, zh), gaz_arena_intern(arena, en));

    g_free(zh);
    g_free(en);
    return text;
}

GazText gaz_text_date(GazArena *arena, GazDate date)
{
    return keep(arena, gaz_date_in_words(date, GAZ_ZH), gaz_date_in_words(date, GAZ_EN));
}

GazText gaz_text_moment(GazArena *arena, GazMoment moment)
{
    return keep(arena, gaz_moment_in_words(moment, GAZ_ZH), gaz_moment_in_words(moment, GAZ_EN));
}

/* "28 September" of "28 September 2021". */
static void cut_year(char *date)
{
    *strrchr(date, ' ') = '\0';
}

GazText gaz_text_month_day(GazArena *arena, int month, int day)
{
    GazDate date = gaz_date_make(2000, month, day == 0 ? 1 : day); /* a leap year, so that it has every day */
    g_autofree char *en = gaz_date_in_words(date, GAZ_EN);

    cut_year(en);
    if (day == 0)
        return keep(arena, g_strdup_printf("%d月底", month),
                    g_strdup_printf("the end of %s", strchr(en, ' ') + 1));
    return keep(arena, g_strdup_printf("%d月%d日", month, day), g_steal_pointer(&en));
}

GazText gaz_text_month(GazArena *arena, int month)
{
    g_autofree char *en = gaz_date_in_words(gaz_date_make(2000, month, 1), GAZ_EN);

    cut_year(en);
    return keep(arena, g_strdup_printf("%d月", month), g_strdup(strchr(en, ' ') + 1));
}

GazText gaz_text_season(GazArena *arena, GazText name)
{
    const char *en = name.in[GAZ_EN];

    if (en == NULL || en[0] == '\0')
        return name;
    return gaz_text(name.in[GAZ_ZH], gaz_arena_printf(arena, "%s%c%s", g_ascii_isdigit(en[0]) ? "the " : "",
                                                      g_ascii_tolower(en[0]), en + 1));
}

GazText gaz_text_number(GazArena *arena, GazDecimal number)
{
    char text[32];
    const char *kept = gaz_arena_intern(arena, gaz_decimal_write(number, true, text));

    return gaz_text(kept, kept);
}

enum { TEN_THOUSANDS_A_MILLION = 100, ONES = 10000 };

GazText gaz_text_ten_thousands(GazArena *arena, GazDecimal number)
{
    bool millions =
        number >= TEN_THOUSANDS_A_MILLION * GAZ_DECIMAL_ONE && number % TEN_THOUSANDS_A_MILLION == 0;
    GazText zh = gaz_text_number(arena, number);

    if (millions)
        return gaz_text(
            zh.in[GAZ_ZH],
            gaz_arena_strconcat(arena, gaz_text_number(arena, number / TEN_THOUSANDS_A_MILLION).in[GAZ_EN],
                                " million", NULL));
    if (number > G_MAXINT64 / ONES) /* a whole list of numbers as large as can be read */
        return gaz_text(zh.in[GAZ_ZH], gaz_arena_strconcat(arena, zh.in[GAZ_EN], " × 10,000", NULL));
    return gaz_text(zh.in[GAZ_ZH], gaz_text_number(arena, number * ONES).in[GAZ_EN]);
}

/* How an English unit says that it counts in ten-thousands, and what it counts. */
static const struct {
    const char *written, *counts;
} ten_thousands[] = {{"× 10,000 ", ""}, {"× 10 000 ", ""}, {"× 10 kt", "t"},
                     {"10,000 ", ""},   {"10 000 ", ""},   {"10 kt", "t"}};

GazText gaz_text_measure(GazArena *arena, GazDecimal number, GazText unit)
{
    const char *en = unit.in[GAZ_EN], *counts = "";
    GazText amount;

    if (number == GAZ_NO_DECIMAL || unit.in[GAZ_ZH] == NULL || en == NULL)
        return gaz_text(NULL, NULL);
    amount = gaz_text_number(arena, number);
    for (unsigned i = 0; i < G_N_ELEMENTS(ten_thousands); i++)
        if (g_str_has_prefix(en, ten_thousands[i].written)) {
            amount = gaz_text_ten_thousands(arena, number);
            counts = ten_thousands[i].counts;
            en += strlen(ten_thousands[i].written);
            break;
        }
    return gaz_text(gaz_arena_strconcat(arena, amount.in[GAZ_ZH], unit.in[GAZ_ZH], NULL),
                    gaz_arena_strconcat(arena, amount.in[GAZ_EN], " ", counts, en, NULL));
}

GazText gaz_text_year(GazArena *arena, int year)
{
    const char *kept = gaz_arena_printf(arena, "%d", year);

    return gaz_text(kept, kept);
}

GazText gaz_text_start(GazArena *arena, GazText text)
{
    const char *en = text.in[GAZ_EN];

    if (en != NULL && g_ascii_islower(en[0]))
        text.in[GAZ_EN] = gaz_arena_printf(arena, "%c%s", g_ascii_toupper(en[0]), en + 1);
    return text;
}

GazText gaz_text_inside(GazArena *arena, GazText text)
{
    const char *en = text.in[GAZ_EN];

    if (en != NULL && g_ascii_isupper(en[0]) && g_ascii_islower(en[1]))
        text.in[GAZ_EN] = gaz_arena_printf(arena, "%c%s", g_ascii_tolower(en[0]), en + 1);
    return text;
}

static GazText join_range(GazArena *arena, GazText from, GazText to)
{
    return gaz_text(gaz_arena_strconcat(arena, from.in[GAZ_ZH], "至", to.in[GAZ_ZH], NULL),
                    gaz_arena_strconcat(arena, from.in[GAZ_EN], " to ", to.in[GAZ_EN], NULL));
}

GazText gaz_text_dates(GazArena *arena, GazDate from, GazDate to)
{
    return from == to ? gaz_text_date(arena, from)
                      : join_range(arena, gaz_text_date(arena, from), gaz_text_date(arena, to));
}

static GazDate day_of(int64_t minutes)
{
    return (GazDate)(minutes >= 0 ? minutes / MINUTES_A_DAY : (minutes - MINUTES_A_DAY + 1) / MINUTES_A_DAY);
}

static GazMoment begin_moment(int64_t minutes)
{
    GazDate day = day_of(minutes);

    return (GazMoment){
        .day = day, .minutes = (int16_t)(minutes - (int64_t)day * MINUTES_A_DAY), .timed = true};
}

static GazMoment end_moment(int64_t minutes)
{
    GazMoment moment = begin_moment(minutes);

    if (moment.minutes == 0)
        moment = (GazMoment){.day = moment.day - 1, .minutes = MINUTES_A_DAY, .timed = true};
    return moment;
}

bool gaz_span_is_timed(int64_t start, int64_t end)
{
    return begin_moment(start).minutes != 0 || begin_moment(end).minutes != 0;
}

GazText gaz_text_span(GazArena *arena, int64_t start, int64_t end)
{
    if (!gaz_span_is_timed(start, end))
        return gaz_text_dates(arena, day_of(start), day_of(end - 1));
    return join_range(arena, gaz_text_moment(arena, begin_moment(start)),
                      gaz_text_moment(arena, end_moment(end)));
}

static const char *moment_cell(GazArena *arena, GazMoment moment, bool timed)
{
    char date[11], text[24];

    gaz_date_write(moment.day, date);
    if (!timed)
        return gaz_arena_intern(arena, date);
    g_snprintf(text, sizeof text, "%s %d:%02d", date, moment.minutes / 60, moment.minutes % 60);
    return gaz_arena_intern(arena, text);
}

const char *gaz_text_begin_cell(GazArena *arena, int64_t start, bool timed)
{
    return moment_cell(arena, begin_moment(start), timed);
}

const char *gaz_text_end_cell(GazArena *arena, int64_t end, bool timed)
{
    return moment_cell(arena, end_moment(end), timed);
}

static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

const char *gaz_text_han_number(GazArena *arena, unsigned number)
{
    unsigned tens = number / 10 % 10;

    return gaz_arena_strconcat(arena, tens > 1 ? digits[tens] : "", tens > 0 ? "十" : "", digits[number % 10],
                               NULL);
}

unsigned gaz_han_number_read(const char *text)
{
    g_autoptr(GazArena) arena = gaz_arena_new();

    for (unsigned number = 1; number < 100; number++)
        if (strcmp(gaz_text_han_number(arena, number), text) == 0)
            return number;
    return 0;
}
