/* page.c - marks own their glyphs. */
#include "layout/page.h"

static void clear_mark(void *data)
{
    g_clear_pointer(&((GazMark *)data)->glyphs, gaz_glyphs_unref);
}

GArray *gaz_marks_new(void)
{
    GArray *marks = g_array_new(FALSE, TRUE, sizeof(GazMark));

    g_array_set_clear_func(marks, clear_mark);
    return marks;
}
