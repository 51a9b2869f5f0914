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
    char digits[24];
    char *out = text;
    size_t count;

    g_snprintf(digits, sizeof digits, "%" G_GUINT64_FORMAT, whole);
    count = strlen(digits);
    if (decimal < 0)
        *out++ = '-';
    for (size_t i = 0; i < count; i++) {
        if (grouped && i > 0 && (count - i) % 3 == 0)
            *out++ = ',';
        *out++ = digits[i];
    }
    *out = '\0';
    if (rest > 0) {
        g_snprintf(out, 5, ".%03u", (unsigned)rest);
        for (out += strlen(out) - 1; *out == '0'; out--)
            *out = '\0';
    }
    return text;
}
