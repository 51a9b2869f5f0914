/* share.h - the picture that others show when a page is shared: the stops of all lines as strips. */
#ifndef GAZETTE_SITE_SHARE_H
#define GAZETTE_SITE_SHARE_H
#include "check/assessment.h"

enum { GAZ_SHARE_WIDTH = 1200, GAZ_SHARE_HEIGHT = 630 }; /* [pixels] */
enum { GAZ_SHARE_MOST_STRIPS = 60 };

/* Each strip is a row of pixels, as high as there is room for; a pixel is the number of its colour. */
typedef struct {
    int count;
    guint8 strips[GAZ_SHARE_MOST_STRIPS][GAZ_SHARE_WIDTH];
} GazShare;

/* Yours: g_free(). It holds no letters, so it needs no font. */
GazShare *gaz_share_draw(const GazAssessment *assessment);

/* Writes it as a PNG. */
bool gaz_share_write(const GazShare *share, const char *path, GError **error);

#endif
