/* gzip_source.c - libzip takes a stream as it is from a source that says how it is packed. */
#include "site/gzip_source.h"

#include <string.h>

enum { HEAD = 10, TAIL = 8 }; /* [bytes] before and after the stream: RFC 1952, 2.3 */

typedef struct {
    GBytes *gzip;
    const guint8 *stream, *tail; /* of it; the tail follows the stream */
    const guint8 *at;            /* read up to here */
} GzipSource;

static guint32 number_at(const guint8 *bytes)
{
    return bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16 | (guint32)bytes[3] << 24;
}

static zip_int64_t tell(const GzipSource *source, zip_stat_t *about)
{
    zip_stat_init(about);
    about->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
    about->crc = number_at(source->tail);
    about->size = number_at(source->tail + 4);
    about->comp_size = (zip_uint64_t)(source->tail - source->stream);
    about->comp_method = ZIP_CM_DEFLATE;
    return sizeof *about;
}

static zip_int64_t give(GzipSource *source, void *to, zip_uint64_t length)
{
    size_t given = MIN((size_t)length, (size_t)(source->tail - source->at));

    memcpy(to, source->at, given);
    source->at += given;
    return (zip_int64_t)given;
}

static zip_int64_t answer(void *user, void *data, zip_uint64_t length, zip_source_cmd_t command)
{
    GzipSource *source = user;

    switch (command) {
    case ZIP_SOURCE_OPEN:
        source->at = source->stream;
        return 0;
    case ZIP_SOURCE_READ:
        return give(source, data, length);
    case ZIP_SOURCE_STAT:
        return tell(source, data);
    case ZIP_SOURCE_FREE:
        g_bytes_unref(source->gzip);
        g_free(source);
        return 0;
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    default: /* closed, or asked for a fault: memory has none */
        return 0;
    }
}

zip_source_t *gaz_gzip_source(zip_t *zip, GBytes *gzip)
{
    gsize length;
    const guint8 *bytes = g_bytes_get_data(gzip, &length);
    GzipSource *source;
    zip_source_t *made;

    if (length <= HEAD + TAIL || bytes[0] != 0x1f || bytes[1] != 0x8b || bytes[3] != 0)
        return NULL;
    source = g_new0(GzipSource, 1);
    *source = (GzipSource){.gzip = g_bytes_ref(gzip), .stream = bytes + HEAD, .tail = bytes + length - TAIL};
    made = zip_source_function(zip, answer, source);
    if (made == NULL)
        answer(source, NULL, 0, ZIP_SOURCE_FREE);
    return made;
}
