/* encoding.c - which encoding a file is in is told by its first bytes, and by what its bytes can't be. ICU
 * converts: its GB 18030 is that of 2005, which has the characters that GBK kept in private use. */
#include "read/encoding.h"

#include <string.h>
#include <unicode/ucnv.h>

enum { LOOKED_AT = 4096 }; /* [bytes] by which UTF-16 without a mark is told */

/* UTF-16 of tables is full of commas, digits and line ends, whose other byte is 0. Zeros at odd offsets only:
 * little-endian; at even only: big-endian. */
static const char *guess_utf16(const char *bytes, size_t length)
{
    enum { ENOUGH = 10 }; /* every so manyth byte: a zero alone is a damaged text */
    size_t zeros[2] = {0}, looked = MIN(length, LOOKED_AT);

    for (size_t i = 0; i < looked; i++)
        zeros[i % 2] += bytes[i] == '\0';
    if (length % 2 != 0 || (zeros[0] == 0) == (zeros[1] == 0) || (zeros[0] + zeros[1]) * ENOUGH < looked)
        return NULL;
    return zeros[1] > 0 ? "UTF-16LE" : "UTF-16BE";
}

/* Whether the text is UTF-8 up to a torn or wrong byte: by accident, no four characters in a row of GB 18030
 * are UTF-8 as well. */
static bool is_nearly_utf8(const char *bytes, const char *bad)
{
    enum { ENOUGH = 4 };
    unsigned count = 0;

    for (; bytes < bad && count < ENOUGH; bytes = g_utf8_next_char(bytes))
        count += (unsigned char)*bytes >= 0x80;
    return count >= ENOUGH;
}

/* Offset of the first line that is UTF-8 in a text of another encoding, as where one list was pasted under
 * another; its length: none. No line of GB 18030 is UTF-8 by accident where characters of three bytes are in
 * it: their first bytes begin characters that are rare in GB 18030. */
static size_t find_utf8_line(const char *bytes, size_t length)
{
    enum { ENOUGH = 3 };
    const char *end;

    for (size_t at = 0; at < length; at = (size_t)(end - bytes) + 1) {
        unsigned count = 0;

        end = memchr(bytes + at, '\n', length - at);
        end = end == NULL ? bytes + length : end;
        for (const char *byte = bytes + at; byte < end; byte++)
            count += (unsigned char)*byte >= 0xE3 && (unsigned char)*byte <= 0xEF;
        if (count >= ENOUGH && g_utf8_validate(bytes + at, end - bytes - (gssize)at, NULL))
            return at;
    }
    return length;
}

/* NULL: UTF-8, or nothing that is known. `*mark`: length of the byte order mark. */
static const char *find_encoding(const char *bytes, size_t length, size_t *mark)
{
    const char *bad;

    *mark = 2;
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return "UTF-16LE";
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return "UTF-16BE";
    *mark = 0;
    if (memchr(bytes, '\0', length) != NULL)
        return guess_utf16(bytes, length);
    return g_utf8_validate_len(bytes, length, &bad) || is_nearly_utf8(bytes, bad) ? NULL : "GB18030";
}

static UConverter *open_converter(const char *encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);

    if (U_SUCCESS(status))
        ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    if (U_FAILURE(status))
        g_error("ICU doesn't know %s", encoding);
    return converter;
}

/* The text up to the first byte that doesn't fit; `*whole`: whether there is none. No byte of any of the
 * encodings becomes more than one unit of UTF-16. */
static char *convert(const char *encoding, const char *bytes, size_t length, bool *whole)
{
    UConverter *converter = open_converter(encoding);
    g_autofree UChar *units = g_new(UChar, length + 1);
    UErrorCode status = U_ZERO_ERROR;
    UChar *end = units;
    glong taken = 0;
    char *text;

    ucnv_toUnicode(converter, &end, units + length + 1, &bytes, bytes + length, NULL, true, &status);
    ucnv_close(converter);
    *whole = U_SUCCESS(status) && !(end > units && U16_IS_LEAD(end[-1]));
    if (end > units && U16_IS_LEAD(end[-1]))
        end--;
    text = g_utf16_to_utf8((const gunichar2 *)units, end - units, &taken, NULL, NULL); /* stops at a NUL */
    *whole = *whole && text != NULL && taken == end - units;
    return text == NULL ? g_strdup("") : text;
}

static void replace(GazInput *input, char *text)
{
    g_free(input->bytes);
    input->bytes = text;
    input->text = input->bytes;
    input->length = strlen(text);
    input->offset = 0;
    input->line = input->column = 1;
}

static bool refuse(GazInput *input, size_t offset, GazReport *report, const char *encoding)
{
    GazPlace place = gaz_input_place(input, offset);

    gaz_report_add(report, &place, &gaz_read_faults[GAZ_READ_ENCODING_UNKNOWN], NULL, NULL,
                   "UTF-8, or %s throughout", encoding);
    return false;
}

static bool decode_as(GazInput *input, const char *encoding, size_t mark, GazReport *report)
{
    static const struct {
        const char *encoding, *said;
    } names[] = {
        {"UTF-16LE", "UTF-16 (little-endian)"}, {"UTF-16BE", "UTF-16 (big-endian)"}, {"GB18030", "GB 18030"}};
    GazPlace place = {.file = input->file};
    const char *said = encoding;
    bool whole, pairs = strcmp(encoding, "GB18030") == 0;
    size_t other = pairs ? find_utf8_line(input->text, input->length) : input->length;

    if (other < input->length)
        return refuse(input, other, report, "GB 18030");
    replace(input, convert(encoding, input->text + mark, input->length - mark, &whole));
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        said = strcmp(names[i].encoding, encoding) == 0 ? names[i].said : said;
    if (!whole)
        return refuse(input, input->length, report, said);
    gaz_report_note(report, &place, &gaz_read_notes[GAZ_READ_NOTE_ENCODING], NULL, NULL, "%s", said);
    return true;
}

bool gaz_input_decode(GazInput *input, GazReport *report)
{
    const char *encoding = NULL;
    size_t mark = 0;

    if (input->length <= GAZ_LARGEST_FILE)
        encoding = find_encoding(input->text, input->length, &mark);
    if (encoding != NULL && !decode_as(input, encoding, mark, report))
        return false;
    return gaz_input_check(input, report);
}
