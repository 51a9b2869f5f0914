/* output.h - whether a folder is ours to replace. */
#ifndef GAZETTE_PUBLISH_OUTPUT_H
#define GAZETTE_PUBLISH_OUTPUT_H
#include <glib.h>
#include <stdbool.h>

/* Marks `folder` as a publication; `part` as in gaz_staging_new(). */
bool gaz_output_mark(const char *folder, const char *part, GError **error);

/* Whether it is a publication, or a part of one. */
bool gaz_output_is_marked(const char *folder);

/* True where a publication of `part` may replace `output`: there is none, it is empty, or it is a
 * publication, or the website of one alone; a partial one replaces no whole one, and nothing a volume mounted
 * there. Else GAZ_PUBLISH_FOREIGN. `sums`: the names in its SHA256SUMS, or the website's; NULL: neither can
 * be read. */
bool gaz_output_is_ours(const char *output, const char *part, GHashTable *sums, GError **error);

/* The same, where it holds no file either that its SHA256SUMS doesn't name: somebody's own file among ours
 * would be lost with them. What isn't ours isn't looked through: it may be somebody's whole disk. */
bool gaz_output_has_only_ours(const char *output, const char *part, GHashTable *sums, GError **error);

/* `output` without symbolic links, its parents made where they are missing. Yours: g_free(). */
char *gaz_output_resolve(const char *output, GError **error);

#endif
