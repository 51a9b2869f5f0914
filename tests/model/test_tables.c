/* test_tables.c - tables as offices keep them: headings of their own, in two rows, below titles; units; sums;
 * several tables in one workbook. Each is read into the same model as the plain CSV file. */
#include "../support/data_cells.h"
#include "../support/data_folder.h"
#include "../support/data_reading.h"
#include "../support/sample_workbook.h"
#include "../support/suite.h"
#include "model/data.h"
#include "model/headings.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

#define REST "status,kiln,carbide_slag\n"
#define ROW(diameter, daily, annual)                                                                         \
    "L1,E1,一号窑,Kiln 1," diameter "," daily "," annual ",operating,ordinary,no\n"
#define L2 "L2,E2,一号窑,Kiln 1,4.8,5000,155,operating,ordinary,no\n"

/* In each, line L1 has 4.8 m, 5000 t/d, 155 (10,000 t a year). */
static const struct {
    const char *name, *text;
    const char *note; /* NULL: none */
} written[] = {
    {"the columns' own names",
     "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt," REST ROW(
         "4.8", "5000", "155") L2,
     NULL},
    {"the headings that gazette writes",
     "编号,企业,生产线名称,Clinker line (English),窑径（米）,批准产能（吨/日）,\"Annual capacity "
     "(10,000 t)\",状态,窑型,"
     "电石渣生产线\n" ROW("4.8", "5000", "155") L2,
     NULL},
    {"the office's own headings",
     "生产线编号,所属企业,熟料生产线名称,英文名称,窑 "
     "径,水泥熟料产能(吨/日),水泥熟料产能（万吨／年）,运行状态,窑型,"
     "是否电石渣\n" ROW("4.8", "5000", "155") L2,
     "lines.csv:1:29: note: a heading of the office's own: \"水泥熟料产能(吨/日)\", read as "
     "approved_capacity_tpd"},
    {"other units",
     "id,enterprise,name_zh,name_en,窑径（毫米）,熟料产能（万吨/日）,年产能（吨）," REST ROW(
         "4800", "0.5", "1550000") "L2,E2,一号窑,Kiln 1,4000,0.25,775000,operating,ordinary,no\n",
     "lines.csv:1:31: note: a heading with another unit: \"窑径（毫米）\", read as kiln_diameter_m, the "
     "decimal "
     "point moved 3 places to the left"},
    {"a title above, a sum and a remark below",
     "2021年水泥熟料生产线清单,,,,,,,,,\n"
     "id,enterprise,name_zh,name_en,窑径,批准产能（吨/日）,annual_capacity_10kt," REST ROW(
         "4.8", "5000", "155") L2 "合计,,,,,7500,,,,\n注：以上为备案数据。,,,,,,,,,\n",
     "lines.csv:1:1: note: a row above the heading, left alone: \"2021年水泥熟料生产线清单\""},
    {"sums of parts, remarks of several rows, and who filled it in",
     "序号,id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt," REST
     "1," ROW(
         "4.8", "5000",
         "155") "济南市小计,1,,,,,,,,,\n2," L2 "合计（2条）,2,,,,,,,,,\n"
                "注：1.以上为备案数据。,,,,,,,,,,\n2.窑径为内径。,,,,,,,,,,\n联系人：某某,,电话,,,,,,,,\n",
     "lines.csv:7:1: note: a row of sums, remarks or headings, left alone: \"2.窑径为内径。\""},
    {"the heading on each page",
     "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt," REST ROW(
         "4.8", "5000", "155") "编号,企业,生产线名称,英文名称,窑径,批准产能（吨/"
                               "日）,年产能（万吨）,状态,窑型,是否电石渣\n" L2,
     "lines.csv:3:1: note: a row of sums, remarks or headings, left alone: \"编号\""},
    {"two rows of headings",
     "id,enterprise,name_zh,name_en,窑规格,熟料产能,熟料产能," REST
     ",,,,直径（米）,吨/日,万吨/年,,,\n" ROW("4.8", "5000", "155") L2,
     "lines.csv:2:5: note: a heading of the office's own: \"直径（米）\", read as kiln_diameter_m"},
    {"a serial number",
     "序号,id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt," REST
     "1," ROW("4.8", "5000", "155") "2," L2,
     "lines.csv:1:1: note: a column that says nothing, left alone: \"序号\""},
};

