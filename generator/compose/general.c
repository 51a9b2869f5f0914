/* general.c - a notice in the data folder's own words: it needs no facts but those that every notice has. */
#include "compose/composer.h"

const GazSlot gaz_general_slots[] = {{0}};

bool gaz_general_give(GazComposing *work)
{
    return work->notice != NULL;
}
