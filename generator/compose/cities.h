/* cities.h - lines by the city of their enterprise, in the official order of cities, each city's lines as
 * written. */
#ifndef GAZETTE_COMPOSE_CITIES_H
#define GAZETTE_COMPOSE_CITIES_H
#include "model/data.h"

typedef struct {
    const GazCity *city;
    GPtrArray *lines; /* of const GazLine *, never empty */
} GazCityLines;

/* Yours: g_ptr_array_unref(), of GazCityLines *. Every line of `data` that `wanted` (NULL: all) wants. */
GPtrArray *gaz_cities_of(const GazData *data, bool (*wanted)(const GazLine *line));

/* The same of `lines` (of const GazLine *) alone. */
GPtrArray *gaz_cities_of_lines(const GazData *data, const GPtrArray *lines);

/* How many enterprises these lines belong to. */
unsigned gaz_enterprises_of(const GPtrArray *lines);

#endif
