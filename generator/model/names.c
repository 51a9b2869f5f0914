/* names.c - one index for each of the two tables, made anew where rows were added to it. */
#include "model/names.h"

#include "model/headings.h"
#include "model/nearest.h"
#include <string.h>

/* Of two that share a name neither is meant: the index holds NULL. */
static void index_name(GHashTable *names, char *key, const void *record)
{
    bool shared = g_hash_table_contains(names, key);

    g_hash_table_insert(names, key, shared ? NULL : (gpointer)record);
}

static GHashTable *renew(GHashTable **names, guint *count, const GPtrArray *records)
{
    g_clear_pointer(names, g_hash_table_unref);
    *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    *count = records->len;
    return *names;
}

static GHashTable *enterprises_of(GazReading *reading)
{
    const GPtrArray *enterprises = reading->data->enterprises;
    GHashTable *names = reading->names;

    if (names != NULL && reading->names_count == enterprises->len)
        return names;
    names = renew(&reading->names, &reading->names_count, enterprises);
    for (unsigned i = 0; i < enterprises->len; i++) {
        const GazEnterprise *enterprise = enterprises->pdata[i];
        const char *name = enterprise->name.in[GAZ_ZH];

        index_name(names, gaz_heading_key(name == NULL ? "" : name), enterprise);
    }
    return names;
}

/* Behind the brackets and dashes that `key` begins with; those it ends with are cut off. */
static const char *bare(char *key)
{
    const char *start = key;

    for (size_t length = strlen(key); length > 0 && strchr(")]", key[length - 1]) != NULL;)
        key[--length] = '\0';
    while (*start != '\0' && g_utf8_strchr("-—–_/,、:([", -1, g_utf8_get_char(start)) != NULL)
        start = g_utf8_next_char(start);
    return start;
}

/* Cuts off the `ending`; whether it was there. */
static bool cut_ending(GString *text, const char *ending)
{
    bool found = g_str_has_suffix(text->str, ending);

    if (found)
        g_string_truncate(text, text->len - strlen(ending));
    return found;
}

char *gaz_enterprise_name_key(const char *name)
{
    return gaz_heading_key(name);
}

/* "(1#线)" is "1号": brackets and dashes around it, and what each line is called, say nothing. Without
 * regular expressions, which took a sixtieth of a build after a change to compile. Yours: g_free(). */
char *gaz_line_name_key(const char *name)
{
    static const char *const kinds[] = {"生产线", "回转窑", "线", "窑"};
    g_autofree char *key = gaz_heading_key(name);
    GString *number = g_string_new(bare(key));
    g_autofree char *whole = NULL;

    g_string_replace(number, "#", "号", 0);
    whole = g_strdup(number->str);
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (cut_ending(number, kinds[i])) {
            cut_ending(number, "熟料");
            break;
        }
    if (number->len == 0)
        g_string_assign(number, whole);
    return g_string_free(number, FALSE);
}

/* Each line by "E-001/1号", and by "E-001/", which its enterprise's only line has for itself. */
static GHashTable *lines_of(GazReading *reading)
{
    const GPtrArray *lines = reading->data->lines;
    GHashTable *names = reading->line_names;

    if (names != NULL && reading->line_names_count == lines->len)
        return names;
    names = renew(&reading->line_names, &reading->line_names_count, lines);
    for (unsigned i = 0; i < lines->len; i++) {
        const GazLine *line = lines->pdata[i];
        const char *enterprise = line->enterprise == NULL ? "" : line->enterprise->record.id;
        const char *name = line->name.in[GAZ_ZH];
        g_autofree char *key = gaz_line_name_key(name == NULL ? "" : name);

        index_name(names, g_strdup_printf("%s/%s", enterprise, key), line);
        index_name(names, g_strdup_printf("%s/", enterprise), line);
    }
    return names;
}

static bool is_left_out(const GazReading *reading, const char *table, const char *key)
{
    g_autofree char *path = g_strdup_printf("%s//%s", table, key);

    return g_hash_table_contains(reading->left_out, path);
}

static GazNameKind find_key(const GazReading *reading, GHashTable *names, const char *table, const char *key,
                            const char *left_out, const GazRecord **record)
{
    gpointer found = NULL;

    if (g_hash_table_lookup_extended(names, key, NULL, &found)) {
        *record = found;
        return found == NULL ? GAZ_NAME_SHARED : GAZ_NAME_FOUND;
    }
    return is_left_out(reading, table, left_out) ? GAZ_NAME_LEFT_OUT : GAZ_NAME_UNKNOWN;
}

