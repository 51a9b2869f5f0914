/* moment.c - the proleptic Gregorian calendar in whole days, and how dates are written. */
#include "base/moment.h"

#include "base/text.h"
#include <glib.h>
#include <string.h>

enum { MINUTES_A_DAY = 1440, FIRST_YEAR = 1900, LAST_YEAR = 2999, AROUND = 2 };

/* Days from 1970-01-01 to the first of March of `year`'s 400-year era and on: years begin in March, so that
 * the leap day is the last of its year and months need no table. */
static GazDate days_of(int year, int month, int day)
{
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400, of_era = shifted - era * 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void gaz_date_split(GazDate date, int *year, int *month, int *day)
{
    int shifted = date + 719468;
    int era = shifted / 146097, of_era = shifted - era * 146097;
    int years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * years + years / 4 - years / 100);
    int of_march = (5 * of_year + 2) / 153;

    *day = of_year - (153 * of_march + 2) / 5 + 1;
    *month = of_march < 10 ? of_march + 3 : of_march - 9;
    *year = years + era * 400 + (*month <= 2 ? 1 : 0);
}

GazDate gaz_date_make(int year, int month, int day)
{
    int back_year, back_month, back_day;
    GazDate date;

    if (year < FIRST_YEAR - AROUND || year > LAST_YEAR + AROUND || month < 1 || month > 12 || day < 1 ||
        day > 31)
        return GAZ_NO_DATE;
    date = days_of(year, month, day);
    gaz_date_split(date, &back_year, &back_month, &back_day);
    return back_month == month && back_day == day ? date : GAZ_NO_DATE;
}

/* `text` begins with digits where `pattern` has 0, and with its other characters as they stand. */
static bool matches(const char *text, const char *pattern)
{
    for (; *pattern != '\0'; text++, pattern++)
        if (*pattern == '0' ? !g_ascii_isdigit(*text) : *text != *pattern)
            return false;
    return true;
}

static int two_digits(const char *text)
{
    return g_ascii_digit_value(text[0]) * 10 + g_ascii_digit_value(text[1]);
}

static bool parse_day(const char *text, GazDate *date)
{
    int year;

    if (!matches(text, "0000-00-00"))
        return false;
    year = two_digits(text) * 100 + two_digits(text + 2);
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return false;
    *date = gaz_date_make(year, two_digits(text + 5), two_digits(text + 8));
    return *date != GAZ_NO_DATE;
}

bool gaz_date_parse(const char *text, GazDate *date)
{
    return parse_day(text, date) && text[10] == '\0';
}

bool gaz_moment_parse(const char *text, GazMoment *moment)
{
    int hours, minutes;

    *moment = (GazMoment){0};
    if (!parse_day(text, &moment->day))
        return false;
    if (text[10] == '\0')
        return true;
    if ((text[10] != ' ' && text[10] != 'T') || !matches(text + 11, "00:00") || text[16] != '\0')
        return false;
    hours = two_digits(text + 11);
    minutes = two_digits(text + 14);
    if (minutes > 59 || hours * 60 + minutes > MINUTES_A_DAY)
        return false;
    moment->minutes = (int16_t)(hours * 60 + minutes);
    moment->timed = true;
    return true;
}

int64_t gaz_moment_begin(GazMoment moment)
{
    return (int64_t)moment.day * MINUTES_A_DAY + moment.minutes;
}

int64_t gaz_moment_end(GazMoment moment, bool inclusive)
{
    return gaz_moment_begin(moment) + (!moment.timed && inclusive ? MINUTES_A_DAY : 0);
}

/* So many digits of `number`, and what follows them. A website writes half a million dates. */
static void write_digits(char *text, int digits, int number, char after)
{
    text[digits] = after;
    for (int i = digits; i-- > 0; number /= 10)
        text[i] = (char)('0' + number % 10);
}

char *gaz_date_write(GazDate date, char text[11])
{
    int year, month, day;

    gaz_date_split(date, &year, &month, &day);
    write_digits(text, 4, year, '-');
    write_digits(text + 5, 2, month, '-');
    write_digits(text + 8, 2, day, '\0');
    return text;
}

char *gaz_moment_write(GazMoment moment, char text[17])
{
    gaz_date_write(moment.day, text);
    if (moment.timed) {
        text[10] = 'T';
        write_digits(text + 11, 2, moment.minutes / 60, ':');
        write_digits(text + 14, 2, moment.minutes % 60, '\0');
    }
    return text;
}

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

/* Of the digits it is written with: a website says tens of thousands of dates. */
char *gaz_date_in_words(GazDate date, int language)
{
    char year[11];
    const char *month, *day;

    gaz_date_write(date, year);
    month = year + strlen("2021-") + (year[5] == '0');
    day = year + strlen("2021-11-") + (year[8] == '0');
    year[4] = year[7] = '\0';
    if (language == GAZ_ZH)
        return g_strconcat(year, "年", month, "月", day, "日", NULL);
    return g_strconcat(day, " ", months[two_digits(year + strlen("2021-")) - 1], " ", year, NULL);
}

char *gaz_moment_in_words(GazMoment moment, int language)
{
    g_autofree char *date = gaz_date_in_words(moment.day, language);
    int hours = moment.minutes / 60, minutes = moment.minutes % 60;

    if (!moment.timed)
        return g_steal_pointer(&date);
    if (language == GAZ_EN)
        return g_strdup_printf("%s, %d:%02d", date, hours, minutes);
    return minutes == 0 ? g_strdup_printf("%s%d时", date, hours)
                        : g_strdup_printf("%s%d时%02d分", date, hours, minutes);
}
