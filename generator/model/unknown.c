/* unknown.c - counted by file, sheet, what it should name, and text. */
#include "model/unknown.h"

#include <stdarg.h>

typedef struct {
    GazPlace place; /* the first */
    const GazFaultKind *kind;
    const char *field, *text, *expected;
    unsigned more;
} Unknown;

GHashTable *gaz_unknown_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Yours: g_free(). */
static char *key_of(const GazPlace *place, const char *of, const char *text)
{
    return g_strdup_printf("%s\n%s\n%s\n%s", place->file, place->sheet == NULL ? "" : place->sheet, of, text);
}

bool gaz_unknown_again(GazReading *reading, const GazPlace *place, const char *of, const char *text)
{
    g_autofree char *key = key_of(place, of, text);
    Unknown *known = g_hash_table_lookup(reading->unknown, key);

    if (known != NULL)
        known->more++;
    return known != NULL;
}

void gaz_unknown_add(GazReading *reading, const GazPlace *place, const GazFaultKind *kind, const char *of,
                     const char *field, const char *text, const char *expected, ...)
{
    GazArena *arena = reading->data->arena;
    Unknown *unknown;
    g_autofree char *wanted = NULL;
    va_list arguments;

    if (gaz_unknown_again(reading, place, of, text))
        return;
    va_start(arguments, expected);
    wanted = g_strdup_vprintf(expected, arguments);
    va_end(arguments);
    unknown = gaz_arena_new0(arena, Unknown, 1);
    *unknown = (Unknown){.place = *place,
                         .kind = kind,
                         .field = gaz_arena_strdup(arena, field),
                         .text = gaz_arena_strdup(arena, text),
                         .expected = gaz_arena_strdup(arena, wanted)};
    unknown->place.file = gaz_arena_intern(arena, place->file);
    unknown->place.sheet = gaz_arena_intern(arena, place->sheet);
    g_hash_table_insert(reading->unknown, key_of(place, of, text), unknown);
}

/* The report puts them in order. */
void gaz_unknown_tell(GazReading *reading)
{
    GHashTableIter at;
    gpointer value;

    g_hash_table_iter_init(&at, reading->unknown);
    while (g_hash_table_iter_next(&at, NULL, &value)) {
        const Unknown *unknown = value;
        g_autofree char *more = unknown->more == 0
                                    ? g_strdup("")
                                    : g_strdup_printf("; the same in %u more place%s of the file",
                                                      unknown->more, unknown->more == 1 ? "" : "s");

        gaz_report_add(reading->report, &unknown->place, unknown->kind, unknown->field, unknown->text, "%s%s",
                       unknown->expected, more);
    }
    g_hash_table_remove_all(reading->unknown);
}