START_TEST(tables_as_offices_write_them)
{
    Reading reading = reading_of("lines.csv", written[_i].text, -1);
    const GazLine *line;

    ck_assert_msg(!gaz_report_has_faults(reading.report), "%s: %s", written[_i].name, reading.told);
    ck_assert_msg(written[_i].note == NULL ? *reading.told == '\0'
                                           : strstr(reading.told, written[_i].note) != NULL,
                  "%s: %s", written[_i].name, reading.told);
    line = gaz_data_lookup(reading.data, "lines", "L1");
    ck_assert_int_eq(line->kiln_diameter_m, 4800);
    ck_assert_int_eq(line->approved_capacity_tpd, 5000000);
    ck_assert_int_eq(line->annual_capacity_10kt, 155000);
    ck_assert_uint_eq(reading.data->lines->len, 2);
    reading_clear(&reading);
}
END_TEST

#define PLAIN                                                                                                \
    "id,enterprise,name_zh,name_en,kiln_diameter_m,kiln_length_m,approved_capacity_tpd,annual_capacity_"     \
    "10kt,"                                                                                                  \
    "commissioned,status,kiln,carbide_slag,special_tasks\n"
#define SECOND "L2,E2,一号窑,Kiln 1,4.8,72,5000,155,,operating,ordinary,no,\n"

