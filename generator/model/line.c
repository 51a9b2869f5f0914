/* line.c - a line on a day of its history. */
#include "model/line.h"

GazLineState gaz_line_on(const GazLine *line, GazDate day)
{
    GazLineState state = {GAZ_NO_DATE, line->enterprise, line->status};

    for (unsigned i = 0; i < line->state_count && line->states[i].from <= day; i++)
        state = line->states[i];
    return state;
}

/* Faulty data may lead in a circle: `behind` goes half as fast, and is met there. */
const GazEnterprise *gaz_enterprise_now(const GazEnterprise *enterprise)
{
    const GazEnterprise *now = enterprise, *behind = enterprise;

    for (bool step = false; now->merged_into != NULL; step = !step) {
        now = now->merged_into;
        if (now == behind)
            break;
        if (step)
            behind = behind->merged_into;
    }
    return now;
}
