/* swaps.c - off-peak swaps as a plan tells them. */
#include "compose/swaps.h"

#include "compose/cells.h"

/* A swap names no season: those on record in a year are for its heating season. */
static bool is_for(const GazComposing *work, const GazSwap *swap, const GazLine *line)
{
    return swap->line == line && swap->filed_on <= work->notice->date &&
           swap->record.year == work->notice->folder_year;
}

/* The days of all swaps of `line`; their partners, each once, in `partners`. */
static GazDecimal swapped(const GazComposing *work, const GazLine *line, GPtrArray *partners)
{
    GazDecimal days = 0;

    for (unsigned i = 0; i < work->data->swaps->len; i++) {
        const GazSwap *swap = work->data->swaps->pdata[i];

        if (!is_for(work, swap, line))
            continue;
        days += swap->days;
        if (!g_ptr_array_find(partners, swap->partner, NULL))
            g_ptr_array_add(partners, (gpointer)swap->partner);
    }
    return days;
}

GazText gaz_swap_note(GazComposing *work, const GazLine *line)
{
    const GazSeason *season = work->notice->season;
    g_autoptr(GPtrArray) partners = g_ptr_array_new();
    GazValue names = {0};
    GazText parts[2];
    GazDecimal days;

    if (!line->carbide_slag || season == NULL || !season->heating)
        return gaz_text(NULL, NULL);
    days = swapped(work, line, partners);
    if (partners->len == 0)
        return gaz_text(NULL, NULL);
    for (unsigned i = 0; i < partners->len; i++)
        gaz_value_add_member(work->arena, work->glossary, &names, i, partners->len,
                             gaz_line_name(work, partners->pdata[i]), NULL);
    parts[0] =
        gaz_text(gaz_value_text(work->arena, &names, GAZ_ZH), gaz_value_text(work->arena, &names, GAZ_EN));
    parts[1] = gaz_count(work, "days", days);
    return gaz_glossary_format(work->glossary, work->arena, "window.swapped", parts, 2);
}
