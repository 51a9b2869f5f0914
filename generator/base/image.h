/* image.h - a picture that somebody gives for the page, such as the image of a seal. Plain bytes: who shows
 * it decodes them. */
#ifndef GAZETTE_BASE_IMAGE_H
#define GAZETTE_BASE_IMAGE_H
#include <stdbool.h>
#include <stddef.h>

#define GAZ_IMAGE_FRAME 1000.0

typedef struct {
    const unsigned char *bytes; /* of the file; lent by the data's arena */
    size_t length;              /* [bytes] */
    bool drawing;               /* SVG; else PNG */
    /* The box around what is to be seen of it: in pixels of a PNG; for a drawing, where its page has
     * GAZ_IMAGE_FRAME on its longer side. */
    double left, top, width, height;
} GazImage;

#endif
