/* packer.h - copies of texts packed by gzip, for hosts that send them as they are, and all tables in one zip.
 * The same content gives the same bytes: neither holds the time or the machine. */
#ifndef GAZETTE_SITE_PACKER_H
#define GAZETTE_SITE_PACKER_H
#include "base/moment.h"
#include <glib.h>
#include <stdbool.h>

typedef struct GazPacker GazPacker;

GazPacker *gaz_packer_new(void); /* yours: gaz_packer_free() */
void gaz_packer_free(GazPacker *packer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazPacker, gaz_packer_free)

/* What is packed: a page, or whatever else is text. */
typedef enum { GAZ_PACKED_PAGE, GAZ_PACKED_TABLE } GazPacked;

/* `text` as a gzip file; NULL where that isn't smaller. Yours: g_string_free(). */
GString *gaz_packer_gzip(GazPacker *packer, GazPacked kind, const GString *text);

/* Packs files of `folder` (`names`, of char *, paths below it) in this order into the zip `path`, dated
 * `date`; one with its gzip file beside it goes in as that has it packed. False with `error` set where one
 * can't be read or the zip can't be written. */
bool gaz_packer_zip(GazPacker *packer, const char *folder, const GPtrArray *names, GazDate date,
                    const char *path, GError **error);

#endif
