/* values.c - what is typed in one of the ways that people type it becomes what the columns hold. */
#include "model/values.h"

#include <string.h>

static bool is_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    size_t decimals = text[digits] == '.' ? strspn(text + digits + 1, "0123456789") : 0;

    return digits > 0 && text[digits + (decimals > 0 ? decimals + 1 : 0)] == '\0';
}

/* Zeros that say nothing: before the first digit but the one before the point, behind the last decimal. */
static char *without_zeros(GString *number)
{
    while (number->str[0] == '0' && g_ascii_isdigit(number->str[1]))
        g_string_erase(number, 0, 1);
    if (strchr(number->str, '.') != NULL)
        while (number->str[number->len - 1] == '0')
            g_string_truncate(number, number->len - 1);
    if (number->str[number->len - 1] == '.')
        g_string_truncate(number, number->len - 1);
    return g_string_free(number, FALSE);
}

char *gaz_number_shift(const char *number, int shift)
{
    GString *shifted = g_string_new(number);
    char *point = strchr(shifted->str, '.');
    gssize at = point == NULL ? (gssize)shifted->len : point - shifted->str;

    if (!is_number(number) || shift == 0)
        return g_string_free(shifted, FALSE);
    if (point != NULL)
        g_string_erase(shifted, at, 1);
    for (at += shift; at < 1; at++)
        g_string_prepend_c(shifted, '0');
    while ((gssize)shifted->len < at)
        g_string_append_c(shifted, '0');
    g_string_insert_c(shifted, at, '.');
    return without_zeros(shifted);
}
