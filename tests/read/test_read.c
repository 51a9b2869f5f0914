/* test_read.c - bytes become rows and elements, each at its place. */
#include "../support/suite.h"
#include "read/elements.h"
#include "read/rows.h"
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

/* What one test reads with. */
typedef struct {
    GazArena *arena;
    GazInput input;
    GazReport *report;
} Reading;

static Reading reading_new(const char *text)
{
    Reading reading = {.arena = gaz_arena_new(), .report = gaz_report_new()};

    gaz_input_init(&reading.input, "test", text, strlen(text));
    return reading;
}

static void reading_free(Reading *reading)
{
    gaz_input_clear(&reading->input);
    gaz_report_free(reading->report);
    gaz_arena_free(reading->arena);
}

static const struct {
    const char *name, *text;
    size_t offset;
    unsigned line, column;
} places[] = {
    {"the first byte", "abc", 0, 1, 1},
    {"a column counts characters, not bytes", "水泥,x", 7, 1, 4},
    {"after a line feed", "ab\ncd", 4, 2, 2},
    {"CR LF ends one line", "ab\r\ncd", 4, 2, 1},
    {"a lone CR ends a line", "ab\rcd", 3, 2, 1},
    {"empty lines count", "\n\n\nx", 3, 4, 1},
    {"the end of the text", "ab\n", 3, 2, 1},
    {"a byte order mark has no column", "\xEF\xBB\xBF水泥", 3, 1, 2},
    {"a character of four bytes is one", "\U0002000Bx", 4, 1, 2},
    {"beyond the end: the end", "ab", 99, 1, 3},
};

START_TEST(place_of_an_offset)
{
    Reading reading = reading_new(places[_i].text);
    GazPlace place = gaz_input_place(&reading.input, places[_i].offset);

    ck_assert_msg(place.line == places[_i].line && place.column == places[_i].column,
                  "%s: got %u:%u, expected %u:%u", places[_i].name, place.line, place.column, places[_i].line,
                  places[_i].column);
    reading_free(&reading);
}
END_TEST

/* Going back is allowed, and doesn't change the answer. */
START_TEST(places_in_any_order)
{
    Reading reading = reading_new("一\n二三\r\n四\n");
    GazPlace last = gaz_input_place(&reading.input, 12);
    GazPlace first = gaz_input_place(&reading.input, 4);

    ck_assert_uint_eq(last.line, 3);
    ck_assert_uint_eq(last.column, 1);
    ck_assert_uint_eq(first.line, 2);
    ck_assert_uint_eq(first.column, 1);
    reading_free(&reading);
}
END_TEST

/* Rows in a form that a person can read: "line:column text" of each cell, "|" between, one row a line. */
static char *rows_to_text(GazRows *rows)
{
    GString *text = g_string_new(NULL);

    gaz_rows_next(rows); /* the heading */
    for (const GazRow *row; (row = gaz_rows_next(rows)) != NULL;) {
        for (unsigned j = 0; j < row->count; j++)
            g_string_append_printf(text, "%s%u:%u %s", j == 0 ? "" : "|", row->cells[j].place.line,
                                   row->cells[j].place.column, row->cells[j].text);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *text, *rows;
} tables[] = {
    {"plain cells", "a,b\n1,2\n3,4\n", "2:1 1|2:3 2\n3:1 3|3:3 4\n"},
    {"no line end at the end", "a,b\n1,2", "2:1 1|2:3 2\n"},
    {"CR LF", "a,b\r\n1,2\r\n3,4\r\n", "2:1 1|2:3 2\n3:1 3|3:3 4\n"},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "a,b\n1,2\n",
     "2:1 1|2:3 2\n"},
    {"columns after Chinese", "a,b,c\n水泥,窑,x\n", "2:1 水泥|2:4 窑|2:6 x\n"},
    {"empty cells", "a,b,c\n,,x\n1,,\n", "2:1 |2:2 |2:3 x\n3:1 1|3:3 |3:4 \n"},
    {"quotes, commas and quotes in quotes", "a,b\n\"x, \"\"y\"\"\",\"z\"\n", "2:1 x, \"y\"|2:12 z\n"},
    {"a line break in a cell, and right places after it", "a,b\n\"x\r\ny\",2\n3,4\n",
     "2:1 x\ny|3:4 2\n4:1 3|4:3 4\n"},
    {"white space around cells", "a,b\n  x ,\t\"  y\u3000\" \n", "2:3 x|2:7 y\n"},
    {"a tab inside becomes a blank", "a\nx\ty\n", "2:1 x y\n"},
    {"comments before the header", "# one, two\n#\n\"# three, \"\"four\"\"\",,\na,b\n1,2\n", "5:1 1|5:3 2\n"},
    {"no comments after it", "a,b\n#1,2\n", "2:1 #1|2:4 2\n"},
    {"empty lines and rows without text", "a,b\n\n1,2\n , \n,\n3,4\n", "3:1 1|3:3 2\n6:1 3|6:3 4\n"},
    {"markup is nothing special", "a,b\n<b>&amp;,'\n", "2:1 <b>&amp;|2:10 '\n"},
};

