/* places.h - the places of the cells of one row, packed: of a large folder they would be a third of all that
 * is kept. */
#ifndef GAZETTE_BASE_PLACES_H
#define GAZETTE_BASE_PLACES_H
#include "base/arena.h"
#include "base/place.h"

typedef struct GazPlaces GazPlaces;

/* Packs `count` places, at least one, none of which is changed by it. Lent while the arena lives. */
const GazPlaces *gaz_places_pack(GazArena *arena, const GazPlace *places, unsigned count);

/* The place that was given as number `at`. */
GazPlace gaz_places_get(const GazPlaces *places, unsigned at);

#endif
