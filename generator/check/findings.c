/* findings.c - the ladder: found, interviewed, corrected or refused, exposed, noted in the next list (N 四).
 */
#include "check/findings.h"

const GazCode gaz_finding_stage[] = {
    {"found", GAZ_TEXT("已发现", "Found")},
    {"interviewed", GAZ_TEXT("已约谈", "Interviewed")},
    {"corrected", GAZ_TEXT("已整改", "Corrected")},
    {"refused", GAZ_TEXT("拒不整改", "Refused to correct")},
    {"exposed", GAZ_TEXT("已公开曝光", "Publicly exposed")},
    {0},
};

static int compare_moments(GazMoment one, GazMoment two)
{
    int64_t a = gaz_moment_begin(one), b = gaz_moment_begin(two);

    return (a > b) - (a < b);
}

static int compare_events(const void *one, const void *two)
{
    return compare_moments((*(const GazEvent *const *)one)->at, (*(const GazEvent *const *)two)->at);
}

static int compare_interviews(const void *one, const void *two)
{
    return compare_moments((*(const GazInterview *const *)one)->at, (*(const GazInterview *const *)two)->at);
}

static GPtrArray *events_by(const GazIndex *index, const GazFinding *finding, GazDate as_of)
{
    const GPtrArray *all = gaz_index_of(index->events, finding);
    GPtrArray *known = g_ptr_array_new();

    for (unsigned i = 0; all != NULL && i < all->len; i++)
        if (((const GazEvent *)all->pdata[i])->at.day <= as_of)
            g_ptr_array_add(known, all->pdata[i]);
    g_ptr_array_sort(known, compare_events);
    return known;
}

static GPtrArray *interviews_by(const GazIndex *index, const GazFinding *finding, GazDate as_of)
{
    const GPtrArray *all = gaz_index_of(index->interviews, finding);
    GPtrArray *known = g_ptr_array_new();

    for (unsigned i = 0; all != NULL && i < all->len; i++)
        if (((const GazInterview *)all->pdata[i])->at.day <= as_of)
            g_ptr_array_add(known, all->pdata[i]);
    g_ptr_array_sort(known, compare_interviews);
    return known;
}

/* The outcome of the last interview that has one; GAZ_STAGE_FOUND without any interview. */
static GazFindingStage stage_by_interviews(const GPtrArray *interviews)
{
    for (unsigned i = interviews->len; i-- > 0;) {
        const GazInterview *interview = interviews->pdata[i];

        if (interview->outcome == GAZ_OUTCOME_CORRECTED)
            return GAZ_STAGE_CORRECTED;
        if (interview->outcome == GAZ_OUTCOME_REFUSED)
            return GAZ_STAGE_REFUSED;
    }
    return interviews->len > 0 ? GAZ_STAGE_INTERVIEWED : GAZ_STAGE_FOUND;
}

/* The earliest exposure notice of each finding, issued by `as_of`. */
static GHashTable *exposures(const GazData *data, GazDate as_of)
{
    GHashTable *by_finding = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < data->publication->notices->len; i++) {
        const GazNotice *notice = data->publication->notices->pdata[i];

        if (notice->kind != GAZ_NOTICE_EXPOSURE || notice->date > as_of)
            continue;
        for (unsigned f = 0; f < notice->findings->len; f++) {
            const GazNotice *known = g_hash_table_lookup(by_finding, notice->findings->pdata[f]);

            if (known == NULL || notice->date < known->date)
                g_hash_table_insert(by_finding, notice->findings->pdata[f], (void *)notice);
        }
    }
    return by_finding;
}

static void free_state(void *data)
{
    GazFindingState *state = data;

    g_ptr_array_unref(state->events);
    g_ptr_array_unref(state->interviews);
    g_free(state);
}

GPtrArray *gaz_finding_states(const GazIndex *index, GazDate as_of)
{
    const GPtrArray *findings = index->data->findings;
    GPtrArray *states = g_ptr_array_new_full(findings->len, free_state);
    g_autoptr(GHashTable) exposed = exposures(index->data, as_of);

    for (unsigned i = 0; i < findings->len; i++) {
        GazFindingState *state = g_new0(GazFindingState, 1);

        state->finding = findings->pdata[i];
        state->events = events_by(index, state->finding, as_of);
        state->interviews = interviews_by(index, state->finding, as_of);
        state->exposure = g_hash_table_lookup(exposed, state->finding);
        state->stage = state->exposure != NULL ? GAZ_STAGE_EXPOSED : stage_by_interviews(state->interviews);
        g_ptr_array_add(states, state);
    }
    return states;
}

GHashTable *gaz_finding_states_by_finding(const GPtrArray *states)
{
    GHashTable *by_finding = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < states->len; i++) {
        GazFindingState *state = states->pdata[i];

        g_hash_table_insert(by_finding, (void *)state->finding, state);
    }
    return by_finding;
}

static int64_t first_event(const GazFindingState *state)
{
    return state->events->len == 0 ? INT64_MAX
                                   : gaz_moment_begin(((const GazEvent *)state->events->pdata[0])->at);
}

static int compare_states(const void *one, const void *two)
{
    int64_t a = first_event(*(const GazFindingState *const *)one);
    int64_t b = first_event(*(const GazFindingState *const *)two);

    return (a > b) - (a < b);
}

GPtrArray *gaz_finding_states_of(const GazIndex *index, GHashTable *by_finding, const GazLine *line)
{
    const GPtrArray *findings = gaz_index_of(index->findings, line);
    GPtrArray *states = g_ptr_array_new();

    for (unsigned i = 0; findings != NULL && i < findings->len; i++)
        g_ptr_array_add(states, g_hash_table_lookup(by_finding, findings->pdata[i]));
    g_ptr_array_sort(states, compare_states);
    return states;
}

bool gaz_finding_is_known(const GazAssessment *assessment, const GazFindingState *state)
{
    return state->events->len > 0 || state->interviews->len > 0 || state->exposure != NULL ||
           gaz_index_of(gaz_assessment_index(assessment)->events, state->finding) == NULL;
}

/* Refused before the exposure; both known by the as-of date. */
static bool is_refused_first(const GazFindingState *state)
{
    for (unsigned i = 0; i < state->interviews->len; i++) {
        const GazInterview *interview = state->interviews->pdata[i];

        if (interview->outcome == GAZ_OUTCOME_REFUSED && interview->at.day < state->exposure->date)
            return true;
    }
    return false;
}

/* A rule that a region doesn't have notes nothing. */
static bool is_noted(const GazFindingState *state, const GazRuleNumber *delay, int list_year)
{
    return state->finding->result == GAZ_RESULT_BREACH && state->exposure != NULL &&
           state->finding->year + delay->value == (GazDecimal)list_year * GAZ_DECIMAL_ONE &&
           is_refused_first(state);
}

GPtrArray *gaz_assessment_annotations(const GazAssessment *assessment, int list_year)
{
    const GazRuleNumber *delay = &assessment->data->rules->annotation_delay;
    GPtrArray *noted = g_ptr_array_new();

    for (unsigned i = 0; delay->clause != NULL && i < assessment->findings->len; i++)
        if (is_noted(assessment->findings->pdata[i], delay, list_year))
            g_ptr_array_add(noted, assessment->findings->pdata[i]);
    return noted;
}
