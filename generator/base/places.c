/* places.c - cells on one line differ by their column, for which two bytes do; where a cell has lines in it,
 * or its column is further to the right, all places of the row are kept as they are. */
#include "base/places.h"

#include <stdbool.h>
#include <string.h>

struct GazPlaces {
    GazPlace first;
    const GazPlace *whole; /* NULL: all are in the file and on the line of the first */
    guint16 columns[];     /* of those on one line */
};

static bool is_even(const GazPlace *places, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (places[i].file != places[0].file || places[i].sheet != places[0].sheet ||
            places[i].line != places[0].line || places[i].column > G_MAXUINT16)
            return false;
    return true;
}

const GazPlaces *gaz_places_pack(GazArena *arena, const GazPlace *places, unsigned count)
{
    bool even = is_even(places, count);
    GazPlaces *packed = gaz_arena_alloc(arena, sizeof *packed + (even ? count * sizeof *packed->columns : 0));

    packed->first = places[0];
    for (unsigned i = 0; even && i < count; i++)
        packed->columns[i] = (guint16)places[i].column;
    if (!even)
        packed->whole = memcpy(gaz_arena_new0(arena, GazPlace, count), places, count * sizeof *places);
    return packed;
}

GazPlace gaz_places_get(const GazPlaces *places, unsigned at)
{
    GazPlace place = places->first;

    if (places->whole != NULL)
        return places->whole[at];
    place.column = places->columns[at];
    return place;
}
