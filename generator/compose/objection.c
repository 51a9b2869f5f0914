/* objection.c - 异议和申诉处理公告: what enterprises object to, and what was decided. */
#include "compose/composer.h"
#include "compose/findings.h"

static const GazSlot objection_slots[] = {
    GAZ_LIST("findings", gaz_finding_slots), /* the one it is about */
    GAZ_VALUE("objection-kind"),
    GAZ_VALUE("filed-on"),
    GAZ_VALUE("grounds"),
    GAZ_VALUE("decided-on"),
    GAZ_VALUE("decided"),  /* upheld, partly upheld, rejected */
    GAZ_VALUE("decision"), /* the reasons given; may be empty */
    {0},
};

const GazSlot gaz_objection_slots[] = {
    GAZ_LIST("objections", objection_slots),
    GAZ_VALUE("objections-number"),  /* how many */
    GAZ_VALUE("objections-decided"), /* that they were decided, in a title */
    GAZ_FLAG("upheld"),              /* whether one was, in part or whole */
    GAZ_FLAG("rejected"),
    {0},
};

/* False after a fault: nothing was decided by the notice's day. */
static bool give_objection(GazComposing *work, const GazObjection *objection)
{
    GazFrame *member = gaz_frame_add(work->facts, "objections");

    if (objection->outcome < 0 || objection->decided_on > work->notice->date)
        return gaz_composing_lacks(work, "objection", objection->record.id,
                                   "an objection decided by the notice's date");
    gaz_finding_give(work, gaz_frame_add(member, "findings"),
                     gaz_assessment_finding(work->assessment, objection->finding), work->notice->date);
    gaz_frame_text(member, "objection-kind", gaz_objection_kind[objection->kind].name);
    gaz_frame_date(member, "filed-on", objection->filed_on);
    gaz_frame_text_from(member, "grounds", objection->grounds, GAZ_AT(objection, grounds));
    gaz_frame_date(member, "decided-on", objection->decided_on);
    gaz_frame_text(member, "decided", gaz_decision[objection->outcome].name);
    gaz_frame_text(member, "decision", objection->decision);
    return true;
}

/* 1件异议; 3件异议、申诉: by the names of those there are. */
static GazText number_of(const GazComposing *work, const GPtrArray *objections)
{
    unsigned appeals = 0;

    for (unsigned i = 0; i < objections->len; i++)
        appeals += ((const GazObjection *)objections->pdata[i])->kind == GAZ_OBJECTION_APPEAL;
    return gaz_count_of(work,
                        appeals == 0                 ? "objections-alone"
                        : appeals == objections->len ? "appeals-alone"
                                                     : "objections",
                        objections->len);
}

bool gaz_objection_give(GazComposing *work)
{
    const GPtrArray *objections = work->notice->objections;
    bool ok = objections->len > 0, upheld = false, rejected = false;

    if (!ok)
        gaz_composing_lacks(work, "objection", NULL, "at least one objection");
    for (unsigned i = 0; i < objections->len; i++) {
        const GazObjection *objection = objections->pdata[i];

        ok &= give_objection(work, objection);
        upheld |=
            objection->outcome == GAZ_DECISION_UPHELD || objection->outcome == GAZ_DECISION_PARTLY_UPHELD;
        rejected |= objection->outcome == GAZ_DECISION_REJECTED;
    }
    gaz_frame_text(work->facts, "objections-number", number_of(work, objections));
    gaz_frame_text(work->facts, "objections-decided",
                   gaz_count_of(work, "objections-decided", objections->len));
    gaz_frame_flag(work->facts, "upheld", upheld);
    gaz_frame_flag(work->facts, "rejected", rejected);
    return ok;
}
