/* data_view.c - reads and looks, as the program does. */
#include "data_view.h"

DataView data_view_open(const char *folder, GazDate day, GazReport *report, GError **error)
{
    DataView view = {.all = gaz_data_read(folder, "data/rules", report, error)};
    GazViewDay wanted = {.changes_until = day, .corrections_until = day};

    if (view.all == NULL)
        return view;
    wanted.year = gaz_data_year_on(view.all, day);
    view.data = gaz_data_view(view.all, &wanted);
    return view;
}

void data_view_close(DataView *view)
{
    gaz_data_free(view->data);
    gaz_data_free(view->all);
}
