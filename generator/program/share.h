/* share.h - where the program's own files are: templates/, data/rules/, data/schema/, fonts/. */
#ifndef GAZETTE_PROGRAM_SHARE_H
#define GAZETTE_PROGRAM_SHARE_H
#include <glib.h>

/* The folder that holds them: `given` where the user gave one; else, looking up from where the executable
 * itself stands, share/gazette (installed) or the folder (the source tree). NULL with `error` set where there
 * is none. Yours: g_free(). */
char *gaz_share_find(const char *given, GError **error);

#endif
