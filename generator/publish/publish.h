/* publish.h - everything is staged beside the output and swapped in at once, so that whatever fails, what is
 * published is whole. */
#ifndef GAZETTE_PUBLISH_PUBLISH_H
#define GAZETTE_PUBLISH_PUBLISH_H
#include <glib.h>
#include <stdbool.h>

typedef struct GazStaging GazStaging;

/* Makes an empty staging folder beside `output` (same file system). Refuses where `output` exists and is
 * neither empty nor a publication of ours. Folders left by a run that was killed are removed. Yours:
 * gaz_staging_free(). */
GazStaging *gaz_staging_new(const char *output, GError **error);

/* The staging folder; lent. */
const char *gaz_staging_folder(const GazStaging *staging);

/* Writes SHA256SUMS over all staged files, flushes everything to disk, swaps it with the output and removes
 * what was there before. After false, with `error` set, the output is as it was. */
bool gaz_staging_publish(GazStaging *staging, GError **error);

/* Throws away what was staged and not published. NULL is allowed. */
void gaz_staging_free(GazStaging *staging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazStaging, gaz_staging_free)

#endif
