/* syntax.c - written by hand: a page has thousands of numbers, and printf() would take most of the time. */
#include "pdf/syntax.h"

#include <math.h>
#include <string.h>

void gaz_put_unsigned(GString *to, guint64 number)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    g_string_append_len(to, digits + at, (gssize)(sizeof digits - at));
}

void gaz_put_number(GString *to, double number)
{
    long hundredths = lround(number * 100);
    guint64 left = (guint64)labs(hundredths);

    if (hundredths < 0)
        g_string_append_c(to, '-');
    if (left >= 100 || left == 0)
        gaz_put_unsigned(to, left / 100);
    left %= 100;
    if (left == 0)
        return;
    g_string_append_c(to, '.');
    g_string_append_c(to, (char)('0' + left / 10));
    if (left % 10 != 0)
        g_string_append_c(to, (char)('0' + left % 10));
}

void gaz_put_numbers(GString *to, const double *numbers, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        gaz_put_number(to, numbers[i]);
        g_string_append_c(to, ' ');
    }
}

void gaz_put_reference(GString *to, unsigned object)
{
    gaz_put_unsigned(to, object);
    g_string_append_len(to, " 0 R", 4);
}

static void put_byte(GString *to, char byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        g_string_append_c(to, '\\');
    if (byte == '\r') /* a bare one would be read as a line feed */
        g_string_append_len(to, "\\r", 2);
    else
        g_string_append_c(to, byte);
}

void gaz_put_bytes(GString *to, const void *bytes, size_t length)
{
    g_string_append_c(to, '(');
    for (size_t i = 0; i < length; i++)
        put_byte(to, ((const char *)bytes)[i]);
    g_string_append_c(to, ')');
}

static void put_unit(GString *to, unsigned unit)
{
    put_byte(to, (char)(unit >> 8));
    put_byte(to, (char)unit);
}

static void put_utf16(GString *to, const char *text)
{
    const size_t most = 32767 / 2 - 3; /* units, the mark before them and a pair counted */

    g_string_append(to, "(\xFE\xFF");
    for (size_t units = 0; *text != '\0' && units < most; text = g_utf8_next_char(text), units++) {
        gunichar character = g_utf8_get_char(text);

        if (character >= 0x10000) {
            put_unit(to, 0xD800 + ((character - 0x10000) >> 10));
            units++;
        }
        put_unit(to, character >= 0x10000 ? 0xDC00 + (character & 0x3FF) : character);
    }
    g_string_append_c(to, ')');
}

void gaz_put_text(GString *to, const char *text)
{
    if (g_str_is_ascii(text))
        gaz_put_bytes(to, text, MIN(strlen(text), 32767));
    else
        put_utf16(to, text);
}

void gaz_put_name(GString *to, const char *name)
{
    g_string_append_c(to, '/');
    for (; *name != '\0'; name++) {
        if (g_ascii_isalnum(*name) || strchr("+-_.", *name) != NULL)
            g_string_append_c(to, *name);
        else
            g_string_append_printf(to, "#%02X", (unsigned)(guchar)*name);
    }
}
