/* wording.h - the wording read and completed in one go: the program does other work between the two. */
#ifndef GAZETTE_TESTS_SUPPORT_WORDING_H
#define GAZETTE_TESTS_SUPPORT_WORDING_H
#include "compose/compose.h"

/* As gaz_wording_load() and gaz_wording_complete() have it. Yours: gaz_wording_free(). */
static inline GazWording *wording_read(const char *folder, const GazData *data, GazReport *report,
                                       GError **error)
{
    GazWording *wording = gaz_wording_load(folder, report, error);

    if (wording != NULL)
        gaz_wording_complete(wording, data, report);
    return wording;
}

#endif
