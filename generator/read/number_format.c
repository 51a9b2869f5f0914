/* number_format.c - of a format's code only the letters outside of quotes and brackets count. */
#include "read/number_format.h"

#include "base/moment.h"
#include <math.h>
#include <string.h>

/* Whether it is the brackets of an elapsed time, [h] or [mm], and not of a colour, [Magenta]. */
static bool is_elapsed(const char *bracket, const char *end)
{
    size_t length = (size_t)(end - bracket) - 1;

    return length > 0 && (strspn(bracket + 1, "hH") == length || strspn(bracket + 1, "mM") == length ||
                          strspn(bracket + 1, "sS") == length);
}

/* The letters of the first section, without quoted text, [brackets] that are no elapsed time, padding and
 * escaped characters. Yours: g_free(). */
static char *bare_letters(const char *code)
{
    GString *bare = g_string_new(NULL);

    for (; *code != '\0' && *code != ';'; code++) {
        const char *end = *code == '"' ? strchr(code + 1, '"') : *code == '[' ? strchr(code, ']') : NULL;

        if ((*code == '\\' || *code == '_' || *code == '*') && code[1] != '\0') {
            code = g_utf8_next_char(code + 1) - 1;
        } else if (end != NULL) {
            if (*code == '[' && is_elapsed(code, end))
                g_string_append_c(bare, g_ascii_tolower(code[1]));
            code = end;
        } else {
            g_string_append_c(bare, g_ascii_tolower(*code));
        }
    }
    return g_string_free(bare, FALSE);
}

static bool has_any(const char *text, const char *letters)
{
    return strpbrk(text, letters) != NULL;
}

GazNumberFormat gaz_number_format(const char *code)
{
    g_autofree char *bare = bare_letters(code);
    bool day, time;

    if (strstr(bare, "general") != NULL)
        return GAZ_FORMAT_NUMBER;
    if (has_any(bare, "%"))
        return GAZ_FORMAT_PERCENT;
    time = has_any(bare, "hs");
    day = has_any(bare, "yd") || (has_any(bare, "m") && !time);
    if (day || time)
        return day && time ? GAZ_FORMAT_MOMENT : day ? GAZ_FORMAT_DATE : GAZ_FORMAT_TIME;
    return has_any(bare, "@") ? GAZ_FORMAT_TEXT : GAZ_FORMAT_NUMBER;
}

/* ECMA-376 Part 1, 18.8.30. */
GazNumberFormat gaz_number_format_builtin(guint64 id)
{
    static const struct {
        guint64 first, last;
        GazNumberFormat format;
    } ranges[] = {
        {9, 10, GAZ_FORMAT_PERCENT}, {14, 17, GAZ_FORMAT_DATE}, {18, 21, GAZ_FORMAT_TIME},
        {22, 22, GAZ_FORMAT_MOMENT}, {27, 31, GAZ_FORMAT_DATE}, {32, 35, GAZ_FORMAT_TIME},
        {36, 36, GAZ_FORMAT_DATE},   {45, 47, GAZ_FORMAT_TIME}, {49, 49, GAZ_FORMAT_TEXT},
        {50, 54, GAZ_FORMAT_DATE},   {55, 56, GAZ_FORMAT_TIME}, {57, 58, GAZ_FORMAT_DATE},
    };

    for (unsigned i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (id >= ranges[i].first && id <= ranges[i].last)
            return ranges[i].format;
    return GAZ_FORMAT_NUMBER;
}

/* 15 digits, as spreadsheet programs show them, never with an exponent where a person wouldn't write one. */
static void append_number(GString *text, double number)
{
    char plain[64];

    g_ascii_formatd(plain, sizeof plain, "%.15g", number);
    if (strchr(plain, 'e') != NULL && fabs(number) >= 1 && fabs(number) < 1e21)
        g_ascii_formatd(plain, sizeof plain, "%.0f", number);
    g_string_append(text, strcmp(plain, "-0") == 0 ? "0" : plain);
}

/* Day 1 of 1900 is its 1 January; day 60 is 29 February, which never was, and those after it are one too
 * many.
 */
static bool append_date(GString *text, long day, bool since_1904)
{
    GazDate date = since_1904 ? gaz_date_make(1904, 1, 1) + (GazDate)day
                              : gaz_date_make(1900, 1, 1) + (GazDate)day - (day < 60 ? 1 : 2);
    char written[11];

    if (day < (since_1904 ? 0 : 1) || (!since_1904 && day == 60) || date > gaz_date_make(2999, 12, 31))
        return false;
    g_string_append(text, gaz_date_write(date, written));
    return true;
}

static void append_time(GString *text, long seconds)
{
    g_string_append_printf(text, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 != 0)
        g_string_append_printf(text, ":%02ld", seconds % 60);
}

/* A day's fraction is rounded to the second; what rounds up to midnight is the next day's. */
static bool append_moment(GString *text, double number, GazNumberFormat format, bool since_1904)
{
    enum { DAY = 86400 };
    double whole = floor(number);
    long seconds = lround((number - whole) * DAY), day = (long)whole;

    if (seconds == DAY) {
        seconds = 0;
        day++;
    }
    if (format == GAZ_FORMAT_TIME && day == 0) {
        append_time(text, seconds);
        return true;
    }
    if (!append_date(text, day, since_1904))
        return false;
    if (seconds != 0 || format != GAZ_FORMAT_DATE) {
        g_string_append_c(text, ' ');
        append_time(text, seconds);
    }
    return true;
}

bool gaz_number_append(GString *text, double number, GazNumberFormat format, bool since_1904)
{
    switch (format) {
    case GAZ_FORMAT_DATE:
    case GAZ_FORMAT_TIME:
    case GAZ_FORMAT_MOMENT:
        return number > -1e7 && number < 1e7 && append_moment(text, number, format, since_1904);
    case GAZ_FORMAT_PERCENT:
        append_number(text, number * 100);
        g_string_append_c(text, '%');
        return true;
    default:
        append_number(text, number);
        return true;
    }
}
