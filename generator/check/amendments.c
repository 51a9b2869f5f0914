/* amendments.c - what is said of notices announced: corrections and withdrawals, objections and their
 * decisions, restrictions and their end. */
#include "check/rule.h"

#include "check/years.h"
#include <string.h>

static const char *amended_by(const GazNotice *notice)
{
    return notice->corrects != NULL ? notice->corrects : notice->withdraws;
}

static void tell(const GazCheck *check, GazCheckFault fault, const GazNotice *notice, const char *expected)
{
    gaz_fault(check, fault, NULL, &notice->at, notice->corrects != NULL ? "corrects" : "withdraws",
              g_strdup(amended_by(notice)), "%s", expected);
}

/* Versions of a notice are told apart by the day of what made them, and nothing comes after a withdrawal. */
static void check_versions(const GazCheck *check, const GazNotice *notice, const GazNotice *amended)
{
    g_autoptr(GPtrArray) amendments = gaz_notice_amendments(check->data, amended, INT32_MAX);

    for (unsigned i = 0; i < amendments->len && amendments->pdata[i] != notice; i++) {
        const GazNotice *before = amendments->pdata[i];
        g_autofree char *expected = g_strdup_printf("a day after %s, which has this one too", before->id);

        if (before->date == notice->date)
            tell(check, GAZ_CHECK_CORRECTION_TWICE, notice, expected);
        else if (before->withdraws != NULL)
            tell(check, GAZ_CHECK_CORRECTION_WITHDRAWN, notice, "a notice that wasn't withdrawn before");
    }
}

static bool brings_words(const GazCheck *check, const GazNotice *notice)
{
    const GPtrArray *rewordings = check->data->rewordings;
    bool brings = false;

    for (unsigned i = 0; i < rewordings->len; i++)
        brings |= strcmp(((const GazNotice *)rewordings->pdata[i])->id, notice->id) == 0;
    return brings;
}

static void check_amendment(const GazCheck *check, const GazNotice *notice)
{
    const GazNotice *amended = gaz_publication_notice(check->data->publication, amended_by(notice));
    g_autofree char *date = NULL, *expected = NULL;

    if (amended == NULL) /* left out for a fault of its own */
        return;
    date = gaz_date_text(amended->date);
    expected = g_strdup_printf("a notice dated before this one; %s is of %s", amended->id, date);
    if (amended->date >= notice->date)
        tell(check, GAZ_CHECK_CORRECTION_EARLY, notice, expected);
    if (notice->corrects != NULL && notice->corrections->len == 0 && !brings_words(check, notice))
        tell(check, GAZ_CHECK_CORRECTION_EMPTY, notice,
             "a row of corrections.csv with this notice, or a corrected text, texts/NAME.ID.zh.md");
    check_versions(check, notice, amended);
}

void gaz_check_amendments(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++)
        if (amended_by(notices->pdata[i]) != NULL && gaz_notice_is_of_year(check, notices->pdata[i]))
            check_amendment(check, notices->pdata[i]);
}

/* The earliest event as written; GAZ_NO_DATE: none. */
static GazDate found_on(const GazCheck *check, const GazFinding *finding)
{
    const GPtrArray *events = gaz_index_of(check->index->events, finding);
    GazDate first = GAZ_NO_DATE;

    for (unsigned i = 0; events != NULL && i < events->len; i++) {
        GazDate day = ((const GazEvent *)events->pdata[i])->at.day;

        first = first == GAZ_NO_DATE ? day : MIN(first, day);
    }
    return first;
}

static void check_objection(const GazCheck *check, const GazObjection *objection)
{
    GazDate found = found_on(check, objection->finding);
    g_autofree char *date = gaz_date_text(found);

    if (found != GAZ_NO_DATE && objection->filed_on < found)
        gaz_fault(check, GAZ_CHECK_OBJECTION_EARLY, NULL, GAZ_AT(objection, filed_on), "filed_on",
                  gaz_date_text(objection->filed_on), "%s, when finding %s was made, or later", date,
                  objection->finding->record.id);
}

/* A row of a later year stands in place of an earlier one; in one year there is nothing to say which of two
 * decisions holds. */
