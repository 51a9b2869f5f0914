/* sample_workbook.c - written with libzip into memory. */
#include "sample_workbook.h"
#include <check.h>
#include <stdbool.h>
#include <string.h>

#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const SamplePart usual[] = {
    {"_rels/.rels", RELATIONS "<Relationship Id=\"rId1\" Type=\"" TYPE
                              "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
    {"xl/workbook.xml", "<workbook " MAIN " xmlns:r=\"" TYPE
                        "\"><sheets><sheet name=\"清单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     RELATIONS "<Relationship Id=\"rId1\" Type=\"" TYPE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
               "<Relationship Id=\"rId2\" Type=\"" TYPE "/styles\" Target=\"styles.xml\"/>"
               "<Relationship Id=\"rId3\" Type=\"" TYPE "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
               "</Relationships>"},
    {"xl/styles.xml", "<styleSheet " MAIN "><numFmts>"
                      "<numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"
                      "\\ h&quot;时&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"0.0%\"/></numFmts>"
                      "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                      "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/><xf numFmtId=\"165\"/>"
                      "<xf numFmtId=\"49\"/></cellXfs></styleSheet>"},
    {"xl/sharedStrings.xml",
     "<sst " MAIN "><si><t>水泥</t></si><si><r><rPr><b/></rPr><t>熟</t></r><r><t>料</t></r>"
     "<rPh sb=\"0\" eb=\"1\"><t>shú</t></rPh></si><si><t>a_x000D_\nb</t></si><si/></sst>"},
};

static void add(zip_t *zip, const char *name, const char *text)
{
    zip_source_t *source = zip_source_buffer(zip, text, strlen(text), 0);

    ck_assert_ptr_nonnull(source);
    ck_assert_int_ge(zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8), 0);
}

static const SamplePart *find(const SamplePart *parts, const char *name)
{
    while (parts != NULL && parts->name != NULL && strcmp(parts->name, name) != 0)
        parts++;
    return parts == NULL || parts->name == NULL ? NULL : parts;
}

static bool is_usual(const char *name)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(usual); i++)
        if (strcmp(usual[i].name, name) == 0)
            return true;
    return strcmp(name, "xl/worksheets/sheet1.xml") == 0;
}

static void add_all(zip_t *zip, const char *sheet, const SamplePart *parts)
{
    const SamplePart *other = find(parts, "xl/worksheets/sheet1.xml");

    for (unsigned i = 0; i < G_N_ELEMENTS(usual); i++) {
        const SamplePart *part = find(parts, usual[i].name);

        if (part == NULL || part->text != NULL)
            add(zip, usual[i].name, part == NULL ? usual[i].text : part->text);
    }
    if (other == NULL || other->text != NULL)
        add(zip, "xl/worksheets/sheet1.xml", other == NULL ? sheet : other->text);
    for (; parts != NULL && parts->name != NULL; parts++)
        if (!is_usual(parts->name))
            add(zip, parts->name, parts->text);
}

GBytes *sample_zip_bytes(zip_t *zip, zip_source_t *memory)
{
    zip_stat_t status;
    char *bytes;

    ck_assert_int_eq(zip_close(zip), 0);
    ck_assert_int_eq(zip_source_stat(memory, &status), 0);
    ck_assert_int_eq(zip_source_open(memory), 0);
    bytes = g_malloc(status.size);
    ck_assert_int_eq(zip_source_read(memory, bytes, status.size), (zip_int64_t)status.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return g_bytes_new_take(bytes, status.size);
}

GBytes *sample_workbook(const char *rows, const SamplePart *parts)
{
    g_autofree char *sheet = g_strconcat("<worksheet " MAIN ">", rows, "</worksheet>", NULL);
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, NULL);

    ck_assert_ptr_nonnull(zip);
    zip_source_keep(memory);
    add_all(zip, sheet, parts);
    return sample_zip_bytes(zip, memory);
}
