/* share.h - the picture that others show when a page is shared: the stops of all lines as strips. */
#ifndef GAZETTE_SITE_SHARE_H
#define GAZETTE_SITE_SHARE_H
#include "check/assessment.h"

/* Writes a PNG of 1200 by 630 pixels. It holds no letters, so it needs no font. */
bool gaz_share_write(const GazAssessment *assessment, const char *path, GError **error);

#endif
