/* view_changes.c - what happened to enterprises and lines by a day is applied to them, in order of date; a
 * line remembers whose it was and in what state. */
#include "model/viewing.h"

#include <string.h>

/* By date, else as written. */
static int compare_changes(const void *one, const void *two)
{
    GazDate a = (*(const GazRegisterChange *const *)one)->date,
            b = (*(const GazRegisterChange *const *)two)->date;

    return (a > b) - (a < b);
}

static void set_number(GazDecimal *number, GazDecimal becomes)
{
    if (becomes != GAZ_NO_DECIMAL)
        *number = becomes;
}

static void change_capacity(GazLine *line, const GazRegisterChange *change)
{
    set_number(&line->approved_capacity_tpd, change->approved_capacity_tpd);
    set_number(&line->annual_capacity_10kt, change->annual_capacity_10kt);
    set_number(&line->kiln_diameter_m, change->kiln_diameter_m);
}

/* The state that a change leaves a line in; -1: as it was. */
static const int states[] = {
    [GAZ_CHANGE_RENAMED] = -1,
    [GAZ_CHANGE_MERGED] = -1,
    [GAZ_CHANGE_MOVED] = -1,
    [GAZ_CHANGE_CAPACITY] = -1,
    [GAZ_CHANGE_REPLACED] = GAZ_LINE_DISMANTLED,
    [GAZ_CHANGE_SUSPENDED] = GAZ_LINE_SUSPENDED,
    [GAZ_CHANGE_RESUMED] = GAZ_LINE_OPERATING,
    [GAZ_CHANGE_DISMANTLED] = GAZ_LINE_DISMANTLED,
    [GAZ_CHANGE_COMMISSIONED] = GAZ_LINE_OPERATING,
};

static void change_line(GazLine *line, const GazRegisterChange *change)
{
    if (change->kind == GAZ_CHANGE_RENAMED)
        line->name = change->name;
    if (change->kind == GAZ_CHANGE_CAPACITY)
        change_capacity(line, change);
    if (change->kind == GAZ_CHANGE_COMMISSIONED)
        line->commissioned = change->date;
    if (change->kind == GAZ_CHANGE_REPLACED)
        line->replaced_by = change->by_line;
    if (change->kind == GAZ_CHANGE_MOVED)
        line->enterprise = change->to_enterprise;
    if (states[change->kind] >= 0)
        line->status = states[change->kind];
}

/* The view while changes are applied to it. */
typedef struct {
    GazData *view;
    GHashTable *histories; /* GazLine * to GArray of GazLineState */
    GHashTable *lines;     /* GazEnterprise * to GPtrArray of GazLine *: those it has or had (ask the line) */
} Changing;

static void add_line(GHashTable *lines, GazLine *line)
{
    GPtrArray *group = g_hash_table_lookup(lines, line->enterprise);

    if (group == NULL) {
        group = g_ptr_array_new();
        g_hash_table_insert(lines, (gpointer)line->enterprise, group);
    }
    g_ptr_array_add(group, line);
}

static void remember(const Changing *changing, const GazLine *line, GazDate from)
{
    GArray *history = g_hash_table_lookup(changing->histories, line);
    GazLineState state = {from, line->enterprise, line->status};

    if (history == NULL) {
        history = g_array_new(FALSE, FALSE, sizeof(GazLineState));
        g_hash_table_insert(changing->histories, (gpointer)line, history);
    }
    g_array_append_val(history, state);
}

static void apply_to_line(const Changing *changing, GazLine *line, const GazRegisterChange *change)
{
    const GazEnterprise *before = line->enterprise;

    if (!g_hash_table_contains(changing->histories, line))
        remember(changing, line, GAZ_NO_DATE); /* since ever */
    change_line(line, change);
    remember(changing, line, change->date);
    if (line->enterprise != before)
        add_line(changing->lines, line);
}

static void merge(const Changing *changing, GazEnterprise *enterprise, const GazRegisterChange *change)
{
    const GPtrArray *lines = g_hash_table_lookup(changing->lines, enterprise);
    GazRegisterChange move = *change;

    move.kind = GAZ_CHANGE_MOVED;
    enterprise->merged_into = change->to_enterprise;
    for (unsigned i = 0; lines != NULL && i < lines->len; i++)
        if (((const GazLine *)lines->pdata[i])->enterprise == enterprise)
            apply_to_line(changing, lines->pdata[i], &move);
}

static void apply(const Changing *changing, const GazRegisterChange *change)
{
    /* The copies are the view's own, and may be written. */
    GazLine *line = (GazLine *)change->line;
    GazEnterprise *enterprise = (GazEnterprise *)change->enterprise;

    if (line != NULL)
        apply_to_line(changing, line, change);
    else if (change->kind == GAZ_CHANGE_RENAMED)
        enterprise->name = change->name;
    else if (change->kind == GAZ_CHANGE_MERGED)
        merge(changing, enterprise, change);
}

static void keep_histories(const Changing *changing)
{
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, changing->histories);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        const GArray *history = value;
        GazLineState *states_of = gaz_arena_new0(changing->view->arena, GazLineState, history->len);

        memcpy(states_of, history->data, sizeof(GazLineState) * history->len);
        ((GazLine *)key)->states = states_of;
        ((GazLine *)key)->state_count = history->len;
    }
}

/* Those that hold by the day, in order of date, are left in the list. */
static void choose(GPtrArray *changes, GazDate until)
{
    unsigned kept = 0;

    g_ptr_array_sort(changes, compare_changes);
    for (unsigned i = 0; i < changes->len; i++)
        if (((const GazRegisterChange *)changes->pdata[i])->date <= until)
            changes->pdata[kept++] = changes->pdata[i];
    g_ptr_array_set_size(changes, (int)kept);
}

void gaz_view_change(GazData *view, const GazViewDay *day)
{
    Changing changing = {.view = view};

    choose(view->changes, day->changes_until);
    changing.histories = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    changing.lines = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (unsigned i = 0; view->changes->len > 0 && i < view->lines->len; i++)
        add_line(changing.lines, view->lines->pdata[i]);
    for (unsigned i = 0; i < view->changes->len; i++)
        apply(&changing, view->changes->pdata[i]);
    keep_histories(&changing);
    g_hash_table_unref(changing.histories);
    g_hash_table_unref(changing.lines);
}
