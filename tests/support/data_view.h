/* data_view.h - a data folder as it stood on a day, for tests that work on the data of one year. */
#ifndef GAZETTE_TESTS_DATA_VIEW_H
#define GAZETTE_TESTS_DATA_VIEW_H
#include "model/view.h"

/* A view, and the whole data it is a view of. */
typedef struct {
    GazData *all, *data; /* NULL: too faulty */
} DataView;

/* Reads `folder` and sees the year of `day` as it stood then; what lies ahead is there too.
 * data_view_close(). */
DataView data_view_open(const char *folder, GazDate day, GazReport *report, GError **error);
void data_view_close(DataView *view);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DataView, data_view_close)

#endif
