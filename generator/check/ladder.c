/* ladder.c - R9: found, interviewed, and only then, where the interview was refused, exposed and noted; and
 * that a list drops no annotation without a word. */
#include "check/rule.h"

static void tell_interview(const GazCheck *check, GazCheckFault fault, const GazInterview *interview,
                           const char *expected)
{
    char text[17];

    gaz_fault(check, fault, NULL, GAZ_AT(interview, at), "at",
              g_strdup(gaz_moment_write(interview->at, text)), "%s", expected);
}

/* The earliest event [min] as written; INT64_MAX: none. */
static int64_t first_event(const GazCheck *check, const GazFinding *finding)
{
    const GPtrArray *events = gaz_index_of(check->index->events, finding);
    int64_t first = INT64_MAX;

    for (unsigned i = 0; events != NULL && i < events->len; i++)
        first = MIN(first, gaz_moment_begin(((const GazEvent *)events->pdata[i])->at));
    return first;
}

void gaz_check_interviews(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->interviews->len; i++) {
        const GazInterview *interview = check->data->interviews->pdata[i];
        int64_t first = first_event(check, interview->finding);
        g_autofree char *expected = NULL, *date = NULL;

        if (!gaz_is_of_year(check, &interview->record))
            continue;
        if (interview->finding->result == GAZ_RESULT_CLEAN)
            tell_interview(check, GAZ_CHECK_INTERVIEW_CLEAN, interview, "a finding that is a breach");
        if (first == INT64_MAX || gaz_moment_end(interview->at, true) > first)
            continue;
        date = gaz_date_text(gaz_date_of(first));
        expected = g_strdup_printf("a time after the first event of finding %s on %s",
                                   interview->finding->record.id, date);
        tell_interview(check, GAZ_CHECK_INTERVIEW_EARLY, interview, expected);
    }
}

static bool is_interviewed_from(const GazCheck *check, const GazFinding *finding, GazDate date)
{
    const GPtrArray *interviews = gaz_index_of(check->index->interviews, finding);

    for (unsigned i = 0; interviews != NULL && i < interviews->len; i++)
        if (((const GazInterview *)interviews->pdata[i])->at.day >= date)
            return true;
    return false;
}

static const GazEnterprise *enterprise_called(const GazCheck *check, const char *name)
{
    for (unsigned i = 0; i < check->data->enterprises->len; i++) {
        const GazEnterprise *enterprise = check->data->enterprises->pdata[i];

        if (g_strcmp0(enterprise->name.in[GAZ_ZH], name) == 0)
            return enterprise;
    }
    return NULL;
}

/* A group, or a name that the enterprise had before, may be addressed as well: no table knows them. */
static void check_addressees(const GazCheck *check, const GazNotice *notice, const GazFinding *finding)
{
    const GazEnterprise *right =
        gaz_finding_enterprise(check->data, gaz_assessment_finding(check->assessment, finding));
    const GazEnterprise *other = NULL;

    for (unsigned i = 0; i < notice->addressees->len; i++) {
        const GazText *addressee = notice->addressees->pdata[i];
        const GazEnterprise *called = enterprise_called(check, addressee->in[GAZ_ZH]);

        if (called != NULL && gaz_enterprise_now(called) == right)
            return;
        other = called == NULL ? other : called;
    }
    if (other != NULL)
        gaz_fault(check, GAZ_CHECK_INTERVIEW_ADDRESSEE, check->rules->ladder.clause, &notice->at, "addressee",
                  g_strdup(other->name.in[GAZ_ZH]), "%s, which finding %s is about", right->name.in[GAZ_ZH],
                  finding->record.id);
}

/* A notice tells what was known on its day: before its finding there was nothing to call anybody in for. */
static void check_found(const GazCheck *check, const GazNotice *notice, const GazFinding *finding)
{
    int64_t first = first_event(check, finding);
    g_autofree char *date = NULL;

    if (first == INT64_MAX || gaz_date_end(notice->date) > first)
        return;
    date = gaz_date_text(gaz_date_of(first));
    gaz_fault(check, GAZ_CHECK_INTERVIEW_EARLY, NULL, &notice->at, "date", gaz_date_text(notice->date),
              "%s, the first event of finding %s, or later", date, finding->record.id);
}

/* The notice calls the enterprise in: the interview it calls to must be on record, and not be over. */
static void check_called(const GazCheck *check, const GazNotice *notice, const GazFinding *finding)
{
    g_autofree char *date = gaz_date_text(notice->date);

    if (!is_interviewed_from(check, finding, notice->date))
        gaz_fault(check, GAZ_CHECK_INTERVIEW_NOTICE, NULL, &notice->at, "finding",
                  g_strdup(finding->record.id), "a row of interviews.csv for it on %s or later", date);
    check_addressees(check, notice, finding);
    check_found(check, notice, finding);
}

/* What is asked of each finding that a notice of `kind` names. */
static void each_subject(const GazCheck *check, GazNoticeKind kind,
                         void (*ask)(const GazCheck *check, const GazNotice *notice,
                                     const GazFinding *finding))
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->kind != (int)kind || !gaz_notice_is_of_year(check, notice))
            continue;
        for (unsigned f = 0; f < notice->findings->len; f++)
            ask(check, notice, notice->findings->pdata[f]);
    }
}

void gaz_check_interview_notices(const GazCheck *check)
{
    each_subject(check, GAZ_NOTICE_INTERVIEW, check_called);
}

