/* plan_draft.c - 公示: the association's plan for public comment (R6). */
#include "compose/composer.h"
#include "compose/plan_facts.h"

const GazSlot gaz_plan_draft_slots[] = {GAZ_PLAN_SLOTS, {0}};

bool gaz_plan_draft_give(GazComposing *work)
{
    return gaz_plan_facts_give(work, GAZ_PLAN_DRAFT);
}
