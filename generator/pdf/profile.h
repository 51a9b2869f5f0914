/* profile.h - the colours that the numbers in a file stand for. Private to pdf/. */
#ifndef GAZETTE_PDF_PROFILE_H
#define GAZETTE_PDF_PROFILE_H
#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *name;      /* "sRGB IEC61966-2.1" */
    GBytes *content; /* an ICC profile of three colours */
} GazProfile;

/* Reads the profile that profile.conf in `folder` names. */
bool gaz_profile_read(GazProfile *profile, const char *folder, GError **error);
void gaz_profile_clear(GazProfile *profile);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazProfile, gaz_profile_clear)

#endif
