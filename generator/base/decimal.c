/* decimal.c - reading and writing of exact decimals. */
#include "base/decimal.h"

#include <glib.h>
#include <string.h>

enum { MOST_DIGITS = 12, DECIMALS = 3 };

/* Reads up to `most` digits at `*text` into `*value`, moves on; gives their number. */
static int read_digits(const char **text, int most, int64_t *value)
{
    int count = 0;

    for (; g_ascii_isdigit(**text) && count < most; (*text)++, count++)
        *value = *value * 10 + g_ascii_digit_value(**text);
    return count;
}

bool gaz_decimal_parse(const char *text, GazDecimal *decimal)
{
    bool negative = *text == '-';
    int64_t value = 0;
    int decimals = 0;

    text += negative ? 1 : 0;
    if (read_digits(&text, MOST_DIGITS, &value) == 0)
        return false;
    if (*text == '.') {
        text++;
        decimals = read_digits(&text, DECIMALS, &value);
        if (decimals == 0)
            return false;
    }
    if (*text != '\0')
        return false;
    for (; decimals < DECIMALS; decimals++)
        value *= 10;
    *decimal = negative ? -value : value;
    return true;
}

char *gaz_decimal_write(GazDecimal decimal, bool grouped, char text[32])
{
    uint64_t size = decimal < 0 ? (uint64_t)-decimal : (uint64_t)decimal;
    uint64_t whole = size / GAZ_DECIMAL_ONE, rest = size % GAZ_DECIMAL_ONE;
    char digits[32], *first = digits + sizeof digits, *out = text;

    for (unsigned count = 0; count == 0 || whole > 0; count++, whole /= 10) {
        if (grouped && count > 0 && count % 3 == 0)
            *--first = ',';
        *--first = (char)('0' + whole % 10);
    }
    if (decimal < 0)
        *out++ = '-';
    out = mempcpy(out, first, (size_t)(digits + sizeof digits - first));
    if (rest > 0)
        *out++ = '.';
    for (uint64_t unit = GAZ_DECIMAL_ONE / 10; rest > 0; rest %= unit, unit /= 10)
        *out++ = (char)('0' + rest / unit);
    *out = '\0';
    return text;
}
