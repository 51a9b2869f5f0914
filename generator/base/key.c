/* key.c - a build after one changed cell makes keys of five megabytes of facts and documents: SHA-256 took a
 * twentieth of its processor time for them. */
#include "base/key.h"

#define XXH_INLINE_ALL /* a library more to link would take longer than it saves */
#include <xxhash.h>

static void write_digits(guint64 half, char *digits)
{
    static const char all[] = "0123456789abcdef";

    for (unsigned i = 0; i < GAZ_KEY_LENGTH / 2; i++)
        digits[i] = all[half >> (60 - 4 * i) & 15];
}

static GazKey key_from(XXH128_hash_t hash)
{
    GazKey key = {""};

    write_digits(hash.high64, key.text);
    write_digits(hash.low64, key.text + GAZ_KEY_LENGTH / 2);
    return key;
}

GazKey gaz_key_of(const void *bytes, size_t length)
{
    return key_from(XXH3_128bits(bytes, length));
}

/* The library's, under our name. */
static XXH3_state_t *state_of(GazKeying *keying)
{
    return (XXH3_state_t *)keying;
}

GazKeying *gaz_keying_new(void)
{
    XXH3_state_t *state = XXH3_createState();

    if (state == NULL)
        g_error("no memory for a key");
    XXH3_128bits_reset(state);
    return (GazKeying *)state;
}

void gaz_keying_add(GazKeying *keying, const void *bytes, size_t length)
{
    XXH3_128bits_update(state_of(keying), bytes, length);
}

GazKey gaz_keying_end(GazKeying *keying)
{
    GazKey key = key_from(XXH3_128bits_digest(state_of(keying)));

    XXH3_freeState(state_of(keying));
    return key;
}
