/* view_corrections.c - the corrections that hold on a day are made in the cells they name. */
#include "model/viewing.h"

#include <string.h>

bool gaz_correction_holds(const GazCorrection *correction, const GazViewDay *day)
{
    return correction->cell != NULL && correction->made_known != NULL &&
           gaz_amendment_holds(correction->made_known, day);
}

/* By their notices' dates, else as written. */
static int compare_corrections(const void *one, const void *two)
{
    const GazCorrection *a = *(const GazCorrection *const *)one, *b = *(const GazCorrection *const *)two;
    GazDate first = a->made_known == NULL ? GAZ_NO_DATE : a->made_known->date;
    GazDate second = b->made_known == NULL ? GAZ_NO_DATE : b->made_known->date;

    return (first > second) - (first < second);
}

/* A reference may lead to what only a later year brings. */
static bool is_of_view(const GazData *view, const GazCorrection *correction)
{
    const void *const *member =
        (const void *const *)((const char *)correction->after + correction->cell->offset);

    return correction->cell->kind != GAZ_COLUMN_REFERENCE || *member == NULL ||
           gaz_view_copy_of(view, *member) != NULL;
}

static void correct(const GazData *view, const GazCorrection *correction)
{
    g_autofree char *key = g_strdup_printf("%s/%s", correction->table, correction->row);
    GazRecord *copy = gaz_view_copy_of(view, g_hash_table_lookup(view->records, key));

    if (copy == NULL || !is_of_view(view, correction))
        return;
    gaz_member_copy(correction->cell, copy, correction->after);
    gaz_view_refer(view, correction->cell, copy);
}

void gaz_view_correct(GazData *view, const GazViewDay *day)
{
    unsigned kept = 0;

    g_ptr_array_sort(view->corrections, compare_corrections);
    for (unsigned i = 0; i < view->corrections->len; i++) {
        GazCorrection *correction = view->corrections->pdata[i];

        if (!gaz_correction_holds(correction, day))
            continue;
        correct(view, correction);
        view->corrections->pdata[kept++] = correction;
    }
    g_ptr_array_set_size(view->corrections, (int)kept);
}
