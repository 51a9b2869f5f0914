/* cities.c - lines by city. */
#include "compose/cities.h"

static void free_city(void *data)
{
    GazCityLines *city = data;

    g_ptr_array_unref(city->lines);
    g_free(city);
}

static GazCityLines *city_new(const GazCity *city)
{
    GazCityLines *lines = g_new0(GazCityLines, 1);

    lines->city = city;
    lines->lines = g_ptr_array_new();
    return lines;
}

GPtrArray *gaz_cities_of(const GazData *data, bool (*wanted)(const GazLine *line))
{
    g_autoptr(GHashTable) by_city = g_hash_table_new(NULL, NULL);
    GPtrArray *all = g_ptr_array_new_with_free_func(free_city);
    const GPtrArray *cities = data->rules->region->cities;

    for (unsigned i = 0; i < data->lines->len; i++) {
        const GazLine *line = data->lines->pdata[i];
        GazCityLines *city = g_hash_table_lookup(by_city, line->enterprise->city);

        if (wanted != NULL && !wanted(line))
            continue;
        if (city == NULL) {
            city = city_new(line->enterprise->city);
            g_hash_table_insert(by_city, (gpointer)city->city, city);
        }
        g_ptr_array_add(city->lines, (gpointer)line);
    }
    for (unsigned i = 0; i < cities->len; i++)
        if (g_hash_table_contains(by_city, cities->pdata[i]))
            g_ptr_array_add(all, g_hash_table_lookup(by_city, cities->pdata[i]));
    return all;
}

unsigned gaz_enterprises_of(const GPtrArray *lines)
{
    g_autoptr(GHashTable) enterprises = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < lines->len; i++)
        g_hash_table_add(enterprises, (gpointer)((const GazLine *)lines->pdata[i])->enterprise);
    return g_hash_table_size(enterprises);
}
