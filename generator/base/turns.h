/* turns.h - several processes go through the same list, and each item is the turn of one of them: of
 * whichever is free first. All must meet the same items in the same order. */
#ifndef GAZETTE_BASE_TURNS_H
#define GAZETTE_BASE_TURNS_H
#include <stdbool.h>

typedef struct {
    unsigned *next; /* lent, in memory that the processes share: the first item not yet claimed, 0 to begin
                       with; NULL: there is nobody else, and every item is ours */
    unsigned at;    /* the item met next */
    unsigned ours;  /* the item claimed for us */
    bool claimed;   /* whether there is one */
} GazTurns;

/* To be called once for each item: whether it is ours to do. */
bool gaz_turns_take(GazTurns *turns);

#endif
