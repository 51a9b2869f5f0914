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

/* The gzip file beside a text: it isn't packed again, which took a tenth of a build after a change. NULL:
 * there is none. */
static zip_source_t *source_beside(zip_t *zip, const char *path)
{
    g_autofree char *beside = g_strconcat(path, ".gz", NULL);
    GMappedFile *file = g_mapped_file_new(beside, FALSE, NULL);
    g_autoptr(GBytes) gzip = file == NULL ? NULL : g_mapped_file_get_bytes(file);

    if (file != NULL)
        g_mapped_file_unref(file);
    return gzip == NULL ? NULL : gaz_gzip_source(zip, gzip);
}

/* What has none is packed here, in a third of libzip's time. NULL: it can't be read, or would be no smaller.
 */
static zip_source_t *source_packed(GazPacker *packer, zip_t *zip, const char *path)
{
    GString text = {NULL, 0, 0};
    GString *packed = g_file_get_contents(path, &text.str, &text.len, NULL)
                          ? gaz_packer_gzip(packer, GAZ_PACKED_TABLE, &text)
                          : NULL;
    g_autoptr(GBytes) gzip = packed == NULL ? NULL : g_string_free_to_bytes(packed);

    g_free(text.str);
    return gzip == NULL ? NULL : gaz_gzip_source(zip, gzip);
}

static zip_source_t *source_of(GazPacker *packer, zip_t *zip, const char *path)
{
    zip_source_t *source = source_beside(zip, path);

    if (source == NULL)
        source = source_packed(packer, zip, path);
    return source != NULL ? source : zip_source_file(zip, path, 0, -1);
}

static bool add_file(GazPacker *packer, zip_t *zip, const char *folder, const char *name, GazDate date)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    zip_source_t *source = source_of(packer, zip, path);
    zip_int64_t at = source == NULL ? -1 : zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);

    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_file_set_dostime(zip, (zip_uint64_t)at, 0, dos_date(date), 0) == 0 &&
           zip_file_set_external_attributes(zip, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX, 0100644u << 16) == 0;
}

bool gaz_packer_zip(GazPacker *packer, const char *folder, const GPtrArray *names, GazDate date,
                    const char *path, GError **error)
{
    int fault = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_EXCL, &fault);
    bool ok = zip != NULL;

    for (unsigned i = 0; i < names->len && ok; i++)
        ok = add_file(packer, zip, folder, names->pdata[i], date);
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
