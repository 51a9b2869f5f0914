/* line.c - a line on a day of its history. */
#include "model/line.h"

GazLineState gaz_line_on(const GazLine *line, GazDate day)
{
    GazLineState state = {GAZ_NO_DATE, line->enterprise, line->status};

    for (unsigned i = 0; i < line->state_count && line->states[i].from <= day; i++)
        state = line->states[i];
    return state;
}