START_TEST(rows_with_places)
{
    Reading reading = reading_new(tables[_i].text);
    GazRows *rows = gaz_csv_open(&reading.input, reading.report);
    char *text = rows_to_text(rows), *faults = gaz_report_to_text(reading.report);

    ck_assert_msg(rows->whole && *faults == '\0', "%s: %s", tables[_i].name, faults);
    ck_assert_msg(strcmp(text, tables[_i].rows) == 0, "%s: got\n%s", tables[_i].name, text);
    g_free(text);
    g_free(faults);
    gaz_rows_free(rows);
    reading_free(&reading);
}
END_TEST

/* A torn quote ends the reading; the rows before it are kept. */
START_TEST(rows_before_a_torn_quote)
{
    Reading reading = reading_new("a,b\n1,2\n3,\"4\n5,6\n");
    GazRows *rows = gaz_csv_open(&reading.input, reading.report);
    char *text = rows_to_text(rows);

    ck_assert_str_eq(text, "2:1 1|2:3 2\n");
    ck_assert(!rows->whole);
    ck_assert(gaz_report_has(reading.report, "quote-torn"));
    g_free(text);
    gaz_rows_free(rows);
    reading_free(&reading);
}
END_TEST

/* A ragged row is told, and the rows behind it are read. */
START_TEST(rows_after_a_ragged_one)
{
    Reading reading = reading_new("a,b\n1,2,3,4\n5\n6,7\n");
    GazRows *rows = gaz_csv_open(&reading.input, reading.report);
    GazRow heading = gaz_row_keep(reading.arena, gaz_rows_next(rows));

    ck_assert(!gaz_rows_fit(rows, &heading, gaz_rows_next(rows), reading.report));
    ck_assert(!gaz_rows_fit(rows, &heading, gaz_rows_next(rows), reading.report));
    ck_assert(gaz_rows_fit(rows, &heading, gaz_rows_next(rows), reading.report));
    ck_assert(gaz_rows_next(rows) == NULL && rows->whole);
    ck_assert_uint_eq(gaz_report_count(reading.report), 2);
    gaz_rows_free(rows);
    reading_free(&reading);
}
END_TEST

