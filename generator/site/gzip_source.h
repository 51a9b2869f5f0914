/* gzip_source.h - a file for a zip, packed already: the deflate stream of a gzip file. */
#ifndef GAZETTE_SITE_GZIP_SOURCE_H
#define GAZETTE_SITE_GZIP_SOURCE_H
#include <glib.h>
#include <zip.h>

/* What the gzip file `gzip` (RFC 1952, one member with a plain head, below 4 GB, as gaz_packer_gzip() makes
 * it) holds, for an entry of `zip` that is packed by deflate. NULL where it isn't one. The zip's once it is
 * added; before, zip_source_free(). */
zip_source_t *gaz_gzip_source(zip_t *zip, GBytes *gzip);

#endif
