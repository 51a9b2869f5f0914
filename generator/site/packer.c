/* packer.c - gzip by libdeflate, zip by libzip. */
#include "site/packer.h"

#include "site/gzip_source.h"
#include <gio/gio.h>
#include <libdeflate.h>
#include <zip.h>

/* Of pages, which are many and small, in half the time of level 4, for files a thirty-fifth larger; tables
 * and site maps would grow by up to half. Of those in two thirds of the time of level 6, for files a fortieth
 * larger. */
static const int levels[] = {[GAZ_PACKED_PAGE] = 1, [GAZ_PACKED_TABLE] = 4};

struct GazPacker {
    struct libdeflate_compressor *compressors[G_N_ELEMENTS(levels)];
};

GazPacker *gaz_packer_new(void)
{
    GazPacker *packer = g_new(GazPacker, 1);

    for (unsigned i = 0; i < G_N_ELEMENTS(levels); i++)
        packer->compressors[i] = libdeflate_alloc_compressor(levels[i]);
    return packer;
}

void gaz_packer_free(GazPacker *packer)
{
    if (packer == NULL)
        return;
    for (unsigned i = 0; i < G_N_ELEMENTS(levels); i++)
        libdeflate_free_compressor(packer->compressors[i]);
    g_free(packer);
}

GString *gaz_packer_gzip(GazPacker *packer, GazPacked kind, const GString *text)
{
    GString *packed = g_string_sized_new(text->len);
    size_t length = text->len == 0 ? 0
                                   : libdeflate_gzip_compress(packer->compressors[kind], text->str, text->len,
                                                              packed->str, text->len - 1);

    if (length == 0) { /* there was no room for it: it isn't smaller */
        g_string_free(packed, TRUE);
        return NULL;
    }
    packed->len = length;
    return packed;
}

/* The date as a zip holds it: years from 1980, at midnight. */
static zip_uint16_t dos_date(GazDate date)
{
    int year, month, day;

    gaz_date_split(date, &year, &month, &day);
    return (zip_uint16_t)((year - 1980) << 9 | month << 5 | day);
}

/* A text with its gzip file beside it isn't packed again, which took a tenth of a build after a change. */
static bool add_file(zip_t *zip, const char *folder, const char *name, GazDate date)
{
    g_autofree char *path = g_build_filename(folder, name, NULL), *beside = g_strconcat(path, ".gz", NULL);
    zip_source_t *packed = gaz_gzip_source(zip, beside);
    zip_source_t *source = packed != NULL ? packed : zip_source_file(zip, path, 0, -1);
    zip_int64_t at = source == NULL ? -1 : zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);

    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(zip, (zip_uint64_t)at, 0, dos_date(date), 0) == 0 &&
           zip_file_set_external_attributes(zip, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX, 0100644u << 16) == 0;
}

bool gaz_packer_zip(const char *folder, const GPtrArray *names, GazDate date, const char *path,
                    GError **error)
{
    int fault = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_EXCL, &fault);
    bool ok = zip != NULL;

    for (unsigned i = 0; i < names->len && ok; i++)
        ok = add_file(zip, folder, names->pdata[i], date);
    if (ok && zip_close(zip) == 0)
        return true;
    if (zip != NULL) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, zip_strerror(zip));
        zip_discard(zip);
    } else {
        zip_error_t said;

        zip_error_init_with_code(&said, fault);
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, zip_error_strerror(&said));
        zip_error_fini(&said);
    }
    return false;
}
