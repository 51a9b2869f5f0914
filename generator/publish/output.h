/* output.h - whether a folder is ours to replace. */
#ifndef GAZETTE_PUBLISH_OUTPUT_H
#define GAZETTE_PUBLISH_OUTPUT_H
#include "publish/sums.h"
#include <glib.h>
#include <stdbool.h>

/* Marks `folder` as a publication; `part` as in gaz_staging_new(). */
bool gaz_output_mark(const char *folder, const char *part, GError **error);

/* Whether it is a publication, or a part of one. */
bool gaz_output_is_marked(const char *folder);

/* True where a publication of `part` may replace `output`: there is none, it is empty, or it is a publication
 * and holds no file that its SHA256SUMS doesn't name; a partial one replaces no whole one. Else
 * GAZ_PUBLISH_FOREIGN. `sums`: what its SHA256SUMS says; NULL: it can't be read. */
bool gaz_output_is_ours(const char *output, const char *part, const GazSums *sums, GError **error);

/* `output` without symbolic links, its parents made where they are missing. Yours: g_free(). */
char *gaz_output_resolve(const char *output, GError **error);

#endif
