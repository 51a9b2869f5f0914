/* composers.c - every kind of notice and page, with the parts its wording must hold. */
#include "compose/composer.h"
#include <string.h>

#define PARTS(...)                                                                                           \
    .parts = (const char *const[])                                                                           \
    {                                                                                                        \
        __VA_ARGS__, NULL                                                                                    \
    }

const GazComposer gaz_composers[] = {
    {"plan-draft", gaz_plan_draft_slots, .give = gaz_plan_draft_give,
     PARTS("brief", "annex-windows", "annex-calendar", "caption-windows", "caption-calendar",
           "alternative-calendar")},
    {"line-list", gaz_line_list_slots, .give = gaz_line_list_give,
     PARTS("brief", "annex-lines", "annex-restricted", "caption-lines", "caption-restricted")},
    {"exposure", gaz_exposure_slots, .give = gaz_exposure_give, PARTS("brief")},
    {0},
};

const GazComposer *gaz_composer_find(const char *name)
{
    for (const GazComposer *composer = gaz_composers; composer->name != NULL; composer++)
        if (strcmp(composer->name, name) == 0)
            return composer;
    return NULL;
}
