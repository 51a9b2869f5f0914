/* view_known.c - what had not yet happened or been announced on a day in the past is left out of a view of
 * that day, so that a publication can be built again as it was. */
#include "model/viewing.h"

struct GazKnowledge {
    GazDate until;
    GHashTable *findings; /* GazFinding * to the day of its first event */
    GHashTable *seasons;  /* id of a season to the day of its first notice */
    GHashTable *plans;    /* of those with a plan or a draft of one: to the day of the plan */
};

static void keep_earlier(GHashTable *days, const void *key, GazDate day)
{
    gpointer known = NULL;

    if (!g_hash_table_lookup_extended(days, key, NULL, &known) || GPOINTER_TO_INT(known) > day)
        g_hash_table_insert(days, (gpointer)key, GINT_TO_POINTER(day));
}

/* A draft is put to the public to be changed, and binds nobody: by itself it never makes a plan known. */
static void note_season(GazKnowledge *knowledge, const GazNotice *notice)
{
    const char *id = notice->season->id;

    keep_earlier(knowledge->seasons, id, notice->date);
    if (notice->kind == GAZ_NOTICE_PLAN)
        keep_earlier(knowledge->plans, id, notice->date);
    else if (notice->kind == GAZ_NOTICE_PLAN_DRAFT)
        keep_earlier(knowledge->plans, id, G_MAXINT);
}

GazKnowledge *gaz_knowledge_new(const GazData *all, GazDate until)
{
    GazKnowledge *knowledge = g_new0(GazKnowledge, 1);

    knowledge->until = until;
    knowledge->findings = g_hash_table_new(NULL, NULL);
    knowledge->seasons = g_hash_table_new(g_str_hash, g_str_equal);
    knowledge->plans = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < all->events->len; i++) {
        const GazEvent *event = all->events->pdata[i];

        keep_earlier(knowledge->findings, event->finding, event->at.day);
    }
    for (unsigned i = 0; i < all->publication->notices->len; i++) {
        const GazNotice *notice = all->publication->notices->pdata[i];

        if (notice->season != NULL)
            note_season(knowledge, notice);
    }
    return knowledge;
}

void gaz_knowledge_free(GazKnowledge *knowledge)
{
    if (knowledge == NULL)
        return;
    g_hash_table_unref(knowledge->findings);
    g_hash_table_unref(knowledge->seasons);
    g_hash_table_unref(knowledge->plans);
    g_free(knowledge);
}

/* What has no day is known. */
static bool is_by(const GazKnowledge *knowledge, GazDate day)
{
    return day == GAZ_NO_DATE || day <= knowledge->until;
}

static bool is_by_first(const GazKnowledge *knowledge, GHashTable *days, const void *key)
{
    gpointer day = NULL;

    return !g_hash_table_lookup_extended(days, key, NULL, &day) || is_by(knowledge, GPOINTER_TO_INT(day));
}

/* A plan is known once it is announced; where no notice of the folder does that, from the first one of its
 * season on (of special tasks), and where there is none either, it was announced elsewhere. */
static bool knows_plan(const GazKnowledge *knowledge, const void *record)
{
    const char *season = ((const GazPlan *)record)->season;
    GHashTable *days =
        g_hash_table_contains(knowledge->plans, season) ? knowledge->plans : knowledge->seasons;

    return is_by_first(knowledge, days, season);
}

static bool knows_swap(const GazKnowledge *knowledge, const void *record)
{
    return is_by(knowledge, ((const GazSwap *)record)->filed_on);
}

static bool knows_adjustment(const GazKnowledge *knowledge, const void *record)
{
    return is_by(knowledge, ((const GazAdjustment *)record)->approved_on);
}

static bool knows_stoppage(const GazKnowledge *knowledge, const void *record)
{
    const GazStoppage *stoppage = record;

    return is_by(knowledge, stoppage->start.day) && is_by(knowledge, stoppage->verified_on);
}

static bool knows_finding(const GazKnowledge *knowledge, const void *record)
{
    return is_by_first(knowledge, knowledge->findings, record);
}

static bool knows_event(const GazKnowledge *knowledge, const void *record)
{
    return is_by(knowledge, ((const GazEvent *)record)->at.day);
}

/* Its row says who recognised it and how many agreed: what is only declared isn't there yet (SD 三). */
static bool knows_task(const GazKnowledge *knowledge, const void *record)
{
    return is_by(knowledge, ((const GazTask *)record)->vote_date);
}

static bool knows_objection(const GazKnowledge *knowledge, const void *record)
{
    return is_by(knowledge, ((const GazObjection *)record)->filed_on);
}

static bool knows_restriction(const GazKnowledge *knowledge, const void *record)
{
    return is_by(knowledge, ((const GazRestriction *)record)->from);
}

