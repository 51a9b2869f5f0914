/* test_workbook.c - what a cell shows, by its type, style and formula; merged, hidden and missing cells; what
 * is no workbook. */
#include "../support/sample_workbook.h"
#include "../support/suite.h"
#include "read/workbook.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

/* What one test reads with. */
typedef struct {
    char *path;
    GazReport *report;
    GazWorkbook *workbook;
    char *
        text; /* the rows of the first sheet: "A1 text" of each cell with text, "|" between, one row a line */
    char *told; /* faults, then notes */
} Reading;

static char *rows_to_text(GazRows *rows)
{
    GString *text = g_string_new(NULL);

    for (const GazRow *row; rows != NULL && (row = gaz_rows_next(rows)) != NULL;) {
        for (unsigned i = 0; i < row->count; i++) {
            if (*row->cells[i].text == '\0')
                continue;
            gaz_place_append_column(text, row->cells[i].place.column);
            g_string_append_printf(text, "%u%s %s|", row->cells[i].place.line,
                                   row->cells[i].spread == GAZ_SPREAD_DOWN     ? "v"
                                   : row->cells[i].spread == GAZ_SPREAD_ACROSS ? ">"
                                                                               : "",
                                   row->cells[i].text);
        }
        if (text->len > 0 && text->str[text->len - 1] == '|')
            g_string_truncate(text, text->len - 1);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static Reading reading_new(GBytes *bytes)
{
    Reading reading = {.report = gaz_report_new()};
    int file = g_file_open_tmp("gazette-test-XXXXXX.xlsx", &reading.path, NULL);
    GazRows *rows = NULL;
    char *faults, *notes;

    ck_assert(g_close(file, NULL));
    ck_assert(g_file_set_contents(reading.path, g_bytes_get_data(bytes, NULL),
                                  (gssize)g_bytes_get_size(bytes), NULL));
    g_bytes_unref(bytes);
    reading.workbook = gaz_workbook_open(reading.path, "t.xlsx", reading.report, NULL);
    if (reading.workbook != NULL)
        rows = gaz_workbook_rows(reading.workbook, 0);
    reading.text = rows_to_text(rows);
    faults = gaz_report_to_text(reading.report);
    notes = gaz_report_notes_to_text(reading.report);
    reading.told = g_strconcat(faults, notes, NULL);
    g_free(faults);
    g_free(notes);
    gaz_rows_free(rows);
    return reading;
}

static void reading_free(Reading *reading)
{
    g_unlink(reading->path);
    g_free(reading->path);
    g_free(reading->text);
    g_free(reading->told);
    gaz_workbook_free(reading->workbook);
    gaz_report_free(reading->report);
}

#define ROWS(inside) "<sheetData>" inside "</sheetData>"
#define ROW(cells) ROWS("<row r=\"1\">" cells "</row>")
#define SINCE_1904                                                                                           \
    {                                                                                                        \
        "xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"S\" "  \
                           "r:id=\"rId1\"/></sheets></workbook>"                                             \
    }

static const struct {
    const char *name, *sheet, *rows;
} sheets[] = {
    {"a shared string", ROW("<c r=\"A1\" t=\"s\"><v>0</v></c>"), "A1 水泥\n"},
    {"a rich string with a reading aid", ROW("<c r=\"A1\" t=\"s\"><v>1</v></c>"), "A1 熟料\n"},
    {"an escaped line end", ROW("<c r=\"A1\" t=\"s\"><v>2</v></c>"), "A1 a\nb\n"},
    {"an empty string beside a cell", ROW("<c r=\"A1\" t=\"s\"><v>3</v></c><c r=\"B1\"><v>1</v></c>"),
     "B1 1\n"},
    {"an inline string",
     ROW("<c r=\"A1\" t=\"inlineStr\"><is><r><t xml:space=\"preserve\"> a "
         "</t></r><r><t>&lt;b</t></r></is></c>"),
     "A1 a <b\n"},
    {"an escaped underscore is one", ROW("<c r=\"A1\" t=\"str\"><v>_x005F_x000D_</v></c>"), "A1 _x000D_\n"},
    {"a number", ROW("<c r=\"A1\"><v>4500</v></c>"), "A1 4500\n"},
    {"binary noise",
     ROW("<c r=\"A1\"><v>4.7999999999999998</v></c><c r=\"B1\"><v>0.30000000000000004</v></c>"),
     "A1 4.8|B1 0.3\n"},
    {"an exponent", ROW("<c r=\"A1\"><v>1.55E+2</v></c><c r=\"B1\"><v>1E+14</v></c>"),
     "A1 155|B1 100000000000000\n"},
    {"a day", ROW("<c r=\"A1\" s=\"1\"><v>44515</v></c>"), "A1 2021-11-15\n"},
    {"the first days of 1900",
     ROW("<c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>59</v></c>"
         "<c r=\"C1\" s=\"1\"><v>61</v></c>"),
     "A1 1900-01-01|B1 1900-02-28|C1 1900-03-01\n"},
    {"a format of the office's own", ROW("<c r=\"A1\" s=\"2\"><v>44515.333333333336</v></c>"),
     "A1 2021-11-15 08:00\n"},
    {"a time of day", ROW("<c r=\"A1\" s=\"3\"><v>0.3541666666666667</v></c>"), "A1 08:30\n"},
    {"midnight by rounding", ROW("<c r=\"A1\" s=\"2\"><v>44515.9999999999</v></c>"), "A1 2021-11-16 00:00\n"},
    {"a time in a cell that shows the day", ROW("<c r=\"A1\" s=\"1\"><v>44515.5</v></c>"),
     "A1 2021-11-15 12:00\n"},
    {"a percentage", ROW("<c r=\"A1\" s=\"4\"><v>0.5</v></c><c r=\"B1\" s=\"4\"><v>0.07</v></c>"),
     "A1 50%|B1 7%\n"},
    {"a number kept as text", ROW("<c r=\"A1\" s=\"5\"><v>370100</v></c>"), "A1 370100\n"},
    {"neither said", ROW("<c r=\"A1\" t=\"b\"/><c r=\"B1\"><v>0</v></c>"), "B1 0\n"},
    {"yes and no", ROW("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"),
     "A1 TRUE|B1 FALSE\n"},
    {"a formula's result",
     ROW("<c r=\"A1\"><f>B1*2</f><v>9.6</v></c><c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c>"), "A1 9.6\n"},
    {"a day as ISO 8601", ROW("<c r=\"A1\" t=\"d\"><v>2021-11-15T08:00</v></c>"), "A1 2021-11-15T08:00\n"},
    {"cells that aren't written",
     ROWS("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>"
          "<row r=\"7\"/><row r=\"9\"><c r=\"A9\"><v>3</v></c></row>"),
     "B3 1|D3 2\nA9 3\n"},
    {"cells without references", ROWS("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"),
     "A1 1|B1 2\nA2 3\n"},
    {"prefixes",
     "<x:sheetData xmlns:x=\"x\"><x:row r=\"1\"><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row></x:sheetData>",
     "A1 1\n"},
    {"merged across",
     ROW("<c r=\"A1\"><v>1</v></c><c r=\"D1\"><v>2</v></c>") "<mergeCells><mergeCell "
                                                             "ref=\"A1:C1\"/></mergeCells>",
     "A1 1|B1> 1|C1> 1|D1 2\n"},
    {"merged beyond the last cell",
     ROW("<c r=\"A1\"><v>1</v></c>") "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>",
     "A1 1|B1> 1|C1> 1\n"},
    {"an unknown element within a cell", ROW("<c r=\"A1\"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>"),
     "A1 1\n"},
};

START_TEST(cells_as_they_are_seen)
{
    Reading reading = reading_new(sample_workbook(sheets[_i].sheet, NULL));

    ck_assert_msg(*reading.told == '\0', "%s: %s", sheets[_i].name, reading.told);
    ck_assert_msg(strcmp(reading.text, sheets[_i].rows) == 0, "%s: got\n%s", sheets[_i].name, reading.text);
    reading_free(&reading);
}
END_TEST

static const struct {
    const char *name, *sheet, *rows, *note;
} noted[] = {
    {"merged down",
     ROWS(
         "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
         "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row>"
         "<row r=\"4\"><c r=\"B4\"><v>4</v></c></row>") "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>",
     "A1 1|B1 2\nA2v 1|B2 3\nB4 4\n", "t.xlsx:清单!A1: note: merged cells"},
    {"hidden rows",
     ROWS("<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c><v>2</v></c></row>"
          "<row r=\"3\" hidden=\"1\"><c><v>3</v></c></row>"),
     "A1 1\nA2 2\nA3 3\n",
     "t.xlsx:清单!2:2: note: hidden rows, which are read like the others: read as 2 of"},
    {"a hidden column",
     "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>" ROW("<c><v>1</v></c><c><v>2</v></c>"),
     "A1 1|B1 2\n", "t.xlsx:清单!B1: note: hidden columns"},
};

START_TEST(what_is_read_is_noted)
{
    Reading reading = reading_new(sample_workbook(noted[_i].sheet, NULL));

    ck_assert_msg(strcmp(reading.text, noted[_i].rows) == 0, "%s: got\n%s", noted[_i].name, reading.text);
    ck_assert_msg(strstr(reading.told, noted[_i].note) != NULL, "%s: %s", noted[_i].name, reading.told);
    ck_assert(!gaz_report_has_faults(reading.report));
    reading_free(&reading);
}
END_TEST

static const struct {
    const char *name, *sheet;
    SamplePart parts[2];
    const char *told;
} broken[] = {
    {"an error", ROW("<c r=\"B1\" t=\"e\"><v>#N/A</v></c>"), {{0}}, "t.xlsx:清单!B1: error: the cell shows"},
    {"no result", ROW("<c r=\"A1\"><f>1</f></c>"), {{0}}, "t.xlsx:清单!A1: error: a formula"},
    {"29 February 1900",
     ROW("<c r=\"A1\" s=\"1\"><v>60</v></c>"),
     {{0}},
     "t.xlsx:清单!A1: error: a day that"},
    {"a day before any",
     ROW("<c r=\"A1\" s=\"1\"><v>-3</v></c>"),
     {{0}},
     "t.xlsx:清单!A1: error: a day that"},
    {"no number", ROW("<c r=\"A1\"><v>1,5</v></c>"), {{0}}, "t.xlsx:清单!A1: error: the cell shows"},
    {"no such string",
     ROW("<c r=\"A1\" t=\"s\"><v>99</v></c>"),
     {{0}},
     "t.xlsx:清单!A1: error: the cell shows"},
    {"a credit code as a number",
     ROW("<c r=\"A1\"><v>914403001922038000</v></c>"),
     {{0}},
     "t.xlsx:清单!A1: error: a number so long"},
    {"a mark of direction",
     ROW("<c r=\"A1\" t=\"str\"><v>a\u202eb</v></c>"),
     {{0}},
     "t.xlsx:清单!A1: error: an invisible control"},
    {"two values",
     ROW("<c r=\"B1\"><v>4</v><v>5</v></c>"),
     {{0}},
     "t.xlsx:清单!B1: a cell of several values"},
    {"a style that is missing",
     ROW("<c r=\"B1\" s=\"9\"><v>44515</v></c>"),
     {{0}},
     "B1: its style is missing"},
    {"a style that is no number", ROW("<c r=\"B1\" s=\"-1\"><v>4</v></c>"), {{0}}, "s=-1"},
    {"a row that is no number", ROWS("<row r=\"1e3\"/>"), {{0}}, "r=1e3"},
    {"a type that is none", ROW("<c r=\"B1\" t=\"\"><v>4</v></c>"), {{0}}, "B1: a cell of no known type"},
    {"neither yes nor no", ROW("<c r=\"B1\" t=\"b\"><v>2</v></c>"), {{0}}, "清单!B1: error: the cell shows"},
    {"a number as C writes it", ROW("<c r=\"A1\"><v>0x10</v></c>"), {{0}}, "清单!A1: error: the cell shows"},
    {"a text far to the right",
     ROW("<c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c><c><v>3</v></c>"),
     {{0}},
     "t.xlsx:清单!XFD1: error: not as many cells"},
    {"a merged range that is none",
     ROW("<c r=\"A1\"><v>1</v></c>") "<mergeCells><mergeCell ref=\"A0:B1\"/></mergeCells>",
     {{0}},
     "merged cells at A0:B1"},
    {"a sheet that leads nowhere",
     "",
     {{"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"rId9\"/></sheets></workbook>"}},
     "a sheet without its part"},
    {"a part called twice but for its case",
     "",
     {{"XL/styles.xml", "<styleSheet/>"}},
     "two parts called XL/styles.xml"},
    {"bytes that are not the encoding said",
     "",
     {{"xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet/>"}},
     "xl/worksheets/sheet1.xml"},
    {"rows out of order", ROWS("<row r=\"2\"/><row r=\"1\"/>"), {{0}}, "found \"rows out of order\""},
    {"cells out of order", ROW("<c r=\"B1\"/><c r=\"A1\"/>"), {{0}}, "found \"A1\""},
    {"torn XML", "<sheetData><row>", {{0}}, "xl/worksheets/sheet1.xml"},
    {"a document type",
     "",
     {{"xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>"}},
     "(workbook-broken)"},
    {"no sheet", "", {{"xl/worksheets/sheet1.xml", NULL}}, "sheet1.xml is missing"},
    {"no strings", "", {{"xl/sharedStrings.xml", NULL}}, "sharedStrings.xml is missing"},
    {"torn styles", "", {{"xl/styles.xml", "<styleSheet>"}}, "xl/styles.xml"},
    {"no relations", "", {{"_rels/.rels", NULL}}, ".rels is missing"},
    {"another kind of document", "", {{"_rels/.rels", "<Relationships/>"}}, "no workbook in it"},
    {"no sheets", "", {{"xl/workbook.xml", "<workbook/>"}}, "no sheet in it"},
};

START_TEST(what_is_broken_is_told)
{
    SamplePart parts[2] = {broken[_i].parts[0]};
    Reading reading = reading_new(sample_workbook(broken[_i].sheet, parts));

    ck_assert_msg(gaz_report_count(reading.report) == 1 && strstr(reading.told, broken[_i].told) != NULL,
                  "%s: %s", broken[_i].name, reading.told);
    reading_free(&reading);
}
END_TEST

START_TEST(days_since_1904)
{
    static const SamplePart parts[] = {SINCE_1904, {NULL, NULL}};
    Reading reading = reading_new(
        sample_workbook(ROW("<c r=\"A1\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>43053</v></c>"), parts));

    ck_assert_str_eq(reading.text, "A1 1904-01-01|B1 2021-11-15\n");
    reading_free(&reading);
}
END_TEST

static const struct {
    const char *code;
    const char *shown; /* of 44515.25 */
} formats[] = {
    {"yyyy\\-mm\\-dd", "2021-11-15 06:00"},
    {"[$-804]yyyy\"年\"m\"月\";@", "2021-11-15 06:00"},
    {"m\"月\"d\"日\"", "2021-11-15 06:00"},
    {"[Red]0.00", "44515.25"},
    {"[Magenta]0.00", "44515.25"},
    {"[hh]:mm", "2021-11-15 06:00"},
    {"\"day \"0", "44515.25"},
    {"#,##0\\ \\d", "44515.25"},
    {"General", "44515.25"},
    {"[$¥-804]#,##0.00", "44515.25"},
    {"@", "44515.25"},
    {"0%", "4451525%"},
};

START_TEST(formats_of_the_offices_own)
{
    char *style =
        g_markup_printf_escaped("<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"%s\"/></numFmts>"
                                "<cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
                                formats[_i].code);
    SamplePart parts[] = {{"xl/styles.xml", style}, {NULL, NULL}};
    Reading reading = reading_new(sample_workbook(ROW("<c><v>44515.25</v></c>"), parts));

    ck_assert_msg(g_str_has_prefix(reading.text + 3, formats[_i].shown) &&
                      strlen(reading.text) == strlen(formats[_i].shown) + 4,
                  "%s: %s", formats[_i].code, reading.text);
    g_free(style);
    reading_free(&reading);
}
END_TEST

/* Each byte of a good workbook changed or cut: refused with a word, or read; never anything else. */
START_TEST(damaged_copies)
{
    GBytes *whole = sample_workbook(ROW("<c t=\"s\"><v>1</v></c><c s=\"2\"><v>44515</v></c>"), NULL);
    gsize length;
    const char *bytes = g_bytes_get_data(whole, &length);

    for (gsize i = 0; i < length; i += 7) {
        char *copy = g_memdup2(bytes, length);
        Reading cut = reading_new(g_bytes_new(bytes, i)), changed;

        copy[i] ^= 0x55;
        changed = reading_new(g_bytes_new_take(copy, length));
        ck_assert(cut.workbook != NULL || gaz_report_has_faults(cut.report));
        ck_assert(changed.workbook != NULL || gaz_report_has_faults(changed.report));
        reading_free(&cut);
        reading_free(&changed);
    }
    g_bytes_unref(whole);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("workbooks");
    TCase *tests = tcase_create("workbooks");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, cells_as_they_are_seen, 0, G_N_ELEMENTS(sheets));
    tcase_add_loop_test(tests, what_is_read_is_noted, 0, G_N_ELEMENTS(noted));
    tcase_add_loop_test(tests, what_is_broken_is_told, 0, G_N_ELEMENTS(broken));
    tcase_add_test(tests, days_since_1904);
    tcase_add_loop_test(tests, formats_of_the_offices_own, 0, G_N_ELEMENTS(formats));
    tcase_add_test(tests, damaged_copies);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