/* In each, line L1 says the same as in the first. */
static const struct {
    const char *name, *row;
    const char *note; /* "": none; more than one column may have been taken otherwise */
} values[] = {
    {"as the columns have it",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,2021-11-15,operating,ordinary,yes,heating;sludge\n", ""},
    {"full-width characters",
     "Ｌ１,Ｅ１,1号窑,Kiln "
     "1,４．８,７４,５０００,155,２０２１-11-15,operating,ordinary,yes,heating；sludge\n",
     "2:18: note: kiln_diameter_m: written in another way: \"４．８\", read as 4.8 (value-taken)"},
    {"units in cells",
     "L1,E1,1号窑,Kiln 1,4800mm,74米,5000吨/日,155万吨,2021-11-15,operating,ordinary,yes,heating;sludge\n",
     "kiln_diameter_m: written in another way: \"4800mm\", read as 4800"},
    {"thousands set off",
     "L1,E1,1号窑,Kiln 1,4.8,74,\"5,000\",155,2021-11-15,operating,ordinary,yes,heating;sludge\n",
     "\"5,000\", read as 5000"},
    {"a day in characters",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,2021年11月15日,operating,ordinary,yes,heating;sludge\n",
     "\"2021年11月15日\", read as 2021-11-15"},
    {"a day with strokes",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,2021/11/15,operating,ordinary,yes,heating;sludge\n",
     "\"2021/11/15\", read as 2021-11-15"},
    {"a day with points",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,2021.11.15,operating,ordinary,yes,heating;sludge\n",
     "\"2021.11.15\", read as 2021-11-15"},
    {"a day in eight digits",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,20211115,operating,ordinary,yes,heating;sludge\n",
     "\"20211115\", read as 2021-11-15"},
    {"a day whose time is midnight",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,2021-11-15 0:00:00,operating,ordinary,yes,heating;sludge\n",
     "\"2021-11-15 0:00:00\", read as 2021-11-15"},
    {"codes by their names",
     "L1,E1,1号窑,Kiln 1,4.8,74,5000,155,2021-11-15,在产,New dry-process kiln,√,居民供暖、协同处置市政污泥\n",
     ""},
    {"an enterprise by its name, with blanks",
     "L1,\"甲\"\"乙\"\" <&> 水 泥\",1号窑,Kiln "
     "1,4.8,74,5000,155,2021-11-15,operating,ordinary,是,heating;sludge\n",
     "水 泥\", read as E1"},
    {"blanks within a name",
     "L1,E1,1号　窑,Kiln 1,4.8,74,5000,155,2021-11-15,operating,ordinary,yes,heating;sludge\n", ""},
};

START_TEST(values_as_people_type_them)
{
    char *text = g_strconcat(PLAIN, values[_i].row, SECOND, NULL);
    Reading reading = reading_of("lines.csv", text, -1);
    const GazLine *line;

    ck_assert_msg(!gaz_report_has_faults(reading.report), "%s: %s", values[_i].name, reading.told);
    ck_assert_msg(strstr(reading.told, values[_i].note) != NULL, "%s: %s", values[_i].name, reading.told);
    line = gaz_data_lookup(reading.data, "lines", "L1");
    ck_assert_str_eq(line->enterprise->record.id, "E1");
    ck_assert_int_eq(line->kiln_diameter_m, 4800);
    ck_assert_int_eq(line->kiln_length_m, 74000);
    ck_assert_int_eq(line->approved_capacity_tpd, 5000000);
    ck_assert_int_eq(line->annual_capacity_10kt, 155000);
    ck_assert_int_eq(line->commissioned, gaz_date_make(2021, 11, 15));
    ck_assert(line->carbide_slag && line->special_tasks == (1u << 0 | 1u << 3));
    reading_clear(&reading);
    g_free(text);
}
END_TEST

static const struct {
    const char *name, *from, *to; /* in the first row of `values` */
    const char *told;
} doubtful[] = {
    {"a day of no year", "2021-11-15", "11月15日",
     "commissioned: it can be read in more than one way: found \"11月15日\""},
    {"a year of two digits", "2021-11-15", "21/11/15", "value-ambiguous"},
    {"day or month first", "2021-11-15", "3/4/2021", "value-ambiguous"},
    {"a day that isn't", "2021-11-15", "2021年2月30日", "date-unknown"},
    {"a unit of something else", "5000", "5000米", "number-unknown"},
    {"a decimal comma", "4.8,74", "\"4,8\",74", "number-unknown"},
    {"a guess", "5000", "约5000", "number-unknown"},
    {"an unknown word", "yes", "也许", "flag-unknown"},
    {"nothing where something is wanted", "4.8,74", "无,74", "number-unknown"},
};

START_TEST(values_in_doubt)
{
    g_auto(GStrv) parts = g_strsplit(values[0].row, doubtful[_i].from, 2);
    g_autofree char *row = g_strjoinv(doubtful[_i].to, parts);
    char *text = g_strconcat(PLAIN, row, SECOND, NULL);
    Reading reading = reading_of("lines.csv", text, -1);

    ck_assert_msg(gaz_report_count(reading.report) == 1 && strstr(reading.told, doubtful[_i].told) != NULL,
                  "%s: %s", doubtful[_i].name, reading.told);
    reading_clear(&reading);
    g_free(text);
}
END_TEST

static const struct {
    const char *text, *taken; /* NULL: refused */
} moments[] = {
    {"2021年11月15日8时", "2021-11-15T08:00"},
    {"2021年11月15日 8时30分", "2021-11-15T08:30"},
    {"2021年11月15日下午3时", "2021-11-15T15:00"},
    {"2021年11月15日中午12点整", "2021-11-15T12:00"},
    {"2021年11月15日24时", "2021-11-15T24:00"},
    {"2021/7/1 8:00", "2021-07-01T08:00"},
    {"2021-11-15 08:00:00", "2021-11-15T08:00"},
    {"２０２１－１１－１５", "2021-11-15"},
    {"11月15日8时", "2021-11-15T08:00"}, /* by the day of the row's other */
    {"11月15日25时", NULL},
    {"2021年11月15日25时", NULL},
    {"2021年11月15日下午15时", NULL},
    {"2021年11月15日零时", "2021-11-15T00:00"},
    {"11月15日零时", "2021-11-15T00:00"},
    {"2021年11月15日二十四时", "2021-11-15T24:00"},
    {"2021年11月15日凌晨0时30分", "2021-11-15T00:30"},
    {"2021年11月15日中午1时", "2021-11-15T13:00"},
    {"2021年11月15日晚上8时", "2021-11-15T20:00"},
    {"2021/11/15 下午 12:30", "2021-11-15T12:30"},
    {"2021/11/15 上午 12:30", NULL}, /* half an hour after midnight, or after noon */
    {"2021年11月15日晚上12时", NULL},
    {"2021年11月15日晚上2时", NULL},
    {"2021年11月15日凌晨12时", NULL},
};

START_TEST(moments_as_people_type_them)
{
    char *text = g_strdup_printf("id,line,start,end,why,verified_by_zh,verified_by_en\n"
                                 "S1,L1,%s,2021-12-31,off-peak,局,Office\n",
                                 moments[_i].text);
    Reading reading = reading_of("stoppages.csv", text, -1);
    char taken[17];

    if (moments[_i].taken == NULL) {
        ck_assert_msg(gaz_report_count(reading.report) == 1, "%s: %s", moments[_i].text, reading.told);
    } else {
        const GazStoppage *stoppage = gaz_data_lookup(reading.data, "stoppages", "S1");

        ck_assert_msg(stoppage != NULL, "%s: %s", moments[_i].text, reading.told);
        ck_assert_str_eq(gaz_moment_write(stoppage->start, taken), moments[_i].taken);
    }
    reading_clear(&reading);
    g_free(text);
}
END_TEST

/* One cell gives diameter and length, where the length has no column of its own. */
START_TEST(diameter_and_length_in_one_cell)
{
    Reading reading =
        reading_of("lines.csv",
                   "id,enterprise,name_zh,name_en,窑规格,approved_capacity_tpd,annual_capacity_10kt," REST
                   "L1,E1,一号窑,Kiln 1,Φ4.8×74m,5000,155,operating,ordinary,no\n"
                   "L2,E2,一号窑,Kiln 1,4.0,2500,77.5,operating,ordinary,no\n",
                   -1);
    const GazLine *line, *other;

    ck_assert_msg(!gaz_report_has_faults(reading.report), "%s", reading.told);
    line = gaz_data_lookup(reading.data, "lines", "L1");
    other = gaz_data_lookup(reading.data, "lines", "L2");
    ck_assert_int_eq(line->kiln_diameter_m, 4800);
    ck_assert_int_eq(line->kiln_length_m, 74000);
    ck_assert_int_eq(other->kiln_diameter_m, 4000);
    ck_assert_int_eq(other->kiln_length_m, GAZ_NO_DECIMAL);
    reading_clear(&reading);
}
END_TEST

static const struct {
    const char *name, *text, *told;
} refused[] = {
    {"a heading that is nearly known",
     "id,enterprise,name_zh,name_en,窑经（米）,approved_capacity_tpd,annual_capacity_10kt," REST ROW(
         "4.8", "5000", "155") L2,
     "found \"窑经（米）\", expected a column that data/README.md lists for lines, perhaps \"窑径（米）\" "
     "(kiln_diameter_m)"},
    {"a heading that says too little",
     "id,enterprise,name_zh,name_en,窑径,熟料产能,annual_capacity_10kt," REST ROW("4.8", "5000", "155") L2,
     "lines.csv:1:34: error: approved_capacity_tpd: no unit, or one that can't be turned into the column's"},
    {"the same column twice",
     "id,enterprise,name_zh,生产线名称,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt," REST ROW(
         "4.8", "5000", "155") L2,
     "lines.csv:1:23: error: name_zh: the column stands here a second time"},
};

START_TEST(headings_that_cannot_be_read)
{
    Reading reading = reading_of("lines.csv", refused[_i].text, -1);

    ck_assert_msg(strstr(reading.told, refused[_i].told) != NULL, "%s: %s", refused[_i].name, reading.told);
    reading_clear(&reading);
}
END_TEST

static void remove_tables(const char *folder)
{
    for (unsigned i = 0; i < gaz_table_count; i++) {
        g_autofree char *name = g_strconcat(gaz_tables[i].name, ".csv", NULL);
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_EXISTS))
            data_folder_write(folder, name, NULL, 0);
    }
}

