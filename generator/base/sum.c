/* sum.c - OpenSSL's, which uses what the processor has for it: five times as fast as GLib's. */
#include "base/sum.h"

#include <errno.h>
#include <openssl/evp.h>
#include <unistd.h>

enum { BLOCK = 1 << 18 };

/* OpenSSL's, under our name. */
static EVP_MD_CTX *context_of(GazSumming *summing)
{
    return (EVP_MD_CTX *)summing;
}

GazSumming *gaz_summing_new(void)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    if (context == NULL || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        g_error("cannot make sums");
    return (GazSumming *)context;
}

void gaz_summing_add(GazSumming *summing, const void *bytes, size_t length)
{
    EVP_DigestUpdate(context_of(summing), bytes, length);
}

GazSum gaz_summing_end(GazSumming *summing)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[EVP_MAX_MD_SIZE];
    GazSum sum = {""};

    EVP_DigestFinal_ex(context_of(summing), raw, NULL);
    EVP_MD_CTX_free(context_of(summing));
    for (unsigned i = 0; i < GAZ_SUM_LENGTH / 2; i++) {
        sum.text[2 * i] = digits[raw[i] >> 4];
        sum.text[2 * i + 1] = digits[raw[i] & 15];
    }
    return sum;
}

GazSum gaz_sum_of(const void *bytes, size_t length)
{
    GazSumming *summing = gaz_summing_new();

    gaz_summing_add(summing, bytes, length);
    return gaz_summing_end(summing);
}

bool gaz_sum_of_file(GazSum *sum, int file)
{
    GazSumming *summing = gaz_summing_new();
    g_autofree guint8 *block = g_malloc(BLOCK);
    ssize_t got;
    int cause;

    while ((got = read(file, block, BLOCK)) > 0 || (got < 0 && errno == EINTR))
        gaz_summing_add(summing, block, (size_t)MAX(got, 0));
    cause = errno;
    *sum = gaz_summing_end(summing);
    errno = cause;
    return got == 0;
}
