/* align.h - which members of one sequence are those of another. */
#ifndef GAZETTE_DOCUMENT_ALIGN_H
#define GAZETTE_DOCUMENT_ALIGN_H
#include <glib.h>
#include <stdbool.h>

/* A member: equal members have equal keys. */
typedef struct {
    const char *key;
    const char *kind; /* members of unlike kinds are never two states of one */
    const char *text; /* what a likeness is judged by */
} GazAligned;

enum { GAZ_UNALIGNED = -1 };

typedef struct {
    int *was;    /* for each old member its new one, or GAZ_UNALIGNED */
    int *is;     /* the reverse */
    bool *moved; /* for each new member: whether it stood elsewhere among its neighbours */
    unsigned was_count, is_count;
    unsigned steps; /* of work done */
} GazAlignment;

/* Aligns members (of GazAligned *, their keys interned: equal keys are equal pointers) that are equal, keys
 * that occur several times in their order; with `pair`, also members between the same neighbours whose texts
 * are alike. n log n. Clear with gaz_alignment_clear(). */
GazAlignment gaz_align(const GPtrArray *was, const GPtrArray *is, bool pair);
void gaz_alignment_clear(GazAlignment *alignment);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazAlignment, gaz_alignment_clear)

#endif
