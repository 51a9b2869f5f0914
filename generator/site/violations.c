/* violations.c - the findings of the year, newest first. */
#include "site/known.h"
#include "site/pages.h"
#include "site/subjects.h"

/* When it came about, as the table of all says. */
static int64_t first_event(const GazFindingState *state)
{
    const GazEvent *event = state->events->len == 0 ? NULL : state->events->pdata[0];

    return event == NULL ? INT64_MIN : gaz_moment_begin(event->at);
}

static int newest_first(const void *left, const void *right)
{
    const GazFindingState *a = *(GazFindingState *const *)left, *b = *(GazFindingState *const *)right;
    int64_t at = first_event(a), other = first_event(b);

    return at != other ? (at < other ? 1 : -1) : g_strcmp0(a->finding->record.id, b->finding->record.id);
}

static void add_stages(GazPage *page, const GPtrArray *states)
{
    unsigned counts[GAZ_FINDING_STAGES] = {0};

    for (unsigned i = 0; i < states->len; i++) {
        const GazFindingState *state = states->pdata[i];

        if (state->finding->result == GAZ_RESULT_BREACH && gaz_known_finding(page->run->assessment, state))
            counts[state->stage]++;
    }
    for (int stage = GAZ_STAGE_FOUND; stage < GAZ_FINDING_STAGES; stage++)
        if (stage <= GAZ_STAGE_EXPOSED || counts[stage] > 0) /* annulled: hardly ever one is */
            gaz_fact_set_count(gaz_fact_code(page->root, "count", gaz_finding_stage, stage), "n",
                               counts[stage]);
}

static void facts(GazPage *page, const void *subject)
{
    g_autoptr(GPtrArray) states = g_ptr_array_new();

    (void)subject;
    for (unsigned i = 0; i < page->run->assessment->findings->len; i++)
        g_ptr_array_add(states, page->run->assessment->findings->pdata[i]);
    g_ptr_array_sort(states, newest_first);
    add_stages(page, states);
    for (unsigned i = 0; i < states->len; i++)
        gaz_subject_finding(page, page->root, states->pdata[i]);
}

bool gaz_site_write_findings(GazSiteRun *run, GError **error)
{
    return gaz_page_write(run, "violations", "violations.html", run->assessment->as_of, facts, NULL, error);
}