/* tests/read/input/make writes the workbook anew where tests/model/input/whole has changed. */
START_TEST(a_workbook_of_libreoffice_says_the_same)
{
    char *folder = data_folder_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) texts = gaz_data_read(folder, "data/rules", report, NULL), book = NULL;
    g_autofree char *bytes = NULL, *told = NULL, *one = NULL, *other = NULL;
    const GazLine *line;
    gsize length;

    ck_assert(g_file_get_contents("tests/read/input/libreoffice-whole.xlsx", &bytes, &length, NULL));
    remove_tables(folder);
    data_folder_write(folder, "台账.xlsx", bytes, (gssize)length);
    book = gaz_data_read(folder, "data/rules", report, NULL);
    told = gaz_report_to_text(report);
    ck_assert_msg(texts != NULL && book != NULL && *told == '\0', "%s", told);
    one = data_cells(texts);
    other = data_cells(book);
    ck_assert_str_eq(one, other);
    /* The rules look at places long after the workbook was closed. */
    line = gaz_data_lookup(book, "lines", "L2");
    ck_assert_str_eq(GAZ_AT(line, record)->sheet, "lines");
    data_folder_remove(folder);
}
END_TEST

/* In the program's own files: a column renamed, and the list of headings left behind; a heading of blanks. */
static const char *const faulty_headings[][2] = {
    {"<column name=\"width\"/>", "headings.xml:2:1: error: name: does not fit the schema: found \"width\""},
    {"<column name=\"id\">\n<heading> \n</heading></column>", "headings.xml:3:1: error: heading: "}};

