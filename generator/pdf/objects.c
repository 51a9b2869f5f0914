/* objects.c - object streams, streams, and the cross-reference stream that finds them. */
#include "pdf/objects.h"

#include "pdf/syntax.h"
#include <libdeflate.h>
#include <string.h>

/* An object stream is read as a whole for any object in it: large packs well, small is read quickly. */
enum { MOST_INSIDE = 256, LARGEST = 1 << 15, LEVEL = 6, ROW = 7 };

/* Where an object lies. */
typedef struct {
    guint32 place; /* offset in the file, or the number of its object stream; 0: nowhere */
    guint16 index; /* in that stream */
    guint8 kind;   /* 0 free, 1 in the file, 2 in an object stream */
} Entry;
G_STATIC_ASSERT(sizeof(Entry) == ROW + 1);

struct GazObjects {
    GazSink *sink;
    GArray *entries;    /* of Entry, by number */
    GString *directory; /* of the object stream at hand: numbers and offsets */
    GString *inside;    /* its objects */
    unsigned stream;    /* its number */
    guint16 count;      /* objects in it */
    struct libdeflate_compressor *compressor;
    GString *line;      /* what is put around an object */
    GByteArray *packed; /* what a stream became */
};

static Entry *entry_at(GazObjects *objects, unsigned number)
{
    return &g_array_index(objects->entries, Entry, number);
}

