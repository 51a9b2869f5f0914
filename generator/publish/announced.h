/* announced.h - the texts that a record keeps of what was announced. */
#ifndef GAZETTE_PUBLISH_ANNOUNCED_H
#define GAZETTE_PUBLISH_ANNOUNCED_H
#include "document/compare.h"
#include "publish/manifest.h"

/* The text of `announced` in the record in `root`, if it is the one its sum says. NULL with `error` set: it
 * can't be read, or GAZ_PUBLISH_TAMPERED. Yours: g_free(). */
char *gaz_announced_read(const char *root, const GazAnnounced *announced, GError **error);

/* What differs between two texts. NULL with `error` set where one isn't XML. */
GazComparison *gaz_texts_compare(const char *was, const char *is, GError **error);

/* The same of two that records keep. */
GazComparison *gaz_announced_compare(const char *old_root, const GazAnnounced *old, const char *new_root,
                                     const GazAnnounced *new, GError **error);

#endif
