/* view.c - the data of one year as they stood on a day: a copy, driven by the tables' descriptions. */
#include "model/view.h"

#include "model/viewing.h"
#include <string.h>

GPtrArray **gaz_table_list(const GazData *data, const GazTable *table)
{
    return (GPtrArray **)((const char *)data + table->list);
}

static GPtrArray *new_array(GazData *data)
{
    GPtrArray *array = g_ptr_array_new();

    g_ptr_array_add(data->arrays, array);
    return array;
}

void *gaz_view_copy_of(const GazData *view, const void *original)
{
    return original == NULL ? NULL : g_hash_table_lookup(view->copies, original);
}

bool gaz_stoppage_is_late(const GazStoppage *stoppage, const GazRules *rules, const GazViewDay *day)
{
    return stoppage->record.year > day->year && stoppage->record.year <= day->recorded_until &&
           stoppage->start.day < gaz_rules_year_begin(rules, day->year + 1);
}

/* What happens to enterprises and lines has a date of its own, wherever it was written down; the channels of
 * a year stand in place of the earlier ones. */
static bool is_in_view(const GazData *view, const GazViewDay *day, const GazRecord *record, int channels)
{
    if (record->table == &gaz_tables[GAZ_TABLE_CHANGES] ||
        record->table == &gaz_tables[GAZ_TABLE_CORRECTIONS])
        return true;
    if (record->table == &gaz_tables[GAZ_TABLE_CHANNELS])
        return record->year == channels;
    if (record->table == &gaz_tables[GAZ_TABLE_STOPPAGES] &&
        gaz_stoppage_is_late((const GazStoppage *)(const void *)record, view->rules, day))
        return true;
    return record->year <= day->year;
}

/* The last year, up to the view's, that gives channels of its own. */
static int year_of_channels(const GazData *all, const GazViewDay *day)
{
    int year = 0;

    for (unsigned i = 0; i < all->channels->len; i++) {
        const GazRecord *record = all->channels->pdata[i];

        if (record->year <= day->year)
            year = MAX(year, record->year);
    }
    return year;
}

static void copy_table(GazData *view, const GazTable *table, const GazViewDay *day, int channels,
                       const GazKnowledge *knowledge)
{
    const GPtrArray *from = *gaz_table_list(view->of, table);
    GPtrArray *to = *gaz_table_list(view, table) = new_array(view);
    char *block = gaz_arena_alloc(view->arena, table->size * MAX(from->len, 1u));

    for (unsigned i = 0; i < from->len; i++) {
        void *copy = block + table->size * i;

        if (!is_in_view(view, day, from->pdata[i], channels) ||
            (knowledge != NULL && !gaz_knowledge_has(knowledge, from->pdata[i])))
            continue;
        memcpy(copy, from->pdata[i], table->size);
        if (knowledge != NULL)
            gaz_knowledge_forget(knowledge, copy);
        g_ptr_array_add(to, copy);
        g_hash_table_insert(view->copies, from->pdata[i], copy);
    }
}

void gaz_view_refer(const GazData *view, const GazColumn *column, GazRecord *copy)
{
    const void **member = (const void **)((char *)copy + column->offset);

    if (column->kind == GAZ_COLUMN_REFERENCE)
        *member = gaz_view_copy_of(view, *member);
}

/* A required reference leads from a row to one of the same year or an earlier one; a change is the exception:
 * it may be of something that a later year brings, and then isn't of this view. */
static bool refer_all(const GazData *view, GazRecord *copy)
{
    bool whole = true;

    for (unsigned i = 0; i < copy->table->column_count; i++) {
        const GazColumn *column = &copy->table->columns[i];
        const void *const *member = (const void *const *)((const char *)copy + column->offset);
        bool given = column->kind == GAZ_COLUMN_REFERENCE && *member != NULL;

        gaz_view_refer(view, column, copy);
        whole = whole && (!given || *member != NULL);
    }
    return whole;
}

static void refer_table(GazData *view, const GazTable *table)
{
    const GPtrArray *originals = *gaz_table_list(view->of, table);
    GPtrArray *list = *gaz_table_list(view, table);

    g_ptr_array_set_size(list, 0);
    for (unsigned i = 0; i < originals->len; i++) {
        GazRecord *copy = gaz_view_copy_of(view, originals->pdata[i]);

        if (copy != NULL && refer_all(view, copy))
            g_ptr_array_add(list, copy);
        else
            g_hash_table_remove(view->copies, originals->pdata[i]);
    }
}

/* Tables by the bits of their index. */
static const unsigned all_tables = ~0u;
static const unsigned register_tables = 1u << GAZ_TABLE_ENTERPRISES | 1u << GAZ_TABLE_LINES |
                                        1u << GAZ_TABLE_CHANGES | 1u << GAZ_TABLE_CORRECTIONS;

