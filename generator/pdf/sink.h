/* sink.h - the file that is being written: it becomes whole or is taken away. Private to pdf/. */
#ifndef GAZETTE_PDF_SINK_H
#define GAZETTE_PDF_SINK_H
#include "base/sum.h"

typedef struct GazSink GazSink;

/* Opens `path`, which must not exist; NULL with `error` set. Yours: gaz_sink_close(). */
GazSink *gaz_sink_open(const char *path, GError **error);

/* Takes the bytes; once a write failed, no more. */
void gaz_sink_write(GazSink *sink, const void *bytes, size_t length);

/* [bytes] taken so far. */
size_t gaz_sink_length(const GazSink *sink);

/* A digest of all that was taken so far, in hexadecimal. Yours: g_free(). */
char *gaz_sink_digest(const GazSink *sink);

/* False with `error` set where a write failed. */
bool gaz_sink_good(const GazSink *sink, GError **error);

/* Keeps the file, whole, if `keep`; else, or where that fails, removes it. Waiting for the disk is
 * publish/'s. Frees `sink`; `sum` gets that of the file. False with `error` set where it was to be kept and
 * couldn't. */
bool gaz_sink_close(GazSink *sink, bool keep, GazSum *sum, GError **error);

#endif