/* Tables not here have no day: their rows are known. An interview is called before it is held. */
static bool (*const knows[GAZ_TABLES])(const GazKnowledge *knowledge, const void *record) = {
    [GAZ_TABLE_PLAN] = knows_plan,
    [GAZ_TABLE_SWAPS] = knows_swap,
    [GAZ_TABLE_ADJUSTMENTS] = knows_adjustment,
    [GAZ_TABLE_STOPPAGES] = knows_stoppage,
    [GAZ_TABLE_FINDINGS] = knows_finding,
    [GAZ_TABLE_EVENTS] = knows_event,
    [GAZ_TABLE_TASKS] = knows_task,
    [GAZ_TABLE_OBJECTIONS] = knows_objection,
    [GAZ_TABLE_RESTRICTIONS] = knows_restriction,
};

bool gaz_knowledge_has(const GazKnowledge *knowledge, const GazRecord *record)
{
    unsigned table = (unsigned)(record->table - gaz_tables);

    return knows[table] == NULL || knows[table](knowledge, record);
}

bool gaz_knowledge_has_notice(const GazKnowledge *knowledge, const GazNotice *notice)
{
    return is_by(knowledge, notice->date);
}

/* A kiln that stood still on the day was known to have stood still until then. */
static void forget_of_stoppage(const GazKnowledge *knowledge, void *record)
{
    enum { END_OF_DAY = 1440 };
    GazStoppage *stoppage = record;

    if (stoppage->end.day > knowledge->until)
        stoppage->end = (GazMoment){.day = knowledge->until, .minutes = END_OF_DAY, .timed = true};
}

static void forget_of_interview(const GazKnowledge *knowledge, void *record)
{
    GazInterview *interview = record;

    if (!is_by(knowledge, interview->at.day))
        interview->outcome = -1;
}

static void forget_of_task(const GazKnowledge *knowledge, void *record)
{
    GazTask *task = record;

    if (!is_by(knowledge, task->plan_filed_on))
        task->plan_filed_on = GAZ_NO_DATE;
}

static void forget_of_objection(const GazKnowledge *knowledge, void *record)
{
    GazObjection *objection = record;

    if (is_by(knowledge, objection->decided_on))
        return;
    objection->decided_on = GAZ_NO_DATE;
    objection->outcome = -1;
    objection->decision = gaz_text(NULL, NULL);
}

static void forget_of_restriction(const GazKnowledge *knowledge, void *record)
{
    GazRestriction *restriction = record;

    if (is_by(knowledge, restriction->lifted_on))
        return;
    restriction->lifted_on = GAZ_NO_DATE;
    restriction->lift_approval = NULL;
}

static void (*const forget[GAZ_TABLES])(const GazKnowledge *knowledge, void *record) = {
    [GAZ_TABLE_STOPPAGES] = forget_of_stoppage,
    [GAZ_TABLE_INTERVIEWS] = forget_of_interview,
    [GAZ_TABLE_TASKS] = forget_of_task,
    [GAZ_TABLE_OBJECTIONS] = forget_of_objection,
    [GAZ_TABLE_RESTRICTIONS] = forget_of_restriction,
};

void gaz_knowledge_forget(const GazKnowledge *knowledge, GazRecord *copy)
{
    unsigned table = (unsigned)(copy->table - gaz_tables);

    if (forget[table] != NULL)
        forget[table](knowledge, copy);
}

/* Whether nothing of the record would be forgotten. */
static bool is_past(const GazRecord *record, GazDate until)
{
    switch ((GazTableIndex)(record->table - gaz_tables)) {
    case GAZ_TABLE_STOPPAGES:
        return ((const GazStoppage *)record)->end.day <= until;
    case GAZ_TABLE_INTERVIEWS:
        return ((const GazInterview *)record)->at.day <= until;
    case GAZ_TABLE_TASKS:
        return ((const GazTask *)record)->plan_filed_on <= until;
    case GAZ_TABLE_OBJECTIONS:
        return ((const GazObjection *)record)->decided_on <= until;
    case GAZ_TABLE_RESTRICTIONS:
        return ((const GazRestriction *)record)->lifted_on <= until;
    default:
        return true;
    }
}

static bool knows_table(const GazKnowledge *knowledge, const GPtrArray *records)
{
    for (unsigned i = 0; i < records->len; i++)
        if (!gaz_knowledge_has(knowledge, records->pdata[i]) || !is_past(records->pdata[i], knowledge->until))
            return false;
    return true;
}

bool gaz_knowledge_is_whole(const GazData *all, GazDate until)
{
    g_autoptr(GazKnowledge) knowledge = gaz_knowledge_new(all, until);

    for (unsigned i = 0; i < all->publication->notices->len; i++)
        if (!gaz_knowledge_has_notice(knowledge, all->publication->notices->pdata[i]))
            return false;
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (!knows_table(knowledge, *gaz_table_list(all, &gaz_tables[i])))
            return false;
    return true;
}
