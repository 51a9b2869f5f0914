/* rules.c - looking things up in the rules. */
#include "model/rules.h"

#include <string.h>

const GazCounting *gaz_rules_counting(const GazRules *rules, const char *id)
{
    for (unsigned i = 0; i < rules->countings->len; i++) {
        const GazCounting *counting = rules->countings->pdata[i];

        if (strcmp(counting->id, id) == 0)
            return counting;
    }
    return NULL;
}

const GazRegionWindow *gaz_rules_window(const GazRules *rules, const char *region)
{
    for (unsigned i = 0; i < rules->windows->len; i++) {
        const GazRegionWindow *window = rules->windows->pdata[i];

        if (strcmp(window->region, region) == 0)
            return window;
    }
    return NULL;
}