/* Whatever is known by the as-of date: the notice may lie ahead of it. */
static bool is_refused(const GazCheck *check, const GazFinding *finding, GazDate date)
{
    return gaz_is_refused_before(gaz_index_of(check->index->interviews, finding),
                                 gaz_index_of(check->index->events, finding), date);
}

/* The interview refused before `date` that gives time longest; NULL: none gives any. */
static const GazInterview *time_given(const GazCheck *check, const GazFinding *finding, GazDate date)
{
    const GPtrArray *interviews = gaz_index_of(check->index->interviews, finding);
    const GazInterview *longest = NULL;

    for (unsigned i = 0; interviews != NULL && i < interviews->len; i++) {
        const GazInterview *interview = interviews->pdata[i];

        if (interview->outcome == GAZ_OUTCOME_REFUSED && interview->at.day < date &&
            interview->correct_by != GAZ_NO_DATE &&
            (longest == NULL || interview->correct_by > longest->correct_by))
            longest = interview;
    }
    return longest;
}

/* Who still has time to put matters right doesn't refuse still (仍拒不执行). */
static void check_time(const GazCheck *check, const GazNotice *notice, const GazFinding *finding)
{
    const GazInterview *interview = time_given(check, finding, notice->date);
    g_autofree char *by = interview == NULL ? NULL : gaz_date_text(interview->correct_by);

    if (interview != NULL && interview->correct_by >= notice->date)
        gaz_fault(check, GAZ_CHECK_EXPOSURE_EARLY, check->rules->ladder.clause, &notice->at, "date",
                  gaz_date_text(notice->date),
                  "a day after %s, until when interview %s gave time to correct %s", by, interview->record.id,
                  finding->record.id);
}

static void check_exposed(const GazCheck *check, const GazNotice *notice, const GazFinding *finding)
{
    const GazRuleNumber *ladder = &check->rules->ladder;
    g_autofree char *date = gaz_date_text(notice->date);

    if (finding->result == GAZ_RESULT_CLEAN)
        gaz_fault(check, GAZ_CHECK_EXPOSURE_CLEAN, NULL, &notice->at, "finding", g_strdup(finding->record.id),
                  "findings that are breaches");
    else if (ladder->clause != NULL && ladder->value > 0 && !is_refused(check, finding, notice->date))
        gaz_fault(check, GAZ_CHECK_EXPOSURE_UNREFUSED, ladder->clause, &notice->at, "finding",
                  g_strdup(finding->record.id),
                  "an interview with the outcome refused before %s, and none corrected since", date);
    else if (ladder->clause != NULL && ladder->value > 0)
        check_time(check, notice, finding);
}

void gaz_check_exposures(const GazCheck *check)
{
    each_subject(check, GAZ_NOTICE_EXPOSURE, check_exposed);
}

/* What is asked of each list of the year, with the findings that it has to note. One that lies ahead of the
 * as-of date can't be judged yet: what it notes may still happen. */
static void each_list(const GazCheck *check,
                      void (*ask)(const GazCheck *check, const GazNotice *list, const GPtrArray *noted))
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *list = notices->pdata[i];
        g_autoptr(GPtrArray) noted = NULL;

        if (list->kind != GAZ_NOTICE_LINE_LIST || !gaz_notice_is_of_year(check, list) ||
            list->date > check->assessment->as_of)
            continue;
        noted = gaz_assessment_annotations(check->assessment, list->year);
        ask(check, list, noted);
    }
}

/* Yours: g_hash_table_unref(). */
static GHashTable *set_of(const GPtrArray *members)
{
    GHashTable *set = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < members->len; i++)
        g_hash_table_add(set, members->pdata[i]);
    return set;
}

static void check_noted(const GazCheck *check, const GazNotice *list, const GPtrArray *noted)
{
    g_autoptr(GHashTable) states = set_of(noted);

    for (unsigned i = 0; i < list->findings->len; i++) {
        const GazFinding *finding = list->findings->pdata[i];

        if (g_hash_table_contains(states, gaz_assessment_finding(check->assessment, finding)))
            continue;
        gaz_fault(
            check, GAZ_CHECK_ANNOTATION_UNFOUNDED, check->rules->annotation_delay.clause, &list->at,
            "finding", g_strdup(finding->record.id),
            "a finding whose year comes right before the list of %d, exposed after an interview refused",
            list->year);
    }
}

void gaz_check_annotations(const GazCheck *check)
{
    each_list(check, check_noted);
}

/* A list that names the findings it notes names all that N 四 demands: an annotation ends with a withdrawal
 * of the exposure or an objection upheld, not without a word. */
static void check_dropped(const GazCheck *check, const GazNotice *list, const GPtrArray *noted)
{
    g_autoptr(GHashTable) findings = set_of(list->findings);

    for (unsigned i = 0; list->findings->len > 0 && i < noted->len; i++) {
        const GazFindingState *state = noted->pdata[i];

        if (g_hash_table_contains(findings, state->finding))
            continue;
        gaz_fault(check, GAZ_CHECK_ANNOTATION_DROPPED, check->rules->annotation_delay.clause, &list->at,
                  "finding", NULL, "finding %s too, or a withdrawal of %s, or an objection upheld",
                  state->finding->record.id, state->exposed_by->id);
    }
}

void gaz_check_lists(const GazCheck *check)
{
    each_list(check, check_dropped);
}
