/* tasks.c - R7: a special task is declared, recognised, put to the vote of all clinker enterprises, planned
 * for and filed. Only where the region's rules know a vote. */
#include "check/excuse.h"

static void check_order(const GazCheck *check, const GazTask *task)
{
    const struct {
        GazDate date;
        const GazPlace *place;
        const char *field;
    } steps[] = {
        {task->declared_on, GAZ_AT(task, declared_on), "declared_on"},
        {task->recognised_on, GAZ_AT(task, recognised_on), "recognised_on"},
        {task->vote_date, GAZ_AT(task, vote_date), "vote_date"},
        {task->plan_filed_on, GAZ_AT(task, plan_filed_on), "plan_filed_on"},
    };

    for (unsigned i = 1; i < G_N_ELEMENTS(steps); i++) {
        g_autofree char *before = gaz_date_text(steps[i - 1].date);

        if (steps[i].date == GAZ_NO_DATE || steps[i].date >= steps[i - 1].date)
            continue;
        gaz_fault(check, GAZ_CHECK_TASK_ORDER, check->rules->special_plan_by.clause, steps[i].place,
                  steps[i].field, gaz_date_text(steps[i].date), "%s (%s) or later", before,
                  steps[i - 1].field);
    }
}

/* The deadline is that of the year in which the enterprises voted. */
static void check_filing(const GazCheck *check, const GazTask *task)
{
    const GazRuleDay *rule = &check->rules->special_plan_by;
    int year, month, day;
    GazDate by;
    g_autofree char *by_text = NULL;

    gaz_date_split(task->vote_date, &year, &month, &day);
    by = gaz_month_day_in(rule->day, year);
    by_text = gaz_date_text(by);
    if (task->plan_filed_on == GAZ_NO_DATE && check->assessment->as_of > by)
        gaz_fault(check, GAZ_CHECK_TASK_UNFILED, rule->clause, GAZ_AT(task, plan_filed_on), "plan_filed_on",
                  NULL, "%s or earlier", by_text);
    else if (task->plan_filed_on != GAZ_NO_DATE && task->plan_filed_on > by)
        gaz_fault(check, GAZ_CHECK_TASK_LATE, rule->clause, GAZ_AT(task, plan_filed_on), "plan_filed_on",
                  gaz_date_text(task->plan_filed_on), "%s or earlier", by_text);
}

void gaz_check_task_dates(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->tasks->len; i++) {
        const GazTask *task = check->data->tasks->pdata[i];

        if (!gaz_is_of_year(check, &task->record))
            continue;
        check_order(check, task);
        if (check->rules->special_plan_by.clause != NULL)
            check_filing(check, task);
    }
}

static void tell_task(const GazCheck *check, GazCheckFault fault, const GazTask *task, const char *expected)
{
    gaz_fault(check, fault, check->rules->vote_numerator.clause, GAZ_AT(task, task), "task",
              g_strdup_printf("%s of line %s", gaz_task_kind[task->task].code, task->line->record.id), "%s",
              expected);
}

/* Tasks of one line: each known to lines.csv, none twice for the same vote. */
static void check_tasks_of(const GazCheck *check, const GazLine *line, const GPtrArray *tasks)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    unsigned recognised = 0;

    for (unsigned i = 0; tasks != NULL && i < tasks->len; i++) {
        const GazTask *task = tasks->pdata[i];

        recognised |= 1u << task->task;
        if (!gaz_is_of_year(check, &task->record))
            continue;
        if ((line->special_tasks & 1u << task->task) == 0)
            tell_task(check, GAZ_CHECK_TASK_UNLISTED, task, "a task among the line's special_tasks");
        if (!g_hash_table_add(seen, g_strdup_printf("%d/%d", task->task, task->vote_date)))
            tell_task(check, GAZ_CHECK_TASK_DUPLICATE, task, "each task once for a vote");
    }
    for (int kind = 0; gaz_task_kind[kind].code != NULL; kind++)
        if (check->rules->vote_numerator.clause != NULL && line->status == GAZ_LINE_OPERATING &&
            gaz_is_of_year(check, &line->record) && (line->special_tasks & ~recognised & 1u << kind) != 0)
            gaz_fault(check, GAZ_CHECK_TASK_UNRECOGNISED, check->rules->vote_numerator.clause,
                      GAZ_AT(line, special_tasks), "special_tasks", g_strdup(gaz_task_kind[kind].code),
                      "a row of tasks.csv for line %s", line->record.id);
}

void gaz_check_task_lines(const GazCheck *check)
{
    for (unsigned i = 0; i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];

        check_tasks_of(check, line, gaz_index_of(check->index->tasks, line));
    }
}

static bool has_task_of_year(const GazCheck *check, const GazLine *line)
{
    const GPtrArray *tasks = gaz_index_of(check->index->tasks, line);

    for (unsigned i = 0; tasks != NULL && i < tasks->len; i++)
        if (gaz_is_of_year(check, &((const GazTask *)tasks->pdata[i])->record))
            return true;
    return false;
}

