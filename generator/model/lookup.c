/* lookup.c - names become what they name, or a fault. */
#include "model/names.h"
#include "model/unknown.h"

#include <string.h>

int gaz_code_find(const GazCode *codes, const char *code)
{
    for (int i = 0; codes[i].code != NULL; i++)
        if (strcmp(codes[i].code, code) == 0)
            return i;
    return -1;
}

char *gaz_codes_in_words(const GazCode *codes)
{
    GString *words = g_string_new(NULL);

    for (unsigned i = 0; codes[i].code != NULL; i++)
        g_string_append_printf(words, "%s%s",
                               i == 0                      ? ""
                               : codes[i + 1].code == NULL ? " or "
                                                           : ", ",
                               codes[i].code);
    return g_string_free(words, FALSE);
}

/* What is no id may be a name: of a record that was left out for a fault, or near to one that is known. */
static void refuse_unknown(GazReading *reading, const char *table, const char *text, const GazPlace *place,
                           const char *field)
{
    const char *id = NULL;
    g_autofree char *nearest = NULL;

    if (gaz_unknown_again(reading, place, table, text))
        return;
    if (!gaz_id_is_valid(text)) {
        if (gaz_name_find(reading, table, text, &id) == GAZ_NAME_LEFT_OUT)
            return;
        nearest = gaz_name_nearest(reading, table, text);
    }
    gaz_unknown_add(reading, place, GAZ_MODEL_FAULT(REFERENCE_UNKNOWN), table, field, text,
                    "an id of %s.csv%s%s", table, nearest == NULL ? "" : ", perhaps ",
                    nearest == NULL ? "" : nearest);
}

bool gaz_reading_pass_empty(GazReading *reading, const char *table)
{
    for (unsigned i = 0; i < gaz_table_count; i++) {
        const GPtrArray *records = *(GPtrArray **)((char *)reading->data + gaz_tables[i].list);

        if (strcmp(gaz_tables[i].name, table) == 0 && records->len == 0)
            return g_hash_table_add(reading->partial, (gpointer)gaz_tables[i].name);
    }
    return false;
}

const GazRecord *gaz_reading_lookup(GazReading *reading, const char *table, const char *id,
                                    const GazPlace *place, const char *field)
{
    g_autofree char *key = g_strconcat(table, "/", id, NULL);
    const GazRecord *record = g_hash_table_lookup(reading->data->records, key);

    if (record != NULL || g_hash_table_contains(reading->left_out, key) ||
        g_hash_table_contains(reading->partial, table))
        return record;
    if (gaz_reading_pass_empty(reading, table))
        gaz_report_add(reading->report, place, GAZ_MODEL_FAULT(REFERENCE_UNKNOWN), field, id,
                       "an id of %s.csv, which has no rows", table);
    else
        refuse_unknown(reading, table, id, place, field);
    return NULL;
}

const GazCity *gaz_reading_city(GazReading *reading, const char *code, const GazPlace *place,
                                const char *field)
{
    const GazRegion *region = reading->data->rules->region;

    if (region == NULL)
        return NULL;
    for (unsigned i = 0; i < region->cities->len; i++) {
        const GazCity *city = region->cities->pdata[i];

        if (strcmp(city->code, code) == 0)
            return city;
    }
    gaz_unknown_add(
        reading, place, GAZ_MODEL_FAULT(CITY_UNKNOWN), "cities", field, code,
        "the six-digit code of a city of %s, which is region=\"%s\" of publication.xml; its cities are in "
        "data/rules/regions/%s.xml",
        region->name.in[GAZ_EN], region->code, region->code);
    return NULL;
}

/* A later year may say anew, once, what the earlier ones said of these. */
static bool is_renewed(GazReading *reading, const GazElement *element, const char *key)
{
    bool may = strcmp(element->name, "authority") == 0 || strcmp(element->name, "meta") == 0;

    return reading->later && may && g_hash_table_add(reading->renewed, (gpointer)key);
}

bool gaz_reading_claim(GazReading *reading, const GazElement *element, const char *attribute, void *value)
{
    const GazAttribute *id = gaz_element_attribute(element, attribute);
    const char *key = gaz_arena_printf(reading->data->arena, "<%s>/%s", element->name, id->value);

    if (!g_hash_table_contains(reading->named, key) || is_renewed(reading, element, key)) {
        g_hash_table_replace(reading->named, (gpointer)key, value);
        return true;
    }
    gaz_report_add(reading->report, &id->place, GAZ_MODEL_FAULT(ID_DUPLICATE), id->name, id->value,
                   "one of its own");
    return false;
}

void *gaz_reading_named(const GazReading *reading, const char *name, const char *id)
{
    g_autofree char *key = g_strdup_printf("<%s>/%s", name, id);

    return g_hash_table_lookup(reading->named, key);
}

const char *gaz_reading_shown(GazReading *reading, const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    g_autoptr(GString) shown = g_string_new(NULL);

    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at))
        g_string_append_unichar(shown, g_unichar_isprint(g_utf8_get_char(at)) ? g_utf8_get_char(at) : 0xFFFD);
    return gaz_arena_strdup(reading->data->arena, shown->str);
}
