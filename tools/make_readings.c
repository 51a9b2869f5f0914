/* make_readings.c - writes the tables of generator/site/readings.c: how ICU reads each Chinese character in
 * pinyin, without tone. Asked here, once for all runs: to load its rules takes ICU a tenth of a second. */
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum {
    PAGE = 256,    /* characters */
    PAGES = 0x400, /* planes 0 to 3: Chinese characters stand nowhere else */
    LONGEST = 7,   /* [letters] of a syllable: "zhuang", and one to spare */
    CAPACITY = 32  /* [units] of what one character becomes */
};

typedef struct {
    UTransliterator *latin;
    GHashTable *numbers;  /* char * to the number of a syllable, from 1 */
    GPtrArray *syllables; /* lent by `numbers` */
} Readings;

static UTransliterator *open_latin(void)
{
    static const char rules[] = "Han-Latin; Latin-ASCII; Lower";
    UChar id[sizeof rules];
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *latin;

    u_charsToUChars(rules, id, sizeof rules);
    latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_SUCCESS(status))
        return latin;
    fprintf(stderr, "ICU: %s: %s\n", rules, u_errorName(status));
    exit(1);
}

/* The syllable of one character, or NULL where ICU has none. Yours: g_free(). */
static char *read_character(const Readings *readings, gunichar character)
{
    UChar wide[CAPACITY];
    char narrow[3 * CAPACITY + 1], *syllable;
    int32_t length = 0, limit;
    UErrorCode status = U_ZERO_ERROR;
    UChar32 one = (UChar32)character;

    u_strFromUTF32(wide, CAPACITY, &length, &one, 1, &status);
    limit = length;
    utrans_transUChars(readings->latin, wide, &length, CAPACITY, 0, &limit, &status);
    u_strToUTF8(narrow, sizeof narrow, NULL, wide, length, &status);
    if (U_FAILURE(status))
        return NULL;
    syllable = g_strstrip(narrow);
    for (const char *at = syllable; *at != '\0'; at++)
        if (!g_ascii_islower(*at))
            return NULL;
    if (*syllable == '\0' || strlen(syllable) > LONGEST)
        return NULL;
    return g_strdup(syllable);
}

static unsigned number_of(Readings *readings, gunichar character)
{
    char *syllable =
        g_unichar_get_script(character) == G_UNICODE_SCRIPT_HAN ? read_character(readings, character) : NULL;
    unsigned number;

    if (syllable == NULL)
        return 0;
    number = GPOINTER_TO_UINT(g_hash_table_lookup(readings->numbers, syllable));
    if (number != 0) {
        g_free(syllable);
        return number;
    }
    g_ptr_array_add(readings->syllables, syllable);
    number = readings->syllables->len;
    g_hash_table_insert(readings->numbers, syllable, GUINT_TO_POINTER(number));
    return number;
}

/* Whether a character of this page has a reading; then their numbers are written. */
static bool write_page(Readings *readings, unsigned page)
{
    unsigned numbers[PAGE], highest = 0;

    for (unsigned i = 0; i < PAGE; i++) {
        numbers[i] = number_of(readings, page * PAGE + i);
        highest = MAX(highest, numbers[i]);
    }
    if (highest == 0)
        return false;
    printf("    {");
    for (unsigned i = 0; i < PAGE; i++)
        printf("%s%u", i == 0 ? "" : i % 20 == 0 ? ",\n     " : ", ", numbers[i]);
    printf("},\n");
    return true;
}

int main(void)
{
    Readings readings = {.latin = open_latin(),
                         .numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                         .syllables = g_ptr_array_new()};
    unsigned place[PAGES] = {0}, count = 0;

    printf("/* Written by tools/make_readings.c. */\n\nstatic const guint16 numbers[][%d] = {\n    {0},\n",
           PAGE);
    for (unsigned page = 0; page < PAGES; page++)
        if (write_page(&readings, page))
            place[page] = ++count;
    printf("};\n\nstatic const guint16 pages[] = {");
    for (unsigned page = 0; page < PAGES; page++)
        printf("%s%u", page == 0 ? "" : page % 20 == 0 ? ",\n    " : ", ", place[page]);
    printf("};\n\nstatic const char syllables[][%d] = {\n    \"\"", LONGEST + 1);
    for (unsigned i = 0; i < readings.syllables->len; i++)
        printf(",%s\"%s\"", i % 12 == 11 ? "\n    " : " ", (const char *)readings.syllables->pdata[i]);
    printf("};\n");
    g_ptr_array_unref(readings.syllables);
    g_hash_table_unref(readings.numbers);
    utrans_close(readings.latin);
    return fflush(stdout) == 0 ? 0 : 1;
}
