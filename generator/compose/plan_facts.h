/* plan_facts.h - what the draft and the published plan of a season have in common. */
#ifndef GAZETTE_COMPOSE_PLAN_FACTS_H
#define GAZETTE_COMPOSE_PLAN_FACTS_H
#include "compose/windows.h"

/* A stretch that many lines share: "span", "detail" (days, quota, load limit, make-up), "lines", "reason". */
extern const GazSlot gaz_spell_slots[];

/* "lines" are those that take part: "swap-lines" by letting others stop, "limited-lines" at reduced load
 * alone; "idle-lines" are the rest of the table. Each is empty where there are none. "days.…" are those of
 * the others: "days.same" where all stop as long. "heating" is a flag, and so is "voluntary": a period that
 * the association agrees on with its members (R8). "spells" holds what most lines share, "spells.more" says
 * that there is more. */
#define GAZ_PLAN_SLOTS                                                                                       \
    GAZ_WINDOWS_SLOTS, GAZ_FLAG("heating"), GAZ_FLAG("voluntary"), GAZ_VALUE("enterprises"),                 \
        GAZ_VALUE("lines"), GAZ_VALUE("cities"), GAZ_VALUE("idle-lines"), GAZ_VALUE("limited-lines"),        \
        GAZ_VALUE("swap-lines"), GAZ_VALUE("days.same"), GAZ_VALUE("days.least"), GAZ_VALUE("days.most"),    \
        GAZ_LIST("spells", gaz_spell_slots), GAZ_FLAG("spells.more"), GAZ_TABLE("windows"),                  \
        GAZ_LIST("remarks", gaz_remark_slots), GAZ_FIGURE("calendar")

/* Sets those slots of `work->facts`. False, with a fault, where the notice names no season. */
bool gaz_plan_facts_give(GazComposing *work, GazPlanVersion version);

#endif