static const struct {
    const char *name, *bytes;
    size_t length;
    const char *text, *note; /* the second cell of the second row; NULL: a fault of this id */
} encodings[] = {
    {"GBK", "a,b\n1,\xCB\xAE\xC4\xE0\n", 11, "水泥", "GB 18030"},
    {"characters beyond GB 2312", "a,b\n1,\x88\xD2\x86\xB4\n", 11, "堃喆", "GB 18030"},
    {"what GBK kept in private use", "a,b\n1,\xFE\x9F\n", 9, "䶮", "GB 18030"},
    {"four bytes", "a,b\n1,\x82\x34\xDE\x37\n", 11, "䰠", "GB 18030"},
    {"UTF-16, little-endian",
     "\xFF\xFE"
     "a\0,\0b\0\n\0"
     "1\0,\0\x34\x6C\n\0",
     18, "水", "UTF-16 (little-endian)"},
    {"UTF-16, big-endian",
     "\xFE\xFF"
     "\0a\0,\0b\0\n"
     "\0"
     "1\0,\x6C\x34\0\n",
     18, "水", "UTF-16 (big-endian)"},
    {"UTF-16 without a mark",
     "a\0,\0b\0\n\0"
     "1\0,\0\x34\x6C\n\0",
     16, "水", "UTF-16 (little-endian)"},
    {"a surrogate pair",
     "\xFF\xFE"
     "a\0,\0b\0\n\0"
     "1\0,\0\x40\xD8\x0B\xDC\n\0",
     20, "\U0002000B", "UTF-16 (little-endian)"},
    {"neither", "a,b\n1,\xCB\xAE\xFF\xFF\n", 11, NULL, "encoding-unknown"},
    {"UTF-8 with a torn character", "a,b\n1,水泥熟料窑\xE6\xB0\n", 24, NULL, "not-utf8"},
    {"half a surrogate pair",
     "\xFF\xFE"
     "a\0,\0b\0\n\0"
     "1\0,\0\x40\xD8\n\0",
     18, NULL, "encoding-unknown"},
};

START_TEST(encodings_of_tables)
{
    Reading reading = {.arena = gaz_arena_new(), .report = gaz_report_new()};
    GazRows *rows;
    const GazRow *row;
    char *notes;

    gaz_input_init(&reading.input, "test", encodings[_i].bytes, encodings[_i].length);
    rows = gaz_csv_open(&reading.input, reading.report);
    notes = gaz_report_notes_to_text(reading.report);
    if (encodings[_i].text == NULL) {
        ck_assert_msg(rows == NULL && gaz_report_has(reading.report, encodings[_i].note), "%s",
                      encodings[_i].name);
        ck_assert_uint_eq(gaz_report_get(reading.report, 0)->place.line, 2);
    } else {
        ck_assert_msg(rows != NULL, "%s", encodings[_i].name);
        gaz_rows_next(rows);
        row = gaz_rows_next(rows);
        ck_assert_msg(strcmp(row->cells[1].text, encodings[_i].text) == 0, "%s: %s", encodings[_i].name,
                      row->cells[1].text);
        ck_assert_msg(strstr(notes, encodings[_i].note) != NULL, "%s: %s", encodings[_i].name, notes);
    }
    g_free(notes);
    gaz_rows_free(rows);
    reading_free(&reading);
}
END_TEST

static const struct {
    const char *name, *text, *rows, *note;
} separators[] = {
    {"semicolons", "a;b\n1;2,5\n", "2:1 1|2:3 2,5\n", "semicolons"},
    {"tabs", "a\tb\tc\n1\t\t3\n", "2:1 1|2:3 |2:4 3\n", "tabs"},
    {"what stands in quotes doesn't count", "\"a;;\",b\n1,2\n", "2:1 1|2:3 2\n", ""},
    {"a title above", "title\na;b\n1;2\n", "2:1 a|2:3 b\n3:1 1|3:3 2\n", "semicolons"},
    {"semicolons in cells of a table with commas", "a,b\nx;y;z,2\n", "2:1 x;y;z|2:7 2\n", ""},
};

START_TEST(separators_of_cells)
{
    Reading reading = reading_new(separators[_i].text);
    GazRows *rows = gaz_csv_open(&reading.input, reading.report);
    char *text = rows_to_text(rows), *notes = gaz_report_notes_to_text(reading.report);

    ck_assert_msg(strcmp(text, separators[_i].rows) == 0, "%s: %s", separators[_i].name, text);
    ck_assert_msg(strstr(notes, separators[_i].note) != NULL &&
                      (*separators[_i].note != '\0' || *notes == '\0'),
                  "%s: %s", separators[_i].name, notes);
    g_free(text);
    g_free(notes);
    gaz_rows_free(rows);
    reading_free(&reading);
}
END_TEST

