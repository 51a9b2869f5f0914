/* composers.c - every kind of notice and page, with the parts its wording must hold. */
#include "compose/composer.h"
#include <string.h>

#define PARTS(...)                                                                                           \
    .parts = (const char *const[])                                                                           \
    {                                                                                                        \
        __VA_ARGS__, NULL                                                                                    \
    }

#define PLAN_PARTS                                                                                           \
    "brief", "annex-windows", "annex-calendar", "caption-windows", "caption-calendar", "alternative-calendar"

const GazComposer gaz_composers[] = {
    {"plan-draft", gaz_plan_draft_slots, PARTS(PLAN_PARTS), gaz_plan_draft_give},
    {"plan", gaz_plan_slots, PARTS(PLAN_PARTS, "annex-changes", "caption-changes"), gaz_plan_give},
    {"special-task", gaz_special_task_slots,
     PARTS("brief", "annex-tasks", "annex-windows", "caption-tasks", "caption-task-windows"),
     gaz_special_task_give},
    {"line-list", gaz_line_list_slots,
     PARTS("brief", "annex-lines", "annex-restricted", "annex-list-changes", "caption-lines",
           "caption-restricted", "caption-list-changes"),
     gaz_line_list_give},
    {"exposure", gaz_exposure_slots, PARTS("brief"), gaz_exposure_give},
    {"interview", gaz_interview_slots, PARTS("brief"), gaz_interview_give},
    {"summary", gaz_summary_slots,
     PARTS("brief", "annex-by-city", "annex-by-line", "annex-calendar", "caption-by-city", "caption-by-line",
           "caption-bars", "alternative-bars", "caption-calendar", "alternative-calendar", "caption-by-year",
           "caption-years", "alternative-years", "annex-ledger", "caption-ledger"),
     gaz_summary_give},
    {"notice", gaz_general_slots, PARTS("brief"), gaz_general_give},
    {"correction", gaz_correction_slots, PARTS("brief", "annex-corrections", "caption-corrections"),
     gaz_correction_give},
    {"withdrawal", gaz_withdrawal_slots, PARTS("brief"), gaz_withdrawal_give},
    {"objection", gaz_objection_slots, PARTS("brief"), gaz_objection_give},
    {"about", gaz_about_slots, PARTS("brief"), gaz_about_give},
    {"legal", gaz_legal_slots, PARTS("brief"), gaz_legal_give},
    {"channels", gaz_channels_slots, PARTS("brief"), gaz_channels_give},
    {"poster", gaz_poster_slots, PARTS("brief", "caption-code", "alternative-code"), gaz_poster_give},
    {0},
};

const GazComposer *gaz_composer_find(const char *name)
{
    for (const GazComposer *composer = gaz_composers; composer->name != NULL; composer++)
        if (strcmp(composer->name, name) == 0)
            return composer;
    return NULL;
}
