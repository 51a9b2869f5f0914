/* input.c - encoding, forbidden characters, and the one function that turns an offset into a place. */
#include "read/input.h"

#include "base/files.h"
#include <glib/gstdio.h>
#include <string.h>

/* After so many forbidden characters the rest of the file gets no message of its own. */
enum { MOST_FORBIDDEN = 100 };

static void start(GazInput *input)
{
    size_t mark = strlen(GAZ_BYTE_ORDER_MARK);
    bool marked = input->length >= mark && memcmp(input->bytes, GAZ_BYTE_ORDER_MARK, mark) == 0;

    input->text = input->bytes + (marked ? mark : 0);
    input->length -= marked ? mark : 0;
    input->line = input->column = 1;
    input->clean = true;
}

bool gaz_input_load(GazInput *input, const char *path, const char *file, GError **error)
{
    GStatBuf status;

    *input = (GazInput){.file = file, .text = ""};
    if (!gaz_file_expect(path, error))
        return false;
    if (g_stat(path, &status) == 0 && (guint64)status.st_size > GAZ_LARGEST_FILE) {
        input->length = (size_t)status.st_size; /* gaz_input_check() refuses it unread */
        return true;
    }
    if (!g_file_get_contents(path, &input->bytes, &input->length, error))
        return false;
    start(input);
    return true;
}

void gaz_input_init(GazInput *input, const char *file, const void *bytes, size_t length)
{
    *input = (GazInput){.file = file, .bytes = g_malloc(length + 1), .length = length};
    if (length > 0)
        memcpy(input->bytes, bytes, length);
    input->bytes[length] = '\0';
    start(input);
}

void gaz_input_clear(GazInput *input)
{
    g_free(input->bytes);
    *input = (GazInput){0};
}

static bool ends_line(const GazInput *input, size_t offset)
{
    char byte = input->text[offset];

    return byte == '\n' || (byte == '\r' && input->text[offset + 1] != '\n');
}

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* Goes on from the last place to the byte at `offset`, which isn't before it. */
static void walk(GazInput *input, size_t offset)
{
    unsigned line = input->line, column = input->column;

    for (size_t at = input->offset; at < offset; at++) {
        if (ends_line(input, at)) {
            line++;
            column = 1;
        } else {
            column += begins_character(input->text[at]);
        }
    }
    input->walked += offset - input->offset;
    input->offset = offset;
    input->line = line;
    input->column = column;
}

GazPlace gaz_input_place(GazInput *input, size_t offset)
{
    if (offset < input->offset) {
        input->offset = 0;
        input->line = input->column = 1;
    }
    walk(input, MIN(offset, input->length));
    return (GazPlace){.file = input->file, .line = input->line, .column = input->column};
}

/* In their order, first and last of each. */
static const gunichar forbidden[][2] = {
    {0x00, 0x08},     {0x0B, 0x0C},       {0x0E, 0x1F},     {0x7F, 0x9F},     {0xAD, 0xAD},
    {0x61C, 0x61C},   {0x115F, 0x1160},   {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F},
    {0x2028, 0x202E}, {0x2060, 0x206F},   {0x3164, 0x3164}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
    {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

static bool is_forbidden(gunichar character)
{
    unsigned from = 0, to = G_N_ELEMENTS(forbidden);

    while (to - from > 1) {
        unsigned middle = (from + to) / 2;

        if (character < forbidden[middle][0])
            to = middle;
        else
            from = middle;
    }
    return character >= forbidden[from][0] && character <= forbidden[from][1];
}

/* Whether a forbidden character may begin with this byte: hardly any of a text does. */
static bool may_begin_forbidden(char byte)
{
    unsigned char first = (unsigned char)byte;

    return first < 0x20 || first == 0x7F || first == 0xC2 || first == 0xD8 ||
           (first >= 0xE1 && first <= 0xE3) || first == 0xEF || first == 0xF3;
}

const char *gaz_forbidden_character(const char *text)
{
    for (; *text != '\0'; text++)
        if (may_begin_forbidden(*text) && is_forbidden(g_utf8_get_char(text)))
            return text;
    return NULL;
}

static void check_characters(GazInput *input, GazReport *report)
{
    const char *found = input->text;

    for (unsigned i = 0; i < MOST_FORBIDDEN && (found = gaz_forbidden_character(found)) != NULL; i++) {
        GazPlace place = gaz_input_place(input, (size_t)(found - input->text));
        g_autofree char *name = g_strdup_printf("U+%04X", g_utf8_get_char(found));

        gaz_report_add(report, &place, &gaz_read_faults[GAZ_READ_FORBIDDEN_CHARACTER], NULL, name, NULL);
        input->clean = false;
        found = g_utf8_next_char(found);
    }
}

bool gaz_input_check(GazInput *input, GazReport *report)
{
    const char *bad = NULL;
    GazPlace place = {.file = input->file};

    if (input->length > GAZ_LARGEST_FILE) {
        gaz_report_add(report, &place, &gaz_read_faults[GAZ_READ_FILE_TOO_LARGE], NULL, NULL,
                       "at most %" G_GSIZE_FORMAT " bytes", GAZ_LARGEST_FILE);
        return false;
    }
    if (g_utf8_validate_len(input->text, input->length, &bad)) {
        check_characters(input, report);
        return true;
    }
    place = gaz_input_place(input, (size_t)(bad - input->text));
    if (*bad == '\0') {
        gaz_report_add(report, &place, &gaz_read_faults[GAZ_READ_NUL_BYTE], NULL, NULL,
                       "text in UTF-8 (UTF-16 is not read)");
    } else {
        char byte[] = {*bad, '\0'};

        gaz_report_add(report, &place, &gaz_read_faults[GAZ_READ_NOT_UTF8], NULL, byte,
                       "UTF-8 (save the file as UTF-8, not as GBK or GB 18030)");
    }
    return false;
}
