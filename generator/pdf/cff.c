/* cff.c - from the header over the top dictionary to the charset, each step within the bytes there are. */
#include "pdf/cff.h"

/* Where reading stands; `failed` once it ran over the end. */
typedef struct {
    const guint8 *font;
    size_t length, at;
    bool failed;
} Reader;

enum { CHARSET = 15, ROS = 12 << 8 | 30 }; /* operators of a dictionary */

static unsigned take(Reader *reader, unsigned bytes)
{
    unsigned value = 0;

    if (reader->at > reader->length || reader->length - reader->at < bytes) {
        reader->failed = true;
        return 0;
    }
    while (bytes-- > 0)
        value = value << 8 | reader->font[reader->at++];
    return value;
}

/* Past an INDEX; `first`, `end`: of its first object. */
static void skip_index(Reader *reader, size_t *first, size_t *end)
{
    unsigned count = take(reader, 2), size = count == 0 ? 1 : take(reader, 1);
    size_t offsets = reader->at, data = offsets + (size_t)(count + 1) * size - 1;

    if (count == 0)
        return;
    *first = data + take(reader, size);
    *end = data + take(reader, size);
    reader->at = offsets + (size_t)count * size;
    reader->at = data + take(reader, size);
}

/* A number of a dictionary whose first byte was `lead`; reals are passed over as 0. */
static int take_operand(Reader *reader, unsigned lead)
{
    if (lead == 28)
        return (gint16)take(reader, 2);
    if (lead == 29)
        return (gint32)take(reader, 4);
    if (lead == 30) {
        for (unsigned byte = 0; (byte & 0xF) != 0xF && !reader->failed;)
            byte = take(reader, 1);
        return 0;
    }
    if (lead <= 246)
        return (int)lead - 139;
    if (lead <= 250)
        return ((int)lead - 247) * 256 + (int)take(reader, 1) + 108;
    return -((int)lead - 251) * 256 - (int)take(reader, 1) - 108;
}

/* Reads a top dictionary up to `end`: whether it is keyed by CID, and where its charset lies. */
static void read_top(Reader *reader, size_t end, bool *keyed, size_t *charset)
{
    int operand = 0;

    while (reader->at < end && !reader->failed) {
        unsigned lead = take(reader, 1);

        if (lead >= 28) {
            operand = take_operand(reader, lead);
            continue;
        }
        if (lead == 12)
            lead = lead << 8 | take(reader, 1);
        if (lead == ROS)
            *keyed = true;
        else if (lead == CHARSET)
            *charset = (size_t)MAX(operand, 0);
    }
}

/* Format 0 lists them; 1 and 2 give a first and how many follow it, in one or two bytes. */
static void read_charset(Reader *reader, unsigned count, guint16 *cids)
{
    unsigned format = take(reader, 1), glyph = 1;

    cids[0] = 0;
    while (glyph < count && !reader->failed) {
        unsigned cid = take(reader, 2), more = format == 0 ? 0 : take(reader, format == 1 ? 1 : 2);

        for (unsigned i = 0; i <= more && glyph < count; i++)
            cids[glyph++] = (guint16)(cid + i);
    }
}

bool gaz_cff_read_cids(const guint8 *font, size_t length, unsigned count, guint16 *cids)
{
    Reader reader = {font, length, 0, false};
    size_t first = 0, end = 0, charset = 0;
    bool keyed = false;

    take(&reader, 2);
    reader.at = take(&reader, 1);      /* the header says how long it is */
    skip_index(&reader, &first, &end); /* names */
    first = end = 0;
    skip_index(&reader, &first, &end); /* top dictionaries */
    reader.at = first;
    read_top(&reader, MIN(end, length), &keyed, &charset);
    for (unsigned i = 0; i < count; i++)
        cids[i] = (guint16)i;
    if (!keyed || reader.failed || charset <= 2)
        return !reader.failed && end > 0;
    reader.at = charset;
    read_charset(&reader, count, cids);
    return !reader.failed;
}
