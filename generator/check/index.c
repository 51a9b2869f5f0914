/* index.c - grouping by hash table, each table of the data folder walked once. */
#include "check/index.h"

#include "check/part.h"

#include <string.h>

static void free_group(void *group)
{
    g_ptr_array_unref(group);
}

static void group_under(GHashTable *groups, const void *key, const void *record)
{
    GPtrArray *group = g_hash_table_lookup(groups, key);

    if (group == NULL) {
        group = g_ptr_array_new();
        g_hash_table_insert(groups, (void *)key, group);
    }
    g_ptr_array_add(group, (void *)record);
}

/* `records` by the record that their member at `owner` points to. */
static GHashTable *group_by(const GPtrArray *records, size_t owner)
{
    GHashTable *groups = g_hash_table_new_full(NULL, NULL, NULL, free_group);

    for (unsigned i = 0; i < records->len; i++) {
        const char *record = records->pdata[i];
        const void *key = *(const void *const *)(record + owner);

        if (key != NULL)
            group_under(groups, key, record);
    }
    return groups;
}

const GazCounting *gaz_season_counting(const GazData *data, const GazSeason *season)
{
    static const GazCounting nothing = {.rounding = GAZ_ROUND_NONE};
    const GazCounting *counting = season == NULL ? NULL : gaz_rules_counting(data->rules, season->counting);

    return counting == NULL ? &nothing : counting;
}

static GHashTable *excludes_of(const GazPlan *plan)
{
    g_auto(GStrv) names = NULL;
    GHashTable *set;

    if (plan->excludes == NULL)
        return NULL;
    set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    names = g_strsplit(plan->excludes, ";", -1);
    for (char **name = names; *name != NULL; name++)
        g_hash_table_add(set, g_strdup(g_strstrip(*name)));
    return set;
}

GazReach gaz_row_reach(const GazRow *row, const GazLine *line)
{
    if (row->excludes == NULL)
        return GAZ_REACH_IN;
    if (g_hash_table_contains(row->excludes, line->record.id) ||
        g_hash_table_contains(row->excludes, gaz_line_owner_at(line, row->span)->record.id))
        return GAZ_REACH_OUT_BY_NAME;
    return g_hash_table_contains(row->excludes, gaz_kiln_kind[line->kiln].code) ? GAZ_REACH_OUT_BY_KILN
                                                                                : GAZ_REACH_IN;
}

static void add_rows(GazIndex *index)
{
    const GazData *data = index->data;

    for (unsigned i = 0; i < data->plan->len; i++) {
        const GazPlan *plan = data->plan->pdata[i];
        const GazSeason *season = gaz_publication_season(data->publication, plan->season);
        GazRow row = {.plan = plan, .season = season, .order = i};

        if (season == NULL)
            continue;
        row.counting = gaz_season_counting(data, season);
        row.span = gaz_plan_span(data, plan);
        row.excludes = excludes_of(plan);
        g_array_append_val(index->rows, row);
    }
}

/* After all rows are in place: the groups point into the array. */
static void group_rows(GazIndex *index)
{
    for (unsigned scope = 0; scope < G_N_ELEMENTS(index->scope); scope++)
        index->scope[scope] = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_group);
    for (unsigned i = 0; i < index->rows->len; i++) {
        const GazRow *row = &g_array_index(index->rows, GazRow, i);
        bool province = row->plan->scope == GAZ_SCOPE_PROVINCE || row->plan->target == NULL;

        group_under(index->scope[row->plan->scope], province ? "" : row->plan->target, row);
    }
}

static void clear_row(void *row)
{
    g_clear_pointer(&((GazRow *)row)->excludes, g_hash_table_unref);
}

