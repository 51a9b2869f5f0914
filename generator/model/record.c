/* record.c - the members of a record by the columns that describe them. */
#include "model/record.h"

#include "model/region.h"
#include <string.h>

/* Where the column's own part of the member lies. */
static size_t offset_of(const GazColumn *column)
{
    return column->offset + (column->kind == GAZ_COLUMN_EN ? offsetof(GazText, in[GAZ_EN]) : 0);
}

GazPlace gaz_record_place(const GazRecord *record, size_t member)
{
    const GazTable *table = record->table;

    for (unsigned i = 0; i < table->column_count; i++)
        if (offset_of(&table->columns[i]) == member)
            return gaz_places_get(record->places, i);
    return gaz_places_get(record->places, 0);
}

const GazText *gaz_code_name(const GazCode *codes, int index)
{
    return &codes[index].name;
}

static const size_t sizes[] = {
    [GAZ_COLUMN_ID] = sizeof(const char *),
    [GAZ_COLUMN_STRING] = sizeof(const char *),
    [GAZ_COLUMN_ZH] = sizeof(const char *),
    [GAZ_COLUMN_EN] = sizeof(const char *),
    [GAZ_COLUMN_DATE] = sizeof(GazDate),
    [GAZ_COLUMN_MOMENT] = sizeof(GazMoment),
    [GAZ_COLUMN_DECIMAL] = sizeof(GazDecimal),
    [GAZ_COLUMN_COUNT] = sizeof(GazDecimal),
    [GAZ_COLUMN_FLAG] = sizeof(bool),
    [GAZ_COLUMN_CODE] = sizeof(int),
    [GAZ_COLUMN_CODES] = sizeof(unsigned),
    [GAZ_COLUMN_REFERENCE] = sizeof(const void *),
    [GAZ_COLUMN_CITY] = sizeof(const GazCity *),
};

static bool is_same_text(const void *one, const void *other)
{
    const char *a = *(const char *const *)one, *b = *(const char *const *)other;

    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool is_same_moment(const GazMoment *one, const GazMoment *other)
{
    return one->day == other->day && one->minutes == other->minutes && one->timed == other->timed;
}

static bool is_same_record(const void *one, const void *other)
{
    const GazRecord *a = *(const GazRecord *const *)one, *b = *(const GazRecord *const *)other;

    return a == NULL || b == NULL ? a == b : strcmp(a->id, b->id) == 0;
}

bool gaz_member_equal(const GazColumn *column, const GazRecord *one, const GazRecord *other)
{
    const char *a = (const char *)one + offset_of(column), *b = (const char *)other + offset_of(column);

    switch (column->kind) {
    case GAZ_COLUMN_ID:
    case GAZ_COLUMN_STRING:
    case GAZ_COLUMN_ZH:
    case GAZ_COLUMN_EN:
        return is_same_text(a, b);
    case GAZ_COLUMN_MOMENT: /* it has padding */
        return is_same_moment((const GazMoment *)a, (const GazMoment *)b);
    case GAZ_COLUMN_REFERENCE:
        return is_same_record(a, b);
    default:
        return memcmp(a, b, sizes[column->kind]) == 0;
    }
}

void gaz_member_copy(const GazColumn *column, GazRecord *to, const GazRecord *from)
{
    memcpy((char *)to + offset_of(column), (const char *)from + offset_of(column), sizes[column->kind]);
}