START_TEST(a_faulty_list_of_headings_is_told_once)
{
    char *folder = data_folder_new(), *share = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *copy =
        g_strdup_printf("cp -r data/rules data/schema '%s' && mkdir '%s/headings'", share, share);
    g_autofree char *path = g_build_filename(share, "headings", "headings.xml", NULL);
    g_autofree char *rules = g_build_filename(share, "rules", NULL),
                    *clear = g_strdup_printf("rm -r '%s'", share);
    g_autofree char *text = g_strconcat("<headings xmlns=\"urn:gazette:headings:1\"><table name=\"lines\">\n",
                                        faulty_headings[_i][0], "</table></headings>", NULL);
    g_autofree char *told = NULL;
    g_autoptr(GazReport) report = gaz_report_new();
    GazData *data;

    ck_assert_int_eq(system(copy), 0);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    data_folder_write(folder, "lines.csv", "编号,企业\nL1,甲\nL2,乙\n", -1);
    data = gaz_data_read(folder, rules, report, NULL);
    told = gaz_report_to_text(report);
    ck_assert_msg(strstr(told, faulty_headings[_i][1]) != NULL, "%s", told);
    ck_assert_ptr_null(strstr(strstr(told, "headings.xml") + 1, "headings.xml"));
    gaz_data_free(data);
    ck_assert_int_eq(system(clear), 0);
    g_free(share);
    data_folder_remove(folder);
}
END_TEST

#define TEXT(text) "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define SHEET_NAMED(name)                                                                                    \
    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"     \
    "<sheet name=\"" name "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
#define STOPPED TEXT("序号") TEXT("编号") TEXT("生产线") TEXT("停窑时间") TEXT("点火时间")
#define VERIFIED TEXT("核实单位") TEXT("verified_by_en")

static const struct {
    const char *sheet, *head;
    const char *told; /* NULL: it is read */
} nameless[] = {
    {SHEET_NAMED("附件1"), STOPPED TEXT("原因") VERIFIED, NULL},
    {SHEET_NAMED("附件 二"), STOPPED TEXT("原因") VERIFIED, NULL},
    {SHEET_NAMED("Sheet1"), STOPPED TEXT("原因") VERIFIED, NULL},
    {SHEET_NAMED("Sheet1 (2)"), STOPPED TEXT("原因") VERIFIED, NULL},
    {SHEET_NAMED("附件1"), STOPPED TEXT("序号") VERIFIED, "by its headings it may be stoppages without why"},
    {SHEET_NAMED("窑"), STOPPED TEXT("原因") VERIFIED, "(sheet-unknown)"},
};

