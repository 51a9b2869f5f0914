/* archive_content.c - a content stream as Cairo writes it, its furniture renamed. */
#include "pdf/archive_steps.h"

#include <string.h>

/* Past a literal string that begins at `at`, whatever stands in it: a name in the data may look like an
 * operator. */
static const unsigned char *skip_string(const unsigned char *at, const unsigned char *end)
{
    unsigned depth = 0;

    for (; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

/* Past "/Private << /MCID 3 >> BDC" if that stands at `at`; NULL if not. */
static const unsigned char *skip_furniture(const unsigned char *at, const unsigned char *end)
{
    static const char before[] = "/" GAZ_FURNITURE " << /MCID ", after[] = " >> BDC";

    if ((size_t)(end - at) < sizeof before - 1 || memcmp(at, before, sizeof before - 1) != 0)
        return NULL;
    at += sizeof before - 1;
    while (at < end && g_ascii_isdigit(*at))
        at++;
    if ((size_t)(end - at) < sizeof after - 1 || memcmp(at, after, sizeof after - 1) != 0)
        return NULL;
    return at + sizeof after - 1;
}

GByteArray *gaz_archive_content(const unsigned char *content, size_t length, unsigned *found)
{
    static const char artifact[] = "/Artifact BMC";
    const unsigned char *end = length == 0 ? content : content + length, *kept = content; /* may be NULL */
    GByteArray *result = NULL;

    for (const unsigned char *at = content; at < end;) {
        const unsigned char *after = *at == '/' ? skip_furniture(at, end) : NULL;

        if (after == NULL) {
            at = *at == '(' ? skip_string(at, end) : at + 1;
            continue;
        }
        if (result == NULL)
            result = g_byte_array_sized_new((guint)length);
        g_byte_array_append(result, kept, (guint)(at - kept));
        g_byte_array_append(result, (const guint8 *)artifact, sizeof artifact - 1);
        kept = at = after;
        ++*found;
    }
    if (result != NULL)
        g_byte_array_append(result, kept, (guint)(end - kept));
    return result;
}
