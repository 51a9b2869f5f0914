/* credit.c - the unified social credit code of GB 32100-2015: 18 characters of an alphabet of 31, the last a
 * check over the others, each weighted by a power of 3 modulo 31. */
#include "model/reading.h"

#include <string.h>

enum { LENGTH = 18, MODULUS = 31, WEIGHT = 3, AREA_START = 2, AREA_END = 8 };

/* Digits and letters without I, O, S, V and Z, each worth its index. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

static int value_of(char character)
{
    const char *found = character == '\0' ? NULL : strchr(alphabet, character);

    return found == NULL ? -1 : (int)(found - alphabet);
}

/* The third to eighth character are an area's code, in digits. */
static bool is_well_formed(const char *code)
{
    if (strlen(code) != LENGTH)
        return false;
    for (int i = 0; i < LENGTH; i++)
        if (value_of(code[i]) < 0 || (i >= AREA_START && i < AREA_END && !g_ascii_isdigit(code[i])))
            return false;
    return true;
}

GazCreditCode gaz_credit_code_check(const char *code, char *check)
{
    int sum = 0, weight = 1;

    *check = '\0';
    if (!is_well_formed(code))
        return GAZ_CREDIT_CODE_MALFORMED;
    for (int i = 0; i < LENGTH - 1; i++) {
        sum += value_of(code[i]) * weight;
        weight = weight * WEIGHT % MODULUS;
    }
    *check = alphabet[(MODULUS - sum % MODULUS) % MODULUS];
    return *check == code[LENGTH - 1] ? GAZ_CREDIT_CODE_RIGHT : GAZ_CREDIT_CODE_WRONG_CHECK;
}
