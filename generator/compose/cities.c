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

static void add_line(GHashTable *by_city, const GazLine *line)
{
    GazCityLines *city = g_hash_table_lookup(by_city, line->enterprise->city);

    if (city == NULL) {
        city = city_new(line->enterprise->city);
        g_hash_table_insert(by_city, (gpointer)city->city, city);
    }
    g_ptr_array_add(city->lines, (gpointer)line);
}

static GPtrArray *in_order(const GazData *data, GHashTable *by_city)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(free_city);
    const GPtrArray *cities = data->rules->region->cities;

    for (unsigned i = 0; i < cities->len; i++)
        if (g_hash_table_contains(by_city, cities->pdata[i]))
            g_ptr_array_add(all, g_hash_table_lookup(by_city, cities->pdata[i]));
    return all;
}

GPtrArray *gaz_cities_of(const GazData *data, bool (*wanted)(const GazLine *line))
{
    g_autoptr(GHashTable) by_city = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < data->lines->len; i++)
        if (wanted == NULL || wanted(data->lines->pdata[i]))
            add_line(by_city, data->lines->pdata[i]);
    return in_order(data, by_city);
}

GPtrArray *gaz_cities_of_lines(const GazData *data, const GPtrArray *lines)
{
    g_autoptr(GHashTable) by_city = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < lines->len; i++)
        add_line(by_city, lines->pdata[i]);
    return in_order(data, by_city);
}

unsigned gaz_enterprises_of(const GPtrArray *lines)
{
    g_autoptr(GHashTable) enterprises = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < lines->len; i++)
        g_hash_table_add(enterprises, (gpointer)((const GazLine *)lines->pdata[i])->enterprise);
    return g_hash_table_size(enterprises);
}