/* The longest beginning of `key` that is the name of an enterprise. `*rest`: what follows; lent, from `key`.
 */
static GazNameKind find_beginning(GazReading *reading, const char *key, const GazRecord **enterprise,
                                  const char **rest)
{
    GHashTable *names = enterprises_of(reading);

    for (const char *end = key + strlen(key); end > key; end = g_utf8_prev_char(end)) {
        g_autofree char *beginning = g_strndup(key, (gsize)(end - key));
        GazNameKind kind = find_key(reading, names, "enterprises", beginning, beginning, enterprise);

        *rest = end;
        if (kind != GAZ_NAME_UNKNOWN)
            return kind;
    }
    return GAZ_NAME_UNKNOWN;
}

static GazNameKind find_line(GazReading *reading, const char *text, const GazRecord **line)
{
    g_autofree char *key = gaz_heading_key(text), *own = NULL, *path = NULL;
    const GazRecord *enterprise = NULL;
    const char *rest = NULL;
    GazNameKind kind = find_beginning(reading, key, &enterprise, &rest);

    if (kind != GAZ_NAME_FOUND)
        return kind;
    own = gaz_line_name_key(rest);
    path = g_strdup_printf("%s/%s", enterprise->id, own);
    return find_key(reading, lines_of(reading), "lines", path, own, line);
}

GazNameKind gaz_name_find(GazReading *reading, const char *table, const char *text, const char **id)
{
    enum { LONGEST = 600 }; /* [bytes] no name is longer */
    const GazRecord *record = NULL;
    GazNameKind kind = GAZ_NAME_UNKNOWN;
    g_autofree char *key = NULL;

    if (strlen(text) > LONGEST)
        return kind;
    if (strcmp(table, "lines") == 0) {
        kind = find_line(reading, text, &record);
    } else if (strcmp(table, "enterprises") == 0) {
        key = gaz_heading_key(text);
        kind = find_key(reading, enterprises_of(reading), table, key, key, &record);
    }
    *id = record == NULL ? NULL : record->id;
    return kind;
}

/* A name as a cell would say it. Yours: g_free(). */
static char *say_name(const GazReading *reading, bool lines, unsigned index)
{
    const GazLine *line = lines ? reading->data->lines->pdata[index] : NULL;
    const GazEnterprise *enterprise = lines ? line->enterprise : reading->data->enterprises->pdata[index];
    const char *first = enterprise == NULL ? NULL : enterprise->name.in[GAZ_ZH];
    const char *last = line == NULL ? NULL : line->name.in[GAZ_ZH];

    return g_strconcat(first == NULL ? "" : first, last == NULL ? "" : last, NULL);
}

char *gaz_name_nearest(GazReading *reading, const char *table, const char *text)
{
    enum { MOST = 100 }; /* unknown names that are compared with all known ones */
    bool lines = strcmp(table, "lines") == 0, enterprises = strcmp(table, "enterprises") == 0;
    const GPtrArray *records = lines ? reading->data->lines : reading->data->enterprises;
    g_auto(GazNearest) nearest = {0};

    if ((!lines && !enterprises) || reading->names_compared++ >= MOST)
        return NULL;
    gaz_nearest_init(&nearest, text);
    for (unsigned i = 0; nearest.text != NULL && i < records->len; i++) {
        g_autofree char *name = say_name(reading, lines, i);

        gaz_nearest_try(&nearest, name, i);
    }
    return nearest.found == NULL ? NULL
                                 : g_strdup_printf("%s (%s)", nearest.found,
                                                   ((const GazRecord *)records->pdata[nearest.index])->id);
}

void gaz_name_leave_out(GazReading *reading, const char *table, const char *name)
{
    g_autofree char *key = strcmp(table, "lines") == 0 ? gaz_line_name_key(name) : gaz_heading_key(name);

    g_hash_table_add(reading->left_out,
                     (gpointer)gaz_arena_printf(reading->data->arena, "%s//%s", table, key));
}

void gaz_names_clear(GazReading *reading)
{
    g_clear_pointer(&reading->names, g_hash_table_unref);
    g_clear_pointer(&reading->line_names, g_hash_table_unref);
}