static void copy_tables(GazData *view, const GazViewDay *day, unsigned tables, const GazKnowledge *knowledge)
{
    int channels = year_of_channels(view->of, day);

    for (unsigned i = 0; i < gaz_table_count; i++) {
        if ((tables & 1u << i) != 0)
            copy_table(view, &gaz_tables[i], day, channels, knowledge);
        else
            *gaz_table_list(view, &gaz_tables[i]) = new_array(view);
    }
    for (unsigned i = 0; i < gaz_table_count; i++)
        if ((tables & 1u << i) != 0)
            refer_table(view, &gaz_tables[i]);
}

static GPtrArray *copy_subjects(GazData *view, const GPtrArray *subjects)
{
    GPtrArray *copies = new_array(view);

    for (unsigned i = 0; i < subjects->len; i++) {
        void *copy = gaz_view_copy_of(view, subjects->pdata[i]);

        if (copy != NULL)
            g_ptr_array_add(copies, copy);
    }
    return copies;
}

static void copy_notices(GazData *view, const GPtrArray *notices, const GazKnowledge *knowledge)
{
    GPtrArray *copies = view->publication->notices = new_array(view);

    for (unsigned i = 0; i < notices->len; i++) {
        GazNotice *copy;

        if (knowledge != NULL && !gaz_knowledge_has_notice(knowledge, notices->pdata[i]))
            continue;
        copy = gaz_arena_new0(view->arena, GazNotice, 1);
        *copy = *(const GazNotice *)notices->pdata[i];
        copy->findings = copy_subjects(view, copy->findings);
        copy->objections = copy_subjects(view, copy->objections);
        copy->corrections = copy_subjects(view, copy->corrections);
        g_ptr_array_add(copies, copy);
    }
}

/* The publication of the view's year: the last one up to it. Lent. */
static const GazPublication *publication_of(const GazData *all, int year)
{
    const GazPublication *found = all->years->pdata[0];

    for (unsigned i = 1; i < all->years->len; i++)
        if (((const GazPublication *)all->years->pdata[i])->year <= year)
            found = all->years->pdata[i];
    return found;
}

const GazRules *gaz_rules_of_year(const GazData *all, int year)
{
    return publication_of(all, year)->rules;
}

static void copy_publication(GazData *view, int year, const GazKnowledge *knowledge)
{
    const GazPublication *from = publication_of(view->of, year);

    view->publication = gaz_arena_new0(view->arena, GazPublication, 1);
    *view->publication = *from;
    g_ptr_array_add(view->years, view->publication);
    copy_notices(view, from->notices, knowledge);
}

static GazData *new_view(const GazData *all, const GazViewDay *day, unsigned tables)
{
    g_autoptr(GazKnowledge) knowledge = day->known_only ? gaz_knowledge_new(all, day->changes_until) : NULL;
    GazData *view = g_new0(GazData, 1);

    view->of = all;
    view->arena = gaz_arena_new();
    view->folder = all->folder;
    view->texts = g_hash_table_ref(all->texts);
    view->records = g_hash_table_ref(all->records);
    view->copies = g_hash_table_new(NULL, NULL);
    view->arrays = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    view->years = new_array(view);
    view->rewordings = new_array(view);
    view->lacking = all->lacking;
    view->known_until = day->known_only ? day->changes_until : GAZ_NO_DATE;
    view->rules = (GazRules *)gaz_rules_of_year(all, day->year);
    copy_tables(view, day, tables, knowledge);
    gaz_view_correct(view, day);
    gaz_view_reword(view, day);
    gaz_view_change(view, day);
    copy_publication(view, day->year, knowledge);
    return view;
}

GazData *gaz_data_view(const GazData *all, const GazViewDay *day)
{
    return new_view(all, day, all_tables);
}

GazData *gaz_data_register(const GazData *all, const GazViewDay *day)
{
    return new_view(all, day, register_tables);
}

const GazNotice *gaz_view_notice(const GazData *view, const GazNotice *notice)
{
    return gaz_publication_notice(view->publication, notice->id);
}

int gaz_data_year_on(const GazData *all, GazDate as_of)
{
    int year = ((const GazPublication *)all->years->pdata[0])->year;

    for (unsigned i = 0; i < all->publication->notices->len; i++) {
        const GazNotice *notice = all->publication->notices->pdata[i];

        if (notice->date <= as_of)
            year = MAX(year, notice->folder_year);
    }
    return year;
}

bool gaz_data_is_last_year(const GazData *view)
{
    return view->of == NULL || view->publication->year == view->of->publication->year;
}