/* A heating season of the year whose plan lets the line go on; NULL: none. */
static const GazSeason *season_left(const GazCheck *check, const GazLine *line)
{
    for (unsigned i = 0; i < check->seasons->len; i++) {
        const GazSeasonPlan *season = &g_array_index(check->seasons, GazSeasonPlan, i);

        if (season->season->heating && gaz_season_is_of_year(check, season) &&
            gaz_line_runs_in(line, season->span) &&
            gaz_days_own(check, season, line) < gaz_days_due(check, season, line))
            return season->season;
    }
    return NULL;
}

/* The year in which a line is written down asks for each of its tasks (task_lines). Later ones may have
 * ended: but a line that is let off again was declared, recognised, voted on and planned for again (每年). */
void gaz_check_task_years(const GazCheck *check)
{
    const char *clause = check->rules->vote_numerator.clause;

    for (unsigned i = 0; clause != NULL && i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];
        const GazSeason *season;

        if (line->special_tasks == 0 || line->carbide_slag || gaz_is_of_year(check, &line->record) ||
            has_task_of_year(check, line) || (season = season_left(check, line)) == NULL)
            continue;
        gaz_fault(check, GAZ_CHECK_TASK_UNRECOGNISED, clause, GAZ_AT(line, special_tasks), "special_tasks",
                  g_strdup_printf("line %s let off in the season %s", line->record.id, season->id),
                  "a row of tasks.csv for it in the folder of %d, or the days of the others in plan.csv",
                  check->data->publication->year);
    }
}

/* Clinker enterprises on a day: those with a line that is operating and was commissioned by then, at the
 * least; with any line at all, at most. */
static void count_enterprises(const GazCheck *check, GazDate day, unsigned *least, unsigned *most)
{
    g_autoptr(GHashTable) operating = g_hash_table_new(NULL, NULL), any = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < check->data->lines->len; i++) {
        const GazLine *line = check->data->lines->pdata[i];
        GazLineState state = gaz_line_on(line, day);

        g_hash_table_add(any, (void *)state.enterprise);
        if (state.status == GAZ_LINE_OPERATING &&
            (line->commissioned == GAZ_NO_DATE || line->commissioned <= day))
            g_hash_table_add(operating, (void *)state.enterprise);
    }
    *least = g_hash_table_size(operating);
    *most = g_hash_table_size(any);
}

static char *votes_text(GazDecimal votes)
{
    char text[32];

    return g_strdup(gaz_decimal_write(votes, false, text));
}

/* More than the share, not the share itself. */
static void check_share(const GazCheck *check, const GazTask *task)
{
    GazDecimal parts = check->rules->vote_numerator.value / GAZ_DECIMAL_ONE;
    GazDecimal whole = check->rules->vote_denominator.value / GAZ_DECIMAL_ONE;
    GazDecimal least = whole == 0 ? 0 : task->votes_entitled * parts / whole;
    g_autofree char *for_text = votes_text(task->votes_for), *entitled = votes_text(task->votes_entitled);

    if (task->votes_for * whole <= task->votes_entitled * parts)
        gaz_fault(check, GAZ_CHECK_VOTE_LOST, check->rules->vote_numerator.clause, GAZ_AT(task, votes_for),
                  "votes_for", g_strdup_printf("%s of %s", for_text, entitled),
                  "%" G_GINT64_FORMAT " or more: over %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " of them",
                  least / GAZ_DECIMAL_ONE + 1, parts, whole);
}

static void check_entitled(const GazCheck *check, const GazTask *task, unsigned least, unsigned most)
{
    const char *clause = check->rules->vote_numerator.clause;
    g_autofree char *entitled = votes_text(task->votes_entitled);
    g_autofree char *fits = least == most ? g_strdup_printf("%u: the clinker enterprises of lines.csv", least)
                                          : g_strdup_printf("%u to %u: the clinker enterprises of lines.csv, "
                                                            "at least those operating",
                                                            least, most);

    if (task->votes_entitled < least * GAZ_DECIMAL_ONE || task->votes_entitled > most * GAZ_DECIMAL_ONE)
        gaz_fault(check, GAZ_CHECK_VOTE_ENTITLED, clause, GAZ_AT(task, votes_entitled), "votes_entitled",
                  g_strdup(entitled), "%s", fits);
    if (task->votes_for > task->votes_entitled)
        gaz_fault(check, GAZ_CHECK_VOTE_ENTITLED, clause, GAZ_AT(task, votes_for), "votes_for",
                  votes_text(task->votes_for), "at most %s, the votes entitled", entitled);
}

/* Most tasks are voted on together: the enterprises are counted anew only where the day is another. */
void gaz_check_votes(const GazCheck *check)
{
    unsigned least = 0, most = 0;
    GazDate counted_on = GAZ_NO_DATE;

    for (unsigned i = 0; check->rules->vote_numerator.clause != NULL && i < check->data->tasks->len; i++) {
        const GazTask *task = check->data->tasks->pdata[i];

        if (!gaz_is_of_year(check, &task->record))
            continue;
        if (task->vote_date != counted_on)
            count_enterprises(check, task->vote_date, &least, &most);
        counted_on = task->vote_date;
        check_share(check, task);
        check_entitled(check, task, least, most);
    }
}
