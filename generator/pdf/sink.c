/* sink.c - a file descriptor, a buffer before it, and the first thing that went wrong. */
#include "pdf/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

enum { ROOM = 1 << 16 };

struct GazSink {
    char *path;
    int file;
    int trouble; /* errno of the first failure; 0: none */
    size_t length;
    GByteArray *held;
    GChecksum *digest;
    GazSumming *summing; /* made here, of what is in memory: publishing needn't read it again */
};

static bool fail(const char *path, int trouble, GError **error)
{
    g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(trouble), "%s: %s", path,
                g_strerror(trouble));
    return false;
}

GazSink *gaz_sink_open(const char *path, GError **error)
{
    int file = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    GazSink *sink;

    if (file < 0) {
        fail(path, errno, error);
        return NULL;
    }
    sink = g_new0(GazSink, 1);
    sink->path = g_strdup(path);
    sink->file = file;
    sink->held = g_byte_array_sized_new(ROOM);
    sink->digest = g_checksum_new(G_CHECKSUM_MD5);
    sink->summing = gaz_summing_new();
    return sink;
}

static void write_out(GazSink *sink, const guint8 *bytes, size_t length)
{
    while (length > 0 && sink->trouble == 0) {
        ssize_t done = write(sink->file, bytes, length);

        if (done < 0) {
            sink->trouble = errno == EINTR ? 0 : errno;
            continue;
        }
        bytes += done;
        length -= (size_t)done;
    }
}

static void flush(GazSink *sink)
{
    write_out(sink, sink->held->data, sink->held->len);
    g_byte_array_set_size(sink->held, 0);
}

void gaz_sink_write(GazSink *sink, const void *bytes, size_t length)
{
    sink->length += length;
    if (sink->length > G_MAXUINT32 && sink->trouble == 0)
        sink->trouble = EFBIG; /* places in a PDF have four bytes with us */
    g_checksum_update(sink->digest, bytes, (gssize)length);
    gaz_summing_add(sink->summing, bytes, length);
    if (sink->held->len + length > ROOM)
        flush(sink);
    if (length > ROOM)
        write_out(sink, bytes, length);
    else
        g_byte_array_append(sink->held, bytes, (guint)length);
}

size_t gaz_sink_length(const GazSink *sink)
{
    return sink->length;
}

char *gaz_sink_digest(const GazSink *sink)
{
    g_autoptr(GChecksum) now = g_checksum_copy(sink->digest);

    return g_strdup(g_checksum_get_string(now));
}

bool gaz_sink_good(const GazSink *sink, GError **error)
{
    return sink->trouble == 0 || fail(sink->path, sink->trouble, error);
}

bool gaz_sink_close(GazSink *sink, bool keep, GazSum *sum, GError **error)
{
    bool kept;

    if (keep)
        flush(sink);
    *sum = gaz_summing_end(sink->summing);
    if (close(sink->file) != 0 && sink->trouble == 0)
        sink->trouble = errno;
    kept = keep && gaz_sink_good(sink, error);
    if (!kept)
        g_unlink(sink->path);
    g_checksum_free(sink->digest);
    g_byte_array_unref(sink->held);
    g_free(sink->path);
    g_free(sink);
    return kept;
}