static void check_objected_once(const GazCheck *check, const GazObjection *objection)
{
    const GPtrArray *all = gaz_index_of(check->index->objections, objection->finding);

    for (unsigned i = 0; all->pdata[i] != objection; i++) {
        const GazObjection *other = all->pdata[i];

        if (other->filed_on != objection->filed_on || other->kind != objection->kind ||
            !gaz_is_of_year(check, &other->record))
            continue;
        gaz_fault(check, GAZ_CHECK_OBJECTION_TWICE, NULL, GAZ_AT(objection, filed_on), "filed_on",
                  gaz_date_text(objection->filed_on), "another day or kind than %s has, or one row for both",
                  other->record.id);
        return;
    }
}

/* A decision is announced once it is taken. */
static void check_decision(const GazCheck *check, const GazNotice *notice, const GazObjection *objection)
{
    g_autofree char *date = gaz_date_text(notice->date);

    if (objection->decided_on == GAZ_NO_DATE || objection->decided_on > notice->date)
        gaz_fault(check, GAZ_CHECK_OBJECTION_UNDECIDED, NULL, &notice->at, "objection",
                  g_strdup(objection->record.id), "an objection decided by %s", date);
}

void gaz_check_objections(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < check->data->objections->len; i++) {
        const GazObjection *objection = check->data->objections->pdata[i];

        if (!gaz_is_of_year(check, &objection->record))
            continue;
        check_objection(check, objection);
        check_objected_once(check, objection);
    }
    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        for (unsigned k = 0; gaz_notice_is_of_year(check, notice) && k < notice->objections->len; k++)
            check_decision(check, notice, notice->objections->pdata[k]);
    }
}

/* A line is barred from trading by its exposure, not before it. */
void gaz_check_restrictions(const GazCheck *check)
{
    const GazRuleNumber *rule = &check->rules->trade_restriction;

    for (unsigned i = 0; i < check->data->restrictions->len; i++) {
        const GazRestriction *restriction = check->data->restrictions->pdata[i];
        const GazNotice *exposure =
            gaz_assessment_finding(check->assessment, restriction->finding)->exposed_by;

        if (gaz_is_of_year(check, &restriction->record) &&
            (exposure == NULL || exposure->date > restriction->from))
            gaz_fault(check, GAZ_CHECK_RESTRICTION_UNFOUNDED, rule->clause, GAZ_AT(restriction, from), "from",
                      gaz_date_text(restriction->from), "a day on or after an exposure notice of finding %s",
                      restriction->finding->record.id);
    }
}

/* A new line of the enterprise's own takes nobody's quota over. */
static bool is_trade(const GazRegisterChange *change)
{
    return change->kind == GAZ_CHANGE_REPLACED && gaz_line_on(change->line, change->date).enterprise !=
                                                      gaz_line_on(change->by_line, change->date).enterprise;
}

static void check_trade(const GazCheck *check, const GazRegisterChange *change)
{
    const GPtrArray *states = gaz_assessment_account(check->assessment, change->line)->findings;

    for (unsigned i = 0; i < states->len; i++) {
        const GazFindingState *state = states->pdata[i];
        const GazNotice *exposure = gaz_finding_barred_by(state, change->date);
        g_autofree char *date = gaz_date_text(change->date);

        if (exposure == NULL)
            continue;
        gaz_fault(check, GAZ_CHECK_TRADE_BARRED, check->rules->trade_restriction.clause,
                  GAZ_AT(change, by_line), "by_line",
                  g_strdup_printf("%s for line %s", change->by_line->record.id, change->line->record.id),
                  "a line of its own enterprise, or the bar that %s brought for finding %s lifted by %s",
                  exposure->id, state->finding->record.id, date);
        return;
    }
}

/* The capacity of a line exposed isn't traded as replacement quota. */
void gaz_check_trades(const GazCheck *check)
{
    const GazRuleNumber *rule = &check->rules->trade_restriction;

    for (unsigned i = 0; rule->clause != NULL && rule->value > 0 && i < check->data->changes->len; i++) {
        const GazRegisterChange *change = check->data->changes->pdata[i];

        if (gaz_is_of_year(check, &change->record) && is_trade(change))
            check_trade(check, change);
    }
}
