/* interview.c - 约谈通知书: the letter that calls an enterprise to interview (R9). Never on the website. */
#include "compose/cells.h"
#include "compose/composer.h"
#include "compose/findings.h"

const GazSlot gaz_interview_slots[] = {
    GAZ_LIST("findings", gaz_finding_slots),
    GAZ_VALUE("lines"), /* which ones, in words */
    GAZ_VALUE("when"),
    GAZ_VALUE("where"),
    GAZ_VALUE("by"),
    GAZ_VALUE("correct-by"),
    GAZ_FLAG("running"),   /* whether a line was found running */
    GAZ_FLAG("shortfall"), /* whether one was found short of its days by the records */
    {0},
};

/* The interview that the letter calls to: the first on or after its date. */
static const GazInterview *interview_of(const GazComposing *work, const GazFindingState *state)
{
    for (unsigned i = 0; i < state->interviews->len; i++) {
        const GazInterview *interview = state->interviews->pdata[i];

        if (interview->at.day >= work->notice->date)
            return interview;
    }
    return NULL;
}

/* The assessment knows nothing later than its as-of date: an interview still to come is in the data alone. */
static const GazInterview *interview_to_come(const GazComposing *work, const GazFinding *finding)
{
    const GazInterview *next = NULL;

    for (unsigned i = 0; i < work->data->interviews->len; i++) {
        const GazInterview *interview = work->data->interviews->pdata[i];

        if (interview->finding == finding && interview->at.day >= work->notice->date &&
            (next == NULL || interview->at.day < next->at.day))
            next = interview;
    }
    return next;
}

static bool give_interview(GazComposing *work, const GazFinding *finding)
{
    const GazInterview *interview = interview_of(work, gaz_assessment_finding(work->assessment, finding));

    if (interview == NULL)
        interview = interview_to_come(work, finding);
    if (interview == NULL)
        return gaz_composing_lacks(work, "finding", finding->record.id,
                                   "an interview about it on or after the notice's date");
    gaz_frame_text(work->facts, "when", gaz_text_moment(work->arena, interview->at));
    gaz_frame_text_from(work->facts, "where", interview->venue, GAZ_AT(interview, venue));
    gaz_frame_text(work->facts, "by", interview->by);
    gaz_frame_date(work->facts, "correct-by", interview->correct_by);
    return true;
}

/* What is to be put right depends on what was found by then. */
static void give_breach(GazComposing *work, const GazFindingState *state)
{
    for (unsigned i = 0; i < state->events->len; i++) {
        const GazEvent *event = state->events->pdata[i];

        if (event->at.day > work->notice->date)
            continue;
        if (event->kind == GAZ_EVENT_SHORTFALL)
            gaz_frame_flag(work->facts, "shortfall", true);
        if (event->kind == GAZ_EVENT_FOUND_RUNNING || event->kind == GAZ_EVENT_SECOND_BREACH)
            gaz_frame_flag(work->facts, "running", true);
    }
}

bool gaz_interview_give(GazComposing *work)
{
    const GPtrArray *findings = work->notice->findings;
    GazValue lines = {0};

    if (findings->len == 0)
        return gaz_composing_lacks(work, "finding", NULL, "at least one finding");
    for (unsigned i = 0; i < findings->len; i++) {
        const GazFinding *finding = findings->pdata[i];
        const GazFindingState *state = gaz_assessment_finding(work->assessment, finding);

        gaz_finding_give(work, gaz_frame_add(work->facts, "findings"), state, work->notice->date);
        give_breach(work, state);
        gaz_value_add_member(work->arena, work->glossary, &lines, i, findings->len, finding->line->name,
                             NULL);
    }
    gaz_frame_value(work->facts, "lines", &lines);
    return give_interview(work, findings->pdata[0]);
}