static const char schema_text[] =
    "<element name=\"a\" xmlns=\"http://relaxng.org/ns/structure/1.0\"><zeroOrMore><choice><text/>"
    "<element name=\"b\"><optional><attribute name=\"x\"/></optional><optional><attribute "
    "name=\"y\"/></optional>"
    "<text/></element></choice></zeroOrMore></element>";

static GazSchema *small_schema(void)
{
    char *path = NULL;
    int file = g_file_open_tmp("gazette-test-XXXXXX", &path, NULL);
    GazSchema *schema;

    ck_assert(g_close(file, NULL));
    ck_assert(g_file_set_contents(path, schema_text, -1, NULL));
    schema = gaz_schema_read(path, NULL);
    g_unlink(path);
    g_free(path);
    ck_assert_ptr_nonnull(schema);
    return schema;
}

static const struct {
    const char *name, *xml, *text; /* of the first <b> */
    unsigned line, column, x_line, x_column;
} elements[] = {
    {"one after another", "<a>水泥<b x='1'>k</b></a>", "k", 1, 6, 1, 9},
    {"a start tag of several lines", "<a>\n <b\n   x = '1'>k</b></a>", "k", 2, 2, 3, 4},
    {"an attribute whose value looks like another", "<a><b y=' x=' x='1'>k</b></a>", "k", 1, 4, 1, 15},
    {"an empty element", "<a><b x='1'/></a>", "", 1, 4, 1, 7},
    {"a byte order mark", "\xEF\xBB\xBF<a><b x='1'>k</b></a>", "k", 1, 4, 1, 7},
    {"a comment with Chinese before it", "<a><!-- 水泥窑 <b> --><b x='1'>k</b></a>", "k", 1, 20, 1, 23},
    {"white space in English", "<a><b x='1'>\n  two\n  words </b></a>", "two words", 1, 4, 1, 7},
    {"a line break between Chinese characters", "<a><b x='1'>水\n  泥 窑</b></a>", "水泥 窑", 1, 4, 1, 7},
    {"a line break between Chinese and English", "<a><b x='1'>水\ncement</b></a>", "水 cement", 1, 4, 1, 7},
    {"a CDATA section is text", "<a><b x='1'><![CDATA[<&]]></b></a>", "<&", 1, 4, 1, 7},
    {"character references are characters", "<a><b x='1'>&#x6C34;&lt;&amp;&quot;</b></a>", "水<&\"", 1, 4, 1,
     7},
    {"an encoding is declared", "<?xml version='1.0' encoding='GBK'?>\n<a><b x='1'>水</b></a>", "水", 2, 4, 2,
     7},
};

START_TEST(elements_with_places)
{
    Reading reading = reading_new(elements[_i].xml);
    GazSchema *schema = small_schema();
    bool valid = false;
    const GazElement *root =
        gaz_elements_parse(reading.arena, &reading.input, schema, reading.report, &valid);
    char *faults = gaz_report_to_text(reading.report);
    const GazElement *b = root == NULL ? NULL : gaz_element_child(root, "b");
    const GazAttribute *x = b == NULL ? NULL : gaz_element_attribute(b, "x");

    ck_assert_msg(x != NULL && valid, "%s: %s", elements[_i].name, faults);
    ck_assert_str_eq(b->text, elements[_i].text);
    ck_assert_str_eq(x->value, "1");
    ck_assert_msg(b->place.line == elements[_i].line && b->place.column == elements[_i].column,
                  "%s: element at %u:%u", elements[_i].name, b->place.line, b->place.column);
    ck_assert_msg(x->place.line == elements[_i].x_line && x->place.column == elements[_i].x_column,
                  "%s: attribute at %u:%u", elements[_i].name, x->place.line, x->place.column);
    g_free(faults);
    gaz_schema_free(schema);
    reading_free(&reading);
}
END_TEST

