/* key.h - keys by which things are known that are made from the same: XXH3's, 128 bits. Nobody can make two
 * things of one key by accident; whoever wanted to is the one who writes the data anyway. What is published
 * for others to compare is a sum: base/sum.h. */
#ifndef GAZETTE_BASE_KEY_H
#define GAZETTE_BASE_KEY_H
#include <glib.h>

enum { GAZ_KEY_LENGTH = 32 }; /* [characters] in hexadecimal */

typedef struct {
    char text[GAZ_KEY_LENGTH + 1];
} GazKey;

GazKey gaz_key_of(const void *bytes, size_t length);

/* One of bytes that come bit by bit. Yours: gaz_keying_end(), which gives the key of all that was added. */
typedef struct GazKeying GazKeying;
GazKeying *gaz_keying_new(void);
void gaz_keying_add(GazKeying *keying, const void *bytes, size_t length);
GazKey gaz_keying_end(GazKeying *keying);

#endif
