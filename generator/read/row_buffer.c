/* row_buffer.c - texts go one behind the other into one string, so that a row costs no memory of its own. */
#include "read/row_buffer.h"

#include <string.h>

void gaz_row_buffer_init(GazRowBuffer *buffer)
{
    *buffer = (GazRowBuffer){.text = g_string_new(NULL),
                             .cells = g_array_new(FALSE, FALSE, sizeof(GazCell)),
                             .offsets = g_array_new(FALSE, FALSE, sizeof(gsize))};
}

void gaz_row_buffer_clear(GazRowBuffer *buffer)
{
    if (buffer->text == NULL)
        return;
    g_string_free(buffer->text, TRUE);
    g_array_free(buffer->cells, TRUE);
    g_array_free(buffer->offsets, TRUE);
    *buffer = (GazRowBuffer){0};
}

void gaz_row_buffer_begin(GazRowBuffer *buffer)
{
    g_string_truncate(buffer->text, 0);
    g_array_set_size(buffer->cells, 0);
    g_array_set_size(buffer->offsets, 0);
    buffer->row = (GazRow){0};
    buffer->any = false;
}

static void append_lines(GString *to, const char *text, size_t length)
{
    if (memchr(text, '\r', length) == NULL && memchr(text, '\t', length) == NULL) {
        g_string_append_len(to, text, (gssize)length);
        return;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n')
            continue;
        g_string_append_c(to, text[i] == '\r' ? '\n' : text[i] == '\t' ? ' ' : text[i]);
    }
}

/* Offset of the first character from `from` on that is no white space. */
static gsize skip_space(const GString *text, gsize from)
{
    const char *at = text->str + from;

    while (*at != '\0' && g_unichar_isspace(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return (gsize)(at - text->str);
}

static void cut_space(GString *text, gsize from)
{
    const char *begin = text->str + from, *end = text->str + text->len;

    for (const char *last = end; (last = g_utf8_find_prev_char(begin, last)) != NULL; end = last)
        if (!g_unichar_isspace(g_utf8_get_char(last)))
            break;
    g_string_truncate(text, (gsize)(end - text->str));
}

const char *gaz_row_buffer_add(GazRowBuffer *buffer, const char *text, size_t length, const GazPlace *place)
{
    GazCell cell = {.place = *place};
    gsize begin = buffer->text->len;

    if (buffer->row.width++ >= GAZ_MOST_COLUMNS)
        return NULL;
    append_lines(buffer->text, text, length);
    begin = skip_space(buffer->text, begin);
    cut_space(buffer->text, begin);
    buffer->any = buffer->any || buffer->text->len > begin;
    g_string_append_c(buffer->text, '\0');
    g_array_append_val(buffer->cells, cell);
    g_array_append_val(buffer->offsets, begin);
    return buffer->text->str + begin;
}

void gaz_row_buffer_mark(GazRowBuffer *buffer)
{
    g_array_index(buffer->cells, GazCell, buffer->cells->len - 1).told = true;
    buffer->any = true;
}

gsize gaz_row_buffer_keep(GazRowBuffer *buffer, const char *text)
{
    gsize begin = buffer->text->len;

    g_string_append(buffer->text, text);
    g_string_append_c(buffer->text, '\0');
    return begin;
}

bool gaz_row_buffer_is_full(const GazRowBuffer *buffer)
{
    return buffer->text->len > GAZ_LONGEST_ROW;
}

void gaz_row_buffer_spread(GazRowBuffer *buffer, unsigned index, gsize kept, GazSpread spread)
{
    g_array_index(buffer->offsets, gsize, index) = kept;
    g_array_index(buffer->cells, GazCell, index).spread = spread;
}

const char *gaz_row_buffer_text(const GazRowBuffer *buffer, unsigned index)
{
    return buffer->text->str + g_array_index(buffer->offsets, gsize, index);
}

const GazRow *gaz_row_buffer_finish(GazRowBuffer *buffer)
{
    GazRow *row = &buffer->row;

    for (guint i = 0; i < buffer->cells->len; i++)
        g_array_index(buffer->cells, GazCell, i).text =
            buffer->text->str + g_array_index(buffer->offsets, gsize, i);
    row->cells = (const GazCell *)(gpointer)buffer->cells->data;
    row->count = buffer->cells->len;
    if (row->count > 0 && row->place.file == NULL)
        row->place = row->cells[0].place;
    return row;
}
