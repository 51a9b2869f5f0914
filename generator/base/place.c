/* place.c - places in words: lines and columns in a text, cells in a workbook. */
#include "base/place.h"

void gaz_place_append_column(GString *text, unsigned column)
{
    enum { LETTERS = 26 };
    gssize at = (gssize)text->len;

    for (; column > 0; column = (column - 1) / LETTERS)
        g_string_insert_c(text, at, (char)('A' + (column - 1) % LETTERS));
}

/* Excel writes a whole row as 14:14. */
static void append_cell(GString *text, const GazPlace *place)
{
    g_string_append(text, place->sheet);
    if (place->line == 0)
        return;
    g_string_append_c(text, '!');
    gaz_place_append_column(text, place->column);
    g_string_append_printf(text, "%u", place->line);
    if (place->column == 0)
        g_string_append_printf(text, ":%u", place->line);
}

void gaz_place_append(GString *text, const GazPlace *place)
{
    if (place->file == NULL)
        return;
    g_string_append(text, place->file);
    if (place->sheet != NULL) {
        g_string_append_c(text, ':');
        append_cell(text, place);
    } else if (place->line > 0) {
        g_string_append_printf(text, ":%u", place->line);
        if (place->column > 0)
            g_string_append_printf(text, ":%u", place->column);
    }
}

char *gaz_place_within(const GazPlace *place)
{
    GString *text = g_string_new(NULL);

    if (place->sheet != NULL)
        append_cell(text, place);
    else
        g_string_append_printf(text, "line %u", place->line);
    return g_string_free(text, FALSE);
}
