/* record.c - the place of a member's cell. */
#include "model/record.h"

const GazPlace *gaz_record_place(const GazRecord *record, size_t member)
{
    const GazTable *table = record->table;

    for (unsigned i = 0; i < table->column_count; i++)
        if (table->columns[i].offset == member)
            return &record->places[i];
    return &record->places[0];
}

const GazText *gaz_code_name(const GazCode *codes, int index)
{
    return &codes[index].name;
}