GazObjects *gaz_objects_new(GazSink *sink)
{
    static const char head[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"; /* 7.5.2: bytes that say it isn't text */
    GazObjects *objects = g_new0(GazObjects, 1);

    objects->sink = sink;
    objects->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    objects->directory = g_string_new(NULL);
    objects->inside = g_string_sized_new(LARGEST + 4096);
    objects->line = g_string_new(NULL);
    objects->packed = g_byte_array_new();
    objects->compressor = libdeflate_alloc_compressor(LEVEL);
    g_array_set_size(objects->entries, 1); /* number 0 is nobody's, of the last generation */
    entry_at(objects, 0)->index = G_MAXUINT16;
    gaz_sink_write(sink, head, sizeof head - 1);
    return objects;
}

void gaz_objects_free(GazObjects *objects)
{
    if (objects == NULL)
        return;
    g_array_unref(objects->entries);
    g_string_free(objects->directory, TRUE);
    g_string_free(objects->inside, TRUE);
    g_string_free(objects->line, TRUE);
    g_byte_array_unref(objects->packed);
    libdeflate_free_compressor(objects->compressor);
    g_free(objects);
}

unsigned gaz_objects_reserve(GazObjects *objects)
{
    g_array_set_size(objects->entries, objects->entries->len + 1);
    return objects->entries->len - 1;
}

unsigned gaz_objects_count(const GazObjects *objects)
{
    return objects->entries->len - 1;
}

static void pack(GazObjects *objects, const void *content, size_t length)
{
    size_t most = libdeflate_zlib_compress_bound(objects->compressor, length);

    g_byte_array_set_size(objects->packed, (guint)most);
    g_byte_array_set_size(
        objects->packed,
        (guint)libdeflate_zlib_compress(objects->compressor, content, length, objects->packed->data, most));
}

/* PDF/A 6.1.7.1, 6.1.9: an end of line stands around each of these words and before "endstream". */
static void write_stream(GazObjects *objects, unsigned number, const char *keys, const void *content,
                         size_t length, bool packed)
{
    GString *line = objects->line;

    *entry_at(objects, number) = (Entry){(guint32)gaz_sink_length(objects->sink), 0, 1};
    g_string_printf(line, "%u 0 obj\n<<%s%s/Length %zu>>\nstream\n", number, keys,
                    packed ? "/Filter/FlateDecode" : "", length);
    gaz_sink_write(objects->sink, line->str, line->len);
    gaz_sink_write(objects->sink, content, length);
    gaz_sink_write(objects->sink, "\nendstream\nendobj\n", 18);
}

void gaz_objects_put_stream(GazObjects *objects, unsigned number, const char *keys, const void *content,
                            size_t length, bool packed)
{
    if (!packed) {
        write_stream(objects, number, keys, content, length, false);
        return;
    }
    pack(objects, content, length);
    write_stream(objects, number, keys, objects->packed->data, objects->packed->len, true);
}

unsigned gaz_objects_add_stream(GazObjects *objects, const char *keys, const void *content, size_t length,
                                bool packed)
{
    unsigned number = gaz_objects_reserve(objects);

    gaz_objects_put_stream(objects, number, keys, content, length, packed);
    return number;
}

static void end_object_stream(GazObjects *objects)
{
    g_autofree char *keys = NULL;

    if (objects->count == 0)
        return;
    keys = g_strdup_printf("/Type/ObjStm/N %u/First %zu", objects->count, objects->directory->len);
    g_string_append_len(objects->directory, objects->inside->str, (gssize)objects->inside->len);
    gaz_objects_put_stream(objects, objects->stream, keys, objects->directory->str, objects->directory->len,
                           true);
    g_string_truncate(objects->directory, 0);
    g_string_truncate(objects->inside, 0);
    objects->count = 0;
}

void gaz_objects_put(GazObjects *objects, unsigned number, const GString *body)
{
    if (objects->count == 0)
        objects->stream = gaz_objects_reserve(objects);
    *entry_at(objects, number) = (Entry){objects->stream, objects->count++, 2};
    gaz_put_unsigned(objects->directory, number);
    g_string_append_c(objects->directory, ' ');
    gaz_put_unsigned(objects->directory, objects->inside->len);
    g_string_append_c(objects->directory, ' ');
    g_string_append_len(objects->inside, body->str, (gssize)body->len);
    g_string_append_c(objects->inside, '\n');
    if (objects->count == MOST_INSIDE || objects->inside->len > LARGEST)
        end_object_stream(objects);
}

unsigned gaz_objects_add(GazObjects *objects, const GString *body)
{
    unsigned number = gaz_objects_reserve(objects);

    gaz_objects_put(objects, number, body);
    return number;
}

static void put_row(guint8 row[ROW], const Entry *entry)
{
    row[0] = entry->kind;
    for (unsigned i = 0; i < 4; i++)
        row[1 + i] = (guint8)(entry->place >> (24 - 8 * i));
    row[5] = (guint8)(entry->index >> 8);
    row[6] = (guint8)entry->index;
}

/* Each row less the one above it (PNG's predictor "up"): neighbours are much alike. A row takes the place of
 * its entry, of which there are as many as objects: they are needed no more. */
static const guint8 *make_rows(GazObjects *objects)
{
    guint8 *rows = (guint8 *)objects->entries->data;
    guint8 above[ROW] = {0}, row[ROW];

    for (unsigned i = 0; i < objects->entries->len; i++) {
        guint8 *difference = rows + (size_t)i * (ROW + 1);

        put_row(row, entry_at(objects, i));
        difference[0] = 2;
        for (unsigned k = 0; k < ROW; k++)
            difference[1 + k] = (guint8)(row[k] - above[k]);
        memcpy(above, row, ROW);
    }
    return rows;
}

void gaz_objects_finish(GazObjects *objects, unsigned root, unsigned info)
{
    const guint8 *rows;
    g_autofree char *keys = NULL, *end = NULL, *digest = NULL;
    unsigned number;
    size_t place;

    end_object_stream(objects);
    number = gaz_objects_reserve(objects);
    place = gaz_sink_length(objects->sink);
    *entry_at(objects, number) = (Entry){(guint32)place, 0, 1};
    rows = make_rows(objects);
    digest = gaz_sink_digest(objects->sink);
    keys = g_strdup_printf("/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]"
                           "/DecodeParms<</Predictor 12/Columns %d>>",
                           objects->entries->len, root, info, digest, digest, ROW);
    gaz_objects_put_stream(objects, number, keys, rows, (size_t)objects->entries->len * (ROW + 1), true);
    end = g_strdup_printf("startxref\n%zu\n%%%%EOF\n", place);
    gaz_sink_write(objects->sink, end, strlen(end));
}
