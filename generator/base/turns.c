/* turns.c - a claim is one atomic addition. Who is busy claims nothing: it comes back at its next item. */
#include "base/turns.h"

#include <stddef.h>

bool gaz_turns_take(GazTurns *turns)
{
    if (turns->next == NULL)
        return true;
    if (!turns->claimed)
        turns->ours = __atomic_fetch_add(turns->next, 1, __ATOMIC_RELAXED);
    turns->claimed = turns->at++ != turns->ours;
    return !turns->claimed;
}