/* A sheet whose name says nothing is known by its headings, if they are all there. */
START_TEST(a_nameless_sheet_is_known_by_its_headings)
{
    char *folder = data_folder_new();
    g_autofree char *rows = g_strconcat("<sheetData><row>", nameless[_i].head, "</row><row>",
                                        TEXT("1") TEXT("S7") TEXT("L1") TEXT("2021-07-01") TEXT("2021-07-04")
                                            TEXT("off-peak") TEXT("局") TEXT("Office"),
                                        "</row></sheetData>", NULL);
    const SamplePart parts[] = {{"xl/workbook.xml", nameless[_i].sheet}, {NULL, NULL}};
    g_autoptr(GBytes) bytes = sample_workbook(rows, parts);
    g_autoptr(GazReport) own = gaz_report_new();
    g_autoptr(GazData) read = NULL;
    g_autofree char *faults = NULL, *notes = NULL;

    data_folder_write(folder, "stoppages.csv", NULL, 0);
    data_folder_write(folder, "other.xlsx", g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes));
    read = gaz_data_read(folder, "data/rules", own, NULL);
    faults = gaz_report_to_text(own);
    notes = gaz_report_notes_to_text(own);
    if (nameless[_i].told == NULL) {
        ck_assert_msg(gaz_report_count(own) == 0 && strstr(notes, "read as stoppages (sheet-taken)") != NULL,
                      "%s%s", faults, notes);
        ck_assert_ptr_nonnull(gaz_data_lookup(read, "stoppages", "S7"));
    } else {
        ck_assert_uint_eq(gaz_report_count(own), 1);
        ck_assert_msg(strstr(faults, nameless[_i].told) != NULL, "%s", faults);
    }
    data_folder_remove(folder);
}
END_TEST

#define MAIN "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SAID(text) "<x:c t=\"inlineStr\"><x:is><x:t>" text "</x:t></x:is></x:c>"
#define DATED(style, day) "<x:c s=\"" style "\"><x:v>" day "</x:v></x:c>"
#define WPS_RELATION(id, kind, to)                                                                           \
    "<Relationship Id=\"" id "\" Type=\"" TYPE "/" kind "\" Target=\"/xl/" to "\"/>"

/* As WPS and writers that stream have it: a prefix, absolute paths of parts, texts in the cells, no dimension
 * and no places of cells, reading aids beside a shared text, the Chinese formats of days that have only a
 * number, days from 1904. */
