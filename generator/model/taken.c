/* taken.c - a note for each cell would drown the faults. */
#include "model/taken.h"

typedef struct {
    const GazColumn *column;
    GazPlace place;
    char *found, *taken; /* of the first; taken NULL: nothing */
    unsigned count;
} Taken;

static void free_taken(void *data)
{
    Taken *taken = data;

    g_free(taken->found);
    g_free(taken->taken);
    g_free(taken);
}

void gaz_taken_add(GazReading *reading, const GazColumn *column, const GazPlace *place, const char *found,
                   const char *taken)
{
    /* A column's own address, or the next byte's: two kinds of note for each. */
    gpointer key = (gpointer)((const char *)column + (taken == NULL ? 1 : 0));
    Taken *first;

    if (reading->taken == NULL)
        reading->taken = g_hash_table_new_full(NULL, NULL, NULL, free_taken);
    first = g_hash_table_lookup(reading->taken, key);
    if (first == NULL) {
        first = g_new0(Taken, 1);
        *first = (Taken){column, *place, g_strdup(found), g_strdup(taken), 0};
        g_hash_table_insert(reading->taken, key, first);
    }
    first->count++;
}

static void tell(GazReport *report, const Taken *taken)
{
    const char *as = taken->taken == NULL ? "an empty cell" : taken->taken;
    GazModelNote note = taken->taken == NULL ? GAZ_MODEL_NOTE_NOTHING : GAZ_MODEL_NOTE_VALUE;

    if (taken->count == 1)
        gaz_report_note(report, &taken->place, &gaz_model_notes[note], taken->column->name, taken->found,
                        "%s", as);
    else
        gaz_report_note(report, &taken->place, &gaz_model_notes[note], taken->column->name, taken->found,
                        "%s (one of %u cells of the column)", as, taken->count);
}

/* The report sorts them. */
void gaz_taken_tell(GazReading *reading)
{
    GHashTableIter at;
    gpointer taken;

    if (reading->taken == NULL)
        return;
    g_hash_table_iter_init(&at, reading->taken);
    while (g_hash_table_iter_next(&at, NULL, &taken))
        tell(reading->report, taken);
    g_clear_pointer(&reading->taken, g_hash_table_unref);
}
