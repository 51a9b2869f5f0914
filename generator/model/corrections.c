/* corrections.c - the cells that corrections name are found, and what stands in them compared with what each
 * correction says it was. After all years are read: a correction may be of an earlier one. */
#include "model/reading.h"

#include <string.h>

/* A correction on its way. */
typedef struct {
    GazReading *reading;
    GazCorrection *correction;
    GHashTable *running; /* "lines/L-001/status" to const GazCorrection *: the last one of that cell */
    GHashTable *copies;  /* record to a copy with all corrections so far */
    GPtrArray *touched;  /* of GazRecord *: the copies that the notice at hand corrects, each once */
} Work;

#define REFUSE(work, member, kind, ...)                                                                      \
    (gaz_report_add((work)->reading->report, GAZ_AT((work)->correction, member), GAZ_MODEL_FAULT(kind),      \
                    #member, (work)->correction->member, __VA_ARGS__),                                       \
     false)

static bool find_notice(const Work *work)
{
    GazCorrection *correction = work->correction;
    GazNotice *notice = gaz_reading_named(work->reading, "notice", correction->notice);

    if (notice == NULL && work->reading->unnamed)
        return false;
    if (notice == NULL || notice->kind != GAZ_NOTICE_CORRECTION)
        return REFUSE(work, notice, NOTICE_UNKNOWN, "the id of a <notice kind=\"correction\">");
    correction->made_known = notice;
    g_ptr_array_add(notice->corrections, correction);
    return true;
}

static const GazTable *find_table(const Work *work)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (strcmp(gaz_tables[i].name, work->correction->table) == 0 && i != GAZ_TABLE_CORRECTIONS)
            return &gaz_tables[i];
    (void)REFUSE(work, table, TABLE_UNKNOWN,
                 "the name of a table but corrections, as data/README.md lists them");
    return NULL;
}

/* An id lasts: it can't be corrected. */
static bool find_column(const Work *work, const GazTable *table)
{
    GazCorrection *correction = work->correction;

    for (unsigned i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, correction->column) == 0 &&
            table->columns[i].kind != GAZ_COLUMN_ID)
            correction->cell = &table->columns[i];
    return correction->cell != NULL ||
           REFUSE(work, column, COLUMN_UNKNOWN, "a column but id that data/README.md lists for %s.csv",
                  table->name);
}

/* `text` (NULL: empty) as the value of a record that holds it alone; NULL with a fault. */
static const GazRecord *value_of(const Work *work, const GazTable *table, const char *text, size_t member)
{
    const GazColumn *column = work->correction->cell;
    GazRecord *record = gaz_arena_alloc(work->reading->data->arena, table->size);
    GazCell cell = {.text = text, .place = gaz_record_place(&work->correction->record, member)};

    record->table = table;
    gaz_cell_clear(column, record);
    if (text == NULL && column->required) {
        gaz_report_add(work->reading->report, &cell.place, GAZ_MODEL_FAULT(CELL_REQUIRED), column->name, NULL,
                       NULL);
        return NULL;
    }
    return text == NULL || gaz_cell_convert(work->reading, column, &cell, 0, record) ? record : NULL;
}

/* What the cell says now: as it was announced, or as the last correction left it. */
static bool is_what_was(const Work *work, const GazRecord *record)
{
    GazCorrection *correction = work->correction;
    const char *key = gaz_arena_printf(work->reading->data->arena, "%s/%s/%s", correction->table,
                                       correction->row, correction->column);
    const GazCorrection *last = g_hash_table_lookup(work->running, key);
    g_autoptr(GString) place = g_string_new(NULL);

    g_hash_table_insert(work->running, (gpointer)key, correction);
    if (gaz_member_equal(correction->cell, correction->before, last == NULL ? record : last->after))
        return true;
    if (last == NULL)
        gaz_place_append(place, GAZ_PLACE_OF(record, correction->cell->offset));
    else
        gaz_place_append(place, GAZ_AT(last, becomes));
    return REFUSE(work, was, CORRECTION_WAS, "what %s says", place->str);
}

/* A copy of `record` to be corrected, which all corrections of it share. */
static GazRecord *copy_of(const Work *work, const GazRecord *record)
{
    GazArena *arena = work->reading->data->arena;
    GazRecord *copy = g_hash_table_lookup(work->copies, record);

    if (copy != NULL)
        return copy;
    copy = gaz_arena_alloc(arena, record->table->size);
    memcpy(copy, record, record->table->size);
    g_hash_table_insert(work->copies, (gpointer)record, copy);
    return copy;
}

/* Makes the correction in the copy of its row. Places in that lead to the correction: of its own cell, and of
 * the rest the first one of the notice. A credit code is its enterprise's own, which the one before it makes
 * way for. */
static void apply(const Work *work, const GazRecord *record)
{
    GazCorrection *correction = work->correction;
    GazRecord *copy = copy_of(work, record);
    unsigned count = record->table->column_count;
    GazPlace *places = g_newa(GazPlace, count);
    bool first = !g_ptr_array_find(work->touched, copy, NULL);

    for (unsigned i = 0; i < count; i++)
        places[i] = first || correction->cell == &record->table->columns[i] ? *GAZ_AT(correction, becomes)
                                                                            : gaz_places_get(copy->places, i);
    if (first && record->table == &gaz_tables[GAZ_TABLE_ENTERPRISES])
        g_hash_table_remove(work->reading->credit_codes, ((const GazEnterprise *)copy)->credit_code);
    if (first)
        g_ptr_array_add(work->touched, copy);
    copy->places = gaz_places_pack(work->reading->data->arena, places, count);
    gaz_member_copy(correction->cell, copy, correction->after);
}