START_TEST(a_workbook_of_wps_says_the_same)
{
    static const SamplePart parts[] = {
        {"_rels/.rels",
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" WPS_RELATION(
             "rId1", "officeDocument", "workbook.xml") "</Relationships>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships "
         "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" WPS_RELATION(
             "rId1", "worksheet", "worksheets/sheet1.xml") WPS_RELATION("rId2", "styles", "styles.xml")
             WPS_RELATION("rId3", "sharedStrings", "sharedStrings.xml") "</Relationships>"},
        {"xl/workbook.xml",
         "<x:workbook " MAIN " xmlns:r=\"" TYPE "\"><x:workbookPr date1904=\"1\"/><x:sheets>"
         "<x:sheet name=\"停窑\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets></x:workbook>"},
        {"xl/styles.xml", "<x:styleSheet " MAIN "><x:cellXfs><x:xf numFmtId=\"0\"/><x:xf numFmtId=\"31\"/>"
                          "<x:xf numFmtId=\"58\"/></x:cellXfs></x:styleSheet>"},
        {"xl/sharedStrings.xml", "<x:sst " MAIN "><x:si><x:t>L1</x:t><x:rPh sb=\"0\" eb=\"1\"><x:t>エル</x:t>"
                                 "</x:rPh></x:si></x:sst>"},
        {"xl/worksheets/sheet1.xml",
         "<x:worksheet " MAIN "><x:sheetData><x:row>" SAID("id") SAID("line") SAID("start") SAID("end")
             SAID("why") SAID("verified_by_zh") SAID("verified_by_en") "</x:row><x:row>" SAID(
                 "S7") "<x:c t=\"s\"><x:v>0</x:v></x:c>" DATED("1", "42921") DATED("2", "42924")
                 SAID("off-peak") SAID("局") SAID("Office") "</x:row></x:sheetData></x:worksheet>"},
        {NULL, NULL}};
    char *folder = data_folder_new();
    g_autoptr(GBytes) bytes = sample_workbook("", parts);
    g_autoptr(GazReport) own = gaz_report_new();
    g_autoptr(GazData) read = NULL;
    const GazStoppage *stoppage;

    data_folder_write(folder, "stoppages.csv", NULL, 0);
    data_folder_write(folder, "other.xlsx", g_bytes_get_data(bytes, NULL), (gssize)g_bytes_get_size(bytes));
    read = gaz_data_read(folder, "data/rules", own, NULL);
    ck_assert_uint_eq(gaz_report_count(own), 0);
    stoppage = gaz_data_lookup(read, "stoppages", "S7");
    ck_assert_str_eq(stoppage->line->record.id, "L1");
    ck_assert_int_eq(stoppage->start.day, gaz_date_make(2021, 7, 6));
    ck_assert_int_eq(stoppage->end.day, gaz_date_make(2021, 7, 9));
    ck_assert(!stoppage->end.timed);
    data_folder_remove(folder);
}
END_TEST

/* A name is looked for first. */
START_TEST(no_name_is_the_heading_of_another_column)
{
    const GazTable *table = &gaz_tables[_i];

    for (unsigned named = 0; named < table->column_count; named++)
        for (unsigned i = 0; i < table->column_count; i++)
            for (GazLanguage language = GAZ_ZH; i != named && language < GAZ_LANGUAGES; language++)
                ck_assert_msg(
                    !gaz_heading_same(table->columns[named].name, table->columns[i].heading.in[language]),
                    "%s: %s heads %s", table->name, table->columns[named].name, table->columns[i].name);
}
END_TEST

/* Letter case, blanks and width make no difference, whichever way a key is come by. */
START_TEST(headings_that_are_the_same)
{
    ck_assert(gaz_heading_same("窑 径", "窑径"));
    ck_assert(gaz_heading_same("Kiln *Diameter", "kilndiameter"));
    ck_assert(gaz_heading_same("ＫＩＬＮ　径（米）", "kiln径(米)"));
    ck_assert(!gaz_heading_same("窑径", "窑长"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tables of offices");
    TCase *tests = tcase_create("tables");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, tables_as_offices_write_them, 0, G_N_ELEMENTS(written));
    tcase_add_loop_test(tests, values_as_people_type_them, 0, G_N_ELEMENTS(values));
    tcase_add_loop_test(tests, values_in_doubt, 0, G_N_ELEMENTS(doubtful));
    tcase_add_loop_test(tests, moments_as_people_type_them, 0, G_N_ELEMENTS(moments));
    tcase_add_test(tests, a_workbook_of_libreoffice_says_the_same);
    tcase_add_loop_test(tests, a_faulty_list_of_headings_is_told_once, 0, G_N_ELEMENTS(faulty_headings));
    tcase_add_test(tests, diameter_and_length_in_one_cell);
    tcase_add_loop_test(tests, headings_that_cannot_be_read, 0, G_N_ELEMENTS(refused));
    tcase_add_loop_test(tests, a_nameless_sheet_is_known_by_its_headings, 0, G_N_ELEMENTS(nameless));
    tcase_add_test(tests, a_workbook_of_wps_says_the_same);
    tcase_add_loop_test(tests, no_name_is_the_heading_of_another_column, 0, (int)gaz_table_count);
    tcase_add_test(tests, headings_that_are_the_same);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
