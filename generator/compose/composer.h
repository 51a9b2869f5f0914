/* composer.h - one composer a kind of notice or page: what its wording may ask for, and who gives it.
 * A kind is added by one file of its own, one row in composers.c, and its wording in templates/wording. */
#ifndef GAZETTE_COMPOSE_COMPOSER_H
#define GAZETTE_COMPOSE_COMPOSER_H
#include "compose/composing.h"

typedef struct {
    const char *name;         /* of its wording; a notice's kind: gaz_notice_kinds[].code */
    const GazSlot *slots;     /* besides gaz_common_slots */
    const char *const *parts; /* NULL at the end */
    /* Gives the facts: sets slots of `work->facts`, makes tables and figures, names enterprises and lines,
     * asks for annexes. False after a fault in `work->report`. */
    bool (*give)(GazComposing *work);
} GazComposer;

/* Ends with a NULL name. */
extern const GazComposer gaz_composers[];
const GazComposer *gaz_composer_find(const char *name); /* NULL: none */

/* Of every wording: publication, authorities, law, notice (common.c). */
extern const GazSlot gaz_common_slots[];
void gaz_common_give(GazComposing *work);

/* The composers' files. */
extern const GazSlot gaz_plan_draft_slots[], gaz_plan_slots[], gaz_special_task_slots[],
    gaz_line_list_slots[], gaz_exposure_slots[], gaz_interview_slots[], gaz_summary_slots[],
    gaz_general_slots[], gaz_correction_slots[], gaz_withdrawal_slots[], gaz_objection_slots[],
    gaz_about_slots[], gaz_legal_slots[], gaz_channels_slots[], gaz_poster_slots[];
bool gaz_plan_draft_give(GazComposing *work);
bool gaz_plan_give(GazComposing *work);
bool gaz_special_task_give(GazComposing *work);
bool gaz_line_list_give(GazComposing *work);
bool gaz_exposure_give(GazComposing *work);
bool gaz_interview_give(GazComposing *work);
bool gaz_summary_give(GazComposing *work);
bool gaz_general_give(GazComposing *work);
bool gaz_correction_give(GazComposing *work);
bool gaz_withdrawal_give(GazComposing *work);
bool gaz_objection_give(GazComposing *work);
bool gaz_about_give(GazComposing *work);
bool gaz_legal_give(GazComposing *work);
bool gaz_channels_give(GazComposing *work);
bool gaz_poster_give(GazComposing *work);

#endif
