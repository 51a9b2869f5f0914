/* fonts.h - the fonts that documents are set in, for tests that shape or set a text by itself. */
#ifndef GAZETTE_TESTS_LAYOUT_FONTS_H
#define GAZETTE_TESTS_LAYOUT_FONTS_H
#include "layout/faces.h"
#include <check.h>

/* Yours: gaz_fonts_free(). Ends the test where one is missing. */
static inline GazFonts *open_fonts(void)
{
    g_autoptr(GError) error = NULL;
    GazFonts *fonts = gaz_fonts_open("fonts", &error);

    ck_assert_msg(fonts != NULL, "%s", error == NULL ? "" : error->message);
    return fonts;
}

#endif
