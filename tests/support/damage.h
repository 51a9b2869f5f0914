/* damage.h - copies of a workbook with one thing wrong with them, by a seed: the same seed, the same damage.
 */
#ifndef GAZETTE_TESTS_DAMAGE_H
#define GAZETTE_TESTS_DAMAGE_H
#include <glib.h>

/* What was done to a copy, and so what may be asked of whoever reads it. */
typedef enum {
    DAMAGE_BYTES,    /* bytes of the zip changed, cut, doubled: what is read is what there was, or a fault is
                        told */
    DAMAGE_ELEMENTS, /* rows and cells of a sheet dropped, doubled, exchanged: each cell keeps its reference
                      */
    DAMAGE_VALUES,   /* attributes and texts of any part made absurd */
    DAMAGE_PARTS,    /* parts dropped, exchanged, doubled, named, encoded or declared otherwise */
    DAMAGES
} Damage;

/* A damaged copy of `whole`. Yours: g_bytes_unref(). */
GBytes *damage(GBytes *whole, Damage kind, guint32 seed);

/* A part of a workbook. */
typedef struct {
    char *name;
    GString *text;
} DamagePart;

/* The parts of a workbook, of DamagePart *, to be changed by hand. Yours: g_ptr_array_unref(). */
GPtrArray *damage_unpack(GBytes *whole);

/* A workbook of these parts; two may have the same name. Yours: g_bytes_unref(). */
GBytes *damage_pack(const GPtrArray *parts);

/* The part that is called so; NULL: there is none. */
DamagePart *damage_find(const GPtrArray *parts, const char *name);

#endif
