/* archive.h - what Cairo drew becomes a file for everybody and for decades: PDF/UA-1 (ISO 14289-1) and
 * PDF/A-2a (ISO 19005-2). One pass of qpdf in memory, its cost linear in the objects. Private to pdf/. */
#ifndef GAZETTE_PDF_ARCHIVE_H
#define GAZETTE_PDF_ARCHIVE_H
#include "pdf/structure.h"

/* The colours that the numbers in a file stand for. */
typedef struct {
    char *name;      /* "sRGB IEC61966-2.1" */
    GBytes *content; /* an ICC profile of three colours */
} GazProfile;

/* Reads the profile that profile.conf in `folder` names. */
bool gaz_profile_read(GazProfile *profile, const char *folder, GError **error);
void gaz_profile_clear(GazProfile *profile);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazProfile, gaz_profile_clear)

typedef struct {
    const GazDocument *document;
    GazLanguageSet languages;
    const GazProfile *profile;
    const GazStructure *structure; /* finished */
} GazArchive;

/* The finished file from `drawn`, Cairo's, whose elements are those of the structure. NULL with `error` set
 * where qpdf failed or the two don't agree. Yours: g_bytes_unref(). */
GBytes *gaz_archive_finish(const GazArchive *archive, const GByteArray *drawn, GError **error);

#endif
