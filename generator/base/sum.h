/* sum.h - SHA-256, as SHA256SUMS has it and as files made from the same things are known by. */
#ifndef GAZETTE_BASE_SUM_H
#define GAZETTE_BASE_SUM_H
#include <glib.h>
#include <stdbool.h>

enum { GAZ_SUM_LENGTH = 64 }; /* [characters] in hexadecimal */

typedef struct {
    char text[GAZ_SUM_LENGTH + 1];
} GazSum;

GazSum gaz_sum_of(const void *bytes, size_t length);

/* One of bytes that come bit by bit and needn't all be in memory. Yours: gaz_summing_end(), which gives the
 * sum of all that was added. */
typedef struct GazSumming GazSumming;
GazSumming *gaz_summing_new(void);
void gaz_summing_add(GazSumming *summing, const void *bytes, size_t length);
GazSum gaz_summing_end(GazSumming *summing);

/* Of all that can still be read from `file`, an open file. False with errno set. */
bool gaz_sum_of_file(GazSum *sum, int file);

#endif
