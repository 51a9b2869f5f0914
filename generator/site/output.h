/* output.h - the files of the website: written, packed beside themselves, or taken from last time. */
#ifndef GAZETTE_SITE_OUTPUT_H
#define GAZETTE_SITE_OUTPUT_H
#include "site/run.h"

/* Writes `text` to `path` below the run's folder, making folders as needed, and packed to `path`.gz where
 * that is smaller; notes that it was made from `key`. */
bool gaz_site_run_write_from(const GazSiteRun *run, const char *path, const GazKey *key, const GString *text,
                             GError **error);

/* The same of a text that is put together each time: what was written there last time is taken where it says
 * the same. */
bool gaz_site_run_put(const GazSiteRun *run, const char *path, const GString *text, GError **error);

/* Copies the file `name` of templates/site to `path` in the same way; of a style sheet, neither comments nor
 * the blanks that lines begin with. */
bool gaz_site_run_copy(const GazSiteRun *run, const char *name, const char *path, GError **error);

/* Puts at `path` what gaz_site_run_write_from() wrote there last time, if it was noted to be made from `key`;
 * false: nothing was, and that is what writes there. */
bool gaz_site_run_take_text(const GazSiteRun *run, const char *path, const GazKey *key);
/* The same of a file that isn't packed, whoever writes it: nothing stands at `path` after false. */
bool gaz_site_run_take(const GazSiteRun *run, const char *path, const GazKey *key);
/* What `path` was made from, as another process that took or wrote it has told; lent; NULL: nobody has. */
const char *gaz_site_run_key(const GazSiteRun *run, const char *path);
/* Notes what `path`, just written by others, was made from, and its sum: who reads it first finds it in
 * memory. */
void gaz_site_run_note(const GazSiteRun *run, const char *path, const GazKey *key);

#endif
