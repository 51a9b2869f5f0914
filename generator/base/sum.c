/* sum.c - OpenSSL's, which uses what the processor has for it: five times as fast as GLib's. */
#include "base/sum.h"

#include <errno.h>
#include <openssl/evp.h>
#include <unistd.h>

enum { BLOCK = 1 << 18 };

static EVP_MD_CTX *begin(void)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    if (context == NULL || EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        g_error("cannot make sums");
    return context;
}

static GazSum end(EVP_MD_CTX *context)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[EVP_MAX_MD_SIZE];
    GazSum sum = {""};

    EVP_DigestFinal_ex(context, raw, NULL);
    EVP_MD_CTX_free(context);
    for (unsigned i = 0; i < GAZ_SUM_LENGTH / 2; i++) {
        sum.text[2 * i] = digits[raw[i] >> 4];
        sum.text[2 * i + 1] = digits[raw[i] & 15];
    }
    return sum;
}

GazSum gaz_sum_of(const void *bytes, size_t length)
{
    EVP_MD_CTX *context = begin();

    EVP_DigestUpdate(context, bytes, length);
    return end(context);
}

bool gaz_sum_of_file(GazSum *sum, int file)
{
    EVP_MD_CTX *context = begin();
    g_autofree guint8 *block = g_malloc(BLOCK);
    ssize_t got;
    int cause;

    while ((got = read(file, block, BLOCK)) > 0 || (got < 0 && errno == EINTR))
        EVP_DigestUpdate(context, block, (size_t)MAX(got, 0));
    cause = errno;
    *sum = end(context);
    errno = cause;
    return got == 0;
}
