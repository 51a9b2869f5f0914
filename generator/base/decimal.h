/* decimal.h - exact decimal numbers: metres, tonnes, days and halves of days.
 * Kept as whole thousandths, so that sums are exact and print the same on every machine. */
#ifndef GAZETTE_BASE_DECIMAL_H
#define GAZETTE_BASE_DECIMAL_H
#include <stdbool.h>
#include <stdint.h>

typedef int64_t GazDecimal; /* [1/1000]; GAZ_NO_DECIMAL: none given */
#define GAZ_NO_DECIMAL INT64_MIN
#define GAZ_DECIMAL_ONE 1000

/* Reads "4500", "4.8", "-0.5": ASCII digits, at most three decimals and 12 digits before them; whole text. */
bool gaz_decimal_parse(const char *text, GazDecimal *decimal);

/* Writes without trailing zeros: "4.8", "120", "44.5". With `grouped`, thousands are set off by commas:
 * "4,500". `text` has room for 32 bytes. Returns `text`. */
char *gaz_decimal_write(GazDecimal decimal, bool grouped, char text[32]);

#endif
