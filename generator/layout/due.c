/* due.c - notes wait for the end of their page's rows. */
#include "layout/due.h"

#include "layout/blocks.h"

static const double gap = 4;          /* [pt] between the rows and their notes */
static const double most_notes = 0.8; /* of a page: taken by notes that come over from the one before */

void gaz_due_begin(GazDue *due, GazFlow *flow, const GazNode *table, GazCellLook look)
{
    *due = (GazDue){
        .flow = flow, .table = table, .look = look, .due = g_ptr_array_new(), .later = g_ptr_array_new()};
}

void gaz_due_end(GazDue *due)
{
    g_ptr_array_unref(due->due);
    g_ptr_array_unref(due->later);
}

static bool is_wanted(const GazDue *due, const GazNode *note, const GPtrArray *found)
{
    return (note->language == GAZ_ZH ? due->look.zh : due->look.en) &&
           !g_hash_table_contains(due->flow->noted, note) && !g_ptr_array_find(due->due, note, NULL) &&
           !g_ptr_array_find(due->later, note, NULL) && !g_ptr_array_find((GPtrArray *)found, note, NULL);
}

static void find_by_ids(const GazDue *due, const char *const *ids, GPtrArray *found)
{
    for (const GazNode *notes = due->table->next; notes != NULL && notes->kind == GAZ_NODE_NOTES;
         notes = notes->next)
        for (const GazNode *note = notes->first; note != NULL; note = note->next)
            if (note->id != NULL && g_strv_contains(ids, note->id) && is_wanted(due, note, found))
                g_ptr_array_add(found, (gpointer)note);
}

void gaz_due_find(const GazDue *due, const GazRow *row, GPtrArray *found)
{
    for (unsigned c = 0; row->kind != GAZ_ROW_GROUP && c < due->table->table->column_count; c++) {
        g_auto(GStrv) ids = row->cells[c].notes == NULL ? NULL : g_strsplit(row->cells[c].notes, " ", -1);

        if (ids != NULL)
            find_by_ids(due, (const char *const *)ids, found);
    }
}

double gaz_due_height_with(const GazDue *due, const GPtrArray *notes)
{
    double height = 0;

    for (unsigned i = 0; i < notes->len; i++)
        height += gaz_note_height(due->flow, notes->pdata[i]);
    return notes->len + due->due->len > 0 ? height + gap : height;
}

double gaz_due_height(const GazDue *due)
{
    return due->height + gap;
}

void gaz_due_add(GazDue *due, const GPtrArray *notes, double room)
{
    for (unsigned i = 0; i < notes->len; i++) {
        double height = gaz_note_height(due->flow, notes->pdata[i]);

        room -= height;
        g_ptr_array_add(room < 0 ? due->later : due->due, notes->pdata[i]);
        due->height += room < 0 ? 0 : height;
    }
}

void gaz_due_place(GazDue *due)
{
    due->flow->y += due->due->len > 0 ? gap : 0;
    for (unsigned i = 0; i < due->due->len; i++) {
        gaz_note_layout(due->flow, due->due->pdata[i]);
        g_hash_table_add(due->flow->noted, due->due->pdata[i]);
    }
    g_ptr_array_set_size(due->due, 0);
    due->height = 0;
}

void gaz_due_turn(GazDue *due)
{
    g_autoptr(GPtrArray) notes = due->later;

    due->later = g_ptr_array_new();
    gaz_due_add(due, notes, most_notes * (due->flow->bottom - due->flow->y));
    g_ptr_array_set_size(due->later, 0);
}
