/* rewordings.c - a notice's own words are corrected by words of the correction: texts/NAME.ID.zh.md stands in
 * place of texts/NAME.zh.md in what the correction called ID corrects. The file announced stays as it was. */
#include "model/reading.h"
#include "model/viewing.h"

#include <string.h>

static bool has_words(const GazData *data, const GazNotice *notice)
{
    g_autofree char *ending = g_strdup_printf(".%s.zh", notice->id);
    GHashTableIter iterator;
    gpointer name;

    g_hash_table_iter_init(&iterator, data->texts);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        if (g_str_has_suffix(name, ending))
            return true;
    return false;
}

static int compare_dates(const void *one, const void *two)
{
    GazDate a = (*(const GazNotice *const *)one)->date, b = (*(const GazNotice *const *)two)->date;

    return (a > b) - (a < b);
}

void gaz_reading_rewordings(GazReading *reading)
{
    GazData *data = reading->data;

    data->rewordings = gaz_reading_array(reading);
    for (unsigned i = 0; data->publication != NULL && i < data->publication->notices->len; i++) {
        GazNotice *notice = data->publication->notices->pdata[i];

        if (notice->corrects != NULL && has_words(data, notice))
            g_ptr_array_add(data->rewordings, notice);
    }
    g_ptr_array_sort(data->rewordings, compare_dates);
}

/* Those known on the notice's own day hold for it, whatever they correct; later ones only its own. */
bool gaz_amendment_holds(const GazNotice *notice, const GazViewDay *day)
{
    if (notice->date > day->corrections_until)
        return false;
    return notice->date <= day->changes_until || day->only_corrections_of == NULL ||
           g_strcmp0(notice->corrects, day->only_corrections_of) == 0;
}

void gaz_view_reword(GazData *view, const GazViewDay *day)
{
    for (unsigned i = 0; i < view->of->rewordings->len; i++)
        if (gaz_amendment_holds(view->of->rewordings->pdata[i], day))
            g_ptr_array_add(view->rewordings, view->of->rewordings->pdata[i]);
}
