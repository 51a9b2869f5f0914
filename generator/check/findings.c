/* findings.c - the ladder: found, interviewed, corrected or refused, exposed, noted in the next list (N 四).
 */
#include "check/findings.h"

const GazCode gaz_finding_stage[] = {
    {"found", GAZ_TEXT("已发现", "Found")},
    {"interviewed", GAZ_TEXT("已约谈", "Interviewed")},
    {"corrected", GAZ_TEXT("已整改", "Put right")},
    {"refused", GAZ_TEXT("拒不整改", "Refused to put it right")},
    {"exposed", GAZ_TEXT("已公开曝光", "Publicly exposed")},
    {"annulled", GAZ_TEXT("复核不成立，已撤销", "Annulled on review")},
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

static int compare_objections(const void *one, const void *two)
{
    GazDate a = (*(const GazObjection *const *)one)->filed_on,
            b = (*(const GazObjection *const *)two)->filed_on;

    return (a > b) - (a < b);
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

/* A row of a later year about the same objection stands in place of the earlier one: what was pending is
 * decided.
 */
static void keep_objection(GPtrArray *known, GazObjection *objection)
{
    for (unsigned i = 0; i < known->len; i++) {
        const GazObjection *earlier = known->pdata[i];

        if (earlier->filed_on != objection->filed_on || earlier->kind != objection->kind ||
            earlier->record.year == objection->record.year)
            continue;
        known->pdata[i] = objection;
        return;
    }
    g_ptr_array_add(known, objection);
}

static GPtrArray *objections_by(const GazIndex *index, const GazFinding *finding, GazDate as_of)
{
    const GPtrArray *all = gaz_index_of(index->objections, finding);
    GPtrArray *known = g_ptr_array_new();

    for (unsigned i = 0; all != NULL && i < all->len; i++)
        if (((const GazObjection *)all->pdata[i])->filed_on <= as_of)
            keep_objection(known, all->pdata[i]);
    g_ptr_array_sort(known, compare_objections);
    return known;
}

/* The last decision stands: an appeal may undo it. One that is upheld in part leaves the finding. */
static const GazObjection *upheld_of(const GPtrArray *objections, GazDate as_of)
{
    for (unsigned i = objections->len; i-- > 0;) {
        const GazObjection *objection = objections->pdata[i];

        if (objection->outcome >= 0 && objection->decided_on <= as_of)
            return objection->outcome == GAZ_DECISION_UPHELD ? objection : NULL;
    }
    return NULL;
}

static const GazRestriction *restriction_of(const GazIndex *index, const GazFinding *finding, GazDate as_of)
{
    const GPtrArray *all = gaz_index_of(index->restrictions, finding);
    const GazRestriction *latest = NULL;

    for (unsigned i = 0; all != NULL && i < all->len; i++) {
        const GazRestriction *restriction = all->pdata[i];

        if (restriction->from <= as_of && (latest == NULL || restriction->from >= latest->from))
            latest = restriction;
    }
    return latest;
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

/* The last interview before `date` with that outcome [min]; INT64_MIN: none. */
static int64_t last_with(const GPtrArray *interviews, GazOutcome outcome, GazDate date)
{
    int64_t last = INT64_MIN;

    for (unsigned i = 0; interviews != NULL && i < interviews->len; i++) {
        const GazInterview *interview = interviews->pdata[i];

        if (interview->outcome == (int)outcome && interview->at.day < date)
            last = MAX(last, gaz_moment_begin(interview->at));
    }
    return last;
}

static bool is_repeated(const GPtrArray *events, int64_t after, GazDate date)
{
    for (unsigned i = 0; events != NULL && i < events->len; i++) {
        const GazEvent *event = events->pdata[i];

        if (event->kind == GAZ_EVENT_SECOND_BREACH && gaz_moment_end(event->at, true) > after &&
            event->at.day <= date)
            return true;
    }
    return false;
}

bool gaz_is_refused_before(const GPtrArray *interviews, const GPtrArray *events, GazDate date)
{
    int64_t refused = last_with(interviews, GAZ_OUTCOME_REFUSED, date);
    int64_t corrected = last_with(interviews, GAZ_OUTCOME_CORRECTED, date);

    return refused != INT64_MIN && (corrected < refused || is_repeated(events, corrected, date));
}

/* The earliest exposure notice of each finding, issued by `as_of`; but for the `withdrawn` ones, by id, where
 * they are given. */
static GHashTable *exposures(const GazData *data, GazDate as_of, GHashTable *withdrawn)
{
    GHashTable *by_finding = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < data->publication->notices->len; i++) {
        const GazNotice *notice = data->publication->notices->pdata[i];

        if (notice->kind != GAZ_NOTICE_EXPOSURE || notice->date > as_of ||
            (withdrawn != NULL && g_hash_table_contains(withdrawn, notice->id)))
            continue;
        for (unsigned f = 0; f < notice->findings->len; f++) {
            const GazNotice *known = g_hash_table_lookup(by_finding, notice->findings->pdata[f]);

            if (known == NULL || notice->date < known->date)
                g_hash_table_insert(by_finding, notice->findings->pdata[f], (void *)notice);
        }
    }
    return by_finding;
}

/* Withdrawals issued by `as_of`, by the id of the notice withdrawn. */
static GHashTable *withdrawals(const GazData *data, GazDate as_of)
{
    GHashTable *by_id = g_hash_table_new(g_str_hash, g_str_equal);

    for (unsigned i = 0; i < data->publication->notices->len; i++) {
        const GazNotice *notice = data->publication->notices->pdata[i];

        if (notice->withdraws != NULL && notice->date <= as_of)
            g_hash_table_insert(by_id, (void *)notice->withdraws, (void *)notice);
    }
    return by_id;
}

static void free_state(void *data)
{
    GazFindingState *state = data;

    g_ptr_array_unref(state->events);
    g_ptr_array_unref(state->interviews);
    g_ptr_array_unref(state->objections);
    g_free(state);
}

/* Who exposed what by the as-of date. */
typedef struct {
    GHashTable *first, *standing; /* finding to the earliest notice: of all, and of those not withdrawn */
    GHashTable *withdrawn;        /* id of a notice to its withdrawal */
} Exposures;

/* An exposure withdrawn leaves the finding where it stood before, unless it is exposed again. */
static void set_exposure(GazFindingState *state, const Exposures *exposures)
{
    const GazNotice *first = g_hash_table_lookup(exposures->first, state->finding);

    state->exposure = g_hash_table_lookup(exposures->standing, state->finding);
    state->exposed_by = state->exposure != NULL ? state->exposure : first;
    if (state->exposed_by == NULL)
        return;
    state->withdrawal = g_hash_table_lookup(exposures->withdrawn, state->exposed_by->id);
    if (first == state->exposed_by)
        return;
    state->exposed_first = first;
    state->first_withdrawal = g_hash_table_lookup(exposures->withdrawn, first->id);
}

static GazFindingStage stage_of(const GazFindingState *state)
{
    if (state->upheld != NULL)
        return GAZ_STAGE_ANNULLED;
    return state->exposure != NULL ? GAZ_STAGE_EXPOSED : stage_by_interviews(state->interviews);
}

static GazFindingState *new_state(const GazIndex *index, const GazFinding *finding, GazDate as_of,
                                  const Exposures *exposures)
{
    GazFindingState *state = g_new0(GazFindingState, 1);

    state->finding = finding;
    state->events = events_by(index, finding, as_of);
    state->interviews = interviews_by(index, finding, as_of);
    state->objections = objections_by(index, finding, as_of);
    state->upheld = upheld_of(state->objections, as_of);
    state->restriction = restriction_of(index, finding, as_of);
    set_exposure(state, exposures);
    state->stage = stage_of(state);
    return state;
}

GPtrArray *gaz_finding_states(const GazIndex *index, GazDate as_of)
{
    const GPtrArray *findings = index->data->findings;
    GPtrArray *states = g_ptr_array_new_full(findings->len, free_state);
    g_autoptr(GHashTable) withdrawn = withdrawals(index->data, as_of);
    g_autoptr(GHashTable) first = exposures(index->data, as_of, NULL);
    g_autoptr(GHashTable) standing = exposures(index->data, as_of, withdrawn);
    const Exposures all = {first, standing, withdrawn};

    for (unsigned i = 0; i < findings->len; i++)
        g_ptr_array_add(states, new_state(index, findings->pdata[i], as_of, &all));
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

/* The first breach among the events, else the first event; NULL: none. */
static const GazEvent *event_of(const GazFindingState *state)
{
    for (unsigned i = 0; i < state->events->len; i++) {
        const GazEvent *event = state->events->pdata[i];

        if (event->kind == GAZ_EVENT_FOUND_RUNNING || event->kind == GAZ_EVENT_SHORTFALL)
            return event;
    }
    return state->events->len == 0 ? NULL : state->events->pdata[0];
}

const GazEnterprise *gaz_finding_enterprise(const GazData *data, const GazFindingState *state)
{
    const GazLine *line = state->finding->line;
    const GazEvent *event = event_of(state);
    const GazEnterprise *enterprise = line->enterprise;
    GazDate end = gaz_rules_year_begin(data->rules, (int)(state->finding->year / GAZ_DECIMAL_ONE) + 1) - 1;

    if (event != NULL)
        enterprise =
            gaz_line_on(line, event->kind == GAZ_EVENT_SHORTFALL ? MIN(event->at.day, end) : event->at.day)
                .enterprise;
    return gaz_enterprise_now(enterprise);
}

bool gaz_finding_stands(const GazAssessment *assessment, const GazFindingState *state)
{
    return state->finding->result == GAZ_RESULT_BREACH && state->stage != GAZ_STAGE_ANNULLED &&
           gaz_finding_is_known(assessment, state);
}

bool gaz_finding_is_unbarred(const GazFindingState *state, GazDate by)
{
    const GazRestriction *restriction = state->restriction;

    return restriction != NULL && restriction->lifted_on != GAZ_NO_DATE && restriction->lifted_on <= by;
}

/* The list of `year`, the last one where one that was withdrawn is announced anew; NULL: none. */
static const GazNotice *list_of(const GazData *data, int year)
{
    const GazNotice *last = NULL;

    for (unsigned i = 0; i < data->publication->notices->len; i++) {
        const GazNotice *notice = data->publication->notices->pdata[i];

        if (notice->kind == GAZ_NOTICE_LINE_LIST && notice->year == year &&
            (last == NULL || notice->date > last->date))
            last = notice;
    }
    return last;
}

int gaz_finding_list_year(const GazData *data, const GazFinding *finding, GazDate exposed_on)
{
    GazDecimal first = finding->year + data->rules->annotation_delay.value;
    int year = (int)(first / GAZ_DECIMAL_ONE);
    const GazNotice *list = list_of(data, year);

    while (list != NULL && list->date < exposed_on)
        list = list_of(data, ++year);
    return year;
}

static bool stood(const GazNotice *exposure, const GazNotice *withdrawal, GazDate on)
{
    return exposure != NULL && exposure->date <= on && (withdrawal == NULL || withdrawal->date > on);
}

/* The notice that exposed the finding then; NULL: none stood. */
static const GazNotice *exposure_on(const GazFindingState *state, GazDate on)
{
    if (stood(state->exposed_first, state->first_withdrawal, on))
        return state->exposed_first;
    return stood(state->exposed_by, state->withdrawal, on) ? state->exposed_by : NULL;
}

static bool is_annulled(const GazFindingState *state, GazDate by)
{
    return state->upheld != NULL && state->upheld->decided_on <= by;
}

const GazNotice *gaz_finding_barred_by(const GazFindingState *state, GazDate on)
{
    return is_annulled(state, on) || gaz_finding_is_unbarred(state, on) ? NULL : exposure_on(state, on);
}

/* No notice gives the bar an end: it lasts until it is lifted, written down in restrictions.csv or not. */
bool gaz_finding_is_barred(const GazData *data, const GazFindingState *state, GazDate by)
{
    return data->rules->trade_restriction.clause != NULL && state->finding->result == GAZ_RESULT_BREACH &&
           gaz_finding_barred_by(state, by) != NULL &&
           (state->restriction == NULL || state->restriction->from <= by);
}

/* Withdrawals and decisions after `by` leave what was announced then as it is. */
static bool is_noted(const GazData *data, const GazFindingState *state, int list_year, GazDate by)
{
    const GazNotice *exposure = exposure_on(state, by);

    return state->finding->result == GAZ_RESULT_BREACH && exposure != NULL && !is_annulled(state, by) &&
           gaz_finding_list_year(data, state->finding, exposure->date) == list_year &&
           gaz_is_refused_before(state->interviews, state->events, exposure->date);
}

/* A rule that a region doesn't have notes nothing. */
GPtrArray *gaz_assessment_annotations(const GazAssessment *assessment, int list_year)
{
    const GazData *data = assessment->data;
    const GazNotice *list = list_of(data, list_year);
    GazDate by = list == NULL ? assessment->as_of : MIN(list->date, assessment->as_of);
    GPtrArray *noted = g_ptr_array_new();

    for (unsigned i = 0; data->rules->annotation_delay.clause != NULL && i < assessment->findings->len; i++)
        if (is_noted(data, assessment->findings->pdata[i], list_year, by))
            g_ptr_array_add(noted, assessment->findings->pdata[i]);
    return noted;
}
