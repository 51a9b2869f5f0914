/* objects.h - the objects of a PDF file, each written as soon as it is known: small ones many to a compressed
 * object stream (ISO 32000-1, 7.5.7), so that no more of a file is in memory than where its objects lie.
 * Private to pdf/. */
#ifndef GAZETTE_PDF_OBJECTS_H
#define GAZETTE_PDF_OBJECTS_H
#include "pdf/sink.h"

typedef struct GazObjects GazObjects;

/* Begins a file in `sink`, which is lent. Yours: gaz_objects_free(). */
GazObjects *gaz_objects_new(GazSink *sink);
void gaz_objects_free(GazObjects *objects);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazObjects, gaz_objects_free)

/* A number for an object that others name before it is written; 1 and up. */
unsigned gaz_objects_reserve(GazObjects *objects);

/* How many there are so far. */
unsigned gaz_objects_count(const GazObjects *objects);

/* Writes the object `number` once; anything but a stream. */
void gaz_objects_put(GazObjects *objects, unsigned number, const GString *body);
unsigned gaz_objects_add(GazObjects *objects, const GString *body); /* the next free number, given back */

/* Writes a stream: its content compressed if `packed`; `keys`: what its dictionary has besides length and
 * filter. */
void gaz_objects_put_stream(GazObjects *objects, unsigned number, const char *keys, const void *content,
                            size_t length, bool packed);
unsigned gaz_objects_add_stream(GazObjects *objects, const char *keys, const void *content, size_t length,
                                bool packed);

/* Ends the file: where each object lies, and which are its catalog and information. */
void gaz_objects_finish(GazObjects *objects, unsigned root, unsigned info);

#endif
