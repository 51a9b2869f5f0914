/* nearest.h - what of the known was perhaps meant; inside model/ only. */
#ifndef GAZETTE_MODEL_NEAREST_H
#define GAZETTE_MODEL_NEAREST_H
#include <glib.h>

/* The nearest so far to a text, compared by gaz_heading_key(). */
typedef struct {
    gunichar *text; /* NULL: it is empty, or so long that it is near to none */
    glong length;
    unsigned best;  /* characters that differ */
    char *found;    /* as it is known; NULL: none is near */
    unsigned index; /* that it was tried with */
} GazNearest;

void gaz_nearest_init(GazNearest *nearest, const char *text);

/* Half of its characters may differ, of a long text a third. Of two as near, the first tried is kept. */
void gaz_nearest_try(GazNearest *nearest, const char *known, unsigned index);
void gaz_nearest_clear(GazNearest *nearest);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazNearest, gaz_nearest_clear)

#endif