START_TEST(siblings_of_the_same_name)
{
    Reading reading = reading_new("<a><b x='1'/>text<b x='2'/><b x='3'/></a>");
    GazSchema *schema = small_schema();
    bool valid;
    const GazElement *b = gaz_element_child(
        gaz_elements_parse(reading.arena, &reading.input, schema, reading.report, &valid), "b");

    ck_assert_str_eq(gaz_element_value(b, "x"), "1");
    b = gaz_element_again(b);
    ck_assert_str_eq(gaz_element_value(b, "x"), "2");
    b = gaz_element_again(gaz_element_again(b));
    ck_assert_ptr_null(b);
    gaz_schema_free(schema);
    reading_free(&reading);
}
END_TEST

START_TEST(no_schema_is_a_failure)
{
    GError *error = NULL;

    ck_assert_ptr_null(gaz_schema_read("tests/no-such-file", &error));
    ck_assert(g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT));
    g_clear_error(&error);
    ck_assert_ptr_null(gaz_schema_read("data/rules/national.xml", &error));
    ck_assert(g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_INVAL));
    g_clear_error(&error);
}
END_TEST

static const struct {
    gunichar character;
    bool forbidden;
} characters[] = {
    {0x01, true},     {0x08, true},      {'\t', false},   {'\n', false},   {'\r', false},    {0x0B, true},
    {0x1F, true},     {' ', false},      {0x7F, true},    {0x85, true},    {0x9F, true},     {0xA0, false},
    {0xAC, false},    {0xAD, true},      {0xAE, false},   {0x61B, false},  {0x61C, true},    {0x115E, false},
    {0x115F, true},   {0x1160, true},    {0x17B4, true},  {0x180A, false}, {0x180E, true},   {0x1810, false},
    {0x200A, false},  {0x200B, true},    {0x200C, true},  {0x200D, true},  {0x200E, true},   {0x200F, true},
    {0x2010, false},  {0x2027, false},   {0x2028, true},  {0x2029, true},  {0x202A, true},   {0x202E, true},
    {0x202F, false},  {0x205F, false},   {0x2060, true},  {0x2065, true},  {0x2066, true},   {0x2069, true},
    {0x206F, true},   {0x2070, false},   {0x3001, false}, {0x3164, true},  {0x6C34, false},  {0xFEFF, true},
    {0xFF08, false},  {0xFFA0, true},    {0xFFF9, true},  {0xFFFC, false}, {0x20000, false}, {0xE0041, true},
    {0xE0100, false}, {0x10FFFF, false},
};

START_TEST(forbidden_characters)
{
    char text[8] = {0};

    text[g_unichar_to_utf8(characters[_i].character, text)] = '\0';
    ck_assert_msg((gaz_forbidden_character(text) != NULL) == characters[_i].forbidden, "U+%04X",
                  characters[_i].character);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("reading");
    TCase *tests = tcase_create("reading");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, place_of_an_offset, 0, G_N_ELEMENTS(places));
    tcase_add_test(tests, places_in_any_order);
    tcase_add_loop_test(tests, rows_with_places, 0, G_N_ELEMENTS(tables));
    tcase_add_test(tests, rows_before_a_torn_quote);
    tcase_add_test(tests, rows_after_a_ragged_one);
    tcase_add_loop_test(tests, encodings_of_tables, 0, G_N_ELEMENTS(encodings));
    tcase_add_loop_test(tests, separators_of_cells, 0, G_N_ELEMENTS(separators));
    tcase_add_loop_test(tests, elements_with_places, 0, G_N_ELEMENTS(elements));
    tcase_add_test(tests, siblings_of_the_same_name);
    tcase_add_test(tests, no_schema_is_a_failure);
    tcase_add_loop_test(tests, forbidden_characters, 0, G_N_ELEMENTS(characters));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
