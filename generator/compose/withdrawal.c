/* withdrawal.c - 撤销公告: that a notice is in force no longer, and why. */
#include "compose/amended.h"
#include "compose/composer.h"

const GazSlot gaz_withdrawal_slots[] = {
    GAZ_AMENDED_SLOTS,
    GAZ_FLAG("exposure"), /* whether an exposure is withdrawn */
    {0},
};

bool gaz_withdrawal_give(GazComposing *work)
{
    g_auto(GazAmended) amended = gaz_amended_open(work, work->notice->withdraws);
    g_autoptr(GazDocument) last =
        amended.target == NULL ? NULL : gaz_amended_compose(work, &amended, amended.corrections->len + 1);

    if (last == NULL)
        return false;
    gaz_amended_give(work, &amended, last);
    gaz_frame_flag(work->facts, "exposure", amended.target->kind == GAZ_NOTICE_EXPOSURE);
    return true;
}