GazIndex *gaz_index_new(const GazData *data)
{
    GazIndex *index = g_new0(GazIndex, 1);

    index->data = data;
    index->rows = g_array_new(FALSE, FALSE, sizeof(GazRow));
    g_array_set_clear_func(index->rows, clear_row);
    add_rows(index);
    group_rows(index);
    index->adjustments = group_by(data->adjustments, offsetof(GazAdjustment, line));
    index->stoppages = group_by(data->stoppages, offsetof(GazStoppage, line));
    index->ledger = group_by(data->ledger, offsetof(GazLedgerEntry, line));
    index->swaps = group_by(data->swaps, offsetof(GazSwap, line));
    index->partners = group_by(data->swaps, offsetof(GazSwap, partner));
    index->tasks = group_by(data->tasks, offsetof(GazTask, line));
    index->findings = group_by(data->findings, offsetof(GazFinding, line));
    index->events = group_by(data->events, offsetof(GazEvent, finding));
    index->interviews = group_by(data->interviews, offsetof(GazInterview, finding));
    index->objections = group_by(data->objections, offsetof(GazObjection, finding));
    index->restrictions = group_by(data->restrictions, offsetof(GazRestriction, finding));
    return index;
}

void gaz_index_free(GazIndex *index)
{
    if (index == NULL)
        return;
    for (unsigned scope = 0; scope < G_N_ELEMENTS(index->scope); scope++)
        g_hash_table_unref(index->scope[scope]);
    g_hash_table_unref(index->adjustments);
    g_hash_table_unref(index->stoppages);
    g_hash_table_unref(index->ledger);
    g_hash_table_unref(index->swaps);
    g_hash_table_unref(index->partners);
    g_hash_table_unref(index->tasks);
    g_hash_table_unref(index->findings);
    g_hash_table_unref(index->events);
    g_hash_table_unref(index->interviews);
    g_hash_table_unref(index->objections);
    g_hash_table_unref(index->restrictions);
    g_array_unref(index->rows);
    g_free(index);
}

const GPtrArray *gaz_index_of(GHashTable *group, const void *owner)
{
    return g_hash_table_lookup(group, owner);
}

static void append_group(GPtrArray *rows, GHashTable *scope, const char *key)
{
    const GPtrArray *group = g_hash_table_lookup(scope, key);

    for (unsigned i = 0; group != NULL && i < group->len; i++)
        g_ptr_array_add(rows, group->pdata[i]);
}

/* The rows for an enterprise or its city that begin while the line is its. */
static void append_owned(GPtrArray *rows, const GPtrArray *group, const GazLine *line,
                         const GazEnterprise *owner)
{
    for (unsigned i = 0; group != NULL && i < group->len; i++)
        if (gaz_line_owner_at(line, ((const GazRow *)group->pdata[i])->span) == owner)
            g_ptr_array_add(rows, group->pdata[i]);
}

/* Whether the line has been the same enterprise's in an earlier state. */
static bool is_known_owner(const GazLine *line, unsigned state)
{
    for (unsigned i = 0; i < state; i++)
        if (line->states[i].enterprise == line->states[state].enterprise)
            return true;
    return false;
}

static void append_owners(GPtrArray *rows, const GazIndex *index, const GazLine *line)
{
    GHashTable *const *scope = index->scope;

    for (unsigned i = 0; i < MAX(line->state_count, 1u); i++) {
        const GazEnterprise *owner = line->state_count == 0 ? line->enterprise : line->states[i].enterprise;

        if (is_known_owner(line, i))
            continue;
        append_owned(rows, g_hash_table_lookup(scope[GAZ_SCOPE_CITY], owner->city->code), line, owner);
        append_owned(rows, g_hash_table_lookup(scope[GAZ_SCOPE_ENTERPRISE], owner->record.id), line, owner);
    }
}

static int compare_rows(const void *one, const void *two)
{
    const GazRow *a = *(const GazRow *const *)one, *b = *(const GazRow *const *)two;

    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end > b->span.end ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

GPtrArray *gaz_index_rows(const GazIndex *index, const GazLine *line)
{
    GPtrArray *rows = g_ptr_array_new();

    append_group(rows, index->scope[GAZ_SCOPE_PROVINCE], "");
    append_owners(rows, index, line);
    append_group(rows, index->scope[GAZ_SCOPE_LINE], line->record.id);
    g_ptr_array_sort(rows, compare_rows);
    return rows;
}