static const char *text_in(const GazRecord *record, const GazColumn *column)
{
    const GazText *text = (const GazText *)(const void *)((const char *)record + column->offset);

    return text->in[column->kind == GAZ_COLUMN_ZH ? GAZ_ZH : GAZ_EN];
}

/* Of texts in two languages, none is left in one: a notice would say it in Chinese and not in English. */
static bool is_bilingual(const Work *work, const GazRecord *copy)
{
    const GazTable *table = copy->table;
    bool good = true;

    for (unsigned i = 0; i + 1 < table->column_count; i++) {
        const GazColumn *zh = &table->columns[i], *en = zh + 1;
        bool pair = zh->kind == GAZ_COLUMN_ZH && en->kind == GAZ_COLUMN_EN && zh->offset == en->offset &&
                    zh->required == en->required;
        GazPlace place;

        if (!pair || (text_in(copy, zh) == NULL) == (text_in(copy, en) == NULL))
            continue;
        place = gaz_places_get(copy->places, text_in(copy, zh) == NULL ? i : i + 1);
        gaz_report_add(work->reading->report, &place, GAZ_MODEL_FAULT(TRANSLATION_MISSING),
                       text_in(copy, zh) == NULL ? zh->name : en->name, NULL, NULL);
        good = false;
    }
    return good;
}

/* Once all that a notice corrects is made, its rows must be as whole as those that are read: what belongs
 * together may be corrected in two cells. A fault leads to a correction, and those of its row hold nowhere.
 */
static void check_rows(const Work *work, unsigned from, unsigned to)
{
    GazData *data = work->reading->data;

    for (unsigned i = 0; i < work->touched->len; i++) {
        const GazRecord *copy = work->touched->pdata[i];
        bool good = gaz_record_check(work->reading, copy, true);

        if (is_bilingual(work, copy) && good)
            continue;
        for (unsigned k = from; k < to; k++) {
            GazCorrection *correction = data->corrections->pdata[k];

            if (strcmp(correction->table, copy->table->name) == 0 && strcmp(correction->row, copy->id) == 0)
                correction->cell = NULL;
        }
        data->lacking |= 1u << GAZ_TABLE_CORRECTIONS;
    }
    g_ptr_array_set_size(work->touched, 0);
}

static bool resolve(const Work *work)
{
    GazCorrection *correction = work->correction;
    bool good = find_notice(work);
    const GazTable *table = find_table(work);
    const GazRecord *record = NULL;

    if (table == NULL || !find_column(work, table))
        return false;
    record = gaz_reading_lookup(work->reading, table->name, correction->row, GAZ_AT(correction, row), "row");
    correction->before = value_of(work, table, correction->was, offsetof(GazCorrection, was));
    correction->after = value_of(work, table, correction->becomes, offsetof(GazCorrection, becomes));
    if (record == NULL || correction->before == NULL || correction->after == NULL)
        return false;
    if (gaz_member_equal(correction->cell, correction->before, correction->after))
        return REFUSE(work, becomes, CORRECTION_NOTHING, "something else than it was");
    if (!is_what_was(work, record) || !good)
        return false;
    apply(work, record);
    return true;
}

/* By their notices' dates, else as written. */
static int compare_corrections(const void *one, const void *two, gpointer data)
{
    const GazNotice *a = gaz_reading_named(data, "notice", (*(const GazCorrection *const *)one)->notice);
    const GazNotice *b = gaz_reading_named(data, "notice", (*(const GazCorrection *const *)two)->notice);
    GazDate first = a == NULL ? GAZ_NO_DATE : a->date, second = b == NULL ? GAZ_NO_DATE : b->date;

    return (first > second) - (first < second);
}

void gaz_reading_corrections(GazReading *reading)
{
    GPtrArray *corrections = reading->data->corrections;
    Work work = {.reading = reading, .touched = g_ptr_array_new()};
    unsigned first = 0; /* of the notice at hand */

    work.running = g_hash_table_new(g_str_hash, g_str_equal);
    work.copies = g_hash_table_new(NULL, NULL);
    g_ptr_array_sort_with_data(corrections, compare_corrections, reading);
    for (unsigned i = 0; i < corrections->len; i++) {
        work.correction = corrections->pdata[i];
        if (strcmp(work.correction->notice, ((const GazCorrection *)corrections->pdata[first])->notice) !=
            0) {
            check_rows(&work, first, i);
            first = i;
        }
        if (!resolve(&work)) {
            work.correction->cell = NULL; /* it holds nowhere */
            reading->data->lacking |= 1u << GAZ_TABLE_CORRECTIONS;
        }
    }
    check_rows(&work, first, corrections->len);
    g_ptr_array_unref(work.touched);
    g_hash_table_unref(work.running);
    g_hash_table_unref(work.copies);
}
